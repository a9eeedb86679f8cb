"""The author's role, and the sets of rules that are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from qazlint.policy.model import DEFAULT_SET, Rule
from qazlint.types import Finding


def for_author(
    findings: Iterable[Finding], rules: Mapping[str, Rule], author: str, sets: Collection[str] = (DEFAULT_SET,)
) -> list[Finding]:
    """Leave out the rules of other sets, and those that do not bind the author's role."""
    return [finding for finding in findings if binds(rules[finding.rule_id], author, sets)]


def binds(rule: Rule, author: str, sets: Collection[str]) -> bool:
    """Whether a rule is one of the sets asked for and binds the author's role."""
    return rule.set in sets and author not in rule.exempt
