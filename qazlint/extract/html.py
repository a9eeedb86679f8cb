"""HTML: visible text, descriptions in attributes, and link targets as addresses.

The standard library's parser tells the place of every tag and text. What it does not tell is where in a tag an
attribute's value stands: `attributes.values` walks over those that it found.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from qazlint.extract import front
from qazlint.extract.attributes import Attributes, values
from qazlint.extract.document import Document, Remark
from qazlint.extract.prose import Piece, Prose
from qazlint.extract.remarks import is_remark
from qazlint.source import Source
from qazlint.types import Span

# Elements that a sentence runs through; all others end it. HTML Standard, 3.2.5.2.5 "Phrasing content".
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr".split()
)
UNSEEN = frozenset(("script", "style", "template"))
PREFORMATTED = frozenset(("listing", "pre", "textarea"))
PROSE_ATTRIBUTES = frozenset(("alt", "aria-label", "placeholder", "title"))
PROSE_META = frozenset(
    "description keywords og:description og:image:alt og:title"
    " twitter:description twitter:image:alt twitter:title".split()
)

_SPACES = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]|\A ")
_LINES = re.compile(r"\r\n|\r")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[^\s<&#;]{1,32});?")  # as html.unescape


def extract(source: Source) -> Document:
    """The prose of a page; front matter before it is read too."""
    matter = front.read(source.text)
    prose = Prose()
    for value in matter.values:
        prose.aside(value)
    prose.end()
    read(source.text[matter.body :], matter.body, prose)
    prose.end()
    return Document(source, tuple(prose.segments), "html", matter.metadata, (*matter.remarks, *prose.remarks))


def part(markup: str) -> Prose:
    """What a part of a page holds; the places are in `markup`."""
    prose = Prose()
    read(markup, 0, prose)
    prose.end()
    return prose


def read(markup: str, at: int, prose: Prose) -> None:
    """Add the prose of markup that begins at `at` in the source."""
    reader = _Reader(markup, at, prose)
    reader.feed(markup)
    reader.finish()


class _Reader(HTMLParser):
    """Hands on the parser's events, each with its place in the source. It is fed once, with everything."""

    def __init__(self, markup: str, at: int, prose: Prose) -> None:
        super().__init__()
        self._markup, self._at, self._prose = markup, at, prose
        self._lines = [0, *(match.end() for match in re.finditer("\n", markup))]
        self._text: int | None = None  # where the text that is being read begins
        self._unseen, self._depth = "", 0  # the element whose content is not prose, and how often it is open
        self._preformatted = 0

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    # ---- text: it reaches to the next construct, whatever the parser makes of it in between
    def handle_data(self, data: str) -> None:
        if self._text is None:
            self._text = self._place()

    def finish(self) -> None:
        """Everything is read."""
        self.close()
        self._flush(len(self._markup))

    def _flush(self, end: int) -> None:
        """Hand on the text before `end`."""
        start, self._text = self._text, None
        if start is not None and not self._unseen:
            for piece in decoded(self._markup[start:end], self._at + start):
                self._add(piece)

    def _construct(self, parse: Callable[[int], int], at: int) -> int:
        """Parse a tag, a comment or the like. One without an end is text, and so is all the rest: to look for the next
        one at every "<" would take quadratic time."""
        self._flush(self._place())
        end = parse(at)
        if end >= 0:
            return end
        self.handle_data("")
        return len(self.rawdata)

    def parse_starttag(self, i: int) -> int:
        return self._construct(super().parse_starttag, i)

    def parse_endtag(self, i: int) -> int:
        return self._construct(super().parse_endtag, i)

    def parse_html_declaration(self, i: int) -> int:
        if self.rawdata.startswith("<![", i):  # <![if !IE]>, <![CDATA[…]]>: comments to browsers
            return self._construct(self.parse_bogus_comment, i)
        return self._construct(super().parse_html_declaration, i)

    def parse_comment(self, i: int, report: bool = True) -> int:
        return self._construct(lambda at: super(_Reader, self).parse_comment(at, report), i)

    def parse_pi(self, i: int) -> int:
        return self._construct(super().parse_pi, i)

    def _add(self, piece: Piece) -> None:
        if piece.width != len(piece.text):
            self._prose.add(piece)
            return
        done = 0
        for match in (_LINES if self._preformatted else _SPACES).finditer(piece.text):
            self._prose.add(Piece.verbatim(piece.text[done : match.start()], piece.source + done))
            done = match.end()
            if self._preformatted:
                self._prose.add(Piece("\n", piece.source + match.start(), len(match[0])))
            else:
                self._prose.space(piece.source + match.start(), len(match[0]))
        self._prose.add(Piece.verbatim(piece.text[done:], piece.source + done))

    def handle_comment(self, data: str) -> None:
        start = self._place()
        if is_remark(data) and self._markup.startswith("<!--", start):
            end = self._markup.find(">", start + 4 + len(data)) + 1 or len(self._markup)
            self._prose.remarks.append(Remark(data.strip(), Span(self._at + start, self._at + end)))

    # ---- tags
    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._unseen or tag in UNSEEN:
            self._unseen = self._unseen or tag
            self._depth += tag == self._unseen
            return
        markup, place = self.get_starttag_text() or "", self._at + self._place()
        if tag == "br":
            self._prose.add(Piece("\n", place, len(markup)))
        elif tag not in INLINE:
            self._prose.end()
        self._preformatted += tag in PREFORMATTED
        if attrs:
            self._attributes(tag, markup, place, attrs)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag in UNSEEN:  # <script/> opens it all the same, except in SVG, where it stands alone
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._depth -= tag == self._unseen
            self._unseen = self._unseen if self._depth else ""
            return
        self._preformatted -= bool(self._preformatted) and tag in PREFORMATTED
        if tag not in INLINE:
            self._prose.end()

    def _attributes(self, tag: str, markup: str, place: int, attrs: Attributes) -> None:
        described = tag == "meta" and any(
            name in ("name", "property") and value and value.lower() in PROSE_META for name, value in attrs
        )
        for name, value, start, end in values(tag, markup, attrs):
            literal = markup[start:end]
            if name in PROSE_ATTRIBUTES or (described and name == "content"):
                exact = html.unescape(literal) == value
                whole = Piece(value, place + start, end - start)
                self._prose.aside(decoded(literal, place + start) if exact else [whole])
            elif name == "href" and tag in ("a", "area"):
                self._prose.link(value, place + start, end - start)


def decoded(markup: str, at: int) -> Iterator[Piece]:
    """Text with its character references replaced."""
    done = 0
    for match in _REFERENCE.finditer(markup):
        reference = match[0]
        text = html.unescape(reference)
        if text == reference:
            continue
        kept = 0  # «&ampx» is & and x
        while kept < len(text) and text[-1 - kept] == reference[-1 - kept]:
            kept += 1
        yield Piece.verbatim(markup[done : match.start()], at + done)
        yield Piece(text[: len(text) - kept], at + match.start(), len(reference) - kept)
        done = match.end() - kept
    yield Piece.verbatim(markup[done:], at + done)
