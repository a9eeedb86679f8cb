"""Literals that a pattern requires: named where they can be, and never wrong."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.policy.literals import fold, required


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (".*слон.*", {"слон"}),
        ("(?:на|за)?дом[ауе].*", {"дома", "дому", "доме", "надо", "задо"}),
        ("с[*@]он", {"с*он", "с@он"}),
        (r"с\\*+н", {"с*"}),
        ("(слон|кот)ик", {"слон", "коти"}),
        ("[а-я]+", None),
        ("(а|б)", None),
        ("(слон)?", None),
        ("(?i)СЛОН", {"слон"}),
        (r"[\\p{L}\\d]+слон", {"слон"}),
        (r"\\\\p{2}слон", {"ppсл"}),
        ("[[:alpha:]]слон", None),
        ("(?:слон){e<=1}", None),
        (r"[бп]\\*{2,}\\d", {"б**", "п**"}),
        (r"х(?:\\.{2,}|…|\\*+)", {"х..", "х…", "х*"}),
        ("(?:за|вы)е(?:ш|…)л", {"заеш", "зае…", "выеш", "вые…"}),
        (r"\\bкв\\.?дом\\b", {"квдо", "кв.д"}),
    ],
)
def test_required(pattern: str, literals: set[str] | None) -> None:
    found = required(pattern.replace("\\\\", "\\"))
    assert (None if found is None else set(found)) == literals


_ATOMS = st.sampled_from(["а", "б", "в", "[аб]", "аб", "(а|бв)", "(аб)?", "в*", "б+", "(а|в)+", ".", "(?!аа)", "(ба|аб)", "а{2,}", "в{2}", "(аб)+", "(а|б)?", r"\b"])


@settings(max_examples=400, deadline=None)
@given(st.lists(_ATOMS, min_size=1, max_size=5).map("".join), st.text("абв", max_size=8))
def test_a_word_that_fits_has_a_literal(pattern: str, word: str) -> None:
    literals = required(pattern)
    if literals and regex.fullmatch(pattern, word):
        assert any(literal in word for literal in literals)


def test_letters_that_are_one_to_regex_are_one_when_folded() -> None:
    cased = "".join(sign for sign in map(chr, range(0x1F000)) if sign.lower() != sign or sign.upper() != sign)
    for letter in cased:
        alike = regex.findall(regex.escape(letter), cased, regex.IGNORECASE)
        assert {fold(one) for one in alike} == {fold(letter)}
