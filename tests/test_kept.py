"""Kept patterns: the same as compiled ones, and no file can make them other."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from qazlint import kept
from qazlint.language import roles, token_patterns

TEXT = "Звоните +7 701 000 00 00, ул. Абая, 5 💬 бл@ть #тег"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, str(tmp_path))
    return tmp_path


def only(folder: Path) -> Path:
    (file,) = folder.glob("pattern-*.bin")
    return file


@pytest.mark.parametrize("text", [token_patterns.PATTERN.pattern, roles.PATTERN.pattern])
def test_a_kept_pattern_is_the_compiled_one(folder: Path, text: str) -> None:
    kept.pattern(text)
    again, compiled = kept.pattern(text), regex.compile(text)
    assert only(folder).exists()
    found = [(match.span(), match.lastgroup, match.groupdict()) for match in again.finditer(TEXT)]
    assert found == [(match.span(), match.lastgroup, match.groupdict()) for match in compiled.finditer(TEXT)]


def test_a_kept_pattern_is_not_compiled_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.pattern("(?P<letters>[а-я]+)")
    compile_ = regex.compile
    monkeypatch.setattr(regex, "compile", lambda text: compile_(text) if not text else pytest.fail("compiled again"))
    match = kept.pattern("(?P<letters>[а-я]+)").search("12 слон")
    assert match is not None
    assert match.lastgroup == "letters"


@pytest.mark.parametrize("parts", [("слон",), (), 7])
def test_wrong_parts_are_compiled_again(folder: Path, parts: object) -> None:
    kept.pattern("сло+н")
    kept.write(only(folder).name, parts)
    assert kept.pattern("сло+н").fullmatch("слооон")


def test_without_a_folder_it_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, "")
    assert kept.pattern("сло+н").fullmatch("слооон")


def test_only_the_newest_of_a_kind_stay(folder: Path) -> None:
    kept.write("policy-1.bin", 1)
    for number in range(12):
        kept.pattern(f"слон{number}")
    assert len(list(folder.glob("pattern-*.bin"))) == 8
    assert kept.read("policy-1.bin") == 1
