"""How words that the dictionary has not are inflected: what each ending's model gives, and when there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qazlint.language import paradigms, russian
from qazlint.language.paradigms import _MODELS, inflected

TABLE = """
NOUN | допка       | допки допке допку допкой допкам
NOUN | доплатка    | доплатки доплатку доплатой- доплаткой доплаток
NOUN | домашка     | домашки домашку домашек
NOUN | инста       | инсты инсте инсту инстой
NOUN | микрозайм   | микрозайма микрозаймы микрозаймов микрозаем-
NOUN | лям         | ляма лямов лямами
NOUN | заработочек | заработочка заработочки заработочков заработочека-
NOUN | крузак      | крузака крузаки
NOUN | закреп      | закрепе закрепом
NOUN | шнырь       | шныря шнырей
NOUN | мразота     | мразоты мразоту
NOUN | умра        | умры умру
NOUN | жлобье      | жлобья жлобьем
NOUN | джунгары    | джунгаров джунгарам
NOUN | рилсы       | рилсов рилсах рилса-
NOUN | заводчане   | заводчан заводчанам
NOUN | самозанятый | самозанятого самозанятые
ADJ  | зашуганный  | зашуганного зашуганная зашуганным
VERB | запостить   | запостил запостила запощу запостит
VERB | постить     | постил постят
     | игнор       | игнора игнором
     | мэшап       | мэшапа мэшапы
     | перепостить | перепостил
NOUN | гсм         | гсма-
NOUN | чс          | чса-
NOUN | роадшоу     | роадшоа- роадшоу
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("pos", "term", "forms"), ROWS, ids=[row[1] for row in ROWS])
def test_forms(pos: str, term: str, forms: str) -> None:
    """Forms with a hyphen at their end must not be among them."""
    found = set(inflected(term, pos or None))
    for form in forms.split():
        assert (form.rstrip("-") in found) == (not form.endswith("-")), form


@pytest.mark.parametrize(("pos", "line"), [(pos, line) for pos, lines in _MODELS.items() for line in lines])
def test_a_model_ends_as_it_says_and_is_inflected(pos: str, line: str) -> None:
    ending, *words = line.split()
    for word in words:
        assert word.endswith(ending)
        assert russian.is_known(word)
        assert len(russian.paradigm(word, pos)) > 3
        assert word in russian.paradigm(word, pos)


@pytest.mark.parametrize("pos", sorted(_MODELS))
def test_a_longer_ending_goes_before_a_shorter_one(pos: str) -> None:
    endings = [ending for ending, _ in paradigms._models(pos)]
    assert len(set(endings)) == len(endings)
    assert all(not one.endswith(other) for at, other in enumerate(endings) for one in endings[at + 1 :])


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя-", min_size=1, max_size=12), st.sampled_from(["NOUN", "ADJ", "VERB", "ADV", None]))
def test_a_term_is_the_first_of_its_forms_and_none_stands_twice(term: str, pos: str | None) -> None:
    forms = inflected(term, pos)
    assert forms[0] == term
    assert len(set(forms)) == len(forms)
    assert all("ё" not in form for form in forms)
