"""A term of a lexicon → the lemmas, forms and folded spellings under which its words are found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from qazlint.language import kazakh, russian

_KAZAKH_LETTERS = regex.compile("[әғқңөұүіһ]")
_CYRILLIC = regex.compile("[а-я]")
_LETTERS = regex.compile("[а-яәғқңөұүіһ]+")
_SIMPLE_FOLD = str.maketrans("әғқңөұүһі", "агкноуухи")
_SHORTEST_FOLDED = 4  # shorter terms collide with other words once their letters are folded


@dataclass(frozen=True, slots=True)
class Term:
    """lang: whose readings count ("ru", "kk", "any")."""

    lang: str
    lemmas: tuple[str, ...]
    forms: tuple[str, ...]
    folded: str


# A term is asked for with many features, in several sections, as several parts of speech: each thing is found out once.
_once = lru_cache(maxsize=1 << 16)


@_once
def resolve(text: str, section: str, pos: str | None) -> Term:
    """How a term (lower case, ё as е) of a section is looked up. A term that is no dictionary form is a form."""
    lang = "kk" if _KAZAKH_LETTERS.search(text) else section
    lemmas = _lemmas(text, lang, pos)
    forms: tuple[str, ...] = () if lemmas else (text,)
    if lang == "ru" and _CYRILLIC.search(text) and not _is_russian(text):
        forms = russian.inflected(text, pos)
    folded = ""
    if lang == "kk" and len(text) >= _SHORTEST_FOLDED and not _clashes(text.translate(_SIMPLE_FOLD), text):
        folded = kazakh.fold(text)
    return Term(lang, lemmas, forms, folded)


@_once
def typed_forms(form: str) -> tuple[str, ...]:
    """A form (lower case), and how it is typed on a Russian keyboard unless that is another word: біздің, биздин."""
    plain = form.translate(_SIMPLE_FOLD)
    return (form,) if len(form) < _SHORTEST_FOLDED or plain == form or _clashes(plain, form) else (form, plain)


def derivation_stem(text: str, lang: str) -> str:
    """The beginning of the Russian derivatives of a term in such a language, or ""."""
    return russian.derivation_stem(text) if lang != "kk" else ""


def _lemmas(text: str, lang: str, pos: str | None) -> tuple[str, ...]:
    found: dict[str, None] = {}
    is_russian = lang != "kk" and _is_russian(text)
    if is_russian:
        found |= dict.fromkeys(russian.dictionary_forms(text, pos) or russian.dictionary_forms(text))
    elif lang != "kk" and _CYRILLIC.search(text):
        found[text] = None
    if lang != "ru":
        is_lemma, is_read = _in_kazakh(text, is_russian)
        if is_lemma or not (is_read or found or is_russian):
            found[text] = None
    return tuple(found)


@_once
def _is_russian(text: str) -> bool:
    return bool(_CYRILLIC.search(text)) and russian.is_known(text)


@_once
def _in_kazakh(text: str, is_russian: bool) -> tuple[bool, bool]:
    """Whether a term is a dictionary form in Kazakh, and whether it has readings at all.

    To the grammar any letters may be a word: a form of a Russian one is none, unless it has the stem.
    """
    if _LETTERS.fullmatch(text) and kazakh.is_known(text):  # as most are; all their readings cost four times as much
        return True, True
    readings = [reading for reading in kazakh.analyze(text) if reading.is_known or not is_russian]
    return any(reading.lemma == text for reading in readings), bool(readings)


def _clashes(folded: str, text: str) -> bool:
    """Whether a term without its Kazakh letters is another word that people use."""
    return folded != text and (_is_russian(folded) or kazakh.is_known(folded))
