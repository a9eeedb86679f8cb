"""The archive that an Office document is (Open Packaging Conventions, ECMA-376-2): its parts, and where links lead.

It is hostile until read: only what is needed is unpacked, in pieces and up to a limit; a document type declaration,
without which there are no entities, is refused; nothing outside the archive is followed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import NoReturn
from xml.parsers import expat

CONTENTS = "[Content_Types].xml"
LARGEST_UNPACKED = 64 * 1024 * 1024  # bytes of XML
MODEST_UNPACKED = 8 * 1024 * 1024  # that any archive may have; beyond it, so many times what it has packed:
MOST_TIMES = 50  # documents have 5 to 20

Start = Callable[[str, dict[str, str]], None]


class TooLargeError(Exception):
    """More than is read; the message has the limit."""


class NoDocumentError(Exception):
    """An archive of something else: a table, a presentation, files packed together."""


class Package:
    """Parses parts of an archive until too much was unpacked.

    packed  bytes of the whole archive
    """

    def __init__(self, archive: zipfile.ZipFile, packed: int) -> None:
        self._most = min(LARGEST_UNPACKED, MODEST_UNPACKED + MOST_TIMES * packed)
        self.names = frozenset(archive.namelist())
        self._archive = archive
        self._unpacked = 0

    def parse(
        self, part: str, start: Start, end: Callable[[str], None] | None = None,
        characters: Callable[[str], None] | None = None,
    ) -> None:  # fmt: skip
        """Hand the elements and characters of a part to the functions given."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
        parser.StartDoctypeDeclHandler = _refuse
        with self._archive.open(part) as stream:
            while chunk := stream.read(1 << 16):
                self._unpacked += len(chunk)
                if self._unpacked > self._most:
                    raise TooLargeError(f"XML > {self._most} B")
                parser.Parse(chunk)
        parser.Parse(b"", True)


def _refuse(*_: object) -> NoReturn:
    raise ValueError("a document type declaration")


def parts(package: Package, kinds: Sequence[str]) -> list[str]:
    """The parts of these kinds, in their order; NoDocumentError where the first kind, the document itself, is missing.

    kinds  what their content types end with
    """
    found: list[tuple[int, str]] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "").rpartition("+")[0].rpartition(".")[2]
        part = attributes.get("PartName", "").lstrip("/")
        if kind in kinds and part in package.names:
            found.append((kinds.index(kind), part))

    if CONTENTS not in package.names:
        raise NoDocumentError
    package.parse(CONTENTS, start)
    found.sort(key=lambda item: item[0])
    if not found or found[0][0]:
        raise NoDocumentError
    return list(dict.fromkeys(part for _, part in found))


def targets(package: Package, part: str) -> dict[str, str]:
    """What the links of a part lead to."""
    found: dict[str, str] = {}

    def start(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") == "External":
            found[attributes.get("Id", "")] = attributes.get("Target", "")

    path = PurePosixPath(part)
    relations = str(path.parent / "_rels" / f"{path.name}.rels")
    if relations in package.names:
        package.parse(relations, start)
    return found
