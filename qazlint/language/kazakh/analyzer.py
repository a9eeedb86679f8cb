"""From a word to its readings: known stems, then what the rest of the grammar allows."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from qazlint.language.kazakh import grammar, machine, stems
from qazlint.language.kazakh.guess import guesses
from qazlint.language.kazakh.joints import infinitive
from qazlint.language.kazakh.machine import LONGEST_TAIL, Tails
from qazlint.language.kazakh.reading import Reading, as_analyses
from qazlint.language.kazakh.stems import Stem, Stems
from qazlint.types import Analysis

LONGEST_WORD = 60  # letters; nothing longer is read
_MARGIN = 6.0
_ROOT = 3.0  # what it costs to look through a derivation at the root


class Lexicon(NamedTuple):
    """What the analyser walks: the stems and the function that reads endings."""

    stems: Stems
    tails: Tails


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the package, read when first used."""
    return Lexicon(stems.load(), machine.tails(grammar.load()))


def analyze(token: str) -> tuple[Analysis, ...]:
    """Every reading of a word form, the likeliest first."""
    word = token.lower().replace("ё", "е")
    if not word or len(word) > LONGEST_WORD:
        return ()
    book = lexicon()
    found = known(word, book)
    return as_analyses(found or guesses(word, book.tails, token[0].isupper()))


def known(word: str, book: Lexicon) -> list[Reading]:
    """Readings by stems of the list, the likeliest first."""
    found: list[Reading] = []
    for cut in range(max(1, len(word) - LONGEST_TAIL), len(word) + 1):
        entries = book.stems.get(word[:cut])
        if entries:
            for ending in book.tails(word[cut:]):
                for stem in entries:
                    if (
                        stem.states & ending.left
                        and stem.sound & ending.sounds
                        and stem.joints & ending.joint
                        and stem.harmony & ending.harmony
                    ):
                        found += _combine(word[:cut], stem, ending)
    return _best(found)


def _combine(shape: str, stem: Stem, ending: grammar.Ending) -> list[Reading]:
    feats = {**stem.feats, **ending.feats} if stem.feats else ending.feats
    cost = stem.cost + ending.cost
    if not ending.makes:
        return [Reading(cost, stem.lemma, stem.pos, feats, True, False)]
    whole = shape + ending.suffix
    lemma = infinitive(whole) if ending.makes == "VERB" else whole
    return [
        Reading(cost, lemma, ending.makes, feats, True, False),
        Reading(cost + _ROOT, stem.lemma, stem.pos, feats, True, True),
    ]


def _best(found: list[Reading]) -> list[Reading]:
    """Without duplicates, and without readings far less likely than the first."""
    found.sort(key=lambda reading: reading.cost)
    kept: dict[tuple[object, ...], Reading] = {}
    for reading in found:
        if reading.cost <= found[0].cost + _MARGIN:
            kept.setdefault((reading.lemma, reading.pos, *reading.feats.items()), reading)
    return list(kept.values())
