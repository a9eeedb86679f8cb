"""Tables from posts: the weights of each matter, what other matters add to its sum, and the bounds of what all say.

The sums behind the second and third are of posts whose writers the weights did not know: those whose posts will be
checked are not among the writers learnt from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from qazlint.policy.model import SURE
from scripts.weights.bounds import bounds, harm
from scripts.weights.fit import Model, Standing, fit
from scripts.weights.posts import Post

LEAST_LABELLED = 10  # posts of a matter: each fold must leave some to learn from
FOLDS = 5
ROUNDS = 4  # of folds: the more often the writers are dealt, the less a bound depends on how they fell
_LEAST_TRUST = 0.1  # sums that tell nothing of unknown writers shall not be turned round
_USUAL_SUM = 5.0  # the penalty of `_others` is meant for sums of this size and shares of 1

Array = Any


class Learnt(NamedTuple):
    """A table: weights by candidate, in the post and in a sentence; its bounds; the sum that is as likely right as
    wrong, and what the other matters add; `said`: what all that changes in the judged posts."""

    weights: Array
    sentence: Array
    finds: float
    doubts: float
    even: float
    others: Mapping[str, float]
    said: str


class Judged(NamedTuple):
    """The judged posts, once for each round.

    posts, sentences  sums (posts or sentences × matters × 2): in the post, in a sentence
    owner             the number of a sentence's post
    """

    posts: Array
    sentences: Array
    owner: Array


def learn(matters: Sequence[str], standing: Standing, posts: Sequence[Post], judged: Array) -> Iterator[Learnt]:
    """The tables of some matters, in their order: weights from all posts, the rest from the judged ones (a mask)."""
    truth = np.array([[matter in post.labels for matter in matters] for post in posts])
    told = np.array([
        [at in post.told.get(matter, ()) for matter in matters] for post in posts for at in range(len(post.sentences))
    ])  # fmt: skip
    sums = _out_of_fold(standing, truth, told, posts, judged)
    right = np.tile(truth[judged], (ROUNDS, 1))
    calibrations = np.array([_calibration(sums.posts[:, number], right[:, number]) for number in range(len(matters))])
    total, alone = _calibrated(sums.posts, calibrations), _calibrated(sums.sentences, calibrations)
    shares, shares_alone = _shares(total), _shares(alone)
    costs = np.tile(harm(posts, judged), ROUNDS)
    places = _places(posts, judged)
    for number, matter in enumerate(matters):
        others = _others(total, shares, right[:, number], number)
        changed, by_itself = total[:, number] + shares @ others, alone[:, number] + shares_alone @ others
        found = np.array([matter in post.found for post in compress(posts, judged)] * ROUNDS)
        here = np.array([matter in post.found and at in post.found[matter] for post, at in places] * ROUNDS)
        surest = changed.copy()
        np.maximum.at(surest, sums.owner[here], by_itself[here])
        finds, doubts = bounds(changed, surest, right[:, number], found, costs)
        after = (found & (surest >= doubts)) | (changed >= finds)
        model = fit(standing, truth[:, number], told[:, number], np.ones(len(posts), dtype=bool))
        said = f"{_counts(found, right[:, number])} → {_counts(after, right[:, number])}"
        yield _table(model, calibrations[number], finds, doubts, dict(zip(matters, others, strict=True)), said)


def _table(
    model: Model, calibration: Array, finds: float, doubts: float, others: Mapping[str, float], said: str
) -> Learnt:
    """The calibration goes into the weights; sums begin at nothing, so the bounds begin where the regressions did."""
    in_post, in_sentence, more = calibration
    even = -float(model.starts[0] * in_post + model.starts[1] * in_sentence + more)
    weights, sentence = np.round(model.post * in_post, 2), np.round(model.sentence * in_sentence, 2)
    return Learnt(weights, sentence, finds + even, doubts + even, even, others, said)


def _out_of_fold(standing: Standing, truth: Array, told: Array, posts: Sequence[Post], judged: Array) -> Judged:
    """What the judged posts weigh by weights that were learnt without their writers."""
    matters = truth.shape[1]
    of_posts = np.zeros((ROUNDS, len(posts), matters, 2))
    of_sentences = np.zeros((ROUNDS, len(standing.owner), matters, 2))
    for number, own in _folds(np.array([post.writer for post in posts]), judged):
        held = own & judged
        for matter in range(matters):
            model = fit(standing, truth[:, matter], told[:, matter], ~own)
            of_posts[number, held, matter] = model.of_posts(standing, held)
            of_sentences[number, held[standing.owner], matter] = model.of_sentences(standing, held[standing.owner])
    count = judged.sum()
    owner = (np.cumsum(judged) - 1)[standing.owner[judged[standing.owner]]]
    return Judged(
        of_posts[:, judged].reshape(-1, matters, 2), of_sentences[:, judged[standing.owner]].reshape(-1, matters, 2),
        np.concatenate([owner + count * number for number in range(ROUNDS)]),
    )  # fmt: skip


def _places(posts: Sequence[Post], judged: Array) -> Sequence[tuple[Post, int]]:
    """The sentences of the judged posts: the post, and the sentence's number in it."""
    return [(post, at) for post in compress(posts, judged) for at in range(len(post.sentences))]


def _calibration(sums: Array, truth: Array) -> Array:
    """How far the sums in the post and in a sentence are to be trusted, and what is to be added to make them even."""
    if truth.all() or not truth.any():
        return np.array([1, 1, 0])
    model = LogisticRegression(max_iter=500).fit(sums, truth)
    return np.array([*model.coef_[0].clip(_LEAST_TRUST), model.intercept_[0]])


def _calibrated(sums: Array, calibrations: Array) -> Array:
    """Sums by matter, at zero as likely right as wrong."""
    return sums[:, :, 0] * calibrations[:, 0] + sums[:, :, 1] * calibrations[:, 1] + calibrations[:, 2]


def _shares(total: Array) -> Array:
    """How surely each is about each matter, from 0 to 1."""
    return ((total + SURE) / (2 * SURE)).clip(0, 1)


def _others(total: Array, shares: Array, truth: Array, own: int) -> Array:
    """What each matter adds to the sum of one when a post is surely about it; the own adds nothing."""
    if truth.all() or not truth.any():
        return np.zeros(total.shape[1])
    known = np.delete(shares, own, axis=1)
    model = LogisticRegression(max_iter=500).fit(np.column_stack([total[:, own] / _USUAL_SUM, known]), truth)
    first, *rest = model.coef_[0]
    return np.round(np.insert(np.array(rest) * _USUAL_SUM / max(first, _LEAST_TRUST), own, 0), 2)


def _counts(said: Array, truth: Array) -> str:
    """Counts, averaged over the rounds."""
    counts = ((said & truth).sum(), (said & ~truth).sum(), (~said & truth).sum())
    return "{} right {} false {} missed".format(*(round(count / ROUNDS) for count in counts))


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
