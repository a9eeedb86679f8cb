"""A pattern of `.gitignore` → a regular expression over the bytes of a path.

A pattern is about an entry of a folder: what is in a folder is left out with it, not matched by its pattern. Libraries
that match whole paths do not tell the two apart, so that `*.txt` and `!keep` mean something else to them than to git.
Bytes, because to git `?` is one of them. The details are those of git's wildmatch.c; a test holds them against git.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

_SLASH = ord("/")
_GRAPH = string.ascii_letters + string.digits + string.punctuation
_CLASSES = {
    "alnum": string.ascii_letters + string.digits,
    "alpha": string.ascii_letters,
    "blank": " \t",
    "cntrl": "".join(map(chr, (*range(32), 127))),
    "digit": string.digits,
    "graph": _GRAPH,
    "lower": string.ascii_lowercase,
    "print": _GRAPH + " ",
    "punct": string.punctuation,
    "space": string.whitespace,
    "upper": string.ascii_uppercase,
    "xdigit": string.hexdigits,
}
_LITERAL = re.compile(rb"[^*?\[\\]*")
# Another star in the same part of the path: what stands before it may as well be taken where it first occurs, for good.
# Without that, a few stars and a long name would take for ever.
_STAR_AHEAD = re.compile(rb"(?:[^*/\[\\]|\\[^/])*\*")
_PIECE = re.compile(
    rb"(?P<stars>(?:(?<=/)|^)\*\*+(?=/|$)/?)|(?P<star>\*+)|(?P<any>\?)|\\(?P<escaped>.)|(?P<set>\[)|(?P<bad>\\)|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Glob:
    """One pattern. `wanted`: it begins with `!`, and takes back what those before it leave out."""

    expression: re.Pattern[bytes]
    wanted: bool
    only_folders: bool
    by_name: bool  # it has no slash: only the last part of the path counts

    def matches(self, path: bytes, is_folder: bool) -> bool:
        """Whether it is about the entry at a path, which is relative to the folder of the pattern."""
        if self.only_folders and not is_folder:
            return False
        return bool(self.expression.fullmatch(path.rpartition(b"/")[2] if self.by_name else path))


def glob(line: bytes) -> Glob | None:
    """The pattern in a line; None in an empty line or a comment. Raises ValueError when it can match nothing."""
    if line.startswith(b"#") or not (text := _without_spaces(line)):
        return None
    wanted = text.startswith(b"!")
    text = text[wanted:]
    only_folders = text.endswith(b"/")
    text = text.removesuffix(b"/")
    if not text:
        raise ValueError("there is nothing in it")
    by_name = b"/" not in text
    expression = b"".join(_translated(text.removeprefix(b"/")))
    return Glob(re.compile(expression, re.DOTALL), wanted, only_folders, by_name)


def _without_spaces(line: bytes) -> bytes:
    """Without the spaces at the end that no backslash protects."""
    bare = line.rstrip(b" ")
    backslashes = len(bare) - len(bare.rstrip(b"\\"))
    return line[: len(bare) + 1] if backslashes % 2 else bare


def _translated(text: bytes) -> Iterator[bytes]:
    literal = _LITERAL.match(text)
    assert literal  # it may be empty
    yield re.escape(literal[0])
    text, at = text[literal.end() :], 0  # to git the pattern begins anew here: ** counts whatever is before
    is_open = False
    while at < len(text):
        match = _PIECE.match(text, at)
        assert match  # some piece matches anything
        at = match.end()
        kind, piece = match.lastgroup, match[0]
        if kind == "stars":
            yield rb"(?:.*/)?" if piece.endswith(b"/") else b".*"
        elif kind == "star":
            yield b")" if is_open else b""
            is_open = bool(_STAR_AHEAD.match(text, at))
            yield b"(?>[^/]*?" if is_open else b"[^/]*"
        elif kind == "set":
            allowed, at = _set(text, at)
            yield b"[" + b"".join(b"\\x%02x" % byte for byte in sorted(allowed)) + b"]" if allowed else b"(?!)"
        elif kind == "bad":
            raise ValueError("a backslash ends it")
        else:
            yield b"[^/]" if kind == "any" else re.escape(match["escaped"] or piece)


def _set(text: bytes, at: int) -> tuple[set[int], int]:
    """The bytes that a set in brackets stands for, and where it ends; `at` is after the opening bracket."""
    without = text[at : at + 1] in (b"!", b"^")
    at += without
    found: set[int] = set()
    begins, before = at, -1
    while text[at : at + 1] != b"]" or at == begins:
        if name := re.compile(rb"\[:([^\]]*):\]").match(text, at):
            found |= set(_class(name[1]))
            at, before = name.end(), -1
            continue
        is_range = before >= 0 and text[at : at + 1] == b"-" and text[at + 1 : at + 2] not in (b"", b"]")
        byte, at = _member(text, at + is_range)
        found |= set(range(before, byte + 1)) if is_range else {byte}
        before = -1 if is_range else byte
    return (set(range(256)) - found if without else found) - {_SLASH}, at + 1


def _member(text: bytes, at: int) -> tuple[int, int]:
    at += text[at : at + 1] == b"\\"
    if at >= len(text):
        raise ValueError("it has [ without ]")
    return text[at], at + 1


def _class(name: bytes) -> bytes:
    try:
        return _CLASSES[name.decode("ascii", "replace")].encode("ascii")
    except KeyError as error:
        raise ValueError("it has an unknown class of characters") from error
