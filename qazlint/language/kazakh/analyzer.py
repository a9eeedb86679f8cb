"""From a word to its readings: known stems, other spellings of them, and what the grammar allows for unknown ones."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from qazlint.language.kazakh import stems
from qazlint.language.kazakh.affixed import PARTICLES, affixed, hyphenated
from qazlint.language.kazakh.guess import another, as_name_or_adjective, guesses
from qazlint.language.kazakh.lexicon import exact, folded, known
from qazlint.language.kazakh.reading import Reading, as_analyses
from qazlint.language.kazakh.spelling import fold, from_latin, is_latin, may_stand_for, normalize, unstretched
from qazlint.types import Analysis

LONGEST_WORD = 60  # letters; nothing longer is read
_DOUBTFUL = 1.6  # a best reading that costs more leaves room for an unknown stem
_AFTER = 1.5  # what it then costs after the known ones
_RARE_NOUN = 2.5
_SHORT_NOUN = 7  # letters
_BESIDE = 2  # readings by unknown stems beside known ones
_SHORT = 4  # letters; so few are easily taken for others', so such words and stems are read with more care if folded

_DISTINCT = (*stems.VERBS, "PRON")  # whose few letters no other word without Kazakh letters is likely to have


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
    return _after(found, as_name_or_adjective(new, title)) if new else []


def _after(found: list[Reading], unknown: list[Reading]) -> list[Reading]:
    """Readings by unknown stems, made less likely than the known ones."""
    return [reading._replace(cost=found[-1].cost + _AFTER) for reading in unknown]


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
    guessed = guesses(word, exact().tails, token[0].isupper())
    for form in unstretched(word):
        found = _known_exactly(form)
        if found:
            return as_analyses(found)
    for form in _without_particle(word):
        found = _known_exactly(form)
        if found:
            lemmas = {reading.lemma for reading in found}
            others = [reading for reading in guessed if reading.lemma not in lemmas] if _is_bare(found[0]) else []
            return as_analyses(found + _after(found, others[:_BESIDE]))
    restored = _typed(word)
    if "э" in word:  # for е, or for ә
        restored = sorted((*restored, *_typed(word.replace("э", "ә"))), key=attrgetter("cost"))
    return (*as_analyses(restored, "folded"), *as_analyses(guessed[:_BESIDE] if restored else guessed))


def _typed(word: str) -> list[Reading]:
    """Readings of the words that may have been typed as this one."""
    return [r for r in _restored([fold(word)]) if may_stand_for(word, r.lemma)]


def _known_exactly(word: str) -> list[Reading]:
    return known(word, exact())


def _without_particle(word: str) -> Iterator[str]:
    """The word before a particle that was glued to it: болсада, болама."""
    for particle in PARTICLES:
        if word.endswith(particle) and len(word) > len(particle) + 2:
            yield word[: -len(particle)]


def _is_bare(reading: Reading) -> bool:
    """Whether the word has no ending: what looks like a particle after it may then be its own (сорпа, not сор па)."""
    return reading.feats.get("Case") == "Nom" or reading.feats.get("Mood") == "Imp"


def _restored(forms: list[str]) -> list[Reading]:
    """Readings by listed stems of a word that was typed without the Kazakh letters."""
    for variant in (variant for form in forms for variant in (form, *unstretched(form))):
        found = known(variant, folded(), short=_SHORT)
        if len(variant) <= _SHORT:  # мали is not малы, but оте is өте and деди is деді
            found = [r for r in found if fold(r.lemma) != r.lemma or r.pos in _DISTINCT]
        if found:
            return found
    return []
