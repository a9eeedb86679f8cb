"""Labelled posts, the terms that stand in each, and what the policy's rules find in it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from qazlint import Linter
from qazlint.language.pipeline import analyse
from qazlint.match.view import View
from qazlint.types import Finding

AUTHOR = "employee"  # only their posts are learnt from: the labels of others lack the clauses that do not bind them


class Post(NamedTuple):
    """labels: as an annotator gave them; found: matters in which the rules find something, by phrases;
    terms: numbers of the candidates that stand in it."""

    file: str
    labels: frozenset[str]
    found: frozenset[str]
    terms: Collection[int]


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
        text = post["text"]
        keys = set[int]().union(*(View(sentence, linter._matcher.keys).weighed for sentence in analyse(text)))
        standing = {number for key in keys for number in numbers.get(key, ())}
        found = frozenset(matter(finding, parts) for finding in linter.check(text).findings)
        yield Post(name, frozenset(post["labels"]), found, sorted(standing))


def matter(finding: Finding, parts: Collection[str]) -> str:
    """What a finding is labelled with: its clause, or the part of it (26.insult) that its rule is for."""
    return next((part for part in parts if finding.rule_id.startswith(part)), finding.clause)
