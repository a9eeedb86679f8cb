"""Reports compared whole against one shared set of findings."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from qazlint import Linter
from qazlint.report import FORMATS, reporter
from qazlint.report.result import Item, Style, Tally
from tests.conftest import ROOT
from tests.policy.small import write
from tests.report.rendering import checked, render, shared

Shared = tuple[Style, tuple[Item, ...]]


@pytest.fixture(name="shared")
def _shared(tmp_path: Path) -> Shared:
    return shared(tmp_path)


def test_text(shared: Shared) -> None:
    assert render("text", *shared) == (
        "a.txt\n"
        "\n"
        "  2:9  п. 1, нельзя  [1.money]\n"
        "    | Где моя премия, а 👍🏽 оклад?\n"
        "    |         ^^^^^^\n"
        "    Деньги\n"
        "    Что делать: Уберите\n"
        "\n"
        "  2:22  п. 1, нельзя  [1.money]\n"
        "    | Где моя премия, а 👍🏽 оклад?\n"
        "    |                      ^^^^^\n"
        "    Деньги\n"
        "    Что делать: Уберите\n"
        "\n"
        "Итог: в таком виде публиковать нельзя (пункт 1)\n"
        "\n"
        "b.txt\n"
        "\n"
        "Итог: можно публиковать, нарушений не найдено\n"
        "\n"
        "Проверено файлов: 2, замечаний: 2, не прочитано: 1\n"
        "  п. 1       2\n"
    )


def test_text_names_the_line_of_a_post_in_an_archive(shared: Shared) -> None:
    style, (first, *_) = shared
    post = replace(first, source=replace(first.source, name="posts.jsonl", first_line=7))
    assert render("text", style, [post]).startswith("posts.jsonl:7\n")


def test_text_of_inputs_that_could_not_be_read(shared: Shared) -> None:
    style, (_, missing, quiet) = shared
    assert render("text", style, [missing]) == ""
    assert render("text", style, [missing, missing]) == "Проверено файлов: 0, замечаний: 0, не прочитано: 2\n"
    assert render("text", style, [missing, quiet]).endswith("\n\nПроверено файлов: 1, замечаний: 0, не прочитано: 1\n")


def test_json(shared: Shared) -> None:
    data = json.loads(render("json", *shared))
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["files"][0]["findings"][1] == {
        "clause": "1",
        "strength": "нельзя",
        "rule_id": "1.money",
        "severity": "error",
        "confidence": "high",
        "fingerprint": data["files"][0]["findings"][1]["fingerprint"],
        "span": {"start": 29, "end": 34},
        "position": {"line": 2, "column": 22, "end_line": 2, "end_column": 27},
        "text": "оклад",
        "message": "Деньги",
        "advice": "Уберите",
        "cites": [],
        "related": [],
    }
    assert [file["verdict"] for file in data["files"]] == ["stop", "publish"]
    assert re.fullmatch("[0-9a-f]{16}", data["files"][0]["findings"][1]["fingerprint"])
    assert data["unreadable"] == [{"path": "c.txt", "code": "missing", "reason": "c.txt: файл не найден"}]


def test_json_without_items(shared: Shared) -> None:
    data = json.loads(render("json", shared[0], ()))
    assert data["files"] == data["unreadable"] == []
    assert data["policy"]["name"] == {"ru": "Проба"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_formats_do_not_wait_for_the_end(name: str, shared: Shared) -> None:
    style, (item, *_) = shared
    output = reporter(name, style)
    output.begin()
    assert "a.txt" in output.add(item)


def test_a_tally_counts(shared: Shared) -> None:
    tally = Tally()
    assert not tally.reaches("note")
    for item in shared[1]:
        tally.add(item)
    assert (tally.files, tally.unreadable, tally.findings) == (2, 1, 2)
    assert tally.clauses == {"1": 2}
    assert tally.severities == {"error": 2}
    assert tally.reaches("error")


def test_a_tally_of_notes_does_not_reach_errors() -> None:
    tally = Tally()
    tally.severities.update(["note"])
    assert [tally.reaches(level) for level in ("note", "warning", "error")] == [True, False, False]


def test_a_long_line_is_cut_around_the_passage(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path))
    item = checked(linter, "слово " * 100 + "премия" + " слово" * 100)
    lines = render("text", Style(linter.policy), [item]).splitlines()
    shown, under = (line for line in lines if line.startswith("    |"))
    assert len(shown) < 110
    assert shown[under.index("^") : under.rindex("^") + 1] == "премия"


def test_hostile_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path))
    item = checked(linter, "\x1b[31mпремия\x07\ud800\u202e", "\x1b]0;\u2066.txt\udcff")
    text = render("text", Style(linter.policy), [item])
    assert not set(text) & set("\x1b\x07\u202e\u2066")
    text.encode()
