"""Collecting prose: extractors add pieces, blocks become segments."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qazlint.extract.document import Remark, Run, Segment

# A link target as the scanner will see it, without the schemes that it does not know; a relative one has no host.
_TARGET = re.compile(
    r"(?:mailto:|tel:)(?P<contact>[^\s<>\"«»“”?]{1,200})"
    r"|(?://|(?=https?://|www\.))(?P<address>[^\s<>\"«»“”]{1,1000})",
    re.IGNORECASE,
)
_NO_END_OF_ADDRESS = ".,!?:;)]}'’…"
# A full stop after a short word may belong to an abbreviation («в г. Астане»).
_SENTENCE_END = re.compile(r"(?:(?<=\w{4})|(?<=[»\")]))\.(?=\s|$)|[!?…](?=\s|$)")


class Piece(NamedTuple):
    """Prose that takes `width` characters from `source` on in the source; the text itself where it is as long."""

    text: str
    source: int
    width: int

    @classmethod
    def verbatim(cls, text: str, source: int) -> Piece:
        """Text that stands in the source as it is."""
        return cls(text, source, len(text))


class Prose:
    """The segments of a document, built from pieces in the order of the source, and the remarks between them."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.remarks: list[Remark] = []
        self._asides: list[Segment] = []
        self._clear()

    def _clear(self) -> None:
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._links: list[tuple[int, Piece]] = []

    def add(self, *pieces: Piece) -> None:
        """Prose of the present block."""
        for text, source, width in pieces:
            if not text:
                continue
            last = self._runs[-1] if self._runs else None
            if last and last.width == self._length - last.at and width == len(text) == source + width - _end(last):
                self._runs[-1] = last._replace(width=last.width + width)
            else:
                self._runs.append(Run(self._length, source, width))
            self._texts.append(text)
            self._length += len(text)

    def space(self, source: int, width: int) -> None:
        """White space that separates words, and none where nothing would be separated."""
        if self._texts and self._texts[-1][-1] not in " \n":
            self.add(Piece(" ", source, width))

    def link(self, target: str, source: int, width: int) -> None:
        """A link whose text begins or ends here. Its target is put to the end of the sentence, so that rules see an
        address beside the words that link to it, and the words stay together."""
        found = _TARGET.match(target.strip())
        if found and found[0]:
            address = (found["contact"] or found["address"]).rstrip(_NO_END_OF_ADDRESS)
            self._links.append((self._length, Piece(address, source, width)))

    def aside(self, pieces: Iterable[Piece]) -> None:
        """Prose that does not belong to the words around it (a picture's description): a segment after this block."""
        aside = Prose()
        aside.add(*pieces)
        aside.end()
        self._asides += aside.segments

    def _segment(self) -> Segment:
        return Segment("".join(self._texts), tuple(self._runs))

    def end(self) -> None:
        """The present block ends, if there is one."""
        segment = self._segment()
        if self._links:
            segment = _with(segment, self._links)
        if segment.text and not segment.text.isspace():
            self.segments.append(segment)
        self.segments += self._asides
        self._asides = []
        self._clear()


def _end(run: Run) -> int:
    return run.source + run.width


def _with(segment: Segment, links: list[tuple[int, Piece]]) -> Segment:
    """The segment with each link's target put to the end of its sentence, unless the text shows it anyway."""
    text, result, done = segment.text, Prose(), 0
    ends = [match.start() for match in _SENTENCE_END.finditer(text)] + [len(text)]
    for at, piece in links:
        reach = len(piece.text) + 8
        if piece.text not in text[max(0, at - reach) : at + reach]:
            end = ends[bisect_left(ends, at)]
            result.add(*_cut(segment, done, end), Piece(" ", piece.source, 0), piece)
            done = end
    result.add(*_cut(segment, done, len(text)))
    return result._segment()


def _cut(segment: Segment, start: int, end: int) -> Iterator[Piece]:
    """The pieces between two offsets."""
    first = max(0, bisect_right(segment.runs, start, key=lambda run: run.at) - 1)
    for number in range(first, len(segment.runs)):
        run, limit = segment.runs[number], segment.end_of(number)
        if run.at >= end:
            return
        begins, ends = max(start, run.at), min(end, limit)
        if run.width == limit - run.at:
            yield Piece.verbatim(segment.text[begins:ends], run.source + begins - run.at)
        else:
            yield Piece(segment.text[begins:ends], run.source, run.width)
