"""Findings on the lines that were changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from qazlint.source import Source
from qazlint.types import Finding


def on_lines(findings: Iterable[Finding], source: Source, lines: Sequence[range]) -> list[Finding]:
    """Leave out findings whose passage touches none of the lines: ranges in order, as git numbers lines.

    To git only a line feed ends a line, so that numbers differ from those of `Source.position` where a carriage return
    stands alone.
    """

    def number(offset: int) -> int:
        return source.first_line + source.text.count("\n", 0, offset)

    def is_touched(finding: Finding) -> bool:
        first, last = number(finding.span.start), number(max(finding.span.start, finding.span.end - 1))
        at = bisect_right(lines, last, key=lambda changed: changed.start) - 1
        return at >= 0 and lines[at].stop > first

    return [finding for finding in findings if is_touched(finding)]
