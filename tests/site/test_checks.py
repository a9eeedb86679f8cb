"""Checks of one rule each, at their limits, and the fields at which it is told what a page lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter
from qazlint.match.versions import NO_PLACE
from tests.policy.small import POLICY, RULE, write
from tests.site.pages import found, page

WORKING = """\
working_time: {clause: "1", country: KZ, timezone: Asia/Almaty, hours: ["09:00-18:00"], message: {ru: Время}, advice: {ru: Позже}}
"""


def linter(folder: Path, check: str) -> Linter:
    """One with a rule that has this check."""
    rule = f"""\
  - id: 1.page
    message: {{ru: Не так}}
    advice: {{ru: Исправьте}}
    fields: {{{check}}}
    examples: {{bad: ["[[слово]]"], good: ["ничего"]}}
"""
    return Linter(write(folder, POLICY + WORKING, RULE + rule))


def said(folder: Path, check: str, *lines: str, body: str = "Текст.") -> list[tuple[str, str]]:
    """Passages, and what is lacking, of a rule with this check."""
    report = linter(folder, check).check_document(page(*lines, body=body))
    lacks = [finding.message("ru").removeprefix("Не так").removeprefix(": ") for finding in report.findings]
    return [(passage, lack) for (_, passage), lack in zip(found(report), lacks, strict=True)]


# Monday 12 October 2026, and a week without holidays
@pytest.mark.parametrize(
    ("limits", "last", "lack"),
    [
        ("at-most: 0", "12", ""),
        ("at-most: 0", "11", ""),
        ("at-most: 0", "13", "> 0"),
        ("at-most: 1", "13", ""),
        ("at-most: 1", "14", "> 1"),
        ("at-most: 1", "16", "> 1"),
        ("at-least: 1", "12", "0 < 1"),
        ("at-least: 1", "13", ""),
        ("at-least: 1", "16", ""),
        ("at-least: 2, at-most: 3", "13", "1 < 2"),
        ("at-least: 2, at-most: 3", "14", ""),
        ("at-least: 2, at-most: 3", "15", ""),
        ("at-least: 2, at-most: 3", "16", "> 3"),
    ],
)
def test_limits_of_working_days(tmp_path: Path, limits: str, last: str, lack: str) -> None:
    lines = ["from: 2026-10-12", f"to: 2026-10-{last}"]
    lacks = said(tmp_path, f"working-days: {{from: from, to: to, {limits}}}", *lines)
    assert lacks == ([("\n".join(lines), lack)] if lack else [])


@pytest.mark.parametrize(
    ("lines", "passage"),
    [
        (["title: Форум", "source: Министерство", "link: там"], "source: Министерство"),
        (["title: Форум", "link: там", "source: Министерство"], "source: Министерство"),  # the rule's first, not the page's
        (["title: Форум", "source:", "link: там"], "link: там"),  # one that says something
        (["title: Форум", "source:"], "---"),
        (["title: Форум"], "---"),
    ],
)
@pytest.mark.parametrize(("hosts", "lack"), [("", ""), (", hosts: [qaz.kz, kaz.kz]", "qaz.kz, kaz.kz")])
def test_a_missing_link_is_told_at_the_first_field_that_says_something(
    tmp_path: Path, lines: list[str], passage: str, hosts: str, lack: str
) -> None:
    check = f"link: {{fields: [source, link], body: true{hosts}}}"
    assert said(tmp_path, check, *lines) == [(passage, lack)]
    assert said(tmp_path, check, *lines, body="https://qaz.kz/1") == []
    assert said(tmp_path, check, *lines, "more: https://qaz.kz/1") == [(passage, lack)]
    assert said(tmp_path, check.replace("body: true", "body: false"), *lines, body="https://qaz.kz/1") == [(passage, lack)]


def test_a_host_may_be_said_as_an_address(tmp_path: Path) -> None:
    check = "link: {fields: [source], hosts: ['https://www.QAZ.kz/']}"
    assert said(tmp_path, check, "source: https://qaz.kz/1") == []
    assert said(tmp_path, check, "source: https://kaz.kz/1") == [("source: https://kaz.kz/1", "qaz.kz")]


@pytest.mark.parametrize("name", ["a.md", "a.kk.md", "a.ru.md"])
def test_without_a_folder_it_is_not_known_what_versions_a_page_has(tmp_path: Path, name: str) -> None:
    checked = linter(tmp_path, 'siblings: {of: ru, languages: [kk], names: [".{lang}."]}')
    report = checked.check_document(page("title: Форум", name=name), exists=None)
    assert report.findings == ()
    assert report.notices == (NO_PLACE,)
