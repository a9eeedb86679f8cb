"""What an author says to qazlint in a document (`qazlint-disable-line 19.money: reason`): found here, understood later.

In markup such a remark is a comment, and the parsers find it. In text without markup it takes a line of its own or a
line's end, and may stand after `#` or `//` or in `<!-- -->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qazlint.extract.document import Remark
from qazlint.extract.prose import Piece
from qazlint.types import Span

COMMANDS = ("disable", "disable-file", "disable-line", "disable-next-line", "enable")

_ADDRESSED = re.compile(r"\s*qazlint(?:[-_:]|\s+(?:disable|enable))", re.IGNORECASE)  # a hyphen is easily forgotten
_BEGINNING = re.compile(r"(?<!\S)(?P<mark>(?:#|//|<!--)[ \t]*)?(?P<word>qazlint-[a-z])", re.IGNORECASE)
_COMMAND = re.compile(rf"qazlint-(?:{'|'.join(COMMANDS)})(?![\w-])", re.IGNORECASE)
_LINE_ENDS = "\r\n\N{LINE SEPARATOR}"
_LINE = re.compile(f"[^{_LINE_ENDS}]*")
_CLOSING = "-->"


class Cut(NamedTuple):
    """Text without its remarks."""

    pieces: list[Piece]
    remarks: list[Remark]


class _Found(NamedTuple):
    """A remark, and what leaves the prose with it: white space before it, the end of a line of its own."""

    gap: Span
    remark: Remark


def is_remark(comment: str) -> bool:
    """Whether a comment of a document is addressed to qazlint."""
    return _ADDRESSED.match(comment) is not None


def cut(text: str, at: int = 0) -> Cut:
    """The prose and the remarks of text without markup that begins at `at` in the source."""
    pieces: list[Piece] = []
    remarks: list[Remark] = []
    done = 0
    for gap, (said, (start, end)) in _find(text):
        pieces.append(Piece.verbatim(text[done : gap.start], at + done))
        remarks.append(Remark(said, Span(at + start, at + end)))
        done = gap.end
    pieces.append(Piece.verbatim(text[done:], at + done))
    return Cut(pieces, remarks)


def _find(text: str) -> Iterator[_Found]:
    if "qazlint-" not in text.lower():  # much quicker than the pattern, and true of nearly all texts
        return
    done = 0
    for match in _BEGINNING.finditer(text):
        if match.start() < done:
            continue
        before = _blank_before(text, match.start())
        is_first = before == 0 or text[before - 1] in _LINE_ENDS
        if is_first or match["mark"] or _COMMAND.match(text, match.start("word")):  # else a word in a sentence
            yield (found := _whole(text, match, before, is_first))
            done = found.gap.end


def _whole(text: str, beginning: re.Match[str], before: int, is_first: bool) -> _Found:
    word = beginning.start("word")
    said = text[word : _line_end(text, word)]
    end = word + len(said)
    if (beginning["mark"] or "").startswith("<!--") and _CLOSING in said:
        said = said[: said.index(_CLOSING)]
        end = word + len(said) + len(_CLOSING)
    rest = _blank_after(text, end)
    is_last = rest == len(text) or text[rest] in _LINE_ENDS
    after = rest if is_last else end
    if is_first and is_last:
        after += 2 if text.startswith("\r\n", rest) else min(1, len(text) - rest)
    return _Found(Span(before, after), Remark(said.rstrip(), Span(beginning.start(), end)))


def _line_end(text: str, at: int) -> int:
    match = _LINE.match(text, at)
    return match.end() if match else at


def _blank_before(text: str, at: int) -> int:
    while at and text[at - 1] in " \t":
        at -= 1
    return at


def _blank_after(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at
