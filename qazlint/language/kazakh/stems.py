"""The stem list: from a written shape to the stems that have it.

`data/stems/<UPOS>.txt` hold dictionary stems (verbs without -у), `data/closed.txt` irregular forms. A letter in
brackets is lost before a vowel: ор(ы)н, орны. A leading + marks a very frequent word: its readings come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from qazlint.language.kazakh.alphabet import ANY_CLASS, harmony, last_class
from qazlint.language.kazakh.grammar import STATE
from qazlint.language.kazakh.joints import PLAIN, VOWEL_JOINTS, Shape, infinitive, noun_shapes, plain, verb_shapes

VERBS = ("VERB", "AUX")
PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN SCONJ VERB".split()
_M, _R, _A, _Q, _V, _X = (STATE[name] for name in "M R A Q V X".split())
STATES_OF = {"NOUN": _M, "PROPN": _M, "PRON": _R, "DET": _R, "INTJ": _X | _R, "ADJ": _M | _A, "ADV": _M | _A,
             "NUM": _M | _Q, "VERB": _V, "AUX": _V}  # fmt: skip
# What an ordinary word of a part of speech costs against a frequent one, and the parts of speech against each other.
RARE = 1.5
_COST = {"NOUN": 0.0, "VERB": 0.3, "PROPN": 0.8, "ADV": 0.2, "INTJ": 1.0, "DET": 0.1, "ADP": 0.0}
# Stems that end otherwise have one shape only; to know that saves most of the time of reading the list.
_NOUN_CHANGES, _VERB_CHANGES = ("п", "к", "қ", "ь", "с", "т", "нг", "езд", ")"), tuple("ыійкқп)")


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


class Entry(NamedTuple):
    """A stem of the list before it is worked out."""

    stem: str
    pos: str
    frequent: bool


class StemIndex:
    """Shapes and the stems that have them; what stands behind a shape is worked out when first asked for."""

    __slots__ = ("_found", "_spell", "shapes")

    def __init__(self, shapes: dict[str, list[Entry | Stem]], spell: Callable[[str], str] | None = None) -> None:
        self.shapes = shapes
        self._spell = spell
        self._found: dict[str, tuple[Stem, ...]] = {}

    def find(self, shape: str) -> tuple[Stem, ...]:
        """The stems that have this shape."""
        found = self._found.get(shape)
        if found is None:
            found = self._found[shape] = tuple(self._stems(shape))
        return found

    def _stems(self, written: str) -> Iterator[Stem]:
        for entry in self.shapes.get(written, ()):
            if isinstance(entry, Stem):
                yield entry
            else:
                shapes = shapes_of(entry)
                for shape in shapes:
                    if len(shapes) == 1 or written == (self._spell(shape.surface) if self._spell else shape.surface):
                        yield stem_of(entry, shape)

    def respelt(self, spell: Callable[[str], str]) -> StemIndex:
        """The same stems under another spelling of their shapes."""
        shapes: dict[str, list[Entry | Stem]] = {}
        keys = spell("\n".join(self.shapes)).split("\n")  # letter by letter, so all at once
        for key, entries in zip(keys, self.shapes.values(), strict=True):
            into = shapes.get(key)
            shapes[key] = entries if into is None else into + [entry for entry in entries if entry not in into]
        return StemIndex(shapes, spell)


def shapes_of(entry: Entry) -> list[Shape]:
    """The written shapes of a stem of the list."""
    return verb_shapes(entry.stem) if entry.pos in VERBS else noun_shapes(entry.stem)


def stem_of(entry: Entry, shape: Shape) -> Stem:
    """What the list says of a stem in one of its shapes."""
    word, pos, frequent = entry
    cost = _COST.get(pos, 0.0) + (0.0 if frequent else RARE)
    base = plain(word)
    lemma = infinitive(word) if pos in VERBS else base
    return Stem(lemma, pos, STATES_OF.get(pos, _X), shape.sound, harmony(base), shape.joints, cost, {})


@lru_cache(maxsize=1)
def load() -> StemIndex:
    """All stems of the package, by written shape."""
    data = files(__package__) / "data"
    shapes: dict[str, list[Entry | Stem]] = {}
    for surface, stem in _closed((data / "closed.txt").read_text(encoding="utf-8")):
        shapes.setdefault(surface, []).append(stem)
    for pos in PARTS:
        changes = _VERB_CHANGES if pos in VERBS else _NOUN_CHANGES
        for word in (data / "stems" / f"{pos}.txt").read_text(encoding="utf-8").split():
            bare = word.lstrip("+")
            entry = Entry(bare, pos, len(bare) < len(word))
            changing = bare.endswith(changes) or "(" in bare
            for surface in dict.fromkeys(s.surface for s in shapes_of(entry)) if changing else (bare,):
                shapes.setdefault(surface, []).append(entry)
    return StemIndex(shapes)


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The dictionary forms of the words that the list marks as very frequent, and of the closed classes."""
    data = files(__package__) / "data"
    lemmas = {stem.lemma for _, stem in _closed((data / "closed.txt").read_text(encoding="utf-8"))}
    for pos in PARTS:
        words = (data / "stems" / f"{pos}.txt").read_text(encoding="utf-8").split()
        marked = (word[1:] for word in words if word[0] == "+")
        lemmas.update(map(infinitive if pos in VERBS else plain, marked))
    return frozenset(lemmas)


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
