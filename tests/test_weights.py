"""The shipped tables of weights as data: as the script writes them, each for one rule, every weight in the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from qazlint import Linter
from qazlint.policy.model import Scale
from qazlint.policy.names import SECTIONS
from qazlint.policy.packing import UNIT, unpacked
from scripts.weights import tables
from scripts.weights.learn import Learnt
from tests.conftest import ROOT

FILES = sorted((ROOT / "rules" / "qazindustry" / "weights").glob("*.yaml"))
NAMES = [path.stem for path in FILES]


@cache
def table(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return found


def weights(path: Path) -> dict[tuple[str, str], float]:
    """Section and term → weight in the post."""
    return _weights(table(path))


def of_sentence(path: Path) -> dict[tuple[str, str], float]:
    """Section and term → weight in a sentence."""
    return _weights(table(path)["sentence"])


def _weights(sections: dict[str, Any]) -> dict[tuple[str, str], float]:
    return {(section, term): weight for section in SECTIONS for term, weight in sections.get(section, {}).items()}


def units(number: float) -> int:
    return round(number * UNIT)


def without_remarks(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_table_is_sorted_and_written_as_the_script_writes_it(path: Path) -> None:
    post, sentence = weights(path), of_sentence(path)
    terms = [*(term for term in post if term not in sentence), *sentence]
    rows = (np.array([found.get(term, 0) for term in terms]) for found in (post, sentence))
    numbers = (table(path)[name] for name in ("finds", "doubts", "even", "others"))
    written = tables.as_yaml(Learnt(*rows, *numbers, ""), terms)
    assert without_remarks(path.read_text(encoding="utf-8")) == without_remarks(written)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_weight_tells_something(path: Path) -> None:
    every = [*weights(path).items(), *of_sentence(path).items(), *table(path)["others"].items()]
    assert [term for term, weight in every if not units(weight)] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_table_speaks_for_and_against_in_both_languages(path: Path) -> None:
    for found in (weights(path), of_sentence(path)):
        signs = {(section, weight > 0) for (section, _), weight in found.items()}
        assert signs == {(section, sign) for section in SECTIONS for sign in (True, False)}


def test_each_table_is_for_one_rule_of_its_matter_or_for_other_tables(linter: Linter) -> None:
    scales = {
        path.stem: Scale(
            2 * number, 2 * number + 1,
            units(table(path)["finds"]), units(table(path)["doubts"]), table(path)["words"],
            tuple(units(table(path)["others"].get(name, 0)) for name in NAMES),
        )
        for number, path in enumerate(FILES)
    }  # fmt: skip
    alone = {"26.obscenity", "any"}
    assert alone < set().union(*(table(path)["others"] for path in FILES))
    rules = [rule for rule in linter.policy.rules if rule.scale]
    assert {rule.id: rule.scale for rule in rules} == {f"{name}.weighed": scales[name] for name in scales.keys() - alone}
    assert {f"{rule.clause}.{rule.part}".rstrip(".") for rule in rules} == scales.keys() - alone
    assert len(rules) >= 11


def test_the_program_has_every_weight(linter: Linter) -> None:
    program = linter.policy.program
    assert program.scales == tuple((path.stem, units(table(path)["even"])) for path in FILES)
    sums = [sum(map(units, found(path).values())) for path in FILES for found in (weights, of_sentence)]
    assert list(unpacked(sum(program.weights.values()), program.columns)) == sums


def test_a_rule_that_weighs_is_cautious(linter: Linter) -> None:
    """It is silent where a phrase of its matter speaks, and makes no error of a post: no phrase says it."""
    for rule in linter.policy.rules:
        if rule.scale:
            assert f"{rule.clause}.{rule.part}".rstrip(".") in rule.yields.sentence, rule.id
            assert (rule.confidence, rule.severity != "error") == ("low", True), rule.id
