"""The keys that a program keeps: those that something asks for, and one for all that lead to the same of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from qazlint.policy.program import Spec

T = TypeVar("T")


class Keys:
    """groups_of: key → the keys that hold where it holds, one step far; asked: the keys that sequences look for."""

    def __init__(self, groups_of: Mapping[int, Sequence[int]], asked: frozenset[int]) -> None:
        self.implies: dict[int, tuple[int, ...]] = {}  # as the program has it
        self._groups_of = groups_of
        self._asked = asked
        self._by_group: dict[int, frozenset[int]] = {}
        self._names: dict[int, int] = {}
        self._leading_to: dict[tuple[int, ...], int] = {}
        self._same: dict[Any, Any] = {}

    def holds(self, key: int) -> tuple[int, ...]:
        """The keys asked for that hold wherever the key holds."""
        return tuple(sorted(self._held(key)))

    def _held(self, key: int) -> frozenset[int]:
        own = (key,) if key in self._asked else ()
        return frozenset(own).union(*map(self._held_by_group, self._groups_of.get(key, ())))

    def _held_by_group(self, group: int) -> frozenset[int]:
        """As `_held`, worked out once: many words lead to a group."""
        held = self._by_group.get(group)
        if held is None:
            held = self._by_group[group] = self._held(group)
        return held

    def name(self, key: int) -> int:
        """The key under which a key stands in the program."""
        name = self._names.get(key)
        if name is None:
            holds = self.holds(key)
            name = self._names[key] = key if key in self._asked else self._leading_to.setdefault(holds, key)
            if holds != (name,):
                self.implies[name] = holds
        return name

    def spec(self, spec: Spec) -> Spec:
        """The spec as it stands in the program."""
        return self._one(Spec(self.name(spec.key), spec.lang, spec.tests, spec.derived))

    def specs(self, table: Mapping[str, Sequence[Spec]]) -> dict[str, tuple[Spec, ...]]:
        """A table of specs as it stands in the program."""
        return {text: self._one(tuple(dict.fromkeys(map(self.spec, found)))) for text, found in table.items()}

    def _one(self, value: T) -> T:
        """Equal values as one object, which makes a program smaller in memory and in the cache."""
        same: T = self._same.setdefault(value, value)
        return same
