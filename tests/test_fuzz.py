"""Files that somebody has broken or made up: what is wrong is told, nothing else happens."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Linter, PolicyError
from qazlint.config.apply import linter_for
from qazlint.config.find import read
from qazlint.filters import Baseline, BaselineError
from qazlint.policy.phrases import PhraseError, parse
from tests.conftest import ROOT
from tests.policy.small import LEXICON, POLICY, RULE, write

CONFIGURATION = f"""\
policy: {ROOT / "examples" / "romashka"}
disable: ["3"]
severity: {{"12": error}}
author: employee
paths:
  - {{path: "a/**", author: press, approved: true}}
exclude: ["b/"]
fail-on: warning
lang: ru
require-reason: true
"""
PYPROJECT = """\
[tool.qazlint]
disable = ["18", "26.insult"]
severity = {"23" = "note"}
[[tool.qazlint.paths]]
path = "official/**"
approved = true
"""
BASELINE = '{"version": 1, "policy": "romashka", "findings": {"a.md": ["0123456789abcdef"]}}'
MARKS = (
    "", ":", "- ", "  ", "\n", "\t", "{", "}", "[", "]", "[[", "]]", '"', "'", "#", "&a ", "*a", "!!", "|", ">", "%", "@", "`", "?", "~", "\0", "\ufeff",
    "null", "yes", "2030", "0x1f", "1e999", ".nan", "2026-13-45", "!!binary x", "!!python/object:a.b {}", "<<: ", "=", "\ud800", "..", "&", "\\", "9" * 5000,
)  # fmt: skip
marks = st.one_of(st.sampled_from(MARKS), st.text(max_size=3))
damages = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 12), marks), min_size=1, max_size=4)
some = settings(max_examples=150, deadline=None)


def damaged(text: str, damage: list[tuple[int, int, str]]) -> bytes:
    """Some places cut out, others written over."""
    for at, length, put in damage:
        at %= len(text) + 1
        text = text[:at] + put + text[at + length :]
    return text.encode("utf-8", "surrogatepass")


def said(step: Callable[[], object], *refusals: type[Exception]) -> str:
    """How it ended: what it was refused with, or «fine». What else it raises is a mistake of ours."""
    try:
        step()
    except refusals as error:
        return str(error)
    return "fine"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@pytest.mark.parametrize(("name", "text"), [(".qazlint.yaml", CONFIGURATION), ("pyproject.toml", PYPROJECT)])
@some
@given(damage=damages)
def test_configurations(folder: Path, name: str, text: str, damage: list[tuple[int, int, str]]) -> None:
    (folder / name).write_bytes(damaged(text, damage))
    # FileNotFoundError: another policy is named
    assert said(lambda: (found := read(folder / name)) and linter_for(found), PolicyError, FileNotFoundError)


@pytest.mark.parametrize(("file", "text"), [("policy", POLICY), ("rule", RULE), ("lexicon", LEXICON)])
@settings(max_examples=60, deadline=None)
@given(damage=damages)
def test_policies(folder: Path, file: str, text: str, damage: list[tuple[int, int, str]]) -> None:
    path = write(folder / file)
    names = {"policy": "policy.yaml", "rule": "1-money.yaml", "lexicon": "lexicons/money.yaml"}
    (path / names[file]).write_bytes(damaged(text, damage))
    ended = said(lambda: Linter(path).check("Где моя премия, оклад?"), PolicyError)
    assert ended == "fine" or re.match(r".+:\d+: error: ", ended), ended


@some
@given(damages)
def test_baselines(folder: Path, damage: list[tuple[int, int, str]]) -> None:
    (folder / "baseline.json").write_bytes(damaged(BASELINE, damage))
    assert said(lambda: Baseline.load(folder / "baseline.json"), BaselineError)


TERMS = (
    "премия", "айту", "көт:NOUN", "жемқор~", "=имени", "==ДСП", "=,", "/б[ао]к.*/", "@money", "@money.a", "<money>", "<email=a.kz>", "(", ")", "|", "?",
    "!", "..", "..5", "..99", "&", "&6", "[Case=Nom]", "[Person[psor]=1]", "[UPOS!=VERB]", " ", "/(/", "~", "=", "<", "@", "ё", "\u0301", "\ud800", "'",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(TERMS), st.text(max_size=2)), max_size=14).map("".join))
def test_any_phrase_is_read_or_refused(text: str) -> None:
    assert said(lambda: parse(text), PhraseError)
