"""python -m scripts.weights: the tables of weights of a policy (the shipped one), learnt anew from labelled posts."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np

from qazlint import Linter
from qazlint.policy.files import PolicyFiles, collect
from qazlint.policy.load import load
from scripts.weights import candidates, posts, tables
from scripts.weights.fit import Standing
from scripts.weights.learn import LEAST_LABELLED, learn, most_together

_ROOT = Path(__file__).parent.parent.parent
_CORPUS = _ROOT / "tests" / "corpus"
_RULES = _ROOT / "rules" / "qazindustry"


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, and write the tables."""
    parser = argparse.ArgumentParser(prog="python -m scripts.weights", description=__doc__)
    parser.add_argument("matters", nargs="*", help="clauses, parts as 26.insult, and «any»: all at once, since tables "
                        "speak of each other; by default those that are there")  # fmt: skip
    parser.add_argument("--learn", nargs="+", type=Path, default=sorted(_CORPUS.glob("*-tuned.jsonl")),
                        metavar="FILE", help="posts that the authors of rules have read")  # fmt: skip
    parser.add_argument("--judge", nargs="+", type=Path, default=sorted(_CORPUS.glob("*-unread.jsonl")), metavar="FILE",
                        help="posts that they have not: learnt from too, and the bounds come from them")  # fmt: skip
    parser.add_argument("--policy", type=Path, default=_RULES, metavar="FOLDER")
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="by default the folder weights/ of the policy")
    asked = parser.parse_args(arguments)
    paths, into = [*asked.learn, *asked.judge], asked.into or asked.policy / "weights"
    linter, terms, numbers = _linter(_plain(collect(asked.policy)), paths)
    read = list(posts.read(paths, linter, numbers))
    judges = {path.name for path in asked.judge}
    judged = np.array([post.file in judges for post in read])
    print(f"{len(read)} posts, {judged.sum()} of them judge; {len(terms)} terms")
    standing = Standing.of(read, len(terms))
    into.mkdir(exist_ok=True)
    matters = asked.matters or sorted(path.stem for path in into.glob("*.yaml"))
    for matter in matters:
        labelled = [post.writer for post in read if matter in post.labels]
        if len(labelled) < LEAST_LABELLED:
            parser.error(f"{matter}: fewer than {LEAST_LABELLED} posts are labelled with it")
        if len(set(labelled)) <= most_together(read, judged):
            parser.error(f"{matter}: too few writers have posts that are labelled with it")
    for matter, learnt in zip(matters, learn(matters, standing, read, judged), strict=True):
        (into / f"{matter}.yaml").write_text(tables.as_yaml(learnt, terms), encoding="utf-8")
        count = np.count_nonzero(learnt.weights) + np.count_nonzero(learnt.sentence)
        print(f"{matter}: {count} weights, {learnt.said}", flush=True)


def _plain(files: PolicyFiles) -> PolicyFiles:
    """The policy without the rules that weigh: what the others find is what the weights add to."""
    return files._replace(weights=(), rules=tuple(file for file in files.rules if b"\n    weigh:" not in file.data))


def _linter(
    files: PolicyFiles, paths: Sequence[Path]
) -> tuple[Linter, Sequence[tuple[str, str]], Mapping[int, Collection[int]]]:
    """A linter that knows every candidate, the candidates, and key → numbers of candidates."""
    terms = candidates.terms(files, (post["text"] for _, post in posts.texts(paths)))
    loaded = load(files._replace(weights=(candidates.as_table(terms),)))
    keys = loaded.tables["candidates"].terms
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, term in enumerate(terms):
        numbers[keys[term]].append(number)
    return Linter(loaded.policy), list(terms), numbers


if __name__ == "__main__":
    main()
