"""Weights from posts: a logistic regression for each matter, and the bounds from which its sum says something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from scripts.weights.posts import Post

STRENGTH = 0.4  # inverse of the L2 penalty
LEAST_WEIGHT = 0.1  # smaller ones are left out
LEAST_LABELLED = 10  # posts of a matter: each fold must leave some to learn from
FOLDS = 5
ROUNDS = 3  # of folds: the more often the posts are dealt, the less a bound depends on how they fell
_USUAL_RARITY = 3.0  # inverse document frequency of a term of which `STRENGTH` is meant
_GRAVITY = 2.5  # a false alarm of the weights costs so many misses; one of a phrase, whose author meant it, one

Array = Any


class Learnt(NamedTuple):
    """weights by candidate; finds, doubts: bounds of the sum of weights; said: what they change in the judged posts."""

    weights: Array
    finds: float
    doubts: float
    said: str


def matrix(posts: Sequence[Post], width: int) -> csr_matrix:
    """A row for each post, a column for each candidate, 1 where it stands in the post."""
    starts = np.cumsum([0, *(len(post.terms) for post in posts)])
    columns = np.concatenate([np.asarray(post.terms, dtype=np.int32) for post in posts])
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=(len(posts), width))


def learn(matter: str, standing: csr_matrix, posts: Sequence[Post], judged: Array) -> Learnt:
    """Weights from all posts; bounds from the judged ones (a mask), each weighed by weights learnt without it."""
    truth = np.array([matter in post.labels for post in posts])
    found = np.array([matter in post.found for post in posts])
    sums, alone = np.zeros((ROUNDS, len(posts))), np.full((ROUNDS, len(posts)), -np.inf)
    for number, held in _folds(judged):
        weights, start = _fit(standing[~held], truth[~held])
        sums[number, held] = standing[held] @ weights + start
        for place in np.flatnonzero(held & found):
            alone[number, place] = _surest_sentence(posts[place], matter, weights) + start
    sums, alone = sums[:, judged].ravel(), alone[:, judged].ravel()
    before, right = np.tile(found[judged], ROUNDS), np.tile(truth[judged], ROUNDS)
    finds, doubts = _bounds(sums, np.maximum(sums, alone), right, before)
    after = (before & (np.maximum(sums, alone) >= doubts)) | (sums >= finds)
    weights, start = _fit(standing, truth)
    return Learnt(weights, finds - start, doubts - start, f"{_counts(before, right)} → {_counts(after, right)}")


def _surest_sentence(post: Post, matter: str, weights: Array) -> float:
    """The greatest sum of a sentence in which the rules find the matter."""
    return max(float(weights[list(post.sentences[at])].sum()) for at in post.found[matter])


def _counts(said: Array, truth: Array) -> str:
    """Counts, averaged over the rounds."""
    counts = ((said & truth).sum(), (said & ~truth).sum(), (~said & truth).sum())
    return "{} right {} false {} missed".format(*(round(count / ROUNDS) for count in counts))


def _fit(standing: csr_matrix, truth: Array) -> tuple[Array, float]:
    rarity = _rarity(standing)
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(standing @ diags(rarity), truth)
    weights = np.round(model.coef_[0] * rarity, 2)
    weights[np.abs(weights) < LEAST_WEIGHT] = 0
    return weights, float(model.intercept_[0])


def _rarity(standing: csr_matrix) -> Array:
    """The root of the terms' inverse document frequency: the penalty weighs less on rare terms, which tell more."""
    posts = np.asarray(standing.sum(axis=0)).ravel()
    return np.sqrt(np.log(standing.shape[0] / (posts + 1)).clip(0.01) / _USUAL_RARITY)


def _folds(judged: Array) -> Iterator[tuple[int, Array]]:
    """Round by round masks that share out the judged posts, the same ones each time."""
    places = np.flatnonzero(judged)
    for number in range(ROUNDS):
        share = np.random.RandomState(number).randint(0, FOLDS, len(places))
        for fold in range(FOLDS):
            held = np.zeros(len(judged), dtype=bool)
            held[places[share == fold]] = True
            yield number, held


def _bounds(sums: Array, surest: Array, truth: Array, found: Array) -> tuple[float, float]:
    """The bounds that cost least.

    surest  the sums, or those of the sentences of the rules' findings where they are greater
    """
    steps = np.arange(-6, 6.01, 0.1)
    silent = ~found
    finds = min(steps, key=lambda at: (_cost(silent & (sums >= at), truth, silent, _GRAVITY), -at))
    doubts = min(steps[steps <= finds], key=lambda at: (_cost(found & (surest >= at), truth, found, 1), at))
    return float(finds), float(doubts)


def _cost(said: Array, truth: Array, among: Array, gravity: float) -> float:
    """False alarms, times their gravity, and misses."""
    return float(gravity * (said & ~truth & among).sum() + (~said & truth & among).sum())
