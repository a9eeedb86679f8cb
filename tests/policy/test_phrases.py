"""The phrase language: what each construct parses to, and what is said of a phrase that cannot be read."""

from __future__ import annotations

import pytest

from qazlint.policy.phrases import PhraseError, parse
from qazlint.policy.tree import Choice, Feature, Gap, Leaf, Phrase, Step


def one(leaf: Leaf) -> Phrase:
    return Phrase(((Step(leaf),),))


NEGATIVE = (Feature("Polarity", ("Neg",)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("премия", one(Leaf("lemma", "премия"))),
        ("Ёлка", one(Leaf("lemma", "елка"))),
        ("пресс-секретарь", one(Leaf("lemma", "пресс-секретарь"))),
        ("и.о.", one(Leaf("lemma", "и.о."))),
        ("көт:NOUN", one(Leaf("lemma", "көт", (Feature("UPOS", ("NOUN",)),)))),
        ("жемқор~", one(Leaf("lemma", "жемқор", derived=True))),
        ("=Имени", one(Leaf("form", "имени"))),
        ("==ДСП", one(Leaf("exact", "ДСП"))),
        ("@finance", one(Leaf("group", "finance"))),
        ("@finance.pay", one(Leaf("group", "finance.pay"))),
        ("@say[Polarity=Neg]", one(Leaf("group", "say", NEGATIVE))),
        ("<money>", one(Leaf("entity", "money"))),
        ("<email=Site.KZ>", one(Leaf("entity", "email=site.kz"))),
        ("<url=https://www.Site.kz/>", one(Leaf("entity", "url=site.kz"))),
        ("/б[ао]к.*/", one(Leaf("pattern", "б[ао]к.*"))),
        ("[UPOS=VERB Mood=Imp]", one(Leaf("word", "", (Feature("UPOS", ("VERB",)), Feature("Mood", ("Imp",)))))),
        ("слово[Case!=Nom|Acc]", one(Leaf("lemma", "слово", (Feature("Case", ("Nom", "Acc"), True),)))),
        ("мы[Person[psor]=1]", one(Leaf("lemma", "мы", (Feature("Person[psor]", ("1",)),)))),
    ],
)
def test_single_terms(text: str, expected: Phrase) -> None:
    assert parse(text) == expected


def test_sequence_with_gap_optional_and_not() -> None:
    seq = parse("а ..5 б? !в ..").parts[0]
    assert seq == (
        Step(Leaf("lemma", "а")),
        Gap(5),
        Step(Leaf("lemma", "б"), "optional"),
        Step(Leaf("lemma", "в"), "not"),
        Gap(3),
    )


def test_choice_of_sequences() -> None:
    step = parse("(а | б в)").parts[0][0]
    assert step == Step(Choice(((Step(Leaf("lemma", "а")),), (Step(Leaf("lemma", "б")), Step(Leaf("lemma", "в"))))))


def test_parts_and_windows() -> None:
    phrase = parse("а & б &6 в")
    assert len(phrase.parts) == 3
    assert phrase.windows == (None, 6)


def test_marks() -> None:
    assert parse("да =, нет =?").parts[0][1] == Step(Leaf("mark", ","))
    assert parse("да =, нет =?").parts[0][3] == Step(Leaf("mark", "?"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("а &", "empty"),
        ("(а | б", "not closed"),
        ("а )", "unexpected «)»"),
        ("премия[Casee=Gen]", "did you mean «Case»"),
        ("премия[Case=Genn]", "did you mean «Gen»"),
        ("премия[Case]", "write Name=Value"),
        ("премия[]", "no feature"),
        ("<mony>", "did you mean «money»"),
        ("слово:NUON", "did you mean «NOUN»"),
        ("..5", "not optional"),
        ("а? б?", "not optional"),
        ("а ..99 б", "1 to 20"),
        ("/(/", "regular expression"),
        ("!(а б)", "single words"),
        ("!а?", "do not go together"),
        ("а % б", "no meaning"),
    ],
)
def test_errors_say_what_and_where(text: str, said: str) -> None:
    with pytest.raises(PhraseError, match=said.replace("(", r"\(").replace(")", r"\)")):
        parse(text)


def test_features_after_a_space_are_a_word_of_their_own() -> None:
    assert len(parse("в [UPOS=ADJ]? чат").parts[0]) == 3
    assert len(parse("в[UPOS=ADP] чат").parts[0]) == 2


def test_features_after_a_choice() -> None:
    step = parse("(а | б в)[Case=Nom]").parts[0][0]
    assert isinstance(step, Step)
    assert step.what.feats == (Feature("Case", ("Nom",)),)
