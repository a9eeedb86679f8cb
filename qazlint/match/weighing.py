"""A post weighed as a whole: what in it speaks for a clause and what against it, by the policy's tables of weights.

Each term counts once in a window, however often it stands there. A lexicon entry of two single words counts where they
stand side by side, a longer one where its rarest two stand in the sentence: whether they stand as the entry has them is
worked out for what is reported only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qazlint.match.sequence import Stretch
from qazlint.match.view import View
from qazlint.policy.model import POST_REACH, Scale
from qazlint.policy.packing import UNIT, of_column, unpacked
from qazlint.policy.program import Program

_MOST_NAMED = 5  # passages that a finding names

Passage = tuple[int, int, int]  # sentence, first and last token, half-open


class Heaviest(NamedTuple):
    """Where a window speaks for a matter: words of its heaviest sentence, and its heaviest passages, first of all."""

    at: int
    stretch: Stretch
    passages: Sequence[Passage]


class Scales:
    """A policy's weights, ready to weigh with."""

    def __init__(self, program: Program) -> None:
        self.weights = program.weights
        self.columns = program.columns
        self._tables: dict[int, tuple[dict[int, int], frozenset[int]]] = {}

    def sums(self, views: Sequence[View]) -> Sequence[int]:
        """The sum of each table over some sentences."""
        keys = set[int]().union(*[view.weighed for view in views])
        return unpacked(sum(map(self.weights.__getitem__, keys)), self.columns)

    def table(self, column: int) -> tuple[dict[int, int], frozenset[int]]:
        """One table, key → weight, and its keys. Worked out when first asked for."""
        found = self._tables.get(column)
        if found is None:
            every = ((key, of_column(column, weights, self.columns)) for key, weights in self.weights.items())
            table = {key: weight for key, weight in every if weight}
            found = self._tables[column] = table, frozenset(table)
        return found


class Weighing:
    """The sums of one text, window by window; where there are no tables it has none."""

    def __init__(self, views: Sequence[View], scales: Scales) -> None:
        self._views = views
        self._scales = scales
        self._starts = _starts(len(views)) if scales.columns else []
        self._windows = list(zip(self._starts, [*self._starts[1:], len(views)], strict=False))
        self._alone: dict[int, Sequence[int]] = {}
        self._sums = [scales.sums(views[first:last]) for first, last in self._windows]

    def is_doubtful(self, scale: Scale, at: int) -> bool:
        """Whether a finding in sentence `at`, of the matter that the scale is for, is spoken against: by its window,
        and by its own sentence too. A post may be about two things, and a plain word about one of them stays plain.
        Of a few words some must weigh against the matter: their sum is small because they are few."""
        window = bisect_right(self._starts, at) - 1
        if self._sums[window][scale.column] >= scale.doubts or self._sum_of(at)[scale.column] >= scale.doubts:
            return False
        around = self._windows[window]
        return not self._is_short(around, scale) or self._against(around, scale.column) <= -UNIT

    def _is_short(self, window: tuple[int, int], scale: Scale) -> bool:
        """Whether a window has fewer words than make a whole: that little speaks for a matter says nothing then."""
        return sum(view.size for view in self._views[slice(*window)]) < scale.words

    def _against(self, window: tuple[int, int], column: int) -> int:
        """The sum of the passages of a window that speak against a matter."""
        return sum(min(0, weight) for weight in self._passages(window, column).values())

    def _sum_of(self, at: int) -> Sequence[int]:
        """The sums of one sentence."""
        if at not in self._alone:
            self._alone[at] = self._scales.sums(self._views[at : at + 1])
        return self._alone[at]

    def found(self, scale: Scale) -> Iterator[Heaviest]:
        """Where windows speak for the scale's matter."""
        for window, sums in zip(self._windows, self._sums, strict=True):
            if sums[scale.column] >= scale.finds:
                yield from self._heaviest(window, scale.column)

    def account(self, scale: Scale) -> Iterator[tuple[int, dict[Passage, int]]]:
        """For each window the sum, and the weights of each passage's terms; what stands twice adds to the sum once."""
        for window, sums in zip(self._windows, self._sums, strict=True):
            yield sums[scale.column], self._passages(window, scale.column)

    def _heaviest(self, window: tuple[int, int], column: int) -> Iterator[Heaviest]:
        """The sentence of a window that speaks most, from its first word that speaks for it to its last."""
        weights = {passage: weight for passage, weight in self._passages(window, column).items() if weight > 0}
        if not weights:
            return
        table, keys = self._scales.table(column)
        places = dict.fromkeys(at for at, _, _ in weights)  # in their order, each once
        sentences = {at: sum(max(0, table[key]) for key in self._views[at].weighed & keys) for at in places}
        best = max(sentences, key=sentences.__getitem__)
        inside = [(start, end) for at, start, end in weights if at == best]
        stretch = min(start for start, _ in inside), max(end for _, end in inside)
        heaviest_first = sorted(weights, key=lambda passage: (-weights[passage], passage))
        yield Heaviest(best, stretch, heaviest_first[:_MOST_NAMED])

    def _passages(self, window: tuple[int, int], column: int) -> dict[Passage, int]:
        """The weights of a window's passages."""
        table, keys = self._scales.table(column)
        weights: dict[Passage, int] = defaultdict(int)
        for at in range(*window):
            for key, start, end in self._views[at].passages(keys):
                weights[at, start, end] += table[key]
        return weights


def _starts(sentences: int) -> list[int]:
    """Where the windows of a text begin: as few as need be, of nearly the same length."""
    windows = -(-sentences // POST_REACH)
    return [sentences * number // windows for number in range(windows)]
