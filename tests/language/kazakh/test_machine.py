"""A small grammar: how its table is read, and which chains of suffixes spell a tail."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import machine
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
)
from qazlint.language.kazakh.grammar import (
    CLOSED,
    FAR,
    NEAR,
    STATE,
    Ending,
    Grammar,
    Row,
    Suffix,
    load,
    read_table,
    respelt,
)
from qazlint.language.kazakh.joints import CONVERB, INFINITIVE, MERGED_I, MERGED_Y, OPEN, PLAIN
from qazlint.language.kazakh.spelling import fold

TABLE = """
# a remark | with | bars | in it
= N   M R
= nom N pl p1

N      | ЛАр       | pl   | Number=Plur
N pl   | C:Ым V:м  | p1   | Person[psor]=1 ; 0.5
nom    | ДА        | loc  | Case=Loc
N      | лы лі     | M    | [deriv ADJ] ; 2
N      | шылық     | M    | [noun]
N      | ша        | M    | [deriv ADV near]
N      | ла ле     | V    | [deriv VERB] ; 1
V      | сА        | sa   | Mood=Cnd
V      | ма ме     | vn   | Polarity=Neg
V      | йды йді   | fin  | Tense=Pres
V      | ады еді   | fin  | Tense=Pres
V      | Ып        | ip   | VerbForm=Conv
V      | у         | vg   | VerbForm=Ger
N      | Нікі      | at   | Case=Gen
at     | ндА       | loc  | Case=Loc
. M R pl p1 | Case=Nom
. loc sa fin ip vg | Aspect=X ; 0.25
"""


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return read_table(TABLE)


def row(grammar: Grammar, base: str) -> Row:
    return written(grammar, base)[0].row


def written(grammar: Grammar, base: str) -> list[Suffix]:
    return [suffix for suffixes in grammar.suffixes.values() for suffix in suffixes if suffix.base == base]


@pytest.mark.parametrize(
    ("letters", "after"),
    [
        ("Л", "ллдддт"), ("Д", "дддддт"), ("Н", "нддндт"), ("Б", "мммббп"), ("П", "ммммбп"), ("З", "дддндт"), ("Ғ", "ғғғғғқ"),
    ],
)  # fmt: skip
def test_the_first_letter_goes_by_the_sound_before_it(letters: str, after: str) -> None:
    made = read_table(f"M | {letters}Ы | k |\n. k |\n")
    for sound, first in zip((VOWEL, GLIDE, LATERAL, NASAL, SIBILANT, VOICELESS), after, strict=True):
        front = "к" if first == "қ" else "г" if first == "ғ" else first
        back_ones = {s.surface for group in made.suffixes.values() for s in group if s.sounds & sound and s.inner == BACK}
        assert back_ones == {first + "ы"}
        assert {s.surface for group in made.suffixes.values() for s in group if s.sounds & sound and s.inner == FRONT} == {front + "і"}


@pytest.mark.parametrize(
    ("pattern", "sounds"),
    [("C:Ым", ANY_CLASS - VOWEL), ("V:м", VOWEL), ("S:р", VOWEL | GLIDE | LATERAL), ("мен", ANY_CLASS)],
)
def test_sides(pattern: str, sounds: int) -> None:
    made = read_table(f"M | {pattern} | k |\n. k |\n")
    assert {s.sounds for group in made.suffixes.values() for s in group} == {sounds}


@pytest.mark.parametrize(
    ("pattern", "harmonies"),
    [
        ("лАр", {("лар", BACK, BACK), ("лер", FRONT, FRONT)}),
        ("ғЫ", {("ғы", BACK, BACK), ("гі", FRONT, FRONT)}),
        ("ның", {("ның", BACK, BACK)}),
        ("нің", {("нің", FRONT, FRONT)}),
        ("м", {("м", EITHER, 0)}),  # shows what stands before it
        ("Пен", {("мен", EITHER, EITHER), ("бен", EITHER, EITHER), ("пен", EITHER, EITHER)}),
    ],
)
def test_harmony_of_written_suffixes(pattern: str, harmonies: set[tuple[str, int, int]]) -> None:
    made = read_table(f"M | {pattern} | k |\n. k |\n")
    assert {(s.surface, s.inner, s.outer) for group in made.suffixes.values() for s in group} == harmonies


def test_a_row_is_read_whole(grammar: Grammar) -> None:
    plural = row(grammar, "лар")
    assert plural.left == STATE["M"] | STATE["R"]
    assert (plural.right, plural.feats, plural.cost, plural.makes, plural.root) == (STATE["pl"], {"Number": "Plur"}, 0, "", NEAR)
    mine = row(grammar, "ым")
    assert (mine.left, mine.cost) == (STATE["M"] | STATE["R"] | STATE["pl"], 0.5)
    derived = row(grammar, "лы")
    assert (derived.makes, derived.root, derived.cost, derived.feats) == ("ADJ", FAR, 2.0, {})
    kept = row(grammar, "шылық")
    assert (kept.makes, kept.root) == ("NOUN", CLOSED)
    assert [final.cost for final in grammar.finals] == [0.0, 0.25]
    assert [final.feats for final in grammar.finals] == [{"Case": "Nom"}, {"Aspect": "X"}]
    first = grammar.finals[0]
    assert first.left == STATE["M"] | STATE["R"] | STATE["pl"] | STATE["p1"]
    assert (first.sounds, first.harmony, first.joint) == (ANY_CLASS, EITHER, PLAIN)


def test_letters_that_merge_with_the_stem_are_written_out(grammar: Grammar) -> None:
    assert {(s.surface, s.joint) for s in written(grammar, "йды")} == {("йды", PLAIN), ("иды", MERGED_I)}
    assert {(s.surface, s.joint, s.sounds) for s in written(grammar, "ады")} == {("ады", OPEN, ANY_CLASS), ("яды", MERGED_Y, ANY_CLASS)}
    assert {(s.surface, s.joint) for s in written(grammar, "у")} == {("у", INFINITIVE), ("ю", MERGED_Y)}
    assert {s.surface for s in written(grammar, "шылық")} == {"шылық", "шылығ"}  # before a vowel
    assert {s.joint for s in written(grammar, "ып")} == {CONVERB}
    assert {s.surface for s in written(grammar, "ма")} == {"ма"}


def said(grammar: Grammar, tail: str) -> list[Ending]:
    return list(machine.tails(grammar)(tail))


@pytest.mark.parametrize(
    ("tail", "feats", "cost"),
    [
        ("", {"Case": "Nom"}, 0),
        ("лар", {"Number": "Plur", "Case": "Nom"}, 0),
        ("лер", {"Number": "Plur", "Case": "Nom"}, 0),
        ("дар", {"Number": "Plur", "Case": "Nom"}, 0),
        ("ларым", {"Number": "Plur", "Person[psor]": "1", "Case": "Nom"}, 0.5),
        ("ларда", {"Number": "Plur", "Case": "Loc", "Aspect": "X"}, 0.25),
        ("ымда", {"Person[psor]": "1", "Case": "Loc", "Aspect": "X"}, 0.75),
        ("лы", {"Case": "Nom"}, 2),
        ("лыларда", {"Number": "Plur", "Case": "Loc", "Aspect": "X"}, 2.25),
        ("лау", {"VerbForm": "Ger", "Aspect": "X"}, 1.25),
        ("ласа", {"Mood": "Cnd", "Aspect": "X"}, 1.25),
        ("йды", {"Tense": "Pres", "Aspect": "X"}, 0.25),
    ],
)
def test_chains_of_suffixes(grammar: Grammar, tail: str, feats: dict[str, str], cost: float) -> None:
    assert (feats, cost) in [(ending.feats, ending.cost) for ending in said(grammar, tail)]


@pytest.mark.parametrize("tail", ["ларлар", "лерым", "ларлер", "далар", "ла", "ка", "ларм", "ымлар", "ларпа", "лардв", "шылығтар", "шылықым"])
def test_what_is_no_chain(grammar: Grammar, tail: str) -> None:
    assert said(grammar, tail) == []


def test_an_ending_tells_what_stem_it_asks_for(grammar: Grammar) -> None:
    (ending,) = said(grammar, "ларым")
    assert (ending.left, ending.harmony, ending.joint) == (STATE["M"] | STATE["R"], BACK, PLAIN)
    assert ending.sounds == VOWEL | GLIDE
    assert (ending.makes, ending.suffix, ending.root) == ("", "", NEAR)
    (mine,) = said(grammar, "м")
    assert (mine.sounds, mine.harmony) == (VOWEL, EITHER)
    (theirs,) = said(grammar, "нікінде")
    assert theirs.harmony == EITHER  # after any stem, whatever follows
    (after,) = said(grammar, "мда")
    assert (after.sounds, after.harmony) == (VOWEL, BACK)  # м shows what stands before it


def test_a_derivation_is_remembered_with_the_suffixes_up_to_it(grammar: Grammar) -> None:
    (ending,) = [e for e in said(grammar, "лыларым") if e.makes]
    assert (ending.makes, ending.suffix, ending.root) == ("ADJ", "лы", FAR)
    assert [(e.makes, e.root) for e in said(grammar, "ша")] == [("ADV", NEAR)]
    assert [(e.makes, e.root) for e in said(grammar, "лыша")] == [("ADV", FAR)]
    (kept,) = [e for e in said(grammar, "шылықтар") if e.makes]
    assert (kept.makes, kept.suffix, kept.root) == ("NOUN", "шылық", CLOSED)
    (twice,) = said(grammar, "лышылық")
    assert (twice.makes, twice.suffix, twice.root, twice.cost) == ("NOUN", "лышылық", CLOSED, 2)


def test_equal_features_are_one_mapping(grammar: Grammar) -> None:
    parse = machine.tails(grammar)
    assert parse("лар")[0].feats is parse("лер")[0].feats is parse("дар")[0].feats
    assert parse("лы")[0].feats is parse("")[0].feats


def test_a_respelt_grammar_has_the_same_suffixes_under_other_letters(grammar: Grammar) -> None:
    again = respelt(grammar, fold)
    assert {s.surface for group in again.suffixes.values() for s in group} == {s.surface for group in grammar.suffixes.values() for s in group}
    assert {s.surface for s in again.suffixes["им"]} == {"ым", "ім"}
    assert again.finals is grammar.finals


def test_the_grammar_of_the_package_reads_its_own_table() -> None:
    assert len(load().finals) > 1
    assert any(suffix.base == "лар" for suffix in load().suffixes["лар"])
