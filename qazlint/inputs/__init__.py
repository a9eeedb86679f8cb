"""Names → inputs → documents. An input is a file, standard input, or what git holds of a file; all are read one way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from qazlint.extract import FORMATS, TEXT_FIELD, Document, documents_in, format_of
from qazlint.files import opened
from qazlint.inputs.patterns import Patterns
from qazlint.inputs.reports import HEAD, is_report
from qazlint.inputs.walk import walk
from qazlint.source import Unreadable

__all__ = ["Input", "Patterns", "documents", "from_names", "walk"]

STDIN = "-"
_FIRST = 100  # items of an archive that nobody has named, one of which has to be a post


@dataclass(frozen=True, slots=True)
class Input:
    """Something to be checked.

    name     what reports call it
    path     the file that it is, or that git holds it for: what settings by path look at; None for standard input
    content  opens its bytes, when they are not the file's
    lines    the lines that count, in order, as git numbers them (from 1, ended by a line feed); None: all of them
    found    in a folder, by git or by a program: no person has named it
    """

    name: str
    path: Path | None = None
    content: Callable[[], BinaryIO | Unreadable] | None = None
    lines: tuple[range, ...] | None = None
    found: bool = False

    def open(self) -> BinaryIO | Unreadable:
        """Its bytes."""
        return self.content() if self.content else opened(self.path or self.name)


def from_names(
    names: Iterable[str], exclude: Sequence[Patterns] = (), force: bool = False, passed: list[Path] | None = None
) -> Iterator[Input | Unreadable]:
    """The inputs that files, folders and `-` (standard input) name, in their order.

    exclude  what is left out of folders
    force    leave out files that are named, too: a program names them, which cannot know the patterns
    passed   gets what in folders looks like a draft, but is not read
    """
    for name in names:
        if name == STDIN:
            yield Input("<stdin>", content=lambda: sys.stdin.buffer)
            continue
        is_folder = os.path.isdir(name)
        if force and any(patterns.ignores(name, is_folder) for patterns in exclude):
            continue
        if is_folder:
            yield from _inside(name, exclude, passed)
        else:
            yield Input(name, Path(name), found=force)


def _inside(
    folder: str, exclude: Sequence[Patterns], passed: list[Path] | None
) -> Iterator[Input | Unreadable]:
    empty = True
    for found in walk(folder, exclude, passed):
        empty = False
        yield found if isinstance(found, Unreadable) else Input(str(found), found, found=True)
    if empty:
        yield Unreadable(folder, "no-texts", " ".join(sorted(FORMATS)))


def documents(
    given: Input, format: str | None = None, field: str = TEXT_FIELD, reports: list[str] | None = None  # noqa: A002
) -> Iterator[Document | Unreadable]:  # fmt: skip
    """What an input holds, as `extract.documents_in` reads it; an archive of posts is read as it is asked for.

    reports  gets the name of what nobody has named and is a report of ours, which holds nothing then
    """
    stream = given.open()
    if isinstance(stream, Unreadable):
        yield stream
        return
    try:
        if given.found and format is None and isinstance(stream, BufferedReader) and is_report(stream.peek(HEAD)):
            (reports if reports is not None else []).append(given.name)
            return
        read = documents_in(stream, given.name, format, field)
        is_doubtful = given.found and format is None and format_of(given.name) == "json"
        yield from _if_posts(read) if is_doubtful else read
    except OSError as error:
        yield Unreadable(given.name, "io", error.strerror or str(error))
    finally:
        if given.path is not None:  # standard input is not ours to close
            stream.close()


def _if_posts(read: Iterator[Document | Unreadable]) -> Iterator[Document | Unreadable]:
    """What an archive holds, or nothing where no post is among the first: most .json in a folder are settings."""
    waiting = []
    for document in islice(read, _FIRST):
        if isinstance(document, Unreadable) and document.reason in ("too-large", "io"):
            yield document  # nobody can tell whether it holds posts
            return
        waiting.append(document)
        if isinstance(document, Document) and document.format == "json":
            yield from waiting
            yield from read
            return
