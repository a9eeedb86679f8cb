"""Extractors, and the way from a segment's characters back to the source's."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qazlint.cli.check import INPUTS
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
    assert set(FORMATS.values()) == set(EXTRACTORS) | set(READERS) == set(INPUTS)
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


def test_a_segment_inside_a_segment() -> None:
    outer = Segment("> а&б", (Run(0, 100, 2), Run(2, 110, 1), Run(3, 111, 5), Run(4, 116, 1)))
    inner = Segment("а&б", (Run(0, 2, 3),))
    through = inner.through(outer)
    assert [through.to_source(Span(at, at + 1)) for at in range(3)] == [Span(110, 111), Span(111, 116), Span(116, 117)]
    assert Segment("x", (Run(0, 2, 2),)).through(outer).to_source(Span(0, 1)) == Span(110, 116)


def test_a_span_over_pieces_out_of_order_covers_them() -> None:
    segment = Segment("abcd", (Run(0, 10, 2), Run(2, 5, 2)))
    assert segment.to_source(Span(1, 3)) == Span(5, 12)


def test_plain_text_needs_no_parser() -> None:
    code = (
        "import sys; from qazlint.extract import extract; from qazlint.source import Source;"
        "extract(Source('post.txt', 'a')); print([m for m in ('pyromark', 'html.parser', 'yaml') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"
