"""The stems and endings together: the readings of a word by stems of the list, the likeliest first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from qazlint.language.kazakh import grammar, machine, stems
from qazlint.language.kazakh.grammar import NEAR, VERBAL, Ending
from qazlint.language.kazakh.joints import PLAIN, infinitive
from qazlint.language.kazakh.machine import LONGEST_TAIL, Tails
from qazlint.language.kazakh.reading import Reading
from qazlint.language.kazakh.spelling import fold
from qazlint.language.kazakh.stems import RARE, Stem, StemIndex

_MARGIN = 2.6
_LETTER = 0.1  # a letter of the ending: of two equal readings the longer stem is likelier
_ROOT_MARGIN = 4.2
_ROOT = 2.0  # what it costs to look through a derivation at the root


class Lexicon(NamedTuple):
    """What the analyser walks: the stems, the function that reads endings, and whether they are spelt in full."""

    stems: StemIndex
    tails: Tails
    exact: bool


@lru_cache(maxsize=1)
def exact() -> Lexicon:
    """The lexicon of the package, read when first used."""
    return Lexicon(stems.load(), machine.tails(_grammar()), exact=True)


@lru_cache(maxsize=1)
def folded() -> Lexicon:
    """The same lexicon as it looks without the Kazakh letters."""
    return Lexicon(stems.load().respelt(fold), machine.tails(grammar.respelt(_grammar(), fold)), exact=False)


@lru_cache(maxsize=1)
def _grammar() -> grammar.Grammar:
    return grammar.load()


def known(word: str, book: Lexicon, short: int = 0, roots: bool = False) -> list[Reading]:
    """Readings by stems of the list, the likeliest first.

    short   stems of fewer letters are only taken if they are frequent, or verbs with an ending: күл in кулди
    roots   look through every derivation, not only those that are a safe way back to a less frequent root
    """
    found: list[Reading] = []
    shapes, tails, find = book.stems.shapes, book.tails, book.stems.find
    for cut in range(max(1, len(word) - LONGEST_TAIL), len(word) + 1):
        shape = word[:cut]
        endings = tails(word[cut:]) if shape in shapes else ()
        if endings:
            entries = find(shape)
            length = _LETTER * (len(word) - cut)
            for ending in endings:
                for stem in entries:
                    if (
                        stem.states & ending.left
                        and stem.sound & ending.sounds
                        and stem.joints & ending.joint
                        and stem.harmony & ending.harmony
                        and (cut >= short or stem.cost < RARE or (len(word) > short and stem.pos in stems.VERBS))
                    ):
                        cost = stem.cost + ending.cost + length
                        if ending.makes:
                            found += _derived(shape, stem, ending, cost, book, roots)
                        elif stem.feats or stem.pos == "ADJ":
                            found += _inflected(stem, ending, cost)
                        else:  # most of them, and soonest done here
                            found.append(Reading(cost, stem.lemma, stem.pos, ending.feats, True, False))
    return _best(found)


def _inflected(stem: Stem, ending: Ending, cost: float) -> tuple[Reading, ...]:
    feats = {**stem.feats, **ending.feats} if stem.feats else ending.feats
    if stem.pos == "ADJ" and _declined(feats):
        noun = Reading(cost, stem.lemma, "NOUN", feats, True, False)
        return noun, Reading(cost + 0.5, stem.lemma, "ADJ", feats, True, False)
    return (Reading(cost, stem.lemma, stem.pos, feats, True, False),)


def _derived(shape: str, stem: Stem, ending: Ending, cost: float, book: Lexicon, roots: bool) -> list[Reading]:
    feats = {**stem.feats, **ending.feats} if stem.feats else ending.feats
    whole, found = _whole(shape, stem, ending, book), []
    listed = whole is None or (whole if book.exact else fold(whole)) in book.stems.shapes
    if whole and not listed:
        lemma = infinitive(whole) if ending.makes == "VERB" else whole
        found.append(Reading(cost, lemma, ending.makes, feats, True, False))
    if ending.root and (roots or _root_is_likely(stem, ending, len(shape), listed)):
        found.append(Reading(cost + _ROOT, stem.lemma, stem.pos, feats, True, True))
    return found


def _root_is_likely(stem: Stem, ending: Ending, length: int, listed: bool) -> bool:
    """Whether to read a derived word by its root, which has so many letters, without being asked for it."""
    if ending.root == NEAR:
        return length > 2
    return stem.cost >= RARE and length > (3 if listed else 2)


def _whole(shape: str, stem: Stem, ending: Ending, book: Lexicon) -> str | None:
    """The derived word that the ending is on; unknown after a verb stem whose true spelling the shape does not show."""
    if ending.joint == PLAIN and not stem.states & VERBAL:
        return stem.lemma + ending.suffix
    return shape + ending.suffix if book.exact else None


def _declined(feats: Mapping[str, str]) -> bool:
    return ("Number" in feats and "Person" not in feats) or "Person[psor]" in feats or feats.get("Case", "Nom") != "Nom"


def _best(found: list[Reading]) -> list[Reading]:
    """Without duplicates, and without readings far less likely than the first."""
    if len(found) < 2:
        return found
    found.sort(key=attrgetter("cost"))
    least = found[0].cost
    kept: dict[tuple[str, str, int], Reading] = {}
    for reading in found:
        if reading.cost > least + _ROOT_MARGIN:
            break
        if reading.derived or reading.cost <= least + _MARGIN:
            kept.setdefault((reading.lemma, reading.pos, id(reading.feats)), reading)  # equal features are one mapping
    return list(kept.values())
