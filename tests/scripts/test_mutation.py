"""The tool of docs/mutation.md: which mutants it makes, and the list of those that are accepted."""

from __future__ import annotations

import pytest

from scripts.mutation.accepted import FILE, Accepted
from tests.conftest import ROOT

SOURCE = '''\
"""A module."""

def first(a: int | None, b: list[int]) -> bool:
    """Says something."""
    if a and b:
        b.append(1)
    return b[1:] < [a]
'''


def test_mutants() -> None:
    mutants = pytest.importorskip("scripts.mutation.mutants", reason="cosmic-ray is not installed").mutants
    made = {mutant.change: mutant for mutant in mutants(SOURCE)}
    assert {
        "if a and b: → if a or b:", "if a and b: → if True and b:", "if a and b: → if a and True:", "if a and b: → if True:",
        "if a and b: → if False:", "b.append(1) → pass", "return b[1:] < [a] → return b[1:] <= [a]",
        "return b[1:] < [a] → return b[:] < [a]", "return b[1:] < [a] → return True",
    } <= set(made)  # fmt: skip
    assert not any("def first" in change or "module" in change for change in made)
    assert made["b.append(1) → pass"].line == 6
    assert made["b.append(1) → pass"].source == SOURCE.replace("b.append(1)", "pass")


def test_accepted_mutants_are_known_by_module_and_change() -> None:
    accepted = Accepted("match/view: {only slower: [a → b, c → d]}\nmatch/keys: {a figure: [a → b]}")
    assert accepted.why("match/view", "a → b") == "only slower"
    assert accepted.why("match/keys", "a → b") == "a figure"
    assert accepted.why("match/keys", "c → d") is None
    assert accepted.unused == {("match/view", "c → d")}
    assert accepted.reasons() == {"only slower": 2, "a figure": 1}


def test_the_list_names_modules_that_there_are() -> None:
    accepted = Accepted(FILE.read_text(encoding="utf-8"))
    assert {module for module, _ in accepted.unused if not (ROOT / "qazlint" / f"{module}.py").exists()} == set()
