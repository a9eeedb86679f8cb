"""Counting how often words stand in posts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import frequency


def test_words_are_counted_once_a_sentence_under_all_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "tests" / "corpus"
    corpus.mkdir(parents=True)
    for name, text in (("ru-tuned", "Шла премия за премией. Жалақы өсті. Ёлка!"), ("ru-untouched", "Тайна")):
        (corpus / f"{name}.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    monkeypatch.setattr(frequency, "_ROOT", tmp_path)
    monkeypatch.setattr(frequency, "_TARGET", tmp_path / "frequent.txt")
    frequency.main()
    head, line = (tmp_path / "frequent.txt").read_text(encoding="utf-8").rsplit("\n", 2)[:2]
    assert head.startswith("#")
    number, *words = line.split()
    assert number == "3300"
    assert {"премия", "идти", "шла", "жалақы", "елка"} <= set(words)
    assert {"тайна", "3300"}.isdisjoint(words)
