"""The stem list: from a written shape to the stems that have it.

`data/stems/<UPOS>.txt` hold dictionary stems (verbs without -у), `data/closed.txt` irregular forms. A letter in
brackets is lost before a vowel: ор(ы)н, орны. A leading + marks a very frequent word: its readings come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from qazlint.language.kazakh.alphabet import ANY_CLASS, harmony, last_class
from qazlint.language.kazakh.grammar import STATE
from qazlint.language.kazakh.joints import PLAIN, VOWEL_JOINTS, Shape, infinitive, noun_shapes, plain, verb_shapes

PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN SCONJ VERB".split()
_M, _R, _A, _Q, _V, _X = (STATE[name] for name in "M R A Q V X".split())
STATES_OF = {"NOUN": _M, "PROPN": _M, "PRON": _R, "DET": _R, "INTJ": _X | _R, "ADJ": _M | _A, "ADV": _M | _A,
             "NUM": _M | _Q, "VERB": _V, "AUX": _V}  # fmt: skip
# What an ordinary word of a part of speech costs against a frequent one, and the parts of speech against each other.
RARE = 1.5
_COST = {"NOUN": 0.0, "VERB": 0.3, "PROPN": 0.8, "ADV": 0.2, "INTJ": 1.0, "DET": 0.1, "ADP": 0.0}


class Stem(NamedTuple):
    """A stem in one of its written shapes: what it is, and which endings it takes."""

    lemma: str
    pos: str
    states: int
    sound: int
    harmony: int
    joints: int
    cost: float
    feats: dict[str, str]


Stems = dict[str, tuple[Stem, ...]]


def stems_of(entry: str, pos: str, cost: float = 0.0) -> Iterator[tuple[str, Stem]]:
    """The written shapes of one dictionary stem."""
    states = STATES_OF.get(pos, _X)
    shapes_of, lemma = (verb_shapes, infinitive(entry)) if states & _V else (noun_shapes, plain(entry))
    shows = harmony(plain(entry))
    for surface, joints, sound in shapes_of(entry):
        yield surface, Stem(lemma, pos, states, sound, shows, joints, cost, {})


def _listed(folder: Traversable) -> Iterator[tuple[str, Stem]]:
    for pos in PARTS:
        text = (folder / f"{pos}.txt").read_text(encoding="utf-8")
        for line in text.splitlines():
            if not line.startswith("#"):
                for word in line.split():
                    cost = _COST.get(pos, 0.0) + (0.0 if word[0] == "+" else RARE)
                    yield from stems_of(word.lstrip("+"), pos, cost)


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(word.split("=", 1) for word in words)


def _closed(text: str) -> Iterator[tuple[str, Stem]]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head, *forms = (part.split() for part in line.split("|"))
            lemma, pos, *shared = head
            for written, *own in forms:
                form, _, state = written.partition("@")
                feats = _pairs(shared) | _pairs(own)
                states = STATE[state or "X"] | (_V if state == "tv" else 0)
                for surface, joints, sound in noun_shapes(form) if state == "R" else [_whole(form, state)]:
                    yield surface, Stem(lemma, pos, states, sound, harmony(form), joints, 0.0, feats)


def _whole(form: str, state: str) -> Shape:
    return Shape(form, PLAIN | VOWEL_JOINTS, last_class(form) if state else ANY_CLASS)


@lru_cache(maxsize=1)
def load() -> Stems:
    """All stems of the package, by written shape."""
    data = files(__package__) / "data"
    found: dict[str, list[Stem]] = {}
    for surface, stem in _closed((data / "closed.txt").read_text(encoding="utf-8")):
        found.setdefault(surface, []).append(stem)
    for surface, stem in _listed(data / "stems"):
        found.setdefault(surface, []).append(stem)
    return {surface: tuple(stems) for surface, stems in found.items()}


def respelt(stems: Stems, spell: Callable[[str], str]) -> Stems:
    """The same stems under other spellings of their shapes."""
    found: dict[str, tuple[Stem, ...]] = {}
    for surface, entries in stems.items():
        key = spell(surface)
        found[key] = found.get(key, ()) + entries
    return found
