"""What `rules check` remarks on in a policy that works."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint.policy import advice, collect
from qazlint.policy.load import load
from tests.policy.small import POLICY, RULE, write


def remarks(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in advice.remarks(load(collect(folder)))]


def test_nothing_is_remarked_on_words_of_the_dictionary(tmp_path: Path) -> None:
    assert remarks(write(tmp_path)) == []


@pytest.mark.parametrize(
    ("lexicon", "said"),
    [
        ("ru: [премия, премия]", "1: warning: ru: «премия» stands here twice"),
        ("ru: ['(премия | оклад | премия)']", "1: warning: ru: «премия» stands twice among the alternatives"),
        ("ru: ['(берёт | берет)']", "1: warning: ru: «берет» stands twice among the alternatives"),
        ("ru: ['все (до (один | два | один))?']", "1: warning: ru: «один» stands twice among the alternatives"),
        ("ru: ['(на рука | на рука) есть']", "1: warning: ru: «на рука» stands twice among the alternatives"),
        ("ru: ['=прeмия']", "1: warning: ru: «прeмия» mixes Latin and Cyrillic letters"),
        ("ru: {VERB: [премия]}", "1: warning: ru: «премия» is no VERB in the Russian dictionary"),
        ("ru: [премией]", "1: warning: ru: «премией» is no dictionary form, so only this form is found: write =премией, or премией:NOUN if it is a noun of its own"),
        ("ru: {VERB: [горжусь]}", "1: warning: ru: «горжусь» is no dictionary form, so only this form is found: write =горжусь"),
        ("ru: [премировашка]", "1: note: ru: «премировашка» is not in the Russian dictionary; its inflected forms are guessed: премировашки, премировашке, премировашку…"),
        ("ru: [гсм]", "1: note: ru: «гсм» is not in the Russian dictionary; no inflected forms can be guessed"),
        ("ru: {NOUN: [кидала]}", "1: warning: ru: «кидала» is in the Russian dictionary as a form of another word only; its inflected forms are guessed: кидалы, кидале, кидалу…; not кидал, which are forms of кидать: write what you mean of them"),
        ("ru: ['закреп:NOUN']", "1: warning: ru: «закреп» is in the Russian dictionary as a form of another word only; its inflected forms are guessed: закрепом, закрепов; not закрепа, закрепу, закрепе…, which are forms of закрепа: write what you mean of them"),
        ("any: [ресепшн]", "1: note: any: «ресепшн» is in no dictionary; its inflected forms are guessed: ресепшна, ресепшну, ресепшном…"),
        ("kk: [жалаққы]", "1: note: kk: «жалаққы» is in no dictionary; its inflected forms are guessed"),
        ("ru: [премия.]", "1: warning: ru: «премия.» is never found, since texts have «премия» «.» for it: write these apart, marks after ="),
        ("ru: ['=5-летие']", "1: warning: ru: «5-летие» is never found, since texts have «5» «-» «летие» for it: write these apart, marks after ="),
        ("kk: {VERB: [тыйым]}", "1: warning: kk: «тыйым» is no VERB in Kazakh"),
        ("kk: [жалақысы]", "1: warning: kk: «жалақысы» is no dictionary form, so only this form is found: write =жалақысы"),
        ("kk: [жалақысы жоқ]", "1: note: kk: «жалақысы» is no dictionary form, so only this form is found: write =жалақысы"),
        ("ru: {NOUN: [вчера]}", "1: warning: ru: «вчера» is no NOUN in the Russian dictionary"),
        ("ru: [деньги]", "1: note: ru: «деньги» is looked up as деньга"),
    ],
)  # fmt: skip
def test_a_remark_on_a_lexicon(tmp_path: Path, lexicon: str, said: str) -> None:
    assert f"lexicons/money.yaml:{said}" in remarks(write(tmp_path, lexicon=lexicon))


@pytest.mark.parametrize("lexicon", ["kk: [жалақымен, =барып, 1с]", "any: [деп, т.е., e-mail, excel]"])
def test_nothing_is_remarked_on_forms_abbreviations_and_words_with_digits(tmp_path: Path, lexicon: str) -> None:
    assert [remark for remark in remarks(write(tmp_path, lexicon=lexicon)) if "no dictionary form" not in remark] == []


@pytest.mark.parametrize("lexicon", ["ru: {NOUN: [пострадавший, налоговая]}", "ru: {ADJ: [прогнивший]}", "ru: {NOUN: [турция], ADJ: [каждый]}", "kk: {VERB: [қарамау, төлену]}", "ru: [прогнивший]"])
def test_nothing_is_remarked_on_participles_and_adjectives_that_are_nouns(tmp_path: Path, lexicon: str) -> None:
    assert remarks(write(tmp_path, lexicon=lexicon)) == []


def test_unlike_alternatives_and_like_ones_of_two_lists_are_no_repeats(tmp_path: Path) -> None:
    lexicon = "ru: ['(премия | =премия | премия[Case=Gen] | премия~) (премия | большой премия)']"
    assert remarks(write(tmp_path, lexicon=lexicon)) == []


def test_remarks_on_the_phrases_of_rules_heads_and_turns(tmp_path: Path) -> None:
    rule = RULE.replace("clause:", "head: company\nunless: {near: [зарплатою]}\nclause:")
    rule = rule.replace('["@money"]', '["@money", "(а | а)"]')
    folder = write(tmp_path, POLICY + "turns: [столами]\n", rule)
    (folder / "heads").mkdir()
    (folder / "heads" / "company.yaml").write_text("with: {post: [ромашками]}\n", encoding="utf-8")
    only = "is no dictionary form, so only this form is found: write ={0}, or {0}:NOUN if it is a noun of its own"
    assert sorted(remarks(folder)) == [
        f"1-money.yaml:2: warning: unless.near: «зарплатою» {only.format('зарплатою')}",
        "1-money.yaml:8: warning: 1.money.any: «а» stands twice among the alternatives",
        f"heads/company.yaml:1: warning: with.post: «ромашками» {only.format('ромашками')}",
        f"policy.yaml:16: warning: turns: «столами» {only.format('столами')}",
    ]


def test_of_equal_phrases_the_first_is_remarked_on(tmp_path: Path) -> None:
    rule = RULE.replace('["@money"]', '["@money", зарплатою]\n    unless: {near: [зарплатою]}')
    assert [remark.split(": ")[0] for remark in remarks(write(tmp_path, rule=rule))] == ["1-money.yaml:6"]
