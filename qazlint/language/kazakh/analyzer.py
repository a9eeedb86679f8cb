"""From a word to its readings: known stems, other spellings of them, and what the grammar allows for unknown ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from qazlint.language.kazakh import grammar, machine, stems
from qazlint.language.kazakh.affixed import PARTICLES, affixed, hyphenated
from qazlint.language.kazakh.grammar import NEAR, VERBAL, Ending
from qazlint.language.kazakh.guess import another, as_name_or_adjective, guesses
from qazlint.language.kazakh.joints import PLAIN, infinitive
from qazlint.language.kazakh.machine import LONGEST_TAIL, Tails
from qazlint.language.kazakh.reading import Reading, as_analyses
from qazlint.language.kazakh.spelling import fold, from_latin, is_latin, may_stand_for, normalize, unstretched
from qazlint.language.kazakh.stems import RARE, Stem, StemIndex
from qazlint.types import Analysis

LONGEST_WORD = 60  # letters; nothing longer is read
_MARGIN = 2.6
_DOUBTFUL = 1.6  # a best reading that costs more leaves room for an unknown stem
_AFTER = 1.5  # what it then costs after the known ones
_RARE_NOUN = 2.5
_SHORT_NOUN = 7  # letters
_LETTER = 0.1  # a letter of the ending: of two equal readings the longer stem is likelier
_ROOT_MARGIN = 4.2
_ROOT = 2.0  # what it costs to look through a derivation at the root
_SHORT = 4  # letters; shorter stems are read without their Kazakh letters only when they are frequent


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


def analyze(token: str) -> tuple[Analysis, ...]:
    """Every reading of a word form, the likeliest first; none for what cannot be a word."""
    if not token or len(token) > LONGEST_WORD:
        return ()
    word = normalize(token)
    found = known(word, exact())
    if found:
        if found[0].cost > _DOUBTFUL and word not in exact().stems.shapes and word.isalpha():
            found += _new_stem(word, found, token[0].isupper())
        return as_analyses(found + _bare_noun(word, found))
    return _otherwise(token, word)


def roots(token: str) -> tuple[Analysis, ...]:
    """Readings through derivations, all that the stem list supports: what a term with derivatives (жұмыс~) matches.

    `analyze` gives only some of them: those back to a frequent root (бастау: бас) are more often wrong than right.
    """
    if not token or len(token) > LONGEST_WORD:
        return ()
    return as_analyses([r for r in known(normalize(token), exact(), roots=True) if r.derived])


def is_known(stem: str) -> bool:
    """Whether the word is in the stem list (a verb: its infinitive in -у)."""
    word = normalize(stem)
    return any(reading.lemma == word for reading in known(word, exact()))


def is_common(lemma: str) -> bool:
    """Whether a dictionary form is one of the words that every text has."""
    return lemma in stems.common()


def _new_stem(word: str, found: list[Reading], title: bool) -> list[Reading]:
    """The likeliest unknown stem, after the known ones."""
    new = another(word, exact().tails, {reading.lemma for reading in found})
    cost = found[-1].cost + _AFTER
    return [reading._replace(cost=cost) for reading in as_name_or_adjective(new, title)] if new else []


def _bare_noun(word: str, found: list[Reading]) -> list[Reading]:
    """The word as a rare noun in its dictionary form, which looks like a form of a known word (қаза, жете)."""
    if len(word) > _SHORT_NOUN or found[0].pos not in ("NOUN", "ADJ", "VERB") or not word.isalpha():
        return []
    if word in [reading.lemma for reading in found]:
        return []
    return [Reading(found[-1].cost + _RARE_NOUN, word, "NOUN", {"Case": "Nom"}, False, False)]


def _otherwise(token: str, word: str) -> tuple[Analysis, ...]:
    """Readings of a word that no listed stem explains as it is written."""
    foreign = affixed(token, word, exact().tails)
    if foreign:
        return as_analyses(foreign)
    if is_latin(word):
        return as_analyses(_restored(from_latin(word)), "latin")
    joined = hyphenated(word, exact().tails, _known_exactly)
    if joined:
        return as_analyses(joined)
    for form in (*unstretched(word), *_without_particle(word)):
        found = _known_exactly(form)
        if found:
            return as_analyses(found)
    guessed = guesses(word, exact().tails, token[0].isupper())
    restored = [reading for reading in _restored([fold(word)]) if may_stand_for(word, reading.lemma)]
    return (*as_analyses(restored, "folded"), *as_analyses(guessed[:2] if restored else guessed))


def _known_exactly(word: str) -> list[Reading]:
    return known(word, exact())


def _without_particle(word: str) -> Iterator[str]:
    """The word before a particle that was glued to it: болсада, болама."""
    for particle in PARTICLES:
        if word.endswith(particle) and len(word) > len(particle) + 2:
            yield word[: -len(particle)]


def _restored(forms: list[str]) -> list[Reading]:
    """Readings by listed stems of a word that was typed without the Kazakh letters."""
    for variant in (variant for form in forms for variant in (form, *unstretched(form))):
        found = known(variant, folded(), short=_SHORT)
        if len(variant) <= _SHORT:  # мали is not малы, but оте is өте: there the stem itself lacks its letters
            found = [reading for reading in found if fold(reading.lemma) != reading.lemma]
        if found:
            return found
    return []


def known(word: str, book: Lexicon, short: int = 0, roots: bool = False) -> list[Reading]:
    """Readings by stems of the list, the likeliest first.

    short   stems of fewer letters are only taken if they are frequent
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
                        and (cut >= short or stem.cost < RARE)
                    ):
                        cost = stem.cost + ending.cost + length
                        if ending.makes:
                            found += _derived(shape, stem, ending, cost, book, roots)
                        else:
                            found += _inflected(stem, ending, cost)
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
