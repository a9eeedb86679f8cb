"""Clause 13: the Kazakh and the English version of a Russian page, by the names of files and by front matter."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from click.testing import CliRunner

from qazlint import Linter
from qazlint.cli import main
from qazlint.extract import documents_in, extract
from qazlint.source import Source
from tests.inputs.repository import SETTINGS, Repository
from tests.site.pages import SITE, check, found, page


@pytest.mark.parametrize(
    ("name", "beside", "missing"),
    [
        ("/s/a.ru.md", ["/s/a.kk.md", "/s/a.en.md"], ""),
        ("/s/a.ru.md", ["/s/a.kk.md"], "en"),
        ("/s/a.ru.md", ["/s/b.kk.md", "/t/a.en.md"], "kk, en"),
        ("/s/a-ru.md", ["/s/a-kk.md", "/s/a-en.md"], ""),
        ("/s/a_ru.md", ["/s/a_kk.md", "/s/a-en.md"], "en"),
        ("/s/ru/x/a.md", ["/s/kk/x/a.md", "/s/en/x/a.md"], ""),
        ("/s/ru/x/a.md", ["/s/kk/a.md", "/s/en/x/a.md"], "kk"),
        ("/en/ru/a.md", ["/en/kk/a.md", "/en/en/a.md"], ""),  # the last piece counts
        ("/kk/a.ru.md", ["/kk/a.kk.md", "/kk/a.en.md"], ""),
        ("/s/a.md", ["/s/a.kk.md", "/s/a.en.md"], ""),
        ("/s/a.md", ["/s/a-kk.md"], "en"),
        ("/s/a.kk.md", [], ""),
        ("/s/en/a.md", [], ""),
    ],
)
def test_versions_by_their_names(linter: Linter, name: str, beside: list[str], missing: str) -> None:
    report = check(linter, page(name=name), *beside)
    assert found(report, "13") == ([("13.versions", "---")] if missing else [])
    assert not missing or report.findings[-1].message().endswith(f": {missing}")
    assert not report.notices


@pytest.mark.parametrize(
    ("translations", "found_at"),
    [
        ("{kk: a-kk.md, en: b/a.md}", []),
        ("{kk: a-kk.md, en: c/a.md}", ["en: c/a.md"]),
        ("{kk: https://x.example/kk, en: /en/a}", []),
        ("{kk: 1, en: [a-kk.md]}", ["kk: 1", "en: [a-kk.md]"]),
        ("{kk: a-kk.md}", ["translations: {kk: a-kk.md}"]),
        ("[a-kk.md]", ["translations: [a-kk.md]"]),
        ("a-kk.md", ["translations: a-kk.md"]),
        ('{kk: "a\\0b", en: ../../../../../etc/passwd}', ['kk: "a\\0b"', "en: ../../../../../etc/passwd"]),
    ],
)
def test_versions_that_front_matter_names(linter: Linter, translations: str, found_at: list[str]) -> None:
    report = check(linter, page(f"translations: {translations}", name="/s/a.md"), "/s/a-kk.md", "/s/b/a.md")
    assert [passage for _, passage in found(report, "13")] == found_at


def test_files_are_looked_for_beside_the_page(linter: Linter, tmp_path: Path) -> None:
    document = page(name=str(tmp_path / "a.ru.md"))
    (tmp_path / "a.kk.md").mkdir()  # a folder is no page
    (tmp_path / "a.en.md").write_text("x")
    report = linter.check_document(document, sets=SITE)
    assert [f.message("en").rpartition(": ")[2] for f in report.findings if f.clause == "13"] == ["kk"]


@pytest.mark.parametrize("name", ["<stdin>", "posts.jsonl"])
def test_where_there_is_no_folder_a_notice_says_so(linter: Linter, name: str) -> None:
    (document,) = [page()] if name == "<stdin>" else documents_in(open_jsonl(), name)
    report = check(linter, document)
    assert found(report, "13") == []
    assert [notice.kind for notice in report.notices] == ["no-siblings"]
    assert len({report.notices[0].text(lang) for lang in ("ru", "kk", "en")}) == 3
    named = check(linter, page("translations: {kk: a.md, en: b.md}"))
    assert (found(named, "13"), named.notices) == ([], ())


def test_a_draft_that_lies_in_no_folder(linter: Linter) -> None:
    report = linter.check_document(page("translations: {kk: a.md}", name="untitled:1"), sets=SITE, exists=None)
    assert found(report, "13") == []
    assert [notice.kind for notice in report.notices] == ["no-siblings"]


def test_standard_input_may_have_a_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.kk.md").write_text("x")
    words = ["check", "--isolated", "--set", "site", "--format", "line", "--input-format", "markdown", "-"]
    text = "---\nsubmitted: 2026-03-16\npublish: 2026-03-18\n---\n"
    assert "13.versions" not in CliRunner().invoke(main, words, input=text).stdout
    result = CliRunner().invoke(main, [*words, "--stdin-filename", "a.ru.md"], input=text)
    assert result.stdout.rstrip().endswith(": en")


def open_jsonl() -> BinaryIO:
    return BytesIO('{"text": "Текст", "submitted": "2026-03-16", "publish": "2026-03-18"}\n'.encode())


def test_fields_of_an_archive_are_looked_at(linter: Linter) -> None:
    (document,) = documents_in(open_jsonl(), "posts.jsonl")
    assert found(check(linter, document)) == []


def test_staged_pages_are_held_against_what_is_staged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    repository = Repository(tmp_path)
    text = "---\nsubmitted: 2026-03-16\npublish: 2026-03-18\n---\n"
    for lang in ("ru", "kk", "en"):
        repository.write(f"стр/a.{lang}.md", text)
    repository.git("add", "стр/a.ru.md", "стр/a.kk.md")
    monkeypatch.chdir(tmp_path / "стр")
    words = ["check", "--isolated", "--set", "site", "--format", "line"]
    assert CliRunner().invoke(main, [*words, "a.ru.md"]).stdout == ""
    result = CliRunner().invoke(main, [*words, "--staged"])
    assert result.stdout.splitlines() == [
        "a.ru.md:1:1: warning 13 [13.versions] У русской страницы нет версии на другом языке: en"
    ]
    repository.git("add", "-A")
    repository.git("rm", "-q", "--cached", "стр/a.kk.md")
    assert CliRunner().invoke(main, [*words, "--staged"]).stdout.rstrip().endswith(": kk")


def test_places_in_toml(linter: Linter) -> None:
    text = '+++\n# даты\nsubmitted = 2026-03-16\npublish = "скоро"\n[translations]\nkk = "no.md"\nen = """\nno.md"""\n+++\n'
    report = check(linter, extract(Source("/s/a.md", text), "markdown"))
    assert found(report) == [("11.dates", 'publish = "скоро"'), ("13.versions", 'kk = "no.md"'), ("13.versions", "en")]
