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
        ("лучшая", "хороший", "ADJ", {"Degree": "Sup", "Gender": "Fem"}),
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
        ("лучший", ()),
        ("дороже", ()),
        ("лучше", ("лучше",)),
    ],
)
def test_dictionary_forms(term: str, lemmas: tuple[str, ...]) -> None:
    assert russian.dictionary_forms(term) == lemmas


def test_a_noun_is_not_named_by_the_short_form_of_an_adjective() -> None:
    assert russian.dictionary_forms("козлина") == ("козлиный",)
    assert russian.dictionary_forms("козлина", short=False) == ()
    assert russian.dictionary_forms("готовый", short=False) == ("готовый",)


@pytest.mark.parametrize(("term", "stem"), [("коррупция", "корруп"), ("закон", "закон"), ("вор", "вор"), ("экстремизм", "экстреми"), ("увольнение", "увольн")])
def test_derivation_stem(term: str, stem: str) -> None:
    assert russian.derivation_stem(term) == stem


def test_yo_is_folded_and_unknown_words_are_marked() -> None:
    assert {r.lemma for r in russian.analyze("елки")} == {"елка"}
    assert not any(r.is_known for r in russian.analyze("зюмбрятка"))
    assert russian.is_known("мама")


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("больной", "больного больному больную больные больными"),
        ("прогнивший", "прогнившего прогнившая прогнившую прогнившими"),
        ("налоговая", "налоговой налоговую"),
        ("командировочные", "командировочных командировочными"),
        ("лучший", "лучшая лучшего наилучший"),
        ("лучше", ""),
        ("дороже", ""),
        ("подороже", ""),
    ],
)
def test_what_is_declined_as_an_adjective(term: str, forms: str) -> None:
    assert {term, *forms.split()} <= set(russian.adjectival(term))


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("налоговая", "налоговые"),
        ("командировочные", "командировочная"),
        ("прогнивший", "прогнил"),
        ("грубый", "грубейший"),
        ("грубейший", "грубый"),
        ("лучший", "хороший"),
        ("дороже", "дорогой"),
        ("дороже", "подороже"),
        ("подороже", "дороже"),
        ("стол", "стол"),
        ("свой", "своего"),
        ("зюмбрявый", "зюмбрявого"),
    ],
)
def test_what_is_no_form_of_such_a_word(term: str, form: str) -> None:
    assert form not in russian.adjectival(term)


def test_a_paradigm_is_the_lexeme_and_under_a_plural_its_plural() -> None:
    assert {"зюмбрятка", "зюмбряткой", "зюмбряток"} <= set(russian.paradigm("зюмбрятка", "NOUN"))
    assert set(russian.paradigm("горожане")) == {"горожане", "горожан", "горожанам", "горожанами", "горожанах"}
    assert russian.paradigm("зюмбрятка", "VERB") == ()
