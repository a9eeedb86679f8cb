"""The comparison: every tool in a process of its own gets the same posts, a few at a time and in turn."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import yaml

from benchmarks.measure import ROOT
from benchmarks.peers.install import RefusedError
from benchmarks.peers.process import Answer, FailedError, Process
from benchmarks.peers.tools import MANY, OURS, PEERS, Tool
from benchmarks.table import Table, number

CHUNK = 10  # posts that a tool is given before it is the next one's turn
BUDGET = 3.0  # processor seconds on one pass, after which a tool gets no more posts
COLUMNS = ("tool", "morphology", "Kazakh", "what it does", "load, s", "MB", "cold, posts/s", "warm, posts/s",
           "qazlint's speed", "posts objected to")  # fmt: skip


class Passes:
    """A tool's process and what its passes over the posts took; `failed` says why there is no process any more."""

    def __init__(self, tool: Tool, process: Process) -> None:
        self.tool = tool
        self.process = process
        self.passes: list[list[Answer]] = []
        self.letters: list[int] = []  # of the texts that were checked, by pass
        self.failed = ""

    def begin(self) -> None:
        """Another pass."""
        self.passes.append([])
        self.letters.append(0)

    def feed(self, texts: Sequence[str]) -> None:
        """Texts for this pass, unless the tool has used up its time."""
        if self.failed or sum(answer.cpu for answer in self.passes[-1]) > BUDGET:
            return
        try:
            answer = self.process.ask(texts)
        except (FailedError, OSError) as error:
            self.failed = str(error)
            return
        self.passes[-1].append(answer)
        self.letters[-1] += sum(map(len, texts[: answer.done]))

    def rate(self, number: int) -> float:
        """Characters a second of processor in a pass."""
        return self.letters[number] / sum(answer.cpu for answer in self.passes[number])

    def objected(self) -> float:
        """The share of posts that the tool objected to."""
        last = self.passes[-1]
        return sum(answer.found for answer in last) / sum(answer.done for answer in last)


def table(folder: Path, work: Path, posts: Sequence[str], rounds: int, peers: Sequence[Tool] = PEERS) -> Table:
    """The tools that can be had, and why the others cannot; each is installed in `folder` when it is not there yet."""
    (work / "lists.json").write_text(json.dumps(list(islice(lists(), MANY)), ensure_ascii=False), encoding="utf-8")
    skipped: list[str] = []
    with ExitStack() as stack:
        running: list[Passes] = []
        for tool in (OURS, *peers):
            try:
                running.append(Passes(tool, stack.enter_context(Process(tool.start(folder, work), os.environ))))
            except (FailedError, RefusedError, OSError) as error:
                skipped.append(f"{tool.name} was skipped: {error}.")
        _take_turns(running, posts, 1 + rounds)
    skipped += [f"{each.tool.name} was skipped: {each.failed}." for each in running if each.failed]
    return _table([each for each in running if not each.failed], posts, skipped)


def lists() -> Iterator[list[str]]:
    """What the tools look for that have to be told: the Russian nouns of the lexicons' groups of ten and more."""
    for path in sorted((ROOT / "lexicons").glob("*.yaml")):
        read = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for group in read.get("groups", {"": read}).values():
            section = group.get("ru", ())
            nouns = section.get("NOUN", ()) if isinstance(section, dict) else ()
            words = [noun for noun in nouns if noun.isalpha()]
            if len(words) >= 10:
                yield words


def _take_turns(running: Sequence[Passes], posts: Sequence[str], passes: int) -> None:
    for _ in range(passes):
        for each in running:
            each.begin()
        for first in range(0, len(posts), CHUNK):
            for each in running:
                each.feed(posts[first : first + CHUNK])


def _table(running: Sequence[Passes], posts: Sequence[str], skipped: Sequence[str]) -> Table:
    length = sum(map(len, posts)) / len(posts)
    best = [max(each.rate(number) for number in range(1, len(each.passes))) for each in running]
    rows = [
        [tool.name, tool.morphology, tool.kazakh, tool.does, number(each.process.ready.cpu),
         number(each.passes[-1][-1].peak), number(each.rate(0) / length), number(warm / length),
         f"{best[0] / warm:.1f}x", f"{each.objected():.0%}"]
        for each, warm in zip(running, best, strict=True) for tool in (each.tool,)
    ]  # fmt: skip
    said = (
        f"{len(posts):,} generated posts, {length:.0f} characters on average, the same for all, {CHUNK} at a time in "
        "turn. Cold is the first pass over them, warm the better of the later ones; a tool that needs more than "
        f"{BUDGET:.0f} s for a pass gets only the posts up to there. «qazlint's speed»: how many times as fast as the "
        "tool qazlint is with its whole policy, warm."
    )
    return Table("Beside other tools", COLUMNS, rows, "\n\n".join((said, *skipped)))
