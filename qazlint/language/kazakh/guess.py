"""Stems that the list does not have: what the end of the word allows, the likeliest few."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from operator import attrgetter
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
_COST = {"NOUN": 0.7, "VERB": 1.0}
_LETTER = 0.5  # a letter of the ending: the longer it is, the less is chance
_SHORT, _SHORT_COST = 5, 0.6  # letters; each that a stem lacks costs, as short stems are mostly chance
_VOICED_COST = 0.5  # начальнигім is начальник rather than начальниг
_CLASH_COST = 3.0
_PLURAL_COST = 1.0  # қолдарын is қол rather than қолдар
_FEW = 5
_MARGIN = 3.0

_NATIVE_LETTERS = KAZAKH_LETTERS | {"ы"}
_VERB_END = frozenset("аеыілнңрстзжшпқкймуия")
_MAKES_VERBS = ("ла", "ле", "да", "де", "та", "те")
_LONGER = ("сті", "кті", "скі")  # what a noun in two consonants has before its endings
_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")
_HIDES_VOWEL = MERGED_I | INFINITIVE


class _Tail(NamedTuple):
    """What a tail may be after an unknown stem: endings of nouns and of verbs, the likeliest first."""

    nominal: tuple[Ending, ...]
    verbal: tuple[Ending, ...]
    joints: int  # of the verbs' endings
    least: float  # what a reading with one of them costs at least


class _Base(NamedTuple):
    """The end of a stem that a written shape may stand for, and of its dictionary form; what the shape asks for."""

    end: str
    lemma: str
    joints: int
    sound: int
    clash: bool  # no Kazakh stem ends in these two consonants
    cost: float


def guesses(word: str, tails: Tails, title: bool) -> list[Reading]:
    """Readings of a word that no known stem explains, the likeliest first; nouns also as names or adjectives."""
    return [twin for reading in likeliest(word, tails) for twin in as_name_or_adjective(reading, title)]


def another(word: str, tails: Tails, lemmas: Collection[str]) -> Reading | None:
    """The likeliest noun or verb that a word may be besides these."""
    found: Reading | None = None
    for cut in range(max(2, len(word) - LONGEST_TAIL), len(word) + 1):
        length = _LETTER * (len(word) - cut)
        if found and found.cost <= _COST["NOUN"] - length:
            break  # no shorter ending can make up for its letters
        tail = _after_unknown(tails, word[cut:])
        if tail and (found is None or tail.least - length < found.cost):
            for reading in _split(word[:cut], tail, length):
                if (found is None or reading.cost < found.cost) and reading.lemma not in lemmas:
                    found = reading
    return found


def likeliest(word: str, tails: Tails) -> list[Reading]:
    """The few likeliest nouns and verbs that a word may be."""
    found: dict[tuple[str, str], Reading] = {}
    for cut in range(max(2, len(word) - LONGEST_TAIL), len(word) + 1):
        tail = _after_unknown(tails, word[cut:])
        for reading in _split(word[:cut], tail, _LETTER * (len(word) - cut)) if tail else ():
            key = reading.lemma, reading.pos
            if key not in found or found[key].cost > reading.cost:
                found[key] = reading
    ranked = sorted(found.values(), key=attrgetter("cost"))
    return [reading for reading in ranked[:_FEW] if reading.cost <= ranked[0].cost + _MARGIN]


@lru_cache(maxsize=REMEMBERED)
def _after_unknown(tails: Tails, tail: str) -> _Tail | None:
    endings = tails(tail)
    if not endings:
        return None
    nominal, verbal, joints = [], [], 0
    for ending in sorted(endings, key=attrgetter("cost")):
        if ending.makes:
            continue
        if ending.left & _NOMINAL:
            nominal.append(ending)
        if ending.left & _VERB:
            verbal.append(ending)
            joints |= ending.joint
    least = [ending[0].cost + _COST[pos] for ending, pos in ((nominal, "NOUN"), (verbal, "VERB")) if ending]
    return _Tail(tuple(nominal), tuple(verbal), joints, min(least)) if least else None


def _split(shape: str, tail: _Tail, length: float) -> Iterator[Reading]:
    """The readings of a written shape before such endings: of each stem that it may stand for the likeliest."""
    if tail.nominal:
        end = _noun_end(shape)
        yield from _fitting(shape[: -len(end)], _nouns(end), tail.nominal, "NOUN", length)
    if tail.verbal and _may_be_verb(shape):
        back = tail.joints & _HIDES_VOWEL and harmony(shape) == BACK
        bases = _verbs(shape[-2:], tail.joints, back)
        yield from _fitting(shape[:-2], bases, tail.verbal, "VERB", length)


def _fitting(
    head: str, bases: tuple[_Base, ...], endings: tuple[Ending, ...], pos: str, length: float
) -> Iterator[Reading]:
    for base in bases:
        stem = head + base.end
        native = not _NATIVE_LETTERS.isdisjoint(stem)
        shows = harmony(stem) if native else EITHER  # what may be a loan takes either
        for ending in endings:
            if ending.joint & base.joints and ending.sounds & base.sound and ending.harmony & shows:
                odd = base.cost + _CLASH_COST if native and base.clash else base.cost
                if len(stem) < _SHORT:
                    odd += (_SHORT - len(stem)) * _SHORT_COST
                cost = _COST[pos] + odd - length + ending.cost
                yield Reading(cost, head + base.lemma, pos, ending.feats, False, False)
                break


def _noun_end(shape: str) -> str:
    """The last letters, as many as tell which nouns a shape may be (of loans in -п it takes them all)."""
    return shape if shape[-1] == "п" else shape[-3:] if shape.endswith(_LONGER + _PLURALS) else shape[-2:]


@lru_cache(maxsize=REMEMBERED)
def _nouns(end: str) -> tuple[_Base, ...]:
    """The nouns that a written shape may stand for: кітаб is кітап, факті also факт."""
    stems = [end, end[:-1] + UNVOICED[end[-1]]] if end[-1] in UNVOICED else [end]
    stems += [end[:-1]] * (end in _LONGER)
    return tuple(_base(stem, stem, shape) for stem in stems for shape in noun_shapes(stem) if shape.surface == end)


@lru_cache(maxsize=REMEMBERED)
def _verbs(end: str, joints: int, back: bool) -> tuple[_Base, ...]:
    """The verb stems that a written shape may stand for before such joints."""
    stems = [stem for stem in _verb_stems(end, joints, back) if stem[-1] in _VERB_END]
    pairs = [(stem, shape) for stem in stems for shape in verb_shapes(stem) if shape.surface == end]
    return tuple(_base(stem, infinitive(stem), shape) for stem, shape in pairs)


def _base(stem: str, lemma: str, shape: Shape) -> _Base:
    clash = VOWEL_LETTERS.isdisjoint(stem[-2:]) and not (stem[-2] in "рлнңйсшқкп" and stem[-1] in "тқкпсш")
    cost = _VOICED_COST if stem[-1] in UNVOICED else _PLURAL_COST if stem in _PLURALS else 0.0
    return _Base(stem, lemma, shape.joints, shape.sound, clash, cost)


def _may_be_verb(shape: str) -> bool:
    """Not a borrowed stem as it is, unless a Kazakh suffix has made it a verb (звонда-)."""
    native = LOAN_LETTERS.isdisjoint(shape) or shape.endswith(_MAKES_VERBS)
    return native and not VOWEL_LETTERS.isdisjoint(shape)


def _verb_stems(shape: str, joints: int, back: bool) -> Iterator[str]:
    """бар, айт; шығ- is шық, тау- also тап, дам- also дамы, қо- also қой."""
    yield shape[:-1] + UNVOICED.get(shape[-1], shape[-1])
    if joints & CONVERB and shape[-1] == "у":
        yield shape[:-1] + "п"
    if joints & MERGED_Y:
        yield shape + "й"
    if joints & _HIDES_VOWEL and shape[-1] not in VOWEL_LETTERS:
        yield shape + ("ы" if back else "і")


def as_name_or_adjective(reading: Reading, title: bool) -> list[Reading]:
    """The reading, and what else an unknown noun may be, by whether it begins with a capital."""
    if reading.pos != "NOUN":
        return [reading]
    if title:
        return [reading._replace(pos="PROPN"), reading]
    return [reading, reading._replace(pos="ADJ", cost=reading.cost + 0.5)]
