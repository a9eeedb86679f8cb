"""The table of how often words stand in posts, and that a phrase is looked up by the rarest of its words."""

from __future__ import annotations

from pathlib import Path

from qazlint.policy import load_policy
from qazlint.policy.frequency import frequent
from tests.policy import small


def test_the_table_of_frequent_words() -> None:
    table = frequent()
    assert 5 <= min(table.values()) < max(table.values()) < 10_000
    assert table["и"] > table["работа"] > table["премия"]
    assert table["мен"] > table["жұмыс"]
    assert [word for word in table if word != word.lower() or "ё" in word or not word.isalpha()] == []


def test_a_phrase_is_looked_up_by_its_rarest_words(tmp_path: Path) -> None:
    said = '"весь &7 премия &7 и &7 надтреснутый"'
    rule = small.RULE.replace('"@money"', said).replace("вот [[премия]]", "[[весь и премия надтреснутая]]")
    program = load_policy(small.write(tmp_path, rule=rule)).program
    (phrase,) = program.phrases
    assert phrase.anchor in {spec[0] for spec in program.lemmas["надтреснутый"]}
    assert phrase.other in {spec[0] for spec in program.lemmas["премия"]}
