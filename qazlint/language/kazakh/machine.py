"""Walks the grammar over the end of a word: which chains of suffixes spell it, and what stem they ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from qazlint.language.kazakh.grammar import Ending, Grammar, Suffix

LONGEST_TAIL = 30  # letters; longer chains of suffixes do not occur
REMEMBERED = 1 << 14  # tails; running text has a few thousand

Feats = dict[str, str]
Merge = Callable[[Feats, Feats], Feats]
Tails = Callable[[str], tuple[Ending, ...]]


class _Link(NamedTuple):
    """A suffix with what decides whether an ending may follow it."""

    right: int
    sound: int
    joints: int
    harmony: int
    suffix: Suffix


def tails(grammar: Grammar) -> Tails:
    """A function from the end of a word to all endings that spell it; it remembers what it has read."""
    links, finals, merge = _links(grammar), grammar.finals, _merger()

    @lru_cache(maxsize=REMEMBERED)
    def parse(tail: str) -> tuple[Ending, ...]:
        if not tail:
            return finals
        found = []
        for length in range(1, len(tail) + 1):
            here = links.get(tail[:length])
            if here is None:
                break
            rests = parse(tail[length:]) if here else ()
            if rests:
                for right, sound, joints, harmony, suffix in here:
                    for rest in rests:
                        if right & rest.left and sound & rest.sounds and joints & rest.joint and harmony & rest.harmony:
                            found.append(_prepend(suffix, rest, merge))
        return tuple(found)

    return parse


def _links(grammar: Grammar) -> dict[str, tuple[_Link, ...]]:
    """The suffixes by their surface, and nothing under what a longer suffix begins with: there the search goes on."""
    begun = {surface[:length] for surface in grammar.suffixes for length in range(1, len(surface))}
    links: dict[str, tuple[_Link, ...]] = dict.fromkeys(begun, ())
    for surface, suffixes in grammar.suffixes.items():
        links[surface] = tuple(_Link(s.row.right, s.sound, s.joints, s.inner, s) for s in suffixes)
    return links


def _merger() -> Merge:
    """A function that joins features and gives one mapping for equal ones: endings are many, features few."""
    merged: dict[tuple[int, int], Feats] = {}
    known: dict[tuple[tuple[str, str], ...], Feats] = {}

    def merge(first: Feats, then: Feats) -> Feats:
        if not first:
            return then
        key = id(first), id(then)  # both live as long as the grammar and this table
        found = merged.get(key)
        if found is None:
            joined = {**first, **then}
            found = merged[key] = known.setdefault(tuple(joined.items()), joined)
        return found

    return merge


def _prepend(suffix: Suffix, rest: Ending, merge: Merge) -> Ending:
    left, _, feats, cost, made, root = suffix.row
    harmony = suffix.inner if suffix.outer else suffix.inner & rest.harmony
    makes = rest.makes or made
    return Ending(
        left,
        suffix.sounds,
        harmony,
        suffix.joint,
        merge(feats, rest.feats),
        cost + rest.cost,
        makes,
        suffix.base + rest.suffix if makes else "",
        min(root, rest.root),
    )
