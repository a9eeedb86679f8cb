"""A source's prose.

A new format of text is a module with `extract(source)` and a line in `EXTRACTORS`; one that is not text, or holds many
posts, a module with `read(stream, name, …)` and a line in `READERS`; its suffixes stand in `FORMATS`. Modules are
imported when they are needed: their parsers take longer than most posts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, cast

from qazlint.extract import plain
from qazlint.extract.document import Document, Metadata, Remark, Run, Segment
from qazlint.files import opened, read_stream
from qazlint.source import Source, Unreadable

__all__ = [
    "ARCHIVES", "EXTRACTORS", "FORMATS", "READERS", "Document", "Metadata", "Remark", "Run", "Segment", "documents",
    "documents_in", "extract", "format_of",
]  # fmt: skip

TEXT_FIELD = "text"
Extractor = Callable[[Source], Document]


def _extractor(module: str) -> Extractor:
    return lambda source: cast(Document, import_module(f"qazlint.extract.{module}").extract(source))


def _docx(stream: BinaryIO, name: str, field: str, asked: bool) -> Iterator[Document | Unreadable]:
    from qazlint.extract import docx

    return docx.read(stream, name)


def _json(stream: BinaryIO, name: str, field: str, asked: bool) -> Iterator[Document | Unreadable]:
    from qazlint.extract import array

    return array.read(stream, name, field, asked)


def _jsonl(stream: BinaryIO, name: str, field: str, asked: bool) -> Iterator[Document | Unreadable]:
    from qazlint.extract import jsonl

    return jsonl.read(stream, name, field)


EXTRACTORS: dict[str, Extractor] = {
    "html": _extractor("html"),
    "markdown": _extractor("markdown"),
    "plain": plain.extract,
}

# Formats whose bytes are no text, or many texts: from stream, name, the name of the text's field, and whether the
# format was asked for: otherwise the suffix tells it, which may mean something else.
READERS: dict[str, Callable[[BinaryIO, str, str, bool], Iterator[Document | Unreadable]]] = {
    "docx": _docx,
    "json": _json,
    "jsonl": _jsonl,
}

ARCHIVES = ("json", "jsonl")  # formats of files with many posts

# Suffix → format. What is not listed is read as plain text.
FORMATS: dict[str, str] = {
    ".docm": "docx",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".markdown": "markdown",
    ".md": "markdown",
    ".ndjson": "jsonl",
    ".text": "plain",
    ".txt": "plain",
    ".xhtml": "html",
}


def format_of(name: str) -> str:
    """The format of a file by the suffix of its name."""
    return FORMATS.get(PurePath(name).suffix.lower(), "plain")


def documents(name: str, format: str | None = None, field: str = TEXT_FIELD) -> Iterator[Document | Unreadable]:  # noqa: A002
    """What a file holds, one document or, in an archive of posts, many; what could not be read in its place."""
    stream = opened(name)
    if isinstance(stream, Unreadable):
        yield stream
        return
    with stream:
        yield from documents_in(stream, name, format, field)


def documents_in(
    stream: BinaryIO, name: str = "-", format: str | None = None, field: str = TEXT_FIELD  # noqa: A002
) -> Iterator[Document | Unreadable]:  # fmt: skip
    """What a stream of bytes holds, in a format of `EXTRACTORS` or `READERS`, or the one its name tells.

    field  the name of the text in an archive of posts; a dot leads into an object
    """
    form = format or format_of(name)
    if form in READERS:
        yield from map(_noted, READERS[form](stream, name, field, format is not None))
    else:
        source = read_stream(stream, name)
        yield _noted(extract(source, form)) if isinstance(source, Source) else source


def _noted(document: Document | Unreadable) -> Document | Unreadable:
    """With a note where it has no text: a scanned page is not to be taken for one without violations."""
    if isinstance(document, Unreadable) or document.format in ARCHIVES:
        return document
    if any(segment.text.strip() for segment in document.segments):
        return document
    return replace(document, source=replace(document.source, notes=(*document.source.notes, "no-text")))


def extract(source: Source, format: str | None = None) -> Document:  # noqa: A002
    """The prose of a text, in a format of `EXTRACTORS` (KeyError otherwise) or the one its name tells."""
    return EXTRACTORS[format or format_of(source.name)](source)
