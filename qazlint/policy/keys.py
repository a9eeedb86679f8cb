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
        self._names: dict[int, int] = {}
        self._leading_to: dict[tuple[int, ...], int] = {}
        self._same: dict[Any, Any] = {}

    def holds(self, key: int) -> tuple[int, ...]:
        """The keys asked for that hold wherever the key holds."""
        found = {key}
        waiting = [key]
        while waiting:
            groups = found.symmetric_difference(found.union(self._groups_of.get(waiting.pop(), ())))
            found |= groups
            waiting += groups
        return tuple(sorted(self._asked & found))

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
        return self._one(spec._replace(key=self.name(spec.key)))

    def specs(self, table: Mapping[str, Sequence[Spec]]) -> dict[str, tuple[Spec, ...]]:
        """A table of specs as it stands in the program."""
        return {text: self._one(tuple(dict.fromkeys(map(self.spec, found)))) for text, found in table.items()}

    def _one(self, value: T) -> T:
        """Equal values as one object, which makes a program smaller in memory and in the cache."""
        same: T = self._same.setdefault(value, value)
        return same
