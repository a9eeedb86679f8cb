"""How fast the main job is: starting, loading the policy, checking posts, by stage.

    python benchmarks/main_job.py

Prints a table. Times vary from machine to machine, so each is also given against a yardstick of the same run: the
start of spaCy's blank Russian pipeline for whole processes, the analysis of the words for the stages.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROUNDS = 5


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest time of several rounds, in seconds: the one least disturbed."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def process(*words: str) -> float:
    """Seconds that a Python process takes."""
    return best(lambda: subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, check=False))


def posts() -> list[str]:
    """The texts of the project's own corpus."""
    files = sorted((ROOT / "tests" / "corpus").glob("*.jsonl"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines]


def starts() -> None:
    """Whole processes."""
    spacy = process("-c", "import spacy; spacy.blank('ru')")
    rows = {
        "spacy.blank('ru')": spacy,
        "qazlint check examples/post.txt": process("-m", "qazlint", "check", "examples/post.txt"),
        "qazlint --help": process("-m", "qazlint", "--help"),
        "qazlint explain 20": process("-m", "qazlint", "explain", "20"),
        "qazlint rules list": process("-m", "qazlint", "rules", "list"),
    }
    for name, seconds in rows.items():
        print(f"{name:36} {seconds:6.3f} s   {seconds / spacy:5.2f}")


def policy() -> None:
    """Loading the policy, compiled anew and from the cache."""
    from qazlint.policy import load_afresh, load_policy

    anew = best(lambda: load_afresh("qazindustry"), 2)
    load_policy("qazindustry")
    print(f"{'policy, compiled anew':36} {anew:6.3f} s")
    print(f"{'policy, from the cache':36} {best(lambda: load_policy('qazindustry')):6.3f} s")


def checks() -> None:
    """Posts a second on one core, word forms unknown and known."""
    from qazlint import Linter
    from qazlint.language.pipeline import analyse

    texts = posts()
    linter = Linter()
    started = time.perf_counter()
    for text in texts:
        linter.check(text)
    cold = time.perf_counter() - started
    analysis = best(lambda: [analyse(text) for text in texts])
    whole = best(lambda: [linter.check(text) for text in texts])
    length = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} posts, {length:.0f} characters on average")
    for name, seconds in (
        ("check, forms unknown", cold),
        ("check, forms known", whole),
        ("  of which analysis", analysis),
        ("  of which matching and filters", whole - analysis),
    ):
        print(f"{name:36} {len(texts) / seconds:8,.0f} posts/s   {seconds / analysis:5.2f}")


def main() -> None:
    with tempfile.TemporaryDirectory() as cache:
        os.environ["QAZLINT_CACHE"] = cache
        starts()
        policy()
        checks()
    print(f"{'memory, greatest':36} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    main()
