"""A policy against a text: what a finding holds, and where regular expressions and their conditions apply."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter, Span
from qazlint.language.pipeline import analyse
from qazlint.match import Matcher
from tests.policy.small import RULE, write


def regex(pattern: str, condition: str = "") -> str:
    return RULE.replace('any: ["@money"]', f"regex: ['{pattern}']{condition}").replace("[[премия]]", "[[ввв]]")


def found(folder: Path, rule: str, text: str) -> list[str]:
    return [text[slice(*finding.span)] for finding in Linter(write(folder, rule=rule)).check(text).findings]


def test_a_finding_has_what_its_rule_says(tmp_path: Path) -> None:
    rule = RULE.replace("    any:", '    severity: note\n    confidence: low\n    cites: ["1"]\n    with: {near: [школа]}\n    any:')
    linter = Linter(write(tmp_path, rule=rule))
    text = "Вот школа. Тут премия."
    sentences = analyse(text)
    (finding,) = Matcher(linter.policy).findings(text, sentences)
    assert (finding.clause, finding.rule_id, finding.severity, finding.confidence) == ("1", "1.money", "note", "low")
    assert (finding.span, finding.related, finding.cites) == (Span(15, 21), (Span(4, 9),), ("1",))
    assert (finding.message(), finding.advice()) == ("Деньги", "Уберите")


def test_the_passage_itself_is_not_beside_it(tmp_path: Path) -> None:
    rule = RULE.replace("    any:", "    with: {sentence: [премия]}\n    any:")
    (finding,) = Linter(write(tmp_path, rule=rule)).check("Вот премия").findings
    assert finding.related == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("вот ввв, ВВВв и вв", ["ввв", "ВВВв"]),
        ("Ввв. Вот ввв!", ["Ввв", "ввв"]),
        ("дввву", ["ввв"]),
        ("!!!", []),
        ("ввв", ["ввв"]),
    ],
)
def test_a_regular_expression_is_searched_for_in_the_text(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(tmp_path, regex("в{3,}"), text) == expected
    linter = Linter(write(tmp_path, rule=regex("в{3,}")))
    assert len(list(Matcher(linter.policy).findings(text, analyse(text)))) == len(expected)


@pytest.mark.parametrize(
    ("condition", "text", "holds"),
    [
        ("before: [премия]", "премия ввв", True),
        ("before: [премия]", "премия а б с ввв", True),
        ("before: [премия]", "премия а б с дввву", True),  # the word that it touches
        ("before: [премия]", "премия а б с д ввв", False),
        ("before: [премия]", "ввв премия", False),
        ("after: [премия]", "ввв а б с премия", True),
        ("after: [премия]", "ввв а б с д премия", False),
        ("after: [премия]", "дввв ввву а б с премия", True),  # the last of the words that it touches
        ("sentence: [премия]", "Премия. Тут ввв. Премия.", False),
        ("sentence: [премия]", "Вот. Тут ввв и премия. Вот.", True),
        ("sentence: [премия]", "Вот. Ввв, и премия.", True),
        ("sentence: [премия]", "Премия, и ввв. Вот.", True),
        ("sentence: [премия]", "Премия, и ввв. Ещё слово. Вот.", True),
        ("before: [вот]", "««ввв»» вот", False),
        ("before: [премия]", "премия а б ¤ввв", True),
        ("before: [премия]", "премия а б с ¤ввв", False),  # the sign is a word of its own
        ("after: [премия]", "ввв¤ а б премия", True),
        ("after: [премия]", "ввв¤ а б с премия", False),
    ],
)
def test_its_conditions_look_from_the_words_that_it_touches(tmp_path: Path, condition: str, text: str, holds: bool) -> None:
    pattern = "в{3,} в{3,}" if "дввв ввву" in text else "в{3,}"
    assert bool(found(tmp_path, regex(pattern, f"\n    with: {{{condition}}}"), text)) == holds


@pytest.mark.parametrize(
    ("condition", "text", "holds"),
    [
        ("before: [премия]", "Вот премия а б в ※※ г", True),
        ("before: [премия]", "Вот премия а б в г ※※ д", False),
        ("before: [премия]", "Вот ※※ премия", False),
        ("after: [премия]", "Вот ※※ а б в премия", True),
        ("after: [премия]", "Вот ※※ а б в г премия", False),
        ("after: [премия]", "Вот премия ※※", False),
    ],
)
def test_what_touches_no_word_has_neighbours_too(tmp_path: Path, condition: str, text: str, holds: bool) -> None:
    assert bool(found(tmp_path, regex("※※", f"\n    with: {{{condition}}}"), text)) == holds


def test_a_text_without_words_has_no_place_for_a_finding(tmp_path: Path) -> None:
    assert found(tmp_path, regex("※※"), "※※ !") == []


def test_each_regular_expression_of_a_rule_is_tried(tmp_path: Path) -> None:
    assert found(tmp_path, regex("г{3,}', 'в{3,}"), "ввв") == ["ввв"]
    assert found(tmp_path, regex("в{3,}', 'г{3,}"), "ввв") == ["ввв"]


def test_a_regular_expression_whose_condition_fails_does_not_stop_the_next(tmp_path: Path) -> None:
    write(tmp_path, rule=regex("в{3,}", "\n    with: {post: [премия]}"))
    (tmp_path / "2.yaml").write_text(regex("в{3,}").replace("1.money", "1.more"), encoding="utf-8")
    assert [finding.rule_id for finding in Linter(tmp_path).check("ввв").findings] == ["1.more"]


@pytest.mark.parametrize(
    ("text", "passage"), [("Вот премия и то", "премия и"), ("Вот премия а то", "премия а"), ("Та же премия за год", "премия за год")]
)
def test_phrases_with_one_rare_word_are_each_tried(tmp_path: Path, text: str, passage: str) -> None:
    rule = RULE.replace("@money", 'премия и", "премия а", "@money')
    linter = Linter(write(tmp_path, rule=rule, lexicon='ru:\n  phrases: ["премия за год", "оклад за месяц"]\n'))
    assert [text[slice(*finding.span)] for finding in linter.check(text).findings] == [passage]


@pytest.mark.parametrize(("text", "holds"), [("※※ премия. Вот.", True), ("※※ вот. Премия.", False), ("Вот ※※. Премия", False)])
def test_what_touches_no_word_belongs_to_the_sentence_before_or_the_first(tmp_path: Path, text: str, holds: bool) -> None:
    assert bool(found(tmp_path, regex("※※", "\n    with: {sentence: [премия]}"), text)) == holds
