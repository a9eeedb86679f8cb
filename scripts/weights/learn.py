"""Weights from posts: for each matter a logistic regression over posts and one over their sentences, and the bounds of
what both say together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from scripts.weights.posts import Post

STRENGTH, OF_SENTENCES = 0.15, 0.25  # inverse of the L2 penalty, of posts and of sentences
LEAST_WEIGHT = 0.1  # smaller ones are left out
LEAST_LABELLED = 10  # posts of a matter: each fold must leave some to learn from
FOLDS = 5
ROUNDS = 2  # of folds: the more often the writers are dealt, the less a bound depends on how they fell
_USUAL_RARITY = 3.0  # inverse document frequency of a term of which `STRENGTH` is meant
_GRAVITY = 1.5  # a false alarm of the weights costs so many misses; one of a phrase, whose author meant it, one
_PROSE = 8.0  # times that in prose: most of what is checked is harmless, and posts to learn from are not

Array = Any


class Learnt(NamedTuple):
    """weights: by candidate, in the post; sentence: by candidate, in a sentence; finds, doubts: bounds of the sum;
    said: what they change in the judged posts."""

    weights: Array
    sentence: Array
    finds: float
    doubts: float
    said: str


class Standing(NamedTuple):
    """What stands where: a row for each post, and for each sentence; `owner`: the number of a sentence's post."""

    posts: csr_matrix
    sentences: csr_matrix
    owner: Array

    @classmethod
    def of(cls, posts: Sequence[Post], width: int) -> Standing:
        """The terms of posts, `width` of them in all."""
        sentences = [terms for post in posts for terms in post.sentences]
        owner = np.repeat(np.arange(len(posts)), [len(post.sentences) for post in posts])
        return cls(_matrix([post.terms for post in posts], width), _matrix(sentences, width), owner)


class Model(NamedTuple):
    """Weights in the post and in a sentence, and what both begin with."""

    post: Array
    sentence: Array
    start: float

    def sums(self, standing: Standing, posts: Array) -> Array:
        """What posts (a mask) weigh."""
        best = np.full(len(posts), -np.inf)
        rows = np.flatnonzero(posts[standing.owner])
        np.maximum.at(best, standing.owner[rows], standing.sentences[rows] @ self.sentence)
        return standing.posts[posts] @ self.post + best[posts] + self.start

    def surest(self, post: Post, matter: str) -> float:
        """The greatest sum of a sentence in which the rules find the matter, as if it were the whole post."""
        both = self.post + self.sentence
        return max(float(both[list(post.sentences[at])].sum()) for at in post.found[matter]) + self.start


def _matrix(rows: Sequence[Collection[int]], width: int) -> csr_matrix:
    """A row for each of the things, a column for each candidate, 1 where it stands there."""
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.concatenate([np.asarray(terms, dtype=np.int32) for terms in rows])
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=(len(rows), width))


def learn(matter: str, standing: Standing, posts: Sequence[Post], judged: Array) -> Learnt:
    """Weights from all posts; bounds from the judged ones (a mask), each weighed by weights learnt without its writer:
    those whose posts will be checked are not among the writers learnt from."""
    truth = np.array([matter in post.labels for post in posts])
    told = np.array([at in post.told.get(matter, ()) for post in posts for at in range(len(post.sentences))])
    found = np.array([matter in post.found for post in posts])
    sums, alone = np.zeros((ROUNDS, len(posts))), np.full((ROUNDS, len(posts)), -np.inf)
    writers = np.array([post.writer for post in posts])
    for number, own in _folds(writers, judged):
        model, held = _fit(standing, truth, told, ~own), own & judged
        sums[number, held] = model.sums(standing, held)
        for place in np.flatnonzero(held & found):
            alone[number, place] = model.surest(posts[place], matter)
    sums, alone = sums[:, judged].ravel(), alone[:, judged].ravel()
    before, right = np.tile(found[judged], ROUNDS), np.tile(truth[judged], ROUNDS)
    harm = np.tile([_PROSE if "prose" in post.file else 1.0 for post in compress(posts, judged)], ROUNDS)
    finds, doubts = _bounds(sums, np.maximum(sums, alone), right, before, harm)
    after = (before & (np.maximum(sums, alone) >= doubts)) | (sums >= finds)
    post, sentence, start = _fit(standing, truth, told, np.ones(len(posts), dtype=bool))
    said = f"{_counts(before, right)} → {_counts(after, right)}"
    return Learnt(post, sentence, finds - start, doubts - start, said)


def _counts(said: Array, truth: Array) -> str:
    """Counts, averaged over the rounds."""
    counts = ((said & truth).sum(), (said & ~truth).sum(), (~said & truth).sum())
    return "{} right {} false {} missed".format(*(round(count / ROUNDS) for count in counts))


def _fit(standing: Standing, truth: Array, told: Array, among: Array) -> Model:
    """What some of the posts (a mask) teach. The sentences of a post with the matter that do not tell of it are left
    out: they are neither for it nor against."""
    post, start = _weights(standing.posts[among], truth[among], STRENGTH)
    rows = among[standing.owner] & (told | ~truth[standing.owner])
    sentence, more = _weights(standing.sentences[rows], told[rows], OF_SENTENCES)
    return Model(post, sentence, start + more)


def _weights(rows: csr_matrix, truth: Array, strength: float) -> tuple[Array, float]:
    rarity = _rarity(rows)
    model = LogisticRegression(C=strength, max_iter=500).fit(rows @ diags(rarity), truth)
    weights = np.round(model.coef_[0] * rarity, 2)
    weights[np.abs(weights) < LEAST_WEIGHT] = 0
    return weights, float(model.intercept_[0])


def _rarity(standing: csr_matrix) -> Array:
    """The root of the terms' inverse document frequency: the penalty weighs less on rare terms, which tell more."""
    posts = np.asarray(standing.sum(axis=0)).ravel()
    return np.sqrt(np.log(standing.shape[0] / (posts + 1)).clip(0.01) / _USUAL_RARITY)


def _folds(writers: Array, judged: Array) -> Iterator[tuple[int, Array]]:
    """Round by round masks of the posts of some of those writers who are judged by, the same masks each time."""
    names = np.unique(writers[judged])
    for number in range(ROUNDS):
        dealt = np.random.RandomState(number).permutation(names)
        for fold in range(min(FOLDS, len(names))):
            yield number, np.isin(writers, dealt[fold::FOLDS])


def most_together(posts: Sequence[Post], judged: Array) -> int:
    """The most writers whose posts a fold leaves out: a matter needs posts by more."""
    return -(-len({post.writer for post in compress(posts, judged)}) // FOLDS)


def _bounds(sums: Array, surest: Array, truth: Array, found: Array, harm: Array) -> tuple[float, float]:
    """The bounds that cost least.

    surest  the sums, or those of the sentences of the rules' findings where they are greater
    harm    what a false alarm costs in each post
    """
    steps = np.arange(-12, 12.01, 0.1)
    silent = ~found
    finds = min(steps, key=lambda at: (_cost(silent & (sums >= at), truth, silent, _GRAVITY * harm), -at))
    doubts = min(steps[steps <= finds], key=lambda at: (_cost(found & (surest >= at), truth, found, harm), at))
    return float(finds), float(doubts)


def _cost(said: Array, truth: Array, among: Array, harm: Array) -> float:
    """False alarms, times their harm, and misses."""
    return float(harm[said & ~truth & among].sum() + (~said & truth & among).sum())
