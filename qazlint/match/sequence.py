"""One part of a phrase against one sentence: all the stretches of words that it may take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qazlint.policy.program import GAP, KEY, MARK, NOT, OPTIONAL, Part, Step

if TYPE_CHECKING:
    from qazlint.match.view import View

Stretch = tuple[int, int]  # tokens first:last, half-open

_WIDEST = 12  # an anchor that may stand in more places than this is no help


def spans(part: Part, view: View) -> list[Stretch]:
    """The stretches that the part matches, by their starts, and from one start in order of preference: optional words
    taken, gaps short, entries long."""
    steps, _, _, _ = part
    op, argument = steps[0]
    if op == KEY:  # all starts go through the steps together
        found = [(start, end) for start, ends in view.stretches(int(argument)).items() for end in ends]
        steps = steps[1:]
    else:
        found = [(start, start) for start in _starts(part, view)]
    for step in steps:
        if not found:
            break
        found = _after(step, found, view)
    return found


def _starts(part: Part, view: View) -> Sequence[int]:
    """The positions where the part may start, in order, judged by its anchor."""
    _, anchor, least, most = part
    if most - least > _WIDEST or view.pieces:
        return range(view.size)
    found = {at - offset for at in view.stretches(anchor) for offset in range(least, most + 1)}
    return sorted(at for at in found if at >= 0)


def _after(step: Step, found: Sequence[Stretch], view: View) -> list[Stretch]:
    """What has been found so far with one more step."""
    op, argument = step
    if op == KEY:
        table = view.stretches(int(argument))
        longer = [(start, end) for start, at in found if at in table for end in table[at]]
        return longer if len(longer) <= len(found) else _once(longer)
    if op == OPTIONAL:
        table = view.stretches(int(argument))
        return _once((start, end) for start, at in found for end in (*table.get(at, ()), at))
    if op == GAP:
        size, widest = view.size, int(argument)
        return _once((start, end) for start, at in found for end in range(at, min(at + widest, size) + 1))
    if op == NOT:
        return [(start, at + 1) for start, at in found if at < view.size and not view.has(int(argument), at)]
    assert op == MARK
    return [(start, at) for start, at in found if str(argument) in view.marks[at]]


def _once(found: Iterable[Stretch]) -> list[Stretch]:
    """Each stretch where it comes first: ways that meet again would grow without end."""
    return list(dict.fromkeys(found))
