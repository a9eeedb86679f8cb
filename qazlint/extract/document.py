"""The prose of a source, as segments that map every character back to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from qazlint.source import Source
from qazlint.types import Notice, Span


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
        first = self._run_at(span.start)
        if span.end <= span.start:
            place = self._part(first, span).start
            return Span(place, place)
        parts = [self._part(number, span) for number in range(first, self._run_at(span.end - 1) + 1)]
        return Span(min(part.start for part in parts), max(part.end for part in parts))

    def through(self, outer: Segment) -> Segment:
        """The same text, when `runs` are places in the text of `outer`, with runs that are places in outer's source."""
        runs: list[Run] = []
        for number, run in enumerate(self.runs):
            span = Span(run.source, run.source + run.width)
            if run.width != self.end_of(number) - run.at:
                start, end = outer.to_source(span)
                runs.append(Run(run.at, start, end - start))
                continue
            for part in range(outer._run_at(span.start), outer._run_at(max(span.start, span.end - 1)) + 1):
                start, end = outer._part(part, span)
                runs.append(Run(run.at + max(outer.runs[part].at - span.start, 0), start, end - start))
        return Segment(self.text, tuple(runs))

    def _run_at(self, offset: int) -> int:
        return max(0, bisect_right(self.runs, offset, key=lambda run: run.at) - 1)

    def end_of(self, number: int) -> int:
        """Where a run ends in the text."""
        return self.runs[number + 1].at if number + 1 < len(self.runs) else len(self.text)

    def _part(self, number: int, span: Span) -> Span:
        """What a run gives of `span`."""
        run, end = self.runs[number], self.end_of(number)
        if run.width != end - run.at:
            return Span(run.source, run.source + run.width)
        start, end = (min(max(offset - run.at, 0), run.width) for offset in span)
        return Span(run.source + start, run.source + end)


class Remark(NamedTuple):
    """What an author says to qazlint in a comment, from the word `qazlint` on, and where it holds.

    span  the comment in the source; of a comment on paragraphs of a Word document, the paragraphs
    """

    text: str
    span: Span


class Disabled(NamedTuple):
    """A name of rules that front matter switches off for its document; `span` is its place in the source."""

    name: str
    reason: str = ""
    span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself under the key `qazlint` of its front matter.

    author    role of the author; "" when not said
    approved  whether the press service has agreed to it; None when not said
    publish   when it is to be published: a datetime where the hour is said too
    disabled  rules that do not hold for the document
    fields    the whole front matter, as its format reads it
    places    where its fields stand in the source, key and value of one line; a dot leads into a mapping
    problems  what in it could not be used
    """

    author: str = ""
    approved: bool | None = None
    publish: date | None = None
    disabled: tuple[Disabled, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Notice, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict)


SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class Document:
    """What an extractor found in a source.

    source    where it was found
    segments  the prose, in the order of the source
    format    its name in `extract.EXTRACTORS` or `extract.READERS`
    metadata  what its front matter says
    remarks   what its comments say to qazlint, in the order of the source
    """

    source: Source
    segments: tuple[Segment, ...]
    format: str = "plain"
    metadata: Metadata = Metadata()
    remarks: tuple[Remark, ...] = ()
    _begins: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = (len(segment.text) + len(SEPARATOR) for segment in self.segments)
        object.__setattr__(self, "_begins", tuple(accumulate(lengths, initial=0))[:-1])

    @property
    def text(self) -> str:
        """All the prose as one text, segments apart by a blank line (a paragraph's end)."""
        return SEPARATOR.join(segment.text for segment in self.segments)

    def to_source(self, span: Span) -> Span:
        """The span of the source behind a span of `text`; one that crosses segments covers them all."""
        first, last = self._segment_at(span.start), self._segment_at(max(span.start, span.end - 1))
        parts = [self._part(number, span) for number in range(first, last + 1)]
        return Span(min(part.start for part in parts), max(part.end for part in parts))

    def _segment_at(self, offset: int) -> int:
        return max(0, bisect_right(self._begins, offset) - 1)

    def _part(self, number: int, span: Span) -> Span:
        """What a segment gives of `span`."""
        segment, begins = self.segments[number], self._begins[number]
        start, end = (min(max(offset - begins, 0), len(segment.text)) for offset in span)
        return segment.to_source(Span(start, end))
