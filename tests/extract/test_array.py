"""Archives of posts in a JSON array: what an item is, where it stands, and what is said of one that is no post."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qazlint.extract import Document, array, documents_in
from qazlint.source import Unreadable
from qazlint.types import Span


def read(text: str | bytes, name: str = "a.json", form: str | None = None, field: str = "text") -> list[Document | Unreadable]:  # fmt: skip
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return list(documents_in(io.BytesIO(data), name, form, field))


def said(text: str | bytes, form: str | None = None, field: str = "text") -> list[str]:
    """The text of each post; of what is none, the place and the reason."""
    return [
        f"{item.line} {item.reason} {item.detail}".rstrip() if isinstance(item, Unreadable) else item.text
        for item in read(text, form=form, field=field)
    ]


def test_texts_and_objects_are_posts_each_with_its_own_place() -> None:
    page = '\ufeff[\n  "раз",\n  {"id": 1,\n   "text": "д\\u0432а", "qazlint": {"approved": true}}, "три"\n]\n'
    one, two, three = read(page)
    assert isinstance(one, Document) and isinstance(two, Document) and isinstance(three, Document)  # noqa: PT018
    assert [one.text, two.text, three.text] == ["раз", "два", "три"]
    assert [found.source.place for found in (one, two, three)] == ["a.json:2:3", "a.json:3:3", "a.json:4:56"]
    span = two.to_source(Span(1, 2))
    assert two.source.text[span.start : span.end] == "\\u0432"
    assert two.source.position(span.start) == (4, 14)
    assert three.source.position(three.to_source(Span(0, 3)).start) == (4, 57)
    assert two.metadata.approved
    assert {found.format for found in (one, two, three)} == {"json"}


def test_the_first_text_of_a_file_without_line_ends() -> None:
    one, two = read('["раз","два"]')
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.source.place, two.source.place) == ("a.json:1:2", "a.json:1:8")
    assert not one.source.is_first


def test_a_field_inside_an_object() -> None:
    assert said('[{"text": "нет", "post": {"body": "да"}}]', field="post.body") == ["да"]
    assert said('[{"post": "да"}]', field="post.body") == ["1 no-field #1: post.body"]


def test_what_is_no_post_is_said_with_line_number_and_field_and_the_others_are_read() -> None:
    page = """["а",
    5, null,
    {"text": 7},
    {"body": "б"},
    {"text": "в" "г"},
    {"text":
     "д",}, "е\\x", [], true,
    "ж"]"""
    assert said(page) == [
        "а", "2 json-item #2", "2 json-item #3", "3 no-field #4: text", "4 no-field #5: text",
        "5 json-item #6: Expecting ',' delimiter, 18",
        "7 json-item #7: Expecting property name enclosed in double quotes, 10",
        "7 json-item #8: Invalid \\escape, 15", "7 json-item #9", "7 json-item #10", "ж",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("[]", []),
        (" [ ] ", []),
        ('["а",]', ["а", "1 json-item #2: Expecting value, 6"]),
        ('["а",,"б"]', ["а", "1 json-item #2: Expecting value, 6", "б"]),
        ('["а"', ["а", "1 json-array Expecting ']'"]),
        ('["а",\n', ["а", "2 json-array Expecting ']'"]),
        ('["а",\n"б', ["а", "2 json-item #2: Unterminated string starting at, 1", "2 json-array Expecting ']'"]),
        ('["а"}', ["а", "1 json-array Expecting ']'"]),
        ('["а"]\n["б"]', ["а", "2 json-array Extra data"]),
        ("[", ["1 json-array Expecting ']'"]),
    ],
)
def test_arrays_that_are_empty_or_broken(page: str, expected: list[str]) -> None:
    assert said(page) == expected


def test_one_object_with_a_text_is_a_post() -> None:
    (found,) = read('\n{"text": "\\u0434\\u0430", "qazlint": {"approved": true}}\n')
    assert isinstance(found, Document)
    assert (found.format, found.text) == ("json", "да")
    assert found.metadata.approved
    assert found.source.position(found.to_source(Span(0, 1)).start) == (2, 11)


@pytest.mark.parametrize("page", ['{"name": "qazlint", "private": true}', '{"text": 1}', "Просто текст.", "", '{"a"', "5"])
def test_other_json_is_plain_text_unless_an_archive_was_asked_for(page: str) -> None:
    (found,) = read(page)
    assert isinstance(found, Document)
    assert (found.format, found.text) == ("plain", page)
    (asked,) = read(page, form="json")
    assert isinstance(asked, Unreadable)
    assert asked.reason == ("no-field" if page.startswith("{") and page.endswith("}") else "json-array")


def test_numbers_keys_and_surrogates_that_are_unusual() -> None:
    assert said('[{"text": "а", "text": "б"}]') == ["б"]
    assert said('[{"text": "а", "n": 1e99999}, "\\ud800", "\\ud83d\\ude00"]') == ["а", "\ud800", "😀"]
    huge, other = said(f'[{{"text": "а", "n": {"9" * 5000}}}, "б"]')
    assert huge.startswith("1 json-item #1: Exceeds the limit")
    assert other == "б"


@pytest.mark.parametrize("inside", ["[" * 100_000 + "]" * 100_000, '{"a":' * 100_000 + "1" + "}" * 100_000])
def test_nesting_without_end_is_one_bad_item(inside: str) -> None:
    before, bad, after = said(f'["а", {inside}, "б"]')
    assert (before, after) == ("а", "б")
    assert bad.startswith("1 json-item #2")


def test_other_encodings_and_too_large_files() -> None:
    text = '["Сегодня хороший день, все пришли на работу"]'
    assert said(text.encode("utf-16")) == said(text.encode("cp1251")) == said(text)
    (found,) = array.read(io.BytesIO(text.encode()), "a.json", largest=10)
    assert isinstance(found, Unreadable)
    assert found.reason == "too-large"


def test_what_is_noted_of_the_file_is_noted_once() -> None:
    one, two = read('["Сегодня хороший день, все пришли на работу", "да"]'.encode("cp1251"))
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.source.notes, two.source.notes) == (("guessed-encoding",), ())


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
    max_leaves=5,
)
posts = st.one_of(values, st.fixed_dictionaries({"text": st.text()}, optional={"id": values, "a": values}))


@given(st.lists(posts), st.sampled_from([None, 0, 2]), st.booleans())
def test_every_post_of_an_array_is_read_and_its_place_is_the_file_s(found: list[object], indent: int | None, plain: bool) -> None:  # fmt: skip
    page = json.dumps(found, indent=indent, ensure_ascii=plain)
    lines = page.split("\n")
    texts = [post if isinstance(post, str) else post.get("text") if isinstance(post, dict) else None for post in found]
    items = read(page.encode())
    assert len(items) == len(texts)
    for item, text in zip(items, texts, strict=True):
        if isinstance(item, Unreadable):
            assert not isinstance(text, str)
            continue
        assert "".join(item.text.split()) == "".join(str(text).split())
        line, column = item.source.position(0)
        assert lines[line - 1][column - 1] == item.source.text[0]
        for at in range(len(item.text)):
            start, end = item.to_source(Span(at, at + 1))
            assert 0 <= start <= end <= len(item.source.text)


@given(
    st.lists(st.one_of(st.sampled_from([b'["', b'{"text": "', b'"}', b'",', b"\n", b"\\", b"\\u0", b"[", b"]", b"}", b"\xff"]), st.binary(max_size=3)))
)  # fmt: skip
def test_any_array_is_read(pieces: list[bytes]) -> None:
    for item in read(b"[" + b"".join(pieces)):
        assert isinstance(item, Document | Unreadable)
        if isinstance(item, Unreadable):
            assert item.message("kk")


@pytest.mark.parametrize(("unit", "number"), [('"а",', 20_001), ('{"text": ""},', 20_001), ("[", 2), ('"\\', 2), ('\\"', 2)])
def test_archives_of_many_items_and_of_many_beginnings(unit: str, number: int) -> None:
    """In time, too: none of them is looked through again for each item."""
    assert len(read("[" + unit * 20_000)) == number
