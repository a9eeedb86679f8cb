"""Inflected forms of a listed word: the grammar walked from left to right, for tests and for rule authors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qazlint.language.kazakh import grammar, lexicon
from qazlint.language.kazakh.grammar import STATE, STATES, Suffix
from qazlint.language.kazakh.joints import PLAIN

_DEEPEST = 3  # suffixes: plural, possessive, case; negation, tense, person
_VOICE = STATE["V"]


def generate(lemma: str, pos: str) -> Iterator[str]:
    """The forms of a listed word up to three suffixes long, without voice and derivation; none for an unlisted one."""
    seen: set[str] = set()
    index = lexicon.exact().stems
    for surface in index.shapes:
        for stem in index.find(surface):
            if stem.lemma == lemma and stem.pos == pos:
                for form in _forms(surface, stem.states, stem.sound, stem.harmony, stem.joints, _DEEPEST):
                    if form not in seen:
                        seen.add(form)
                        yield form


def _forms(text: str, states: int, sound: int, harmony: int, joints: int, depth: int) -> Iterator[str]:
    if joints & PLAIN and any(final.left & states for final in _grammar().finals):
        yield text
    if depth:
        for suffix in _after(states):
            if suffix.sounds & sound and suffix.joint & joints and suffix.inner & harmony:
                shows = suffix.outer or suffix.inner & harmony
                longer = text + suffix.surface
                yield from _forms(longer, suffix.row.right, suffix.sound, shows, suffix.joints, depth - 1)


@lru_cache(maxsize=1)
def _grammar() -> grammar.Grammar:
    return grammar.load()


@lru_cache(maxsize=len(STATES) * 4)
def _after(states: int) -> tuple[Suffix, ...]:
    every = (suffix for suffixes in _grammar().suffixes.values() for suffix in suffixes)
    return tuple(s for s in every if s.row.left & states and not s.row.makes and s.row.right != _VOICE)
