"""What a report is made of: checked files and files that could not be read, one after the other, and their count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from qazlint.policy import Policy
from qazlint.source import Source, Unreadable
from qazlint.types import SEVERITIES, Report

WIDEST = 96


@dataclass(frozen=True, slots=True)
class FileResult:
    """One checked file; the report's spans are offsets into the source's text.

    policy  what it was held against, when its configuration names another policy than the run's
    """

    source: Source
    report: Report
    policy: Policy | None = None

    @property
    def place(self) -> str:
        """The file's name, and the line where the source begins when it is a part of the file."""
        return self.source.place


Item = FileResult | Unreadable


@dataclass(frozen=True, slots=True)
class Style:
    """What every format needs to know besides the items.

    policy  the policy that the files are held against: names and strength of clauses
    lang    language of the messages
    colour  whether the output may have terminal colours
    width   how many characters of a line are shown around a passage, where it is underlined
    """

    policy: Policy
    lang: str = "ru"
    colour: bool = False
    width: int = WIDEST

    def of(self, result: FileResult) -> Style:
        """The style for one file, with the policy that it was held against."""
        return self if result.policy is None or result.policy is self.policy else replace(self, policy=result.policy)


@dataclass(slots=True)
class Tally:
    """A count that grows with each item, so that no item need be kept.

    files, unreadable    how many were checked, and how many could not be read
    suppressed           findings that somebody has decided to let pass; they are in none of the other counts
    clauses, severities  findings by the number of the clause and by severity
    """

    files: int = 0
    unreadable: int = 0
    suppressed: int = 0
    clauses: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)

    def add(self, item: Item) -> None:
        """Count an item."""
        if isinstance(item, Unreadable):
            self.unreadable += 1
            return
        self.files += 1
        self.suppressed += len(item.report.suppressed)
        self.clauses.update(finding.clause for finding in item.report.findings)
        self.severities.update(finding.severity for finding in item.report.findings)

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.severities.total()

    def reaches(self, level: str) -> bool:
        """Whether a finding is at least as grave as `level`, a severity."""
        return any(self.severities[severity] for severity in SEVERITIES[: SEVERITIES.index(level) + 1])
