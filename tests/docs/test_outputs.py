"""docs/outputs.md: its commands are run and print what the page says."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner

from qazlint import Linter, __version__
from qazlint.cli import main
from qazlint.examples import examples, failure
from qazlint.report import FOR_PEOPLE, FORMATS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
BLOCKS = [(match[1], match[2]) for match in re.finditer(r"^```(.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)]
CONSOLE = [body for kind, body in BLOCKS if kind == "console"]


def output(command: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command of the page prints, the program's version as the page has it."""
    shutil.copytree(ROOT / "examples", here / "examples", dirs_exist_ok=True)
    monkeypatch.chdir(here)
    program, *words = shlex.split(command.removeprefix("$ "))
    assert program == "qazlint"
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.stdout.replace(f'"{__version__}"', '"0.1.0"')


@pytest.mark.parametrize("block", CONSOLE, ids=lambda block: block.partition("\n")[0])
def test_the_commands_print_what_the_page_says(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    command, _, expected = block.partition("\n")
    if expected:
        assert output(command, tmp_path, monkeypatch) == expected


def test_the_excerpts_are_parts_of_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command, found = "", 0
    for kind, body in BLOCKS:
        if kind == "console":
            command = body.partition("\n")[0]
        elif kind.startswith("json "):
            part = json.loads(output(command, tmp_path, monkeypatch))
            for key in kind.removeprefix("json ").split("."):
                part = part[int(key) if isinstance(part, list) else key]
            assert json.loads(body) == part
            found += 1
    assert found >= 3


def test_reports_go_to_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (command,) = (block.partition("\n")[0] for block in CONSOLE if "--output" in block)
    output(command, tmp_path, monkeypatch)
    assert json.loads((tmp_path / "report.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ElementTree.parse(tmp_path / "report.xml").getroot().tag == "testsuites"


def test_every_format_has_an_example() -> None:
    shown = " ".join(block.partition("\n")[0] for block in CONSOLE)
    assert {name for name in FORMATS if f"--format {name} " not in shown} == {"text"}
    assert all(f"\n## {name}\n" in PAGE for name in FORMATS)


def test_editors_and_pipelines_understand_the_snippets() -> None:
    matcher = json.loads(next(body for kind, body in BLOCKS if kind == "json" and "problemMatcher" in body))
    pattern = re.compile(matcher["problemMatcher"]["pattern"]["regexp"])
    lines = next(block.splitlines()[1:] for block in CONSOLE if "--format line examples" in block)
    assert [pattern.fullmatch(line)[4] for line in lines] == ["error", "note", "error"]  # type: ignore[index]
    assert all(yaml.safe_load(body) for kind, body in BLOCKS if kind == "yaml")


def test_the_examples_of_the_small_policy_hold() -> None:
    linter = Linter(ROOT / "examples" / "romashka")
    assert [failure(linter, example) for example in examples(linter.policy.rules)] == [""] * 8


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_terminal_of_another_encoding_gets_what_it_can_show(form: str, tmp_path: Path) -> None:
    """Programs get UTF-8 whatever the terminal's encoding is; a person gets the terminal's, and no traceback."""
    (tmp_path / "post.txt").write_text("Где премия 👍 «Ромашки»?", encoding="utf-8")
    command = [sys.executable, "-m", "qazlint", "check", "--policy", str(ROOT / "examples/romashka"), "--format", form, "post.txt"]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONIOENCODING": "cp1251", "PYTHONPATH": str(ROOT)},
                          capture_output=True, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    text = done.stdout.decode("cp1251" if form in FOR_PEOPLE else "utf-8")
    assert "Сказано о выплатах в Обществе" in text
