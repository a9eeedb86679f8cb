"""Front matter: its prose, and what it says of the document."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from qazlint.extract import Document, extract
from qazlint.extract.front import LONGEST
from qazlint.source import Source
from qazlint.types import Span

YAML = """---
title: Зима в городе
description: >
  Снег и
  лёд
tags: [зима, 'д''арк', "\\u043b\\u0451\\u0434"]
layout: post
summary: {ru: по-русски, kk: "қазақша"}
---
Текст
"""
TOML = '''+++
title = "Зима в городе" # не "заголовок"
layout = "post"
tags = [
  'зима', # "лето"
  "л\\u0451д",
]
[extra]
description = """
Снег и
лёд"""
+++
Текст
'''


def read(text: str, name: str = "a.md") -> Document:
    return extract(Source(name, text))


def literal(document: Document, number: int) -> str:
    segment = document.segments[number]
    start, end = segment.to_source(Span(0, len(segment.text.rstrip())))
    return document.source.text[start:end]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_yaml(name: str) -> None:
    document = read(YAML, name)
    texts = [segment.text.strip() for segment in document.segments]
    assert texts == ["Зима в городе", "Снег и лёд", "зима", "д'арк", "лёд", "по-русски", "қазақша", "Текст"]
    assert literal(document, 1) == "Снег и\n  лёд"
    assert literal(document, 3) == "д''арк"
    assert literal(document, 4) == "\\u043b\\u0451\\u0434"
    assert document.metadata.fields["layout"] == "post"


def test_toml() -> None:
    document = read(TOML)
    texts = [segment.text.strip() for segment in document.segments]
    assert texts == ["Зима в городе", "зима", "лёд", "Снег и\nлёд", "Текст"]
    assert literal(document, 2) == "л\\u0451д"
    assert document.metadata.fields["layout"] == "post"


@pytest.mark.parametrize(
    "page",
    ["---\nпросто текст\n---\nещё", "---\n- список\n---\n", "---\n\n---\n", "---\nбез конца", "+++\nбез конца", "----\na: b\n---\n"],
)  # fmt: skip
def test_what_only_looks_like_front_matter_is_read_as_text(page: str) -> None:
    document = read(page)
    assert not document.metadata.fields
    for word in ("текст", "список", "конца"):
        assert (word in document.text) == (word in page)


@pytest.mark.parametrize(
    "page", ["---\ntitle: [премия\n---\n", "+++\ntitle = премия\n+++\n", "---\na: 2026-99-99\n# премия\n---\n"]
)
def test_broken_front_matter_is_said_and_read_as_text(page: str) -> None:
    document = read(page)
    assert "премия" in document.text
    (problem,) = document.metadata.problems
    assert problem.kind == "front-matter"
    assert problem.text("ru").startswith("шапка документа не читается: ")
    assert "unicode string" not in problem.text("en")


def test_the_place_of_what_yaml_does_not_read_is_told() -> None:
    page = "---\nauthor: me\ntitle: премия: оклад\n---\n"
    (problem,) = read(page).metadata.problems
    assert page[problem.span.start :].startswith(": оклад")
    assert problem.text("en") == "the front matter cannot be read: mapping values are not allowed here"


@pytest.mark.parametrize(
    ("matter", "named"),
    [
        ("title: а\nlang: ru\ntitle: б", ["title"]),
        ("qazlint: {author: official, author: employee}", ["qazlint.author"]),
        ("qazlint: {author: official}\nqazlint: {author: employee}", ["qazlint"]),
        ("a: 1\na: 2\na: 3", ["a", "a"]),
        ("list: [{b: 1, c: 2, b: 3}]", ["list.b"]),
        ("one: &x {b: 1, b: 2}\ntwo: *x", ["one.b"]),
    ],
)
def test_a_key_that_is_repeated_is_said_where_it_is(matter: str, named: list[str]) -> None:
    page = f"---\n{matter}\n---\nтекст\n"
    problems = read(page).metadata.problems
    assert [problem.text("en") for problem in problems] == [
        f"{name}: the field stands here twice, the last one counts" for name in named
    ]
    for problem, name in zip(problems, named, strict=True):
        last = name.rpartition(".")[2]
        assert page[slice(*problem.span)] == last
        assert page[: problem.span.start].count(f"{last}:") >= 1


@pytest.mark.parametrize("matter", ["a: {b: 1}\nc: {b: 2}", "a: [{b: 1}, {b: 2}]", "a: 1\n'A': 2", "1: a\n'1': b", "a: &x {b: 1}\nc: {<<: *x, b: 2}"])
def test_keys_of_different_mappings_and_different_keys_are_no_repeats(matter: str) -> None:
    assert read(f"---\n{matter}\n---\nтекст\n").metadata.problems == ()


def test_of_repeated_fields_the_last_counts_with_the_places_of_its_rules() -> None:
    page = "---\nqazlint: {disable: [19]}\nqazlint: {disable: [20, 23]}\n---\nтекст\n"
    assert [(found.name, page[slice(*found.span)]) for found in read(page).metadata.disabled] == [("20", "20"), ("23", "23")]


def test_very_long_front_matter_is_text() -> None:
    assert "премия" in read(f"---\na: премия {'я ' * LONGEST}\n---\n").text


def test_metadata() -> None:
    metadata = read("---\nqazlint: {author: official, approved: true, publish: 2026-03-02 10:00}\n---\n").metadata
    assert (metadata.author, metadata.approved, metadata.publish) == ("official", True, datetime(2026, 3, 2, 10))
    assert metadata.problems == ()
    metadata = read("+++\n[qazlint]\npublish = 2026-03-02\n+++\n").metadata
    assert (metadata.author, metadata.approved, metadata.publish) == ("", None, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("да", "qazlint: fields were expected here: author, approved, publish, disable"),
        ("{autor: a}", "qazlint.autor: no such field, there are author, approved, publish, disable"),
        ("{author: 5}", "qazlint.author: the author's role was expected here"),
        ("{approved: maybe}", "qazlint.approved: true or false was expected here"),
        ("{publish: завтра}", "qazlint.publish: a date and time was expected here, such as 2026-03-02 10:00"),
        ("{disable: 19}", "qazlint.disable: a list of rules or clauses was expected here"),
        ("{disable: [3.14]}", "qazlint.disable: the name of a rule or a clause was expected here, in quotes"),
        ("{disable: [{rul: a}]}", "qazlint.disable.rul: no such field, there are rule, reason"),
        ("{disable: [{rule: a, reason: 5}]}", "qazlint.disable: the reason has to be a text"),
    ],
)
def test_unusable_metadata_is_a_problem(value: str, problem: str) -> None:
    page = f"---\nqazlint: {value}\n---\n"
    (found,) = read(page).metadata.problems
    assert found.text("en") == problem
    assert page[slice(*found.span)] in page.splitlines()[1]
    assert page[slice(*found.span)]
