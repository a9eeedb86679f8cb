"""Archives of posts in JSON Lines: every line is a source of its own, so that any number is read in constant memory.

Positions are those of the file: the source's text is the line as it stands, `Source.first_line` its number, and a
character that JSON wrote as an escape maps to the escape.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from qazlint.extract import metadata
from qazlint.extract.align import aligned
from qazlint.extract.document import Document
from qazlint.extract.prose import Prose
from qazlint.files import LARGEST
from qazlint.source import Source, Unreadable

TEXT_FIELD = "text"
_BOM = b"\xef\xbb\xbf"
_SPACE = " \t\r\n"
_DECODER = json.JSONDecoder()


class Member(NamedTuple):
    """A member's value, and where it stands in the line."""

    value: Any
    start: int
    end: int


def read(
    stream: BinaryIO, name: str, field: str = TEXT_FIELD, largest: int = LARGEST
) -> Iterator[Document | Unreadable]:
    """A document for each line that is not blank; `field` names the text, a dot leads into an object (`post.text`)."""
    number = 0
    while line := stream.readline(largest + 1):
        number += 1
        if len(line) > largest:
            yield Unreadable(name, "too-large", f"> {largest} B", number)
            while line and not line.endswith(b"\n"):
                line = stream.readline(largest)
        elif line.strip(b" \t\r\n" + (_BOM if number == 1 else b"")):
            yield _record(line.removeprefix(_BOM) if number == 1 else line, name, number, field)


def _record(line: bytes, name: str, number: int, field: str) -> Document | Unreadable:
    try:
        text = line.decode().rstrip("\r\n")
        record = json.loads(text)
    except UnicodeDecodeError as error:
        return Unreadable(name, "encoding", f"utf-8, {error.start}", number)
    except json.JSONDecodeError as error:
        return Unreadable(name, "json", f"{error.msg}, {error.colno}", number)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; deep nesting
        return Unreadable(name, "json", str(error), number)
    if not isinstance(record, dict):
        return Unreadable(name, "json", line=number)
    found = _find(text, field.split("."))
    if found is None or not isinstance(found.value, str):
        return Unreadable(name, "no-field", field, number)
    prose = Prose()
    prose.add(*aligned(found.value, text[found.start + 1 : found.end - 1], found.start + 1, '"'))
    prose.end()
    source = Source(name, text, first_line=number)
    return Document(source, tuple(prose.segments), "jsonl", metadata.read(record))


def _find(line: str, path: list[str]) -> Member | None:
    """The member at a path of names in valid JSON."""
    found = Member(None, _skip(line, 0), len(line))
    for key in path:
        inner = dict(_members(line, found.start)).get(key)
        if inner is None:
            return None
        found = inner
    return found


def _members(line: str, at: int) -> Iterator[tuple[str, Member]]:
    """The members of the object that begins at `at`; none where something else begins."""
    if line[at] != "{":
        return
    at = _skip(line, at + 1)
    while line[at] == '"':
        key, at = _DECODER.raw_decode(line, at)
        start = _skip(line, _skip(line, at) + 1)  # over the colon
        value, end = _DECODER.raw_decode(line, start)
        yield key, Member(value, start, end)
        at = _skip(line, end)
        if line[at] == ",":
            at = _skip(line, at + 1)


def _skip(line: str, at: int) -> int:
    while line[at] in _SPACE:
        at += 1
    return at
