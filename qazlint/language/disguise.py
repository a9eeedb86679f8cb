"""Words in disguise as a reader sees them: look-alike letters, masks, separators, stretching, Latin script.

`undisguise` takes one token, `spelled_out` finds words that were written in pieces. Both only offer readings:
whether a reading means anything is for the lexicons to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from operator import le, sub
from typing import NamedTuple

from qazlint.types import Token

MAX_READINGS = 8
MAX_LENGTH = 80  # a longer token is no word; it is only folded
SHORT = 6  # in a longer word a hyphen is a hyphen and hides no letter
MASK = "*"

CYRILLIC = "а-яёәғқңөұүһії"
VOWELS = "аеиоуыэюяәөұүі"
# Seen alike in most typefaces; the rest of the table is what people put for a letter of that shape or sound.
TWINS = str.maketrans("acehikmoptxyαορεκνυ", "асенікмортхуаорекву")
SHAPES = str.maketrans("abcdefghijklmnopqrstuvwxyz0346@$€", "абсдефднийклмпоркгстившхузозчбасе")
SOUNDS = str.maketrans("abcdefghijklmnopqrstuvwxyz0346@$€1", "абцдефгхийклмнопкрстуввхузозчбасеи")
LATIN_TWINS = str.maketrans("асеікмортху", "aceikmoptxy")

# "'" stands for the soft sign. Own table, after the usual informal transliterations of Russian and Kazakh.
LATIN = {
    "shch": "щ", "sch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ts": "ц", "tz": "ц", "ya": "я", "ja": "я",
    "yu": "ю", "ju": "ю", "yo": "е", "jo": "е", "ye": "е", "je": "е", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е",
    "f": "ф", "g": "г", "h": "х", "i": "и", "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п",
    "q": "қ", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "х", "z": "з", "ş": "ш", "ç": "ч",
    "ğ": "ғ", "ǵ": "ғ", "ö": "ө", "ü": "ү", "ñ": "ң", "ń": "ң", "ä": "ә", "á": "ә", "ı": "ы", "ū": "ұ", "ý": "у",
    "'": "ь",
}  # fmt: skip

_PLAIN = re.compile(f"[{CYRILLIC}]{{1,{MAX_LENGTH}}}")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
_MASKED = re.compile(r"[*#•…×∗✱＊■●]+")
_SEPARATORS = re.compile(r"[-‐‑–—.,·:;'’`\"“”«»~/\\|+=^_ ]+")
_ODD = re.compile(rf"[^\w{MASK}]+|_+")
_HYPHENED = re.compile(r"\w+(?:[-‐‑'’]\w+)*")
_FEWEST_LETTERS = 3  # single ones in a row that may be a word
_ENDS = re.compile(r"^[^\w*@$€]+|[^\w*@$€]+$")
_STRETCH = re.compile(r"(\w)\1{2,}")
_DOUBLE = re.compile(rf"([{VOWELS}йьцх])\1+")
_ANY_DOUBLE = re.compile(r"(\w)\1+")
_LATIN = re.compile("|".join(sorted(map(re.escape, LATIN), key=len, reverse=True)) + "|y")
_PI = re.compile(r"3[.,]?14(?=[а-яa-z])")


class Spelled(NamedTuple):
    """A word written in pieces: tokens `first:last` (half-open) and the pieces with what glues them."""

    first: int
    last: int
    text: str


def undisguise(token: str) -> tuple[str, ...]:
    """The readings of a word, the likeliest first: lower case, ё as е, at most eight.

    Masking signs stay as one `*` («п***ц» is «п*ц»), since letters cannot undo them.
    """
    low = token.lower()
    if _PLAIN.fullmatch(low) and not _ANY_DOUBLE.search(low):
        return (low.replace("ё", "е"),)
    if len(token) > MAX_LENGTH:
        return (low.replace("ё", "е"),)
    found: dict[str, None] = {}
    for reading in _readings(_fold(token)):
        found.update(dict.fromkeys(_unstretch(reading)))
    found.pop("", None)
    return tuple(found)[:MAX_READINGS] or (low,)


def _fold(token: str) -> str:
    """One shape for every letter: compatibility forms, invisible and overlaid characters, case, ё."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", token).lower()).replace("ё", "е")
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.replace("…", MASK)).lower()
        text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return text


def _readings(word: str) -> Iterator[str]:
    """Readings before stretching is undone."""
    bare = _ENDS.sub("", word) or word
    if not re.search("[a-zα-ωşçğǵöüñńäáıūý]", bare):
        yield from _separated(bare)
    elif re.search(f"[{CYRILLIC}]", bare):
        yield from _mixed(bare)
    else:
        yield bare
        yield from _latin(bare)


def _separated(word: str) -> Iterator[str]:
    """Readings of a word without Latin letters: as it stands, joined, with symbols as letters, as a mask."""
    plain = _MASKED.sub(MASK, word)
    if not _ODD.search(plain) and not re.search(r"[0-9]", plain):
        yield plain
        return
    joined = _SEPARATORS.sub("", plain)
    lettered = _PI.sub("пи", plain)
    lettered = _SEPARATORS.sub("", lettered).translate(SHAPES)
    if re.search(r"[@$€]", plain) and lettered.isalpha():
        yield lettered
    yield plain
    yield joined
    if re.search(f"[{CYRILLIC}]{{2}}", lettered):
        yield lettered
    if len(joined) <= SHORT or not _HYPHENED.fullmatch(plain):
        yield _ODD.sub(MASK, word)


