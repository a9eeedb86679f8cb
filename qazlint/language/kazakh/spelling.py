"""How people type Kazakh: look-alike and stretched letters, no Kazakh letters at all, Latin script."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from qazlint.language.kazakh.alphabet import UNVOICED

# One letter for each group that people mix up when they type without a Kazakh keyboard, or in Latin script.
_FOLD = {**dict(zip("әғқңөұүһыійёэщц", "агкноуухиииеешс", strict=True)), "ь": "", "ъ": "", "я": "иа", "ю": "иу"}

_ONLY_KAZAKH = frozenset("әғқңөұүһ")  # nobody types these for another letter
_FOREIGN = frozenset("щц")  # letters that no ending has and nobody writes others for
_SHIFTING = frozenset("яюьъ")  # letters that change the number of letters when folded

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LATIN_THEN_CYRILLIC = re.compile(r"([A-Za-z\u00c0-\u024f.&-]+)[^A-Za-z]*")
_ORDINARY = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүІіҺһ-]+")
_RUN = re.compile(r"([^\W\d_])\1{2,}")
_MARKS = re.compile("[\u0300-\u0305\u0307-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")  # but not й's breve
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))

# Capitals first: Latin H looks like Cyrillic Н, Latin h like Kazakh һ.
_LOOKALIKE = str.maketrans(
    "ABCEHIKMOPTXYaceiopxykmtbhəƏɵƟñ",
    "АВСЕНІКМОРТХУасеіорхукмтвһәӘөӨң",
)
# Letters of the Latin alphabets of 2018 (acutes) and 2021 (umlauts), read straight into the folded alphabet.
_LATIN_LETTERS = {
    "a": "а", "b": "б", "c": "с", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж", "k": "к",
    "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в",
    "w": "у", "x": "х", "y": "и", "z": "з", "á": "а", "ä": "а", "ə": "а", "é": "е", "ó": "о", "ö": "о", "ú": "у",
    "ü": "у", "ū": "у", "û": "у", "ý": "у", "ǵ": "г", "ğ": "г", "ń": "н", "ñ": "н", "ŋ": "н", "ş": "ш", "š": "ш",
    "ı": "и", "í": "и", "ç": "ч", "č": "ч", "ž": "ж", "'": "", "’": "", "ʻ": "",
}  # fmt: skip
_DIGRAPHS = {"shch": ("ш",), "zh": ("ж",), "sh": ("ш",), "ch": ("ч",), "kh": ("х", "к"), "gh": ("г",),
             "ng": ("н", "нг"), "ts": ("с", "тс"), "dzh": ("ж",), "iy": ("и", "ии"), "ii": ("и", "ии"),
             "yi": ("и", "ии"), "h": ("х", "к")}  # fmt: skip
_PIECES = re.compile("|".join(sorted(_DIGRAPHS, key=len, reverse=True)) + "|.")
_MOST_VARIANTS = 8


def fold(text: str) -> str:
    """The text as it looks when typed without the Kazakh letters: жұмыс is жумис, and so are жумыс and jumys.

    Coarse on purpose: і, ы, и, й fall together, as do ұ, ү, у. Compare a folded term with a folded reading's lemma.
    """
    text = text.lower()
    for letter, folded in _FOLD.items():  # on the whole stem list many times faster than str.translate
        text = text.replace(letter, folded)
    return text


def normalize(token: str) -> str:
    """The token in lower case, its dashes plain, ё as е, look-alike Latin letters inside Cyrillic words undone."""
    if _ORDINARY.fullmatch(token):
        return token.lower().replace("ё", "е")
    text = unicodedata.normalize("NFC", token).translate(_DASHES)
    if _CYRILLIC.search(text) and _LATIN.search(text) and not _latin_stem(text):
        text = text.translate(_LOOKALIKE)
    return _MARKS.sub("", text.lower()).replace("ё", "е")


def _latin_stem(text: str) -> bool:
    """Whether a mixed word is a Latin stem with a Cyrillic ending (KPIға) rather than one word with look-alikes."""
    match = _LATIN_THEN_CYRILLIC.fullmatch(text)
    return match is not None and (len(match[1]) > 2 or (match[1].isupper() and len(match[1]) > 1))


def may_stand_for(typed: str, meant: str) -> bool:
    """Whether someone who has to do without some Kazakh letters may type the one word for the other.

    Letters are compared from the left as far as both go. The last letter of `meant`, a dictionary form, may change, and
    the one before it may be unvoiced: шыкты for шықты, of шығу.
    """
    stem = meant[:-1]
    if not _FOREIGN.isdisjoint(typed[len(stem) :].removeprefix(meant[-1:])):
        return False
    for at, (one, other) in enumerate(zip(typed, stem, strict=False)):
        if one in _SHIFTING or other in _SHIFTING:
            break
        if one == other or (at == len(stem) - 1 and _unvoiced(other) == one):
            continue
        if one in _ONLY_KAZAKH or other in _FOREIGN or _FOLD.get(one, one) != _FOLD.get(other, other):
            return False
    return True


def _unvoiced(letter: str) -> str:
    """The letter that is typed for a voiced one which has become voiceless: к for ғ, which becomes қ."""
    final = UNVOICED.get(letter, letter)
    return _FOLD.get(final, final)


def is_latin(word: str) -> bool:
    """Whether all letters of the word are Latin."""
    return bool(_LATIN.search(word)) and not _CYRILLIC.search(word)


def unstretched(word: str) -> list[str]:
    """The word with letters that are repeated three times or more written twice, and once."""
    letters = set(word)
    if len(letters) > len(word) - 2 or not any(letter * 3 in word for letter in letters):
        return []  # so nearly every word is spared the search
    return [_RUN.sub(r"\1\1", word), _RUN.sub(r"\1", word)] if _RUN.search(word) else []


def from_latin(word: str) -> list[str]:
    """The likely folded Cyrillic readings of a Kazakh word in Latin script."""
    choices = [_DIGRAPHS.get(piece) or (_LATIN_LETTERS.get(piece, piece),) for piece in _PIECES.findall(word.lower())]
    return list(dict.fromkeys("".join(pick) for _, pick in zip(range(_MOST_VARIANTS), product(*choices), strict=False)))
