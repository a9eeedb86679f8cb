"""Files of one run that are held against different policies, since each may have a configuration of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qazlint import Linter
from qazlint.report import FORMATS
from qazlint.report.result import FileResult, Item, Style
from tests.conftest import ROOT
from tests.policy.small import write
from tests.report.rendering import TEXT, checked, render


@pytest.fixture
def mixed(tmp_path: Path) -> tuple[Style, list[Item]]:
    own, other = Linter(write(tmp_path)), Linter(ROOT / "examples" / "romashka")
    far = checked(other, "Наш клиент ждёт.", "far.txt")
    return Style(own.policy), [checked(own, TEXT), FileResult(far.source, far.report, other.policy)]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_names_the_clause_of_the_other_policy(name: str, mixed: tuple[Style, list[Item]]) -> None:
    text = render(name, *mixed)
    assert "12.client" in text
    assert "нужно согласие" in text or name == "line"


def test_the_summary_has_titles_of_both(mixed: tuple[Style, list[Item]]) -> None:
    assert render("text", *mixed).endswith("\n  п.  1       2\n  п. 12       1  Клиенты\n")


def test_the_policy_is_named_where_it_is_another(mixed: tuple[Style, list[Item]]) -> None:
    style, items = mixed
    data = json.loads(render("json", style, items))
    assert data["policy"]["id"] == style.policy.slug
    assert [file.get("policy") for file in data["files"]] == [None, {"id": "romashka", "version": "1.0"}]
    lines = [json.loads(line) for line in render("jsonl", style, items).splitlines()]
    assert [line["policy"]["id"] for line in lines] == [style.policy.slug, "romashka"]


def test_sarif_has_the_rules_of_both(mixed: tuple[Style, list[Item]]) -> None:
    (run,) = json.loads(render("sarif", *mixed))["runs"]
    assert [rule["properties"] for rule in run["tool"]["driver"]["rules"]] == [
        {"clause": "1", "title": ""},
        {"clause": "12", "title": "Клиенты"},
    ]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0, 1]
