"""Findings that a graver reading of the same sentence or post explains away."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from qazlint.policy.model import NOTHING, POST_REACH, Rule
from qazlint.types import Finding, Sentence


def give_way(findings: Sequence[Finding], rules: Mapping[str, Rule], sentences: Sequence[Sentence]) -> list[Finding]:
    """Leave out the findings whose rule yields to a clause, or a part of one, that is violated beside them.

    Who tells of work done only on paper uses the words of a neutral report of it; what is told is the fraud. Only what
    is there before anything is left out counts, so that the order of the findings means nothing; rules that would
    yield to each other both stay.
    """
    if all(rules[finding.rule_id].yields == NOTHING for finding in findings):
        return list(findings)
    begins = [sentence.tokens[0].start for sentence in sentences]
    places = [bisect_right(begins, finding.span.start) for finding in findings]
    found: dict[int, set[str]] = defaultdict(set)
    for place, finding in zip(places, findings, strict=True):
        found[place].add(finding.rule_id)
    return [
        finding for place, finding in zip(places, findings, strict=True)
        if not _gives_way(rules[finding.rule_id], place, found, rules)
    ]  # fmt: skip


def _gives_way(rule: Rule, place: int, found: Mapping[int, set[str]], rules: Mapping[str, Rule]) -> bool:
    if rule.yields == NOTHING:
        return False
    return any(
        _yields(rule, rules[other], at == place) and not _yields(rules[other], rule, at == place)
        for at in range(place - POST_REACH, place + POST_REACH + 1)
        for other in found.get(at, ())
    )


def _yields(rule: Rule, other: Rule, in_same_sentence: bool) -> bool:
    matters = {other.clause, f"{other.clause}.{other.part}"}
    if in_same_sentence and not rule.yields.sentence.isdisjoint(matters):
        return True
    return not rule.yields.post.isdisjoint(matters)
