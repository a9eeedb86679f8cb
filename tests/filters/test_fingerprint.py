"""Fingerprints: the same after edits elsewhere, different for different matters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Linter
from qazlint.filters.fingerprint import normalised
from tests.policy.small import write


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    return Linter(write(tmp_path_factory.mktemp("policy")))


def prints(linter: Linter, text: str) -> list[str]:
    return [finding.fingerprint for finding in linter.check(text).findings]


def test_it_is_a_hash(small: Linter) -> None:
    (one,) = prints(small, "Выдали премию.")
    assert re.fullmatch("[0-9a-f]{16}", one)


@pytest.mark.parametrize("text", ["Выдали ещё премию!", "ВЫДАЛИ  еще\tпремию", "«Выдали» еще — премию…", "Сад.\n\nВыдали еще премию"])
def test_case_marks_spaces_and_place_do_not_change_it(small: Linter, text: str) -> None:
    assert prints(small, text) == prints(small, "Выдали ещё премию.")


def test_other_words_change_it(small: Linter) -> None:
    assert prints(small, "Выдали премию.") != prints(small, "Дали премию.")


def test_equal_sentences_differ_by_their_order(small: Linter) -> None:
    one, two, three = prints(small, "Выдали премию. Сад. Выдали премию. Выдали премию!")
    assert len({one, two, three}) == 3
    assert prints(small, "Выдали премию. Тау. Выдали премию.") == [one, two]


def test_normal_form() -> None:
    assert normalised("Ё-моё, «и\u0306од»\u2028\tҚала!") == "е мое йод қала"
    assert normalised(" 🖕  !") == "🖕 !"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["сад", "тау", "дождь"]), min_size=1, max_size=5), st.lists(st.sampled_from(["Гора.", "Выдали премию!", "Күн."]), max_size=5))
def test_sentences_around_do_not_matter(small: Linter, words: list[str], around: list[str]) -> None:
    sentence = f"Тут {' '.join(words)} и премия."
    (alone,) = prints(small, sentence)
    assert alone in prints(small, " ".join([*around, sentence, *around]))
