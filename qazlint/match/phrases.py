"""A phrase against one sentence: the stretches of words that it matches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qazlint.match.sequence import Stretch, spans
from qazlint.match.view import View
from qazlint.policy.program import PhraseCode

# More than this only made-up text has; it keeps the search for windows from growing without end.
_MOST_MATCHES = 100  # of one part in one sentence
_MOST_WINDOWS = 10_000


def find(phrase: PhraseCode, view: View) -> list[Stretch]:
    """The matches of a phrase, not overlapping, from left to right; of several parts, the shortest windows."""
    if len(phrase.parts) == 1:
        return _leftmost(spans(phrase.parts[0], view))
    return _leftmost(_windows(phrase, view))


def _leftmost(found: Iterable[Stretch]) -> list[Stretch]:
    """Those that do not overlap an earlier one."""
    kept: list[Stretch] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _windows(phrase: PhraseCode, view: View) -> Iterator[Stretch]:
    """Windows that hold all parts without overlap, the shortest first at each place, ordered from left to right."""
    found: list[list[Stretch]] = []
    for part in phrase.parts:
        matches = spans(part, view)
        if not matches:
            return
        found.append(matches[:_MOST_MATCHES])
    windows = {_cover(chosen) for chosen in _combinations(found, phrase.windows)}
    shortest: list[Stretch] = []
    for start, end in sorted(windows, key=lambda window: (window[1] - window[0], window)):
        if not any(start < other_end and other_start < end for other_start, other_end in shortest):
            shortest.append((start, end))
    yield from sorted(shortest)


def _combinations(found: Sequence[Sequence[Stretch]], windows: Sequence[int]) -> Iterator[tuple[Stretch, ...]]:
    """One match of each part, none overlapping, neighbours in the phrase no further apart than allowed."""
    chosen: tuple[tuple[Stretch, ...], ...] = tuple((match,) for match in found[0])
    for matches, window in zip(found[1:], windows, strict=True):
        chosen = tuple(
            (*before, match)
            for before in chosen
            for match in matches
            if _near(before[-1], match, window) and all(_apart(other, match) for other in before)
        )[:_MOST_WINDOWS]
    yield from chosen


def _apart(one: Stretch, other: Stretch) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _near(one: Stretch, other: Stretch, window: int) -> bool:
    return window < 0 or max(one[0], other[0]) - min(one[1], other[1]) <= window


def _cover(chosen: Sequence[Stretch]) -> Stretch:
    return min(start for start, _ in chosen), max(end for _, end in chosen)
