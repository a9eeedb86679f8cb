"""The library: `Linter` calls the stages in order and does nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qazlint import filters
from qazlint.language import analyse
from qazlint.match import Matcher
from qazlint.policy import Policy, load_policy
from qazlint.types import Finding

DEFAULT_POLICY = "qazindustry"
DEFAULT_AUTHOR = "employee"


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one text, sorted by position; spans are code-point offsets into `text`."""

    text: str
    findings: tuple[Finding, ...]
    author: str = DEFAULT_AUTHOR


class Linter:
    """Checks texts against one policy.

    policy  the name of a policy that comes with qazlint, or the path of a policy folder
    Raises PolicyError when the policy cannot be used, FileNotFoundError when there is none.
    """

    def __init__(self, policy: str | Path = DEFAULT_POLICY) -> None:
        self.policy: Policy = load_policy(policy)
        self._matcher = Matcher(self.policy)
        self._rules = {rule.id: rule for rule in self.policy.rules}

    def check(self, text: str, author: str = DEFAULT_AUTHOR) -> Report:
        """The report on one text. Raises ValueError for a role that the policy does not know."""
        if author not in self.policy.roles:
            raise ValueError(f"unknown author role {author!r}: the policy has {', '.join(self.policy.roles)}")
        found = self._matcher.findings(text, analyse(text))
        return Report(text, tuple(filters.merge(filters.for_author(found, self._rules, author))), author)

    def check_many(self, texts: Iterable[str], author: str = DEFAULT_AUTHOR, processes: int = 1) -> Iterator[Report]:
        """The reports on many texts, in their order."""
        for text in texts:
            yield self.check(text, author)
