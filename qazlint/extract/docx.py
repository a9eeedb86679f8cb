"""Word documents: the text of paragraphs, tables, headers and footers, notes and comments.

`Source.text` is made of the paragraphs, one a line, so that a line number is the number of a paragraph and a column
the place in it: first the body, then headers, footers, notes, comments and the descriptions of pictures.
A line break inside a paragraph is U+2028. What was deleted under change tracking is not read; paragraphs whose
end was deleted are read as one. A comment that says
something to qazlint says it of the paragraphs that it is a comment on.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from itertools import accumulate
from typing import BinaryIO
from xml.parsers import expat

from qazlint.extract import opc, remarks
from qazlint.extract.document import Document, Remark
from qazlint.extract.opc import TooLargeError
from qazlint.extract.prose import Piece, Prose
from qazlint.extract.wordml import Link, Paragraph, Reader
from qazlint.files import LARGEST
from qazlint.source import Source, Unreadable
from qazlint.types import Span

# Kinds of parts, by the end of their content type, in the order in which they are read. ECMA-376-1, 11.3.
PARTS = ("main", "header", "footer", "footnotes", "endnotes", "comments")
_OLE = b"\xd0\xcf\x11\xe0"  # the container of encrypted and of old documents
_ZIP = b"PK"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, KeyError, NotImplementedError, OSError, RuntimeError,
    ValueError,
)  # fmt: skip


def read(stream: BinaryIO, name: str, largest: int = LARGEST) -> Iterator[Document | Unreadable]:
    """The document in a stream of at most `largest` bytes: one item."""
    try:
        found = _read(stream.read(largest + 1), name, largest)
    except TooLargeError as error:
        found = Unreadable(name, "too-large", str(error))
    except opc.NoDocumentError:
        found = Unreadable(name, "no-word")
    except _BROKEN as error:
        found = Unreadable(name, "damaged", " ".join(str(error).split())[:200])
    yield found


def _read(data: bytes, name: str, largest: int) -> Document | Unreadable:
    if len(data) > largest:
        raise TooLargeError(f"> {largest} B")
    if data.startswith(_OLE):
        return Unreadable(name, "protected")
    if not data.startswith(_ZIP):
        return Unreadable(name, "no-word")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _document(_paragraphs(archive, len(data)), name)


def _document(paragraphs: list[Paragraph], name: str) -> Document:
    lines = ["".join(paragraph.texts) for paragraph in paragraphs]
    begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
    prose = Prose()
    for paragraph, text, at in zip(paragraphs, lines, begins, strict=False):
        pieces, said = remarks.cut(text, at)
        where = paragraph.about and Span(begins[paragraph.about[0]], begins[paragraph.about[1] + 1] - 1)
        prose.remarks += [Remark(remark.text, where or remark.span) for remark in said]
        links = deque(paragraph.links)
        for piece in pieces:
            _add(prose, piece, links, at)
        if not paragraph.runs_on:
            prose.end()
    prose.end()
    source = Source(name, "\n".join(lines), "docx")
    return Document(source, tuple(prose.segments), "docx", remarks=tuple(prose.remarks))


def _add(prose: Prose, piece: Piece, links: deque[Link], at: int) -> None:
    """Prose of a paragraph that begins at `at`, with the targets of the links in it, which are taken away."""
    text, begins, done = piece.text, piece.source - at, 0
    while links and links[0].start <= begins + len(text):
        target, start, end = links.popleft()
        reached = max(start - begins, done)
        prose.add(Piece.verbatim(text[done:reached], piece.source + done))
        prose.link(target, at + start, end - start)
        done = reached
    prose.add(Piece.verbatim(text[done:], piece.source + done))


def _paragraphs(archive: zipfile.ZipFile, packed: int) -> list[Paragraph]:
    package = opc.Package(archive, packed)
    reader = Reader()
    for part in opc.parts(package, PARTS):
        reader.targets = opc.targets(package, part)
        package.parse(part, reader.start, reader.end, reader.characters)
    return reader.paragraphs + reader.descriptions
