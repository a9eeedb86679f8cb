"""Regular expressions that would not end are given up, and the report tells so."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter
from qazlint.match import patience, patterns
from qazlint.types import LANGUAGES, Span
from tests.policy.small import LEXICON, RULE, write

ENDLESS = "(?:а|а|аа)+б"
TEXT = "а" * 200 + " премия вв а" + "б" * 40  # what the patterns ask for is there: else they would not be tried


def linter(folder: Path, *regexes: str, exempt: str = "") -> Linter:
    rules = "".join(
        f"""\
  - id: 1.r{number}
    message: {{ru: Слово}}
    advice: {{ru: Уберите}}
    regex: ["{regex}"]{exempt}
    examples: {{bad: ["[[слово]]"], good: ["ничего"]}}
"""
        for number, regex in enumerate(regexes)
    )
    return Linter(write(folder, rule=RULE + rules))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_ONE", 0.05)


def test_the_report_tells_of_it_and_has_everything_else(tmp_path: Path) -> None:
    report = linter(tmp_path, ENDLESS, "в+").check(TEXT)
    assert [finding.rule_id for finding in report.findings] == ["1.money", "1.r1"]
    (notice,) = report.notices
    assert (notice.kind, notice.span, notice.clause) == ("regex-timeout", Span(0, 0), "1")
    assert all("1.r0" in notice.text(lang) for lang in LANGUAGES)
    assert len({notice.text(lang) for lang in LANGUAGES}) == 3
    assert report.verdict == "stop"


def test_what_was_found_before_the_time_ran_out_is_no_answer(tmp_path: Path) -> None:
    report = linter(tmp_path, f"в|{ENDLESS}").check("в " + TEXT)
    assert [finding.rule_id for finding in report.findings] == ["1.money"]
    assert [notice.kind for notice in report.notices] == ["regex-timeout"]


def test_many_of_them_have_a_limit_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_ALL", 2)
    asked: list[str] = []
    compiled = patience._compiled
    monkeypatch.setattr(patience, "_compiled", lambda pattern: asked.append(pattern) or compiled(pattern))
    report = linter(tmp_path, *(f"{ENDLESS}{'б' * number}" for number in range(30))).check(TEXT)
    assert [notice.kind for notice in report.notices] == ["regex-timeout"] * 30
    assert 1 <= len(asked) < 10


def test_it_is_not_told_to_those_whom_the_rule_does_not_bind(tmp_path: Path) -> None:
    checked = linter(tmp_path, ENDLESS, exempt="\n    exempt: [chief]")
    assert checked.check(TEXT, "chief").notices == ()
    assert len(checked.check(TEXT).notices) == 1


def test_the_next_text_has_all_the_patience(tmp_path: Path) -> None:
    checked = linter(tmp_path, ENDLESS)
    assert checked.check(TEXT).notices
    assert not checked.check("премия аб").notices
    assert [finding.rule_id for finding in checked.check("премия аб").findings] == ["1.money", "1.r0"]


def test_a_pattern_of_words_is_given_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_TIMEOUT", 0.05)
    folder = write(tmp_path, lexicon=LEXICON + "  phrases: ['/(?:[а-д]|[а-е])+я/']\n")
    checked = Linter(folder)
    words = " ".join("абвгд" * 19 + ending for ending in ("зя", "жя", "ия", "кя"))
    report = checked.check(f"{words} премия")
    assert [finding.rule_id for finding in report.findings] == ["1.money"]
    (notice,) = report.notices
    assert (notice.kind, notice.clause) == ("regex-timeout", "")
    assert all("/(?:[а-д]|[а-е])+я/" in notice.text(lang) for lang in LANGUAGES)
    assert checked.check("премия").notices == (notice,)  # it is not known what else the pattern would have found


@pytest.mark.parametrize(
    ("written", "text"),
    [(r"номер \\d", "НОМЕР 5"), (r"\\d\\d\\u0410", "12а"), (r"\\d\\p{Lu}", "5б"), (r"[\\d-]\\S(?=[А-Я])", "1-б")],
)
def test_case_is_ignored_wherever_there_are_letters(tmp_path: Path, written: str, text: str) -> None:
    assert [finding.rule_id for finding in linter(tmp_path, written).check(text).findings] == ["1.r0"]