def _mixed(word: str) -> Iterator[str]:
    """Readings of a word with Cyrillic and Latin letters: which of them are the strangers?"""
    latin, cyrillic = re.findall("[a-zα-ω]", word), re.findall(f"[{CYRILLIC}]", word)
    twins, latinised = word.translate(TWINS), word.translate(LATIN_TWINS)
    if re.fullmatch(rf"[a-z0-9&.]*[a-z][-'’»\"]+[{CYRILLIC}]+", word):  # «KPI-ға»: an ending, no disguise
        yield word
        return
    if len(latin) >= len(cyrillic) and re.search("[a-z]", twins) and latinised.isascii():
        yield latinised
    elif re.search("[a-z]", twins):
        yield word
    for letters in (twins, word.translate(SHAPES), word.translate(SOUNDS)):
        if not re.search("[a-z]", letters):
            yield from _separated(letters)


def _latin(word: str) -> Iterator[str]:
    """Cyrillic readings of a word in Latin letters: by sound, by sound with y as у, by shape."""
    joined = _MASKED.sub(MASK, _SEPARATORS.sub(lambda m: "'" if m[0] in "'’`" else "", word))
    letters = joined.translate(str.maketrans("0346@$€1", "oзчбaсeи"))
    yield _LATIN.sub(_sound, letters)
    yield _LATIN.sub(lambda m: "у" if m[0] == "y" else LATIN[m[0]], letters.replace("c", "s").replace("y", "y "))\
        .replace(" ", "")  # fmt: skip
    yield _LATIN.sub(_sound, letters.replace("ia", "ya").replace("io", "yo").replace("iu", "yu"))
    shaped = joined.translate(SHAPES)
    if set(joined) <= set("abcehkmnopruxy03460*"):
        yield shaped


def _sound(match: re.Match[str]) -> str:
    """A transliterated letter; y is й after a vowel and ы elsewhere."""
    if match[0] != "y":
        return LATIN[match[0]]
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    return "й" if before and before in "aeiouyäöüı" else "ы"


def _unstretch(word: str) -> Iterator[str]:
    """The word with runs of three and more letters as one or as two, and then with doubled vowels as one."""
    stretched = _STRETCH.search(word)
    if stretched and not word.isdigit():
        yield _STRETCH.sub(r"\1", word)
        yield _STRETCH.sub(r"\1\1", word)
    else:
        yield word
    if _DOUBLE.search(word):
        yield _DOUBLE.sub(r"\1", _STRETCH.sub(r"\1", word))


def spelled_out(tokens: Sequence[Token], marks: Sequence[str] = ()) -> tuple[Spelled, ...]:
    """Words that may have been written in pieces: «х у й», «п . и . з . д . е . ц», «е.ба.нат».

    `marks[i]` is what stands between token i-1 and token i, as in `types.Sentence`. The pieces keep their own
    meaning as well: «а я и ты» is four words. Nothing is proposed for a sentence of ordinary words; without marks
    only single letters are joined.
    """
    if not tokens:
        return ()
    starts, ends, _ = zip(*tokens, strict=True)
    lengths, gaps = [*map(sub, ends, starts)], map(sub, starts[1:], ends)
    letters = _letters(tokens) if lengths.count(1) >= _FEWEST_LETTERS else ()
    glued = _glued(tokens, marks) if any(map(le, gaps, map(len, marks[1:]))) else ()
    return (*letters, *glued)


def _letters(tokens: Sequence[Token]) -> Iterator[Spelled]:
    """Runs of single letters; a run may begin or end with a real one-letter word or two."""
    single = [i for i, (start, end, word) in enumerate(tokens) if end - start == 1 and word.text.isalpha()]
    for first, last in _runs(single):
        if not _FEWEST_LETTERS <= last - first <= 24:
            continue
        for start in range(first, min(first + 3, last - 2)):
            for end in range(last, max(last - 3, start + 2), -1):
                yield Spelled(start, end, "".join(t.word.text for t in tokens[start:end]))


def _glued(tokens: Sequence[Token], marks: Sequence[str]) -> Iterator[Spelled]:
    """Pieces with marks but no white space between them, one of them short."""
    joints = [i for i in range(1, len(tokens)) if tokens[i].start - tokens[i - 1].end <= len(marks[i]) <= 12]
    joints = [i for i in joints if tokens[i].start - tokens[i - 1].end == len(_gap(marks[i]))]
    for first, last in _runs(joints):
        pieces = tokens[first - 1 : last]
        letters = sum(t.end - t.start for t in pieces)
        if letters > 24 or len(pieces) > 12 or min(t.end - t.start for t in pieces) > 4:
            continue
        rest = (_gap(marks[i]) + tokens[i].word.text for i in range(first, last))
        yield Spelled(first - 1, last, tokens[first - 1].word.text + "".join(rest))


def _gap(marks: str) -> str:
    return marks.replace(" ", "")


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of consecutive numbers, half-open."""
    first = last = -2
    for number in numbers:
        if number != last:
            if first >= 0:
                yield first, last
            first = number
        last = number + 1
    if first >= 0:
        yield first, last

