"""Stems that the list does not have: what the end of the word allows, the likeliest few."""

from __future__ import annotations

from collections.abc import Iterator

from qazlint.language.kazakh.alphabet import (
    BACK,
    EITHER,
    KAZAKH_LETTERS,
    LOAN_LETTERS,
    UNVOICED,
    VOICELESS,
    VOWEL_LETTERS,
    harmony,
    last_class,
)
from qazlint.language.kazakh.grammar import STATE, Ending
from qazlint.language.kazakh.joints import (
    CONVERB,
    INFINITIVE,
    MERGED_I,
    MERGED_Y,
    Shape,
    infinitive,
    noun_shapes,
    verb_shapes,
)
from qazlint.language.kazakh.machine import LONGEST_TAIL, Tails
from qazlint.language.kazakh.reading import Reading

_NOMINAL = STATE["M"]
_VERB = STATE["V"]
_VERB_END = frozenset("аеыілнңрстзжшпқкймуия")
_FEW = 4
_MARGIN = 3.0


def guesses(word: str, tails: Tails, title: bool) -> list[Reading]:
    """Readings of a word that no known stem explains, the likeliest first."""
    found: dict[tuple[str, str], Reading] = {}
    for cut in range(max(2, len(word) - LONGEST_TAIL), len(word) + 1):
        for ending in tails(word[cut:]):
            if not ending.makes:
                for reading in _readings(word[:cut], ending, len(word) - cut):
                    key = reading.lemma, reading.pos
                    if key not in found or found[key].cost > reading.cost:
                        found[key] = reading
    ranked = sorted(found.values(), key=lambda reading: reading.cost)
    kept = [reading for reading in ranked[:_FEW] if reading.cost <= ranked[0].cost + _MARGIN]
    return [twin for reading in kept for twin in _as_name_or_adjective(reading, title)]


def _readings(shape: str, ending: Ending, length: int) -> Iterator[Reading]:
    if ending.left & _NOMINAL:
        for stem in _noun_stems(shape, ending):
            cost = _cost(stem, ending, length) + 0.7
            yield Reading(cost, stem, "NOUN", ending.feats, False, False)
    if ending.left & _VERB:
        for stem in _verb_stems(shape, ending):
            cost = _cost(stem, ending, length) + 1.0
            yield Reading(cost, infinitive(stem), "VERB", ending.feats, False, False)


def _cost(stem: str, ending: Ending, length: int) -> float:
    """Long endings are rarely chance; short stems mostly are, and so are those that cannot be pronounced."""
    odd = 3.0 if stem[-2:-1] not in VOWEL_LETTERS and stem[-1] not in VOWEL_LETTERS and not _pronounced(stem) else 0.0
    return ending.cost + odd + max(0, 5 - len(stem)) * 1.2 - 0.5 * length


def _pronounced(stem: str) -> bool:
    """Whether a stem that ends in two consonants may: Kazakh ones in р л н й с ш and a voiceless stop, loans freely."""
    return (KAZAKH_LETTERS.isdisjoint(stem) and "ы" not in stem) or (stem[-2] in "рлнңйсшқкп" and stem[-1] in "тқкпсш")


def _noun_stems(shape: str, ending: Ending) -> Iterator[str]:
    bases = [shape, shape[:-1] + UNVOICED[shape[-1]]] if shape[-1] in UNVOICED else [shape]
    bases += [shape[:-1]] * shape.endswith(("сті", "кті", "скі"))
    return (stem for stem in bases if _fits(stem, noun_shapes(stem), shape, ending))


def _verb_stems(shape: str, ending: Ending) -> Iterator[str]:
    if not LOAN_LETTERS.isdisjoint(shape) or (len(shape) < 2 and ending.joint not in (MERGED_I, MERGED_Y)):
        return
    for stem in _verb_bases(shape, ending.joint):
        possible = stem[-1] in _VERB_END and not VOWEL_LETTERS.isdisjoint(stem)
        if possible and _fits(stem, verb_shapes(stem), shape, ending):
            yield stem


def _verb_bases(shape: str, joint: int) -> list[str]:
    narrow = shape + ("ы" if harmony(shape) == BACK else "і")
    if joint == MERGED_I:
        return [narrow]
    if joint == MERGED_Y:
        return [shape + "й", shape]
    bases = [shape] if shape[-1] not in UNVOICED else [shape[:-1] + UNVOICED[shape[-1]]]
    if joint == CONVERB and shape[-1] == "у":
        bases.append(shape[:-1] + "п")
    if joint == INFINITIVE and last_class(shape) & VOICELESS:
        bases.append(narrow)
    return bases


def _fits(stem: str, shapes: list[Shape], surface: str, ending: Ending) -> bool:
    return bool(_harmony(stem) & ending.harmony) and any(
        text == surface and joints & ending.joint and sound & ending.sounds for text, joints, sound in shapes
    )


def _harmony(stem: str) -> int:
    """Either harmony for what may be a loan: a stem without any Kazakh letter."""
    shows = harmony(stem)
    return EITHER if KAZAKH_LETTERS.isdisjoint(stem) and "ы" not in stem else shows


def _as_name_or_adjective(reading: Reading, title: bool) -> list[Reading]:
    if reading.pos != "NOUN":
        return [reading]
    if title:
        return [reading._replace(pos="PROPN"), reading]
    return [reading, reading._replace(pos="ADJ", cost=reading.cost + 0.5)]
