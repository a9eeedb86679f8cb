"""What happens to findings between the matcher and the report: list → list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from qazlint.policy.model import Rule
from qazlint.types import SEVERITIES, Finding, Span

_CONFIDENCES = ("high", "medium", "low")


def for_author(findings: Iterable[Finding], rules: Mapping[str, Rule], author: str) -> list[Finding]:
    """Leave out the rules that do not bind the author's role."""
    return [finding for finding in findings if author not in rules[finding.rule_id].exempt]


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for one clause on one passage: of overlapping ones the gravest, surest, earliest is kept.

    Rules of clause 26 that stand for different offences (26.obscenity, 26.insult) are kept apart.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_gravest_first):
        other = next((k for k in kept if _same_matter(k, finding) and _overlap(k.span, finding.span)), None)
        if other is None:
            kept.append(finding)
        else:
            kept[kept.index(other)] = replace(
                other,
                cites=tuple(dict.fromkeys((*other.cites, *finding.cites))),
                related=tuple(dict.fromkeys((*other.related, *finding.related))),
            )
    return in_order(kept)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By position, then by clause and rule."""
    return sorted(findings, key=lambda f: (f.span, f.clause, f.rule_id))


def _gravest_first(finding: Finding) -> tuple[int, int, int, Span, str]:
    return (
        SEVERITIES.index(finding.severity),
        _CONFIDENCES.index(finding.confidence),
        finding.span.start - finding.span.end,
        finding.span,
        finding.rule_id,
    )


def _same_matter(one: Finding, other: Finding) -> bool:
    """The same clause and the same heading under it: the part of the rule id before the first hyphen."""
    return one.clause == other.clause and one.rule_id.partition("-")[0] == other.rule_id.partition("-")[0] or (
        one.clause == other.clause and "-" not in one.rule_id + other.rule_id and one.clause != "26"
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
