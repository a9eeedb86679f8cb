"""One part of a phrase against one sentence: all the stretches of words that it may take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from qazlint.policy.program import GAP, KEY, MARK, NOT, OPTIONAL, Part, Step

Stretch = tuple[int, int]  # tokens first:last, half-open

_WIDEST = 12  # an anchor that may stand in more places than this is no help


class Words(Protocol):
    """What must be known of a sentence's words: `View`, which itself asks for stretches, knows it.

    size    their number
    pieces  some of them are written in pieces
    marks   those before each word, and at the end
    """

    size: int
    pieces: bool
    marks: tuple[str, ...]

    def stretches(self, key: int) -> Mapping[int, tuple[int, ...]]:
        """Start → ends of what has the key."""

    def has(self, key: int, at: int) -> bool:
        """Whether a word by itself has the key."""


def spans(part: Part, words: Words) -> list[Stretch]:
    """The stretches that the part matches, by their starts, and from one start in order of preference: optional words
    taken, gaps short, entries long."""
    steps, _, _, _ = part
    op, argument = steps[0]
    if op == KEY:  # all starts go through the steps together
        found = [(start, end) for start, ends in words.stretches(int(argument)).items() for end in ends]
        steps = steps[1:]
    else:
        found = [(start, start) for start in _starts(part, words)]
    for step in steps:
        if not found:
            break
        found = _after(step, found, words)
    return found


def _starts(part: Part, words: Words) -> Sequence[int]:
    """The positions where the part may start, in order, judged by its anchor."""
    _, anchor, least, most = part
    if most - least > _WIDEST or words.pieces:
        return range(words.size)
    found = {at - offset for at in words.stretches(anchor) for offset in range(least, most + 1)}
    return sorted(at for at in found if at >= 0)


def _after(step: Step, found: Sequence[Stretch], words: Words) -> list[Stretch]:
    """What has been found so far with one more step."""
    op, argument = step
    if op == KEY:
        table = words.stretches(int(argument))
        longer = [(start, end) for start, at in found if at in table for end in table[at]]
        return longer if len(longer) <= len(found) else _once(longer)
    if op == OPTIONAL:
        table = words.stretches(int(argument))
        return _once((start, end) for start, at in found for end in (*table.get(at, ()), at))
    if op == GAP:
        size, widest = words.size, int(argument)
        return _once((start, end) for start, at in found for end in range(at, min(at + widest, size) + 1))
    if op == NOT:
        return [(start, at + 1) for start, at in found if at < words.size and not words.has(int(argument), at)]
    assert op == MARK
    return [(start, at) for start, at in found if str(argument) in words.marks[at]]


def _once(found: Iterable[Stretch]) -> list[Stretch]:
    """Each stretch where it comes first: ways that meet again would grow without end."""
    return list(dict.fromkeys(found))
