"""Files and bytes → sources. Bytes are decoded here, once."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path
from typing import BinaryIO

from qazlint.codepages import guess
from qazlint.source import Source, Unreadable

LARGEST = 20 * 1024 * 1024  # bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = {  # how files begin that people write in, but that are no text; RTF would pass for one
    b"{\\rtf": "RTF",
    b"%PDF-": "PDF",
    b"\xd0\xcf\x11\xe0": ".doc",
    b"PK\x03\x04": "ZIP",
}
_GIVEN = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")  # how the shell names pipes that it has opened for us
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x1c\x1d\x1e\x1f\x1a")


def read(path: str | os.PathLike[str], largest: int = LARGEST) -> Source | Unreadable:
    """Read and decode a file of at most `largest` bytes."""
    stream = opened(path)
    if isinstance(stream, Unreadable):
        return stream
    with stream:
        return read_stream(stream, os.fspath(path), largest)


def opened(path: str | os.PathLike[str]) -> BinaryIO | Unreadable:
    """The bytes of a file."""
    name = os.fspath(path)
    try:
        if Path(path).is_dir():
            return Unreadable(name, "directory")
        if is_special(path):
            return Unreadable(name, "special")
        return Path(path).open("rb")
    except FileNotFoundError:
        return Unreadable(name, "missing")
    except PermissionError:
        return Unreadable(name, "permission")
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        return Unreadable(name, "io", getattr(error, "strerror", None) or str(error))


def is_special(path: str | os.PathLike[str]) -> bool:
    """Whether it is a device, a pipe or a socket: who reads it may wait for ever. A pipe that the shell has handed over
    (`<(…)`) is none. Raises OSError, and ValueError for what can be no name."""
    mode = os.stat(path).st_mode
    is_given = os.fspath(path).startswith(_GIVEN)
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or (is_given and stat.S_ISFIFO(mode)))


def read_stream(stream: BinaryIO, name: str = "-", largest: int = LARGEST) -> Source | Unreadable:
    """Decode what a stream holds, at most `largest` bytes."""
    try:
        return decode(stream.read(largest + 1), name, largest)
    except OSError as error:
        return Unreadable(name, "io", error.strerror or str(error))


def decode(data: bytes, name: str = "-", largest: int = LARGEST) -> Source | Unreadable:
    """Decode bytes: a byte-order mark, UTF-8, UTF-16 without a mark, else the likeliest code page."""
    if len(data) > largest:
        return Unreadable(name, "too-large", f"> {largest:,} B".replace(",", " "))
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _declared(data[len(mark) :], name, encoding)
    if kind := next((kind for beginning, kind in _NO_TEXT.items() if data.startswith(beginning)), ""):
        return Unreadable(name, "format", kind)
    wide = _utf16(data)
    if wide:
        return Source(name, data.decode(wide), wide, True, ("guessed-encoding",))
    if _is_binary(data):
        return Unreadable(name, "binary")
    text = data.decode("utf-8", "replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    if not damaged or damaged * 10 <= sum(character > "\x7f" for character in text):
        return Source(name, text, "utf-8", notes=("damaged",) if damaged and not _is_utf8(data) else ())
    encoding = guess(data)
    if not encoding:
        return Unreadable(name, "encoding")
    return Source(name, data.decode(encoding, "replace"), encoding, True, ("guessed-encoding",))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes, name: str, encoding: str) -> Source | Unreadable:
    try:
        return Source(name, data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return Unreadable(name, "encoding", f"{encoding}, {error.start}")


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of a Russian or English text is 0 or 4 (the Cyrillic block)."""
    sample = data[:4096]
    if len(data) % 2 or len(sample) < 4 or (0 not in sample and 4 not in sample):
        return ""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        if sum(byte in (0, 4) for byte in high) >= 0.9 * len(high) and _decodes(data, encoding):
            return encoding
    return ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character.isspace() for character in text[:2000])


def _is_binary(data: bytes) -> bool:
    """A zero byte, or more than one control character in ten bytes."""
    if 0 in data:
        return True
    sample = data[:8192]
    controls = sum((byte < 32 and byte not in _TEXT_CONTROLS) or byte == 127 for byte in sample)
    return controls * 10 > len(sample)
