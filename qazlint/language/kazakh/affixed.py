"""Endings after what is no Kazakh word (АҚШ-пен, 90%-ға, KPI-ымыз, 5-ші), and words with a hyphen."""

from __future__ import annotations

import re
from collections.abc import Callable

from qazlint.language.kazakh.grammar import STATE, Ending
from qazlint.language.kazakh.guess import guesses
from qazlint.language.kazakh.machine import Tails
from qazlint.language.kazakh.reading import Reading

_NOMINAL = STATE["M"] | STATE["Q"]
_FOREIGN = re.compile(
    r"(?P<base>[\d.,:/ ]*\d\s?%?|[a-z][a-z\d.&_'’]*(?:-[a-z\d.]+)*|№\s?\d+)[»\"”]?-?(?P<ending>[а-яәғқңөұүіһ]*)"
)
_ACRONYM = re.compile(r"(?P<base>[А-ЯӘҒҚҢӨҰҮІҺ]{2,}[А-ЯӘҒҚҢӨҰҮІҺ\d-]*?)[»\"”]?-?(?P<ending>[а-яәғқңөұүіһ]*)")
PARTICLES = ("ма", "ме", "ба", "бе", "па", "пе", "да", "де", "та", "те", "ғой", "қой", "ғо", "го", "ау", "ақ", "шы",
             "ші", "мыс", "міс", "ай", "ды", "ді")  # fmt: skip
_INSTRUMENTAL = ("мен", "бен", "пен")  # АҚШ-пен is no pair of words, though мен is a word
_WHOLE = 4.0  # what it costs to take a pair of words for one that does not inflect
_ORDINALS = frozenset(("ші", "шы", "нші", "ншы", "інші", "ыншы"))


def affixed(token: str, word: str, tails: Tails) -> list[Reading]:
    """Readings of a number, an acronym or a Latin name with a Kazakh ending; none for anything else."""
    match = _FOREIGN.fullmatch(word)
    base = match["base"] if match else ""
    if not match:
        match = _ACRONYM.fullmatch(token)
        base = match["base"].rstrip("-").lower() if match and (match["ending"] or len(match["base"]) < 6) else ""
    if not match or not base:
        return []
    pos = "NUM" if base[-1].isdigit() or base.endswith("%") else "PROPN"
    if pos == "PROPN" and not match["ending"] and base[0].isascii():
        return []
    lemma = base.rstrip("%. ") if pos == "NUM" else base
    if pos == "NUM" and match["ending"] in _ORDINALS:
        return [Reading(0.0, lemma, pos, {"NumType": "Ord", "Case": "Nom"}, False, False)]
    return _best(lemma, pos, tails(match["ending"]))


def hyphenated(word: str, tails: Tails, read: Callable[[str], list[Reading]]) -> list[Reading]:
    """Readings of a word with a hyphen: before a particle, before an ending, or of two words (келісім-шарт)."""
    left, hyphen, right = word.rpartition("-")
    if not (left and right):
        return []
    if right in PARTICLES:
        return read(left)
    known, last = bool(read(left)), [] if right in _INSTRUMENTAL else read(right)
    declined = [] if known and last else _best(left, "NOUN", tails(right))
    last = last or ([] if declined else guesses(right, tails, title=False))
    pairs = [r._replace(lemma=left + hyphen + r.lemma, known=known and r.known) for r in last]
    return declined + pairs + [Reading(_WHOLE, word, "ADV", {}, False, False)] * bool(pairs)


def _best(lemma: str, pos: str, endings: tuple[Ending, ...]) -> list[Reading]:
    fitting = [ending for ending in endings if ending.left & _NOMINAL and not ending.makes]
    ranked = sorted(fitting, key=lambda ending: ending.cost)[:2]
    return [Reading(ending.cost, lemma, pos, ending.feats, False, False) for ending in ranked]
