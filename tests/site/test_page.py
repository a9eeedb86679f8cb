"""docs/site.md: its files are written, its commands are run, and give what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from qazlint.cli import main
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w./]+)`[\w ]*:\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
SESSIONS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
STEPS = [step for session in SESSIONS for step in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the page's files are."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("command", "shown"), STEPS, ids=[command for command, _ in STEPS])
def test_commands_give_what_is_shown(folder: Path, command: str, shown: str) -> None:
    name, *arguments = shlex.split(command)
    assert name == "qazlint"
    result = CliRunner().invoke(main, arguments)
    assert (result.stdout, result.stderr) == (shown, "")


def test_the_page_has_something_to_run() -> None:
    assert sorted(FILES) == [".qazlint.yaml", "content/law.md", "content/nauryz.ru.md"]
    assert [bool(shown) for _, shown in STEPS] == [True, True, False]


def test_the_python_example(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    exec(compile(code, "site.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "('13.versions', 'The Russian page lacks its version in another language: kk')" in shown
    assert "('11.two-days'," in shown
