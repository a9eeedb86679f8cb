"""Which language each word of a mixed sentence is in: from its letters, from who knows it, from its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from qazlint.language import kazakh, russian
from qazlint.language.words import CACHE_SIZE, KAZAKH_LETTERS, KazakhReader, bilingual, in_language
from qazlint.types import Analysis, Word

_CYRILLIC = regex.compile("[а-яё]")
_LOAN_LETTERS = regex.compile("[вфцчщъьэ]")
# The commonest Russian words, and Kazakh ones that look Russian when their letters are left out.
_RUSSIAN = frozenset(
    "а без бы был была было были быть в вам вас весь во вот все всего всех вы где да даже для до его ее если есть "
    "еще же за и из или им их к как когда кого кто куда ли лишь мне много может можно мы на над надо нам нас наш не "
    "него нет ни них но ну о об обо он она они оно опять от по под пока после потом при про с сам сама себе себя со "
    "так там те тебе тебя тем то тоже того только том ты у уже хоть чего чем что чтобы эта эти это этого этот я".split()
)
_KAZAKH = frozenset("бир биз бол болды бугин кой кол коп кун кыз оны оте сага сиз тур тура уй".split())
_CLEAR = 4.0
_PASSES = 0.6  # how much of what words say reaches the next one
_AT_A_MARK = 0.4  # the same over a comma
_MOST = 2.5  # what one side can say at most
_NEIGHBOURS = 0.5
_SURE = 2.0  # a leaning beyond which the other language's readings are left out


@lru_cache(maxsize=CACHE_SIZE)
def evidence(word: Word, read: KazakhReader = kazakh.analyze) -> float:
    """How much a word by itself speaks for Kazakh (above 0) or for Russian (below 0)."""
    if KAZAKH_LETTERS.search(word.form):
        return _CLEAR
    readings = [reading for reading in bilingual(word, read).analyses if reading.is_known]
    kazakh_readings = [reading for reading in readings if reading.lang == "kk"]
    if word.kind == "abbreviation":
        return 0.0
    if not _CYRILLIC.search(word.form):
        return min(1.5, 0.3 * len(word.form)) if kazakh_readings else 0.0
    if len(kazakh_readings) < len(readings):
        return _of_russian(word.form, kazakh_readings)
    return _of_kazakh(word.form, kazakh_readings) if kazakh_readings else _of_unknown(word)


def _of_russian(form: str, kazakh_readings: Sequence[Analysis]) -> float:
    """Of a word that the Russian dictionary has, and perhaps the Kazakh stem list too."""
    exact = [reading for reading in kazakh_readings if reading.spelling == "exact"]
    if form in _RUSSIAN:
        return -1.0 if kazakh_readings else -3.0
    if form in _KAZAKH:
        return 1.0
    if exact:
        return 1.0 if any(kazakh.is_common(reading.lemma) for reading in exact) else -0.6
    return -0.8 if kazakh_readings else -2.6


def _of_kazakh(form: str, readings: Sequence[Analysis]) -> float:
    """Of a word that only the Kazakh stem list has; without its letters a short one may be anything."""
    if any(reading.spelling == "exact" for reading in readings):
        return 3.0
    return 2.0 if len(form) > 4 else 1.0


def _of_unknown(word: Word) -> float:
    """Of a word that neither has: a Russian stem with Kazakh endings is Kazakh."""
    if word.form.startswith("по-"):
        return -1.0
    if any(a.lang == "kk" and a.lemma != word.form and russian.is_known(a.lemma) for a in word.analyses):
        return 2.0
    return -1.0 if _LOAN_LETTERS.search(word.form) else -0.3


def leanings(words: Sequence[Word], marks: Sequence[str], read: KazakhReader = kazakh.analyze) -> list[float]:
    """For each word how surely it is Kazakh (above 0) or Russian (below 0), with what its neighbours say."""
    own = [evidence(word, read) for word in words]
    left = _carried(own, marks)
    right = _carried(own[::-1], marks[::-1])[::-1]
    return [here + _NEIGHBOURS * (before + after) for here, before, after in zip(own, left, right, strict=True)]


def _carried(own: Sequence[float], marks: Sequence[str]) -> list[float]:
    """What reaches each word from those before it."""
    result, carried = [], 0.0
    for here, mark in zip(own, marks, strict=False):
        if mark:
            carried *= _AT_A_MARK
        result.append(carried)
        carried = carried * _PASSES + here
        if carried > _MOST:
            carried = _MOST
        elif carried < -_MOST:
            carried = -_MOST
    return result


def route(words: Sequence[Word], marks: Sequence[str], read: KazakhReader = kazakh.analyze) -> list[Word]:
    """The words of a sentence in which Kazakh occurs with the readings of the language that each is in.

    Both languages' readings are kept where the leaning is slight, since matching needs only one that is right.
    """
    return [
        word if leaning < -_SURE else _in_kazakh(word, read) if leaning > _SURE else bilingual(word, read)
        for word, leaning in zip(words, leanings(words, marks, read), strict=True)
    ]


@lru_cache(maxsize=CACHE_SIZE)
def _in_kazakh(word: Word, read: KazakhReader) -> Word:
    both = bilingual(word, read)
    return in_language(both, "kk") if _is_native(both) else both


@lru_cache(maxsize=CACHE_SIZE)
def _is_native(word: Word) -> bool:
    """Whether the stem list explains the word, and not as one that Russian has under the same name (банк, директор)."""
    in_russian = {a.lemma for a in word.analyses if a.lang == "ru" and (a.is_known or russian.is_known(a.lemma))}
    in_kazakh = [a for a in word.analyses if a.lang == "kk"]
    listed = any(a.is_known and a.spelling == "exact" for a in in_kazakh)
    return listed and in_russian.isdisjoint(a.lemma for a in in_kazakh)
