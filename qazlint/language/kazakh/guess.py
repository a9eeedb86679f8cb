"""Stems that the list does not have: what the end of the word allows, the likeliest few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from qazlint.language.kazakh.alphabet import (
    BACK,
    EITHER,
    KAZAKH_LETTERS,
    LOAN_LETTERS,
    UNVOICED,
    VOWEL_LETTERS,
    harmony,
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
from qazlint.language.kazakh.machine import LONGEST_TAIL, REMEMBERED, Tails
from qazlint.language.kazakh.reading import Reading

_NOMINAL, _VERB = STATE["M"], STATE["V"]
_VERB_END = frozenset("аеыілнңрстзжшпқкймуия")
_MAKES_VERBS = ("ла", "ле", "да", "де", "та", "те")
_NOUN_COST, _VERB_COST = 0.7, 1.0
_FEW = 4
_MARGIN = 3.0


class _Base(NamedTuple):
    """A dictionary stem that a written shape may stand for, and the endings that may follow."""

    lemma: str
    states: int
    sound: int
    harmony: int
    joints: int
    cost: float


class _Tail(NamedTuple):
    """The endings that a tail may be after an unknown stem, the states that they ask for, and the joints of verbs."""

    endings: tuple[Ending, ...]
    states: int
    joints: int


@lru_cache(maxsize=REMEMBERED)
def _after_unknown(tails: Tails, tail: str) -> _Tail:
    endings = tuple(e for e in tails(tail) if not e.makes and e.left & (_NOMINAL | _VERB))
    states = reduce(or_, (e.left for e in endings), 0)
    return _Tail(endings, states, reduce(or_, (e.joint for e in endings if e.left & _VERB), 0))


def guesses(word: str, tails: Tails, title: bool) -> list[Reading]:
    """Readings of a word that no known stem explains, the likeliest first."""
    found: dict[tuple[str, str], Reading] = {}
    for cut in range(max(2, len(word) - LONGEST_TAIL), len(word) + 1):
        tail = _after_unknown(tails, word[cut:])
        for base in _bases(word[:cut], tail) if tail.endings else ():
            pos, cost = ("NOUN" if base.states == _NOMINAL else "VERB"), base.cost - 0.5 * (len(word) - cut)
            for ending in tail.endings:
                if (
                    ending.left & base.states
                    and ending.joint & base.joints
                    and ending.sounds & base.sound
                    and ending.harmony & base.harmony
                ):
                    known = found.get((base.lemma, pos))
                    if known is None or known.cost > cost + ending.cost:
                        reading = Reading(cost + ending.cost, base.lemma, pos, ending.feats, False, False)
                        found[base.lemma, pos] = reading
    ranked = sorted(found.values(), key=lambda reading: reading.cost)
    kept = [reading for reading in ranked[:_FEW] if reading.cost <= ranked[0].cost + _MARGIN]
    return [twin for reading in kept for twin in _as_name_or_adjective(reading, title)]


def _bases(shape: str, tail: _Tail) -> Iterator[_Base]:
    """The stems that a written shape may stand for before such endings."""
    if tail.states & _NOMINAL:
        nouns = [shape, shape[:-1] + UNVOICED[shape[-1]]] if shape[-1] in UNVOICED else [shape]
        nouns += [shape[:-1]] * shape.endswith(("сті", "кті", "скі"))
        for stem in nouns:
            yield from _as(noun_shapes(stem), shape, stem, "", _NOMINAL, _NOUN_COST)
    if tail.states & _VERB and _may_be_verb(shape):
        for stem in _verb_stems(shape, tail.joints):
            if stem[-1] in _VERB_END:
                yield from _as(verb_shapes(stem), shape, stem, infinitive(stem), _VERB, _VERB_COST)


def _may_be_verb(shape: str) -> bool:
    """Not a borrowed stem as it is, unless a Kazakh suffix has made it a verb (звонда-)."""
    native = LOAN_LETTERS.isdisjoint(shape) or shape.endswith(_MAKES_VERBS)
    return native and not VOWEL_LETTERS.isdisjoint(shape)


def _as(shapes: Iterable[Shape], shape: str, stem: str, lemma: str, states: int, cost: float) -> Iterator[_Base]:
    for text, joints, sound in shapes:
        if text == shape:
            yield _Base(lemma or stem, states, sound, _harmony(stem), joints, cost + _oddness(stem))


def _verb_stems(shape: str, joints: int) -> Iterator[str]:
    """бар, айт; шығ- is шық, тау- also тап, дам- also дамы, қо- also қой."""
    yield shape[:-1] + UNVOICED[shape[-1]] if shape[-1] in UNVOICED else shape
    if joints & CONVERB and shape[-1] == "у":
        yield shape[:-1] + "п"
    if joints & MERGED_Y:
        yield shape + "й"
    if joints & (MERGED_I | INFINITIVE) and shape[-1] not in VOWEL_LETTERS:
        yield shape + ("ы" if harmony(shape) == BACK else "і")


def _oddness(stem: str) -> float:
    """Short stems are mostly chance, and so are those that cannot be pronounced."""
    odd = stem[-1] not in VOWEL_LETTERS and stem[-2:-1] not in VOWEL_LETTERS and not _pronounced(stem)
    voiced = stem[-1] in UNVOICED  # начальнигім is начальник rather than начальниг
    return 3.0 * odd + 0.5 * voiced + max(0, 5 - len(stem)) * 1.2


def _pronounced(stem: str) -> bool:
    """Whether a stem that ends in two consonants may: Kazakh ones in р л н й с ш and a voiceless stop, loans freely."""
    return (KAZAKH_LETTERS.isdisjoint(stem) and "ы" not in stem) or (stem[-2] in "рлнңйсшқкп" and stem[-1] in "тқкпсш")


def _harmony(stem: str) -> int:
    """Either harmony for what may be a loan: a stem without any Kazakh letter."""
    return EITHER if KAZAKH_LETTERS.isdisjoint(stem) and "ы" not in stem else harmony(stem)


def _as_name_or_adjective(reading: Reading, title: bool) -> list[Reading]:
    if reading.pos != "NOUN":
        return [reading]
    if title:
        return [reading._replace(pos="PROPN"), reading]
    return [reading, reading._replace(pos="ADJ", cost=reading.cost + 0.5)]
