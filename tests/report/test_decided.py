"""What somebody decided to let pass, and what is no finding: in each format at its place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from qazlint import Linter, Report, Span
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.types import Notice, Suppressed
from tests.policy.small import write
from tests.report.rendering import TEXT, checked, render

UNUSED = Notice("unused-suppression", Span(0, 6), {"ru": "Пометка не нужна", "en": "The mark is not needed"}, "1")


@pytest.fixture
def style(tmp_path: Path) -> Style:
    return Style(Linter(write(tmp_path)).policy)


@pytest.fixture
def item(style: Style) -> FileResult:
    """The first finding is approved, the second in a baseline, and nothing is left."""
    result = checked(Linter(style.policy), TEXT)
    first, second = result.report.findings
    suppressed = (Suppressed(first, "исх. 12", "comment"), Suppressed(second, "", "baseline"))
    return FileResult(result.source, Report(TEXT, (), suppressed=suppressed, notices=(UNUSED,)))


def test_text(style: Style, item: Item) -> None:
    assert render("text", style, [item]) == (
        "a.txt\n"
        "\n"
        "  1:1  п. 1  Пометка не нужна\n"
        "\n"
        "Итог: можно публиковать, нарушений не найдено (скрыто замечаний: 2)\n"
    )  # fmt: skip


def test_the_summary_counts_them(style: Style, item: Item) -> None:
    assert render("text", style, [item, item]).endswith("\n\nПроверено файлов: 2, замечаний: 0, скрыто замечаний: 4\n")


def test_json(style: Style, item: Item) -> None:
    (file,) = json.loads(render("json", replace(style, lang="en"), [item]))["files"]
    assert file["findings"] == []
    assert [(finding["text"], finding["suppression"]) for finding in file["suppressed"]] == [
        ("премия", {"how": "comment", "reason": "исх. 12"}),
        ("оклад", {"how": "baseline", "reason": ""}),
    ]
    assert file["notices"] == [
        {
            "kind": "unused-suppression",
            "clause": "1",
            "span": {"start": 0, "end": 6},
            "position": {"line": 1, "column": 1, "end_line": 1, "end_column": 7},
            "text": "The mark is not needed",
        }
    ]


def test_sarif(style: Style, item: Item) -> None:
    (run,) = json.loads(render("sarif", style, [item]))["runs"]
    assert [result["suppressions"] for result in run["results"]] == [
        [{"kind": "inSource", "status": "accepted", "justification": "исх. 12"}],
        [{"kind": "external", "status": "accepted"}],
    ]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert (notification["level"], notification["descriptor"]["id"]) == ("note", "unused-suppression")
    assert run["invocations"][0]["executionSuccessful"]


def test_junit(style: Style, item: Item) -> None:
    (suite,) = ElementTree.fromstring(render("junit", style, [item]))
    skipped = [case.find("skipped") for case in suite.findall("testcase")]
    assert [element.attrib["message"] for element in skipped if element is not None] == ["исх. 12", "скрыто замечаний"]
    assert suite.findtext("system-out") == "a.txt:1:1: Пометка не нужна\n"


def test_lines_and_annotations_have_the_notice_only(style: Style, item: Item) -> None:
    assert render("line", style, [item]) == "a.txt:1:1: note 1 [unused-suppression] Пометка не нужна\n"
    assert render("github", style, [item]) == (
        "::notice file=a.txt,line=1,col=1,endLine=1,endColumn=7,title=unused-suppression::Пометка не нужна\n"
    )


def test_a_tally_counts_them_apart(item: Item) -> None:
    tally = Tally()
    tally.add(item)
    assert (tally.suppressed, tally.findings) == (2, 0)
    assert not tally.reaches("note")
