"""The line on the terminal: seen only there, only when it lasts, and never in the way of the report."""

from __future__ import annotations

import io
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qazlint.cli.progress import Progress
from qazlint.extract import Document
from qazlint.inputs import Input, documents
from tests.conftest import ROOT
from tests.policy import small


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def line(self) -> str:
        """What stands on the screen's line."""
        shown = ""
        for part in self.getvalue().split("\r"):
            shown = part + shown[len(part) :]
        return shown.rstrip()


@pytest.fixture
def archive(tmp_path: Path) -> Input:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "раз"}\n' * 100, encoding="utf-8")
    return Input(str(path), path)


def test_it_appears_after_a_while_and_makes_way(archive: Input) -> None:
    now, terminal = [0.0], Terminal()
    progress = Progress(terminal, lambda: now[0])
    seen = []
    for given in progress.inputs(iter([archive])):
        assert isinstance(given, Input)
        for document in documents(given):
            now[0] += 0.04
            progress.add(document)
            seen.append(terminal.line())
    assert seen[23] == ""
    assert seen[25] == "qazlint: [#######-----------------------]  25%  0:03"
    assert "100%" in seen[-1] or " 99%" in seen[-1]
    progress.hide()
    assert terminal.line() == ""


def test_what_has_no_size_is_counted() -> None:
    now, terminal = [0.0], Terminal()
    progress = Progress(terminal, lambda: now[0])
    (given,) = progress.inputs([Input("<stdin>", content=lambda: io.BytesIO(b'{"text": "a"}\n' * 3))])
    assert isinstance(given, Input)
    now[0] = 2
    for document in documents(given, "jsonl"):
        assert isinstance(document, Document)
        progress.add(document)
    assert terminal.line() == "qazlint: 1"


def test_nothing_is_drawn_into_a_pipe(archive: Input) -> None:
    pipe = io.StringIO()
    now = [0.0]
    progress = Progress(pipe, lambda: now[0])
    (given,) = progress.inputs([archive])
    assert isinstance(given, Input)
    now[0] = 99
    for document in documents(given):
        progress.add(document)
    progress.hide()
    assert pipe.getvalue() == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_long_run_at_a_terminal_that_is_interrupted(tmp_path: Path, jobs: str) -> None:
    """Ctrl-C reaches all processes; the report on what is finished is whole, and no process is left."""
    policy, posts = small.write(tmp_path / "policy"), tmp_path / "a.jsonl"
    posts.write_text('{"text": "премия"}\n' * 300_000, encoding="utf-8")
    words = ["check", "--policy", str(policy), "--format", "jsonl", "--jobs", jobs, str(posts)]
    ours, theirs = pty.openpty()
    with (tmp_path / "report.jsonl").open("wb") as report, subprocess.Popen(
        [sys.executable, "-m", "qazlint", *words], cwd=ROOT, stdout=report, stderr=theirs, start_new_session=True
    ) as running:
        os.close(theirs)
        drawn = b""
        while b"%" not in drawn:
            drawn += os.read(ours, 1000)
        os.killpg(running.pid, signal.SIGINT)
        while b"checked" not in drawn:
            drawn += os.read(ours, 1000)
    os.close(ours)
    checked = len((tmp_path / "report.jsonl").read_bytes().splitlines())
    assert running.returncode == 130
    # The post in hand when the signal came has been counted, but may not have been written any more.
    assert any(f"interrupted: {number} checked" in drawn.decode() for number in (checked, checked + 1))
    assert b"Traceback" not in drawn
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
