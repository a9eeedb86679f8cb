"""Endings after numbers, acronyms and Latin names, and words with a hyphen, by table."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import analyze
from tests.language.kazakh.test_readings import told


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


# form | its first reading | a feature
FOREIGN = """
АҚШ | ақш:PROPN | Case=Nom
АҚШ-пен | ақш?:PROPN | Case=Ins
АБ-ВГ-ге | аб-вг?:PROPN | Case=Dat
АБВГД | абвгд?:PROPN | Case=Nom
АБВГДЕ-ге | абвгде?:PROPN | Case=Dat
АБВГДЕге | абвгде?:PROPN | Case=Dat
БҰҰ-да | бұұ?:PROPN | Case=Loc
ҚМГ5-ке | қмг5?:NUM | Case=Dat
Samsung-ты | samsung?:PROPN | Case=Acc
iPhone-ға | iphone?:PROPN | Case=Dat
Q-ға | q?:PROPN | Case=Dat
Co.-ға | co.?:PROPN | Case=Dat
QazIndustry»-дің | qazindustry?:PROPN | Case=Gen
90% | 90?:NUM | Case=Nom
90%-ға | 90?:NUM | Case=Dat
90 %-ға | 90?:NUM | Case=Dat
3,5-тен | 3,5?:NUM | Case=Abl
12:30-да | 12:30?:NUM | Case=Loc
100-ші | 100?:NUM | NumType=Ord
100-інші | 100?:NUM | NumType=Ord
100-шы | 100?:NUM | NumType=Ord
№5-ке | №5?:NUM | Case=Dat
"""


@pytest.mark.parametrize(("form", "reading", "feature"), rows(FOREIGN))
def test_a_foreign_word_with_an_ending(form: str, reading: str, feature: str) -> None:
    found = analyze(form)
    name, _, value = feature.partition("=")
    assert told(found)[0] == reading
    assert found[0].feats[name] == value
    assert not any(a.derived for a in found)


def test_a_short_word_in_capitals_is_an_acronym() -> None:
    assert told(analyze("АБВГД")) == ["абвгд?:PROPN"]
    assert "абвгде?:NOUN" in told(analyze("АБВГДЕ"))


@pytest.mark.parametrize("form", ["samsung", "KPI", "Co.", "Q", "O’"])
def test_a_latin_word_without_an_ending_is_not_read(form: str) -> None:
    assert not any(a.pos == "PROPN" for a in analyze(form))


@pytest.mark.parametrize(("form", "number"), [("KPI-ға", 1), ("KPI-дай", 2), ("KPI-іміз", 2)])
def test_a_name_has_the_likeliest_two_readings(form: str, number: int) -> None:
    assert [a.lemma for a in analyze(form)] == ["kpi"] * number


def test_a_name_with_what_makes_another_word_is_not_read_as_itself() -> None:
    assert "ақш?:PROPN" not in told(analyze("АҚШ-тық"))


def test_a_name_has_no_ordinal() -> None:
    assert not any("NumType" in a.feats for a in analyze("Samsung-шы"))


# form | readings, in this order among others | readings that it has not
HYPHENS = """
келді-ау | келу:VERB | келді-ау?:NOUN
келісім-шартты | келісім-шарт:NOUN | келісім?:NOUN
дос-жаран | дос-жаран:NOUN | дос-жаран?:ADV
өрік-сілбе | өрік-сілбе?:NOUN өрік-сілбе?:ADV | өрік-сілбе:NOUN өрік-сілбе?:PROPN
кітап-дәптерге | кітап-дәптер:NOUN |
көше-тер | көше-тер:NOUN | көше?:NOUN
мырқаш-тер | мырқаш?:NOUN мырқаш-тер?:NOUN |
кітап-тық | | кітап?:NOUN
сырғыт-мырғыт | сырғыт-мырғыт?:NOUN сырғыт-мырғыт?:ADV |
мырқаш-кітапқа | мырқаш-кітап?:NOUN | мырқаш-кітап:NOUN
сырғыт-ты | сырғыт?:NOUN | сырғыт-ты?:NOUN
кітап-ты | кітап?:NOUN | кітап-ты?:NOUN
шарт-мен | шарт?:NOUN | шарт-мен:PRON
шарт-пен | шарт?:NOUN |
-ға | -ға?:NOUN |
келісім- | келісім-?:NOUN | келісім:NOUN
"""


@pytest.mark.parametrize(("form", "readings", "others"), rows(HYPHENS))
def test_a_hyphen(form: str, readings: str, others: str) -> None:
    found, wanted = told(analyze(form)), readings.split()
    assert [reading for reading in found if reading in wanted] == wanted, found
    assert set(others.split()).isdisjoint(found)
