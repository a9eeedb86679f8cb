"""One part of a phrase against one sentence: where it may start, and where it ends when it starts there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qazlint.policy.program import GAP, KEY, MARK, NOT, OPTIONAL, Part

if TYPE_CHECKING:
    from qazlint.match.view import View

_WIDEST = 12  # an anchor that may stand in more places than this is no help


def starts(part: Part, view: View) -> Sequence[int]:
    """The positions where the part may start, in order, judged by its anchor."""
    _, anchor, least, most = part
    if most - least > _WIDEST or view.pieces:
        return range(view.size)
    places = view.stretches(anchor)
    if most == 0:
        return sorted(places)
    found = {at - offset for at in places for offset in range(least, most + 1)}
    return sorted(at for at in found if at >= 0)


def ends(part: Part, start: int, view: View) -> Sequence[int]:
    """The ends of the part from a start, in order of preference: optional words taken, gaps short, entries long."""
    states: Sequence[int] = (start,)
    steps, _, _, _ = part
    for op, argument in steps:
        if op == KEY and len(states) == 1:
            states = view.stretches(int(argument)).get(states[0], ())
        else:
            states = tuple(dict.fromkeys(end for at in states for end in _after(op, argument, at, view)))
        if not states:
            break
    return states


def _after(op: int, argument: int | str, at: int, view: View) -> Iterable[int]:
    if op == KEY:
        return view.stretches(int(argument)).get(at, ())
    if op == OPTIONAL:
        return (*view.stretches(int(argument)).get(at, ()), at)
    if op == GAP:
        return range(at, min(at + int(argument), view.size) + 1)
    if op == NOT:
        return (at + 1,) if at < view.size and not view.has(int(argument), at) else ()
    assert op == MARK
    return (at,) if str(argument) in view.marks[at] else ()
