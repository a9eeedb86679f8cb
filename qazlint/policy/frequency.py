"""How often words stand in posts: `frequent.txt`, written by `scripts/frequency.py`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def frequent() -> Mapping[str, int]:
    """Lemmas and forms → in how many of 10,000 sentences they stand; the rare ones are not there."""
    lines = files(__package__).joinpath("frequent.txt").read_text(encoding="utf-8").splitlines()
    numbered = (line.split() for line in lines if line and not line.startswith("#"))
    return {word: int(number) for number, *words in numbered for word in words}
