"""The report on a terminal: its colours and its width."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.policy import small

POST = "Вчера до самого вечера мы всем отделом спорили, когда же нам наконец дадут премию, и никто ничего не понял."


def shown(folder: Path, columns: int = 80, **environment: str) -> str:
    """What a terminal of so many columns gets to show."""
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    words = ["check", "--policy", str(small.write(folder / "policy")), str(folder / "post.txt")]
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "FORCE_COLOR")}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "qazlint", *words], cwd=ROOT, stdout=theirs, env={**known, "TERM": "xterm", **environment}
    ) as running:
        os.close(theirs)
        written = b""
        while part := _read(ours):
            written += part
    os.close(ours)
    assert running.returncode == 1
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so when the last writer has gone
        return b""


@pytest.mark.parametrize(("environment", "coloured"), [
    ({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False),
])  # fmt: skip
def test_colours(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in shown(tmp_path, **environment)) is coloured


@pytest.mark.parametrize(("columns", "widest"), [(40, 40), (72, 72), (10, 32), (200, 104)])
def test_the_passage_stays_above_its_marks(tmp_path: Path, columns: int, widest: int) -> None:
    passage, marks = re.findall(r"(?m)^    \| .*$", shown(tmp_path, columns, NO_COLOR="1"))
    assert len(passage) <= widest
    assert passage[marks.index("^") : len(marks)] == "премию"


def test_who_is_to_type_the_text_is_told_so(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "qazlint", "check", "--policy", str(small.write(tmp_path / "policy")), "--lang", "en"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(words, cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        os.close(theirs)
        assert running.stderr is not None
        assert running.stderr.readline() == b"qazlint: type the text, then Enter and Ctrl+D\n"
        os.write(ours, "Где премия?\n\x04".encode())
        said, _ = running.communicate()
    os.close(ours)
    assert "1.money" in said.decode()
    piped = subprocess.run(words, cwd=ROOT, input="Где премия?".encode(), capture_output=True, check=False)
    assert (piped.returncode, piped.stderr) == (1, b"")
