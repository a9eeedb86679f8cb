"""The library: `Linter` calls the stages in order and does nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from qazlint import filters
from qazlint.batch import Check, in_processes
from qazlint.extract import Document
from qazlint.language.pipeline import analyse
from qazlint.match import Matcher
from qazlint.policy import Policy, load_policy
from qazlint.types import Finding, Report

DEFAULT_POLICY = "qazindustry"
DEFAULT_AUTHOR = "employee"


class Linter:
    """Checks texts against one policy.

    policy  the name of a policy that comes with qazlint, the path of a policy folder, or a policy already loaded
    Raises PolicyError when the policy cannot be used, FileNotFoundError when there is none.
    """

    def __init__(self, policy: str | Path | Policy = DEFAULT_POLICY) -> None:
        self.policy = policy if isinstance(policy, Policy) else load_policy(policy)
        self._matcher = Matcher(self.policy)
        self._rules = {rule.id: rule for rule in self.policy.rules}

    def check(self, text: str, author: str = DEFAULT_AUTHOR) -> Report:
        """The report on one text. Raises ValueError for a role that the policy does not know."""
        if author not in self.policy.roles:
            raise ValueError(f"unknown author role {author!r}: the policy has {', '.join(self.policy.roles)}")
        sentences = analyse(text)
        bound = filters.for_author(self._matcher.findings(text, sentences), self._rules, author)
        merged = filters.merge(bound, self._rules)
        return Report(text, tuple(filters.with_fingerprints(merged, text, sentences)), author)

    def check_document(
        self, document: Document, author: str = DEFAULT_AUTHOR, *, suppress: bool = True, require_reason: bool = False,
        baseline: filters.Baseline | None = None,
    ) -> Report:  # fmt: skip
        """The report on a document; its spans lie on the source's text. Raises ValueError for an unknown role.

        suppress        heed the suppressions that stand in the document
        require_reason  those without a reason suppress nothing
        baseline        findings that it knows do not count
        """
        report = self.check(document.text, author)
        found = filters.in_order(
            replace(
                finding,
                span=document.to_source(finding.span),
                related=tuple(map(document.to_source, finding.related)),
            )
            for finding in report.findings
        )
        left, known = filters.without_known(found, baseline, document.source.name)
        return Report(document.source.text, tuple(left), author, tuple(known))

    def check_many(self, texts: Iterable[str], author: str = DEFAULT_AUTHOR, processes: int = 1) -> Iterator[Report]:
        """The reports on many texts, in their order.

        processes  how many to use; more than one pays from some thousands of texts on, each has to start first
        """
        if processes <= 1:
            yield from (self.check(text, author) for text in texts)
        else:
            yield from in_processes(texts, processes, partial(_checker, self.policy, author))

    def raw(self, text: str) -> list[Finding]:
        """What each rule finds by itself, before roles and duplicates are looked at, ordered by position."""
        return filters.in_order(self._matcher.findings(text, analyse(text)))


def _checker(policy: Policy, author: str) -> Check:
    """What a worker process checks with."""
    return partial(Linter(policy).check, author=author)
