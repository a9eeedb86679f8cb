"""Russian readings of a word form: pymorphy3's parses in Universal Dependencies terms.

The table of tags follows the OpenCorpora tag set (https://opencorpora.org/dict.php?act=gram), which pymorphy3 uses, and
the UD guidelines for Russian (https://universaldependencies.org/ru/).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import regex

from qazlint.types import Analysis

_READABLE = regex.compile("[а-яё][а-яё0-9'’*.-]{0,99}")
_POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}
_FORM = {
    "INFN": {"VerbForm": "Inf"}, "GRND": {"VerbForm": "Conv"}, "PRTF": {"VerbForm": "Part"},
    "PRTS": {"VerbForm": "Part", "Variant": "Short"}, "ADJS": {"Variant": "Short"}, "COMP": {"Degree": "Cmp"},
    "VERB": {"VerbForm": "Fin"},
}  # fmt: skip
_DEGREES = {"Supr", "Cmp2"}  # that stand among other forms of a part of speech; the second: the comparative with по-
_CASE = {
    "nomn": "Nom", "gent": "Gen", "gen1": "Gen", "gen2": "Par", "datv": "Dat", "accs": "Acc", "acc2": "Acc",
    "ablt": "Ins", "loct": "Loc", "loc1": "Loc", "loc2": "Loc", "voct": "Voc",
}  # fmt: skip
_VALUES: tuple[tuple[str, str, dict[str, str]], ...] = (  # pymorphy3's attribute, UD feature, values
    ("animacy", "Animacy", {"anim": "Anim", "inan": "Inan"}),
    ("aspect", "Aspect", {"perf": "Perf", "impf": "Imp"}),
    ("case", "Case", _CASE),
    ("gender", "Gender", {"masc": "Masc", "femn": "Fem", "neut": "Neut"}),
    ("mood", "Mood", {"indc": "Ind", "impr": "Imp"}),
    ("number", "Number", {"sing": "Sing", "plur": "Plur"}),
    ("person", "Person", {"1per": "1", "2per": "2", "3per": "3"}),
    ("tense", "Tense", {"past": "Past", "pres": "Pres", "futr": "Fut"}),
    ("voice", "Voice", {"actv": "Act", "pssv": "Pass"}),
)


@lru_cache(maxsize=1)
def _morph() -> Any:
    import pymorphy3_dicts_ru
    from pymorphy3 import MorphAnalyzer  # loaded when the first word needs it: `--help` does not

    # Where the dictionary is, said outright: to look for it pymorphy3 reads what every installed package declares.
    return MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")


def is_known(form: str) -> bool:
    """Whether the dictionary has this form (lower case)."""
    return bool(_READABLE.fullmatch(form)) and bool(_morph().word_is_known(form))


def analyze(form: str) -> tuple[Analysis, ...]:
    """Every parse of a form (lower case), the likeliest first; unknown words get pymorphy3's predictions.

    () for what is not written in Russian letters, of which pymorphy3 can make nothing.
    """
    if not _READABLE.fullmatch(form):
        return ()
    seen: dict[tuple[str, str, tuple[tuple[str, str], ...]], Analysis] = {}
    for parse in _morph().parse(form):
        pos, pairs = _read(parse.tag)
        lemma = _plain(parse.normal_form)
        key = (lemma, pos, pairs)
        if key not in seen:
            seen[key] = Analysis(lemma, pos, dict(pairs), "ru", parse.is_known, score=float(parse.score))
    return tuple(seen.values())


def dictionary_forms(term: str, pos: str | None = None, short: bool = True) -> tuple[str, ...]:
    """The lemmas that stand for a term in `analyze`: деньги → деньга, коммерческая → коммерческий; () when unknown.

    Only a nominative, an infinitive or an uninflected form counts as a way to name the word, and no degree does: who
    writes лучший does not mean хороший. With `short` the short form of an adjective counts, too: готов → готовый,
    козлина → козлиный.
    """
    lemmas = dict.fromkeys(
        lemma for lemma, of, is_short in _named(term) if pos in (None, of) and (short or not is_short)
    )
    return (term,) if term in lemmas else tuple(lemmas)


def names_noun(term: str) -> bool:
    """Whether a noun of the dictionary, common or proper, is named by this form."""
    return any(_common(pos) == "NOUN" for _, pos, _ in _named(term))


@lru_cache(maxsize=1 << 14)
def _named(term: str) -> tuple[tuple[str, str, bool], ...]:
    """The lemmas that a form names, each with its part of speech, and whether as its short form."""
    return tuple(
        (reading.lemma, reading.pos, reading.feats.get("Variant") == "Short") for reading in analyze(term)
        if reading.is_known and reading.feats.get("Case", "Nom") == "Nom"
        and reading.feats.get("VerbForm", "Inf") == "Inf" and "Degree" not in reading.feats
    )  # fmt: skip


def paradigm(term: str, pos: str | None = None) -> tuple[str, ...]:
    """All forms of the lexemes that have the term as their lemma, or in the plural if it is one: люди, людей, людям.

    Of a word that the dictionary has not, as pymorphy3 predicts its lexeme from words that end alike; () where it
    predicts none. The readings of single forms would not do: it cannot know that they belong to one word.
    """
    forms: dict[str, None] = {}
    for parse in _morph().parse(term):
        is_lemma, is_plural = _plain(parse.normal_form) == term, {"plur", "nomn"} <= parse.tag.grammemes
        if (is_lemma or is_plural) and pos in (None, _common(_read(parse.tag)[0])):
            lexeme = parse.lexeme if is_lemma else (form for form in parse.lexeme if "plur" in form.tag)
            forms |= dict.fromkeys(_plain(form.word) for form in lexeme)
    return tuple(forms)


def adjectival(term: str) -> tuple[str, ...]:
    """The forms of what is declined as an adjective under a nominative of the dictionary, a participle or a noun to be:
    of all genders under the masculine (прогнивший, больной), else of its own (налоговая, командировочные).

    Under a superlative all superlatives of the adjective (лучший, наилучшая; малейший, меньшая); under a comparative
    those with по-, or those without.
    """
    forms: dict[str, None] = {}
    for parse in _morph().parse(term):
        tag = parse.tag
        if parse.is_known and _read(tag)[0] in ("ADJ", "VERB") and (tag.case == "nomn" or tag.POS == "COMP"):
            same = {tag.POS, *{tag.voice, tag.tense} - {None}} | ({tag.gender or tag.number} - {"masc", None})
            degree = _DEGREES & tag.grammemes
            lexeme = (form for form in parse.lexeme if same <= form.tag.grammemes)
            forms |= dict.fromkeys(_plain(form.word) for form in lexeme if _DEGREES & form.tag.grammemes == degree)
    return tuple(forms)


def _plain(form: str) -> str:
    return form.replace("ё", "е")


def _common(pos: str) -> str:
    """Proper nouns are nouns to the author of a term."""
    return "NOUN" if pos == "PROPN" else pos


@lru_cache(maxsize=4096)
def _read(tag: Any) -> tuple[str, tuple[tuple[str, str], ...]]:
    """UPOS and features of a tag."""
    grammemes = tag.grammemes
    pos = _POS.get(tag.POS, "X")
    if pos == "NOUN" and grammemes & _PROPER:
        pos = "PROPN"
    elif pos == "ADJ" and "Apro" in grammemes:
        pos = "DET"
    feats = dict(_FORM.get(tag.POS, {}))
    for attribute, name, values in _VALUES:
        if (value := getattr(tag, attribute)) in values:
            feats[name] = values[value]
    if "Supr" in grammemes:
        feats["Degree"] = "Sup"
    if feats.get("Mood") == "Imp":
        feats.setdefault("Person", "2")
    return pos, tuple(sorted(feats.items()))


# Endings of a lemma, the longest first, cut off to get the stem that a derived word continues.
_LEMMA_ENDINGS = (
    "ироваться", "овать", "ировать", "иться", "аться", "еться", "ение", "ание", "ация", "ать", "ять", "ить",
    "еть", "нуть", "ция", "ость", "ный", "ский", "зм", "кий", "ый", "ий", "ой", "ие", "ия", "ь", "а", "я", "о", "е",
    "ы", "и",
)  # fmt: skip


def derivation_stem(term: str) -> str:
    """The beginning that the words derived from a Russian term share: коррупция → корруп, экстремизм → экстреми.

    Four letters at least: a shorter term has no derivatives.
    """
    for ending in _LEMMA_ENDINGS:
        if term.endswith(ending) and len(term) - len(ending) >= 4:
            return term[: -len(ending)]
    return term
