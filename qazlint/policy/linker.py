"""What the compiler has collected → `Program`: implications closed, entries in the order in which they build on each
other, every phrase filed under the rarest key that it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from qazlint.policy import limits
from qazlint.policy.collected import Collected
from qazlint.policy.keys import Keys
from qazlint.policy.packing import packed
from qazlint.policy.phrases import PhraseError
from qazlint.policy.program import GAP, KEY, MARK, NOT, OPTIONAL, Entries, Entry, Part, PhraseCode, Program, Step

T = TypeVar("T")
Parts = Mapping[tuple[Step, ...], Part]
_MAX_ENTITY = 12  # words that an entity may take


class Linker:
    """Closes implications, orders lexicon entries, chooses anchors."""

    def __init__(self, collected: Collected) -> None:
        self.collected = collected
        self.groups_of = collected.implies
        self.members: dict[int, list[int]] = defaultdict(list)
        self.longer: dict[int, list[int]] = defaultdict(list)  # members that may take several words
        for key, groups in self.groups_of.items():
            is_word = key in collected.named and key not in collected.entities
            for group in groups:
                self.members[group].append(key)
                if not is_word:
                    self.longer[group].append(key)
        self.by_group: dict[int, list[tuple[Step, ...]]] = defaultdict(list)
        for group, steps, _ in collected.entries:
            self.by_group[group].append(steps)
        self.weight_of: dict[int, int] = {}
        self.length_of: dict[int, int] = {}
        self.level_of: dict[int, int] = {}
        self.keys = Keys(self.groups_of, frozenset(self.keys_asked_for()))

    def program(self) -> Program:
        parts = {steps: self.part(steps) for steps in self.sequences()}
        flags = self.flags({part.anchor for part in parts.values()})
        tables, keys = self.collected.tables, self.keys
        pairs, levels = self.levels(parts, flags)
        entries = [entry for level in levels for entry in level]
        filed = [(entry.part.anchor, (entry.other, number)) for number, entry in enumerate(entries)]
        simple = len(levels[0])
        phrases = tuple(self.phrase([parts[s] for s in raw], windows, flags) for raw, windows in self.collected.phrases)
        return Program(
            lemmas=keys.specs(tables.lemmas),
            folded=keys.specs(tables.folded),
            forms=keys.specs(tables.forms),
            exact={text: tuple(map(keys.name, found)) for text, found in tables.exact.items()},
            stems=keys.specs(tables.stems),
            patterns=tuple((pattern, literals, keys.spec(spec)) for pattern, literals, spec in tables.patterns),
            words=tuple(map(keys.spec, tables.words)),
            entities={kind: keys.name(key) for kind, key in tables.entities.items()},
            pairs=pairs,
            paired=frozenset(pair.other for filed in pairs.values() for pair in filed),
            entries=tuple(entries),
            first=_filed(filed[:simple]),
            later=_filed(filed[simple:]),
            phrases=phrases,
            asked=_filed((phrase.anchor, (phrase.other, number)) for number, phrase in enumerate(phrases)),
            telling=frozenset([*(entry.other for entry in entries), *(phrase.other for phrase in phrases)]),
            implies=keys.implies,
            flags=flags,
            weights={key: packed(units) for key, units in self.collected.weights.items()},
            scales=self.collected.scales,
        )

    def sequences(self) -> Iterable[tuple[Step, ...]]:
        yield from (steps for _, steps, _ in self.collected.entries)
        yield from (steps for parts, _ in self.collected.phrases for steps in parts)

    def keys_asked_for(self) -> Iterable[int]:
        for steps in self.sequences():
            yield from (int(argument) for op, argument in steps if op in (KEY, OPTIONAL, NOT))
        yield from (within for _, _, within in self.collected.entries if within)
        yield from self.collected.weights

    def flags(self, anchors: set[int]) -> dict[int, int]:
        """A bit for each key that a condition on any word implies, but for those by which something is looked up
        or weighed."""
        common = {key for spec in self.collected.tables.words for key in self.keys.holds(spec.key)}
        common.difference_update(anchors, self.collected.weights)
        return {key: 1 << number for number, key in enumerate(sorted(common))}

    def levels(self, parts: Parts, flags: Collection[int]) -> tuple[Entries, Sequence[Collection[Entry]]]:
        """The entries of two single words, and the others by level, of which the first may be empty."""
        pairs: dict[Entry, None] = {}
        levels: dict[int, dict[Entry, None]] = defaultdict(dict)
        for group, steps, within in self.collected.entries:
            part = parts[steps]
            other = min(_needs(part).difference(flags, (part.anchor,)), key=self.weight, default=part.anchor)
            entry = Entry(other, self.keys.name(group), part, within)
            place = pairs if self.is_pair(steps, flags) else levels[self.level(steps)]
            place[entry] = None
        most = max(levels, default=0)
        return _filed((pair.part.anchor, pair) for pair in pairs), [levels[number] for number in range(most + 1)]

    def is_pair(self, steps: Sequence[Step], flags: Collection[int]) -> bool:
        """Whether an entry is two single words and builds on no other entry."""
        return len(steps) == 2 and self.level(steps) == 0 and all(
            op == KEY and argument not in flags and self.length(int(argument)) == 1 for op, argument in steps
        )

    def phrase(self, parts: Sequence[Part], windows: tuple[int, ...], flags: Collection[int]) -> PhraseCode:
        anchor = min((part.anchor for part in parts), key=self.weight)
        others = frozenset[int]().union(*map(_needs, parts)).difference(flags, (anchor,))
        return PhraseCode(tuple(parts), windows, anchor, min(others, key=self.weight, default=anchor))

    def part(self, steps: tuple[Step, ...]) -> Part:
        """The steps with the rarest key among those that must be there, and where it may stand."""
        needs: list[tuple[int, int, int, int]] = []  # how common, key, least and greatest offset
        least = most = 0
        for op, argument in steps:
            if op == KEY:
                needs.append((self.weight(int(argument)) + (most - least), int(argument), least, most))
            low, high = self.extent(op, argument)
            least, most = least + low, most + high
        if most > limits.LONGEST_MATCH:
            words = ", ".join(sorted({leaf.value for _, key, _, _ in needs if (leaf := self.collected.named.get(key))}))
            raise PhraseError(f"terms in a row may take {limits.LONGEST_MATCH} words at most, not {most}: {words}")
        _, anchor, least, most = min(needs)
        return Part(steps, anchor, least, most)

    def extent(self, op: int, argument: int | str) -> tuple[int, int]:
        """Least and greatest number of words that a step takes."""
        if op == MARK:
            return 0, 0
        if op == GAP:
            return 0, int(argument)
        if op == NOT:
            return 1, 1
        return (1 if op == KEY else 0), self.length(int(argument))

    def length(self, key: int) -> int:
        if key in self.collected.entities:
            return _MAX_ENTITY
        found = self.length_of.get(key)
        if found is None:
            own = [sum(self.extent(op, argument)[1] for op, argument in steps) for steps in self.by_group.get(key, ())]
            found = self.length_of[key] = max([1, *own, *map(self.length, self.longer.get(key, ()))])
        return found

    def weight(self, key: int) -> int:
        """How common a key is likely to be: the terms behind it and how common each is."""
        found = self.weight_of.get(key)
        if found is None:
            found = self.collected.commonness(key) + sum(map(self.weight, self.members.get(key, ())))
            for steps in self.by_group.get(key, ()):
                found += min(self.weight(int(argument)) for op, argument in steps if op == KEY)
            self.weight_of[key] = found
        return found

    def level(self, steps: Sequence[Step]) -> int:
        """0 for entries over words and entities only; else one more than the entries that they build on."""
        return max(self.key_level(int(argument)) for op, argument in steps if op in (KEY, OPTIONAL, NOT))

    def key_level(self, key: int) -> int:
        found = self.level_of.get(key)
        if found is None:
            own = [self.level(steps) + 1 for steps in self.by_group.get(key, ())]
            found = self.level_of[key] = max([0, *own, *map(self.key_level, self.longer.get(key, ()))])
        return found


def _filed(things: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    """Things by their anchors."""
    filed: dict[int, list[T]] = defaultdict(list)
    for anchor, thing in things:
        filed[anchor].append(thing)
    return {anchor: tuple(found) for anchor, found in filed.items()}


def _needs(part: Part) -> frozenset[int]:
    return frozenset(int(argument) for op, argument in part.steps if op == KEY)
