"""Cold start of the command line, and loading the policy, against the start of spaCy's blank Russian pipeline."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks.measure import Run, command, least
from benchmarks.table import Table, number

SPACY = "spacy.blank('ru')"
PROCESSES = {
    SPACY: ["-c", "import spacy; spacy.blank('ru')"],
    "qazlint --help": ["-m", "qazlint", "--help"],
    "qazlint explain 20": ["-m", "qazlint", "explain", "20"],
    "qazlint rules list": ["-m", "qazlint", "rules", "list"],
    "qazlint check examples/post.txt": ["-m", "qazlint", "check", "examples/post.txt"],
}


def table(cache: Path, rounds: int) -> Table:
    """Whole processes from a warm policy cache, the least of some rounds; then the policy alone."""
    return Table("Cold start", ("process", "s", "times spaCy's", "MB"), [*processes(cache, rounds), *_policy(rounds)])


def processes(cache: Path, rounds: int) -> list[list[str]]:
    """The rows of whole processes."""
    env = {**os.environ, "QAZLINT_CACHE": str(cache)}
    command([sys.executable, "-m", "qazlint", "rules", "list"], env)  # fills the cache
    runs: dict[str, list[Run]] = {name: [] for name in PROCESSES}
    for _ in range(rounds):
        for name, words in PROCESSES.items():
            runs[name].append(command([sys.executable, *words], env))
    best = {name: min(done, key=lambda run: run.cpu) for name, done in runs.items()}
    return [[name, number(run.cpu), number(run.cpu / best[SPACY].cpu), number(run.peak)] for name, run in best.items()]


def _policy(rounds: int) -> list[list[str]]:
    from qazlint.policy import load_afresh, load_policy

    load_policy("qazindustry")
    cached = least({"loading the policy, from the cache": lambda: load_policy("qazindustry")}, rounds)
    anew = least({"loading the policy, compiled anew": lambda: load_afresh("qazindustry")}, 1)
    return [[name, number(seconds), "", ""] for name, seconds in (*cached.items(), *anew.items())]
