"""Archives of posts in one JSON array, of texts or of objects with a text; also one such object alone.

Every item is a source of its own, whose text is the item as it stands. Items are told apart by brackets and quotes
only, so that the others are read when one is no JSON, or is nested without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from qazlint.extract import plain, record
from qazlint.extract.document import Document
from qazlint.extract.record import SPACE, TEXT_FIELD
from qazlint.files import LARGEST, read_stream
from qazlint.source import Source, Unreadable

FORM = "json"
_SPACE = re.compile(f"[{SPACE}]*")
_TOKEN = re.compile(r'"(?:[^"\\]+|\\.)*"?|[\[\]{},]|[^"\[\]{},]+', re.DOTALL)


def read(
    stream: BinaryIO, name: str, field: str = TEXT_FIELD, asked: bool = True, largest: int = LARGEST
) -> Iterator[Document | Unreadable]:
    """A document for each item; `field` names the text of an object, as in JSON Lines.

    asked  somebody says that it is an archive. Otherwise (its name ends in .json) what begins as no array and is no
           object with a text is plain text: settings are written so, too
    """
    source = read_stream(stream, name, largest)
    if isinstance(source, Unreadable):
        yield source
        return
    begin = _past_space(source.text, 0)
    if source.text.startswith("[", begin):
        yield from _posts(source, begin + 1, field)
        return
    post = record.read(replace(source, text=source.text.rstrip(SPACE)), field, FORM)
    if isinstance(post, Document) or (asked and post.reason == "no-field"):
        yield post
    else:
        yield Unreadable(name, "json-array") if asked else plain.extract(source)


def _posts(source: Source, at: int, field: str) -> Iterator[Document | Unreadable]:
    """The posts of the array whose items begin at `at`."""
    text, notes = source.text, source.notes
    for number, (start, end, closed) in enumerate(_items(text, at), 1):
        begin = _past_space(text, start)
        literal = text[begin:end].rstrip(SPACE)
        if literal or closed == "," or (closed == "]" and number > 1):  # else the array is empty, or broken off
            line, column = source.position(begin)
            item = replace(source, text=literal, notes=notes, first_line=line, first_column=column)
            notes = ()  # of the file: told once
            yield record.read(item, field, FORM, number)
        if closed == "]":
            if (rest := _past_space(text, end + 1)) < len(text):
                yield Unreadable(source.name, "json-array", "Extra data", source.position(rest)[0])
        elif closed != ",":
            yield Unreadable(source.name, "json-array", "Expecting ']'", source.position(end)[0])


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _items(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Where each item begins and ends, and what ends it: "," or "]", or "}" and "" where the array is not closed."""
    start, depth = at, 0
    for match in _TOKEN.finditer(text, at):
        first = match[0][0]
        if first in "[{":
            depth += 1
        elif first in "]}" and depth:
            depth -= 1
        elif first in ",]}" and not depth:
            yield start, match.start(), first
            start = match.end()
            if first != ",":
                return
    yield start, len(text), ""
