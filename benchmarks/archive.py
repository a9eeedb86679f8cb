"""The real command line on an archive of posts, in one process and in two."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks import posts
from benchmarks.measure import command
from benchmarks.table import Table, number


def table(work: Path, count: int) -> Table:
    """`qazlint check archive.jsonl --format jsonl` with --jobs 1 and 2; time, and the memory of the largest process."""
    path = work / "archive.jsonl"
    characters = posts.write(path, count)
    env = {**os.environ, "QAZLINT_CACHE": str(work / "cache")}
    command([sys.executable, "-m", "qazlint", "rules", "list"], env)  # fills the cache of policies
    rows = []
    for jobs in (1, 2):
        run = command(
            [sys.executable, "-m", "qazlint", "check", "--format", "jsonl", "--jobs", str(jobs), str(path)], env
        )
        rows.append([f"--jobs {jobs}", number(run.wall), number(run.cpu), number(count / run.wall),
                     number(count / run.cpu), number(run.peak)])  # fmt: skip
    columns = ("qazlint check archive.jsonl", "s by the clock", "s of processor", "posts/s by the clock",
               "posts a processor second", "MB of the largest process")  # fmt: skip
    note = f"{count:,} generated posts, {characters / 1e6:.1f} million characters; start and output included."
    return Table("An archive on the command line", columns, rows, note)
