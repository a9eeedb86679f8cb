"""A source's prose.

A new format is a module with `extract(source)`, a line in `EXTRACTORS` and its suffixes in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from qazlint.extract import plain
from qazlint.extract.document import Document, Run, Segment
from qazlint.source import Source

__all__ = ["EXTRACTORS", "FORMATS", "Document", "Run", "Segment", "extract", "format_of"]

EXTRACTORS: dict[str, Callable[[Source], Document]] = {
    "plain": plain.extract,
}

# Suffix → format. What is not listed is read as plain text.
FORMATS: dict[str, str] = {
    ".text": "plain",
    ".txt": "plain",
}


def format_of(name: str) -> str:
    """The format of a file by the suffix of its name."""
    return FORMATS.get(PurePath(name).suffix.lower(), "plain")


def extract(source: Source, format: str | None = None) -> Document:  # noqa: A002
    """The prose of a source, in a format of `EXTRACTORS` (KeyError otherwise) or the one its name tells."""
    return EXTRACTORS[format or format_of(source.name)](source)
