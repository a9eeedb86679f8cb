"""A sentence as the matcher sees it: keys by position, and facts: keys that hold for several words together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from qazlint.match.keys import Keys
from qazlint.match.sequence import ends, starts
from qazlint.policy.program import Entry, Program
from qazlint.types import Sentence


class View:
    """keys[i], flags[i]: what holds of word i; facts[key][i]: ends of the stretches from i that have the key, the
    longest first; present: every key of the sentence that has no flag."""

    __slots__ = ("bits", "facts", "flags", "keys", "marks", "pieces", "present", "size", "tables")

    def __init__(self, sentence: Sentence, table: Keys, program: Program) -> None:
        traits = [table[token.word] for token in sentence.tokens]
        self.keys = [keys for keys, _ in traits]
        self.flags = [flags for _, flags in traits]
        self.bits = program.flags
        self.marks = sentence.marks
        self.size = len(traits)
        self.facts: dict[int, dict[int, tuple[int, ...]]] = {}
        self.present: set[int] = set().union(*self.keys)
        self.tables: dict[int, dict[int, tuple[int, ...]]] = {}
        self.pieces = False  # some word is written in pieces, so a single term may take several tokens
        for arc in sentence.arcs:
            if arc.word is None:
                self.add(table.entity(arc.kind), arc.first, arc.last)
            else:
                keys, flags = table[arc.word]
                named = (*keys, *(key for key, bit in self.bits.items() if flags & bit))
                self.pieces = self.pieces or bool(named)
                self.add(named, arc.first, arc.last)
        for level, anchors in zip(program.levels, table.anchors, strict=True):
            self._build(level, anchors, table)

    def _build(self, level: dict[int, tuple[Entry, ...]], anchors: frozenset[int], table: Keys) -> None:
        """Apply the lexicon entries of one level."""
        present = self.present
        found: list[tuple[int, int, int]] = []
        for anchor in present & anchors:
            for other, needs, key, part, within in level[anchor]:
                if other in present and (not needs or needs <= present):
                    found += [(key, start, end) for start in starts(part, self)
                              for end in ends(part, start, self)
                              if not within or self._some(within, start, end)]  # fmt: skip
        for key, start, end in found:
            self.add(table.implied(key), start, end)

    def _some(self, key: int, start: int, end: int) -> bool:
        return any(self.has(key, at) for at in range(start, end))

    def add(self, keys: Collection[int], start: int, end: int) -> None:
        """Record that the words start:end together have the keys."""
        if end - start == 1:
            self.keys[start] = self.keys[start].union(keys)
            for key in self.bits.keys() & keys:
                self.flags[start] |= self.bits[key]
        else:
            for key in keys:
                at = self.facts.setdefault(key, {})
                if end not in at.get(start, ()):
                    at[start] = tuple(sorted((*at.get(start, ()), end), reverse=True))
        self.present.update(keys)
        for key in self.tables.keys() & keys:
            del self.tables[key]

    def has(self, key: int, at: int) -> bool:
        """Whether word `at` by itself has the key."""
        return key in self.keys[at] or (key in self.bits and bool(self.flags[at] & self.bits[key]))

    def stretches(self, key: int) -> Mapping[int, tuple[int, ...]]:
        """Start → ends of the stretches that have the key, the longest first."""
        found = self.tables.get(key)
        if found is None:
            if key in self.bits:
                found = {at: (at + 1,) for at in range(self.size) if self.has(key, at)}
            else:
                found = {at: (at + 1,) for at, keys in enumerate(self.keys) if key in keys}
            if key in self.facts:
                for start, longer in self.facts[key].items():
                    found[start] = longer + found.get(start, ())
            self.tables[key] = found
        return found
