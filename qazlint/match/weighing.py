"""A post weighed as a whole: what in it speaks for a clause and what against it, by the policy's tables of weights.

A term has a weight in the post and one in a sentence: to the sum of what stands anywhere in the post comes that of the
sentence that weighs most. To this the other tables add, each in proportion to how surely the post is about its matter.
Each term counts once in either, however often it stands there. A lexicon entry of two single words counts where they
stand side by side, a longer one where its rarest two stand in the sentence: whether they stand as the entry has them is
worked out for what is reported only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import add, mul, sub
from typing import NamedTuple

from qazlint.match.keys import Keys
from qazlint.match.sequence import Stretch
from qazlint.match.view import View
from qazlint.policy.model import POST_REACH, SURE, Scale
from qazlint.policy.packing import UNIT, unpacked

_MOST_NAMED = 5  # passages that a finding names
_SURE = 2 * SURE * UNIT  # from a sum that is surely too small to one that is surely enough

Passage = tuple[int, int, int]  # sentence, first and last token, half-open


class Heaviest(NamedTuple):
    """Where a window speaks for a matter: words of its heaviest sentence, and its heaviest passages, first of all."""

    at: int
    stretch: Stretch
    passages: Sequence[Passage]


class Rows(dict[int, Sequence[int]]):
    """The weights of a key by column. Worked out when first asked for: few keys are looked at one by one."""

    def __init__(self, weights: Mapping[int, int], columns: int) -> None:
        super().__init__()
        self._weights = weights
        self._columns = columns

    def __missing__(self, key: int) -> Sequence[int]:
        row = self[key] = unpacked(self._weights[key], self._columns)
        return row


class Scales:
    """A policy's weights, ready to weigh with."""

    def __init__(self, keys: Keys) -> None:
        self.columns = keys.program.columns
        self.names = [name for name, _ in keys.program.scales]
        self._unsure = [even - SURE * UNIT for _, even in keys.program.scales]  # up to there a sum says nothing
        self.packed = keys.weight
        self.rows = Rows(keys.program.weights, self.columns)

    def sums(self, packed: int) -> Sequence[int]:
        """The sums by column."""
        return unpacked(packed, self.columns)

    def totals(self, post: Sequence[int], sentence: Sequence[int]) -> Totals:
        """What a window weighs, given its sums and the greatest of its sentences' sums, by column."""
        by_table = [*map(add, post[::2], sentence[1::2])]
        above = map(sub, by_table, self._unsure)
        return Totals(by_table, [min(max(more, 0), _SURE) for more in above])


