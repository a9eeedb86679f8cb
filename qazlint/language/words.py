"""A token's text → its `Word`: normal form, undisguised readings, analyses. Made once for a form and shared."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

import regex

from qazlint.language import kazakh, russian
from qazlint.language.disguise import undisguise
from qazlint.language.memo import remembered
from qazlint.types import Analysis, Word

KazakhReader = Callable[[str], tuple[Analysis, ...]]  # `kazakh.analyze`, or another of `kazakh.transducer.load`

CACHE_SIZE = 200_000  # word forms; an archive's vocabulary fits, a flood of random strings does not grow without end

VISIBLE = frozenset(
    "word number percent currency url email handle hashtag phone time date mask abbreviation".split()
)
_ANALYSED = frozenset("word mask hashtag handle abbreviation".split())
KAZAKH_LETTERS = regex.compile("[әғқңөұүіһӘҒҚҢӨҰҮІҺ]")
_CYRILLIC = regex.compile("[а-яёА-ЯЁ]")
_LATIN = regex.compile(r"\p{Latin}")
_STRETCHED = regex.compile(r"(.)\1\1")
_INVISIBLE = regex.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")


def normalise(text: str) -> str:
    """Lower case, ё as е, composed, without characters of no width; what rules call a form."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return text.lower().replace("ё", "е")


@lru_cache(maxsize=CACHE_SIZE)
def word(text: str, kind: str, read: KazakhReader = kazakh.analyze) -> Word:
    """The word with the readings of every language that it may be in; `read` gives the Kazakh ones."""
    form = normalise(text).lstrip("#@") if kind in ("hashtag", "handle") else normalise(text)
    if kind not in _ANALYSED:
        return Word(text, form, kind, (form,))
    forms = _forms(form, kind)
    return Word(text, forms[0], kind, forms, _analyses(forms, kind, read))


def _forms(form: str, kind: str) -> tuple[str, ...]:
    """The form and its other readings, without repeats. A word that the dictionary knows is not in disguise."""
    plain = form.rstrip(".") if kind == "abbreviation" else form
    if form.isalpha() and not _mixed(form):
        written = KAZAKH_LETTERS.search(form) and not _STRETCHED.search(form)
        if written or russian.is_known(form):
            return (form,)
    readings = undisguise(plain)
    if kind != "mask" and _mixed(form) and readings:
        return tuple(dict.fromkeys((*readings, form)))  # look-alike letters: the repaired form is the word
    return tuple(dict.fromkeys((form, plain, *readings)))


def _mixed(form: str) -> bool:
    return bool(_LATIN.search(form) and (_CYRILLIC.search(form) or KAZAKH_LETTERS.search(form)))


def _analyses(forms: tuple[str, ...], kind: str, read: KazakhReader) -> tuple[Analysis, ...]:
    found: list[Analysis] = []
    for number, form in enumerate(forms[:4]):
        readings = analyses(form, read)
        found += readings if number == 0 or kind == "mask" else [reading for reading in readings if reading.is_known]
    return tuple(found)


@lru_cache(maxsize=CACHE_SIZE)
def analyses(form: str, read: KazakhReader = kazakh.analyze) -> tuple[Analysis, ...]:
    """The readings of a normal form in both languages, ordered within each."""
    if KAZAKH_LETTERS.search(form):
        readings = _exact_kazakh(form, read)  # who has the letters uses them: nothing to unfold
        return readings if readings or not _CYRILLIC.search(form) else russian.analyze(form)
    if _CYRILLIC.search(form) and not _LATIN.search(form):
        readings = russian.analyze(form)
        # A known Russian word gets its Kazakh readings only beside Kazakh words: see `bilingual`.
        return readings if readings and readings[0].is_known else readings + _kazakh(form, read)
    if _LATIN.search(form):
        return _kazakh(form, read)
    return ()


def _exact_kazakh(form: str, read: KazakhReader) -> tuple[Analysis, ...]:
    """The readings, and the roots of derived words, which only terms with ~ look at."""
    found = read(form)
    return found + tuple(root for root in kazakh.roots(form) if root not in found)


def _kazakh(form: str, read: KazakhReader) -> tuple[Analysis, ...]:
    """Exact readings; where no stem is known, those of a form typed without the Kazakh letters or in Latin too."""
    found = _exact_kazakh(form, read)
    return found if any(reading.is_known for reading in found) else found + kazakh.fold_readings(form)


@lru_cache(maxsize=CACHE_SIZE)
def bilingual(word: Word, read: KazakhReader = kazakh.analyze) -> Word:
    """The word with its Kazakh readings beside the Russian ones: for a Russian-looking word among Kazakh ones."""
    if not word.analyses or any(reading.lang == "kk" for reading in word.analyses):
        return word
    return Word(word.text, word.form, word.kind, word.forms, word.analyses + _kazakh(word.form, read))


@remembered(CACHE_SIZE)
def is_kazakh(word: Word) -> bool:
    """Whether the word by itself shows that Kazakh is being written: Kazakh letters, or known to Kazakh alone."""
    return any(a.lang == "kk" and a.is_known for a in word.analyses) and not any(
        a.lang == "ru" and a.is_known for a in word.analyses
    )


@lru_cache(maxsize=CACHE_SIZE)
def in_language(word: Word, lang: str) -> Word:
    """The word with the readings of one language only; the same word when that leaves none."""
    kept = tuple(reading for reading in word.analyses if reading.lang == lang)
    if not kept or len(kept) == len(word.analyses):
        return word
    return Word(word.text, word.form, word.kind, word.forms, kept)


@lru_cache(maxsize=CACHE_SIZE)
def with_features(word: Word, feats: tuple[tuple[str, str], ...], lang: str | None = None) -> Word:
    """The word with features added to its readings (those of `lang`, or all): what its place in the sentence says."""
    extra = dict(feats)
    changed = tuple(
        Analysis(a.lemma, a.pos, {**a.feats, **extra}, a.lang, a.is_known, a.derived, a.spelling, a.score)
        if lang in (None, a.lang)
        else a
        for a in word.analyses
    )
    return Word(word.text, word.form, word.kind, word.forms, changed)
