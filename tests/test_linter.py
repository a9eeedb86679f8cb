"""The library: the public contract."""

from __future__ import annotations

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
    with pytest.raises(FileNotFoundError):
        Linter(policy=tmp_path / "nowhere")


@pytest.mark.parametrize("processes", [1, 2])
def test_check_many_is_check(tmp_path: Path, processes: int) -> None:
    linter = Linter(write(tmp_path))
    texts = [f"Пост {number}: {'премия' if number % 3 else 'тишина'}" for number in range(900)]
    assert list(linter.check_many(iter(texts), processes=processes)) == [linter.check(text) for text in texts]


def test_the_same_text_gives_the_same_report(linter: Linter) -> None:
    assert linter.check(BAD * 3) == linter.check(BAD * 3)


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("абвҚәхуй *.,!«»😀\u0301\u200d")), max_size=150))
def test_spans_lie_on_any_text(linter: Linter, text: str) -> None:
    for finding in linter.check(text + " QazIndustry").findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text) + 12


@pytest.mark.parametrize("unit", ["сука такая ", "QazIndustry премия ", "а и ", "не ", "«", "х*й ", "мен ", "1 млн ", "@a ", "ә"])
def test_a_long_text_of_one_thing_is_checked(linter: Linter, unit: str) -> None:
    assert linter.check(unit * (20_000 // len(unit))).text
