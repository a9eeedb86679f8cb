"""Code-point offsets ↔ the editor's positions: lines from 0, columns in the units that both sides agreed on."""

from __future__ import annotations

from lsprotocol import types

from qazlint.source import Source
from qazlint.types import Span


class Positions:
    """Places of one text.

    encoding  "utf-8", "utf-16" or "utf-32": what a column counts
    """

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._encoding = encoding

    def range(self, span: Span) -> types.Range:
        """Where a span lies."""
        return types.Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> types.Position:
        """Where a code-point offset lies; clamped to the text."""
        line, column = self._source.position(offset)
        start = min(max(offset, 0), len(self._source.text)) - (column - 1)
        return types.Position(line - 1, sum(map(self._units, self._source.text[start : start + column - 1])))

    def offset(self, position: types.Position) -> int:
        """The code-point offset of a position; one inside a character is before it, one beyond a line at its end."""
        start, end = self._source.line_at(position.line)
        units = 0
        for offset in range(start, end):
            units += self._units(self._source.text[offset])
            if units > position.character:
                return offset
        return end

    def _units(self, character: str) -> int:
        if self._encoding == "utf-32":
            return 1
        if self._encoding == "utf-8":
            return len(character.encode("utf-8", "surrogatepass"))
        return 2 if character > "\uffff" else 1