class Totals(NamedTuple):
    """What a window weighs by table, and how surely it is about each matter, from 0 to `_SURE`."""

    by_table: Sequence[int]
    sure: Sequence[int]

    def of(self, scale: Scale) -> int:
        """The total of the scale's table, with what the others add."""
        added: int = sum(map(mul, scale.others, self.sure))
        return self.by_table[scale.post // 2] + added // _SURE

    def others(self, scale: Scale) -> Sequence[int]:
        """What each table adds."""
        return [weight * sure // _SURE for weight, sure in zip(scale.others, self.sure, strict=False)]


class Weighing:
    """The sums of one text, window by window; where there are no tables it has none."""

    def __init__(self, views: Sequence[View], scales: Scales) -> None:
        self._views = views
        self._scales = scales
        self._starts = _starts(len(views)) if scales.columns else []
        self._windows = list(zip(self._starts, [*self._starts[1:], len(views)], strict=False))
        weighed = [view.weighed() for view in views] if scales.columns else []
        self._keys = [keys for keys, _ in weighed]
        self._sentences = [scales.sums(total) for _, total in weighed]
        self._totals = [
            scales.totals(self._sums(weighed[first:last]), _most(self._sentences[first:last]))
            for first, last in self._windows
        ]

    def _sums(self, sentences: Sequence[tuple[set[int], int]]) -> Sequence[int]:
        """The sums of a window, given the keys and the packed sums of its sentences."""
        counted, total = set[int](), 0
        for own, weight in sentences:
            total += weight - self._scales.packed(counted & own)
            counted |= own
        return self._scales.sums(total)

    def _alone(self, at: int, scale: Scale) -> int:
        """What a sentence would weigh if it were the whole post."""
        return self._scales.totals(self._sentences[at], self._sentences[at]).of(scale)

    def is_doubtful(self, scale: Scale, at: int) -> bool:
        """Whether a finding in sentence `at`, of the matter that the scale is for, is spoken against: by its window,
        and by its own sentence too. A post may be about two things, and a plain word about one of them stays plain.
        Of a few words some must weigh against the matter: their sum is small because they are few."""
        number = bisect_right(self._starts, at) - 1
        if self._totals[number].of(scale) >= scale.doubts or self._alone(at, scale) >= scale.doubts:
            return False
        around = self._windows[number]
        return not self._is_short(around, scale) or self._against(around, scale) <= -UNIT

    def _is_short(self, window: tuple[int, int], scale: Scale) -> bool:
        """Whether a window has fewer words than make a whole: that little speaks for a matter says nothing then."""
        return sum(view.size for view in self._views[slice(*window)]) < scale.words

    def _against(self, window: tuple[int, int], scale: Scale) -> int:
        """The sum of the passages of a window that speak against a matter."""
        return sum(min(0, weight) for weight in self._passages(window, scale).values())

    def found(self, scale: Scale) -> Iterator[Heaviest]:
        """Where windows speak for the scale's matter."""
        for number, window in enumerate(self._windows):
            if self._totals[number].of(scale) >= scale.finds:
                yield from self._heaviest(window, scale)

    def account(self, scale: Scale) -> Iterator[tuple[int, dict[Passage, int], dict[str, int]]]:
        """For each window the sum, the weights of each passage's terms (what stands twice adds to the sum once), and
        what each table adds by its name."""
        for totals, window in zip(self._totals, self._windows, strict=True):
            others = dict(zip(self._scales.names, totals.others(scale), strict=False))
            yield totals.of(scale), self._passages(window, scale), others

    def _heaviest(self, window: tuple[int, int], scale: Scale) -> Iterator[Heaviest]:
        """The sentence of a window that speaks most, from its first word that speaks for it to its last."""
        weights = {passage: weight for passage, weight in self._passages(window, scale).items() if weight > 0}
        if not weights:
            return
        places = dict.fromkeys(at for at, _, _ in weights)  # in their order, each once
        best = max(places, key=lambda at: self._speaks(at, scale))
        inside = [(start, end) for at, start, end in weights if at == best]
        stretch = min(start for start, _ in inside), max(end for _, end in inside)
        heaviest_first = sorted(weights, key=lambda passage: (-weights[passage], passage))
        yield Heaviest(best, stretch, heaviest_first[:_MOST_NAMED])

    def _speaks(self, at: int, scale: Scale) -> int:
        """What a sentence adds to what speaks for the matter; what speaks against it does so for the whole post."""
        rows, column = self._scales.rows, scale.post
        positive = [weight for key in self._keys[at] if (weight := rows[key][column]) > 0]
        return self._sentences[at][scale.sentence] + sum(positive)

    def _passages(self, window: tuple[int, int], scale: Scale) -> dict[Passage, int]:
        """The weights of a window's passages: in the post, and in the sentence that weighs most."""
        heaviest = max(range(*window), key=lambda at: self._sentences[at][scale.sentence])
        weights: dict[Passage, int] = defaultdict(int)
        for at in range(*window):
            rows = [(key, self._scales.rows[key]) for key in self._keys[at]]
            if at == heaviest:
                own = {key: total for key, row in rows if (total := row[scale.post] + row[scale.sentence])}
            else:
                own = {key: row[scale.post] for key, row in rows if row[scale.post]}
            for key, start, end in self._views[at].passages(frozenset(own)):
                weights[at, start, end] += own[key]
        return weights


def _most(sums: Sequence[Sequence[int]]) -> Sequence[int]:
    """The greatest of some sums, column by column."""
    return [*map(max, zip(*sums, strict=True))]


def _starts(sentences: int) -> list[int]:
    """Where the windows of a text begin: as few as need be, of nearly the same length."""
    windows = -(-sentences // POST_REACH)
    return [sentences * number // windows for number in range(windows)]
