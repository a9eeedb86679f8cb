"""What a report is made of: the checked files, those that could not be read, and the policy they were held against."""

from __future__ import annotations

from dataclasses import dataclass

from qazlint.policy import Policy
from qazlint.source import Source, Unreadable
from qazlint.types import SEVERITIES, Report


@dataclass(frozen=True, slots=True)
class FileResult:
    """One checked file; the report's spans are offsets into the source's text."""

    source: Source
    report: Report


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one run of the checker found."""

    policy: Policy
    results: tuple[FileResult, ...]
    unreadable: tuple[Unreadable, ...] = ()

    def reaches(self, level: str) -> bool:
        """Whether a finding is at least as grave as `level`, a severity."""
        grave = SEVERITIES[: SEVERITIES.index(level) + 1]
        return any(finding.severity in grave for result in self.results for finding in result.report.findings)
