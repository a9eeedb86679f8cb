"""Parts of speech as an author of terms means them, in classes: proper nouns are nouns, Kazakh nominals any nominal."""

from __future__ import annotations

from collections.abc import Iterable

from qazlint.types import Analysis

_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "ADV", "NUM", "PRON", "DET")
_RUSSIAN = {"NOUN": ("NOUN", "PROPN"), "VERB": _VERBAL, "ADJ": ("ADJ", "DET"), "PART": ("PART", "INTJ")}
_KAZAKH = dict.fromkeys(_NOMINAL, _NOMINAL) | dict.fromkeys(_VERBAL, _VERBAL)


def has_part_of_speech(reading: Analysis, values: Iterable[str]) -> bool:
    """Whether a reading is of one of these (UPOS)."""
    classes = _KAZAKH if reading.lang == "kk" else _RUSSIAN
    return any(reading.pos in classes.get(value, (value,)) for value in values)
