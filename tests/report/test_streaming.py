"""Reporters keep nothing of what they have written."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest

from qazlint import Finding, Linter, Report, Span
from qazlint.report import FORMATS, reporter
from qazlint.report.result import FileResult, Style, Tally
from qazlint.source import Source
from tests.policy.small import write


def posts(first: int, last: int) -> list[FileResult]:
    """Lines of an archive with a finding each, no two of them alike."""
    found = []
    for number in range(first, last):
        text = f"Где премия {number}?"
        finding = Finding("1", "1.money", "error", Span(4, 10), messages={"ru": f"Деньги {number}"}, fingerprint=f"{number:016x}")
        found.append(FileResult(Source("a.jsonl", text, first_line=number), Report(text, (finding,))))
    return found


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_memory_does_not_grow_with_the_archive(name: str, tmp_path: Path) -> None:
    output, tally = reporter(name, Style(Linter(write(tmp_path)).policy)), Tally()
    output.begin()
    for item in posts(1, 100):
        tally.add(item)
        output.add(item)
    later = posts(100, 1100)
    tracemalloc.start()
    written = 0
    for item in later:
        tally.add(item)
        written += len(output.add(item))
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert written > 1000 * len("a.jsonl")
    assert kept < 10_000, "bytes"
