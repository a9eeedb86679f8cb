"""A term of a lexicon → the lemmas, forms, folded spellings and forms of a verb under which its words are found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

import regex

from qazlint.language import kazakh, paradigms, russian

_KAZAKH_LETTERS = regex.compile("[әғқңөұүіһ]")
_CYRILLIC = regex.compile("[а-я]")
_LETTERS = regex.compile("[а-яәғқңөұүіһ]+")
_SIMPLE_FOLD = str.maketrans("әғқңөұүһі", "агкноуухи")
_SHORTEST_FOLDED = 4  # shorter terms collide with other words once their letters are folded


_INFINITIVES = (None, "VERB", "AUX")  # as what a term is said to be when it may be one
_OF_VERBS = ("Polarity", "Voice")  # what an infinitive may say of its verb

BaseVerb = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """lang: whose readings count ("ru", "kk", "any").

    forms     in which it is found whatever their lemmas are
    declined  whether the forms are the dictionary's, whose readings have features; the others are guessed
    taken     those that it would have were they not another word's
    form_of   the Kazakh verb that it is the negative or a voice of, and the features that tell so
    """

    lang: str
    lemmas: tuple[str, ...]
    forms: tuple[str, ...]
    folded: str
    declined: bool = False
    taken: tuple[str, ...] = ()
    form_of: BaseVerb | None = None


# A term is asked for with many features, in several sections, as several parts of speech: each thing is found out once.
_once = lru_cache(maxsize=1 << 16)


@_once
def resolve(text: str, section: str, pos: str | None) -> Term:
    """How a term (lower case, ё as е) of a section is looked up. What names no word is a form, and found as such."""
    lang = "kk" if _KAZAKH_LETTERS.search(text) else section
    lemmas = _lemmas(text, lang, pos)
    forms: tuple[str, ...] = () if lemmas else (text,)
    taken: tuple[str, ...] = ()
    declined = _declined(text, pos, lemmas) if lang != "kk" and _is_russian(text) else ()
    if declined:
        lemmas, forms = (), declined
    elif lang != "kk" and _CYRILLIC.search(text) and _is_guessed(text, lang, pos, lemmas):
        forms, taken = _guessed(text, pos)
    folded = ""
    if lang == "kk" and len(text) >= _SHORTEST_FOLDED and not _clashes(text.translate(_SIMPLE_FOLD), text):
        folded = kazakh.fold(text)
    form_of = _base_verb(text) if lang != "ru" and pos in _INFINITIVES and text.endswith(("у", "ю")) else None
    return Term(lang, lemmas, forms, folded, bool(declined), taken, form_of)


def _declined(text: str, pos: str | None, lemmas: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of what names a word and is no lemma: a participle, a degree, an adjective that stands for a noun."""
    if pos == "NOUN":
        return () if russian.names_noun(text) else russian.adjectival(text)
    if pos == "ADJ" and not russian.dictionary_forms(text, pos):  # лучше, which is an adverb too
        return russian.adjectival(text)
    return () if lemmas or pos == "VERB" else russian.adjectival(text)


def _is_guessed(text: str, lang: str, pos: str | None, lemmas: tuple[str, ...]) -> bool:
    """Whether the forms of a Cyrillic term are for us to find: those of a word of no dictionary, and of one that is
    said to be a noun, an adjective or a verb though the dictionary has it as a form of another word alone."""
    if _is_russian(text):
        return bool(pos) and not lemmas
    return lang == "ru" or not any(reading.is_known for reading in kazakh.analyze(text))


def _guessed(text: str, pos: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms that a term of which no dictionary has the lemma is likely to have: free ones, and other words'."""
    forms = dict.fromkeys(paradigms.inflected(text, pos))
    own = () if russian.is_known(text) else forms  # финанс, финансы: a plural of the dictionary is the same word
    taken = tuple(form for form in forms if form != text and _is_another(form, own))
    return tuple(form for form in forms if form not in taken), taken


def _is_another(form: str, own: Collection[str]) -> bool:
    """Whether a guessed form is a word that a dictionary has under none of a term's own forms."""
    in_russian = russian.analyze(form) if russian.is_known(form) else ()
    return kazakh.is_known(form) or any(reading.is_known and reading.lemma not in own for reading in in_russian)


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
        named = russian.dictionary_forms(text, pos) or russian.dictionary_forms(text, short=pos != "NOUN")
        found |= dict.fromkeys(named)
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


def _base_verb(text: str) -> BaseVerb | None:
    """қарамау → қарау, Polarity=Neg; төлену → төлеу, Voice=Pass; nothing for what is a verb by itself (демеу)."""
    verbs = [
        reading for reading in kazakh.analyze(text)
        if reading.is_known and reading.pos in _INFINITIVES and reading.spelling == "exact"
    ]  # fmt: skip
    if any(reading.lemma == text for reading in verbs):
        return None
    infinitives = (reading for reading in verbs if reading.feats.get("VerbForm") == "Ger")
    said = ((r.lemma, tuple((name, r.feats[name]) for name in _OF_VERBS if name in r.feats)) for r in infinitives)
    return next((verb for verb in said if verb[1]), None)


def _clashes(folded: str, text: str) -> bool:
    """Whether a term without its Kazakh letters is another word that people use."""
    return folded != text and (_is_russian(folded) or kazakh.is_known(folded))
