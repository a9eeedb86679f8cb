"""The comparison with other tools: one that is made up stands for them, none is installed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks import policies
from benchmarks.peers import compare, install, worker
from benchmarks.peers.process import FailedError, Process
from benchmarks.peers.tools import OURS, PEERS, Tool
from qazlint import Linter
from tests.conftest import ROOT

POSTS = ["Кот и пёс", "Ит пен мысық", "Просто текст", "Ещё один"]
ECHO = """
import json, sys
print(json.dumps([0.5, 0, 0, 7.0]), flush=True)
for line in sys.stdin:
    texts = json.loads(line)
    if "умри" in texts: raise SystemExit("died of it")
    print(json.dumps([0.25, len(texts), sum("т" in text for text in texts), 8.0]), flush=True)
"""


def tool(name: str, code: str = ECHO) -> Tool:
    return Tool(name, "no", "no", "counts", lambda home, work: [sys.executable, "-c", code])


def test_a_process_answers_until_it_ends() -> None:
    with Process([sys.executable, "-c", ECHO], os.environ) as process:
        assert process.ready == (0.5, 0, 0, 7.0)
        assert process.ask(POSTS) == (0.25, 4, 3, 8.0)
        with pytest.raises(FailedError, match="died of it"):
            process.ask(["умри"])


def test_all_get_the_same_and_those_that_fail_are_named(tmp_path: Path, linter: Linter) -> None:
    def refuse(home: Path, work: Path) -> list[str]:
        raise install.RefusedError("there is no network")

    peers = (tool("echo"), tool("broken", "raise SystemExit('no such model')"),
             Tool("absent", "no", "no", "nothing", refuse))  # fmt: skip
    table = compare.table(tmp_path, tmp_path, POSTS, 1, peers)
    assert [row[0] for row in table.rows] == ["qazlint", "echo"]
    echo = table.rows[1]
    assert echo[compare.COLUMNS.index("load, s")] == "0.50"
    assert echo[compare.COLUMNS.index("warm, posts/s")] == "16.0"
    assert echo[compare.COLUMNS.index("posts objected to")] == "75%"
    assert "broken was skipped: no such model." in table.note
    assert "absent was skipped: there is no network." in table.note


def test_a_tool_that_used_up_its_time_gets_no_more() -> None:
    slow = ECHO.replace("0.25", str(compare.BUDGET + 1))
    with Process([sys.executable, "-c", slow], os.environ) as process:
        passes = compare.Passes(tool("slow"), process)
        passes.begin()
        passes.feed(["а" * 40])
        passes.feed(["б" * 40])
        assert passes.letters == [40]
        assert passes.rate(0) == pytest.approx(40 / (compare.BUDGET + 1))


def test_every_tool_has_a_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(install, "python", lambda home, package: Path("python"))
    monkeypatch.setattr(install, "node", lambda home, packages: home)
    for each in (OURS, *PEERS):
        words = each.start(tmp_path, tmp_path)
        assert Path(words[1]).is_file()
        assert words[0] == "node" or words[2] in worker.TOOLS


def test_the_worker_of_qazlint(tmp_path: Path) -> None:
    check = worker.qazlint([], tmp_path)
    assert check("Пишу от имени QazIndustry: мы против пошлины")
    assert not check("Сегодня дождь")


def test_the_lists_are_found_in_inflected_forms(tmp_path: Path) -> None:
    linter = Linter(policies.write_lists(tmp_path / "policy", [["чайник", "утюг"], ["ковёр"]]))
    assert [finding.rule_id for finding in linter.check("Нет ни утюга, ни ковров").findings] == ["1.rule-0", "1.rule-1"]
    found = list(compare.lists())
    assert len(found) > 50
    assert all(len(words) >= 10 and all(map(str.isalpha, words)) for words in found)


def test_an_environment_is_made_once_and_a_refusal_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(install, "_run", lambda words, where: ran.append(list(words)))
    assert install.python(tmp_path, "yargy").parent.parent == tmp_path / "yargy" / "venv"
    assert [words[2] for words in ran] == ["venv", "pip"]
    assert ran[1][-1] == "yargy"
    install.python(tmp_path, "yargy")
    assert len(ran) == 2


def test_a_failing_installer_says_why(tmp_path: Path) -> None:
    with pytest.raises(install.RefusedError, match="no such package"):
        install._run([sys.executable, "-c", "raise SystemExit('no such package')"], tmp_path)
    with pytest.raises(install.RefusedError):
        install._run([str(ROOT / "no-such-program")], tmp_path)
