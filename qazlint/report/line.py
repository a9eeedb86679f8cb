"""A line for each finding, as compilers write it: editors and grep know what to do with it."""

from __future__ import annotations

from collections.abc import Iterator

from qazlint.report import Reporter
from qazlint.report.clean import printable
from qazlint.report.result import Item, Style
from qazlint.source import Unreadable


class LineReporter(Reporter):
    """`file:line:column: level clause [rule] message`; lines and columns from 1, columns in code points."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang

    def add(self, item: Item) -> str:
        """The lines of an item; none for a file without findings."""
        return "".join(f"{printable(line)}\n" for line in self._lines(item))

    def _lines(self, item: Item) -> Iterator[str]:
        lang = self._lang
        if isinstance(item, Unreadable):
            yield f"{item.name}:{item.line or 1}:1: error - [unreadable] {item.why(lang)}"
            return
        source, report = item.source, item.report
        found = [(f.span.start, f"{f.severity} {f.clause} [{f.rule_id}] {f.message(lang)}") for f in report.findings]
        found += [(n.span.start, f"note {n.clause or '-'} [{n.kind}] {n.text(lang)}") for n in report.notices]
        for start, words in sorted(found, key=lambda pair: pair[0]):
            line, column = source.position(start)
            yield f"{source.name}:{line}:{column}: {words}"
