"""What can go wrong around a run: a full disk, a process that is killed. What is finished is kept, and it is said."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qazlint.extract import front, opc, tomls
from qazlint.match import patience
from qazlint.policy import limits
from qazlint.policy.reader import MAX_DEPTH
from tests.conftest import ROOT
from tests.policy.small import write

# The command, with a checker that kills its process over one text.
DEADLY = """if True:
    import multiprocessing, os, signal, sys
    from qazlint.cli import main
    from qazlint.config.checker import Checker

    multiprocessing.set_start_method("fork")
    answer = Checker.answer

    def deadly(self, task):
        if "роковой" in task.document.source.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer(self, task)

    Checker.answer = deadly
    main(sys.argv[1:])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "policy")
    (tmp_path / "posts").mkdir()
    for number in range(40):
        text = "роковой текст" if number == 17 else f"премия {number}"
        (tmp_path / "posts" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str, code: str = "", stdout: object = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "qazlint"]
    return subprocess.run(
        [sys.executable, *start, *words], cwd=folder, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=120, check=False
    )  # type: ignore[call-overload]


def test_a_killed_process_loses_its_text_alone(folder: Path) -> None:
    words = ("check", "--policy", "policy", "--lang", "en", "--jobs", "2", "--format", "json", "--output", "jsonl:out.jsonl", "posts")
    done = run(folder, *words, code=DEADLY)
    assert done.returncode == 2
    assert done.stderr == "qazlint: posts/17.txt: the process that checked it died (SIGKILL)\n"
    data = json.loads(done.stdout)
    assert [len(file["findings"]) for file in data["files"]] == [1] * 39
    assert [item["path"] for item in data["unreadable"]] == ["posts/17.txt"]
    assert len((folder / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 40


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device here")
@pytest.mark.parametrize(
    "words",
    [["check", "--policy", "policy", "posts"], ["check", "--policy", "policy", "--jobs", "2", "--format", "json", "posts"],
     ["rules", "list", "--policy", "policy"], ["explain", "--policy", "policy", "1"]],
)  # fmt: skip
def test_a_full_disk_behind_standard_output_is_no_finding(folder: Path, words: list[str]) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = run(folder, *words, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "qazlint: standard output: No space left on device\n"


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(folder, "check", "--policy", "policy", "posts", stdout=writing)
    os.close(writing)
    assert done.stderr == ""


def test_the_threat_model_names_what_there_is() -> None:
    page = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|qazlint)/[\w/]+\.py)`", page)
    assert len(named) >= 10
    assert [name for name in named if not (ROOT / name).is_file()] == []
    for number, said in (
        (opc.LARGEST_UNPACKED // 2**20, "64 MB"), (opc.MOST_TIMES, "fifty times"), (front.LONGEST // 1024, "64 KB"), (tomls.MOST_PARTS, "64 parts"),
        (limits.MOST_FILES, "500 files"), (limits.MOST_BYTES // 10**6, "50 MB"), (limits.LARGEST_FILE // 10**6, "2 MB a file"),
        (MAX_DEPTH, "12 deep"), (patience._ONE * patience._ALL, "five for all"),
    ):  # fmt: skip
        spelt = {0.5: "half", 5: "five", 50: "fifty"} if not said[0].isdigit() else {}
        assert str(spelt.get(number, number)) in said
        assert said in page
