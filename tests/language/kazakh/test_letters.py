"""Sounds, vowel harmony, and what happens where a stem meets a suffix, by table."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import alphabet, joints
from qazlint.language.kazakh.alphabet import (
    ANY_CLASS,
    BACK,
    EITHER,
    FRONT,
    GLIDE,
    LATERAL,
    NASAL,
    SIBILANT,
    VOICELESS,
    VOWEL,
    harmony,
    last_class,
    suffix_harmony,
)
from qazlint.language.kazakh.joints import (
    CONVERB,
    INFINITIVE,
    MERGED_I,
    MERGED_Y,
    OPEN,
    PLAIN,
    infinitive,
    joint_of,
    merged,
    noun_shapes,
    plain,
    verb_shapes,
)


@pytest.mark.parametrize(
    ("stems", "sound"),
    [
        ("бала көше кофе мәтіні идея", VOWEL),
        ("ауыр үй қою ми су", GLIDE),
        ("жол модель", LATERAL),
        ("адам ән таң", NASAL),
        ("қаз гараж", SIBILANT),
        ("ат кітап тарих корпусъ клуб парад педагог туғ шеф", VOICELESS),
        ("kpi 5 ь", ANY_CLASS),
        ("", ANY_CLASS),
    ],
)
def test_the_last_sound(stems: str, sound: int) -> None:
    assert {stem: last_class(stem) for stem in stems.split(" ")} == dict.fromkeys(stems.split(" "), sound)


def test_classes_share_no_sound() -> None:
    classes = (VOWEL, GLIDE, LATERAL, NASAL, SIBILANT, VOICELESS)
    assert sum(classes) == ANY_CLASS
    assert all(one & other == 0 for one in classes for other in classes if one != other)
    assert alphabet.CONSONANT == ANY_CLASS - VOWEL


@pytest.mark.parametrize(
    ("stems", "shows"),
    [
        ("бала жол қыз ұл сиыр кітапта", BACK),
        ("көше әке үй тіл қазіргі адамзәт", FRONT),
        ("магазин такси вагон офис центр щука тв гн kpi банк металлург", EITHER),  # borrowed, or without a vowel
    ],
)
def test_harmony_of_a_stem(stems: str, shows: int) -> None:
    assert {stem: harmony(stem) for stem in stems.split()} == dict.fromkeys(stems.split(), shows)


@pytest.mark.parametrize(
    ("suffixes", "shows"),
    [("лар ның шы тық қ ғ та", BACK), ("лер нің ші тік к г", FRONT), ("м н й у л", EITHER)],
)
def test_harmony_of_a_suffix(suffixes: str, shows: int) -> None:
    assert {suffix: suffix_harmony(suffix) for suffix in suffixes.split()} == dict.fromkeys(suffixes.split(), shows)


# A stem, what it looks like, and before which beginnings of a suffix: C consonant, V vowel, P -ып, Y й + а, I ы + й, U -у.
LETTERS = {"C": PLAIN, "V": OPEN, "P": CONVERB, "Y": MERGED_Y, "I": MERGED_I, "U": INFINITIVE}
NOUNS = """
бала | бала C
адам | адам CVP
кітап | кітап C, кітаб V
жүрек | жүрек C, жүрег V
құлақ | құлақ C, құлағ V
халқ | халқ CVP
п | п CVP
логотип | логотип CV, логотиб V
этап | этап CV, этаб V
стартап | стартап CV, стартаб V
мектеп | мектеп C, мектеб V
блок | блок C, блог V
штаб | штаб CVP
ор(ы)н | орын CVP, орн V
мүл(і)к | мүлік C, мүліг V, мүлк V
модель | модель CVP, модел V
процесс | процесс CVP, процес CV
факт | факт CVP, факті C
диск | диск CVP, дискі C
банк | банк CVP, банкі C
митинг | митинг CVP, митингі C
пост | пост CVP, пості C
тест | тест CVP, тесті C
турист | турист CVP, туристі C, турис CV
съезд | съезд CVP, съез CV
маркетолог | маркетолог CVP
ст | ст CVP, сті C
"""
VERBS = """
айт | айт CVPU
бара | бара CU
оқы | оқы C, оқ IU
ері | ері C, ер IU
қой | қой CVP, қо Y
ки | ки CVPY
тап | тап C, таб VU, тау P
шық | шық C, шығ VPU
шек | шек C, шег VPU
қор(ы)қ | қорық C, қорқ VPU
"""


def rows(table: str) -> list[tuple[str, dict[str, int]]]:
    lines = [line.split(" | ") for line in table.strip().splitlines()]
    return [
        (stem, {surface: sum(LETTERS[sign] for sign in signs) for surface, signs in map(str.split, shapes.split(", "))})
        for stem, shapes in lines
    ]


@pytest.mark.parametrize(("stem", "shapes"), rows(NOUNS))
def test_a_noun_before_suffixes(stem: str, shapes: dict[str, int]) -> None:
    assert {shape.surface: shape.joints for shape in noun_shapes(stem)} == shapes


@pytest.mark.parametrize(("stem", "shapes"), rows(VERBS))
def test_a_verb_before_suffixes(stem: str, shapes: dict[str, int]) -> None:
    assert {shape.surface: shape.joints for shape in verb_shapes(stem)} == shapes


@pytest.mark.parametrize(("stem", "sounds"), [("кітап", {VOICELESS}), ("ор(ы)н", {NASAL}), ("модель", {LATERAL}), ("бала", {VOWEL}), ("тест", {VOICELESS, VOWEL}), ("съезд", {VOICELESS, SIBILANT})])
def test_a_stem_keeps_its_last_sound(stem: str, sounds: set[int]) -> None:
    assert {shape.sound for shape in noun_shapes(stem)} == sounds


def test_a_vowel_that_is_written_after_two_consonants_is_its_own_sound() -> None:
    assert [shape.sound for shape in noun_shapes("факт")] == [VOICELESS, VOWEL]


@pytest.mark.parametrize(
    ("stem", "whole"),
    [("айт", "айту"), ("бара", "барау"), ("оқы", "оқу"), ("ері", "еру"), ("қой", "қою"), ("ки", "кию"), ("тап", "табу"),
     ("шық", "шығу"), ("шек", "шегу"), ("қор(ы)қ", "қорқу"), ("е", "еу")],
)  # fmt: skip
def test_infinitive(stem: str, whole: str) -> None:
    assert infinitive(stem) == whole


@pytest.mark.parametrize(("entry", "stem"), [("ор(ы)н", "орын"), ("бала", "бала")])
def test_plain(entry: str, stem: str) -> None:
    assert plain(entry) == stem


@pytest.mark.parametrize(
    ("suffixes", "joint"),
    [("лар ның м қа я", PLAIN), ("а еді ыңыз імен", OPEN), ("ып іп", CONVERB), ("у уы", INFINITIVE), ("ыпты", OPEN)],
)
def test_how_a_suffix_begins(suffixes: str, joint: int) -> None:
    assert {joint_of(suffix) for suffix in suffixes.split()} == {joint}


@pytest.mark.parametrize(
    ("suffix", "sound", "written"),
    [
        ("йды", VOWEL, [("иды", MERGED_I, ANY_CLASS)]),
        ("ады", GLIDE, [("яды", MERGED_Y, ANY_CLASS)]),
        ("ады", ANY_CLASS, [("яды", MERGED_Y, ANY_CLASS)]),
        ("ады", NASAL, []),
        ("у", VOICELESS, [("ю", MERGED_Y, ANY_CLASS)]),
        ("уы", GLIDE, [("юы", MERGED_Y, ANY_CLASS)]),
        ("лар", ANY_CLASS, []),
    ],
)
def test_merged_letters(suffix: str, sound: int, written: list[tuple[str, int, int]]) -> None:
    assert merged(suffix, sound) == written


def test_joints_are_apart() -> None:
    every = tuple(LETTERS.values())
    assert sorted(every) == [1, 2, 4, 8, 16, 32]
    assert joints.VOWEL_JOINTS == OPEN | CONVERB | INFINITIVE
