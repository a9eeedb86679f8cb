"""Rules that weigh a post as a whole: when they find something, what the finding says, and what they doubt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from qazlint import Finding, Linter, Span
from qazlint.examples import examples, failure
from qazlint.types import Weighed
from tests.policy.small import POLICY, RULE
from tests.policy.weighing import WEIGHED, write_weighed

LEXICON = """\
groups:
  pay: {ru: {NOUN: [премия, оклад], phrases: ["тринадцатая зарплата", "прибавка к ..2 отпуску"]}}
  rare: {ru: {phrases: ["деньги на бочку", "зелёные деньги на бочку"]}}
"""
# Clauses and parts: the other rules find «премия», each under its own matter.
CLAUSES = POLICY + """\
    parts: [bonus]
  - number: "2"
    text: {ru: Нежелательно}
    strength: {ru: не рекомендуется}
    severity: warning
"""  # fmt: skip
BONUS = RULE.replace("id: 1.money", "id: 1.bonus.any")
OTHER = RULE.replace('"1"', '"2"').replace("1.money", "2.money")
SNOW = "Шёл снег. "


@pytest.fixture
def weigh(tmp_path: Path) -> Callable[..., Linter]:
    """A linter whose table has these rows, and whose bounds are these."""
    return partial(linter, tmp_path)


def linter(folder: Path, *rows: str, finds: float = 1, doubts: float = -99, weighed: str = WEIGHED, **files: str) -> Linter:
    table = "\n  ".join([f"finds: {finds}\ndoubts: {doubts}\nru:", *rows])
    return Linter(write_weighed(folder, table, weighed, **{"lexicon": LEXICON, **files}))


def found(checked: Linter, text: str) -> list[Finding]:
    """The findings of the rule that weighs."""
    return [finding for finding in checked.raw(text) if finding.rule_id == "1.weighed"]


def said(text: str, findings: list[Finding]) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in findings]


# ---- the sum


@pytest.mark.parametrize(("finds", "is_found"), [(1.49, True), (1.5, True), (1.51, False), (-3, True)])
def test_the_sum_decides_at_its_bound(weigh: Callable[..., Linter], finds: float, is_found: bool) -> None:
    checked = weigh("скидка: 1.2", "бухгалтерия: 0.3", finds=finds)
    assert bool(found(checked, "Скидка. Её дала бухгалтерия.")) == is_found
    assert [one.total for one in checked.weigh("Скидка. Её дала бухгалтерия.")] == [1.5]


def test_a_term_counts_once_however_often_it_stands_there(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 1", "бухгалтерия: 0.5", finds=1.5)
    assert not found(checked, "Скидка, скидки, скидка! Нет, правда, скидка. Скидкой больше.")
    assert found(checked, "Скидка, и это бухгалтерия. Скидка!")


def test_what_speaks_against_it_takes_away(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 2", "кино: -1.01")
    assert found(checked, "Вот и скидка")
    assert not found(checked, "Вот и скидка в кино")
    assert [one.total for one in checked.weigh("Вот и скидка в кино. Кино!")] == [0.99]


@pytest.mark.parametrize(
    ("row", "text", "counts"),
    [
        ("скидка: 1", "Большими скидками", True),
        ("скидка: 1", "Скидочный день", False),
        ("=скидку: 1", "Дали скидку", True),
        ("=скидку: 1", "Дали скидки", False),
        ("==ДСП: 1", "Тут ДСП", True),
        ("==ДСП: 1", "Тут дсп", False),
        ("коррупция~: 1", "Он коррупционер", True),
        ("'/ски[дт]к.*/': 1", "Скидки и скитка", True),
        ("'(кино | оклад в конверте)': 1", "Дали оклад в конверте", True),
        ("'(кино | оклад в конверте)': 1", "Дали конверт", False),
        ("'@money.pay': 1", "Дали оклады", True),
        ("'@money': 1", "Дали оклады", True),
        ("'@money.pay': 1", "Дали тринадцатую зарплату", True),
        ("'@money.pay': 1", "Тринадцатая по счёту зарплата", False),
        ("'@money.pay': 1", "Получил прибавку к летнему отпуску", True),
        ("'@money.pay': 1", "Получил прибавку", False),
        ("'@money.pay[Case=Ins]': 1", "Доволен окладом", True),
        ("'@money.pay[Case=Ins]': 1", "Где оклад", False),
        ("<percent>: 1", "Выросло на 12%", True),
        ("<percent>: 1", "Выросло на 12", False),
        ("<money>: 1", "Получил 190 млн тенге", True),
        ("'<url=romashka.example>': 1", "Зайди на https://www.romashka.example/a", True),
        ("'<url=romashka.example>': 1", "Зайди на https://example.org/a", False),
        ("'[Person=2]': 1", "Ты поймёшь", True),
        ("'[Person=2]': 1", "Он поймёт", False),
        ("'[UPOS=VERB Tense=Past]': 1", "Он понял", True),
        ("'@employer': 1", "Я из Ромашки", True),
    ],
)  # fmt: skip
def test_terms_of_every_kind(weigh: Callable[..., Linter], row: str, text: str, counts: bool) -> None:
    assert [one.total for one in weigh(row).weigh(text)] == [float(counts)]
    assert bool(found(weigh(row), text)) == counts


@pytest.mark.parametrize(
    ("text", "total"),
    [("Тринадцатая зарплата, к и н о", 1.5), ("Тринадцатая, к и н о", 0.5), ("Зарплата, к и н о", 0.5)],
)  # fmt: skip
def test_two_words_of_a_lexicon_beside_a_word_in_pieces(weigh: Callable[..., Linter], text: str, total: float) -> None:
    checked = weigh("'@money': 1", "кино: 0.5", lexicon="ru: {phrases: [тринадцатая зарплата]}")
    assert [one.total for one in checked.weigh(text)] == [total]


@pytest.mark.parametrize(
    ("table", "text", "total"),
    [
        ("kk: {жалақы: 1}", "Жалақымыз аз", 1),
        ("kk: {айту: 1}", "Ол маған айтқан", 1),
        ("kk: {бас: 1}\nru: {бас: 2}", "Басым ауырды", 1),
        ("kk: {бас: 1}\nru: {бас: 2}", "Он пел басом", 2),
        ("ru: {<percent>: 1}\nkk: {<percent>: 2}", "Выросло на 12%", 3),
    ],
)  # fmt: skip
def test_sections_are_of_a_language(tmp_path: Path, table: str, text: str, total: float) -> None:
    checked = Linter(write_weighed(tmp_path, f"finds: 9\ndoubts: -9\n{table}"))
    assert [one.total for one in checked.weigh(text)] == [total]


def test_to_the_post_comes_its_heaviest_sentence(tmp_path: Path) -> None:
    """«Обед» tells in a sentence only, «кино» takes away there, «скидка» counts wherever it stands."""
    rows = "ru: {скидка: 1}\nsentence: {ru: {обед: 2, кино: -1.5, бухгалтерия: 0.5}}"
    checked = Linter(write_weighed(tmp_path, f"finds: 3\ndoubts: -9\n{rows}"))
    totals = {
        "Скидка. Обед.": 3, "Обед и кино. Скидка.": 1.5, "Обед в бухгалтерии. Скидка.": 3.5, "Обед. Бухгалтерия. Скидка.": 3,
        "Кино. Скидка.": 1, "Кино.": -1.5, "Обед и кино. Бухгалтерия. Скидка.": 1.5,
    }  # fmt: skip
    assert {text: checked.weigh(text)[0].total for text in totals} == totals
    text = "Скидка. Потом обед. Снег."
    assert said(text, found(checked, text)) == ["обед"]
    assert [(text[start:end], weight) for (start, end), weight in checked.weigh(text)[0].passages] == [("обед", 2), ("Скидка", 1)]


def test_what_another_table_is_sure_of_adds(tmp_path: Path) -> None:
    """Surely about children from 1 + 3 on; halfway at 1; not at all at 1 - 3."""
    table = "finds: 1\ndoubts: -1.4\nothers: {aid: -3}\nru: {скидка: 1.5, бухгалтерия: 4.5}"
    folder = write_weighed(tmp_path, table)
    (folder / "weights" / "aid.yaml").write_text("finds: 1\ndoubts: 1\neven: 1\nru: {дети: 1, сад: 3, лес: -3}\n", encoding="utf-8")
    checked = Linter(folder)
    totals = {
        "Скидка": -0.5 + 1.0, "Скидка, лес": 1.5, "Скидка, лес и дети": 1.5, "Скидка, лес, сад": 0.5, "Скидка, дети": 0.0, "Скидка, дети, сад": -1.5,
        "Скидка от бухгалтерии, дети, сад": 3.0,
    }  # fmt: skip
    for text, total in totals.items():
        (account,) = checked.weigh(text)
        assert account.total == pytest.approx(total, abs=0.011), text
        assert bool(found(checked, text)) == (total >= 1), text
    assert checked.weigh("Скидка, дети, сад")[0].others == (("aid", -3.0),)
    assert checked.weigh("Скидка, лес")[0].others == ()


def test_nothing_is_found_where_nothing_speaks_for_it(weigh: Callable[..., Linter]) -> None:
    checked = weigh("кино: -0.5", "скидка: 1", finds=-0.5)
    assert not found(checked, "Были в кино")
    assert not found(checked, "")
    assert found(checked, "Были в кино со скидкой")


def test_an_account_of_what_adds_and_what_takes_away(weigh: Callable[..., Linter]) -> None:
    """The heaviest first, of the same weight in the order of the text."""
    checked = weigh("скидка: 1", "'@money.pay': 1", "кино: -1", "обед: -1.5", finds=1.5, doubts=-0.25)
    (account,) = checked.weigh("Тринадцатая зарплата, скидка, кино, обед")
    spans = Span(36, 40), Span(0, 20), Span(22, 28), Span(30, 34)
    assert account == Weighed("1.weighed", -0.5, 1.5, -0.25, tuple(zip(spans, (-1.5, 1, 1, -1), strict=True)))
    assert checked.weigh("") == []


# ---- the finding


def test_the_finding_is_the_heaviest_sentence_from_its_first_to_its_last_word(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 1.5", "бухгалтерия: 1", "обед: 0.4", "кино: -2", "ура: -1", finds=-1)
    text = "Вот скидка. Вчера наша бухгалтерия, обед и кино, большая скидка, ура! Обед и бухгалтерия."
    assert said(text, found(checked, text)) == ["бухгалтерия, обед и кино, большая скидка"]


def test_of_sentences_of_the_same_weight_it_is_the_first(weigh: Callable[..., Linter]) -> None:
    (finding,) = found(weigh("скидка: 1", "обед: 1"), "Снег. Вот обед. Вот скидка. Вот обед.")
    assert finding.span == (10, 14)


@pytest.mark.parametrize("text", ["Обед и кино. Скидка.", "Скидка. Обед и кино."])
def test_what_speaks_against_it_does_not_decide_which_sentence_it_is(weigh: Callable[..., Linter], text: str) -> None:
    (finding,) = found(weigh("скидка: 1", "обед: 1", "кино: -0.5"), text)
    assert finding.span.start == 0


def test_several_words_of_a_lexicon_are_the_finding(weigh: Callable[..., Linter]) -> None:
    checked = weigh("'@money.pay': 1", "'@money.rare': 2")
    text = "Просят деньги на бочку. Получил прибавку к летнему отпуску."
    (finding,) = found(checked, text)
    assert said(text, [finding]) == ["деньги на бочку"]
    assert [text[slice(*span)] for span in finding.related] == ["прибавку к летнему отпуску"]


def test_several_words_that_only_may_stand_there_are_no_finding(weigh: Callable[..., Linter]) -> None:
    """Their weight counts, but there is nothing to point at."""
    checked = weigh("'@money.rare': 1")
    text = "На бочку положили деньги"
    assert [one.total for one in checked.weigh(text)] == [1]
    assert not found(checked, text)


def test_the_message_names_the_heaviest_passages_in_every_language(weigh: Callable[..., Linter]) -> None:
    words = ["скидка", "бухгалтерия", "обед", "отпуск", "смета", "аванс"]
    checked = weigh(*(f"{word}: {weight}" for weight, word in enumerate(words, 1)), "кино: -1")
    (finding,) = found(checked, "Скидка. Бухгалтерия, обед, отпуск, кино. Сметы и аванс. Аванс!")
    named = "«аванс», «Аванс», «Сметы», «отпуск», «обед»"
    assert finding.messages == {
        "ru": f"В целом о деньгах: {named}", "kk": f"Ақша туралы: {named}", "en": f"About money as a whole: {named}",
    }  # fmt: skip
    assert finding.message("kk").endswith(named)


def test_a_passage_has_the_weights_of_all_its_terms(weigh: Callable[..., Linter]) -> None:
    checked = weigh("премия: 1", "'@money.pay': 0.5", "'[Case=Nom]': 0.2", "скидка: 1.6", "тётя: -2")
    text = "Премия, скидку"
    (finding,) = found(checked, text)
    assert finding.message("ru") == "В целом о деньгах: «Премия», «скидку»"
    (account,) = checked.weigh(text + ", тётю")
    assert [(text[slice(*span)], weight) for span, weight in account.passages[1:]] == [("Премия", 1.7), ("скидку", 1.6)]
    assert account.passages[0][1] == -2
    assert account.total == pytest.approx(1.3)


@pytest.mark.parametrize(("against", "named"), [(-1, []), (-1.01, []), (-0.99, ["Премия"])])
def test_a_passage_whose_weights_cancel_each_other_says_nothing(weigh: Callable[..., Linter], against: float, named: list[str]) -> None:
    text = "Скидка. Премия."
    (finding,) = found(weigh("премия: 1", f"'@money.pay': {against}", "скидка: 2"), text)
    assert [text[slice(*span)] for span in finding.related] == named


def test_passages_outside_of_the_finding_are_related_to_it(weigh: Callable[..., Linter]) -> None:
    text = "Обед. Скидка, потом бухгалтерия. Снова обед, да обед."
    (finding,) = found(weigh("скидка: 1", "бухгалтерия: 1", "обед: 0.9"), text)
    assert said(text, [finding]) == ["Скидка, потом бухгалтерия"]
    assert [text[slice(*span)] for span in finding.related] == ["Обед", "обед", "обед"]


def test_what_a_condition_asked_for_stands_before_the_passages(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 1", "обед: 0.5", weighed=WEIGHED.replace("rules:", 'with: {post: ["@employer"]}\nrules:'))
    text = "Скидка. Обед. Я из Ромашки."
    (finding,) = found(checked, text)
    assert [text[slice(*span)] for span in finding.related] == ["Ромашки", "Обед"]
    assert not found(checked, "Скидка. Обед.")


def test_the_finding_is_as_the_rule_says(weigh: Callable[..., Linter]) -> None:
    (finding,) = found(weigh("скидка: 1"), "Скидка")
    assert (finding.clause, finding.severity, finding.confidence) == ("1", "error", "low")
    assert finding.advices == {"ru": "Уберите"}


# ---- long texts


@pytest.mark.parametrize(
    ("sentences", "first", "second", "is_found"),
    [
        (10, 0, 9, True),
        (11, 0, 4, True), (11, 4, 5, False), (11, 5, 10, True), (11, 0, 10, False),
        (20, 0, 9, True), (20, 9, 10, False), (20, 10, 19, True),
        (21, 6, 7, False), (21, 7, 13, True), (21, 13, 14, False), (21, 14, 20, True),
    ],
)  # fmt: skip
def test_a_long_text_is_weighed_in_parts(weigh: Callable[..., Linter], sentences: int, first: int, second: int, is_found: bool) -> None:
    spoken = [SNOW] * sentences
    spoken[first], spoken[second] = "Вот скидка. ", "Вот бухгалтерия. "
    assert bool(found(weigh("скидка: 1", "бухгалтерия: 1", finds=2), "".join(spoken))) == is_found


def test_each_part_has_a_finding_of_its_own(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 1", "обед: 0.5")
    text = "Вот скидка. " + SNOW * 9 + "Вот обед. " + SNOW * 8 + "Вот скидка и обед."
    first, second = found(checked, text)
    assert said(text, [first, second]) == ["скидка", "скидка и обед"]
    assert first.related == ()
    assert [text[slice(*span)] for span in second.related] == ["обед"]
    assert [one.total for one in checked.weigh(text)] == [1, 1.5]


# ---- doubt


def matters(tmp_path: Path, weighed: str, doubts: float = 0) -> Linter:
    """A policy whose other rules find «премия» under a clause, under a part of it, and under another clause."""
    for name, text in (("3", BONUS), ("4", OTHER)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return linter(tmp_path, "кино: -1", "скидка: 0.5", doubts=doubts, weighed=weighed, policy=CLAUSES)


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("1.weighed", ["1.bonus.any", "2.money"]),
        ("1.bonus.weighed", ["1.money", "2.money"]),
        ("2.weighed", ["1.bonus.any", "1.money"]),
    ],
)  # fmt: skip
def test_doubt_is_cast_on_the_same_matter_only(tmp_path: Path, rule: str, left: list[str]) -> None:
    weighed = WEIGHED.replace("1.weighed", rule).replace('clause: "1"', f'clause: "{rule[0]}"')
    checked, text = matters(tmp_path, weighed), "Премия и кино"
    assert [finding.rule_id for finding in checked.check(text).findings] == left
    sure = {finding.rule_id: finding.confidence for finding in checked.raw(text)}
    assert sure == {name: "high" if name in left else "doubtful" for name in ("1.bonus.any", "1.money", "2.money")}
    assert {finding.confidence for finding in checked.raw("Премия")} == {"high"}


@pytest.mark.parametrize(("doubts", "stays"), [(-0.51, True), (-0.5, True), (-0.49, False)])
def test_doubt_begins_below_its_bound(weigh: Callable[..., Linter], doubts: float, stays: bool) -> None:
    checked = weigh("кино: -1", "скидка: 0.5", doubts=doubts)
    assert bool(checked.check("Премия, скидка, кино").findings) == stays


def test_doubt_is_of_the_part_in_which_the_finding_stands(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 0.5", "кино: -1", doubts=0.5)
    text = "Премия. Скидка. " + SNOW * 8 + "Премия. Скидка. " + SNOW * 7 + "Были в кино."
    assert [finding.span.start for finding in checked.check(text).findings] == [0]
    assert len(checked.raw(text)) == 2


def test_what_its_own_sentence_says_plainly_is_not_doubted(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 0.5", "кино: -1", doubts=0.5)
    assert not checked.check("Премия. Скидка. Были в кино.").findings
    assert checked.check("Премия и скидка. Были в кино.").findings


@pytest.mark.parametrize(("against", "words", "stays"), [(-0.9, 9, True), (-1, 9, False), (-0.9, 10, False)])
def test_a_few_words_are_doubted_only_for_what_speaks_against_them(
    weigh: Callable[..., Linter], against: float, words: int, stays: bool
) -> None:
    checked = weigh(f"кино: {against}", "скидка: 0.5", doubts="0.5\nwords: 10")
    assert bool(checked.check("Премия и кино" + " снег" * (words - 3)).findings) == stays
    assert bool(checked.check("Премия" + " снег" * (words - 1)).findings) == (words < 10)


@pytest.mark.parametrize(("against", "stays"), [(-0.99, True), (-1, False)])
def test_what_speaks_for_it_takes_nothing_from_what_speaks_against_it(
    weigh: Callable[..., Linter], against: float, stays: bool
) -> None:
    checked = weigh(f"кино: {against}", "скидка: 0.5", doubts="0.5\nwords: 10")
    assert bool(checked.check("Премия. Кино и скидка").findings) == stays


def test_what_a_regular_expression_finds_is_doubted_too(weigh: Callable[..., Linter]) -> None:
    checked = weigh("кино: -1", doubts=0, rule=RULE.replace('any: ["@money"]', "regex: ['№ *\\d+']"))
    assert checked.check("Приказ № 5").findings
    assert not checked.check("Приказ № 5 о кино").findings


def test_a_doubted_finding_is_nothing_to_yield_to(tmp_path: Path) -> None:
    (tmp_path / "4.yaml").write_text(OTHER.replace("rules:", 'yields: ["1"]\nrules:'), encoding="utf-8")
    checked = linter(tmp_path, "кино: -1", doubts=0, policy=CLAUSES)
    assert [finding.rule_id for finding in checked.check("Премия").findings] == ["1.money"]
    assert [finding.rule_id for finding in checked.check("Премия и кино").findings] == ["2.money"]


def test_rules_that_weigh_are_not_doubted(tmp_path: Path) -> None:
    """Each of two tables for a matter has its say; the last one doubts what phrases find."""
    folder = write_weighed(tmp_path, "finds: 1\ndoubts: -9\nru: {скидка: 1, премия: 0.1}")
    (folder / "9.yaml").write_text(WEIGHED.replace("1.weighed", "1.strict").replace("weigh: money", "weigh: strict"), encoding="utf-8")
    (folder / "weights" / "strict.yaml").write_text("finds: 2\ndoubts: 0\nru: {скидка: -1}", encoding="utf-8")
    sure = [(finding.rule_id, finding.confidence) for finding in Linter(folder).raw("Премия со скидкой")]
    assert sorted(sure) == [("1.money", "doubtful"), ("1.weighed", "low")]


# ---- like any other rule


def test_it_yields_to_what_phrases_say_of_the_same(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 1", "премия: 0.1", weighed=WEIGHED.replace("rules:", 'yields: {post: ["1"]}\nrules:'))
    assert [finding.rule_id for finding in checked.check("Скидка. Премия.").findings] == ["1.money"]
    assert [finding.rule_id for finding in checked.check("Скидка. Кино.").findings] == ["1.weighed"]
    assert [finding.rule_id for finding in checked.raw("Скидка. Премия.")] == ["1.weighed", "1.money"]


def test_an_author_whom_it_does_not_bind(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 1", weighed=WEIGHED.replace("rules:", "exempt: [chief]\nrules:"))
    assert [finding.rule_id for finding in checked.check("Скидка").findings] == ["1.weighed"]
    assert checked.check("Скидка", author="chief").findings == ()



def test_a_rule_that_is_switched_off_neither_finds_nor_doubts(weigh: Callable[..., Linter]) -> None:
    policy = weigh("скидка: 1", "кино: -9", doubts=0).policy
    off = Linter(policy.with_rules(rule for rule in policy.rules if not rule.scale))
    assert Linter(policy).check("Скидка").findings
    assert not off.check("Скидка").findings
    assert not Linter(policy).check("Премия в кино").findings
    assert [finding.rule_id for finding in off.check("Премия в кино").findings] == ["1.money"]
    assert off.weigh("Скидка") == []


def test_its_examples_are_tried(weigh: Callable[..., Linter]) -> None:
    checked = weigh("оклад: 1")
    assert [failure(checked, example) for example in examples(checked.policy.rules)] == [""] * 4
    for mistake in (("вот и всё", "вот оклад"), ("[[оклад]]", "[[всё]]")):
        checked = weigh("оклад: 1", weighed=WEIGHED.replace(*mistake))
        assert any(failure(checked, example) for example in examples(checked.policy.rules))


def test_a_message_shows_passages_on_one_line_and_without_what_hides_its_words(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 1", finds=0.5)
    (one,) = found(checked, "Вот ски\u200bдка")
    assert "\u200b" not in one.message("ru")
    assert one.message("ru").endswith("»")


def test_a_word_said_again_does_not_make_its_sentence_the_heaviest(weigh: Callable[..., Linter]) -> None:
    checked = weigh("скидка: 0.6", "бухгалтерия: 1", finds=1)
    text = "Скидка, скидка, скидка. Её дала бухгалтерия."
    assert said(text, found(checked, text)) == ["бухгалтерия"]


def test_a_certain_rule_is_not_doubted(weigh: Callable[..., Linter]) -> None:
    certain = RULE.replace('any: ["@money"]', 'certain: true\n    any: ["@money"]')
    assert not weigh("кино: -1", doubts=0).check("Премия и кино").findings
    assert weigh("кино: -1", doubts=0, rule=certain).check("Премия и кино").findings
