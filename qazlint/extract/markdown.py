"""Markdown (CommonMark with tables, footnotes, strike-through, task lists): prose, with link targets as addresses.

pulldown-cmark parses, since it tells the range of every event. Code blocks are not prose; HTML is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple

from pyromark import Options, events_with_range

from qazlint.extract import front, html
from qazlint.extract.align import aligned
from qazlint.extract.document import Document, Remark
from qazlint.extract.prose import Piece, Prose
from qazlint.source import Source

OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
_UNSEEN = re.compile(rf"<(?P<end>/?)({'|'.join(sorted(html.UNSEEN))})[\s/>]", re.IGNORECASE)
INLINE = frozenset(("Emphasis", "Image", "Link", "Strong", "Strikethrough"))


class Event(NamedTuple):
    """A parser's event and where it stands in the source; only the beginning of a "Start", only the end of an "End"."""

    kind: str
    value: Any
    start: int
    end: int


def extract(source: Source) -> Document:
    """The prose of a page with its front matter."""
    matter = front.read(source.text)
    reader = _Reader(source.text)
    for value in matter.values:
        reader.prose.aside(value)
    reader.prose.end()
    for event in _events(source.text[matter.body :], matter.body):
        reader.read(event)
    reader.prose.end()
    said = (*matter.remarks, *reader.prose.remarks)
    return Document(source, tuple(reader.prose.segments), "markdown", matter.metadata, said)


def _events(text: str, at: int) -> Iterator[Event]:
    """The events of Markdown that begins at `at` in the source."""
    data = text.encode("utf-8", "replace")  # lone surrogates cannot be parsed
    place = _places(data)
    for event, where in events_with_range(data.decode(), options=OPTIONS):
        kind, value = next(iter(event.items())) if isinstance(event, dict) else (event, None)
        start = at + place(where["end" if kind == "End" else "start"])
        yield Event(kind, value, start, start if kind in ("Start", "End") else at + place(where["end"]))


def _places(data: bytes) -> Callable[[int], int]:
    """Bytes to code points; quick for places not far from the one before."""
    last, points = 0, 0

    def place(offset: int) -> int:
        nonlocal last, points
        if offset >= last:
            points += len(data[last:offset].decode())
        else:
            points -= len(data[offset:last].decode())
        last = offset
        return points

    return place


class _Reader:
    """Sorts events: what is prose, what ends a block, what belongs to a link or a picture."""

    def __init__(self, text: str) -> None:
        self.prose = Prose()
        self._text = text
        self._reached = 0  # the end of what was read last
        self._code = self._unseen = False
        self._links: list[dict[str, str]] = []  # the links and pictures that are open
        self._html: list[Piece] = []
        self._pictures: list[list[Piece]] = []  # descriptions of the pictures that are open

    def read(self, event: Event) -> None:
        """Take one event."""
        handler = _HANDLERS.get(event.kind)
        if handler:
            handler(self, event)
        self._reached = event.end

    # ---- blocks, links and pictures
    def _start(self, event: Event) -> None:
        name, value = next(iter(event.value.items())) if isinstance(event.value, dict) else (event.value, {})
        if name in ("Image", "Link"):
            self._links.append(value)
        if name == "Image":
            self._pictures.append([])
        self._block(name)
        self._code = self._code or name == "CodeBlock"

    def _end(self, event: Event) -> None:
        name = event.value if isinstance(event.value, str) else ""
        if name in ("Image", "Link"):
            self._link(name, self._links.pop(), event.end)
        elif name == "HtmlBlock":
            self._html_block()
        self._block(name)
        self._code = self._code and name != "CodeBlock"

    def _block(self, name: str) -> None:
        if name not in INLINE:
            self.prose.end()
            self._unseen = False

    def _link(self, name: str, link: dict[str, str], end: int) -> None:
        """Take target and title, which stand between the end of the link's text and the end of the link."""
        literal, at = self._text[self._reached : end], self._reached
        if name == "Image":
            self.prose.aside(self._pictures.pop())
        else:
            self.prose.link(*_target(link["dest_url"], literal, at))
        self.prose.aside(_title(link["title"], literal, at))

    # ---- text
    def _add(self, *pieces: Piece) -> None:
        if self._pictures:
            self._pictures[-1].extend(pieces)
        elif not (self._code or self._unseen):
            self.prose.add(*pieces)

    def _plain(self, event: Event) -> None:
        self._add(Piece(event.value, event.start, event.end - event.start))

    def _inline_code(self, event: Event) -> None:
        literal = self._text[event.start : event.end]
        ticks = len(literal) - len(literal.lstrip("`"))
        self._add(*aligned(event.value, literal[ticks : len(literal) - ticks], event.start + ticks))

    def _soft_break(self, event: Event) -> None:
        self._add(Piece(" ", event.start, event.end - event.start))

    def _hard_break(self, event: Event) -> None:
        self._add(Piece("\n", event.start, event.end - event.start))

    # ---- HTML
    def _inline_html(self, event: Event) -> None:
        """A tag; between those of a script, which Markdown takes for text, is no prose."""
        if tag := _UNSEEN.match(self._text, event.start):
            self._unseen = not tag["end"]
        else:
            html.read(self._text[event.start : event.end], event.start, self.prose)

    def _html_line(self, event: Event) -> None:
        self._html.append(Piece(event.value, event.start, event.end - event.start))

    def _html_block(self) -> None:
        raw = Prose()
        raw.add(*self._html)
        self._html = []
        raw.end()
        for block in raw.segments:
            inner = html.part(block.text)
            self.prose.segments += [segment.through(block) for segment in inner.segments]
            self.prose.remarks += [Remark(text, block.to_source(span)) for text, span in inner.remarks]


# What follows a link's text is `](target "title")`. A reference, `][name]`, has neither: it stands for them as a whole.
def _target(value: str, literal: str, at: int) -> Piece:
    begins = len(literal) - len(literal.lstrip("]( \t\r\n<"))
    exact = literal.startswith(value, begins)
    return Piece.verbatim(value, at + begins) if exact else Piece(value, at, len(literal))


def _title(value: str, literal: str, at: int) -> Iterable[Piece]:
    inside = literal.removesuffix(")").rstrip()
    begins = inside.rfind("(" if inside.endswith(")") else inside[-1:], 0, len(inside) - 1) + 1
    exact = value and unescape(inside[begins:-1]) == value
    return html.decoded(inside[begins:-1], at + begins) if exact else [Piece(value, at, len(literal))]


_HANDLERS: dict[str, Callable[[_Reader, Event], None]] = {
    "Start": _Reader._start,
    "End": _Reader._end,
    "Text": _Reader._plain,
    "Code": _Reader._inline_code,
    "SoftBreak": _Reader._soft_break,
    "HardBreak": _Reader._hard_break,
    "InlineHtml": _Reader._inline_html,
    "Html": _Reader._html_line,
}
