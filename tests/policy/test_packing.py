"""Packed numbers: what is added as one is added column by column."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qazlint.policy.packing import UNIT, packed, unpacked

GREATEST = 100 * UNIT  # of a weight, in units
BOUND = 100_000 * GREATEST  # of a sum: as many terms of the greatest weight
COLUMNS = 12

ROWS = st.lists(st.dictionaries(st.integers(0, COLUMNS - 1), st.integers(-GREATEST, GREATEST)), max_size=40)


@given(ROWS)
@example([])
@example([{}, {3: -1}])
def test_the_sum_of_packed_numbers_has_the_sum_of_each_column(rows: list[dict[int, int]]) -> None:
    sums = [sum(row.get(column, 0) for row in rows) for column in range(COLUMNS)]
    assert list(unpacked(sum(map(packed, rows)), COLUMNS)) == sums


@given(st.lists(st.sampled_from([-BOUND, -1, 0, 1, BOUND]), min_size=1, max_size=COLUMNS))
def test_neighbours_do_not_touch_each_other_at_the_bound(sums: list[int]) -> None:
    assert list(unpacked(packed(dict(enumerate(sums))), len(sums))) == sums


@pytest.mark.parametrize("weight", [GREATEST, -GREATEST])
def test_a_hundred_thousand_terms_of_the_greatest_weight(weight: int) -> None:
    total = sum([packed({0: weight, 1: -weight, 3: weight})] * 100_000)
    assert list(unpacked(total, 4)) == [100_000 * weight, -100_000 * weight, 0, 100_000 * weight]


def test_no_columns() -> None:
    assert list(unpacked(0, 0)) == []
