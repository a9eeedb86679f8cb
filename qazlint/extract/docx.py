"""Word documents: the text of paragraphs, tables, headers and footers, notes and comments.

`Source.text` is made of the paragraphs, one a line, so that a line number is the number of a paragraph and a column
the place in it: first the body, then headers, footers, notes, comments and the descriptions of pictures.
A line break inside a paragraph is U+2028. What was deleted under change tracking is not read. A comment that says
something to qazlint says it of the paragraphs that it is a comment on.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from qazlint.extract import opc, remarks
from qazlint.extract.document import Document, Remark
from qazlint.extract.opc import TooLargeError
from qazlint.extract.prose import Piece, Prose
from qazlint.files import LARGEST
from qazlint.source import Source, Unreadable
from qazlint.types import Span

MOST_PARAGRAPHS = 200_000
LINE = "\N{LINE SEPARATOR}"

# Kinds of parts, by the end of their content type, in the order in which they are read. ECMA-376-1, 11.3.
PARTS = ("main", "header", "footer", "footnotes", "endnotes", "comments")
# Properties (where `tab` is no character), deleted and moved text, and the copies of pictures for old programs.
UNREAD = frozenset(("Fallback", "del", "moveFrom", "pPr", "rPr", "sectPr"))
CHARACTERS = {"br": LINE, "cr": LINE, "noBreakHyphen": "-", "softHyphen": "\N{SOFT HYPHEN}", "tab": "\t"}
# ECMA-376-1, transitional and strict.
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SPACES = {10: " ", 13: " "}  # a line is a paragraph
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
    reader = _Reader()
    for part in opc.parts(package, PARTS):
        reader.targets = opc.targets(package, part)
        package.parse(part, reader.start, reader.end, reader.characters)
    return reader.paragraphs + reader.descriptions


# ---- the parts
class Link(NamedTuple):
    """Where a link leads, and which part of its paragraph's text is the link."""

    target: str
    start: int
    end: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph's text and links.

    about  of one in a comment: numbers of the first and the last paragraph that the comment is on
    """

    number: int = 0
    texts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    about: tuple[int, int] | None = None

    def add(self, text: str) -> None:
        """More text."""
        self.texts.append(text)
        self.length += len(text)


def _attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute by the end of its namespace and its name."""
    return next((value for key, value in attributes.items() if key.endswith(name)), "")


class _Reader:
    """Takes the elements of parts; paragraphs may stand inside others (text boxes) and are numbered as they begin."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.descriptions: list[Paragraph] = []
        self.targets: dict[str, str] = {}
        self._open: list[Paragraph] = []
        self._links: list[tuple[str, int]] = []
        self._commented: dict[str, tuple[int, int]] = {}  # by the comment's id
        self._about: tuple[int, int] | None = None  # of the comment that is being read
        self._is_text = False
        self._unread = 0  # how many elements are open from the one on that is not read

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        namespace, _, name = element.rpartition(" ")
        if self._unread or name in UNREAD:
            self._unread += 1
        elif name == "docPr":
            self._describe(attributes)
        elif namespace in _WORD:
            self._start(name, attributes)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            if len(self.paragraphs) >= MOST_PARAGRAPHS:
                raise TooLargeError(f"> {MOST_PARAGRAPHS} paragraphs")
            self.paragraphs.append(Paragraph(len(self.paragraphs), about=self._about))
            self._open.append(self.paragraphs[-1])
        elif name in ("comment", "commentRangeStart", "commentReference"):
            self._comment(name, _attribute(attributes, "main id"))
        elif self._open and name == "hyperlink":
            key = _attribute(attributes, "relationships id")
            self._links.append((self.targets.get(key, ""), self._open[-1].length))
        elif self._open and name in CHARACTERS:
            self._open[-1].add(CHARACTERS[name])
        self._is_text = name == "t"

    def _comment(self, name: str, key: str) -> None:
        """A comment, or the beginning or the end of what it is on."""
        if name == "comment":
            self._about = self._commented.get(key)
            return
        here = self._open[-1].number if self._open else len(self.paragraphs)
        self._commented[key] = (self._commented.get(key, (here, here))[0], here)

    def _describe(self, attributes: dict[str, str]) -> None:
        for key in ("title", "descr"):
            if attributes.get(key):
                self.descriptions.append(Paragraph(texts=[" ".join(attributes[key].split())]))

    def characters(self, text: str) -> None:
        """Text inside an element."""
        if self._is_text and self._open and not self._unread:
            self._open[-1].add(text.translate(_SPACES))

    def end(self, element: str) -> None:
        """An element ends."""
        namespace, _, name = element.rpartition(" ")
        if self._unread:
            self._unread -= 1
        elif namespace in _WORD:
            self._is_text = False
            if name == "p" and self._open:
                self._open.pop()
            elif name == "hyperlink" and self._open and self._links:
                target, start = self._links.pop()
                self._open[-1].links.append(Link(target, start, self._open[-1].length))
            elif name == "comment":
                self._about = None
