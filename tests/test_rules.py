"""Every example of every rule, each as a test of its own: `pytest -k 20.in-name`."""

from __future__ import annotations

import pytest

from qazlint import Linter
from qazlint.examples import Example, examples, failure
from qazlint.policy import collect
from qazlint.policy.load import load
from qazlint.policy.model import Rule

POLICY = load(collect("qazindustry")).policy


@pytest.mark.parametrize("example", list(examples(POLICY.rules)), ids=lambda example: example.name)
def test_example(example: Example, linter: Linter) -> None:
    assert failure(linter, example) == ""


@pytest.mark.parametrize("rule", POLICY.rules, ids=lambda rule: rule.id)
def test_rule_speaks_three_languages(rule: object) -> None:
    for texts in (rule.message, rule.advice):  # type: ignore[attr-defined]
        assert set(texts) == {"ru", "kk", "en"}
        assert all(texts.values())


@pytest.mark.parametrize("rule", POLICY.rules, ids=lambda rule: rule.id)
def test_rule_has_examples_in_both_languages(rule: object) -> None:
    bad = rule.examples.bad  # type: ignore[attr-defined]
    assert any(set("әғқңөұүі") & set(text.lower()) for text in bad), "no Kazakh example"
    assert any(set("ыэъщё") & set(text.lower()) or not set("әғқңөұүі") & set(text.lower()) for text in bad)


@pytest.mark.parametrize("rule", [rule for rule in POLICY.rules if rule.scale], ids=lambda rule: rule.id)
def test_passages_can_follow_the_message_of_a_rule_that_weighs(rule: Rule) -> None:
    assert not any(":" in message or message.endswith(".") for message in rule.message.values())
