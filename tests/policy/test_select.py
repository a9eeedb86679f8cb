"""Names for rules."""

from __future__ import annotations

import pytest

from qazlint import Linter
from qazlint.policy.select import UnknownNameError, select


def test_every_kind_of_name(linter: Linter) -> None:
    rules = linter.policy.rules
    assert select(linter.policy, "20.in-name") == {"20.in-name"}
    assert select(linter.policy, "20") == {rule.id for rule in rules if rule.clause == "20"}
    assert select(linter.policy, "26.insult") == {rule.id for rule in rules if rule.part == "insult"}
    assert {rule.id for rule in rules if rule.id.startswith("26.insult.")} <= select(linter.policy, "26.insult.")
    assert select(linter.policy, "27") == frozenset()


def test_rules_that_were_taken_out_are_known_by_name(linter: Linter) -> None:
    policy = linter.policy.with_rules(rule for rule in linter.policy.rules if rule.clause != "20")
    assert select(policy, "20.in-name") == select(policy, "20") == frozenset()
    assert select(policy.with_rules(()), "26.insult.kazakh") == frozenset()
    assert select(policy, "26.insult.kazakh") == {"26.insult.kazakh"}


@pytest.mark.parametrize("rule", ["20.in-name", "26.insult"])
def test_a_name_is_not_the_beginning_of_a_word(linter: Linter, rule: str) -> None:
    with pytest.raises(LookupError):
        select(linter.policy, rule[:-2])


@pytest.mark.parametrize(("name", "near"), [("20.in-nam", "20.in-name"), ("26.insutl", "26.insult"), ("zzz", ""), ("", ""), (".", "")])
def test_an_unknown_name_offers_the_nearest(linter: Linter, name: str, near: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        select(linter.policy, name)
    assert raised.value.near == near
    assert (f"did you mean «{near}»?" in str(raised.value)) == bool(near)
