"""What a field of a page says: as a value, as texts, as a date."""

from __future__ import annotations

from datetime import date

import pytest

from qazlint.match.page import Page, fits, to_date
from qazlint.policy.checks import Fact
from tests.site.pages import page


def said(*lines: str) -> Page:
    return Page(page(*lines), None)


@pytest.mark.parametrize(
    ("line", "value", "texts"),
    [
        ("a: Новость", "Новость", ["Новость"]),
        ("a: ' Новость '", " Новость ", ["Новость"]),
        ("a: ''", None, []),
        ("a: '  '", None, []),
        ("a:", None, []),
        ("a: []", None, []),
        ("a: {}", None, []),
        ("a: 0", 0, ["0"]),
        ("a: false", False, ["false"]),
        ("a: true", True, ["true"]),
        ("a: Да ДА", "Да ДА", ["Да ДА"]),
        ("a: 2026-03-18", date(2026, 3, 18), ["2026-03-18"]),
        ("a: [один, Два]", ["один", "Два"], ["один", "Два"]),
        ("a: [один, [два], {б: в}, null]", ["один", ["два"], {"б": "в"}, None], ["один"]),
        ("a: {б: в}", {"б": "в"}, []),
        ("b: один", None, []),
    ],
)
def test_a_field(line: str, value: object, texts: list[str]) -> None:
    assert said(line).value("a") == value
    assert said(line).texts("a") == texts


def test_a_number_of_thousands_of_digits_is_no_text() -> None:
    found = said("a: 1")
    assert isinstance(found.document.metadata.fields, dict)
    found.document.metadata.fields["a"] = 10**5000
    assert found.texts("a") == [""]


def test_a_dot_leads_into_a_mapping() -> None:
    found = said("a: {b: {c: один}, d: ''}", "e: текст")
    assert [found.value(field) for field in ("a.b.c", "a.b", "a.d", "a.x", "e.x", "a.b.c.d")] == ["один", {"c": "один"}, None, None, None, None]


def test_a_field_has_a_place_and_what_is_not_there_the_first_line() -> None:
    found = said("a: один", "b: два")
    text = found.document.source.text
    assert [text[slice(*found.span(field))] for field in ("a", "b", "c")] == ["a: один", "b: два", "---"]


@pytest.mark.parametrize(
    ("text", "value", "fit"),
    [
        ("Новость", "новость", True),
        ("новость", "нов", False),
        ("Приказ", "/при.*/", True),
        ("приказ", "/при/", False),
        ("при\nказ", "/при.каз/", True),
        ("/при/", "при", False),
    ],
)
def test_fits(text: str, value: str, fit: bool) -> None:
    assert fits(text, value) == fit


@pytest.mark.parametrize(
    ("line", "negated", "holds"),
    [("a: один", False, True), ("a: ОДИН", False, True), ("a: [x, два]", False, True), ("a: три", False, False),
     ("b: один", False, False), ("a: один", True, False), ("a: три", True, True), ("b: один", True, True)],
)  # fmt: skip
def test_a_circumstance(line: str, negated: bool, holds: bool) -> None:
    assert said(line).has(Fact("a", negated, ("один", "два"))) == holds


@pytest.mark.parametrize(
    ("value", "zone", "day"),
    [
        (date(2026, 3, 18), "", date(2026, 3, 18)),
        ("2026-03-18", "", date(2026, 3, 18)),
        (" 18.03.2026 ", "", date(2026, 3, 18)),
        ("2026-03-18T10:00", "Asia/Almaty", date(2026, 3, 18)),
        ("2026-03-18T23:00+00:00", "Asia/Almaty", date(2026, 3, 19)),
        ("2026-03-18T23:00", "Asia/Almaty", date(2026, 3, 18)),
        ("2026-03-18T23:00+00:00", "", date(2026, 3, 18)),
        ("0001-01-01T00:00+14:00", "America/Adak", date(1, 1, 1)),
        ("18 марта", "", None),
        ("", "", None),
        (None, "", None),
        (20260318, "", None),
        (["2026-03-18"], "", None),
    ],
)
def test_dates(value: object, zone: str, day: date | None) -> None:
    assert to_date(value, zone) == day
