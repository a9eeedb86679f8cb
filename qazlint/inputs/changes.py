"""What `git diff` prints, read: which files were changed, and which of their lines."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')
_ESCAPES = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}
_NEW = b"+++ "


@dataclass(frozen=True, slots=True)
class Change:
    """A file that was changed.

    name     its path from the top of the work tree
    status   a letter of git's: "A" added, "D" deleted, "M" modified, "R" renamed, "U" in conflict, ...
    blob     what git calls its new content; zeros where that is in the work tree only
    is_file  it is a file now: not deleted, nor a link or a submodule
    is_text  git compares it line by line
    """

    name: str
    status: str
    blob: str
    is_file: bool
    is_text: bool = True


def changes(listed: bytes) -> list[Change]:
    """The changes in what `git diff --raw --numstat --no-abbrev -z` printed: a list of files, then of their figures."""
    found: dict[str, Change] = {}
    fields = iter(listed.split(b"\0")[:-1])
    for head in fields:
        if head.startswith(b":"):
            _, mode, _, blob, status = head.decode("ascii").split(" ")
            name = os.fsdecode(next(fields))
            if status[0] in "RC":
                name = os.fsdecode(next(fields))
            if status != "U" or name not in found:
                found[name] = Change(name, status[0], blob, mode.startswith("100"))
        else:
            added, _, path = head.split(b"\t", 2)
            if not path:
                next(fields)
                path = next(fields)
            name = os.fsdecode(path)
            if added == b"-" and found[name].is_file:
                found[name] = replace(found[name], is_text=False)
    return list(found.values())


def hunks(patch: Iterable[bytes]) -> dict[str, tuple[range, ...]]:
    """The new lines by the names of files, of the lines of a patch without context (`--unified=0`)."""
    found: dict[str, list[range]] = {}
    name, left = "", 0  # how many lines of text are still to come: they may look like anything
    for line in patch:
        if left and line[:1] in b"+-":
            left -= 1
        elif line.startswith(_NEW):
            name = _name(line.removeprefix(_NEW).rstrip(b"\n").rstrip(b"\t"))
        elif hunk := _HUNK.match(line):
            removed, first, added = (int(number or 1) for number in hunk.groups())
            left = removed + added
            if added:
                found.setdefault(name, []).append(range(first, first + added))
    return {name: tuple(lines) for name, lines in found.items()}


def _name(written: bytes) -> str:
    """A name without its prefix; git quotes one with unusual characters as C does."""
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_character, written[1:-1])
    return os.fsdecode(written.partition(b"/")[2])


def _character(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes([int(code, 8)]) if code.isdigit() else _ESCAPES.get(code, code)
