"""What the tests of all formats share: a small policy, two files and one that is missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qazlint import Linter
from qazlint.extract import extract
from qazlint.report import reporter
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.source import Source, Unreadable
from tests.policy.small import write

TEXT = "Привет!\nГде моя премия, а 👍🏽 оклад?\n"


def render(name: str, style: Style, items: Iterable[Item]) -> str:
    """The whole output of a format."""
    output, tally = reporter(name, style), Tally()
    pieces = [output.begin()]
    for item in items:
        tally.add(item)
        pieces.append(output.add(item))
    return "".join((*pieces, output.end(tally)))


def checked(linter: Linter, text: str, name: str = "a.txt") -> FileResult:
    source = Source(name, text)
    return FileResult(source, linter.check_document(extract(source)))


def shared(folder: Path) -> tuple[Style, tuple[Item, ...]]:
    linter = Linter(write(folder))
    items = (checked(linter, TEXT), Unreadable("c.txt", "missing"), checked(linter, "Всё тихо", "b.txt"))
    return Style(linter.policy), items
