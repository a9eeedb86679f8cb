"""Labelled posts, the terms that stand in each, and what the policy's rules find in it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from qazlint import Linter
from qazlint.language.pipeline import analyse
from qazlint.match.view import View
from qazlint.types import Finding

AUTHOR = "employee"  # only their posts are learnt from: the labels of others lack the clauses that do not bind them
ANY = "any"  # a matter of its own: that a post is about one of the others, whichever


class Post(NamedTuple):
    """What is learnt from.

    writer     the id up to its first hyphen, «w44» of w44-0003; of a post without an id its text: nobody else's
    labels     as an annotator gave them, and `ANY` where there is one
    sentences  numbers of the candidates that stand in each
    found      matters in which the rules find something, by phrases, with the sentences where
    told       labels with the sentences that tell of them, as the annotator marked them
    """

    file: str
    writer: str
    labels: frozenset[str]
    sentences: Sequence[Collection[int]]
    found: Mapping[str, Collection[int]]
    told: Mapping[str, Collection[int]]

    @property
    def terms(self) -> Collection[int]:
        """The candidates that stand in the post."""
        return sorted(set[int]().union(*self.sentences))


def texts(paths: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The posts of an employee, each with the name of its file; of equal texts the first."""
    seen = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            post = json.loads(line)
            if post.get("author", AUTHOR) == AUTHOR and post["text"] not in seen:
                seen.add(post["text"])
                yield path.name, post


def read(paths: Iterable[Path], linter: Linter, numbers: Mapping[int, Collection[int]]) -> Iterator[Post]:
    """The posts of several files.

    numbers  key of the program → numbers of the candidates that it stands for
    """
    clauses = linter.policy.clauses.values()
    parts = [f"{clause.number}.{part}" for clause in clauses for part in clause.parts]
    for name, post in texts(paths):
        sentences = analyse(post["text"])
        keys = [View(sentence, linter._matcher.keys).weighed()[0] for sentence in sentences]
        standing = [sorted({number for key in each for number in numbers.get(key, ())}) for each in keys]
        begins = [sentence.tokens[0].start for sentence in sentences]
        found: dict[str, set[int]] = defaultdict(set)
        for finding in linter.check(post["text"]).findings:
            found[matter(finding, parts)].update(_touched(begins, finding.span.start, finding.span.start))
        writer = post.get("id", post["text"]).partition("-")[0]
        labels = frozenset((*post["labels"], ANY)) if post["labels"] else frozenset()
        yield Post(name, writer, labels, standing, _with_any(found), _with_any(dict(_told(post, begins))))


def _with_any(places: Mapping[str, Collection[int]]) -> Mapping[str, Collection[int]]:
    """Sentences by matter, with those of any matter."""
    return {**places, ANY: set[int]().union(*places.values())} if places else {}


def _told(post: Mapping[str, Any], begins: Sequence[int]) -> Iterator[tuple[str, Collection[int]]]:
    """Each label with the sentences of its key."""
    for label, key in zip(post["labels"], post.get("key", ()), strict=False):
        start = post["text"].find(key)
        if start >= 0 and begins:
            yield label, _touched(begins, start, start + len(key) - 1)


def _touched(begins: Sequence[int], first: int, last: int) -> Collection[int]:
    """The sentences of some characters, given where sentences begin."""
    one, other = (max(0, bisect_right(begins, at) - 1) for at in (first, last))
    return range(one, other + 1)


def matter(finding: Finding, parts: Collection[str]) -> str:
    """What a finding is labelled with: its clause, or the part of it (26.insult) that its rule is for."""
    return next((part for part in parts if finding.rule_id.startswith(part)), finding.clause)
