"""The closed vocabularies of the rule language: entities, parts of speech, features with their values.

The feature names and values are those of Universal Dependencies (https://universaldependencies.org/u/feat/), as far as
the two morphologies give them; Polarity, Quoted, Known and Lang (the language of the reading) are computed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

ENTITIES = (
    "address", "card", "currency", "date", "email", "handle", "hashtag", "iin", "money", "number", "percent", "phone",
    "time", "url",
)  # fmt: skip
WITH_ARGUMENT = ("email", "phone", "url")  # entities that may be of a host, or with certain digits
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "SCONJ", "VERB", "X",
)  # fmt: skip
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Abl", "Voc", "Par", "Equ")
FEATURES: dict[str, tuple[str, ...]] = {
    "UPOS": UPOS,
    "Animacy": ("Anim", "Inan"),
    "Aspect": ("Imp", "Perf", "Prog"),
    "Case": _CASES,
    "Degree": ("Pos", "Cmp", "Sup"),
    "Gender": ("Masc", "Fem", "Neut"),
    "Known": ("Yes", "No"),
    "Lang": ("ru", "kk"),
    "Mood": ("Ind", "Imp", "Cnd", "Des", "Opt"),
    "Number": ("Sing", "Plur"),
    "Number[psor]": ("Sing", "Plur"),
    "Person": ("1", "2", "3"),
    "Person[psor]": ("1", "2", "3"),
    "Polarity": ("Neg", "Pos"),
    "Polite": ("Form", "Infm"),
    "Quoted": ("Yes",),
    "Tense": ("Past", "Pres", "Fut"),
    "Variant": ("Short",),
    "VerbForm": ("Conv", "Fin", "Ger", "Inf", "Part"),
    "Voice": ("Act", "Pass", "Cau", "Rfl", "Rcp"),
}
SCOPES = ("before", "after", "sentence", "near", "story", "paragraph", "post")
SECTIONS = ("ru", "kk", "any")
_BEGINNING = 3  # characters of a name that say which one is meant


def host(text: str) -> str:
    """A host as links are compared with it: in small letters, without https://, www. and a slash at the end."""
    return re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", text.lower())


def suggestion(name: str, known: Iterable[str]) -> str:
    """« — did you mean …?» for the nearest known name, or nothing."""
    best = nearest(name, known)
    return f" — did you mean «{best}»?" if best else ""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was likely meant, or nothing: the shortest that begins so, else the likest."""
    known = list(known)
    if len(name) >= _BEGINNING and (begun := [other for other in known if other.startswith(name)]):
        return min(begun, key=len)
    near = difflib.get_close_matches(name, known, n=5, cutoff=0.6)
    return max(near, key=lambda other: _likeness(name, other), default="")


def _likeness(name: str, other: str) -> tuple[float, int]:
    """How much of the one is in the other; of equals the one nearest in length: «pai» is rather «pay» than «praise»."""
    return difflib.SequenceMatcher(None, other, name).ratio(), -abs(len(name) - len(other))
