"""A line on the terminal that says how far a long run has come. Nobody sees it in a pipe, a log or a short run."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from qazlint.extract import Document
from qazlint.inputs import Input
from qazlint.source import Unreadable

PATIENCE = 1.0  # seconds before the line appears
PERIOD = 0.1  # seconds between two drawings
WIDTH = 30


class Progress:
    """Counts the bytes of inputs as their documents come by.

    stream  where the line is drawn, when it is a terminal; standard error when not given
    clock   seconds
    """

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream or sys.stderr, clock
        self._begun = self._drawn = clock()
        self._shown = 0  # characters of the line that stands on the terminal
        self._total = self._before = self._done = self._documents = 0
        self.is_on = self._stream.isatty()

    def inputs(self, given: Iterable[Input | Unreadable]) -> Iterator[Input | Unreadable]:
        """The inputs; all are listed before the first one is read, to know how much there is."""
        if not self.is_on:
            yield from given
            return
        listed = list(given)
        sizes = [_size(item) for item in listed]
        self._total = sum(sizes)
        for item, size in zip(listed, sizes, strict=True):
            yield item
            self._before += size
            self._done = self._before

    def add(self, document: Document | Unreadable) -> None:
        """A document has been read: a file, or a part of one."""
        if not self.is_on:
            return
        self._documents += 1
        if isinstance(document, Document):
            self._done = min(self._done + len(document.source.text.encode(errors="replace")) + 1, self._total)
        now = self._clock()
        if now - self._begun >= PATIENCE and now - self._drawn >= PERIOD:
            self._drawn = now
            self._draw(self._line(now - self._begun))

    def hide(self) -> None:
        """Make way for other output."""
        if self._shown:
            self._draw("")

    def _line(self, passed: float) -> str:
        if not self._done:
            return f"qazlint: {self._documents}"
        part = self._done / self._total
        minutes, seconds = divmod(round(passed / part - passed), 60)
        full = int(part * WIDTH)
        return f"qazlint: [{'#' * full}{'-' * (WIDTH - full)}] {part:4.0%}  {minutes}:{seconds:02}"

    def _draw(self, line: str) -> None:
        self._stream.write("\r" + line.ljust(self._shown) + ("" if line else "\r"))
        self._stream.flush()
        self._shown = len(line)


def _size(given: Input | Unreadable) -> int:
    """Bytes of a file; what git holds of it is about as long."""
    try:
        return given.path.stat().st_size if isinstance(given, Input) and given.path else 0
    except OSError:
        return 0


