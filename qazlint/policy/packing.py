"""Several whole numbers in one int, so that one addition adds them all."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache

UNIT = 100  # steps of 0.01

_BITS = 32  # of a number: a sum of a hundred thousand terms of the greatest weight fits
_HALF = 1 << (_BITS - 1)


def packed(numbers: Mapping[int, int]) -> int:
    """Numbers by column as one; a negative one borrows from the next column, which `unpacked` gives back."""
    return sum(number << (_BITS * column) for column, number in numbers.items())


def unpacked(total: int, columns: int) -> Sequence[int]:
    """The numbers of the first columns, from a sum of packed ones; it has no others."""
    halves = _halves(columns)
    apart = (total + halves) ^ halves  # each in two's complement, and nothing borrowed
    return struct.unpack(f"<{columns}i", apart.to_bytes(columns * _BITS // 8, "little"))


@lru_cache(maxsize=16)
def _halves(columns: int) -> int:
    """What makes every number positive."""
    return packed(dict.fromkeys(range(columns), _HALF))
