"""A tool in a long-lived process of its own, fed with texts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from benchmarks.measure import ROOT


class Answer(NamedTuple):
    """Processor seconds, texts that were checked and texts objected to, MB that the process has had at most."""

    cpu: float
    done: int
    found: int
    peak: float


class FailedError(Exception):
    """A tool's process has ended; the text is the last that it said."""


class Process:
    """A worker that is asked by lines of JSON; `ready` is its answer when it has loaded, processor seconds included.

    Raises FailedError when it ends instead of answering.
    """

    def __init__(self, words: Sequence[str], env: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            words, cwd=ROOT, env={**env}, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.ready = self._answer()

    def ask(self, texts: Sequence[str]) -> Answer:
        """What it says of the texts."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(texts) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Answer:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            _, said = self._process.communicate()
            lines = [text for text in said.splitlines() if text.strip(" *^~")]
            raise FailedError(lines[-1].strip() if lines else f"status {self._process.returncode}")
        return Answer(*json.loads(line))

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.communicate()
