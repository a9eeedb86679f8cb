"""Several processes: the order, what is held, and what is left when one is killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Linter
from qazlint.batch import AHEAD, Lost, in_processes
from qazlint.batch.chunk import MOST, MOST_BYTES, Chunk, chunks
from tests.conftest import ROOT
from tests.policy.small import write

Number = Callable[[int], int]
T = TypeVar("T")


def square(number: int) -> int:
    return number * number


def fatal(deadly: frozenset[object], thing: T) -> T:
    if thing in deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return thing


def wrong(number: int) -> int:
    if number == 40:
        raise KeyError(number)
    return number


def slow_first(number: int) -> int:
    if not number:
        time.sleep(0.3)
    return number


def start(check: Number) -> Number:
    return check


def dead() -> Number:
    os._exit(7)


def mistaken() -> Number:
    raise FileNotFoundError("policy")


@settings(max_examples=8, deadline=None)
@given(count=st.integers(0, 300), processes=st.integers(1, 3))
def test_the_order_is_the_order_given(count: int, processes: int) -> None:
    found = list(in_processes(range(count), processes, partial(start, square)))
    assert found == [(number, number * number) for number in range(count)]


def test_a_slow_thing_does_not_change_the_order() -> None:
    assert [number for number, _ in in_processes(range(200), 2, partial(start, slow_first))] == list(range(200))


@settings(max_examples=8, deadline=None)
@given(st.frozensets(st.integers(0, 119), max_size=4))
def test_only_what_killed_a_process_is_lost(deadly: frozenset[int]) -> None:
    found = list(in_processes(range(120), 2, partial(start, partial(fatal, deadly))))
    assert found == [(n, Lost("SIGKILL") if n in deadly else n) for n in range(120)]


def test_an_error_of_the_check_is_raised() -> None:
    with pytest.raises(KeyError) as raised:
        list(in_processes(range(200), 2, partial(start, wrong)))
    assert "in wrong" in raised.value.__notes__[0]


def test_processes_that_cannot_begin() -> None:
    with pytest.raises(ChildProcessError, match=r"before it could check anything \(7\)"):
        list(in_processes(range(200), 2, dead))
    with pytest.raises(FileNotFoundError, match="policy"):
        list(in_processes(range(200), 2, mistaken))


def test_no_more_is_read_than_there_is_room_for() -> None:
    read = 0

    def things() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield read

    answers = in_processes(things(), 2, partial(start, square))
    for _ in range(50):
        next(answers)
    assert read <= 50 + (2 * AHEAD + 1) * MOST
    answers.close()


def test_long_things_are_spread() -> None:
    found: list[Chunk[str, str]] = list(chunks(["a"] * 40 + ["b" * MOST_BYTES] * 3))
    assert [len(chunk.items) for chunk in found] == [32, 9, 1, 1]


def test_nobody_is_left_behind_when_the_reader_stops() -> None:
    answers = in_processes(iter(range(10_000)), 2, partial(start, square))
    next(answers)
    assert multiprocessing.active_children()
    answers.close()
    assert not multiprocessing.active_children()


def test_nobody_is_left_behind_when_the_reader_is_killed() -> None:
    """Both processes have said who they are when the second pair of answers comes from another one than the first."""
    script = """if True:
        import itertools, os, sys
        from functools import partial
        from qazlint.batch import in_processes
        from tests.batch.test_processes import start, who
        seen = set()
        for _, pid in in_processes(itertools.count(), 2, partial(start, who)):
            seen.add(pid)
            if len(seen) == 2:
                print(*seen, flush=True)
                sys.stdin.read()
    """
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        workers = [int(pid) for pid in reader.stdout.readline().split()]
        reader.kill()
    assert len(workers) == 2
    deadline = time.monotonic() + 20
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, workers))


def who(number: int) -> int:
    time.sleep(0.001)  # leaves something to the other one
    return os.getpid()


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_library_says_over_which_text_a_process_died(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qazlint.linter._checker", lambda *_: partial(fatal, frozenset(["три"])))
    reports = Linter(write(tmp_path)).check_many(["раз", "два", "три"], processes=2)
    with pytest.raises(ChildProcessError, match=r"SIGKILL.*«три»"):
        list(reports)
