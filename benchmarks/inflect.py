"""Forms of nouns for the generated posts: Russian by pymorphy3, Kazakh by the harmony of its endings."""

from __future__ import annotations

from functools import lru_cache

from pymorphy3 import MorphAnalyzer

_RUSSIAN = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct", "abl": "gent"}
_VOICELESS = frozenset("пфкқтсшщчцхһбвгд")  # endings begin with a voiceless consonant after these
_NASAL = frozenset("мнң")
_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_GLIDES = frozenset("иую")  # endings take these for consonants: баланы, but хабарлауды
_BACK = frozenset("аоұыёюя")
# Endings by case: after a vowel, a nasal, another voiced sound, a voiceless one; а and ы stand for their front fellows.
_KAZAKH = {
    "nom": ("", "", "", ""), "gen": ("ның", "ның", "дың", "тың"), "dat": ("ға", "ға", "ға", "қа"),
    "acc": ("ны", "ды", "ды", "ты"), "loc": ("да", "да", "да", "та"), "abl": ("дан", "нан", "дан", "тан"),
    "ins": ("мен", "мен", "мен", "пен"),
}  # fmt: skip
_FRONT = str.maketrans("аығқ", "еігк")


@lru_cache(maxsize=1)
def morph() -> MorphAnalyzer:
    """The Russian dictionary, read once."""
    return MorphAnalyzer()


def russian(noun: str, case: str) -> str:
    """A noun in a case; the noun itself where the dictionary knows no such form of it."""
    parses = [parse for parse in morph().parse(noun) if parse.tag.POS == "NOUN"]
    found = parses[0].inflect({_RUSSIAN[case]}) if parses else None
    form = str(found.word) if found else noun
    return form.capitalize() if noun[0].isupper() else form


def kazakh(noun: str, case: str) -> str:
    """A noun with the ending of a case."""
    last = noun[-1]
    column = 0 if last in _VOWELS - _GLIDES else 1 if last in _NASAL else 3 if last in _VOICELESS else 2
    ending = "бен" if case == "ins" and last in "жз" else _KAZAKH[case][column]
    vowels = [letter for letter in noun if letter in _VOWELS]
    back = not vowels or vowels[-1] in _BACK or (vowels[-1] in "иу" and bool(_BACK & set(noun)))
    return noun + (ending if back or case == "ins" else ending.translate(_FRONT))
