"""The examples of the rules, run: each is a test of its rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qazlint.linter import Linter
from qazlint.policy.model import Rule
from qazlint.types import Span


class Example(NamedTuple):
    """One example: its text without the marks, and the marked spans (none for a good example)."""

    rule: Rule
    number: int
    text: str
    expected: tuple[Span, ...]

    @property
    def name(self) -> str:
        """For test reports: 20.in-name-bad-1."""
        return f"{self.rule.id}-{'bad' if self.expected else 'good'}-{self.number}"


def examples(rules: tuple[Rule, ...]) -> Iterator[Example]:
    """Every example of the rules, in order."""
    for rule in rules:
        for number, text in enumerate(rule.examples.bad, 1):
            yield Example(rule, number, *unmark(text))
        for number, text in enumerate(rule.examples.good, 1):
            yield Example(rule, number, text, ())


def unmark(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its [[…]] marks, and the marked spans in it."""
    plain, spans = "", []
    for piece in text.split("[["):
        marked, closed, rest = piece.partition("]]")
        if closed:
            spans.append(Span(len(plain), len(plain) + len(marked)))
        plain += marked + rest
    return plain, tuple(spans)


def failure(linter: Linter, example: Example) -> str:
    """What is wrong with an example, or nothing: each marked span must be found, and nothing outside the marks."""
    found = [finding.span for finding in linter.raw(example.text) if finding.rule_id == example.rule.id]
    for span in example.expected:
        if not any(_overlap(span, other) for other in found):
            return f"not found: «{example.text[span.start : span.end]}» in «{example.text}»"
    for span in found:
        if not any(_overlap(span, other) for other in example.expected):
            return f"found by mistake: «{example.text[span.start : span.end]}» in «{example.text}»"
    return ""


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
