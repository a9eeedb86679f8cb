"""Reports compared whole against one shared set of findings."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from qazlint import Linter
from qazlint.extract import extract
from qazlint.report import FORMATS, FileResult, Run
from qazlint.source import Source, Unreadable
from tests.conftest import ROOT
from tests.policy.small import write


@pytest.fixture
def shared(tmp_path: Path) -> Run:
    linter = Linter(write(tmp_path))
    sources = (Source("a.txt", "Привет!\nГде моя премия, а 👍🏽 оклад?\n"), Source("b.txt", "Всё тихо"))
    results = tuple(FileResult(source, linter.check_document(extract(source))) for source in sources)
    return Run(linter.policy, results, (Unreadable("c.txt", "missing"),))


def test_text(shared: Run) -> None:
    assert FORMATS["text"](shared, "ru", False) == (
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
        "Итог: в таком виде публиковать нельзя (пункты 1)\n"
        "\n"
        "b.txt\n"
        "\n"
        "Итог: можно публиковать: нарушений не найдено\n"
        "\n"
        "Проверено файлов: 2, замечаний: 2, не прочитано: 1\n"
    )


def test_json(shared: Run) -> None:
    data = json.loads(FORMATS["json"](shared, "ru", False))
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["files"][0]["findings"][1] == {
        "clause": "1",
        "strength": "нельзя",
        "rule_id": "1.money",
        "severity": "error",
        "confidence": "high",
        "span": {"start": 29, "end": 34},
        "position": {"line": 2, "column": 22, "end_line": 2, "end_column": 27},
        "text": "оклад",
        "message": "Деньги",
        "advice": "Уберите",
        "cites": [],
        "related": [],
    }
    assert [file["verdict"] for file in data["files"]] == ["stop", "publish"]
    assert data["unreadable"] == [{"path": "c.txt", "reason": "c.txt: файл не найден"}]


def test_a_long_line_is_cut_around_the_passage(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path))
    source = Source("a.txt", "слово " * 100 + "премия" + " слово" * 100)
    run = Run(linter.policy, (FileResult(source, linter.check_document(extract(source))),))
    lines = FORMATS["text"](run, "ru", False).splitlines()
    shown, under = (line for line in lines if line.startswith("    |"))
    assert len(shown) < 110
    assert shown[under.index("^") : under.rindex("^") + 1] == "премия"


def test_hostile_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path))
    source = Source("a.txt", "\x1b[31mпремия\x07\ud800")
    run = Run(linter.policy, (FileResult(source, linter.check_document(extract(source))),))
    text = FORMATS["text"](run, "ru", False)
    assert "\x1b" not in text
    text.encode()
