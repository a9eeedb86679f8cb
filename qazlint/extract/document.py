"""The prose of a source, as segments that map every character back to it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from qazlint.source import Source
from qazlint.types import Span


class Run(NamedTuple):
    """From `at` in the segment's text (up to the next run) the characters come from `source` on in the source.

    `width` is how many characters of the source each one stands for together: equal to the length of the run for text
    taken over as it is; another number for a run that was written otherwise (`&laquo;` for «), which maps as a whole.
    """

    at: int
    source: int
    width: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of prose that belongs together: words and sentences do not cross its ends.

    text  what is checked
    runs  where it comes from, in order; the first begins at 0
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def contiguous(cls, text: str, start: int) -> Segment:
        """Text that stands in the source as it is, from `start` on."""
        return cls(text, (Run(0, start, len(text)),))

    def to_source(self, span: Span) -> Span:
        """The span of the source that gave `span` of the text; a rewritten character is covered whole."""
        start = self._place(span.start, last=False)
        return Span(start, max(start, self._place(span.end, last=True)))

    def _place(self, offset: int, last: bool) -> int:
        """The place in the source of an offset; as the end of a span it belongs to the run of the character before."""
        number = max(0, bisect_right(self.runs, offset - last, key=lambda run: run.at) - 1)
        run = self.runs[number]
        end = self.runs[number + 1].at if number + 1 < len(self.runs) else len(self.text)
        if run.width == end - run.at:
            return run.source + offset - run.at
        return run.source + (run.width if last else 0)


@dataclass(frozen=True, slots=True)
class Document:
    """What an extractor found in a source.

    source    where it was found
    segments  the prose, in the order of the source
    format    the extractor's name in `extract.EXTRACTORS`
    """

    source: Source
    segments: tuple[Segment, ...]
    format: str = "plain"

    @property
    def text(self) -> str:
        """All the prose as one text, segments apart by a blank line (a paragraph's end)."""
        return SEPARATOR.join(segment.text for segment in self.segments)

    def to_source(self, span: Span) -> Span:
        """The span of the source behind a span of `text`; one that crosses segments runs to the end of the last."""
        start, begins = self._segment(span.start)
        end, ends = self._segment(max(span.start, span.end - 1))
        first = self.segments[start].to_source(Span(span.start - begins, span.start - begins))
        last = self.segments[end].to_source(Span(max(0, span.end - ends - 1), span.end - ends))
        return Span(first.start, max(first.start, last.end))

    def _segment(self, offset: int) -> tuple[int, int]:
        """The number of the segment that an offset into `text` is in, and where it begins."""
        begins = 0
        for number, segment in enumerate(self.segments):
            if offset < begins + len(segment.text) + len(SEPARATOR) or number == len(self.segments) - 1:
                return number, begins
            begins += len(segment.text) + len(SEPARATOR)
        raise ValueError("a document without segments has no text")


SEPARATOR = "\n\n"
