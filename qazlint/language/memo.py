"""What is known of a word, worked out once and looked up from then on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Memo(dict[K, V]):
    """A function's values by its argument; emptied when there are too many."""

    def __init__(self, function: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._function(key)
        return value


def remembered(most: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """A decorator like `lru_cache` for functions of one argument that are asked for every word of a text.

    A look-up is one in a dictionary; an `lru_cache` also moves what it is asked for to the front, at twice the cost.
    """
    return lambda function: _Memo(function, most).__getitem__
