"""What the compiler has collected → `Program`: implications closed, entries in the order in which they build on each
other, every phrase filed under the rarest key that it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from qazlint.policy.program import GAP, KEY, MARK, NOT, OPTIONAL, Entry, Part, PhraseCode, Program, Step

if TYPE_CHECKING:
    from qazlint.policy.compiler import Compiler

T = TypeVar("T")
_MAX_ENTITY = 12  # words that an entity may take


class Linker:
    """Closes implications, orders lexicon entries, chooses anchors."""

    def __init__(self, compiler: Compiler) -> None:
        self.c = compiler
        self.implies = compiler.implies
        self.members: dict[int, list[int]] = defaultdict(list)
        for key, groups in self.implies.items():
            for group in groups:
                self.members[group].append(key)
        self.by_group: dict[int, list[tuple[Step, ...]]] = defaultdict(list)
        for group, steps, _ in compiler.entries:
            self.by_group[group].append(steps)
        self.weight_of: dict[int, int] = {}
        self.length_of: dict[int, int] = {}
        self.level_of: dict[int, int] = {}

    def program(self) -> Program:
        tables = self.c.tables
        return Program(
            lemmas=_frozen(tables.lemmas),
            folded=_frozen(tables.folded),
            forms=_frozen(tables.forms),
            exact=_frozen(tables.exact),
            stems=_frozen(tables.stems),
            patterns=tuple(tables.patterns),
            words=tuple(tables.words),
            entities=dict(tables.entities),
            implies={key: self.closure(key) for key in self.implies},
            levels=self.levels(),
            phrases=tuple(map(self.phrase, self.c.phrases)),
        )

    def closure(self, key: int) -> tuple[int, ...]:
        found: dict[int, None] = {}
        waiting = list(self.implies.get(key, ()))
        while waiting:
            group = waiting.pop()
            if group not in found:
                found[group] = None
                waiting += self.implies.get(group, ())
        return tuple(found)

    def levels(self) -> tuple[dict[int, tuple[Entry, ...]], ...]:
        levels: dict[int, dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for group, steps, within in self.c.entries:
            part = self.part(steps)
            levels[self.level(steps)][part.anchor].append(Entry(group, part, within))
        return tuple({anchor: tuple(found) for anchor, found in levels[n].items()} for n in sorted(levels))

    def phrase(self, raw: tuple[tuple[tuple[Step, ...], ...], tuple[int, ...]]) -> PhraseCode:
        parts = tuple(self.part(steps) for steps in raw[0])
        needs = frozenset[int]().union(*(part.needs for part in parts))
        return PhraseCode(parts, raw[1], needs, min((part.anchor for part in parts), key=self.weight))

    def part(self, steps: tuple[Step, ...]) -> Part:
        """The steps with the rarest key among those that must be there, and where it may stand."""
        best: tuple[int, int, int, int] | None = None
        least = most = 0
        for op, argument in steps:
            if op == KEY:
                candidate = (self.weight(int(argument)) + (most - least), int(argument), least, most)
                best = min(best or candidate, candidate)
            low, high = self.extent(op, argument)
            least, most = least + low, most + high
        assert best is not None
        needs = frozenset(int(argument) for op, argument in steps if op == KEY)
        return Part(steps, best[1], best[2], best[3], needs)

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
        if key in self.c.entities:
            return _MAX_ENTITY
        if key not in self.length_of:
            own = [sum(self.extent(op, argument)[1] for op, argument in steps) for steps in self.by_group[key]]
            self.length_of[key] = max([1, *own, *(self.length(member) for member in self.members[key])])
        return self.length_of[key]

    def weight(self, key: int) -> int:
        """How common a key is likely to be: the number of terms behind it, function words counting for many."""
        if key not in self.weight_of:
            own = self.c.weights.get(key, 0)
            inner = sum(self.weight(member) for member in self.members[key])
            phrases = sum(
                min(self.weight(int(argument)) for op, argument in steps if op == KEY) for steps in self.by_group[key]
            )
            self.weight_of[key] = own + inner + phrases
        return self.weight_of[key]

    def level(self, steps: Sequence[Step]) -> int:
        """0 for entries over words and entities only; else one more than the entries that they build on."""
        keys = [int(argument) for op, argument in steps if op in (KEY, OPTIONAL, NOT)]
        return max(self.key_level(key) for key in keys)

    def key_level(self, key: int) -> int:
        if key not in self.level_of:
            own = [self.level(steps) + 1 for steps in self.by_group[key]]
            self.level_of[key] = max([0, *own, *(self.key_level(member) for member in self.members[key])])
        return self.level_of[key]


def _frozen(table: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {text: tuple(found) for text, found in table.items()}
