"""From which sum on a post is about a matter, and below which one others' findings of it are doubted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Any

import numpy as np

from scripts.weights.posts import Post

_GRAVITY = 1.5  # a false alarm of the weights costs so many misses; one of a phrase, whose author meant it, one
_PROSE = 20.0  # times that in prose: most of what is checked is harmless, and posts to learn from are not
_WIDEST = 20.0  # of a bound, to either side of even

Array = Any


def harm(posts: Sequence[Post], judged: Array) -> Array:
    """What a false alarm costs in each judged post."""
    return np.array([_PROSE if "prose" in post.file else 1.0 for post in compress(posts, judged)])


def bounds(sums: Array, surest: Array, truth: Array, found: Array, harm: Array) -> tuple[float, float]:
    """The bounds that cost least.

    surest  the sums, or those of the sentences of the rules' findings where they are greater
    harm    what a false alarm costs in each post
    """
    steps = np.arange(-_WIDEST, _WIDEST + 0.01, 0.1)
    silent = ~found
    finds = min(steps, key=lambda at: (_cost(silent & (sums >= at), truth, silent, _GRAVITY * harm), -at))
    doubts = min(steps[steps <= finds], key=lambda at: (_cost(found & (surest >= at), truth, found, harm), at))
    return float(finds), float(doubts)


def _cost(said: Array, truth: Array, among: Array, harm: Array) -> float:
    """False alarms, times their harm, and misses."""
    return float(harm[said & ~truth & among].sum() + (~said & truth & among).sum())
