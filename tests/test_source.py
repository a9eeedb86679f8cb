"""Decoding, unreadable inputs, and the index of lines."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qazlint.codepages import CANDIDATES
from qazlint.files import decode, read
from qazlint.source import NOTES, REASONS, Source, Unreadable

RUSSIAN = "Добрый день, коллеги! Завтра собрание в десять, приходите вовремя."
KAZAKH = "Қайырлы күн, әріптестер! Ертең жиналыс сағат онда, уақытында келіңіздер."


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, "plain ascii", ""])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_declared_encodings(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding)) == Source("-", text, encoding)


@pytest.mark.parametrize("encoding", CANDIDATES)
@pytest.mark.parametrize("text", [RUSSIAN, "Всем привет из Астаны", "ВНИМАНИЕ: собрание переносится"])
def test_russian_code_pages(text: str, encoding: str) -> None:
    source = decode(text.encode(encoding))
    assert isinstance(source, Source)
    assert (source.text, source.guessed, source.notes) == (text, True, ("guessed-encoding",))


@pytest.mark.parametrize("encoding", ["kz1048", "ptcp154"])
def test_kazakh_code_pages(encoding: str) -> None:
    source = decode(KAZAKH.encode(encoding))
    assert isinstance(source, Source)
    assert source.text == KAZAKH
    assert encoding in source.note("guessed-encoding", "en")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    assert decode(KAZAKH.encode(encoding)) == Source("-", KAZAKH, encoding, True, ("guessed-encoding",))


def test_damaged_utf8_stays_utf8() -> None:
    source = decode((KAZAKH * 3).encode()[:-2])
    assert isinstance(source, Source)
    assert source.encoding == "utf-8"
    assert source.notes == ("damaged",)
    assert source.text.startswith(KAZAKH)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"), (bytes(range(1, 9)) * 9, "binary"), (b"x" * 21, "too-large")],
)
def test_not_a_text(data: bytes, reason: str) -> None:
    result = decode(data, "name", largest=20 if reason == "too-large" else 1000)
    assert isinstance(result, Unreadable)
    assert result.reason == reason


def test_a_broken_mark_is_reported() -> None:
    result = decode(codecs.BOM_UTF16_LE + b"\x00\xd8")
    assert isinstance(result, Unreadable)
    assert result.reason == "encoding"


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "post.txt"
    file.write_bytes("Бір\r\nекі".encode())
    assert read(file) == Source(str(file), "Бір\r\nекі")
    for path, reason in ((tmp_path / "no.txt", "missing"), (tmp_path, "directory"), ("a\0b", "io")):
        result = read(path)
        assert isinstance(result, Unreadable)
        assert result.reason == reason
    assert isinstance(read(file, largest=3), Unreadable)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "post.txt"
    file.write_text("x")
    file.chmod(0)
    result = read(file)
    assert isinstance(result, Unreadable)
    assert result.reason == "permission"


@pytest.mark.parametrize("table", [REASONS, NOTES])
def test_messages_exist_in_every_language(table: dict[str, dict[str, str]]) -> None:
    assert all(set(texts) == {"ru", "kk", "en"} for texts in table.values())
    assert Unreadable("a.txt", "missing", "x").message("en") == "a.txt: no such file (x)"


def test_positions() -> None:
    source = Source("-", "аб\r\nв\rг\n\nд\u2028е😀ж")
    found = {source.text[i]: source.position(i) for i in range(len(source.text))}
    assert [found[letter] for letter in "абвгдеж"] == [(1, 1), (1, 2), (2, 1), (3, 1), (5, 1), (5, 3), (5, 5)]
    assert source.position(len(source.text)) == (5, 6)
    assert source.position(10_000) == (5, 6)
    assert source.position(-1) == (1, 1)
    assert Source("-", "").position(0) == (1, 1)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_value(data: bytes) -> None:
    assert isinstance(decode(data), Source | Unreadable)


@given(st.text(st.characters(exclude_characters="\0\1"), max_size=100), st.integers(0, 100))  # they mark line ends below
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = Source("-", text).position(offset)
    lines = text.replace("\r\n", "\r\0").replace("\n", "\0").replace("\r\0", "\1\0").replace("\r", "\0").split("\0")
    assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 == offset


def test_the_line_of_an_offset_is_without_its_end() -> None:
    source = Source("x", "ab\r\n\ncd\re")
    lines = [source.text[slice(*source.line(offset))] for offset in range(len(source.text) + 1)]
    assert lines == ["ab"] * 4 + [""] + ["cd"] * 3 + ["e"] * 2
    assert Source("x", "ab\n").line(9) == (3, 3)
