"""How long a pattern may take, by a clock that the test turns."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
import regex

from qazlint.match import patience
from qazlint.match.patience import Patience
from qazlint.policy.model import Rule
from qazlint.types import Span

RULE = cast(Rule, SimpleNamespace(id="1.r0"))


class Clock:
    """A pattern that takes as many seconds as it is told, and notes how many it was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *takes: float) -> None:
        self.now, self.takes, self.given = 100.0, list(takes), list[float]()
        monkeypatch.setattr(patience.time, "thread_time", lambda: self.now)
        monkeypatch.setattr(patience, "_compiled", lambda pattern: self)

    def finditer(self, text: str, timeout: float) -> list[regex.Match[str]]:
        self.given.append(round(timeout, 6))
        seconds = self.takes.pop(0)
        self.now += min(seconds, timeout)
        if seconds > timeout:
            raise TimeoutError
        return list(regex.finditer("в*", text))


@pytest.mark.parametrize(("length", "seconds"), [(0, 0.5), (1, 0.500002), (100_000, 0.7), (1_000_000, 2.5)])
def test_patience_grows_with_the_text(monkeypatch: pytest.MonkeyPatch, length: int, seconds: float) -> None:
    clock = Clock(monkeypatch, *[99.0] * 12)
    left = Patience("а" * length)
    for _ in range(12):
        assert left.spans(RULE, "") == []
    assert clock.given[:9] == [seconds] * 9
    assert len(clock.given) in (10, 11)  # ten times the time of one, as nearly as fractions of seconds allow
    assert left.lost == {"1.r0"}


def test_the_last_patterns_have_what_the_others_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, *[0.45] * 11, 0.04, 0.01, 0.0)
    left = Patience("ввав")
    for _ in range(14):
        assert left.spans(RULE, "") == [Span(0, 2), Span(3, 4)]  # and no empty matches
    assert clock.given == [0.500008] * 11 + [0.05008, 0.01008, 0.00008]
    assert left.lost == set()


def test_a_pattern_is_not_begun_with_no_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, *[0.5] * 10)
    left = Patience("")
    for _ in range(10):
        assert left.spans(RULE, "") == []
    assert left.lost == set()
    assert left.spans(RULE, "") == []
    assert (len(clock.given), left.lost) == (10, {"1.r0"})


def test_patterns_do_not_mind_capitals_and_are_compiled_once() -> None:
    assert Patience("Премия ПРЕМИЯ").spans(RULE, "премия") == [Span(0, 6), Span(7, 13)]
    assert patience._compiled("премия") is patience._compiled("премия")
