"""Tokens: every kind by example, then what must hold for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.language.scanner import scan
from qazlint.language.token_patterns import KINDS, PATTERN


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in scan(text)]


ONE_TOKEN = {
    "word": [
        "жұмыс", "Әріптестер", "пресс-секретарь", "QazIndustry-дің", "КЦИЭ-нің", "млн-ға", "об'єкт", "l’été", "jumıs",
        "ñañ", "cafe\u0301", "пре\u200bмия", "пре\u00adмия", "B2", "B2B", "G20",
        "covid19", "1С", "2ГИС", "МиГ-29", "5G",
        "оператор3", "trainee_07", "да-да", "xyй", "жақсыыыыы", "а" * 150,
    ],
    "number": [
        "340", "9,6", "1.5", "1 200 000", "1\u00a0200\u00a0000", "1\u2009200\u2009000", "1,200,000", "100500", "12-15",
        "60–70", "1/4", "24/7", "3х6", "910101300001", "4400 0000 0000 0001", "4400-0000-0000-0001",
        "4400 **** **** 0001",
        "½",
    ],
    "percent": ["13,5%", "30 %", "10-20%", "%"],
    "currency": ["₸", "$", "€", "₽"],
    "url": [
        "www.qazindustry.gov.kz", "qazindustry.gov.kz", "site.kz/page?a=1", "https://t.me/abc", "http://пример.рф/путь",
        "пример.рф", "Site.KZ",
    ],
    "email": ["a.b@qazindustry.gov.kz", "hr+news@mail.example.com"],
    "handle": ["@qazindustry", "@aidana.kz", "@trainee_07", "@жұмыс"],
    "hashtag": ["#QazIndustry", "#Топ100", "#жұмыс_күні", "#2024жыл"],
    "phone": [
        "8 (7172) 00-00-21", "+7 701 000-00-67", "8-7172-00-00-21", "87010000000", "+77010000000", "8 775 000 00 00",
        "7172 00-00-45", "(7172) 00-00-45", "00-00-21", "200-00-21",
    ],
    "time": ["19:00", "6:15", "23:59:59"],
    "date": ["12.03.2024", "12/03/24", "2024-03-05", "1.1.25"],
    "mask": [
        "х*й", "п3дц", "бл@ть", "ё.б", "п..дец", "дол..еб", "x_y_й", "н.а.х.у.й", "е-б-а-т-ь", "д.бил", "п!здец", "х?й",
        "по%уй", "х#й", "пи***ц", "бл***", "х**", "*уй", "$ука", "3аебал", "6лядь", "уё60к", "х-й", "х&й",
    ],
    "abbreviation": ["т.е.", "т. е.", "т.д.", "млн.", "ул.", "тг.", "раб.", "вн.", "з/п", "т.р.", "көш."],
    "mark": ["!", "!!!", "...", "…", ")))", "«", "—", "№", "©"],
    "emoji": ["😀", "👨‍👩‍👧", "🇰🇿", "1️⃣", "❄️", "👍🏽", "☕"],
    "other": ["\u200b", "\x00", "\ud800", "\u0301", "\x1c"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in ONE_TOKEN.items() for text in texts])
def test_one_token(kind: str, text: str) -> None:
    assert kinds(text) == [(text, kind)]


def test_every_kind_has_examples() -> None:
    assert set(KINDS) == {*ONE_TOKEN, "suffix"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90%-ға", "90%|percent -ға|suffix"),
        ("«QazIndustry»-де", "«|mark QazIndustry|word »|mark -де|suffix"),
        ("5-го 13-ші 2030-шы", "5|number -го|suffix 13|number -ші|suffix 2030|number -шы|suffix"),
        ("10%-ын", "10%|percent -ын|suffix"),
        ("@qazindustry-дің", "@qazindustry|handle -дің|suffix"),
        ("hr@example.kz-ға", "hr@example.kz|email -ға|suffix"),
        ("25-летний 12-үй", "25|number -|mark летний|word 12|number -|mark үй|word"),
        ("500к 100тг 5мың", "500|number к|word 100|number тг|word 5|number мың|word"),
        ("$200", "$|currency 200|number"),
        ("200$", "200|number $|currency"),
        ("-31", "-|mark 31|number"),
        ("тел. 00-00-21", "тел.|abbreviation 00-00-21|phone"),
        ("вн. 118", "вн.|abbreviation 118|number"),
        ("qazindustry.gov.kz.", "qazindustry.gov.kz|url .|mark"),
        ("(https://t.me/abc).", "(|mark https://t.me/abc|url )|mark .|mark"),
        ("info@example.kzпоштасына", "info@example.kz|email поштасына|word"),
        ("екен.Отбасы", "екен|word .|mark Отбасы|word"),
        ("ну...ладно", "ну|word ...|mark ладно|word"),
        ("да!а", "да|word !|mark а|word"),
        ("поехал...потом", "поехал|word ...|mark потом|word"),
        ("А.С.Пушкин", "А|word .|mark С.|abbreviation Пушкин|word"),
        ("г.Алматы г.алматы", "г.|abbreviation Алматы|word г.|abbreviation алматы|word"),
        ("*много*", "*|mark много|word *|mark"),
        ("?!", "?|mark !|mark"),
        ("цена-200тг", "цена|word -|mark 200|number тг|word"),
        ("3:2", "3|number :|mark 2|number"),
        ("700 000 000 тг", "700 000 000|number тг|word"),
    ],
)
def test_neighbours(text: str, expected: str) -> None:
    assert " ".join(f"{token}|{kind}" for token, kind in kinds(text)) == expected


ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from("абвёғқіaAБ019 .,!?…-–—_*@#$%&/:;()«»\"'’\n\r\t😀🇰🏽"),
    st.sampled_from("\u00a0\u200b\u00ad\u0301\ufe0f\u20e3\u200d\ud800"),
)


@given(st.lists(ALPHABET, max_size=60).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_character_is_lost(text: str) -> None:
    end = 0
    for token in scan(text):
        assert token.start >= end
        assert token.end > token.start
        assert token.kind in KINDS
        assert not text[end : token.start].strip()
        end = token.end
    assert not text[end:].strip()


# Pieces that reach over spaces, or look as if they did.
PIECES = st.sampled_from(
    "и т. е. д п. кв. 5 12 000 1 8 (701) 123 45 67 + ( % тг. млн. да. слово, слово. «слово» из-за бл@ть х*й @ник #тег"
    " тел. 12-34-56 а/я 10:30 01.02.2024 QazIndustry-де 14-ші http://a.kz 😀 — ... !!! ( +7".split()
)


@given(st.lists(st.one_of(PIECES, ALPHABET), max_size=30), st.sampled_from([" ", "  ", "\n", " \t ", ""]))
@settings(max_examples=400, deadline=None)
def test_a_piece_is_cut_as_the_whole_text_would_be(pieces: list[str], space: str) -> None:
    text = space.join(pieces)
    assert scan(text) == [(*found.span(), found.lastgroup) for found in PATTERN.finditer(text)]


HOSTILE = [
    ".,!", "😀", "а", "1", "@", "#", "*", "-", "\u0301", "\u200b", "а.", "a-", "ab@", "a1", "1 ", "1-", "123 ", "http://",
    "а*", "а\u200b", "а'", "+7(", "😀\u200d", "a.b-", "(1", "дд.", "а__", "1.", "а😀", "т.", "0а", "%", "1%", "\ud800",
    "а!", "http://.", "www.", "8 ", "а@b.", "\u00ad", "7 (", "\t ", "а\t ", "5\t ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_runs_take_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    start = time.process_time()
    scan(text)
    assert time.process_time() - start < 20  # linear is half a second at most; quadratic would be minutes
