"""Findings on changed lines: a passage counts by the lines that it touches, as git numbers them."""

from __future__ import annotations

import pytest

from qazlint.filters.lines import on_lines
from qazlint.source import Source
from qazlint.types import Finding, Report, Span, Suppressed

TEXT = "один\r\nдва\rтри\nчетыре\n"  # to git three lines


def kept(passage: str, *lines: range, first_line: int = 1) -> bool:
    start = TEXT.index(passage)
    finding = Finding("1", "1.x", "error", Span(start, start + len(passage)))
    report = Report(TEXT, (finding,), suppressed=(Suppressed(finding, "", "baseline"),))
    left = on_lines(report, Source("x", TEXT, first_line=first_line), lines)
    assert bool(left.findings) == bool(left.suppressed)
    return left == report


@pytest.mark.parametrize(
    ("passage", "numbers"),
    [("один", {1}), ("\n", {1}), ("два", {2}), ("три", {2}), ("четыре", {3}), ("три\nчет", {2, 3}), ("один\r\nдва\rтри\nч", {1, 2, 3})],
)
def test_a_passage_touches_its_lines(passage: str, numbers: set[int]) -> None:
    for number in range(6):
        assert kept(passage, range(number, number + 1)) == (number in numbers)
    assert kept(passage, range(1), range(1, 4), range(9, 99))
    assert not kept(passage)


def test_a_part_of_a_file_has_its_own_numbers() -> None:
    assert kept("два", range(11, 12), first_line=10)
    assert not kept("два", range(2, 3), first_line=10)
