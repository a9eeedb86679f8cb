"""What was found on the lines that were changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from qazlint.source import Source
from qazlint.types import Finding, Report


def on_lines(report: Report, source: Source, lines: Sequence[range]) -> Report:
    """The report without the findings, suppressed ones too, whose passage touches none of the lines.

    lines  ranges in order, as git numbers lines: to git only a line feed ends one, so that numbers differ from those of
           `Source.position` where a carriage return stands alone
    Notices stay: most are about the post as a whole.
    """

    def number(offset: int) -> int:
        return source.first_line + source.text.count("\n", 0, offset)

    def is_touched(finding: Finding) -> bool:
        first, last = number(finding.span.start), number(max(finding.span.start, finding.span.end - 1))
        at = bisect_right(lines, last, key=lambda changed: changed.start) - 1
        return at >= 0 and lines[at].stop > first

    return replace(
        report,
        findings=tuple(filter(is_touched, report.findings)),
        suppressed=tuple(item for item in report.suppressed if is_touched(item.finding)),
    )
