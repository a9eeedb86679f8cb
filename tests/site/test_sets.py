"""Which sets of rules hold: by the library, the command line, a configuration; and what else holds for their findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qazlint import Linter
from qazlint.cli import main
from qazlint.report import FORMATS
from tests.policy.small import POLICY, RULE, write
from tests.site.pages import SITE, found, page

TEXT = """\
---
title: Форум
submitted: 2026-03-16
publish: 2026-03-17
translations: {kk: /kk/forum, en: /en/forum}
---

Пишу от имени QazIndustry: мы против новой пошлины.
"""
POST, FACT = "8:6: error 20 [20.in-name]", "3:1: error 11 [11.two-days]"


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--format", "line", *words], input=stdin)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("posts/a.md", "site/a.md", "both/a.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def places(result: Result) -> list[str]:
    return [line.partition("] ")[0].partition(":")[2] + "]" for line in result.stdout.splitlines()]


def test_the_library_asks_for_sets(linter: Linter) -> None:
    document = page("submitted: 2026-03-16", "publish: 2026-03-17", name="a.kk.md", body="Пишу от имени QazIndustry.")
    assert {rule for rule, _ in found(linter.check_document(document))} == {"20.in-name"}
    assert {rule for rule, _ in found(linter.check_document(document, sets=SITE))} == {"11.two-days"}
    both = linter.check_document(document, sets=["site", "posts"])
    assert [rule for rule, _ in found(both)] == ["11.two-days", "20.in-name"]
    assert linter.check_document(document, sets=[]).findings == ()
    with pytest.raises(ValueError, match=r"unknown set of rules 'sight': the policy has posts, site"):
        linter.check_document(document, sets=["sight"])


def test_the_command_line_asks_for_sets(folder: Path) -> None:
    assert places(run("site/a.md")) == [POST]
    assert places(run("site/a.md", "--set", "site")) == [FACT]
    assert places(run("site/a.md", "--set", "site", "--set", "posts")) == [FACT, POST]
    result = run("site/a.md", "--set", "sight")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "unknown set of rules «sight»: the policy has posts, site" in result.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_configuration_asks_for_sets_by_path(folder: Path, jobs: str) -> None:
    config = 'paths:\n  - {path: "site/", sets: site}\n  - {path: "both/**", sets: [posts, site]}\n'
    (folder / ".qazlint.yaml").write_text(config)
    shown = run(".", "--jobs", jobs).stdout.splitlines()
    assert [line.partition(":")[0] for line in shown] == ["both/a.md", "both/a.md", "posts/a.md", "site/a.md"]
    assert places(run(".", "--jobs", jobs)) == [FACT, POST, POST, FACT]
    (folder / ".qazlint.yaml").write_text("sets: [site]\n" + config)
    assert places(run("posts")) == [FACT]
    assert places(run("posts", "--set", "posts")) == [POST]


def test_a_set_that_the_policy_has_not(folder: Path) -> None:
    (folder / ".qazlint.yaml").write_text('sets: [posts]\npaths:\n  - {path: "site/", sets: [sitee]}\n')
    result = run("site")
    assert result.exit_code == 2
    assert ".qazlint.yaml:3: error: sets: the policy has no set of rules «sitee» — did you mean «site»?" in result.stderr


def test_no_set_at_all(folder: Path) -> None:
    (folder / ".qazlint.yaml").write_text("sets: []\n")
    result = run("site")
    assert result.exit_code == 2
    assert ".qazlint.yaml:1: error: sets: the name of a set of rules is expected here" in result.stderr


def test_a_configuration_in_toml(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[[tool.qazlint.paths]]\npath = "site/"\nsets = ["site"]\n')
    assert places(run("site", "posts")) == [FACT, POST]


def test_another_file_may_have_a_policy_without_the_set(folder: Path) -> None:
    write(folder / "small")
    (folder / "posts" / ".qazlint.yaml").write_text("policy: ../small\n")
    result = run("site/a.md", "posts/a.md", "--set", "site")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert places(result) == [FACT]


def test_rules_of_phrases_can_belong_to_a_set(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path, POLICY + "sets: {site: {ru: Сайт}}\n", RULE.replace("rules:", "set: site\nrules:")))
    document = page(body="Где премия?")
    assert linter.check("Где премия?").findings == ()
    assert [rule for rule, _ in found(linter.check_document(document, sets=SITE))] == ["1.money"]
    assert [f.rule_id for f in linter.check("Где премия?", sets=SITE).findings] == ["1.money"]


def test_settings_of_rules_and_clauses_hold(folder: Path) -> None:
    (folder / ".qazlint.yaml").write_text("sets: [site]\nseverity: {'11': note}\n")
    assert places(run("site", "--fail-on", "note")) == [FACT.replace("error", "note")]
    (folder / ".qazlint.yaml").write_text("sets: [site]\ndisable: ['11']\n")
    assert run("site").stdout == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-03-16", "2026-03-16  # qazlint-disable-line 11.two-days: согласовано"),
        ("title: Форум", "qazlint: {disable: [{rule: 11, reason: согласовано}]}"),
        ("Пишу", "<!-- qazlint-disable-file 11: согласовано -->\n\nПишу"),
    ],
)
def test_findings_are_suppressed_as_others_are(folder: Path, old: str, new: str) -> None:
    (folder / "site" / "a.md").write_text(TEXT.replace(old, new), encoding="utf-8")
    assert run("site", "--set", "site").stdout == ""
    assert len(places(run("site", "--set", "site", "--no-suppress"))) == 1


def test_a_baseline_knows_them_until_the_dates_change(folder: Path) -> None:
    run("site", "--set", "site", "--write-baseline", "known.json")
    moved = TEXT.replace("title: Форум\n", "title: Форум в Алматы\ntags: [форум]\n")
    (folder / "site" / "a.md").write_text(moved, encoding="utf-8")
    assert run("site", "--set", "site", "--baseline", "known.json").stdout == ""
    (folder / "site" / "a.md").write_text(moved.replace("03-17", "03-16"), encoding="utf-8")
    assert len(places(run("site", "--set", "site", "--baseline", "known.json"))) == 1


def test_working_time_is_a_matter_of_posts(folder: Path) -> None:
    words = ("site/a.md", "--publish", "2026-03-17T10:00", "--format", "json")
    assert "working-time" in run(*words).stdout
    assert "working-time" not in run(*words, "--set", "site").stdout


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_shows_them(folder: Path, form: str) -> None:
    result = run("site", "--set", "site", "--format", form)
    assert result.exit_code == 1
    assert "11.two-days" in result.stdout or "пункт 11" in result.stdout
    if form == "json":
        (file,) = json.loads(result.stdout)["files"]
        assert file["findings"][0]["rule_id"] == "11.two-days"


def test_they_are_explained() -> None:
    result = CliRunner().invoke(main, ["explain", "13.versions"])
    assert "    # beside: news.kk.md, news.en.md\n" in result.stdout
