"""The grammar walked from left to right."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import generate


@pytest.mark.parametrize(
    ("lemma", "pos", "forms"),
    [
        ("кітап", "NOUN", "кітап кітапты кітабы кітабын кітаптар кітаптарымыз кітаптарымыздан кітабымыздың кітабыңыз кітаптікіге кітаптікілер"),
        ("көше", "NOUN", "көше көшеде көшесі көшесінде көшелер көшелерімізге көшедегі көшемде"),
        ("орын", "NOUN", "орын орны орнында орындар"),
        ("айту", "VERB", "айтты айтамын айтпаймын айтпайды айтсаң айтып айтқан айтқандар"),
        ("оқу", "VERB", "оқиды оқимын оқып оқыды оқымады оқу оқуға"),
        ("қою", "VERB", "қояды қойды қоямын қойып қою"),
    ],
)
def test_forms(lemma: str, pos: str, forms: str) -> None:
    made = list(generate(lemma, pos))
    assert set(forms.split()) <= set(made)
    assert len(made) == len(set(made))


@pytest.mark.parametrize(
    ("lemma", "pos", "forms"),
    [
        ("кітап", "NOUN", "кітаплар кітапы кітаптер кітаб кітапшы кітаптарымызданмын"),
        ("көше", "NOUN", "көшеда көшеы көшелар көшемда"),
        ("айту", "VERB", "айтды айтемін айтқы айтқыздым айтылды"),  # no voice
        ("оқу", "VERB", "оқ оқады"),
    ],
)
def test_no_forms(lemma: str, pos: str, forms: str) -> None:
    assert set(forms.split()).isdisjoint(generate(lemma, pos))


def test_only_listed_words_have_forms() -> None:
    assert list(generate("абракадабра", "NOUN")) == []
    assert list(generate("кітап", "VERB")) == []


def test_three_suffixes_at_most() -> None:
    made = set(generate("кітап", "NOUN"))
    assert "кітаптарымыздағы" in made  # number, person, place
    assert "кітаптарымыздағылар" not in made
