"""Text → tokens, by the pattern of `token_patterns`; pieces that occur again are not cut again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import regex

from qazlint.language.abbreviations import FORMS
from qazlint.language.token_patterns import PATTERN
from qazlint.types import RawToken

# ---- a piece of text between two spaces is cut once, unless a token may reach over the space before or after it:
# only figures, phones, sums and abbreviations do.
_CACHE_SIZE = 50_000  # pieces
_LONGEST = 100  # code points of a piece that is kept
_STOPPED = frozenset(part for form in FORMS for part in form.lower().split("."))  # what an inner stop may follow
_REACHES_OUT = regex.compile(r"[\p{N}\s\x1C-\x1F]|[+(]\Z")
_BLANK = regex.compile(r"[^\S\x1C-\x1F]*+")
_LAST_LETTERS = regex.compile(r"\p{L}+(?=\.\Z)")


_Cut = tuple[int, int, str]  # what a `RawToken` is made of; plain tuples are made and unpacked in a third of the time
_token = partial(tuple.__new__, RawToken)


def _cuts(text: str, start: int) -> Iterator[_Cut]:
    return ((found.start(), found.end(), found.lastgroup or "other") for found in PATTERN.finditer(text, start))


class _Pieces(dict[str, tuple[_Cut, ...]]):
    """What stands between a space and what comes `after` → its tokens; none when they depend on what stands around."""

    def __init__(self, after: str) -> None:
        super().__init__()
        self._after = after

    def __missing__(self, piece: str) -> tuple[_Cut, ...]:
        cuts: tuple[_Cut, ...] = ()
        if len(piece) > _LONGEST:
            return cuts
        if len(self) >= _CACHE_SIZE:
            self.clear()
        stopped = _LAST_LETTERS.search(piece)
        if not (_REACHES_OUT.search(piece) or (stopped and stopped[0].lower() in _STOPPED)):
            cuts = tuple(_cuts(piece + self._after, 0))
        self[piece] = cuts
        return cuts


_pieces = _Pieces(" ")
_last_pieces = _Pieces("")  # of a text


def scan(text: str) -> list[RawToken]:
    """The tokens of `text` in order, not overlapping; every character outside them is white space."""
    found: list[_Cut] = []
    start = done = 0
    for piece in text.replace("\n", " ").split(" "):
        end = start + len(piece)
        cuts = () if start < done else _pieces[piece] if end < len(text) else _last_pieces[piece]
        for first, last, kind in cuts:
            found.append((start + first, start + last, kind))
        if not cuts and end > done and not _BLANK.fullmatch(piece):
            done = _cut(text, max(start, done), end, found)
        start = end + 1
    return [*map(_token, found)]


def _cut(text: str, start: int, end: int, found: list[_Cut]) -> int:
    """Add the tokens that begin from start to end (the last may go on); where the last ends."""
    for first, last, kind in _cuts(text, start):
        if first >= end:
            break
        found.append((first, last, kind))
        if last >= end:
            return last
    return end
