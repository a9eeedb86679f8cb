"""A post written in JSON: a line of its own, an item of an array, or a whole file.

Positions are those of the file: a character that JSON wrote as an escape maps to the escape.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from qazlint.extract import metadata
from qazlint.extract.align import aligned
from qazlint.extract.document import Document, Metadata
from qazlint.extract.prose import Prose
from qazlint.source import Source, Unreadable

TEXT_FIELD = "text"
SPACE = " \t\r\n"  # to JSON
_DECODER = json.JSONDecoder()


class Member(NamedTuple):
    """A member's value, and where it stands in the text."""

    value: Any
    start: int
    end: int


def read(source: Source, field: str, form: str, number: int = 0) -> Document | Unreadable:
    """The post that a source's text is, a JSON value without space around it.

    field   names the text of an object, a dot leads into an object (`post.text`)
    number  of the item in an array, by which it is told of when it is no post; there a text alone is a post, too
    """
    item, reason = (f"#{number}: ", "json-item") if number else ("", "json")
    try:
        record = json.loads(source.text)
    except json.JSONDecodeError as error:
        line, column = source.position(error.pos)
        return Unreadable(source.name, reason, f"{item}{error.msg}, {column}", line)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; deep nesting
        return Unreadable(source.name, reason, f"{item}{error}", source.first_line)
    if number and isinstance(record, str):
        return _document(source, Member(record, 0, len(source.text)), form, Metadata())
    if not isinstance(record, dict):
        return Unreadable(source.name, reason, item.removesuffix(": "), source.first_line)
    found = _find(source.text, field.split("."))
    if found is None or not isinstance(found.value, str):
        return Unreadable(source.name, "no-field", item + field, source.first_line)
    return _document(source, found, form, metadata.read(record))


def _document(source: Source, said: Member, form: str, about: Metadata) -> Document:
    prose = Prose()
    prose.add(*aligned(said.value, source.text[said.start + 1 : said.end - 1], said.start + 1, '"'))
    prose.end()
    return Document(source, tuple(prose.segments), form, about)


def _find(text: str, path: list[str]) -> Member | None:
    """The member at a path of names in valid JSON."""
    found = Member(None, _skip(text, 0), len(text))
    for key in path:
        inner = dict(_members(text, found.start)).get(key)
        if inner is None:
            return None
        found = inner
    return found


def _members(text: str, at: int) -> Iterator[tuple[str, Member]]:
    """The members of the object that begins at `at`; none where something else begins."""
    if text[at] != "{":
        return
    at = _skip(text, at + 1)
    while text[at] == '"':
        key, at = _DECODER.raw_decode(text, at)
        start = _skip(text, _skip(text, at) + 1)  # over the colon
        value, end = _DECODER.raw_decode(text, start)
        yield key, Member(value, start, end)
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    while text[at] in SPACE:
        at += 1
    return at
