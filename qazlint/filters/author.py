"""The author's role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qazlint.policy.model import Rule
from qazlint.types import Finding


def for_author(findings: Iterable[Finding], rules: Mapping[str, Rule], author: str) -> list[Finding]:
    """Leave out the rules that do not bind the author's role."""
    return [finding for finding in findings if author not in rules[finding.rule_id].exempt]
