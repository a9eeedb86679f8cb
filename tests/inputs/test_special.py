"""Devices, pipes and links that lead nowhere: nobody waits for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qazlint.cli import main
from tests.policy.small import write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path / "policy")
    (tmp_path / "good.txt").write_text("Всё тихо", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*words: str) -> Result:
    return CliRunner().invoke(main, ["check", "--lang", "en", *words])


@pytest.mark.parametrize("name", ["pipe.txt", "/dev/zero", "/dev/null"])
def test_it_is_said_and_the_others_are_checked(folder: Path, name: str) -> None:
    result = check("--policy", "policy", name, "good.txt")
    assert f"qazlint: {name}: not a regular file but a device or a pipe" in result.stderr
    assert "good.txt" in result.stdout
    assert result.exit_code == 2


def test_in_folders_they_are_passed_over(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    result = check("--policy", "policy", ".")
    assert result.exit_code == 0
    assert result.stderr == ""


def test_what_the_shell_hands_over_is_read(folder: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, "премия".encode())
    os.close(writing)
    command = [sys.executable, "-m", "qazlint", "check", "--policy", "policy", "--format", "line", f"/dev/fd/{reading}"]
    run = subprocess.run(command, pass_fds=[reading], capture_output=True, text=True, timeout=60, check=False)
    os.close(reading)
    assert (run.returncode, run.stderr) == (1, "")
    assert "[1.money]" in run.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--config", "pipe.txt"], "not a regular file"),
        (["--policy", "policy", "--baseline", "pipe.txt"], "not a regular file"),
        (["--policy", "pipe.txt"], "there is no policy «pipe.txt»"),
        (["--config", "extra.yaml"], "there is no file «money.yaml»"),
    ],
    ids=["config", "baseline", "policy", "lexicon"],
)
def test_nothing_else_is_read_from_them(folder: Path, words: list[str], said: str) -> None:
    os.mkfifo(folder / "money.yaml")
    (folder / "extra.yaml").write_text("policy: policy\nlexicons: [money.yaml]\n", encoding="utf-8")
    result = check(*words, "good.txt")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_folders_with_pipes_where_git_has_its_files(folder: Path) -> None:
    os.mkfifo(folder / ".gitignore")
    (folder / "sub").mkdir()
    os.mkfifo(folder / "sub" / ".git")
    (folder / "sub" / "b.txt").write_text("премия", encoding="utf-8")
    (folder / ".git" / "info").mkdir(parents=True)
    os.mkfifo(folder / ".git" / "info" / "exclude")
    result = check("--policy", "policy", "--format", "line", ".")
    assert result.stdout.startswith("sub/b.txt:1:1: error")
    assert result.exit_code == 1


def test_a_configuration_that_is_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / ".qazlint.yaml")
    result = check("good.txt")
    assert result.exit_code == 2
    assert ".qazlint.yaml:1: error: not a regular file" in result.stderr
