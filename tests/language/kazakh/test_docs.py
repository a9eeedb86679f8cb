"""The examples of docs/kazakh.md run; what they print is what it says."""

from __future__ import annotations

import pytest

from qazlint.language.pipeline import analyse
from tests.conftest import ROOT

DOCS = (ROOT / "docs" / "kazakh.md").read_text(encoding="utf-8")
BLOCKS = [piece.removeprefix("python\n") for piece in DOCS.split("```")[1::2] if piece.startswith("python\n")]


def test_analyze(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(BLOCKS[0], "kazakh.md", "exec"), {})
    expected = next(line for line in BLOCKS[0].splitlines() if line.startswith("# құпия"))
    assert capsys.readouterr().out.startswith(expected.removeprefix("# "))


def test_spacy(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(BLOCKS[1], "kazakh.md", "exec"), {})
    assert "('болды', 'болу', 'AUX')" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "form", "languages"),
    [
        ("Он сам видел, рахмет ему", "сам", {"ru"}),
        ("Мен айтпадым", "мен", {"kk"}),
        ("Біздің банк жабық", "банк", {"ru", "kk"}),
    ],
)
def test_what_it_says_of_mixed_sentences(text: str, form: str, languages: set[str]) -> None:
    word = next(t.word for s in analyse(text) for t in s.tokens if t.word.form == form)
    assert {reading.lang for reading in word.analyses} == languages
