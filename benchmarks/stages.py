"""Posts a second on one core, by stage: what the words cost, what the rules cost, with known word forms and unknown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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


def _over(posts: Sequence[str], work: Callable[[str], object]) -> Callable[[], None]:
    """The work on every post; results are let go of, or the collector of garbage would look through all of them."""

    def run() -> None:
        for text in posts:
            work(text)

    return run


def table(posts: Sequence[str], rounds: int, kind: str) -> Table:
    """The stages on the posts: each includes those before it. Run first in a process, or nothing is cold any more."""
    linter = Linter()
    linter.check("Проба, сынақ, test")  # dictionaries are read at the first word: that is not the posts' cost
    cold = {"scan and look up, cold": cpu(_over(posts, look_up)),
            "all, cold": cpu(_over(posts, linter.check))}  # fmt: skip
    cold["all, cold"] += cold["scan and look up, cold"]
    warm = least(
        {
            "scan": _over(posts, scanner.scan),
            "scan and look up": _over(posts, look_up),
            "analysis: with sentences, context, entities": _over(posts, analyse),
            "analysis, matching": _over(posts, linter.raw),
            "all: analysis, matching, filters": _over(posts, linter.check),
        },
        rounds,
    )
    base = warm["scan and look up"]
    rows = [[name, number(len(posts) / s), number(s / len(posts) * 1e6), number(s / base)]
            for name, s in {**warm, **cold}.items()]  # fmt: skip
    length = sum(map(len, posts)) / len(posts)
    note = f"{len(posts):,} posts, {length:.0f} characters on average; times: against «scan and look up»."
    return Table(f"Stages, {kind} posts", ("stage", "posts/s", "µs a post", "times"), rows, note)
