"""A JSON object on a line for each file: for archives, and for programs that read while qazlint writes."""

from __future__ import annotations

from qazlint.report.clean import dumps
from qazlint.report.json_ import file_data, head, unreadable_data
from qazlint.report.result import Item, Style, Tally
from qazlint.source import Unreadable


class JsonLinesReporter:
    """Every line can be understood by itself: it names the schema's version and the policy's."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._head = head(style)
        del self._head["policy"]["name"]

    def begin(self) -> str:
        """Nothing."""
        return ""

    def add(self, item: Item) -> str:
        """A line: a file as in the report of one object, or `unreadable`."""
        if isinstance(item, Unreadable):
            return dumps(self._head | {"unreadable": unreadable_data(item, self._style.lang)}) + "\n"
        return dumps(self._head | file_data(item, self._style)) + "\n"

    def end(self, tally: Tally) -> str:
        """Nothing."""
        return ""
