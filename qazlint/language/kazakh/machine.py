"""Walks the grammar over the end of a word: which chains of suffixes spell it, and what stem they ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from qazlint.language.kazakh.grammar import Ending, Grammar, Suffix

LONGEST_TAIL = 30  # letters; longer chains of suffixes do not occur
_LONGEST_SUFFIX = 8
REMEMBERED = 1 << 14  # tails; running text has a few thousand

Feats = dict[str, str]
Merge = Callable[[Feats, Feats], Feats]
Tails = Callable[[str], tuple[Ending, ...]]


def tails(grammar: Grammar) -> Tails:
    """A function from the end of a word to all endings that spell it; it remembers what it has read."""
    suffixes, finals = grammar
    merge = _merger()

    @lru_cache(maxsize=REMEMBERED)
    def parse(tail: str) -> tuple[Ending, ...]:
        if not tail:
            return finals
        found = []
        for length in range(1, min(len(tail), _LONGEST_SUFFIX) + 1):
            here = suffixes.get(tail[:length])
            if here:
                rests = parse(tail[length:])
                found += [_prepend(s, rest, merge) for s in here for rest in rests if _meets(s, rest)]
        return tuple(found) if found else ()

    return parse


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


def _meets(suffix: Suffix, rest: Ending) -> bool:
    return bool(
        suffix.row.right & rest.left
        and suffix.sound & rest.sounds
        and suffix.joints & rest.joint
        and (suffix.outer or suffix.inner) & rest.harmony
    )


def _prepend(suffix: Suffix, rest: Ending, merge: Merge) -> Ending:
    row = suffix.row
    harmony = suffix.inner if suffix.outer else suffix.inner & rest.harmony
    makes = rest.makes or row.makes
    derived = suffix.base + rest.suffix if makes else ""
    feats, cost, root = merge(row.feats, rest.feats), row.cost + rest.cost, row.root and rest.root
    return Ending(row.left, suffix.sounds, harmony, suffix.joint, feats, cost, makes, derived, root)
