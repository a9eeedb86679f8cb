"""Posts a second on one core, by stage: what the words cost, what the rules cost, with known word forms and unknown."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.measure import cpu, least
from benchmarks.table import Table, number
from qazlint import Linter
from qazlint.language import scanner
from qazlint.language.pipeline import analyse
from qazlint.language.words import VISIBLE, word
from qazlint.types import Word


def look_up(text: str) -> list[Word]:
    """Scan a text and look up the readings of its words: what any tool has to do that knows both morphologies."""
    return [word(text[token.start : token.end], token.kind) for token in scanner.scan(text) if token.kind in VISIBLE]


def table(posts: Sequence[str], rounds: int, kind: str) -> Table:
    """The stages on the posts: each includes those before it. Run first in a process, or nothing is cold any more."""
    linter = Linter()
    linter.check("Проба, сынақ, test")  # dictionaries are read at the first word: that is not the posts' cost
    cold = {"scan and look up, cold": cpu(lambda: [look_up(text) for text in posts]),
            "all, cold": cpu(lambda: [linter.check(text) for text in posts])}  # fmt: skip
    cold["all, cold"] += cold["scan and look up, cold"]
    warm = least(
        {
            "scan": lambda: [scanner.scan(text) for text in posts],
            "scan and look up": lambda: [look_up(text) for text in posts],
            "analysis: with sentences, context, entities": lambda: [analyse(text) for text in posts],
            "analysis, matching": lambda: [linter.raw(text) for text in posts],
            "all: analysis, matching, filters": lambda: [linter.check(text) for text in posts],
        },
        rounds,
    )
    base = warm["scan and look up"]
    rows = [[name, number(len(posts) / s), number(s / len(posts) * 1e6), number(s / base)]
            for name, s in {**warm, **cold}.items()]  # fmt: skip
    length = sum(map(len, posts)) / len(posts)
    note = f"{len(posts):,} posts, {length:.0f} characters on average; times: against «scan and look up»."
    return Table(f"Stages, {kind} posts", ("stage", "posts/s", "µs a post", "times"), rows, note)
