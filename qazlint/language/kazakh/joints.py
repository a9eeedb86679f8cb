"""What happens where a stem, or a suffix, meets the suffix after it: voicing, dropped vowels, merged letters.

Each base has a few written shapes; a shape accepts certain joints. кітап is кітап before a consonant and кітаб before
a vowel; қой is қо before я (қой + а = қоя); оқы is оқ before и (оқы + йды = оқиды) and before у (оқу).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from qazlint.language.kazakh.alphabet import ANY_CLASS, CLASS_OF, CONSONANT, VOICED, VOWEL, VOWEL_LETTERS, last_class

# How a suffix begins: with a consonant, а е ы і, the converb ып іп, я ю for й + а у, и for ы і + й, у.
PLAIN, OPEN, CONVERB, MERGED_Y, MERGED_I, INFINITIVE = (1 << bit for bit in range(6))
VOWEL_JOINTS = OPEN | CONVERB | INFINITIVE
_AFTER_CONSONANT = PLAIN | OPEN | CONVERB

_DROP = re.compile(r"\((.)\)")
# Loans keep their п before a vowel (логотипі, принципі, стартапы); their letters and sounds give them away.
_LOAN = re.compile(r".*(?:[вёфцчщэ]|ип$)|[бвгджзклмнпрст]{2}|[^о]*[аәеиұуүыі].*о")

_SHORTENED = ("ист", "ест", "езд")  # журналистер, съезде; but short words stay whole
_SHORT = 4  # letters


class Shape(NamedTuple):
    """A written shape of a base, the joints it accepts, and the class of sound that it ends in."""

    surface: str
    joints: int
    sound: int


def plain(entry: str) -> str:
    """A stem without the mark of the vowel that it loses: ор(ы)н is орын."""
    return entry.replace("(", "").replace(")", "") if "(" in entry else entry


def verb_shapes(entry: str) -> list[Shape]:
    """The shapes of a verb stem or of a suffix that makes one."""
    base, last = plain(entry), entry[-1]
    sound = last_class(base)
    if "(" in entry:
        return [Shape(base, PLAIN, sound), Shape(_DROP.sub("", entry), VOWEL_JOINTS, sound)]
    if last in "ыі":
        return [Shape(base, PLAIN, sound), Shape(base[:-1], MERGED_I | INFINITIVE, sound)]
    if last == "й":
        return [Shape(base, PLAIN | OPEN | CONVERB, sound), Shape(base[:-1], MERGED_Y, sound)]
    if last == "и":
        return [Shape(base, PLAIN | OPEN | CONVERB | MERGED_Y, sound)]
    if last in VOICED:
        soft = base[:-1] + VOICED[last]
        if last == "п":
            return [
                Shape(base, PLAIN, sound),
                Shape(soft, OPEN | INFINITIVE, sound),
                Shape(base[:-1] + "у", CONVERB, sound),
            ]
        return [Shape(base, PLAIN, sound), Shape(soft, VOWEL_JOINTS, sound)]
    return [Shape(base, PLAIN | (INFINITIVE if sound == VOWEL else VOWEL_JOINTS), sound)]


def noun_shapes(entry: str) -> list[Shape]:
    """The shapes of a nominal stem or of a suffix that makes one."""
    base, last = plain(entry), entry[-1]
    sound = last_class(base)
    if "(" in entry:  # орны; people also write орыны
        return [*noun_shapes(base), Shape(_DROP.sub("", entry), OPEN, sound)]
    if last in VOICED and base[-2:-1] in VOWEL_LETTERS:
        kept = PLAIN | OPEN if last == "п" and _LOAN.match(base) else PLAIN
        return [Shape(base, kept, sound), Shape(base[:-1] + VOICED[last], OPEN, sound)]
    shapes = [Shape(base, _AFTER_CONSONANT if sound & CONSONANT else PLAIN, sound)]
    if last == "ь":
        shapes.append(Shape(base[:-1], OPEN, sound))
    elif base.endswith("сс"):
        shapes.append(Shape(base[:-1], PLAIN | OPEN, sound))
    elif base.endswith(("ст", "кт", "ск", "нк", "нг")):
        shapes.append(Shape(base + "і", PLAIN, VOWEL))
    if len(base) > _SHORT and base.endswith(_SHORTENED):
        shapes.append(Shape(base[:-1], PLAIN | OPEN, last_class(base[:-1])))
    return shapes


def infinitive(entry: str) -> str:
    """A verb stem's dictionary form: айт айту, оқы оқу, қой қою, ки кию, тап табу, қор(ы)қ қорқу."""
    if "(" in entry:
        return _DROP.sub("", entry) + "у"
    return entry[:-1] + _infinitive_end(entry[-1])


@lru_cache(maxsize=64)
def _infinitive_end(last: str) -> str:
    """What becomes of the last letter of a verb stem: т ту, ы у, й ю, п бу."""
    for shape in verb_shapes(last):
        if shape.joints & INFINITIVE:
            return shape.surface + "у"
    return verb_shapes(last)[-1].surface + "ю"


def joint_of(suffix: str) -> int:
    """How a written suffix begins."""
    if suffix in ("ып", "іп"):
        return CONVERB
    if suffix[0] in "аеыі":
        return OPEN
    return INFINITIVE if suffix[0] == "у" else PLAIN


def merged(suffix: str, sound: int) -> list[tuple[str, int, int]]:
    """The same suffix as it is written when its first letter merges with the stem's last: (surface, joint, sounds)."""
    if suffix[0] == "й":
        return [("и" + suffix[1:], MERGED_I, ANY_CLASS)]
    if suffix[0] == "а" and sound & CLASS_OF["й"]:
        return [("я" + suffix[1:], MERGED_Y, ANY_CLASS)]
    return [("ю" + suffix[1:], MERGED_Y, ANY_CLASS)] if suffix[0] == "у" else []
