"""A Word document's parts → paragraphs: their text, their links, what comments are on (ECMA-376-1, 17)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from qazlint.extract.fields import Fields, target
from qazlint.extract.opc import TooLargeError

MOST_PARAGRAPHS = 200_000
LINE = "\N{LINE SEPARATOR}"
# Properties (where `tab` is no character), deleted and moved text, and the copies of pictures for old programs.
UNREAD = frozenset(("Fallback", "del", "moveFrom", "pPr", "rPr", "sectPr"))
GONE = (["pPr", "rPr", "del"], ["pPr", "rPr", "moveFrom"])  # where the end of a paragraph is said to be taken out
LINKS = ("hyperlink", "fldSimple")
CHARACTERS = {
    "br": LINE, "cr": LINE, "noBreakHyphen": "-", "ptab": "\t", "softHyphen": "\N{SOFT HYPHEN}", "tab": "\t",
}  # fmt: skip
# ECMA-376-1, transitional and strict.
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SPACES = {10: " ", 13: " "}  # a line is a paragraph


class Link(NamedTuple):
    """Where a link leads, and which part of its paragraph's text is the link."""

    target: str
    start: int
    end: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph's text and links.

    about    of one in a comment: numbers of the first and the last paragraph that the comment is on
    runs_on  its end was taken out under change tracking: the next paragraph goes on where it stops
    """

    number: int = 0
    texts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    about: tuple[int, int] | None = None
    runs_on: bool = False

    def add(self, text: str) -> None:
        """More text."""
        self.texts.append(text)
        self.length += len(text)


def _attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute by the end of its namespace and its name."""
    return next((value for key, value in attributes.items() if key.endswith(name)), "")


class Reader:
    """Takes the elements of parts; paragraphs may stand inside others (text boxes) and are numbered as they begin."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.descriptions: list[Paragraph] = []
        self.targets: dict[str, str] = {}
        self._open: list[Paragraph] = []
        self._links: list[tuple[str, int]] = []
        self._commented: dict[str, tuple[int, int]] = {}  # by the comment's id
        self._about: tuple[int, int] | None = None  # of the comment that is being read
        self._is_text = self._is_instruction = False
        self._fields = Fields()
        self._unread: list[str] = []  # the elements that are open from the one on that is not read

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        namespace, _, name = element.rpartition(" ")
        if self._unread or name in UNREAD:
            self._unread.append(name)
            if self._unread in GONE and self._open:
                self._open[-1].runs_on = True
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
        elif self._open and name in LINKS:
            key, said = _attribute(attributes, "relationships id"), _attribute(attributes, "main instr")
            self._links.append((self.targets.get(key, "") or target(said), self._open[-1].length))
        elif self._open and name == "fldChar":
            self._field(_attribute(attributes, "main fldCharType"), self._open[-1])
        elif self._open and name in CHARACTERS:
            self._open[-1].add(CHARACTERS[name])
        self._is_text, self._is_instruction = name == "t", name == "instrText"

    def _field(self, kind: str, here: Paragraph) -> None:
        """The beginning, the middle or the end of a field."""
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate(here.number, here.length)
        elif kind == "end" and (shown := self._fields.end()) and shown.target and shown.paragraph == here.number:
            here.links.append(Link(shown.target, shown.start, here.length))

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
        elif self._is_instruction and not self._unread:
            self._fields.instruct(text)

    def end(self, element: str) -> None:
        """An element ends."""
        namespace, _, name = element.rpartition(" ")
        if self._unread:
            self._unread.pop()
        elif namespace in _WORD:
            self._is_text = self._is_instruction = False
            if name == "p" and self._open:
                self._open.pop()
            elif name in LINKS and self._open and self._links:
                target, start = self._links.pop()
                self._open[-1].links.append(Link(target, start, self._open[-1].length))
            elif name == "comment":
                self._about = None
