"""Offsets and the editor's positions: there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from qazlint.lsp.positions import Positions
from qazlint.source import Source
from qazlint.types import Span

texts = st.text(st.one_of(st.sampled_from("a\n\r\u2028\x85\ud800é👍🏽я"), st.characters()), max_size=30)
UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@pytest.mark.parametrize("encoding", UNITS)
@given(text=texts, data=st.data())
def test_there_and_back(encoding: str, text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    positions = Positions(Source("a", text), encoding)
    place = positions.position(offset)
    before = text[:offset]
    inside_crlf = before.endswith("\r") and text.startswith("\n", offset)
    assert positions.offset(place) == (offset - 1 if inside_crlf else offset)
    line = before.replace("\r\n", "\n").replace("\r", "\n") if not inside_crlf else before[:-1].replace("\r\n", "\n").replace("\r", "\n") + "\r"
    assert place.line == line.count("\n")
    written = line.rpartition("\n")[2].encode("utf-16-le" if encoding == "utf-16" else f"{encoding}{'-le' * (encoding != 'utf-8')}", "surrogatepass")
    assert place.character == len(written) // UNITS[encoding]


@given(text=texts, line=st.integers(0, 99), character=st.integers(0, 99))
def test_any_place_is_somewhere(text: str, line: int, character: int) -> None:
    assert 0 <= Positions(Source("a", text), "utf-16").offset(types.Position(line, character)) <= len(text)


def test_a_place_inside_a_character_is_before_it() -> None:
    positions = Positions(Source("a", "👍a"), "utf-16")
    assert [positions.offset(types.Position(0, column)) for column in range(5)] == [0, 0, 1, 2, 2]
    assert positions.range(Span(1, 2)) == types.Range(types.Position(0, 2), types.Position(0, 3))
