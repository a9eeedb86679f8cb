"""A JSON object on a line for each file: for archives, and for programs that read while qazlint writes."""

from __future__ import annotations

from qazlint.report import Reporter
from qazlint.report.clean import dumps
from qazlint.report.json_ import file_data, head, unreadable_data
from qazlint.report.result import Item, Style
from qazlint.source import Unreadable


class JsonLinesReporter(Reporter):
    """Every line can be understood by itself: it names the schema's version and the policy's."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def add(self, item: Item) -> str:
        """A line: a file as in the report of one object, or `unreadable`."""
        if isinstance(item, Unreadable):
            return dumps(head(self._style) | {"unreadable": unreadable_data(item, self._style.lang)}) + "\n"
        style = self._style.of(item)
        return dumps(head(style) | file_data(item, style)) + "\n"
