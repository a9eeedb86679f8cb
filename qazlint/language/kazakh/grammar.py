"""Reads the table of suffixes and writes every suffix out, for each harmony and each sound before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import reduce
from importlib.resources import files
from itertools import chain
from operator import or_
from typing import NamedTuple

from qazlint.language.kazakh.alphabet import (
    ANY_CLASS,
    BACK,
    CONSONANT,
    EITHER,
    FRONT,
    GLIDE,
    LATERAL,
    NASAL,
    SIBILANT,
    VOICELESS,
    VOWEL,
    suffix_harmony,
)
from qazlint.language.kazakh.joints import PLAIN, joint_of, merged, noun_shapes, verb_shapes

STATES = ("M R A Q V X tv pl p1 pp p3 k loc ins at vn vg pt ao ip pa sa im fin wish wp gl opt fu fn").split()
STATE = {name: 1 << bit for bit, name in enumerate(STATES)}
VERBAL = STATE["V"] | STATE["vn"]
CLOSED, FAR, NEAR = range(3)

_SOUNDS = (VOWEL, GLIDE, LATERAL, NASAL, SIBILANT, VOICELESS)
_FIRST = {
    "Л": "ллдддт",
    "Д": "дддддт",
    "Н": "нддндт",
    "Б": "мммббп",
    "П": "ммммбп",
    "З": "дддндт",
    "Ғ": "ғғғғғқ",
}
_SIDES = {"C:": CONSONANT, "V:": VOWEL, "S:": VOWEL | GLIDE | LATERAL}
_WRITTEN = {BACK: str.maketrans("АЫ", "аы"), FRONT: str.maketrans("АЫғқ", "еігк")}


class Row(NamedTuple):
    """A line of the table: states on its left (bits), the one it makes, features, cost, what it derives.

    root    how near a derivation is to its root: CLOSED where there is no way back
    """

    left: int
    right: int
    feats: dict[str, str]
    cost: float
    makes: str
    root: int


class Suffix(NamedTuple):
    """One written suffix.

    surface, base   as written here, and in its dictionary form (-лығ-, -лық)
    sounds, joint   the classes of sound that may stand before it, and how it begins
    inner, outer    the harmony that it asks of its left, and shows to its right (0: whatever its left shows)
    sound, joints   what it ends in, and which joints this shape of it accepts
    """

    surface: str
    base: str
    sounds: int
    joint: int
    inner: int
    outer: int
    sound: int
    joints: int
    row: Row


class Ending(NamedTuple):
    """A whole tail of a word: what stem it asks for, and what it says about the word.

    makes, suffix   where a derivation was crossed: the part of speech that it made, and the suffixes up to it
    root            how near the derivation is to its root, by the farthest of several
    """

    left: int
    sounds: int
    harmony: int
    joint: int
    feats: dict[str, str]
    cost: float
    makes: str = ""
    suffix: str = ""
    root: int = NEAR


class Grammar(NamedTuple):
    """The table written out: suffixes by their surface, and the endings of a word that has none left."""

    suffixes: dict[str, tuple[Suffix, ...]]
    finals: tuple[Ending, ...]


def _written(pattern: str) -> Iterator[tuple[str, int, int, int]]:
    """(surface, sounds, inner harmony, outer harmony) of a pattern such as `C:АтЫн`."""
    side = _SIDES.get(pattern[:2], ANY_CLASS)
    pattern = pattern[2:] if side != ANY_CLASS else pattern
    harmonic = re.search("[АЫ]", pattern) is not None
    firsts: dict[str, int] = {}
    for sound, first in zip(_SOUNDS, _FIRST.get(pattern[0], pattern[0] * 6), strict=True):
        if sound & side:
            firsts[first] = firsts.get(first, 0) | sound
    for first, sounds in firsts.items():
        text = first + pattern[1:]
        if harmonic:
            yield text.translate(_WRITTEN[BACK]), sounds, BACK, BACK
            yield text.translate(_WRITTEN[FRONT]), sounds, FRONT, FRONT
        elif pattern[0].isupper():  # -мен, -нікі: the same after every stem
            yield text, sounds, EITHER, EITHER
        else:
            shown = suffix_harmony(text)
            yield text, sounds, shown, shown if shown != EITHER else 0


def _suffixes(pattern: str, row: Row) -> Iterator[Suffix]:
    shapes_of = verb_shapes if row.right & VERBAL else noun_shapes
    for base, sounds, inner, outer in _written(pattern):
        for text, joint, before in [(base, joint_of(base), sounds), *merged(base, sounds)]:
            for surface, joints, sound in shapes_of(text):
                if surface:
                    yield Suffix(surface, base, before, joint, inner, outer, sound, joints, row)


def _row(states: str, right: str, told: str, sets: dict[str, int]) -> Row:
    feats, _, cost = told.partition(";")
    makes = re.search(r"\[(?:deriv (\w+)( near)?|(noun|verb))\]", feats)
    pairs = dict(pair.split("=", 1) for pair in feats.split() if "=" in pair)
    made = (makes[1] or makes[3].upper()) if makes else ""
    root = NEAR if not makes or makes[2] else FAR if makes[1] else CLOSED
    return Row(_union(states, sets), sets.get(right, 0), pairs, float(cost or 0), made, root)


def _union(names: str, sets: dict[str, int]) -> int:
    return reduce(or_, (sets[name] for name in names.split()))


def read_table(text: str) -> Grammar:
    """The grammar of a table of suffixes (the notation is explained at its top)."""
    sets, finals = dict(STATE), []
    found: dict[str, list[Suffix]] = defaultdict(list)
    for line in text.splitlines():
        if line.startswith("="):
            name, members = line[1:].split(maxsplit=1)
            sets[name] = _union(members, sets)
        elif line.startswith("."):
            states, told = line[1:].split("|")
            row = _row(states, "", told, sets)
            finals.append(Ending(row.left, ANY_CLASS, EITHER, PLAIN, row.feats, row.cost))
        elif line and not line.startswith("#"):
            states, patterns, right, told = (part.strip() for part in line.split("|"))
            row = _row(states, right, told, sets)
            for suffix in chain.from_iterable(_suffixes(pattern, row) for pattern in patterns.split()):
                found[suffix.surface].append(suffix)
    return Grammar({surface: tuple(suffixes) for surface, suffixes in found.items()}, tuple(finals))


def load() -> Grammar:
    """The grammar that comes with the package."""
    return read_table((files(__package__) / "data" / "suffixes.txt").read_text(encoding="utf-8"))


def respelt(grammar: Grammar, spell: Callable[[str], str]) -> Grammar:
    """The same grammar over words that are spelt otherwise."""
    found: dict[str, list[Suffix]] = defaultdict(list)
    for surface, suffixes in grammar.suffixes.items():
        found[spell(surface)] += suffixes
    return Grammar({surface: tuple(suffixes) for surface, suffixes in found.items()}, grammar.finals)
