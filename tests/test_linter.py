"""The library: the public contract."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Finding, Linter, Report, Span
from tests.policy.small import RULE, write

BAD = "Пишу от имени QazIndustry: мы против новой пошлины."


def test_a_report(linter: Linter) -> None:
    report = linter.check(BAD, author="employee")
    assert isinstance(report, Report)
    assert report.verdict == "stop"
    finding = report.findings[0]
    assert isinstance(finding, Finding)
    assert (finding.clause, finding.severity) == ("20", "error")
    assert isinstance(finding.span, Span)
    assert BAD[finding.span.start : finding.span.end].startswith("от имени")
    assert all(finding.message(lang) and finding.advice(lang) for lang in ("ru", "kk", "en"))
    assert "29" in finding.cites


def test_a_passage_that_two_conditions_ask_for_is_related_once(tmp_path: Path) -> None:
    rule = RULE.replace("rules:", "with: {post: ['@employer'], sentence: ['ромашка']}\nrules:").replace("вот [[", "вот в «Ромашке» [[")
    (finding,) = Linter(write(tmp_path, rule=rule)).check("Вот в «Ромашке» премия").findings
    assert finding.related == (Span(7, 14),)


def test_roles(linter: Linter) -> None:
    assert "20" not in {f.clause for f in linter.check(BAD, author="management").findings}
    assert "20" not in {f.clause for f in linter.check(BAD, author="official").findings}
    with pytest.raises(ValueError, match="unknown author role 'boss'"):
        linter.check(BAD, author="boss")


def test_a_text_without_words(linter: Linter) -> None:
    for text in ("", " \n", "!!!", "👍🏽"):
        assert linter.check(text).findings == ()


def test_a_policy_by_path(tmp_path: Path) -> None:
    assert Linter(policy=write(tmp_path)).check("премия").findings
    with pytest.raises(FileNotFoundError, match=r"there is no policy «.*nowhere»: give a folder, or one of .*qazindustry") as told:
        Linter(policy=tmp_path / "nowhere")
    assert str(pickle.loads(pickle.dumps(told.value))) == str(told.value)


@pytest.mark.parametrize("processes", [1, 2])
def test_check_many_is_check(tmp_path: Path, processes: int) -> None:
    linter = Linter(write(tmp_path))
    texts = [f"Пост {number}: {'премия' if number % 3 else 'тишина'}" for number in range(900)]
    assert list(linter.check_many(iter(texts), processes=processes)) == [linter.check(text) for text in texts]


def test_the_same_text_gives_the_same_report(linter: Linter) -> None:
    assert linter.check(BAD * 3) == linter.check(BAD * 3)


# Letters and marks that texts are disguised with, by accident or on purpose: lone surrogates, combining and bidirectional
# marks, nothing wide, emoji in several code points, words that rules mind.
PIECES = (
    "\ud800", "\udfff", "\ud83d", "\u0301", "\u0306", "\u20dd", "\u200b", "\u200d", "\u200e", "\u202e", "\u2066", "\u2069", "\u00ad",
    "\ufeff", "\ufe0f", "\u034f", "\0", "\r", "\n", "\r\n", "\u2028", "\x85", "\t", "\xa0", "👍🏽", "👨‍👩‍👧", "🇰🇿", "İ", "ß", "ﬁ", "й", "и\u0306",
    "QazIndustry", "премия", "сука", "с у к а", "х*й", "бл", "жалақы", "мы ", "не ", "12 млн тг", "+7 701 000 00 00", "@a", "#б", "https://x.kz/",
    "a@b.kz", "«", "»", "(", ".", "…", "!", "?", ",", "-", "—", " ", "\u0660", "½", "x" * 120,
)  # fmt: skip
any_text = st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(), max_size=4)), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=any_text, other=any_text)
def test_any_text_is_checked_in_one_way(linter: Linter, text: str, other: str) -> None:
    report = linter.check(text)
    assert report.text == text
    spans = [span for finding in report.findings for span in (finding.span, *finding.related)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [*report.findings] == sorted(report.findings, key=lambda finding: finding.span)
    linter.check(other)
    assert linter.check(text) == report


@settings(max_examples=30, deadline=None)
@given(st.lists(any_text, max_size=5))
def test_many_texts_are_checked_as_one(linter: Linter, texts: list[str]) -> None:
    assert [*linter.check_many(texts)] == [linter.check(text) for text in texts]


@settings(max_examples=60, deadline=None)
@given(any_text)
def test_what_stands_before_a_passage_does_not_hide_it(linter: Linter, text: str) -> None:
    """The passage is a paragraph of its own."""
    whole = f"{text}\n\n{BAD}"
    at = len(whole) - len(BAD)
    assert any(finding.clause == "20" and finding.span.end > at for finding in linter.check(whole).findings)


def test_other_processes_read_any_text_as_well(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path))
    texts = [f"{piece} премия {piece}" for piece in PIECES]
    assert list(linter.check_many(texts, processes=2)) == [linter.check(text) for text in texts]


@pytest.mark.parametrize("unit", ["сука такая ", "QazIndustry премия ", "а и ", "не ", "«", "х*й ", "мен ", "1 млн ", "@a ", "ә"])
def test_a_long_text_of_one_thing_is_checked(linter: Linter, unit: str) -> None:
    assert linter.check(unit * (20_000 // len(unit))).text
