"""How what is typed becomes what is looked up, function by function: normal forms, stretched letters, Latin script."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh.spelling import fold, from_latin, is_latin, may_stand_for, normalize, unstretched


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Қазақ", "қазақ"),
        ("Ёлка", "елка"),
        ("КЕЛІСІМ-шарт", "келісім-шарт"),
        ("келісім\u2013шарт", "келісім-шарт"),
        ("келісім\u2010шарт\u2212", "келісім-шарт-"),
        ("aйтты", "айтты"),  # Latin а
        ("бiздiң", "біздің"),
        ("Hан", "нан"),  # Latin H looks like Н, h like һ
        ("қаhарман", "қаһарман"),
        ("ƏН", "ән"),
        ("KPIға", "kpiға"),  # a Latin stem with an ending
        ("PRда", "prда"),
        ("Kа", "ка"),
        ("keл", "кел"),
        ("AIға", "aiға"),
        ("aiға", "аіға"),
        ("zipке", "zipке"),
        ("hello", "hello"),
        ("жа\u0301қсы", "жақсы"),
        ("жақ\u00adсы", "жақсы"),
        ("жақсы\u200b\ufeff", "жақсы"),
        ("кии\u0306ім", "кийім"),  # the breve of й is a part of the letter
        ("жёл\u200b", "жел"),
        ("90%", "90%"),
    ],
)
def test_normal_form(typed: str, normal: str) -> None:
    assert normalize(typed) == normal


@pytest.mark.parametrize(
    ("typed", "meant", "may"),
    [
        ("жаксы", "жақсы", True),
        ("жақсы", "жақсы", True),
        ("жақсы", "жаксы", False),  # nobody types қ for к
        ("жумыс", "жұмыс", True),
        ("жұмис", "жұмыс", True),
        ("жамыс", "жұмыс", False),
        ("шеше", "щеще", False),
        ("цех", "сех", True),
        ("қатты", "қатыр", False),
        ("қатка", "қату", True),  # as far as both go, but for the last letter, which changes
        ("қалт", "қамту", False),
        ("окиды", "оқу", True),
        ("ояды", "ойау", True),  # я is two letters: what follows is not compared
        ("ойады", "оягу", True),
        ("мен", "м", True),
        ("дец", "деу", False),  # no ending has such a letter
        ("плащтын", "плащ", True),
        ("борщка", "борщ", True),
    ],
)
def test_who_lacks_letters_may_type_one_for_the_other(typed: str, meant: str, may: bool) -> None:
    assert may_stand_for(typed, meant) == may


@pytest.mark.parametrize(
    ("typed", "infinitive", "may"),
    [
        ("шыкты", "шығу", True),
        ("тапкан", "табу", True),
        ("тикти", "тігу", True),
        ("шыгады", "шығу", True),
        ("шытты", "шығу", False),
        ("такты", "табу", False),
        ("кылды", "қылу", True),
        ("кыйып", "қылу", False),
        ("пакты", "бағу", False),  # only the last letter of a stem changes
    ],
)
def test_the_last_letter_of_a_verb_stem_may_be_unvoiced(typed: str, infinitive: str, may: bool) -> None:
    assert may_stand_for(typed, infinitive) == may


@pytest.mark.parametrize(
    ("word", "latin"), [("qazaq", True), ("áńgime", True), ("қазақ", False), ("qazаq", False), ("90", False), ("kpi-9", True)]
)
def test_latin(word: str, latin: bool) -> None:
    assert is_latin(word) == latin


@pytest.mark.parametrize(
    ("word", "once"),
    [
        ("жақсы", []),
        ("ассалау", []),
        ("жақсыыы", ["жақсыы", "жақсы"]),
        ("жақсыыыыыы", ["жақсыы", "жақсы"]),
        ("ааассс", ["аасс", "ас"]),
        ("1000", []),
        ("а---б", []),
    ],
)
def test_unstretched(word: str, once: list[str]) -> None:
    assert unstretched(word) == once


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("jaqsy", ["жакси"]),
        ("Zhaksy", ["жакси"]),
        ("shygh", ["шиг"]),
        ("tang", ["тан", "танг"]),
        ("khan", ["хан", "кан"]),
        ("hat", ["хат", "кат"]),
        ("shashchy", ["шаши"]),
        ("dzhol", ["жол"]),
        ("ii", ["и", "ии"]),
        ("a9", ["а9"]),
        ("so'z", ["соз"]),
        ("äöüñğıç", ["аоунгич"]),
    ],
)
def test_from_latin(word: str, readings: list[str]) -> None:
    assert from_latin(word) == readings


def test_a_word_has_few_readings_from_latin() -> None:
    assert len(from_latin("hhhh")) == 8
    assert len(from_latin("hhhh")) == len(set(from_latin("hhhh")))
    assert from_latin("ngng")[0] == "нн"


@pytest.mark.parametrize(("word", "folded"), [("Жұмыс", "жумис"), ("әғқңөұүһі", "агкноуухи"), ("яюьъёэйщц", "иаиуееишс")])
def test_letters_that_people_do_without(word: str, folded: str) -> None:
    assert fold(word) == folded
