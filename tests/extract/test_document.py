"""Extractors, and the way from a segment's characters back to the source's."""

from __future__ import annotations

import pytest

from qazlint.extract import EXTRACTORS, FORMATS, READERS, Document, Run, Segment, extract, format_of
from qazlint.source import Source
from qazlint.types import Span


def test_plain_text_is_one_segment_that_maps_to_itself() -> None:
    source = Source("post.txt", "Бір\r\nекі 😀")
    document = extract(source)
    assert document.text == source.text
    assert document.to_source(Span(2, 7)) == Span(2, 7)
    assert document.to_source(Span(0, len(source.text))) == Span(0, len(source.text))


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a", "-", "a.unknown", ".txt", "dir.txt/a"])
def test_unknown_names_are_plain_text(name: str) -> None:
    assert format_of(name) == "plain"


def test_the_tables_agree() -> None:
    assert set(FORMATS.values()) == set(EXTRACTORS) | set(READERS)
    assert list(FORMATS) == sorted(FORMATS)


# «a&laquo;b» stands from 10 on in the source, where the entity takes seven characters; then b.
REWRITTEN = Segment("a«b", (Run(0, 10, 1), Run(1, 11, 7), Run(2, 18, 1)))


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 1), (10, 11)), ((0, 2), (10, 18)), ((1, 2), (11, 18)), ((1, 3), (11, 19)), ((2, 3), (18, 19))],
)
def test_a_rewritten_character_maps_as_a_whole(span: tuple[int, int], expected: tuple[int, int]) -> None:
    assert REWRITTEN.to_source(Span(*span)) == Span(*expected)


def test_segments_are_paragraphs_of_their_own() -> None:
    document = Document(Source("-", ""), (REWRITTEN, Segment.contiguous("xyz", 30)))
    assert document.text == "a«b\n\nxyz"
    assert document.to_source(Span(5, 7)) == Span(30, 32)
    assert document.to_source(Span(1, 8)) == Span(11, 33)


def test_an_empty_source() -> None:
    document = extract(Source("-", ""))
    assert document.text == ""
    assert document.to_source(Span(0, 0)) == Span(0, 0)
