"""The order and the kinds of readings: known and unknown stems, derivations, what was typed otherwise."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import analyze, fold, fold_readings, is_common, is_known, roots
from qazlint.language.kazakh.analyzer import LONGEST_WORD
from qazlint.types import Analysis


def told(analyses: tuple[Analysis, ...]) -> list[str]:
    """Lemma and part of speech; a question mark where the stem is unknown, a tilde where it is a root."""
    marked = [f"{a.lemma}{'' if a.is_known else '?'}{'~' if a.derived else ''}:{a.pos}" for a in analyses]
    return list(dict.fromkeys(marked))


# form | readings, in this order among others | readings that it has not
TABLE = """
әдемілерге | әдемі:NOUN әдемі:ADJ | әдемілерге?:NOUN
әдемімін | әдемі:ADJ әдемім?:NOUN | әдемі:NOUN
әдемім | әдемі:NOUN әдемі:ADJ |
қызылға | қызыл:NOUN қызыл:ADJ қызылға?:NOUN |
қызыл | қызыл:ADJ | қызыл?:NOUN
сұлудың | сұлу:NOUN сұлу:ADJ сұлуу?:VERB сұлудың?:NOUN |
қауында | қауын:NOUN қау?:NOUN қау?:ADJ қауында?:NOUN |
Қауында | қауын:NOUN қау?:PROPN қау?:NOUN | қау?:ADJ
жете | жету:VERB жеу:VERB жете?:NOUN |
маған | мен:PRON | маған?:NOUN
кітапқа | кітап:NOUN кітапқа?:NOUN |
мектепке | мектеп:NOUN | мектепке?:NOUN
абырбай | абырбай?:NOUN абырбай?:ADJ абырбау?:VERB | абырбай?:PROPN
алға | алға:ADV | ал?:NOUN ал?:ADJ
тұрды | тұру:AUX тұру:VERB | тұрды?:NOUN
есеге | есе:NOUN есеге?:NOUN |
у-шуға | у-шу:NOUN | у-шуға?:NOUN
кезек-кезекпен | | кезек-кезекпен?:NOUN кезек-кезек?:NOUN
қісіге | қісі?:NOUN | кісі:NOUN
бари | бәрі:PRON | бар:NOUN бар:ADJ
ақпе | ақпе?:NOUN | ақ:ADJ
астанаға | астана:PROPN | астанаға?:NOUN
абажаме | абажа:NOUN | абажа?:NOUN
абажадайде | абажадай:NOUN абажа:NOUN | абажа?:NOUN абажадай?:NOUN
абажадайпа | абажадай:NOUN абажадайпа?:NOUN |
киімге | киім:NOUN |
Абырбай | абырбай?:PROPN абырбай?:NOUN | абырбай?:ADJ
өтірікшілер | өтірікші:NOUN өтірік~:NOUN | өтірік:NOUN
қарындасшы | қарындасшы:NOUN қарындас~:NOUN |
жұмыссыз | жұмыссыз:ADJ |
болсада | болу:VERB | болсада?:NOUN
балағой | бала:NOUN балағой?:NOUN |
көнай | көну:VERB көнай?:NOUN |
баладағой | бала:NOUN | баладағой?:NOUN
көндіме | көну:VERB | көндіме?:NOUN
калды | қалу:VERB калды?:NOUN калды?:ADJ | кал?:NOUN
оте | өте:ADV |
жаксыыы | жақсы:ADJ |
көшееее | көше:NOUN | көшееее?:NOUN
zhaksyyyy | жақсы:ADJ |
салем-ау | салем-ау?:NOUN |
бармайды-ау | бару:VERB | бармайды-ау?:NOUN
келісім-шартты | келісім-шарт:NOUN |
абыр-көше | абыр-көше?:NOUN абыр-көше?:ADV | абыр-көше:NOUN
көше-абыр | көше-абыр?:NOUN көше-абыр?:ADV | көше-абыр:NOUN
көше-мен | көше?:NOUN | көше-мен:PRON
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("form", "readings", "others"), ROWS)
def test_readings(form: str, readings: str, others: str) -> None:
    found, wanted = told(analyze(form)), readings.split()
    assert [reading for reading in found if reading in wanted] == wanted, found
    assert set(others.split()).isdisjoint(found)


@pytest.mark.parametrize("form", ["сұлудың", "аталарымыз", "арманда", "тасты", "директоршы", "жете", "кітапқа", "қызылға", "әзірлеп",
                                  "табысқа", "қорамбе", "танысы"])  # fmt: skip
def test_unknown_stems_come_last_and_are_the_least_likely(form: str) -> None:
    found = analyze(form)
    assert [a.score for a in found] == sorted((a.score for a in found), reverse=True)
    assert [a.is_known for a in found] == sorted((a.is_known for a in found), reverse=True)
    assert len({a.lemma for a in found if not a.is_known} - {form}) <= 1


@pytest.mark.parametrize(
    ("form", "readings"),
    [
        ("абажадайме", "абажадай:NOUN абажа:NOUN абажадаю?:VERB абажадайме?:NOUN"),
        ("абактилар", "абақты:NOUN абақ~:PROPN абакти?:NOUN абакти?:ADJ"),
    ],
)
def test_two_unknown_readings_stand_beside_known_ones(form: str, readings: str) -> None:
    assert told(analyze(form)) == readings.split()


@pytest.mark.parametrize("form", ["котергиш", "айткыштык", "озгертуши", "кыскартушы"])
def test_a_listed_stem_gets_its_letters_back_in_what_is_derived(form: str) -> None:
    found = {a.lemma for a in analyze(form) if a.is_known}
    assert found
    assert all(fold(lemma) != lemma for lemma in found)


@pytest.mark.parametrize("form", [row[0] for row in ROWS])
def test_no_reading_is_given_twice(form: str) -> None:
    found = [(a.lemma, a.pos, a.derived, a.spelling, *sorted(a.feats.items())) for a in analyze(form)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("form", "through", "not_through"),
    [
        ("жұмыссыздық", "жұмыс:NOUN жұмыссыз:ADJ", "жұмыссыздық:NOUN"),
        ("бастау", "бас:NOUN", "бастау:VERB"),
        ("басшылық", "басшы:NOUN", ""),
        ("жұмыс", "", "жұмыс:NOUN"),
    ],
)
def test_roots(form: str, through: str, not_through: str) -> None:
    found = roots(form)
    assert all(a.derived and a.is_known for a in found)
    names = {f"{a.lemma}:{a.pos}" for a in found}
    assert set(through.split()) <= names
    assert names.isdisjoint(not_through.split())


@pytest.mark.parametrize("read", [analyze, fold_readings, roots])
def test_what_is_too_long_is_no_word(read: object) -> None:
    assert callable(read)
    longest = "жұмыссыздық".rjust(LONGEST_WORD, "а")
    assert read("") == read(f"а{longest}") == ()
    if read is not roots:
        assert read(longest)


def test_a_derivation_at_the_longest_length_is_read() -> None:
    assert len("жұмыссыздық") < LONGEST_WORD
    assert roots("ЖҰМЫССЫЗДЫҚ") == roots("жұмыссыздық") != ()


def test_known_and_common() -> None:
    assert [is_known(word) for word in ("Қызметкер", "айту", "көтер", "қызметкерге", "абырбай")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert [is_common(word) for word in ("мен", "болу", "қызметкер", "өтірікшілік", "абырбай", "бол")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
