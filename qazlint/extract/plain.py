"""Plain text: everything is prose."""

from __future__ import annotations

from qazlint.extract.document import Document, Segment
from qazlint.source import Source


def extract(source: Source) -> Document:
    """The whole text as one segment."""
    return Document(source, (Segment.contiguous(source.text, 0),), "plain")
