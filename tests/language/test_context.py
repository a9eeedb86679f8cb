"""What neighbours say of a word: language, negation, quotation, chains; and that no character is ever misplaced."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.language.pipeline import analyse
from qazlint.types import Analysis


def readings(text: str, form: str) -> tuple[Analysis, ...]:
    """The readings of a form in a text."""
    return next(t.word.analyses for s in analyse(text) for t in s.tokens if t.word.form == form)


def has(text: str, form: str, **feats: str) -> bool:
    return any(feats.items() <= reading.feats.items() for reading in readings(text, form))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Мы не поддерживаем закон", "поддерживаем"),
        ("Мы не будем поддерживать закон", "поддерживать"),
        ("Никогда не хотел бы говорить", "говорить"),
        ("Этого нельзя публиковать", "публиковать"),
        ("Выкладывать не буду", "выкладывать"),
        ("Мен айтпаймын", "айтпаймын"),
        ("Мен ештеңе айтқан емеспін", "айтқан"),
        ("Бұл туралы айтқан жоқпыз, келісілген жоқ", "келісілген"),
    ],
)
def test_negated(text: str, form: str) -> None:
    assert has(text, form, Polarity="Neg")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Не сегодня, мы поддерживаем закон", "поддерживаем"),
        ("Мы поддерживаем, а не спорим", "поддерживаем"),
        ("Мен айтамын", "айтамын"),
    ],
)
def test_not_negated(text: str, form: str) -> None:
    assert not has(text, form, Polarity="Neg")


def test_future_gives_the_infinitive_its_person() -> None:
    assert has("Мы будем поддерживать закон", "поддерживать", Person="1", Number="Plur")


@pytest.mark.parametrize(
    ("text", "form", "feats"),
    [
        ("Кітапты жариялап жібердім", "жариялап", {"Person": "1"}),
        ("Сені жұмыстан шығарып жіберемін", "шығарып", {"Person": "1"}),
        ("Бұл туралы айта алмаймын", "айта", {"Polarity": "Neg", "Person": "1"}),
    ],
)
def test_kazakh_chain_is_read_as_one_verb(text: str, form: str, feats: dict[str, str]) -> None:
    assert has(text, form, **feats)


def test_quotation_over_words_and_sentences() -> None:
    text = "Коллега сказал: «Мы заявляем. Мы против». А я молчу"
    assert has(text, "заявляем", Quoted="Yes")
    assert has(text, "против", Quoted="Yes")
    assert not has(text, "молчу", Quoted="Yes")


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    assert not has("Он «сказал\n\nЗавтра выходной", "выходной", Quoted="Yes")


def test_a_russian_text_has_no_kazakh_readings() -> None:
    sentences = analyse("Директор сказал, что бар закрыт на ремонт")
    assert {a.lang for s in sentences for t in s.tokens for a in t.word.analyses} == {"ru"}


def test_words_of_both_languages_keep_both_readings_beside_kazakh() -> None:
    assert {a.lang for a in readings("Біздің директор бар", "бар")} == {"ru", "kk"}


def test_russian_stem_with_kazakh_endings() -> None:
    assert any(a.lemma == "начальник" and a.lang == "kk" for a in readings("Менің начальнигім келді", "начальнигім"))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=120))
def test_tokens_lie_on_the_text(text: str) -> None:
    at = 0
    for sentence in analyse(text):
        assert len(sentence.marks) == len(sentence.tokens) + 1
        for token in sentence.tokens:
            assert at <= token.start < token.end <= len(text)
            assert text[token.start : token.end] == token.word.text
            at = token.end
        assert all(0 <= arc.first < arc.last <= len(sentence.tokens) for arc in sentence.arcs)


def test_a_chain_ends_with_its_finite_verb_and_at_a_mark() -> None:
    text = "Суретті салып отырмын, көрмегендер көрсін"
    assert not has(text, "салып", Polarity="Neg")
    assert not has(text, "салып", Number="Plur")
    assert has(text, "салып", Person="1")
