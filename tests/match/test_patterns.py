"""Which patterns a word fits, found by letters that it must have."""

from __future__ import annotations

import pytest

from qazlint.match import patterns as module
from qazlint.match.patterns import Patterns
from qazlint.policy.literals import required
from qazlint.policy.program import Spec


def patterns(*texts: str) -> Patterns:
    return Patterns(
        (text, tuple(sorted(required(text) or ())), Spec(number, "any", (), False)) for number, text in enumerate(texts)
    )


def fitting(table: Patterns, form: str) -> list[int]:
    return sorted(spec.key for spec in table.specs(form))


@pytest.mark.parametrize(
    ("texts", "form", "fits"),
    [
        (("корруп.*", "взят.*"), "коррупция", [0]),
        (("корруп.*", "взят.*"), "взятка", [1]),
        (("корруп.*", "взят.*"), "откат", []),
        (("корруп.*", "корр.*", ".*упция"), "коррупция", [0, 1, 2]),
        (("аб.*", "аб.*"), "абв", [0, 1]),  # one pattern of two terms
        (("аб.*", "вг.*", "аб.*"), "абв", [0, 2]),
        (("аб.*", "аб.*", "вг.*"), "вгд", [2]),
        (("(аб|вг).*",), "вгд", [0]),
        (("(аб|вг).*",), "абвг", [0]),
        ((".*", "а+"), "ааа", [0, 1]),  # no letters that it must have in a row: always tried
        (("[а-я]{3}",), "абв", [0]),
        (("[а-я]{3}",), "абвг", []),  # the whole word
        (("аб",), "аб", [0]),
        (("аб",), "вабг", []),
        ((".*аб",), "вгаб", [0]),
        ((".*абвг",), "абвг", [0]),
        ((".*абвгд.*",), "ежабвгдз", [0]),
        ((".*аб.*",), "а", []),
        ((".*аб.*",), "", []),
    ],
)
def test_fitting(texts: tuple[str, ...], form: str, fits: list[int]) -> None:
    assert fitting(patterns(*texts), form) == fits


def test_patterns_whose_letters_a_word_lacks_are_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compiled = module._compiled
    monkeypatch.setattr(module, "_compiled", lambda pattern: asked.append(pattern) or compiled(pattern))
    table = patterns("корруп.*", "взят.*", "[а-я]+")
    assert fitting(table, "взятка") == [1, 2]
    assert asked == ["[а-я]+", "взят.*"]


ENDLESS = "(?:[а-д]|[а-е])+я"


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TIMEOUT", 0.02)
    table = patterns(ENDLESS, "[а-я]+")
    assert fitting(table, "абвгд" * 19 + "зя") == [1]
    assert table.given_up == {ENDLESS}
    assert fitting(table, "абя") == [1]  # not tried again, even on what would be quick


def test_time_is_not_watched_on_a_short_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TIMEOUT", 1e-9)
    table = patterns(ENDLESS)
    assert fitting(table, "абвгд" * 2 + "я") == [0]
    assert fitting(table, "абвгдабвгдая") == [0]  # twelve letters
    assert fitting(table, "абвгд" * 19 + "зя") == []
    assert table.given_up == {ENDLESS}
