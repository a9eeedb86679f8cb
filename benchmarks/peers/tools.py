"""The tools, what each does at all, and how its worker is started."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.peers import install

_WORKER = Path(__file__).parent / "worker.py"
Start = Callable[[Path, Path], Sequence[str]]  # folder of environments, folder to work in → the worker's command line


class Tool(NamedTuple):
    """A row of the comparison: whether it knows inflection and Kazakh, and what it does."""

    name: str
    morphology: str
    kazakh: str
    does: str
    start: Start


def _ours(worker: str, lists: int = 1) -> Start:
    return lambda home, work: [sys.executable, str(_WORKER), worker, str(work), str(lists)]


def _pypi(package: str, worker: str = "", lists: int = 1) -> Start:
    def command(home: Path, work: Path) -> Sequence[str]:
        return [str(install.python(home, package)), str(_WORKER), worker or package, str(work), str(lists)]

    return command


def _textlint(home: Path, work: Path) -> Sequence[str]:
    where = install.node(home, ["textlint", "textlint-rule-prh"])
    return ["node", str(_WORKER.with_name("textlint_worker.mjs")), str(where), str(work)]


MANY = 50  # lists; a policy has hundreds
OURS = Tool("qazlint", "Russian, Kazakh", "yes", "a whole policy: clauses, passages, advice", _ours("qazlint"))
PEERS = (
    Tool("qazlint, 1 list", "Russian, Kazakh", "yes", "a list of lemmas", _ours("listed")),
    Tool("yargy, 1 list", "Russian", "no", "the same list", _pypi("yargy")),
    Tool(f"qazlint, {MANY} lists", "Russian, Kazakh", "yes", f"{MANY} lists of lemmas", _ours("listed", MANY)),
    Tool(f"yargy, {MANY} lists", "Russian", "no", "the same lists", _pypi("yargy", lists=MANY)),
    Tool("pylat-ru", "Russian", "no", "spelling, grammar and style of Russian", _pypi("pylat-ru")),
    Tool("pylat-ru, no speller", "Russian", "no", "grammar and style of Russian", _pypi("pylat-ru", "without-speller")),
    Tool("check-swear", "Russian stems", "no", "whether there is an obscenity", _pypi("check-swear")),
    Tool("python-obscene-words-filter", "no", "no", "obscenities, by patterns", _pypi("python-obscene-words-filter")),
    Tool("presidio-analyzer", "no", "no", "personal data, by patterns; blank spaCy", _pypi("presidio-analyzer")),
    Tool("proselint", "no", "no", "English style, by patterns", _pypi("proselint")),
    Tool("textlint + prh", "no", "no", "beginnings of the words of 1 list", _textlint),
)
