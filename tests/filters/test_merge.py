"""Roles, duplicates and order of findings."""

from __future__ import annotations

from dataclasses import replace

from qazlint import Finding, Span, filters
from qazlint.policy.model import Examples, Rule
from qazlint.policy.problems import Place
from qazlint.types import DOUBTFUL

BASE = Rule("1.a", "1", "", "error", "high", {}, {}, frozenset(), (), (), (), (), Examples((), ()), Place("x", 1))
RULES = {
    rule.id: rule
    for rule in (
        BASE,
        replace(BASE, id="1.b", exempt=frozenset({"chief"})),
        replace(BASE, id="2.x.one", clause="2", part="x"),
        replace(BASE, id="2.y.one", clause="2", part="y"),
    )
}


def finding(rule: str, start: int, end: int, **other: object) -> Finding:
    return Finding(RULES[rule].clause, rule, str(other.pop("severity", "error")), Span(start, end), **other)  # type: ignore[arg-type]


def merged(*findings: Finding) -> list[tuple[str, Span]]:
    return [(f.rule_id, f.span) for f in filters.merge(findings, RULES)]


def test_a_rule_that_does_not_bind_the_role_is_left_out() -> None:
    both = [finding("1.a", 0, 1), finding("1.b", 2, 3)]
    assert [f.rule_id for f in filters.for_author(both, RULES, "chief")] == ["1.a"]
    assert [f.rule_id for f in filters.for_author(both, RULES, "clerk")] == ["1.a", "1.b"]


def test_what_the_rest_of_the_post_speaks_against_is_left_out() -> None:
    both = [finding("1.a", 0, 1, confidence=DOUBTFUL), finding("1.b", 0, 1, confidence="low")]
    assert list(filters.without_doubtful(both)) == both[1:]


def test_of_overlapping_findings_the_shortest_stays() -> None:
    assert merged(finding("1.a", 0, 20), finding("1.b", 5, 10)) == [("1.b", (5, 10))]


def test_the_gravest_and_surest_stays_however_long() -> None:
    assert merged(finding("1.a", 0, 20), finding("1.b", 5, 10, severity="note")) == [("1.a", (0, 20))]
    assert merged(finding("1.a", 0, 20), finding("1.b", 5, 10, confidence="low")) == [("1.a", (0, 20))]


def test_neighbours_stay_apart_and_in_order() -> None:
    assert merged(finding("1.b", 5, 10), finding("1.a", 0, 5)) == [("1.a", (0, 5)), ("1.b", (5, 10))]


def test_parts_of_a_clause_are_different_matters() -> None:
    assert len(merged(finding("2.x.one", 0, 5), finding("2.y.one", 0, 5))) == 2


def test_what_the_dropped_one_cites_is_kept() -> None:
    (kept,) = filters.merge(
        [finding("1.a", 0, 9, cites=("7",), related=(Span(30, 31),)), finding("1.b", 0, 5, cites=("8",))], RULES
    )
    assert set(kept.cites) == {"7", "8"}
    assert kept.related == (Span(30, 31),)
