"""Results of long computations on disk, so that the next start need not compute them anew.

A file holds plain data (marshal: no code is run, no class made) behind a checksum, in the user's own cache folder. Its
name is made of everything that the result depends on. A damaged one, or one that others could write, counts as none.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copyreg import dispatch_table
from pathlib import Path
from typing import Any

import regex
from platformdirs import user_cache_path

FOLDER_VARIABLE = "QAZLINT_CACHE"  # another folder for the cache; empty: no cache
_KEPT = 8  # newest files of a kind that stay
_DIGEST = 32


def folder() -> Path | None:
    """Where results are kept; None when that is switched off."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen is not None:
        return Path(chosen) if chosen else None
    return user_cache_path("qazlint")


def read(name: str) -> Any:
    """The data in a file, or None when there is none, it is damaged, or it is not the user's own."""
    where = folder()
    if where is None:
        return None
    with suppress(OSError, ValueError, EOFError, TypeError):
        with (where / name).open("rb") as file:
            if not _is_own(os.fstat(file.fileno())):
                return None
            data = file.read()
        if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
            with no_collection():
                return marshal.loads(data[_DIGEST:])
    return None


def write(name: str, data: Any) -> None:
    """Keep plain data; a folder that cannot be written is done without. A name begins with its kind and a hyphen."""
    where = folder()
    if where is None:
        return
    payload = marshal.dumps(data)
    with suppress(OSError):
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = where / f"{name}.{os.getpid()}.new"
        new.touch(mode=0o600)
        new.write_bytes(hashlib.sha256(payload).digest() + payload)
        new.replace(where / name)  # in one step: another process sees the old file or the new one
        _tidy(where, name.partition("-")[0])


def pattern(text: str) -> regex.Pattern[str]:
    """A compiled regular expression. To compile the scanner's takes forty times as long as to read it."""
    take_apart = dispatch_table.get(regex.Pattern)  # as pickle does it
    if take_apart is None:
        return regex.compile(text)
    digest = hashlib.sha256(f"{sys.version} {regex.__version__} {text}".encode())
    name = f"pattern-{digest.hexdigest()[:32]}.bin"
    build: Any = take_apart(regex.compile(""))[0]
    parts = read(name)
    if parts is not None:
        with suppress(Exception):  # whatever wrong parts lead to
            kept: regex.Pattern[str] = build(*parts)
            return kept
    new = regex.compile(text)
    write(name, take_apart(new)[1])
    return new


def _is_own(status: os.stat_result) -> bool:
    """Nobody but the user can have written it."""
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


def _tidy(where: Path, kind: str) -> None:
    files = sorted(where.glob(f"{kind}-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in files[_KEPT:]:
        old.unlink(missing_ok=True)


@contextmanager
def no_collection() -> Iterator[None]:
    """While many objects are made that stay: the collector would walk them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
