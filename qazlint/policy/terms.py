"""A term of a lexicon → the lemmas, forms and folded spellings under which its words are found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from qazlint.language import kazakh, russian

_KAZAKH_LETTERS = regex.compile("[әғқңөұүіһ]")
_CYRILLIC = regex.compile("[а-я]")
_SIMPLE_FOLD = str.maketrans("әғқңөұүһі", "агкноуухи")
_SHORTEST_FOLDED = 4  # shorter terms collide with other words once their letters are folded

# Function words: they stand in nearly every sentence, so no phrase should be looked up by them.
COMMON = frozenset(
    "а бы быть в весь вот все всё вы да для до другой его ее если есть еще же за и из или им их к как который кто ли "
    "мочь мой мы на наш не нет ни но о об он она они от очень по под после при про с сам свой себя со так такой там "
    "то тот ты у уже хотеть что чтобы эта это этот я біз бар бір бол болу бұл бүгін мен да де деп және жоқ керек ол "
    "осы өз сен сол сіз үшін тағы де ғой емес ету алу беру келу кету қалу айту".split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """lang: whose readings count ("ru", "kk", "any"); stem: beginning of Russian derivatives, or ""."""

    lang: str
    lemmas: tuple[str, ...]
    forms: tuple[str, ...]
    folded: str
    stem: str


@lru_cache(maxsize=1 << 16)  # a term is asked for with many features, and resolved once
def resolve(text: str, section: str, pos: str | None) -> Term:
    """How a term (lower case, ё as е) of a section is looked up. A term that is no dictionary form is a form."""
    lang = "kk" if _KAZAKH_LETTERS.search(text) else section
    lemmas = _lemmas(text, lang, pos)
    forms: tuple[str, ...] = () if lemmas else (text,)
    if lang == "ru" and _CYRILLIC.search(text) and not russian.is_known(text):
        forms = russian.inflected(text, pos)
    folded = ""
    if lang == "kk" and len(text) >= _SHORTEST_FOLDED and not _clashes(text.translate(_SIMPLE_FOLD), text):
        folded = kazakh.fold(text)
    stem = russian.derivation_stem(text) if lang != "kk" else ""
    return Term(lang, lemmas, forms, folded, stem)


def _lemmas(text: str, lang: str, pos: str | None) -> tuple[str, ...]:
    found: dict[str, None] = {}
    is_russian = lang != "kk" and bool(_CYRILLIC.search(text)) and russian.is_known(text)
    if lang != "kk" and _CYRILLIC.search(text):
        if is_russian:
            found |= dict.fromkeys(russian.dictionary_forms(text, pos) or russian.dictionary_forms(text))
        else:
            found[text] = None
    if lang != "ru":
        # To the Kazakh grammar any letters may be a word: a form of a Russian one is none, unless it has the stem.
        readings = [reading for reading in kazakh.analyze(text) if reading.is_known or not is_russian]
        if any(reading.lemma == text for reading in readings) or not (readings or found or is_russian):
            found[text] = None
    return tuple(found)


def _clashes(folded: str, text: str) -> bool:
    """Whether a term without its Kazakh letters is another word that people use."""
    return folded != text and (russian.is_known(folded) or kazakh.is_known(folded))
