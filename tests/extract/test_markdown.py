"""Markdown and HTML: what is prose, and what becomes of links."""

from __future__ import annotations

import pytest

from qazlint.extract import Document, extract
from qazlint.source import Source
from qazlint.types import Span


def read(text: str, name: str = "a.md") -> Document:
    return extract(Source(name, text))


def texts(document: Document) -> list[str]:
    return [segment.text.strip() for segment in document.segments]


@pytest.mark.parametrize(
    ("page", "prose"),
    [
        ("# Заголовок #\nстрока\nвторая", ["Заголовок", "строка вторая"]),
        ("раз  \nдва\\\nтри", ["раз\nдва\nтри"]),
        ("- раз\n- два\n\n1. три", ["раз", "два", "три"]),
        ("| а | б |\n|---|---|\n| в | `г\\|д` |", ["а", "б", "в", "г|д"]),
        ("до\n\n    код\n\n```\nкод\n```\nпосле", ["до", "после"]),
        ("- до\n  ```\n  код\n  ```\n  после", ["до", "после"]),
        ("до `код` после", ["до код после"]),
        ("![вид *на* сад](sad.png 'Сад') и текст", ["и текст", "вид на сад", "Сад"]),
        ("<div title='а'>\nб\n</div>\n\n<!-- в -->\n", ["б", "а"]),
        ("**а**б_в &laquo;г&raquo; \\*д\\*", ["аб_в «г» *д*"]),
        ("текст[^1]\n\n[^1]: сноска", ["текст", "сноска"]),
        ("раз <script type=a>два</script>три <style>а</style>\n\nчетыре", ["раз три", "четыре"]),
        ("раз <script>два\n\nтри <scripted>да</scripted>", ["раз", "три", "да"]),
        ("***\n", []),
        ("", []),
    ],
)
def test_markdown(page: str, prose: list[str]) -> None:
    assert texts(read(page)) == prose
    assert texts(read(page.replace("\n", "\r\n"))) == prose


@pytest.mark.parametrize(
    ("page", "prose"),
    [
        ("<p>раз   два\n три</p>четыре", ["раз два три", "четыре"]),
        ("а<b>б</b> <i> в</i>", ["аб в"]),
        ("а<br>б<p>в<hr>г", ["а\nб", "в", "г"]),
        ("&laquo;а&raquo; &#1073; &#x432;&nbsp;AT&T &foo; &ampx", ["«а» б в\xa0AT&T &foo; &x"]),
        ("<pre>а\n  б</pre>", ["а\n  б"]),
        ("а<script>б</script><style>в</style><template>г<template>д</template>е</template>ж", ["аж"]),
        ("<img alt='а' src=б>в<a title=г>д</a>", ["вд", "а", "г"]),
        ("<title>а</title><meta name=description content='б'><meta name=author content='в'>", ["а", "б"]),
        ("<meta property='og:title' content=а><input placeholder='б'>", ["а", "б"]),
        ("а < б <!-- в --> <![г]> <?д?> </нет>", ["а < б"]),
        ("<p class='а>б' alt=в/>г", ["г", "в/"]),
        ("незакрытый <a href='тег", ["незакрытый <a href='тег"]),
    ],
)
def test_html(page: str, prose: list[str]) -> None:
    assert texts(read(page, "a.html")) == prose


@pytest.mark.parametrize(
    ("name", "page", "text", "literal"),
    [
        ("a.md", "Вот [наш сайт](https://x.kz/а), зайдите. Ещё.", "Вот наш сайт, зайдите https://x.kz/а. Ещё.", "https://x.kz/а"),
        ("a.md", "[Сайт](<https://x.kz> 'а')", "Сайт https://x.kz", "https://x.kz"),
        ("a.md", "[Сайт][1]\n\n[1]: https://x.kz", "Сайт https://x.kz", "][1]"),
        ("a.md", "<https://x.kz>", "https://x.kz", "https://x.kz"),
        ("a.html", '<a href="https://x.kz/?a&amp;b">Сайт</a> наш', "Сайт наш https://x.kz/?a&b", "https://x.kz/?a&amp;b"),
        ("a.html", "<a href=//x.kz>Сайт</a>", "Сайт x.kz", "//x.kz"),
        ("a.html", "<a href=mailto:a@x.kz?subject=да>Почта</a>", "Почта a@x.kz", "mailto:a@x.kz?subject=да"),
        ("a.html", '<a href="https://x.kz">https://x.kz</a>', "https://x.kz", "https://x.kz"),
    ],
)  # fmt: skip
def test_link_targets_stand_at_the_end_of_the_sentence(name: str, page: str, text: str, literal: str) -> None:
    document = read(page, name)
    assert document.segments[0].text == text
    target = next(word.strip(".,") for word in text.split() if "x.kz" in word)
    at = text.index(target)
    start, end = document.to_source(Span(at, at + len(target)))
    assert page[start:end] == literal


@pytest.mark.parametrize("target", ["/ru/news", "#раздел", "новости/премия.html", "javascript:alert(1)", "", "data:,а"])
def test_targets_without_a_host_are_not_seen(target: str) -> None:
    assert read(f"<a href='{target}'>Сайт</a>", "a.html").text == "Сайт"


def test_a_passage_across_a_link_covers_it() -> None:
    page = "Наш [сайт](https://x.kz) новый."
    document = read(page)
    start, end = document.to_source(Span(4, 14))
    assert page[start:end] == "сайт](https://x.kz) новый"
