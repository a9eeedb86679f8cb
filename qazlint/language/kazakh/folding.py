"""Readings in the folded alphabet, for terms that the stem list does not have: кызметкерим as кизметкер."""

from __future__ import annotations

from collections.abc import Iterator

from qazlint.language.kazakh.alphabet import GLIDE, VOWEL, last_class
from qazlint.language.kazakh.analyzer import LONGEST_WORD
from qazlint.language.kazakh.grammar import STATE, Ending
from qazlint.language.kazakh.joints import CONVERB, MERGED_Y, OPEN, PLAIN
from qazlint.language.kazakh.lexicon import folded
from qazlint.language.kazakh.machine import LONGEST_TAIL
from qazlint.language.kazakh.reading import Reading, as_analyses
from qazlint.language.kazakh.spelling import fold, from_latin, is_latin, normalize, unstretched
from qazlint.types import Analysis

_NOMINAL, _VERB = STATE["M"], STATE["V"]
_HARDENED = {"б": "п", "г": "к"}
_SOFTENED = {"п": "б", "к": "г"}
_SHORTEST = 3
_MOST = 16


def fold_readings(token: str) -> tuple[Analysis, ...]:
    """Readings whose lemma is in the folded alphabet, to be compared with `fold(term)`, whatever the stem list knows.

    Every lemma that the endings allow is given, the likeliest first: ask only whether a term is among them.
    """
    if len(token) > LONGEST_WORD:
        return ()
    word = normalize(token)
    latin = is_latin(word)
    forms = from_latin(word) if latin else [fold(word)]
    found: dict[tuple[str, str], Reading] = {}
    for form in (variant for each in forms for variant in (each, *unstretched(each))):
        for reading in _readings(form):
            key = reading.lemma, reading.pos
            if key not in found or found[key].cost > reading.cost:
                found[key] = reading
    ranked = sorted(found.values(), key=lambda reading: reading.cost)
    return as_analyses(ranked[:_MOST], "latin" if latin else "folded")


def _readings(form: str) -> Iterator[Reading]:
    for cut in range(max(_SHORTEST - 1, len(form) - LONGEST_TAIL), len(form) + 1):
        shape = form[:cut]
        sounds = VOWEL | GLIDE if shape.endswith("и") else last_class(shape)
        for ending in folded().tails(form[cut:]):
            if not ending.makes and ending.sounds & sounds:
                for lemma, pos in _lemmas(shape, ending):
                    if len(lemma) >= _SHORTEST:
                        yield Reading(ending.cost - 0.3 * (len(form) - cut), lemma, pos, ending.feats, False, False)


def _lemmas(shape: str, ending: Ending) -> Iterator[tuple[str, str]]:
    if ending.left & _NOMINAL:
        yield shape, "NOUN"
        if ending.joint == OPEN and shape[-1] in _HARDENED:
            yield shape[:-1] + _HARDENED[shape[-1]], "NOUN"
    if ending.left & _VERB:
        for lemma in _infinitives(shape, ending.joint):
            yield lemma, "VERB"


def _infinitives(shape: str, joint: int) -> Iterator[str]:
    """The folded infinitives of a verb whose stem looks like this before such a joint."""
    if joint == MERGED_Y:
        return  # the same is read with й as the stem's last letter: мыржаиады as мыржаи and ады
    if joint == PLAIN:
        yield shape[:-1] + _SOFTENED.get(shape[-1], shape[-1]) + "у"
        if shape[-1] == "и":
            yield shape[:-1] + "у"
    else:
        yield shape + "у"
        if joint == CONVERB and shape[-1] == "у":
            yield shape[:-1] + "бу"
