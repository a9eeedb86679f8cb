"""A sentence as the matcher sees it: keys by position, and facts: keys that hold for several words together.

What lexicon entries of several words say is worked out when a phrase asks for it; before, it is only known what they
may say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from qazlint.match.keys import Filed, Held, Keys, Pairs
from qazlint.match.sequence import spans
from qazlint.policy.program import Entry, Part
from qazlint.types import Arc, Sentence

_FIRST_ENDS: Sequence[tuple[int, ...]] = tuple((at + 1,) for at in range(64))  # of a stretch of one word, made once


class View:
    """What holds of the words of a sentence, and what may hold of several together.

    keys[i], flags[i]: of word i, as in `Traits`
    facts        keys that hold of the words start:end
    waiting      entries that may match: the keys that would then hold, the entry's part, and the key within or 0
    composed     the keys of these two
    present      the telling keys that hold or may hold somewhere in the sentence
    possible     the numbers of the phrases that may match
    """

    __slots__ = (
        "_filed", "_weighed", "_weights", "composed", "facts", "flags", "keys", "marks", "pieces", "possible",
        "present", "size", "table", "tables", "waiting",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, table: Keys) -> None:
        self.table = table
        self.marks = sentence.marks
        self.size = len(sentence.tokens)
        traits = zip(*[table[token.word] for token in sentence.tokens], strict=True)
        self.keys, telling, first, later, asked, self.flags, before, after, paired, *weighed = traits
        self._weighed, self._weights = weighed
        self.facts: list[tuple[Collection[int], int, int]] = []
        self.waiting: list[tuple[Collection[int], Part, int]] = []
        self.composed: set[int] = set()
        self.present: set[int] = set().union(*telling)
        self.tables: dict[int, dict[int, tuple[int, ...]]] = {}
        self.pieces = False  # some word is written in pieces, so a single term may take several tokens
        self._filed = list(first), list(later), list(asked)
        self._announce([self._take_arc(arc) for arc in sentence.arcs])
        if self.pieces:
            self._expect(self._possible_pairs())
        elif any(after) or any(before):
            self._announce(list(self._take_pairs(before, after, paired)))
        self._expect_entries()
        self.possible = self._possible(self._filed[2])

    def _take_arc(self, arc: Arc) -> Held:
        """What an entity or a word in pieces says."""
        if arc.word is None:
            held = self.table.entity(arc.kind)
        else:
            held = self.table.of_word(arc.word)
            self.pieces = self.pieces or bool(held.keys)
        self.facts.append((held.keys, arc.first, arc.last))
        return held

    def _take_pairs(
        self, before: Sequence[Pairs | None], after: Sequence[Pairs | None], paired: Sequence[frozenset[int]]
    ) -> Iterator[Held]:
        """The lexicon's pairs of words that stand here side by side."""
        for at, key, within in (*_beside(after, paired[1:]), *_beside(before[1:], paired)):
            if not within or self._some(within, at, at + 2):
                held = self.table.implied[key]
                self.facts.append((held.keys, at, at + 2))
                yield held

    def _possible_pairs(self) -> Iterator[Entry]:
        """The pairs of words that are both somewhere in the sentence."""
        keys, pairs = self.composed.union(*self.keys), self.table.program.pairs
        return (entry for anchor in keys & pairs.keys() for entry in pairs[anchor] if entry[0] in keys)

    def _expect_entries(self) -> None:
        """The entries wait that may match; in the order of their numbers they build on each other."""
        entries = self.table.program.entries
        first, later, _ = self._filed
        expected = self._possible(first)
        self._expect([entries[number] for number in sorted(expected)])
        while found := self._possible(later) - expected:
            self._expect([entries[number] for number in sorted(found)])
            expected |= found

    def _possible(self, filed: Iterable[Filed]) -> set[int]:
        """Of what is filed under a key that is present, that of which the other key is present too."""
        present = self.present
        if not present:
            return set()
        return {number for found in filed for other, number in found if other in present}

    def _expect(self, entries: Iterable[Entry]) -> None:
        """These entries may match."""
        held = []
        for _, key, part, within in entries:
            held.append(self.table.implied[key])
            self.waiting.append((held[-1].keys, part, within))
        self._announce(held)

    def _announce(self, held: Sequence[Held]) -> None:
        """What holds or may hold somewhere, beside what the words have."""
        if held:
            keys, telling, *filed = zip(*held, strict=True)
            self.composed.update(*keys)
            self.present.update(*telling)
            for known, more in zip(self._filed, filed, strict=True):
                known += more

    def _some(self, key: int, start: int, end: int) -> bool:
        return any(self.has(key, at) for at in range(start, end))

    def weighed(self) -> tuple[set[int], int]:
        """The keys with weights that hold or may hold somewhere in the sentence, and the packed sum of their weights:
        from the sums of its words, less what several words have."""
        seen = self.composed & self.table.weights.keys()
        total = self.table.weight(seen)
        for keys, weight in zip(self._weighed, self._weights, strict=True):
            total += weight
            if not seen.isdisjoint(keys):
                total -= self.table.weight(seen & keys)
            seen |= keys
        return seen, total

    def passages(self, asked: frozenset[int]) -> set[tuple[int, int, int]]:
        """Key, start and end of what has one of these keys with weights: words, and several words together."""
        self._work_out(asked)
        words = {(key, at, at + 1) for at, keys in enumerate(self._weighed) for key in keys & asked}
        return words | {(key, start, end) for held, start, end in self.facts for key in asked.intersection(held)}

    def has(self, key: int, at: int) -> bool:
        """Whether word `at` by itself has the key."""
        return at + 1 in self.stretches(key).get(at, ())

    def stretches(self, key: int) -> Mapping[int, tuple[int, ...]]:
        """Start → ends of the stretches that have the key, the longest first; in the order of their starts."""
        found = self.tables.get(key)
        if found is None:
            found = self._of_words(key)
            if key in self.composed:
                self._work_out(frozenset((key,)))
                found = _with_longer(found, {(start, end) for keys, start, end in self.facts if key in keys})
            self.tables[key] = found
        return found

    def _of_words(self, key: int) -> dict[int, tuple[int, ...]]:
        bit = self.table.program.flags.get(key)
        ends = _FIRST_ENDS if self.size <= len(_FIRST_ENDS) else [(at + 1,) for at in range(self.size)]
        if bit:
            return {at: ends[at] for at, flags in enumerate(self.flags) if flags & bit}
        return {at: ends[at] for at, keys in enumerate(self.keys) if key in keys}

    def _work_out(self, asked: frozenset[int]) -> None:
        """What the waiting entries say of some keys. They wait in the order in which they build on each other."""
        entries = [entry for entry in self.waiting if not asked.isdisjoint(entry[0])]
        if entries:
            self.waiting = [entry for entry in self.waiting if asked.isdisjoint(entry[0])]
        for keys, part, within in entries:
            for start, end in spans(part, self):
                if not within or self._some(within, start, end):
                    self.facts.append((keys, start, end))


def _beside(words: Iterable[Pairs | None], neighbours: Iterable[frozenset[int]]) -> Iterator[tuple[int, int, int]]:
    """Number, key and key within of the pairs that words make with their neighbours."""
    for at, (pairs, keys) in enumerate(zip(words, neighbours, strict=False)):
        if pairs and not pairs.others.isdisjoint(keys):
            for other in pairs.others & keys:
                for key, within in pairs.by_other[other]:
                    yield at, key, within


def _with_longer(found: Mapping[int, tuple[int, ...]], longer: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    """Starts and ends of single words with those of longer stretches."""
    together: dict[int, tuple[int, ...]] = {}
    for start, end in sorted({(start, ends[0]) for start, ends in found.items()}.union(longer), key=_longest_first):
        together[start] = (*together.get(start, ()), end)
    return together


def _longest_first(stretch: tuple[int, int]) -> tuple[int, int]:
    return stretch[0], -stretch[1]
