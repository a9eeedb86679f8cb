"""Plain text: everything is prose, except what is said to qazlint."""

from __future__ import annotations

from qazlint.extract import remarks
from qazlint.extract.document import Document, Segment
from qazlint.extract.prose import Prose
from qazlint.source import Source


def extract(source: Source) -> Document:
    """The whole text as one segment."""
    pieces, said = remarks.cut(source.text)
    if not said:
        return Document(source, (Segment.contiguous(source.text, 0),), "plain")
    prose = Prose()
    prose.add(*pieces)
    prose.end()
    return Document(source, tuple(prose.segments), "plain", remarks=tuple(said))
