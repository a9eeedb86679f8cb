"""Reports of qazlint in a folder of drafts are told of and not checked; drafts that look a little like them are."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qazlint.cli import main
from qazlint.inputs.reports import is_report
from tests.inputs.repository import Repository, by_itself
from tests.policy import small

BAD = "Солнце светит.\n\nВыдали премию.\n"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small.write(tmp_path / "policy")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "post.txt").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "drafts"


def check(*words: str) -> Result:
    return CliRunner().invoke(main, ["check", "--policy", str(Path("policy").absolute()), *words])


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
@pytest.mark.parametrize(("form", "name"), [("html", "r.html"), ("json", "r.json"), ("jsonl", "r.jsonl"), ("line", "r.txt"), ("text", "r.txt")])
def test_a_report_in_a_folder_is_told_of_and_not_checked(drafts: Path, form: str, name: str, lang: str) -> None:
    report = check("drafts", "--format", form, "--lang", lang).stdout
    (drafts / name).write_text(report, encoding="utf-8")
    again = check("drafts", "--format", form, "--lang", lang)
    assert again.stdout == report
    assert again.stderr.count(f"drafts/{name}") == 1
    assert {"ru": "отчёты qazlint (1)", "kk": "qazlint есептері (1)", "en": "reports of qazlint (1)"}[lang] in again.stderr


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_report_that_somebody_names_is_checked(drafts: Path, form: str) -> None:
    report = drafts / "report.html"
    report.write_text(check("drafts", "--format", form).stdout, encoding="utf-8")
    named = check("--format", "line", str(report))
    assert "1.money" in named.stdout
    assert named.stderr == ""
    assert "1.money" not in check("--format", "line", "--force-exclude", str(report)).stdout


def test_a_report_as_powershell_writes_it(drafts: Path) -> None:
    report = check("drafts").stdout
    assert is_report(report.replace("\n", "\r\n").encode("utf-16"))


def test_a_report_on_several_files_of_which_the_first_are_clean(drafts: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (drafts / name).write_text("Солнце светит.\n", encoding="utf-8")
    report = check("drafts").stdout
    assert report.startswith("drafts/a.txt\n")
    assert is_report(report.encode())


def test_a_report_that_is_committed_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_itself(monkeypatch)
    small.write(tmp_path / "policy")
    repository = Repository(tmp_path / "repository")
    monkeypatch.chdir(tmp_path)
    repository.write("post.txt", BAD)
    repository.write("report.html", check("--format", "html", "repository/post.txt").stdout)
    repository.git("add", "-A")
    monkeypatch.chdir(repository.folder)
    result = CliRunner().invoke(main, ["check", "--policy", "../policy", "--format", "line", "--staged"])
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["post.txt"]
    assert "report.html" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "Смотрите, что сказал линтер:\n\n  1:2  п. 19  [19.money]\n    | премия\n",
        "<!doctype html>\n<html lang='ru'>\n<head>\n<meta charset='utf-8'>\n<title>qazlint</title>",
        '<!doctype html><html><head><meta name="generator" content="Hugo">',
        '{"text": "премия", "qazlint": "0.1.0"}',
        '[{"schema_version": 1, "qazlint": "0.1.0"}]',
        "Встреча: 10:30: note 3 [важно] премия",
        "Итог: премия\n\nвсем",
        "",
    ],
)  # fmt: skip
def test_drafts_are_no_reports(text: str) -> None:
    assert not is_report(text.encode())
