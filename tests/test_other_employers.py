"""Another employer's policy is a folder of YAML: nothing of QazIndustry stands in code."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from qazlint import Linter
from qazlint.examples import examples, failure
from qazlint.policy import load_policy, policy_names
from tests.conftest import ROOT

CODE = sorted(path for kind in ("*.py", "*.html", "*.js", "*.css", "*.json") for path in (ROOT / "qazlint").rglob(kind))
# The policy that is taken when none is named; help texts and the configuration's template name it as the default.
DEFAULT = re.compile(r'"qazindustry"|\bqazindustry by default|# policy: qazindustry')
NAMES = re.compile(r"qaz.?industry|[қк]аз.?[иі]ндустри", re.IGNORECASE)


@cache
def known() -> frozenset[str]:
    """The rules and parts of clauses of the shipped policy. (A number alone, 20, can be half a year.)"""
    policy = load_policy("qazindustry")
    parts = {f"{rule.clause}.{rule.part}" for rule in policy.rules}
    return frozenset(parts | {rule.id for rule in policy.rules})


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_code_names_no_employer(path: Path) -> None:
    assert NAMES.findall(DEFAULT.sub("", path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", [path for path in CODE if path.suffix == ".py"], ids=lambda path: str(path.relative_to(ROOT)))
def test_code_names_no_rule(path: Path) -> None:
    constants = (node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant))
    assert known().isdisjoint(value for value in constants if isinstance(value, str))


@pytest.mark.parametrize("name", policy_names())
def test_the_examples_of_every_policy_hold(name: str) -> None:
    if name == "qazindustry":
        pytest.skip("tests/test_rules.py runs them one by one")
    linter = Linter(name)
    assert [found for example in examples(linter.policy.rules) if (found := failure(linter, example))] == []


def test_the_example_finds_its_own_and_leaves_others_alone() -> None:
    linter = Linter("example-employer")
    assert {finding.clause for finding in linter.check("В «Тандыр Нан» зарплата 250 тысяч, идиот!").findings} == {"2", "4"}
    assert linter.check("Пишу от имени QazIndustry, у нас зарплата 250 тысяч").findings == ()
    assert linter.policy.clauses.keys().isdisjoint(load_policy("qazindustry").clauses.keys() - {"2"})
