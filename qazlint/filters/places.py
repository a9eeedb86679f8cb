"""The lines that a suppression is for: lines of the source, as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from qazlint.extract import Document
from qazlint.types import Span

_FROM_FIRST_WORD = re.compile(r"\S[^\r\n]*")


class Lines:
    """The lines of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def at(self, offset: int) -> int:
        """The line of a code-point offset into the source."""
        return self._document.source.position(offset)[0]

    def of(self, command: str, span: Span) -> Iterable[int]:
        """The lines that a directive is for: those that it stands on, or the next one with prose. None for others."""
        last = self.at(max(span.start, span.end - 1))
        if command == "disable-line":
            return range(self.at(span.start), last + 1)
        if command == "disable-next-line":
            after = bisect_right(self._with_prose, last)
            return self._with_prose[after : after + 1]
        return ()

    @cached_property
    def _with_prose(self) -> list[int]:
        found = set()
        for segment in self._document.segments:
            for number, run in enumerate(segment.runs):
                text = segment.text[run.at : segment.end_of(number)]
                exact = run.width == len(text)
                for match in _FROM_FIRST_WORD.finditer(text):
                    found.add(self.at(run.source + match.start() if exact else run.source))
        return sorted(found)
