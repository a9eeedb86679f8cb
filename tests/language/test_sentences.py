"""Sentence ends by example; `|` stands where a sentence ends, `¶` where a paragraph does."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.language.scanner import scan
from qazlint.language.sentences import LONGEST, split

CASES = [
    "Закрыли год.| Устали!| А вы?| Ага…| Вот",
    "устала.| шеф опять ушёл!| всё",
    "ну...| ладно, я пошла",  # typed without capitals
    "Ну... ладно, я пошла",
    "Купила тортов, фруктов и т.д.| Потом пришли гости.",
    "Ушло 5 млн.| Потом ещё 6 тыс. тенге.| На ул. Абая, т.е. рядом.",
    "Живу в г. Алматы давно.| Тел. 00-00-21, вн. 5.",
    "А. С. Пушкин написал.| А.С.Пушкин тоже.| Пришёл М. Ауэзов, рост 2 м.| Встал.",
    "«Где?» спросил он.| «Иду!» — сказал я.| Она сказала: «Ушла».| Всё.",
    "(Ужас!) вот.| (Правда.)| Вот.",
    "Привет 😀| Это я))) а там)| Вот 🙈 ага)| Да!))| Нет",
    "Цена 1.5 млн, курс 9,6.| Рост 13,5%.| Ок",
    "Список:\n|1. один\n|2. Два\n|- три\n|• четыре",
    "1. Нарықты зерттеу.| 2. Баға қою.| 3. Қаптама",
    "Бір.\n\n¶Екі.| Үш\r\n\r\n¶Төрт",
    "Бір\n¶\u2800\n|Екі",
    "Эта строка длиннее шестидесяти знаков, её разбила программа при\nпереносе.| Да.",
    "Короткая строка\n|ещё строка",
    "екен.|Отбасымызға рахмет.|енді кеттік",
    "Бүгін жиналыс болды.| Бастық келмеді!| Біз кеттік…| Жарайды.",
    "«QazIndustry»-де жұмыс істеймін.| Керемет",
    "Пишите на a.b@example.kz.| Сайт www.example.kz.| Всё",
    "стр.5 и п.7 договора",
    "Сказал (тихо) и ушёл.| Да",
]


def marked(text: str) -> list[str]:
    """The sentences, with a mark on those that begin a paragraph."""
    tokens = scan(text)
    sentences, paragraph = [], 0
    for first, last, number in split(text, tokens):
        sentences.append("¶" * (number - paragraph) + text[tokens[first].start : tokens[last - 1].end])
        paragraph = number
    return sentences


@pytest.mark.parametrize("case", CASES)
def test_ends(case: str) -> None:
    assert marked(case.replace("|", "").replace("¶", "")) == [
        sentence.strip() for sentence in case.replace("¶", "|¶").split("|")
    ]


@given(st.text(alphabet=st.sampled_from("аБі. ,!?…)(«»\"-—\n\r\u2800😀1\u200b\ud800"), max_size=80))
@settings(max_examples=400, deadline=None)
def test_sentences_cover_all_tokens_in_order(text: str) -> None:
    tokens = scan(text)
    sentences = split(text, tokens)
    assert [i for first, last, _ in sentences for i in range(first, last)] == list(range(len(tokens)))
    paragraphs = [paragraph for _, _, paragraph in sentences]
    assert paragraphs == sorted(paragraphs)


def test_long_sentences_are_cut() -> None:
    text = "сөз " * (LONGEST * 2 + 5)
    assert [last - first for first, last, _ in split(text, scan(text))] == [LONGEST, LONGEST, 5]


def test_nothing() -> None:
    assert split("", []) == []
    assert split(" \n ", scan(" \n ")) == []


@pytest.mark.parametrize("unit", [".,!", "😀", "а. ", ".\n", ")(", ") ", "(а", "«.» ", "а\n", ".. ! ", "а\n\u2800\n"])
def test_hostile_runs_take_linear_time(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    tokens = scan(text)
    start = time.perf_counter()
    split(text, tokens)
    assert time.perf_counter() - start < 3
