"""`python -m scripts.mutation [MODULE…]`: the changes to a module that no test minds. See docs/mutation.md."""

from __future__ import annotations

import argparse
import gc
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.mutation.accepted import Accepted
from scripts.mutation.mutants import Mutant, mutants
from scripts.mutation.trial import ROOT, Trial

FOLDERS = ("qazlint/match", "qazlint/language/kazakh")
PAGE = ROOT / "docs" / "mutation.md"
_BEGIN, _END = "<!-- made by python -m scripts.mutation --write -->\n", "<!-- until here -->\n"

_MATCH, _PAGES, _KAZAKH = "tests/match", "tests/site", "tests/language/kazakh"
_OF_PAGES = ("facts", "page", "versions")
# Where the tests of a module are, which kill most of its mutants; the others are tried with more.
_OWN = {
    "match/__init__": ("matcher", "weighing"), "match/facts": ("checks", "deadlines", "sources", "versions"),
    "match/keys": ("keys",), "match/page": ("values", "loading"), "match/patience": ("seconds", "patience"),
    "match/patterns": ("patterns",),
    "match/phrases": ("phrases",), "match/scopes": ("conditions",), "match/sequence": ("phrases",),
    "match/versions": ("places", "versions"), "match/view": ("phrases", "entries", "weighing"),
    "match/weighing": ("weighing", "sums"),
    "kazakh/affixed": ("affixed",), "kazakh/alphabet": ("letters",), "kazakh/analyzer": ("readings",),
    "kazakh/folding": ("folding",), "kazakh/generator": ("generator",), "kazakh/grammar": ("machine",),
    "kazakh/guess": ("guess",), "kazakh/joints": ("letters",), "kazakh/lexicon": ("known", "readings"),
    "kazakh/machine": ("machine",), "kazakh/reading": ("readings",), "kazakh/spelling": ("typing",),
    "kazakh/stems": ("known",), "kazakh/transducer": ("transducer",),
}  # fmt: skip
_SLOW = tuple(f"--ignore=tests/{name}.py" for name in (
    "match/test_patience", "site/test_sets", "language/kazakh/test_grammar", "language/kazakh/test_docs",
))  # fmt: skip


class Result(NamedTuple):
    """What became of a module's mutants."""

    module: str
    made: int
    accepted: int
    survivors: tuple[Mutant, ...]

    def row(self) -> str:
        """A row of the table."""
        killed = self.made - self.accepted - len(self.survivors)
        return f"| `{self.module}` | {self.made} | {killed} | {self.accepted} | {len(self.survivors)} |"


def main() -> None:
    """Try the modules that are asked for; print who survives."""
    options = _options().parse_args()
    accepted, files, results = Accepted(), _files(options.modules), []
    _import_all(any(file.stem in _OF_PAGES for file in files))
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            results.append(_try(file, accepted, folder, options.quick, options.only))
            print(results[-1].row(), flush=True)
    if not (options.modules or options.only):
        for module, change in sorted(accepted.unused):
            print(f"{module}: listed, but there is no such mutant: {change}")
    if options.write:
        _write(results, accepted)
    sys.exit(any(result.survivors for result in results))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as match/scopes; by default all there are")
    parser.add_argument("--only", default="", metavar="TEXT", help="only changes with this in them")
    parser.add_argument("--quick", action="store_true", help="without the last, slow round of tests")
    parser.add_argument("--write", action="store_true", help="put the table into docs/mutation.md")
    return parser


def _files(asked: list[str]) -> list[Path]:
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).glob("*.py"))]
    return [file for file in files if not asked or any(str(file).endswith(f"/{name}.py") for name in asked)]


def _import_all(pages: bool) -> None:
    """Import and read what takes long, so that each mutant begins with it; the shipped policy for tests of pages."""
    import click.testing  # noqa: F401
    import hypothesis  # noqa: F401

    import qazlint.cli  # noqa: F401
    from qazlint import Linter, policy
    from tests.policy.small import write

    pytest.main(["--version"])
    if pages:
        shipped, load = policy.load_policy(policy.DEFAULT_POLICY), policy.load_policy
        policy.load_policy = lambda name, *more: shipped if name == policy.DEFAULT_POLICY else load(name, *more)
    with tempfile.TemporaryDirectory() as folder:
        Linter(write(Path(folder))).check("Вот премия, мен айтамын")
    gc.freeze()


def _try(file: Path, accepted: Accepted, folder: str, quick: bool, only: str) -> Result:
    name = str(file.relative_to(ROOT / "qazlint").with_suffix(""))
    trial = Trial(file, folder)
    source = file.read_text(encoding="utf-8")
    rounds = []
    for tests, profile in _rounds(file)[: -1 if quick else None]:
        passes, seconds = trial.run(source, tests, profile, 600, quiet=False)
        if not passes:
            sys.exit(f"{name}: the tests fail without any mutant")
        rounds.append((tests, profile, 5 + 5 * seconds))
    made, excused, survivors = 0, 0, []
    for mutant in mutants(source):
        if only not in mutant.change:
            continue
        made += 1
        if accepted.why(name, mutant.change):
            excused += 1
        elif all(trial.run(mutant.source, *how)[0] for how in rounds):
            survivors.append(mutant)
            print(f"qazlint/{name}.py:{mutant.line}: {mutant.change}", flush=True)
    return Result(name, made, excused, tuple(survivors))


def _rounds(file: Path) -> list[tuple[tuple[str, ...], str]]:
    """The tests that concern a module, with the profile of hypothesis: cheap ones, then more for who survives them."""
    folder = _KAZAKH if file.parent.name == "kazakh" else _PAGES if file.stem in _OF_PAGES else _MATCH
    own = _OWN.get(f"{file.parent.name}/{file.stem}", ())
    rounds = [((folder, *_SLOW), "few"), ((folder,), "few" if folder == _KAZAKH else "some")]
    return [(tuple(f"{folder}/test_{name}.py" for name in own), "few"), *rounds] if own else rounds


def _write(results: list[Result], accepted: Accepted) -> None:
    """Put the table into the page; modules that were not tried now keep their rows."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    old, _, after = rest.partition(_END)
    kept, new = re.findall(r"^\| `.*$", old, re.MULTILINE), [result.row() for result in results]
    rows = {row.split("|")[1]: row for row in (*kept, *new)}
    made = "\n".join(_table([rows[name] for name in sorted(rows)], accepted))
    PAGE.write_text(f"{before}{_BEGIN}{made}\n{_END}{after}", encoding="utf-8")


def _table(rows: list[str], accepted: Accepted) -> Iterator[str]:
    yield f"\n{date.today():%-d %B %Y}:\n"
    yield "| module | mutants | killed | accepted | survived |\n|---|---|---|---|---|"
    yield from rows
    sums = [sum(int(row.split("|")[column]) for row in rows) for column in range(2, 6)]
    yield f"| all | {' | '.join(map(str, sums))} |"
    yield "\n| why accepted | mutants |\n|---|---|"
    yield from (f"| {reason} | {count} |" for reason, count in accepted.reasons().most_common())
    yield ""


if __name__ == "__main__":
    main()
