"""The pages under docs/: their Python runs, the tutorials print what they say, the reference is the commands' own."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from qazlint.cli import main
from qazlint.policy.names import ENTITIES, FEATURES, SCOPES
from tests.conftest import ROOT

DOCS = ROOT / "docs"


def blocks(page: str, kind: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("page", "said"), [("library.md", "page.md:3:6 20.in-name"), ("spacy.md", "['publish', 'stop']")])
def test_the_python_of_a_page_runs_from_top_to_bottom(page: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        exec(compile(block, page, "exec"), names)
    assert said in capsys.readouterr().out
    if "html" in names:
        assert "20" in str(names["html"])


@pytest.mark.parametrize("page", ["tutorial/employee.ru.md", "tutorial/employee.kk.md"])
def test_the_tutorial_shows_what_is_printed(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (text,), (shown,) = blocks(page, "text"), blocks(page, "console")
    (tmp_path / "post.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    command, _, expected = shown.partition("\n")
    result = CliRunner().invoke(main, command.removeprefix("$ qazlint ").split())
    assert result.stdout.startswith(expected)
    for rule in re.findall(r"`qazlint explain (\S+?)[ `]", (DOCS / page).read_text(encoding="utf-8")):
        assert CliRunner().invoke(main, ["explain", rule]).exit_code == 0


@pytest.mark.parametrize("page", ["tutorial/press.ru.md", "tutorial/press.kk.md"])
def test_the_press_secretary_gets_the_reports(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,), (draft,) = blocks(page, "console"), blocks(page, "markdown")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(draft, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, shown.strip().removeprefix("$ qazlint ").split())
    assert result.exit_code == 0, result.output  # the suppression counts
    assert (tmp_path / "report.html").exists()
    assert (tmp_path / "report.sarif").exists()


def test_the_reference_is_made_from_the_commands() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "cli_reference.py"))["page"]()
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == made


def test_the_rule_language_is_described_wholly() -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert [name for name in ENTITIES if f"`<{name}" not in page] == []
    assert [name for name in FEATURES if name not in page] == []
    assert [name for name in SCOPES if f"`{name}`" not in page] == []


def test_the_policy_file_is_described_wholly() -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8").partition("## The policy file")[2]
    policy = yaml.safe_load((ROOT / "rules" / "qazindustry" / "policy.yaml").read_text(encoding="utf-8"))
    keys = {*policy, *policy["employer"], *policy["working_time"], *(key for clause in policy["clauses"] for key in clause)}
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def test_every_page_is_in_the_menu_and_every_link_leads_somewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    menu = yaml.safe_dump(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"], allow_unicode=True)
    pages = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")}
    assert sorted(page for page in pages if page not in menu) == []
