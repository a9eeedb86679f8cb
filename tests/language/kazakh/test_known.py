"""Readings by a list of a few stems and a grammar of a few suffixes."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import machine
from qazlint.language.kazakh.grammar import read_table, respelt
from qazlint.language.kazakh.lexicon import Lexicon, known
from qazlint.language.kazakh.spelling import fold
from qazlint.language.kazakh.stems import Entry, Stem, StemIndex, shapes_of

GRAMMAR = read_table("""
= N    M A
= nom  N pl
nom    | C:Ым V:м  | p1   | Person[psor]=1
N      | ЛАр       | pl   | Number=Plur
nom    | ДА        | loc  | Case=Loc
N      | мЫн       | fin  | Person=1 Number=Sing
N      | ЛЫ        | A    | [deriv ADJ]
N      | ЛА        | V    | [deriv VERB]
N      | C:Ыл      | A    | [deriv ADJ]
N      | шЫлЫқ     | M    | [noun]
V      | ҒЫш       | A    | [deriv ADJ]
V      | C:Ыс V:с  | M    | [deriv NOUN near]
V      | ДЫ        | fin  | Tense=Past
V      | у         | M    | VerbForm=Ger
. M A pl p1        | Case=Nom
. loc fin          |
. V                | Mood=Imp
""")
WORDS = [("қора", "NOUN"), ("+бала", "NOUN"), ("биік", "ADJ"), ("көтер", "VERB"), ("+жүр", "VERB"), ("үйлі", "ADJ"), ("үй", "NOUN"),
         ("жүрек", "NOUN"), ("жүректі", "ADJ"), ("сө", "NOUN"), ("+өң", "NOUN"), ("бал", "NOUN"), ("тас", "NOUN"), ("тасты", "ADJ"), ("сана", "NOUN"), ("саналы", "ADJ"), ("же", "VERB"),
         ("он", "NUM")]  # fmt: skip


def book() -> Lexicon:
    shapes: dict[str, list[Entry | Stem]] = {}
    for word, pos in WORDS:
        entry = Entry(word.lstrip("+"), pos, frequent=word.startswith("+"))
        for shape in shapes_of(entry):
            shapes.setdefault(shape.surface, []).append(entry)
    return Lexicon(StemIndex(shapes), machine.tails(GRAMMAR), exact=True)


def folded_book() -> Lexicon:
    exact = book()
    return Lexicon(exact.stems.respelt(fold), machine.tails(respelt(GRAMMAR, fold)), exact=False)


def told(word: str, lexicon: Lexicon, **how: bool | int) -> list[str]:
    found = known(word, lexicon, **how)  # type: ignore[arg-type]
    assert all(reading.known for reading in found)
    return [f"{reading.lemma}{'~' if reading.derived else ''}:{reading.pos}" for reading in found]


@pytest.mark.parametrize(
    ("word", "readings", "through"),
    [
        ("қораларда", ["қора:NOUN"], []),
        # the derived word, and the root of a word that is not frequent
        ("қоралы", ["қоралы:ADJ", "қора~:NOUN"], ["қора~:NOUN"]),
        ("қоралыда", ["қоралы:ADJ", "қора~:NOUN"], ["қора~:NOUN"]),
        ("қораладым", [], []),
        ("қоралады", ["қоралау:VERB", "қора~:NOUN"], ["қора~:NOUN"]),
        # a frequent root is seldom meant
        ("балалы", ["балалы:ADJ"], ["бала~:NOUN"]),
        ("балашылық", ["балашылық:NOUN"], []),  # closed: no way back
        ("қорашылық", ["қорашылық:NOUN"], []),
        # near: even a frequent root is what is meant
        ("жүріс", ["жүріс:NOUN", "жүру~:VERB"], ["жүру~:VERB"]),
        ("көтерістер", ["көтеріс:NOUN", "көтеру~:VERB"], ["көтеру~:VERB"]),
        # a derived word that is listed needs no making; its root must be longer then
        ("үйлі", ["үйлі:ADJ"], ["үй~:NOUN"]),
        ("жүректі", ["жүректі:ADJ", "жүрек~:NOUN"], ["жүрек~:NOUN"]),
        ("сөлі", ["сөлі:ADJ"], ["сө~:NOUN"]),  # two letters are chance
        ("өңді", ["өңді:ADJ"], ["өң~:NOUN"]),
        ("балды", ["балды:ADJ", "бал~:NOUN"], ["бал~:NOUN"]),
        ("тасты", ["тасты:ADJ"], ["тас~:NOUN"]),
        ("саналы", ["саналы:ADJ", "сана~:NOUN"], ["сана~:NOUN"]),
        ("жес", ["жес:NOUN"], ["жеу~:VERB"]),
        ("жүрегіл", ["жүрегіл:ADJ", "жүрек~:NOUN"], ["жүрек~:NOUN"]),
        # the form of the stem before a consonant is its dictionary form
        ("жүректіде", ["жүректі:NOUN", "жүректі:ADJ", "жүрек~:NOUN"], ["жүрек~:NOUN"]),
        ("көтергіш", ["көтергіш:ADJ", "көтеру~:VERB"], ["көтеру~:VERB"]),
        ("жүргіш", ["жүргіш:ADJ"], ["жүру~:VERB"]),
        ("көтерғыш", [], []),
    ],
)
def test_derivations(word: str, readings: list[str], through: list[str]) -> None:
    assert told(word, book()) == readings
    assert [reading for reading in told(word, book(), roots=True) if "~" in reading] == through


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("биік", ["биік:ADJ"]),
        ("биікте", ["биік:NOUN", "биіктеу:VERB", "биік:ADJ"]),
        ("биіктер", ["биік:NOUN", "биік:ADJ"]),
        ("биігім", ["биік:NOUN", "биік:ADJ"]),
        ("биікмін", ["биік:ADJ"]),
        ("қорамын", ["қора:NOUN"]),
    ],
)
def test_an_adjective_with_endings_of_a_noun_is_a_noun_first(word: str, readings: list[str]) -> None:
    assert told(word, book())[: len(readings)] == readings


def test_typed_without_letters() -> None:
    folded = folded_book()
    assert told(fold("котергиш"), folded) == ["көтеру~:VERB"]
    assert told(fold("корада"), folded) == ["қора:NOUN"]
    assert "он:NUM" in told("онда", folded)  # with он and өң, which look alike, the ending tells which is meant
    assert "өң:NOUN" in told("онде", folded)
    assert told(fold("коралы"), folded) == ["қоралы:ADJ", "қора~:NOUN"]
    assert told(fold("журекти"), folded) == ["жүректі:ADJ", "жүрек~:NOUN"]
    assert told(fold("журис"), folded) == ["жүру~:VERB"]  # what is derived from a verb has letters that nobody knows
    assert told(fold("котерис"), folded) == ["көтеру~:VERB"]


def test_short_stems_are_taken_when_they_are_frequent_or_verbs_with_an_ending() -> None:
    folded = folded_book()
    assert told(fold("онди"), folded, short=4) == ["өңді:ADJ"]
    assert told(fold("уйде"), folded) == ["үй:NOUN"]
    assert told(fold("уйде"), folded, short=2) == ["үй:NOUN"]
    assert told(fold("уйде"), folded, short=3) == []
    assert told(fold("жеди"), folded, short=3) == ["жеу:VERB"]
    assert told(fold("жеди"), folded, short=4) == []  # no longer than that
    assert told(fold("же"), folded, short=3) == []
    assert told(fold("журсе"), folded, short=4) == []
    assert told(fold("журди"), folded, short=4) == ["жүру:VERB"]
    assert told(fold("журди"), folded, short=9) == ["жүру:VERB"]


def test_stems_have_features_of_their_own() -> None:
    lexicon = book()
    (stem,) = lexicon.stems.find("қора")
    lexicon.stems.shapes["мына"] = [stem._replace(lemma="мына", feats={"PronType": "Dem"})]
    (reading,) = known("мынада", lexicon)
    assert reading.feats == {"PronType": "Dem", "Case": "Loc"}
    (derived,) = known("мыналы", lexicon)[:1]
    assert derived.feats == {"PronType": "Dem", "Case": "Nom"}
