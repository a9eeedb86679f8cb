"""Clause 11: working days from submission to publication, around weekends and the holidays of Nauryz."""

from __future__ import annotations

from datetime import date

import pytest

from qazlint import Linter
from qazlint.calendar import working_days_between
from tests.site.pages import check, found, page

# 2026: Nauryz is 21-23 March, a Saturday to a Monday; Tuesday and Wednesday are off in place of the weekend.
CASES = [
    ("2026-03-16", "2026-03-18", (), ""),
    ("2026-03-16", "2026-03-17", (), "11.two-days"),
    ("2026-03-16", "2026-03-16", (), "11.two-days"),
    ("2026-03-18", "2026-03-16", (), "11.two-days"),
    ("2026-03-13", "2026-03-16", (), "11.two-days"),
    ("2026-03-13", "2026-03-17", (), ""),
    ("2026-03-20", "2026-03-26", (), "11.two-days"),
    ("2026-03-20", "2026-03-27", (), ""),
    ("2026-03-19", "2026-03-25", (), "11.two-days"),
    ("2026-03-16", "2026-03-18", ("graphics: true",), "11.graphics"),
    ("2026-03-16", "2026-03-19", ("graphics: true",), ""),
    ("2026-03-20", "2026-03-27", ("graphics: true",), "11.graphics"),
    ("2026-03-20", "2026-03-30", ("graphics: true",), ""),
    ("2026-03-16", "2026-03-18", ("graphics: false",), ""),
    ("2026-03-16", "2026-03-17", ("kind: procurement",), ""),
    ("2026-03-16", "2026-03-17", ("kind: procurement", "graphics: true"), ""),
    ("2026-03-20", "2026-03-25", ("kind: procurement",), "11.procurement"),
    ("2026-03-20", "2026-03-26", ("kind: procurement",), ""),
    ("2026-03-20", "2026-03-26", ("kind: [news, Procurement]",), ""),
    ("2026-03-17", "2026-03-19", ("kind: procurement", "announced: 2026-03-16"), ""),
    ("2026-03-18", "2026-03-19", ("kind: procurement", "announced: 2026-03-16"), "11.announced"),
    ("2026-03-18", "2026-03-20", ("announced: 2026-03-16",), ""),
    ("2026-03-16", "2026-03-17", ("lang: kk",), ""),
    ("16.03.2026", "2026-03-18 09:00", (), ""),
    ('"2026-03-16"', "17.03.2026", (), "11.two-days"),
    # A time with a zone is a day in Almaty: there it is the 18th already.
    ("2026-03-16", "2026-03-17T21:00:00Z", (), ""),
    ("2026-03-16", "2026-03-17T18:00:00Z", (), "11.two-days"),
    # Years that are mistyped, and the ends of time.
    ("0001-01-01", "9999-12-31", (), ""),
    ("9999-12-31", "9999-12-31", (), "11.two-days"),
    ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", (), ""),
]


@pytest.mark.parametrize(("submitted", "publish", "more", "rule"), CASES)
def test_working_days(linter: Linter, submitted: str, publish: str, more: tuple[str, ...], rule: str) -> None:
    report = check(linter, page(f"submitted: {submitted}", f"publish: {publish}", *more))
    assert [found_rule for found_rule, _ in found(report, "11")] == ([rule] if rule else [])


def test_the_finding_covers_both_dates_and_says_how_many_days_there_are(linter: Linter) -> None:
    report = check(linter, page("title: Наурыз", "publish: 2026-03-26", "tags: [праздник]", "submitted: 2026-03-20 # пт"))
    ((rule, passage),) = found(report, "11")
    assert (rule, passage) == ("11.two-days", "publish: 2026-03-26\ntags: [праздник]\nsubmitted: 2026-03-20")
    assert report.findings[-1].message("ru").endswith(": 1 < 2")
    assert report.findings[-1].severity == "error"


@pytest.mark.parametrize(
    ("lines", "passages"),
    [
        (("title: Наурыз",), ["---"]),
        ((), ["---"]),
        (("publish: 2026-03-26",), ["---"]),
        (("submitted:", "publish: 2026-03-26"), ["submitted:"]),
        (("submitted: вчера", "publish: [2026-03-26]"), ["submitted: вчера", "publish: [2026-03-26]"]),
        (("submitted: true", "publish: 20260326"), ["submitted: true", "publish: 20260326"]),
        (("submitted: {day: 2026-03-26}", 'publish: ""'), ["submitted: {day: 2026-03-26}", 'publish: ""']),
        (("submitted: >", "  вчера", "publish: 2026-03-26"), ["submitted"]),
        (("submitted: 31.02.2026", "publish: 2026-03-26"), ["submitted: 31.02.2026"]),
        (("submitted: 2026-02-31", "publish: 2026-03-26"), ["---"]),  # YAML cannot read the whole of it
    ],
)
def test_what_is_no_date_is_found_where_it_stands(linter: Linter, lines: tuple[str, ...], passages: list[str]) -> None:
    report = check(linter, page(*lines))
    assert found(report, "11") == [("11.dates", passage) for passage in passages]


def test_counting_ends_where_it_is_enough() -> None:
    assert working_days_between(date(1, 1, 1), date(9999, 12, 31), "KZ", 2) == 2
    assert working_days_between(date(2026, 3, 20), date(2026, 3, 26), "KZ") == 1
    assert working_days_between(date(2026, 3, 26), date(2026, 3, 20), "KZ") == 0
