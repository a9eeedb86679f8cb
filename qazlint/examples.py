"""The examples of the rules, run: each is a test of its rule."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from qazlint.extract import extract
from qazlint.linter import Linter
from qazlint.match import facts
from qazlint.policy.model import Rule
from qazlint.source import Source
from qazlint.types import Finding, Span

PAGE = "page.md"  # what an example of a rule about pages is called, unless it says otherwise
_SAYS = re.compile(r"^# (page|beside): *(.+?) *$", re.MULTILINE)


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
    rule, text = example.rule, example.text
    findings = _on_page(rule, text) if rule.checks else linter.raw(text)
    found = [finding.span for finding in findings if finding.rule_id == rule.id]
    for span in example.expected:
        if not any(_overlap(span, other) for other in found):
            return f"not found: «{example.text[span.start : span.end]}» in «{example.text}»"
    for span in found:
        if not any(_overlap(span, other) for other in example.expected):
            return f"found by mistake: «{example.text[span.start : span.end]}» in «{example.text}»"
    return ""


def _on_page(rule: Rule, text: str) -> list[Finding]:
    """What a rule finds in a Markdown page, whose comments may say how it is called and what files lie beside it."""
    said = dict(_SAYS.findall(text))
    beside = {os.path.abspath(name.strip()) for name in said.get("beside", "").split(",")}
    page = extract(Source(said.get("page", PAGE), text), "markdown")
    found = facts.check(page, [rule], lambda path: os.path.abspath(path) in beside)
    return [item for item in found if isinstance(item, Finding)]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
