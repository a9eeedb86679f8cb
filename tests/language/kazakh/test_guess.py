"""Made-up words: which stems the end of a word allows, and in what order."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh.guess import another, guesses, likeliest
from qazlint.language.kazakh.lexicon import exact
from qazlint.language.kazakh.reading import Reading


def read(form: str) -> list[Reading]:
    return likeliest(form, exact().tails)


def lemmas(form: str) -> list[str]:
    return [reading.lemma for reading in read(form)]


# form | lemma UPOS Feature=Value
FOUND = """
абырбай | абырбай NOUN Case=Nom
абырбайларға | абырбай NOUN Number=Plur Case=Dat
мырқабым | мырқап NOUN Person[psor]=1
дүнтегім | дүнтек NOUN Person[psor]=1
быртағы | быртақ NOUN Person[psor]=3
пинтиппің | пинтипп NOUN Person[psor]=2
сынтоптың | сынтоп NOUN Case=Gen
сынтопы | сынтоп NOUN Person[psor]=3
сынтобы | сынтоп NOUN Person[psor]=3
синтактіні | синтакт NOUN Case=Acc
синтактіні | синтакті NOUN Case=Acc
лентисті | лентист NOUN Person[psor]=3
лендискіден | лендиск NOUN Case=Abl
жыңғырлады | жыңғырлау VERB Tense=Past Person=3
жыңғырлайды | жыңғырлау VERB Tense=Pres Person=3
тынқаяды | тынқаю VERB Tense=Pres Person=3
тынқайды | тынқаю VERB Tense=Past Person=3
тынқаюға | тынқаю VERB VerbForm=Ger Case=Dat
тырқояды | тырқою VERB Tense=Pres Person=3
қырмиды | қырму VERB Tense=Pres Person=3
дермиді | дерму VERB Tense=Pres Person=3
қырмыды | қырму VERB Tense=Past Person=3
дермуге | дерму VERB VerbForm=Ger
мырқауып | мырқабу VERB VerbForm=Conv
мырқабады | мырқабу VERB Tense=Pres
мырқаптық | мырқабу VERB Tense=Past
мырқығады | мырқығу VERB Tense=Pres
мырқықты | мырқығу VERB Tense=Past
звондады | звондау VERB Tense=Past
шортиттеді | шортиттеу VERB Tense=Past
қарнуға | қарну VERB VerbForm=Ger
зыға | зы NOUN Case=Dat
абырбайсыз | абырбай NOUN Person=2
"""
NOT_FOUND = """
звонды | звону
вордтың | вордту
брзғанмын | брзу
қылғты | қылғу
жыңғырлады | жыңғыру
тынқиға | тынқию
мырқабты | мырқабу
мырқыққан | мырқыққу
кебдерге | кеплер
дүнтеңды | дүнтең
әге | ә
мырбты | мырб
тырқоды | тырқоу
мырқаиды | мырқау
абырбайлық | абырбай
абырбайларымыздан | абырбайларымыздан
дүнтеңдар | дүнтең
"""
# The first is likelier than the second: longer endings, nouns, stems that are pronounced and not too short.
ORDER = """
абырбайларға | абырбай абырбайлар
абырбай | абырбай абырбау
мырқабым | мырқап мырқаб
тазқұлды | тазқұл тазқұлу
жыңғырлады | жыңғырлау жыңғырлад
мырқантты | мырқант мырқантты
мырқадтты | мырқадтты мырқадт
мырқанбты | мырқанбты мырқанб
мырқампты | мырқампты мырқамп
вонды | вонды вонд
вонды | вонд вон
әсті | әсті әс
тырбалдарын | тырбал тырбалдар
тырлары | тыр тырлары тырлар
"""


def rows(table: str) -> list[tuple[str, list[str]]]:
    return [(form, told.split()) for form, told in (line.split(" | ") for line in table.strip().splitlines())]


@pytest.mark.parametrize(("form", "told"), rows(FOUND))
def test_found(form: str, told: list[str]) -> None:
    lemma, pos, *pairs = told
    wanted = dict(pair.split("=", 1) for pair in pairs)
    found = [(r.lemma, r.pos, dict(r.feats)) for r in read(form)]
    assert any(r.lemma == lemma and r.pos == pos and wanted.items() <= r.feats.items() for r in read(form)), found


@pytest.mark.parametrize(("form", "told"), rows(NOT_FOUND))
def test_not_found(form: str, told: list[str]) -> None:
    assert told[0] not in lemmas(form)


@pytest.mark.parametrize(("form", "told"), rows(ORDER))
def test_order(form: str, told: list[str]) -> None:
    assert [lemma for lemma in lemmas(form) if lemma in told] == told


def test_a_noun_may_be_an_adjective_or_with_a_capital_a_name() -> None:
    assert [r.pos for r in guesses("абырбайға", exact().tails, title=False) if r.lemma == "абырбай"] == ["NOUN", "ADJ"]
    assert [r.pos for r in guesses("абырбайға", exact().tails, title=True) if r.lemma == "абырбай"] == ["PROPN", "NOUN"]
    noun, adjective = guesses("абырбайға", exact().tails, title=False)[:2]
    assert noun.cost < adjective.cost


@pytest.mark.parametrize("title", [False, True])
def test_a_verb_is_nothing_else(title: bool) -> None:
    assert {r.pos for r in guesses("жыңғырлайды", exact().tails, title) if r.lemma == "жыңғырлау"} == {"VERB"}


@pytest.mark.parametrize(("form", "told"), rows(FOUND))
def test_another_is_the_likeliest_but_for_those_that_are_known(form: str, told: list[str]) -> None:
    found = read(form)
    assert another(form, exact().tails, ()) == found[0]
    lemmas = {found[0].lemma, told[0]}
    rest = [reading for reading in found if reading.lemma not in lemmas]
    new = another(form, exact().tails, lemmas)
    assert rest[:1] == ([new] if new in found else [])
    assert new is None or (new.lemma not in lemmas and new.cost >= found[0].cost)


@pytest.mark.parametrize("form", ["тыртса", "тырлып", "мырқаздары", "дүнтелерге", "зыларда", "тырптарға"])
def test_another_than_none_is_the_likeliest_of_all(form: str) -> None:
    assert another(form, exact().tails, ()) == read(form)[0]


def test_another_may_be_short() -> None:
    new = another("зыға", exact().tails, {"зыға", "зығу"})
    assert new is not None
    assert new.lemma == "зы"


def test_a_few_are_given() -> None:
    assert len(read("тырптарға")) == 5
    assert len(read("зыға")) < 5


def test_a_form_that_cannot_be_a_word_has_no_other_stem() -> None:
    assert another("я", exact().tails, ()) is None
