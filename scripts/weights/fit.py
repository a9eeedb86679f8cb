"""Weights of one matter from posts: a logistic regression over posts and one over their sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from scripts.weights.posts import Post

STRENGTH, OF_SENTENCES = 0.15, 0.25  # inverse of the L2 penalty, of posts and of sentences
LEAST_WEIGHT = 0.1  # smaller ones are left out
_USUAL_RARITY = 3.0  # inverse document frequency of a term of which `STRENGTH` is meant

Array = Any


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
    """Weights in the post and in a sentence, and what either begins with."""

    post: Array
    sentence: Array
    starts: tuple[float, float]

    def of_posts(self, standing: Standing, posts: Array) -> Array:
        """What posts (a mask) weigh: a row for each, in the post and in its heaviest sentence."""
        best = np.full(len(posts), -np.inf)
        rows = np.flatnonzero(posts[standing.owner])
        np.maximum.at(best, standing.owner[rows], standing.sentences[rows] @ self.sentence)
        return np.stack([standing.posts[posts] @ self.post, best[posts]], axis=1) + self.starts

    def of_sentences(self, standing: Standing, sentences: Array) -> Array:
        """What sentences (a mask) weigh, each as if it were a whole post."""
        rows = standing.sentences[sentences]
        return np.stack([rows @ self.post, rows @ self.sentence], axis=1) + self.starts


def _matrix(rows: Sequence[Collection[int]], width: int) -> csr_matrix:
    """A row for each of the things, a column for each candidate, 1 where it stands there."""
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.concatenate([np.asarray(terms, dtype=np.int32) for terms in rows])
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=(len(rows), width))


def fit(standing: Standing, truth: Array, told: Array, among: Array) -> Model:
    """What some of the posts (a mask) teach. The sentences of a post with the matter that do not tell of it are left
    out: they are neither for it nor against."""
    post, start = _weights(standing.posts[among], truth[among], STRENGTH)
    rows = among[standing.owner] & (told | ~truth[standing.owner])
    sentence, more = _weights(standing.sentences[rows], told[rows], OF_SENTENCES)
    return Model(post, sentence, (start, more))


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
