"""What git holds: the pages that were changed, and which of their lines.

`staged` reads the index, which is what a commit will hold, whatever lies in the work tree; `diff` reads the work tree.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import IO

from qazlint.extract import FORMATS
from qazlint.inputs import Input
from qazlint.inputs.blob import opened_blob
from qazlint.inputs.changes import Change, changes, hunks
from qazlint.inputs.patterns import Patterns
from qazlint.source import Unreadable

ERRORS: dict[str, dict[str, str]] = {
    "no-git": {
        "ru": "git не установлен",
        "kk": "git орнатылмаған",
        "en": "git is not installed",
    },
    "no-repository": {
        "ru": "эта папка не в репозитории git",
        "kk": "бұл қалта git репозиторийінде емес",
        "en": "this folder is not in a git repository",
    },
    "no-revision": {
        "ru": "в репозитории нет версии «{detail}»",
        "kk": "репозиторийде «{detail}» нұсқасы жоқ",
        "en": "the repository has no revision «{detail}»",
    },
    "failed": {"ru": "git: {detail}", "kk": "git: {detail}", "en": "git: {detail}"},
}
# Whatever the person has set up for their own eyes, the output is what `changes` and `hunks` read.
_DIFF = (
    "-c", "diff.relative=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all",
    "--find-renames", "--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0",
)  # fmt: skip
_SAFELY = ("-c", "core.fsmonitor=false")  # a repository from elsewhere could name any program there
_LIST = ("--raw", "--numstat", "--no-abbrev", "-z")
_FATAL = "fatal: "
_PATCH = ("--patch", "--unified=0")

Found = list[Input | Unreadable]
Lines = tuple[range, ...] | None  # as in `Input`


class GitError(Exception):
    """git cannot say what was asked. `reason` is a key of `ERRORS`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail

    def __str__(self) -> str:
        return self.message("en")

    def message(self, lang: str = "ru") -> str:
        """What is wrong, in the language asked for."""
        texts = ERRORS[self.reason]
        return texts.get(lang, texts["en"]).format(detail=self.detail)


def staged(paths: Sequence[str] = (), exclude: Sequence[Patterns] = (), force: bool = False) -> Found:
    """The pages that are staged for the next commit, in order of their names, with the lines that it changes.

    paths           only these files, and what is in these folders; all of the repository when there are none
    exclude, force  as in `from_names`
    Raises GitError.
    """
    root = _root()
    found = [_staged(root, change, lines) for change, lines in _changes(("--cached",), paths)]
    return _wanted(found, paths, exclude, force)


def diff(revision: str, paths: Sequence[str] = (), exclude: Sequence[Patterns] = (), force: bool = False) -> Found:
    """The pages of the work tree that differ from a revision, with the lines that do; new ones that git ought not to
    ignore among them. Parameters and errors as in `staged`.
    """
    root = _root()
    try:
        base = _run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except GitError as error:
        raise GitError("no-revision", revision) from error
    found: Found = []
    for change, lines in _changes((base,), paths):
        found.append(Input(*_place(root, change.name), lines=lines))
    new = _run("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", *_pathspecs(paths))
    for name in new.split(b"\0")[:-1]:
        place, path = _place(root, os.fsdecode(name))
        if path.is_file() and not path.is_symlink():  # nor a repository, which git lists as a folder
            found.append(Input(place, path))
    return _wanted(found, paths, exclude, force)


def listed() -> frozenset[str]:
    """The absolute paths of the files that the next commit will hold. Raises GitError."""
    root = _root()
    names = _run("ls-files", "--cached", "--full-name", "-z", "--", ":/").split(b"\0")[:-1]
    return frozenset(os.path.realpath(os.path.join(root, os.fsdecode(name))) for name in names)


def _changes(against: Sequence[str], paths: Sequence[str]) -> Iterator[tuple[Change, Lines]]:
    """The changes of files, with their lines; none of what is no file."""
    end = ("--", *_pathspecs(paths))
    found = changes(_run(*_DIFF, *_LIST, *against, *end))
    lines: dict[str, tuple[range, ...]] = {}
    if any(change.is_text for change in found):
        with _output(*_DIFF, *_PATCH, *against, *end) as patch:
            lines = hunks(patch)
    for change in found:
        yield change, (lines.get(change.name, ()) if change.is_file else ()) if change.is_text else None


def _staged(root: str, change: Change, lines: Lines) -> Input | Unreadable:
    name, path = _place(root, change.name)
    if change.status == "U":
        return Unreadable(name, "unmerged")
    return Input(name, path, partial(opened_blob, change.blob, change.name), lines)


def _place(root: str, name: str) -> tuple[str, Path]:
    """What a file of the repository is called from here, and its path."""
    path = os.path.relpath(os.path.join(root, name))
    return path, Path(path)


def _wanted(found: Found, paths: Sequence[str], exclude: Sequence[Patterns], force: bool) -> Found:
    """Those with something new that a walk would find or that were named, in order; names that mean nothing."""
    named = {os.path.relpath(path) for path in paths}
    kept: Found = []
    for given in found:
        excluded = any(patterns.ignores(given.name) for patterns in exclude)
        if isinstance(given, Input) and given.lines == ():
            continue
        is_named = given.name in named and not force
        if is_named or ((given.name in named or _is_page(given.name)) and not excluded):
            kept.append(replace(given, found=not is_named) if isinstance(given, Input) else given)
    missing = [Unreadable(path, "missing") for path in paths if not os.path.lexists(path) and not _is_in(path, found)]
    return [*sorted(kept, key=lambda given: PurePath(given.name).parts), *missing]


def _is_page(name: str) -> bool:
    parts = PurePath(name).parts
    return PurePath(name).suffix.lower() in FORMATS and not any(part.startswith(".") and part != ".." for part in parts)


def _is_in(path: str, found: Found) -> bool:
    return any(PurePath(given.name).is_relative_to(os.path.relpath(path)) for given in found)


def _pathspecs(paths: Sequence[str]) -> list[str]:
    return [f":(literal){path}" for path in paths] or [":/"]  # from the top of the work tree, wherever we are


def _root() -> str:
    try:
        return os.fsdecode(_run("rev-parse", "--show-toplevel").removesuffix(b"\n"))
    except GitError as error:
        if error.reason == "no-git":
            raise
        raise GitError("no-repository") from error


def _run(*words: str) -> bytes:
    with _output(*words) as stream:
        return stream.read()


@contextmanager
def _output(*words: str) -> Iterator[IO[bytes]]:
    """What git prints. Raises GitError with the first thing that it complains of when it fails."""
    with TemporaryFile() as complaints:  # a pipe would fill up: git warns of line ends in every file
        try:
            process = subprocess.Popen(
                ["git", *_SAFELY, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints,
                env=_environment(),
            )  # fmt: skip
        except FileNotFoundError as error:
            raise GitError("no-git") from error
        with process:
            assert process.stdout is not None
            yield process.stdout
        if process.returncode:
            complaints.seek(0)
            said = os.fsdecode(complaints.read()).splitlines()
            fatal = next((line for line in said if line.startswith(_FATAL)), said[0] if said else "")
            raise GitError("failed", fatal.removeprefix(_FATAL))


def _environment() -> dict[str, str]:
    """Without what would turn our words into others; what git tells its hooks (which index is meant) stays."""
    kept = {name: value for name, value in os.environ.items() if not name.endswith(("_PATHSPECS", "_DIFF_OPTS"))}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
