"""Duplicates and order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from qazlint.policy.model import Rule
from qazlint.types import DOUBTFUL, SEVERITIES, Finding, Span

_CONFIDENCES = ("high", "medium", "low")


def without_doubtful(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out the findings against which the rest of the post speaks."""
    return (finding for finding in findings if finding.confidence != DOUBTFUL)


def merge(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """One finding for one clause (or part of a clause) on one passage.

    Of overlapping ones the gravest, surest, shortest, earliest is kept and takes over what the others cite.
    """
    by_matter: dict[tuple[str, str], list[Finding]] = {}
    for finding in sorted(findings, key=_gravest_first):
        _take_in(by_matter.setdefault((finding.clause, rules[finding.rule_id].part), []), finding)
    return in_order(finding for kept in by_matter.values() for finding in kept)


def _take_in(kept: list[Finding], finding: Finding) -> None:
    """Add a finding to those kept, which are in order and do not overlap, or join it to the one that it overlaps."""
    at = bisect_left(kept, finding.span.start, key=lambda other: other.span.end - 1)
    if at < len(kept) and kept[at].span.start < finding.span.end:
        kept[at] = _joined(kept[at], finding)
    else:
        kept.insert(at, finding)


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


def _joined(kept: Finding, other: Finding) -> Finding:
    return replace(
        kept,
        cites=tuple(dict.fromkeys((*kept.cites, *other.cites))),
        related=tuple(dict.fromkeys((*kept.related, *other.related))),
    )
