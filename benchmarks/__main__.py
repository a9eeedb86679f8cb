"""`python -m benchmarks`: the tables, printed, and with --write put into docs/benchmarks.md and README.md."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import platformdirs

from benchmarks import archive, growth, kazakh, page, posts, stages, starts
from benchmarks.peers import compare
from benchmarks.table import Table

ROUNDS = 3
PARTS = ("starts", "stages", "archive", "growth", "kazakh")
PEERS = "peers"  # needs other tools, which it installs: only when asked for
DEFAULT = platformdirs.user_cache_path("qazlint-peers")


def main(arguments: list[str] | None = None) -> None:
    """Measure what is asked for and print it."""
    options = _options().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QAZLINT_CACHE"] = str(Path(folder) / "cache")
        tables = []
        work = Path(folder)
        for name in options.only or (*PARTS, *([PEERS] if options.peers else [])):
            for table in _part(name, work, options.full, options.peers or DEFAULT):
                print(table.markdown(), end="\n\n", flush=True)
                tables.append(table)
    if options.write:
        page.write(tables)
        page.write([table for table in tables if table.title in page.IN_README], page.README)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="100,000 posts and texts of up to a million characters")
    parser.add_argument("--only", action="append", choices=(*PARTS, PEERS), help="this part; may be repeated")
    parser.add_argument("--peers", nargs="?", type=Path, const=DEFAULT, metavar="FOLDER",
                        help=f"other tools too, installed in a folder ({DEFAULT})")  # fmt: skip
    parser.add_argument("--write", action="store_true",
                        help="put the tables into docs/benchmarks.md, the chief ones into README.md too")  # fmt: skip
    return parser


def _part(name: str, work: Path, full: bool, peers: Path) -> Iterator[Table]:
    match name:
        case "starts":
            yield _alone(starts.table, work / "cache", ROUNDS)
        case "stages":
            yield _alone(stages.table, posts.own(), ROUNDS, "own")
            yield _alone(stages.table, list(posts.Generator().posts(1000)), ROUNDS, "generated")
        case "archive":
            yield archive.table(work, 100_000 if full else 5_000)
        case "growth":
            yield _alone(growth.by_length, 1_000_000 if full else 100_000)
            yield _alone(growth.by_rules, work / "policies", 500)
        case "kazakh":
            yield _alone(kazakh.table, posts.own("kk"))
        case "peers":
            texts = list(posts.Generator(posts.SEED + 3).posts(500 if full else 200))
            yield _alone(compare.table, peers.absolute(), work, texts, 2)


def _alone(work: Callable[..., Table], *arguments: Any) -> Table:
    """The table made in a process of its own, where nothing has been read, cached or allocated before."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


if __name__ == "__main__":
    main()
