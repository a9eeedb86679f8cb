"""What the documentation promises: its examples run, its commands exist, its rule example is a rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from qazlint.cli import main
from qazlint.policy import collect
from qazlint.policy.load import load
from tests.conftest import ROOT
from tests.policy.small import POLICY, write

README = (ROOT / "README.md").read_text(encoding="utf-8")
RUSSIAN = (ROOT / "README.ru.md").read_text(encoding="utf-8")
KAZAKH = (ROOT / "README.kk.md").read_text(encoding="utf-8")
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    pieces = text.split("```")[1::2]  # between an opening and a closing fence
    return [body for piece in pieces for head, _, body in [piece.partition("\n")] if head == language]


SHOWN = "\n".join((*blocks(README, ""), *blocks(RUSSIAN, ""), *blocks(KAZAKH, "")))  # commands


@pytest.mark.parametrize("code", blocks(README, "python"), ids=["library", "spacy"])
def test_python_examples_run_and_find_something(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})
    assert "20" in capsys.readouterr().out


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^qazlint ([a-z]+)", SHOWN, re.MULTILINE))))
def test_commands_exist(command: str) -> None:
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


def test_options_in_the_readme_exist() -> None:
    shown = CliRunner().invoke(main, ["check", "--help"]).stdout
    for option in set(re.findall(r"(?<![-|])--[a-z][a-z-]+", README + RUSSIAN + KAZAKH)) - {"--quiet"}:
        assert option in shown, option


def test_the_example_report_is_the_real_one() -> None:
    result = CliRunner().invoke(main, ["check", "examples/post.txt"])
    (shown,) = (block for block in blocks(README, "") if block.startswith("examples/post.txt"))
    assert result.stdout.startswith(shown.rstrip().removesuffix("…").rstrip())


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH], ids=["ru", "kk"])
def test_the_post_of_a_translated_readme_has_a_finding(text: str) -> None:
    (post,) = re.findall(r'^echo "(.*)" \| \.venv/bin/qazlint check.* -$', text, re.MULTILINE)
    assert CliRunner().invoke(main, ["check", "-"], input=post).exit_code == 1


@pytest.mark.parametrize("name", ["README.md", "README.ru.md", "README.kk.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_and_files_that_are_named_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([^):]+)\)", text))
    named |= set(re.findall(r"(?<![\w/.])(?:docs|examples|lexicons|qazlint|rules|scripts|tests)/[\w./-]*\w/?", text))
    assert named
    assert {place for place in named if not (ROOT / place).exists()} == set()


@pytest.mark.parametrize(("name", "text"), [("README.md", README), ("rules.md", RULES)])
def test_the_rule_example_loads(name: str, text: str, tmp_path: Path) -> None:
    rule = next(block for block in blocks(text, "yaml") if "rules:" in block)
    lexicons = {"voice": "groups: {in-name: {ru: ['от =имени']}}", "personal-opinion": "ru: [по моему мнению]",
                "money": "ru: [премия]", "say": "ru: [говорить]"}  # fmt: skip
    policy = POLICY.replace('number: "1"', 'number: "20"').replace("  chief:", "  management: {ru: руководство}\n  chief:")
    policy += '  - number: "2"\n    text: {ru: Ещё}\n    strength: {ru: ещё}\n    severity: none\n'
    folder = write(tmp_path, policy=policy, rule=rule)
    for lexicon, content in lexicons.items():
        (folder / "lexicons" / f"{lexicon}.yaml").write_text(content, encoding="utf-8")
    assert load(collect(folder)).policy.rules[0].id == "20.in-name", name
    assert yaml.safe_load(rule)["clause"] == "20"
