"""Letters: the classes that suffixes look at, vowel harmony, and the voicing of final consonants.

Classes and harmony are bit masks, so that a condition is one `&`.
"""

from __future__ import annotations

VOWEL, GLIDE, LATERAL, NASAL, SIBILANT, VOICELESS = (1 << bit for bit in range(6))
CONSONANT = GLIDE | LATERAL | NASAL | SIBILANT | VOICELESS
ANY_CLASS = VOWEL | CONSONANT
BACK, FRONT, EITHER = 1, 2, 3

VOWEL_LETTERS = frozenset("аәеёиоөуұүыіэюя")
KAZAKH_LETTERS = frozenset("әғқңөұүһі")
# Letters that only borrowed words have; such words take suffixes of either harmony.
LOAN_LETTERS = frozenset("вфцчщъьэ")

_GROUPS = {
    VOWEL: "аәеоөұүыіэяё",
    GLIDE: "руйию",
    LATERAL: "л",
    NASAL: "мнң",
    SIBILANT: "зж",
    VOICELESS: "пфкқтсшщчцхһбвгғд",
}
CLASS_OF = {letter: bit for bit, letters in _GROUPS.items() for letter in letters}
_HARMONY = dict.fromkeys("аоұыяё", BACK) | dict.fromkeys("әеөүіэ", FRONT)
_STEM_HARMONY = _HARMONY | {"и": EITHER}  # магазинге, таксиге, тарихилар
# Without a vowel a suffix still shows its harmony by these.
_HARMONY_CONSONANTS = dict.fromkeys("қғ", BACK) | dict.fromkeys("кг", FRONT)

VOICED = {"п": "б", "к": "г", "қ": "ғ"}
UNVOICED = {voiced: final for final, voiced in VOICED.items()}


def last_class(stem: str) -> int:
    """The class of the last sound; any class where letters do not tell (acronyms, numbers, Latin)."""
    for letter in reversed(stem):
        if letter not in "ьъ":
            return CLASS_OF.get(letter, ANY_CLASS)
    return ANY_CLASS


def harmony(stem: str) -> int:
    """BACK or FRONT by the last decisive vowel; EITHER when nothing decides, and in borrowed words."""
    if not LOAN_LETTERS.isdisjoint(stem):
        return EITHER
    for letter in reversed(stem):
        if letter in _STEM_HARMONY:
            # A Kazakh stem with back vowels would end in қ or ғ: банктің, парктер, металлургтер.
            return EITHER if stem[-1] in "кг" else _STEM_HARMONY[letter]
    return EITHER


def suffix_harmony(suffix: str) -> int:
    """The harmony that a suffix written out shows, by its vowels, else by қ ғ / к г."""
    for letter in reversed(suffix):
        if letter in _HARMONY:
            return _HARMONY[letter]
    return next((_HARMONY_CONSONANTS[letter] for letter in suffix if letter in _HARMONY_CONSONANTS), EITHER)
