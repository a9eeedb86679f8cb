"""Russian readings in Universal Dependencies terms, in three casings where the caller may pass any."""

from __future__ import annotations

import pytest

from qazlint.language import russian


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "feats"),
    [
        ("премии", "премия", "NOUN", {"Case": "Gen", "Number": "Sing", "Gender": "Fem"}),
        ("поддерживаем", "поддерживать", "VERB", {"Person": "1", "Number": "Plur", "VerbForm": "Fin", "Tense": "Pres"}),
        ("уволили", "уволить", "VERB", {"Tense": "Past", "Number": "Plur", "VerbForm": "Fin"}),
        ("опубликованный", "опубликовать", "VERB", {"VerbForm": "Part", "Voice": "Pass", "Case": "Nom"}),
        ("говоря", "говорить", "VERB", {"VerbForm": "Conv"}),
        ("скачайте", "скачать", "VERB", {"Mood": "Imp", "Person": "2", "Number": "Plur"}),
        ("лучше", "хороший", "ADJ", {"Degree": "Cmp"}),
        ("должен", "должный", "ADJ", {"Variant": "Short"}),
        ("абая", "абай", "PROPN", {"Case": "Gen"}),
        ("наша", "наш", "DET", {"Case": "Nom"}),
        ("мы", "мы", "PRON", {"Case": "Nom", "Person": "1"}),
        ("нельзя", "нельзя", "ADV", {}),
        ("пять", "пять", "NUM", {"Case": "Nom"}),
    ],
)
def test_readings(form: str, lemma: str, pos: str, feats: dict[str, str]) -> None:
    readings = russian.analyze(form)
    assert any(r.lemma == lemma and r.pos == pos and feats.items() <= r.feats.items() for r in readings), readings


@pytest.mark.parametrize(
    ("term", "lemmas"),
    [
        ("деньги", ("деньга",)),
        ("люди", ("человек",)),
        ("дети", ("ребенок",)),
        ("коммерческая", ("коммерческий",)),
        ("премия", ("премия",)),
        ("платить", ("платить",)),
        ("поддерживаем", ()),
    ],
)
def test_dictionary_forms(term: str, lemmas: tuple[str, ...]) -> None:
    assert russian.dictionary_forms(term) == lemmas


@pytest.mark.parametrize(("term", "stem"), [("коррупция", "корруп"), ("закон", "закон"), ("вор", "вор"), ("экстремизм", "экстреми"), ("увольнение", "увольн")])
def test_derivation_stem(term: str, stem: str) -> None:
    assert russian.derivation_stem(term) == stem


def test_yo_is_folded_and_unknown_words_are_marked() -> None:
    assert {r.lemma for r in russian.analyze("елки")} == {"елка"}
    assert not any(r.is_known for r in russian.analyze("зюмбрятка"))
    assert russian.is_known("мама")


def test_the_paradigm_of_an_unknown_word_is_predicted_as_a_whole() -> None:
    forms = russian.inflected("зюмбрятка", "NOUN")
    assert {"зюмбрятка", "зюмбрятки", "зюмбрятке", "зюмбряткой", "зюмбряток"} <= set(forms)
    assert russian.inflected("зюмбрятка", "VERB") == ("зюмбрятка",)
