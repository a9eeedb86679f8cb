"""Lemmas in the folded alphabet that the endings of a word allow, whatever the stem list knows."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import fold, fold_readings

# form | lemma UPOS, written out | and some that the endings do not allow
TABLE = """
мыржа | мыржа NOUN |
мыржада | мыржа NOUN | мыржа VERB
күшкіретігің | күшкіретік NOUN, күшкіретіг NOUN |
күшкіребің | күшкіреп NOUN, күшкіреб NOUN |
күшкіреда | күшкіре NOUN |
мыржысы | мыржы NOUN |
тырқабтар | тырқаб NOUN | тырқап NOUN
тырқанм | тырқанм NOUN | тырқан NOUN
тырқанның | тырқан NOUN | тырқану VERB
мыржалық | мыржалық NOUN | мыржа NOUN
мыржасаң | мыржау VERB | мыржа NOUN
мыржаяды | мыржаю VERB | мыржау VERB
мыржыдым | мыржу VERB, мыржыу VERB |
мыржиды | мыржыу VERB |
мыржапты | мыржабу VERB, мыржау VERB |
мыржакты | мыржагу VERB |
мыржауып | мыржабу VERB | мыржаб NOUN
тырқанып | тырқану VERB | тырқабу VERB
тырқауады | тырқауу VERB | тырқабу VERB
мыржап | мыржау VERB, мыржап NOUN |
қырсыттым | қырсыту VERB |
алды | алу VERB | ал NOUN
mırjada | мыржа NOUN |
мыржыса | мыржу VERB, мыржыу VERB |
тырқазса | тырқазу VERB | тырқау VERB
тыркса | тыргу VERB | тыру VERB
мыржызса | мыржызу VERB | мыржыу VERB
илмесе | илмеу VERB | илму VERB
mıııırjada | мыржа NOUN |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in TABLE.strip().splitlines()]


def named(cell: str) -> set[tuple[str, str]]:
    pairs = (reading.split() for reading in cell.split(", ") if reading)
    return {(fold(lemma), pos) for lemma, pos in pairs}


@pytest.mark.parametrize(("form", "allowed", "others"), ROWS)
def test_lemmas(form: str, allowed: str, others: str) -> None:
    found = {(a.lemma, a.pos) for a in fold_readings(form)}
    assert named(allowed) <= found
    assert named(others).isdisjoint(found)


@pytest.mark.parametrize(("form", "spelling"), [("жемкорлар", "folded"), ("жемқорлар", "folded"), ("jemqorlar", "latin")])
def test_they_say_how_the_word_was_typed(form: str, spelling: str) -> None:
    found = fold_readings(form)
    assert {a.spelling for a in found} == {spelling}
    assert not any(a.is_known or a.derived for a in found)


def test_of_two_ways_to_one_lemma_the_likelier_is_kept() -> None:
    (verb,) = [a for a in fold_readings("мыржиды") if a.lemma == fold("мыржу")]
    assert verb.feats["Tense"] == "Pres"  # мыржы + йды rather than мыржы + ды
    (verb,) = [a for a in fold_readings("соғыса") if a.lemma == fold("соғу")]
    assert verb.feats["Mood"] == "Cnd"  # соқ + ыс + а, which is met first, has the longer ending


def test_the_likeliest_comes_first_and_few_are_given() -> None:
    assert all(len(a.lemma) >= 3 for form in ("аты", "оқы", "тас", "ұлың", "еде") for a in fold_readings(form))
    assert len(fold_readings("өндірушілерінің")) == 16
    assert fold_readings("") == ()
    found = fold_readings("қызметкерлерімізге")
    assert found[0].lemma == fold("қызметкер")
    assert [a.score for a in found] == sorted((a.score for a in found), reverse=True)
    assert len({(a.lemma, a.pos) for a in found}) == len(found)
