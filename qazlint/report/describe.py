"""What several formats say of a finding: how its clause is called, how strong it is, where it lies."""

from __future__ import annotations

from typing import NamedTuple

from qazlint.policy.model import Text
from qazlint.report.result import Style
from qazlint.report.wording import SEVERITY, WORDS, named, say
from qazlint.source import Source
from qazlint.types import Finding, Span


def inside(texts: Text, lang: str) -> str:
    """A policy's text in the language asked for; Russian where there is none."""
    return texts.get(lang) or texts.get("ru", "")


class Region(NamedTuple):
    """A span in lines and columns, all from 1; columns are code points, the end column is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(span: Span, source: Source) -> Region:
    """Where a span lies in its file."""
    return Region(*source.position(span.start), *source.position(span.end))


def title(finding: Finding, style: Style) -> str:
    """What the clause is about; "" where the policy does not say."""
    return inside(style.policy.clauses[finding.clause].title, style.lang)


def strength(finding: Finding, style: Style) -> str:
    """How strong the clause is, in its own words; in ours where it has none."""
    own = inside(style.policy.clauses[finding.clause].strength, style.lang)
    return own or say(SEVERITY, finding.severity, style.lang)


def heading(finding: Finding, style: Style) -> str:
    """The clause and its strength: «п. 20, не рекомендуется»."""
    return f"{named('clause', finding.clause, style.lang)}, {strength(finding, style)}"


def advice(finding: Finding, style: Style) -> str:
    """What to do, introduced; "" where the policy does not say."""
    text = finding.advice(style.lang)
    return f"{say(WORDS, 'advice', style.lang)}: {text}" if text else ""
