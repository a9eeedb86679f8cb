"""A sentence as the matcher sees it: keys by position, and facts: keys that hold for several words together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qazlint.match.keys import Keys
from qazlint.match.sequence import ends, starts
from qazlint.policy.program import Entry, Program
from qazlint.types import Sentence


class View:
    """keys[i]: keys of word i; facts[key][i]: ends of the stretches from i that have the key, the longest first;
    present: every key of the sentence."""

    __slots__ = ("facts", "keys", "marks", "pieces", "places", "present", "size")

    def __init__(self, sentence: Sentence, table: Keys, program: Program) -> None:
        self.keys = [table.of(token.word) for token in sentence.tokens]
        self.marks = sentence.marks
        self.size = len(self.keys)
        self.facts: dict[int, dict[int, tuple[int, ...]]] = {}
        self.present: set[int] = set().union(*self.keys)
        self.places: dict[int, list[int]] = {}
        self.pieces = False  # some word is written in pieces, so a single term may take several tokens
        for arc in sentence.arcs:
            keys = table.of(arc.word) if arc.word else table.entity(arc.kind)
            self.pieces = self.pieces or bool(arc.word and keys)
            for key in keys:
                self.add(key, arc.first, arc.last)
        for level, anchors in zip(program.levels, table.anchors, strict=True):
            self._build(level, anchors, table)

    def _build(self, level: dict[int, tuple[Entry, ...]], anchors: frozenset[int], table: Keys) -> None:
        """Apply the lexicon entries of one level."""
        present = self.present
        found: list[tuple[int, int, int]] = []
        for anchor in present & anchors:
            for key, part, within in level[anchor]:
                if part.needs <= present:
                    found += [(key, start, end) for start in starts(part, self)
                              for end in ends(part.steps, start, self)
                              if not within or self._some(within, start, end)]  # fmt: skip
        for key, start, end in found:
            for implied in table.closed((key,)):
                self.add(implied, start, end)

    def _some(self, key: int, start: int, end: int) -> bool:
        return any(key in self.keys[at] for at in range(start, end))

    def add(self, key: int, start: int, end: int) -> None:
        """Record that the words start:end together have the key."""
        if end - start == 1:
            self.keys[start] = self.keys[start] | {key}
        else:
            at = self.facts.setdefault(key, {})
            if end not in at.get(start, ()):
                at[start] = tuple(sorted((*at.get(start, ()), end), reverse=True))
        self.present.add(key)
        self.places.pop(key, None)

    def positions(self, key: int) -> Sequence[int]:
        """Where the key begins, in order."""
        found = self.places.get(key)
        if found is None:
            at = {i for i, keys in enumerate(self.keys) if key in keys}
            at.update(self.facts.get(key, ()))
            found = self.places[key] = sorted(at)
        return found

    def ends_of(self, key: int, start: int) -> Iterable[int]:
        """Ends of the stretches from `start` that have the key, the longest first."""
        longer = self.facts[key].get(start, ()) if key in self.facts else ()
        if start < self.size and key in self.keys[start]:
            return (*longer, start + 1)
        return longer
