"""`qazlint check` with configurations, several reports, baselines and standard input of a name."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qazlint.cli import main

CLEAN = "Сегодня в парке выпал первый снег.\n"
BAD = "Пишу от имени QazIndustry: мы против новой пошлины.\n"


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=stdin)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, a bad post and a good one; the current folder."""
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / ".qazlint.yaml").write_text("lang: kk\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_configuration_is_heeded_and_the_command_line_goes_before_it(site: Path) -> None:
    assert "Қорытынды" in run("check", "a.txt").stdout
    assert "Итог" in run("check", "a.txt", "--lang", "ru").stdout
    assert "Итог" in run("check", "a.txt", "--isolated").stdout
    (site / "other.yaml").write_text("lang: en\nfail-on: never\n", encoding="utf-8")
    result = run("check", "a.txt", "--config", "other.yaml")
    assert "Verdict" in result.stdout
    assert result.exit_code == 0


def test_a_broken_configuration_hinders_only_its_own_files(site: Path) -> None:
    (site / "inner").mkdir()
    (site / "inner" / "c.txt").write_text(BAD, encoding="utf-8")
    (site / "inner" / ".qazlint.yaml").write_text("lnag: kk\n", encoding="utf-8")
    result = run("check", ".")
    assert result.exit_code == 2
    assert "inner/.qazlint.yaml:1: error: unknown key «lnag» — did you mean «lang»?" in result.stderr
    assert "20.in-name" in result.stdout
    assert run("check", "inner").exit_code == 2  # the run's own configuration: nothing can be checked


def test_excluded_files_are_left_out_of_folders(site: Path) -> None:
    (site / ".qazlint.yaml").write_text("exclude: [a.txt]\n", encoding="utf-8")
    assert run("check", ".").exit_code == 0
    assert run("check", "a.txt").exit_code == 1  # who names a file means it
    assert run("check", "--force-exclude", "a.txt", "b.txt").exit_code == 0
    assert run("check", ".", "--isolated", "--exclude", "a*").exit_code == 0


def test_several_reports_in_one_run(site: Path) -> None:
    result = run("check", ".", "--lang", "ru", "--output", "r.sarif", "--output", "json:report", "--output", "r.txt")
    assert json.loads((site / "r.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert len(json.loads((site / "report").read_text(encoding="utf-8"))["files"]) == 2
    assert (site / "r.txt").read_text(encoding="utf-8") == result.stdout
    assert result.exit_code == 1


def test_a_report_of_no_known_format(site: Path) -> None:
    result = run("check", "a.txt", "--output", "report.odt")
    assert result.exit_code == 2
    assert "which format?" in result.stderr
    assert not (site / "report.odt").exists()


@pytest.mark.parametrize("output", ["json:-", "json:"])
def test_a_report_into_no_file(site: Path, output: str) -> None:
    before = sorted(site.iterdir())
    result = run("check", "a.txt", "--output", output)
    assert result.exit_code == 2
    assert "the format of standard output is --format json" in " ".join(result.stderr.split())
    assert sorted(site.iterdir()) == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
def test_a_full_disk_hinders_only_that_report(site: Path) -> None:
    result = run("check", ".", "--output", "jsonl:/dev/full", "--output", "good.json", "--output", "no/such/folder.json")
    assert result.exit_code == 2
    assert "/dev/full: No space left on device" in result.stderr
    assert "no/such/folder.json: No such file or directory" in result.stderr
    assert len(json.loads((site / "good.json").read_text(encoding="utf-8"))["files"]) == 2
    assert "20.in-name" in result.stdout


def test_a_baseline_is_written_and_heeded(site: Path) -> None:
    assert run("check", ".", "--write-baseline", "known.json").exit_code == 0
    assert BAD.split()[1] not in (site / "known.json").read_text(encoding="utf-8")
    (site / "a.txt").write_text(f"Добрый день.\n\n{BAD}", encoding="utf-8")
    assert run("check", ".", "--baseline", "known.json").exit_code == 0
    assert run("check", ".").exit_code == 1
    (site / ".qazlint.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    assert run("check", ".").exit_code == 0
    (site / "a.txt").write_text(f"{BAD}\nПремия у нас 300 тысяч тенге на каждого.\n", encoding="utf-8")
    result = run("check", ".", "--format", "json")
    assert {f["clause"] for file in json.loads(result.stdout)["files"] for f in file["findings"]} == {"19"}


def test_a_baseline_that_cannot_be_used(site: Path) -> None:
    (site / "known.json").write_text("{", encoding="utf-8")
    result = run("check", ".", "--baseline", "known.json")
    assert result.exit_code == 2
    assert "known.json:1: error: not JSON" in result.stderr


def test_standard_input_with_a_name(site: Path) -> None:
    (site / "inner").mkdir()
    (site / "inner" / ".qazlint.yaml").write_text("lang: en\n", encoding="utf-8")
    result = run("check", "-", "--stdin-filename", "inner/page.md", stdin=f"```\n{BAD}```\n")
    assert result.exit_code == 0  # a code block of Markdown is no prose
    assert "inner/page.md" in result.stdout
    assert "Verdict" in result.stdout


def test_approval_and_time_of_publication(site: Path) -> None:
    text = "QazIndustry объявила приём заявок на возмещение затрат экспортёрам."
    assert run("check", "--fail-on", "note", "--lang", "ru", stdin=text).exit_code == 1
    result = run("check", "--fail-on", "note", "--lang", "ru", "--approved", "--publish", "2026-03-02T10:00", stdin=text)
    assert result.exit_code == 0
    assert "рабочее время" in result.stdout
    assert run("check", "--publish", "завтра", stdin=text).exit_code == 2


def test_the_check_does_not_import_what_it_does_not_need(site: Path) -> None:
    import subprocess

    code = (
        "import sys\nfrom qazlint.cli import main\n"
        "main(['check', 'b.txt', '--isolated'], standalone_mode=False)\n"
        "print(sorted({'spacy', 'holidays', 'tomllib', 'pyhfst', 'zoneinfo'} & set(sys.modules)))"
    )
    for _ in range(2):  # the first time the policy may have to be compiled, which needs more
        made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [
    ("a.txt", "--output", "a.txt"),
    ("b.txt", "./a.txt", "--output", "json:a.txt"),
    ("a.txt", "--write-baseline", "a.txt"),
    ("-", "--stdin-filename", "a.txt", "--output", "a.txt"),
    ("b.txt", "--baseline", "known.json", "--output", "known.json"),
    ("b.txt", "--config", ".qazlint.yaml", "--output", "line:.qazlint.yaml"),
])  # fmt: skip
def test_nothing_that_is_read_is_written_over(site: Path, words: tuple[str, ...]) -> None:
    (site / "known.json").write_text('{"version": 1, "policy": "qazindustry", "findings": {}}', encoding="utf-8")
    before = {path: path.read_bytes() for path in site.iterdir()}
    result = run("check", *words, stdin="")
    assert result.exit_code == 2
    assert "nothing is written over it" in result.stderr
    assert {path: path.read_bytes() for path in site.iterdir()} == before


def test_a_baseline_may_be_brought_up_to_date(site: Path) -> None:
    run("check", ".", "--write-baseline", "known.json")
    before = (site / "known.json").read_bytes()
    assert run("check", ".", "--baseline", "known.json", "--write-baseline", "known.json").exit_code == 0
    assert (site / "known.json").read_bytes() == before


def test_two_reports_into_one_file(site: Path) -> None:
    result = run("check", "a.txt", "--output", "json:report", "--output", "sarif:./report")
    assert result.exit_code == 2
    assert "report: two reports cannot go into one file" in result.stderr
    assert not (site / "report").exists()


def test_a_name_for_standard_input_that_is_not_read(site: Path) -> None:
    result = run("check", "a.txt", "--stdin-filename", "b.md")
    assert result.exit_code == 2
    assert "--stdin-filename is the name of standard input" in result.stderr


def test_an_archive_without_posts_is_said(site: Path) -> None:
    (site / "posts.jsonl").write_text("\n", encoding="utf-8")
    result = run("check", "posts.jsonl")
    assert (result.exit_code, result.stderr) == (2, "qazlint: there was nothing to check: no texts in what was given\n")


def test_a_baseline_that_cannot_be_written(site: Path) -> None:
    result = run("check", "a.txt", "--write-baseline", "no/such/known.json")
    assert result.exit_code == 2
    assert "20.in-name" in result.stdout
    assert result.stderr == "qazlint: no/such/known.json: No such file or directory\n"


def test_one_mistake_is_one_problem(site: Path) -> None:
    (site / "known.json").write_text("{", encoding="utf-8")
    assert "qazlint: the baseline cannot be used: 1 problem\n" in run("check", ".", "--baseline", "known.json").stderr
    (site / "note.yaml").write_text("это не настройка\n", encoding="utf-8")
    said = run("check", ".", "--config", "note.yaml").stderr.splitlines()
    assert said == [
        "note.yaml:1: error: a mapping (key: value) is expected here",
        "qazlint: the policy or the configuration cannot be used: 1 problem",
    ]


def test_drafts_that_are_not_read_are_told_of(site: Path) -> None:
    for name in ("a.doc", "b.rtf"):
        (site / name).write_bytes(b"")
    result = run("check", ".", "--lang", "ru", "--fail-on", "never")
    assert (result.exit_code, result.stderr) == (0, "qazlint: не проверены, такой формат не читается (2): a.doc, b.rtf\n")
    for number in range(9):
        (site / f"c{number}.doc").write_bytes(b"")
    assert run("check", ".", "--lang", "en").stderr.endswith("(11): a.doc, b.rtf, c0.doc, c1.doc, c2.doc, …\n")
    assert run("check", ".", "--exclude", "*.doc", "--exclude", "*.rtf").stderr == ""
