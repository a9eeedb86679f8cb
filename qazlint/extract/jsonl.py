"""Archives of posts in JSON Lines: every line is a source of its own, so that any number is read in constant memory.

The source's text is the line as it stands, `Source.first_line` its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from qazlint.extract import record
from qazlint.extract.document import Document
from qazlint.extract.record import TEXT_FIELD
from qazlint.files import LARGEST
from qazlint.source import Source, Unreadable

_BOM = b"\xef\xbb\xbf"


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
            yield _post(line.removeprefix(_BOM) if number == 1 else line, name, number, field)


def _post(line: bytes, name: str, number: int, field: str) -> Document | Unreadable:
    try:
        text = line.decode().rstrip("\r\n")
    except UnicodeDecodeError as error:
        return Unreadable(name, "encoding", f"utf-8, {error.start}", number)
    return record.read(Source(name, text, first_line=number), field, "jsonl")
