"""Time and memory of work, in this process and in others.

Processor time is what is measured wherever it can be: it says what the work costs, not what else the machine does.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

ROOT = Path(__file__).parent.parent
K = TypeVar("K")
_LAUNCHER = Path(__file__).parent / "launcher.py"


class Run(NamedTuple):
    """What a command used: seconds by the clock and of processor, MB of its largest process, its exit status."""

    wall: float
    cpu: float
    peak: float
    status: int


def cpu(work: Callable[[], object]) -> float:
    """Seconds of processor that one call takes in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def least(works: Mapping[K, Callable[[], object]], rounds: int) -> dict[K, float]:
    """The least processor seconds of each work over some rounds, taken in turn so that all meet the same machine."""
    times: dict[K, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(cpu(work))
    return {name: min(taken) for name, taken in times.items()}


def command(words: Sequence[str], env: Mapping[str, str]) -> Run:
    """Run a command to its end, its output thrown away.

    A small process starts it: memory that Linux reports for a process begins with that of the one that it came from.
    Raises RuntimeError with what the command said when its status is neither 0 nor 1.
    """
    done = subprocess.run([sys.executable, "-I", "-S", str(_LAUNCHER), *words], cwd=ROOT, env={**env}, check=True,
                          capture_output=True, text=True)  # fmt: skip
    run = Run(*json.loads(done.stdout))
    if run.status not in (0, 1):
        raise RuntimeError(f"{' '.join(words)}: status {run.status}\n{done.stderr}")
    return run


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The k of the power law cost = c · size**k that fits points (size, cost) best: 1 is linear, 2 quadratic."""
    xs, ys = [math.log(size) for size, _ in points], [math.log(cost) for _, cost in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((a - x) ** 2 for a in xs)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / spread
