"""A reading on its way to becoming an `Analysis`: cheaper is likelier."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import NamedTuple

from qazlint.types import Analysis


class Reading(NamedTuple):
    """What a split of a word into stem and ending says."""

    cost: float
    lemma: str
    pos: str
    feats: Mapping[str, str]
    known: bool
    derived: bool


def as_analyses(readings: list[Reading], spelling: str = "exact") -> tuple[Analysis, ...]:
    """Readings in the order of their cost, with the cost turned into a share of likelihood."""
    if len(readings) < 2:
        return tuple([Analysis(r.lemma, r.pos, r.feats, "kk", r.known, r.derived, spelling) for r in readings])
    least = min([reading.cost for reading in readings])
    weights = [exp(least - reading.cost) for reading in readings]
    total = sum(weights)
    shares = [round(weight / total, 4) for weight in weights]
    made = [
        Analysis(lemma, pos, feats, "kk", known, derived, spelling, share)
        for (_, lemma, pos, feats, known, derived), share in zip(readings, shares, strict=True)
    ]
    return tuple(made)
