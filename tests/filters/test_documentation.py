"""docs/suppressions.md: its files are written, its commands are run, and give what it says."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from qazlint.cli import main
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "suppressions.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w.]+)`:\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
SESSIONS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
STEPS = [step for session in SESSIONS for step in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the page's files are, with the page's policy."""
    path = tmp_path_factory.mktemp("page")
    for name, text in FILES.items():
        (path / name).write_text(text, encoding="utf-8")
    (path / ".qazlint.yaml").write_text(f"policy: {ROOT / 'examples' / 'romashka'}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("command", "shown"), STEPS, ids=[command for command, _ in STEPS])
def test_commands_give_what_is_shown(folder: Path, command: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    name, *arguments = shlex.split(command)
    assert name == "qazlint"
    result = CliRunner().invoke(main, arguments)
    assert (result.stdout, result.stderr) == (shown, "")


def test_the_page_has_something_to_run() -> None:
    assert len(FILES) >= 5
    assert len(STEPS) >= 6
    assert sum(bool(shown) for _, shown in STEPS) >= 5


def test_the_baseline_has_no_words(folder: Path) -> None:
    text = (folder / "qazlint-baseline.json").read_text(encoding="utf-8")
    assert "old.md" in text
    assert not re.search("[а-яА-Я]", text)


def test_the_python_example(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    before = os.listdir(ROOT)
    exec(compile(code, "suppressions.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == ["['3.pay']", "[('3.pay', 'исх. 12', 'comment')]", "[]", "publish"]
    assert os.listdir(ROOT) == before
