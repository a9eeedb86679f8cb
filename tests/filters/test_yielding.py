"""Rules that give way to a graver reading of their sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qazlint import Finding, Linter, Span, filters
from qazlint.language.pipeline import analyse
from qazlint.policy.model import Yields
from tests.filters.test_merge import BASE

RULES = {
    rule.id: rule
    for rule in (
        replace(BASE, yields=Yields(frozenset({"2", "3.x"}), frozenset({"4"}))),
        replace(BASE, id="2.a", clause="2", yields=Yields(frozenset({"1"}), frozenset())),
        replace(BASE, id="3.x.a", clause="3", part="x"),
        replace(BASE, id="3.y.a", clause="3", part="y"),
        replace(BASE, id="4.a", clause="4"),
    )
}
TEXT = "Мы провели форум. Вечером дождь. Утром снег."
SENTENCES = analyse(TEXT)
FIRST, SECOND = Span(3, 10), Span(18, 25)


def finding(rule: str, span: Span) -> Finding:
    return Finding(RULES[rule].clause, rule, "error", span)


def left(*findings: Finding) -> list[tuple[str, Span]]:
    return [(f.rule_id, f.span) for f in filters.give_way(findings, RULES, SENTENCES)]


def test_it_yields_in_the_same_sentence_only() -> None:
    assert left(finding("1.a", FIRST), finding("3.x.a", Span(11, 16))) == [("3.x.a", Span(11, 16))]
    assert len(left(finding("1.a", FIRST), finding("3.x.a", SECOND))) == 2


def test_it_yields_to_the_part_named_and_to_no_other() -> None:
    assert len(left(finding("1.a", FIRST), finding("3.y.a", FIRST))) == 2


def test_it_yields_in_the_whole_post_where_it_is_to() -> None:
    assert left(finding("1.a", FIRST), finding("4.a", SECOND)) == [("4.a", SECOND)]


def test_a_post_ends_after_ten_sentences() -> None:
    text = "Мы провели форум. " + "Вечером дождь. " * 10
    last = Span(len(text) - 8, len(text) - 3)
    for sentences, kept in ((analyse(text), 1), (analyse("Утром снег. " + text), 1), (analyse(text + text), 1)):
        assert len(filters.give_way([finding("1.a", FIRST), finding("4.a", last)], RULES, sentences)) == kept
    far = Span(last.start + 30, last.end + 30)
    assert len(filters.give_way([finding("1.a", FIRST), finding("4.a", far)], RULES, analyse(text + text))) == 2


def test_two_that_yield_to_each_other_both_stay() -> None:
    assert left(finding("1.a", FIRST), finding("2.a", FIRST)) == [("1.a", FIRST), ("2.a", FIRST)]


@given(st.lists(st.tuples(st.sampled_from(sorted(RULES)), st.sampled_from([FIRST, SECOND, Span(33, 38)])), max_size=8))
def test_the_order_of_the_findings_means_nothing(found: list[tuple[str, Span]]) -> None:
    findings = [finding(*item) for item in found]
    assert sorted(left(*findings)) == sorted(left(*reversed(findings)))


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Провели форум машиностроителей. QazIndustry", {"21"}),
        ("Провели форум машиностроителей, а победителя конкурса выбрали заранее за откат. QazIndustry", {"24"}),
        ("Провели форум машиностроителей. А победителя конкурса выбрали заранее за откат. QazIndustry", {"24"}),
        ("Вчера QazIndustry провёл форум машиностроителей. Оклад у нас 280 тысяч.", {"19", "21"}),
    ],
)
def test_a_report_of_work_yields_to_an_accusation(linter: Linter, text: str, clauses: set[str]) -> None:
    assert {found.clause for found in linter.check(text).findings} == clauses


def test_what_does_not_bind_the_author_makes_nothing_yield(linter: Linter) -> None:
    text = "Как представитель QazIndustry скажу: вчера провели форум машиностроителей."
    assert {found.clause for found in linter.check(text).findings} == {"20"}
    assert {found.clause for found in linter.check(text, author="management").findings} == {"21"}
