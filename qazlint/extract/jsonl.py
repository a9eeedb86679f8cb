"""Archives of posts in JSON Lines: every line is a source of its own, so that any number is read in constant memory.

The source's text is the line as it stands, `Source.first_line` its number.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from qazlint.extract import record
from qazlint.extract.document import Document
from qazlint.extract.record import TEXT_FIELD
from qazlint.files import LARGEST, decode
from qazlint.source import Source, Unreadable

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(
    stream: BinaryIO, name: str, field: str = TEXT_FIELD, largest: int = LARGEST
) -> Iterator[Document | Unreadable]:
    """A document for each line that is not blank; `field` names the text, a dot leads into an object (`post.text`)."""
    line, number = stream.readline(largest + 1), 0
    if line.startswith(_UTF16):  # PowerShell writes it; its bytes are no lines
        source = decode(line + stream.read(largest), name, largest)
        if isinstance(source, Unreadable):
            yield source
            return
        stream = io.BytesIO(source.text.encode("utf-8", "surrogatepass"))
        line = stream.readline(largest + 1)
    told: set[str] = set()
    while line:
        number += 1
        if len(line) > largest:
            yield Unreadable(name, "too-large", f"> {largest} B", number)
            while line and not line.endswith(b"\n"):
                line = stream.readline(largest)
        elif line.strip(b" \t\r\n" + (_BOM if number == 1 else b"")):
            source = _source(line.removeprefix(_BOM) if number == 1 else line, name, number, told)
            yield source if isinstance(source, Unreadable) else record.read(source, field, "jsonl")
        line = stream.readline(largest + 1)


def _source(line: bytes, name: str, number: int, told: set[str]) -> Source | Unreadable:
    """A line, in UTF-8 or whatever it is in; what is to be told of its encoding is told of the first such line."""
    try:
        return Source(name, line.decode().rstrip("\r\n"), first_line=number)
    except UnicodeDecodeError:
        source = decode(line, name)
    if isinstance(source, Unreadable):
        return replace(source, line=number)
    notes = tuple(note for note in source.notes if note not in told)
    told.update(notes)
    return replace(source, text=source.text.rstrip("\r\n"), first_line=number, notes=notes)
