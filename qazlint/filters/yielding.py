"""Findings that a graver reading of the same sentence explains away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from qazlint.policy.model import Rule
from qazlint.types import Finding, Sentence


def give_way(findings: Sequence[Finding], rules: Mapping[str, Rule], sentences: Sequence[Sentence]) -> list[Finding]:
    """Leave out the findings whose rule yields to a clause, or a part of one, that is violated in the same sentence.

    A sentence about work done only on paper has the words of a neutral report of it; what it tells is the fraud. Only
    what is there before anything is left out counts, so that the order of the findings means nothing.
    """
    if not any(rules[finding.rule_id].yields for finding in findings):
        return list(findings)
    begins = [sentence.tokens[0].start for sentence in sentences]
    matters: dict[int, set[str]] = {}
    for finding in findings:
        part = rules[finding.rule_id].part
        named = matters.setdefault(bisect_right(begins, finding.span.start), set())
        named |= {finding.clause, f"{finding.clause}.{part}"} if part else {finding.clause}
    return [
        finding
        for finding in findings
        if rules[finding.rule_id].yields.isdisjoint(matters[bisect_right(begins, finding.span.start)])
    ]
