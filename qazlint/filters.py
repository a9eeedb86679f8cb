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


def merge(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """One finding for one clause (or part of a clause) on one passage.

    Of overlapping ones the gravest, surest, shortest, earliest is kept and takes over what the others cite.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_gravest_first):
        other = next((at for at, k in enumerate(kept) if _same_passage(k, finding, rules)), None)
        if other is None:
            kept.append(finding)
        else:
            kept[other] = _joined(kept[other], finding)
    return in_order(kept)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By position, then by clause and rule."""
    return sorted(findings, key=lambda f: (f.span, f.clause, f.rule_id))


def _gravest_first(finding: Finding) -> tuple[int, int, int, Span, str]:
    return (
        SEVERITIES.index(finding.severity),
        _CONFIDENCES.index(finding.confidence),
        finding.span.end - finding.span.start,
        finding.span,
        finding.rule_id,
    )


def _same_passage(one: Finding, other: Finding, rules: Mapping[str, Rule]) -> bool:
    same = one.clause == other.clause and rules[one.rule_id].part == rules[other.rule_id].part
    return same and one.span.start < other.span.end and other.span.start < one.span.end


def _joined(kept: Finding, other: Finding) -> Finding:
    return replace(
        kept,
        cites=tuple(dict.fromkeys((*kept.cites, *other.cites))),
        related=tuple(dict.fromkeys((*kept.related, *other.related))),
    )
