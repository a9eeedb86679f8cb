"""Findings → text, item by item. A format is a module with a class and a line in this table.

The modules are imported when they are used: a run needs one of them, and the command line only the names.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qazlint.report.result import Item, Style, Tally

__all__ = ["FORMATS", "FOR_PEOPLE", "Reporter", "reporter"]

FORMATS: Mapping[str, str] = {
    "text": "text:TextReporter",
    "html": "html:HtmlReporter",
    "json": "json_:JsonReporter",
    "jsonl": "jsonl:JsonLinesReporter",
    "sarif": "sarif:SarifReporter",
    "github": "github:GithubReporter",
    "junit": "junit:JunitReporter",
    "line": "line:LineReporter",
}
FOR_PEOPLE = frozenset({"text", "line"})  # in the terminal's encoding; what programs read is UTF-8 everywhere


class Reporter(ABC):
    """A format at work: the output is what `begin`, an `add` for each item, and `end` return, put together."""

    def begin(self) -> str:
        """What stands before the first item."""
        return ""

    @abstractmethod
    def add(self, item: Item) -> str:
        """The next item, in words."""

    def end(self, tally: Tally) -> str:
        """What stands after the last item; `tally` has counted all of them."""
        return ""


def reporter(name: str, style: Style) -> Reporter:
    """A reporter at the beginning of its output. Raises KeyError for a format that is not in `FORMATS`."""
    module, _, kind = FORMATS[name].partition(":")
    made: Reporter = getattr(import_module(f"{__name__}.{module}"), kind)(style)
    return made
