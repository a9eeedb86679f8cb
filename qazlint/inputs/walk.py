"""The texts in a folder, in order, without what git ignores.

Whether git ignores a file is read from the files that travel with the folder (`.gitignore` at every level) or its clone
(`.git/info/exclude`), not from the settings of the person: on every machine the same files are checked.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from qazlint.extract import FORMATS
from qazlint.inputs.patterns import Patterns
from qazlint.source import Unreadable

DRAFTS = frozenset((".doc", ".odt", ".rtf"))  # what people write drafts in, and what is not read
HIDDEN = (".", "~$")

Levels = tuple[Patterns, ...]  # from the weakest to the strongest


def walk(
    folder: str | Path, exclude: Sequence[Patterns] = (), passed: list[Path] | None = None
) -> Iterator[Path | Unreadable]:
    """The files with a known suffix, sorted by name at each level; a folder that cannot be read in its place.

    Left out: what git ignores, what `exclude` says, names that begin with a dot or with `~$` (what Word has beside an
    open document), and links (so that no file comes twice
    and no loop is entered). The folder itself is looked into whatever it is: patterns that leave it out are forgotten.

    passed  gets the files that people write drafts in, but that are not read
    """
    top = os.path.abspath(folder)
    exclude = [patterns for patterns in exclude if not patterns.says(top, True)]
    waiting: list[tuple[Path, str, Levels | None]] = [(Path(folder), top, _above(top))]  # None: a file
    while waiting:
        path, absolute, levels = waiting.pop()
        if levels is None:
            yield path
            continue
        found = _entries(absolute)
        if isinstance(found, OSError):
            forbidden = isinstance(found, PermissionError)
            yield Unreadable(str(path), "permission" if forbidden else "io", "" if forbidden else found.strerror or "")
            continue
        inner = _within(absolute, levels)
        for entry in found:
            is_folder, is_draft = entry.is_dir(follow_symlinks=False), passed is not None and _has(entry, DRAFTS)
            if not (_is_wanted(entry, is_folder) or is_draft) or _ignored(entry.path, is_folder, inner):
                continue
            if any(patterns.says(entry.path, is_folder) for patterns in exclude):
                continue
            if passed is not None and is_draft:
                passed.append(path / entry.name)
            else:
                waiting.append((path / entry.name, entry.path, inner if is_folder else None))


def _entries(folder: str) -> list[os.DirEntry[str]] | OSError:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name, reverse=True)
    except OSError as error:
        return error


def _is_wanted(entry: os.DirEntry[str], is_folder: bool) -> bool:
    return _has(entry, FORMATS) or (is_folder and not entry.name.startswith(HIDDEN))


def _has(entry: os.DirEntry[str], suffixes: Collection[str]) -> bool:
    """Whether it is a file with one of these suffixes that is meant to be seen."""
    known = os.path.splitext(entry.name)[1].lower() in suffixes and not entry.name.startswith(HIDDEN)
    return known and entry.is_file(follow_symlinks=False)


def _ignored(path: str, is_folder: bool, levels: Levels) -> bool:
    """Whether git ignores it: the strongest level that says anything is right."""
    said = (patterns.says(path, is_folder) for patterns in reversed(levels))
    return next((answer for answer in said if answer is not None), False)


def _above(folder: str) -> Levels:
    """The patterns above a folder, in its repository; none when they ignore the folder itself, which was asked for."""
    way = [folder]
    while not _is_repository(way[-1]):
        if os.path.dirname(way[-1]) == way[-1]:
            return ()
        way.append(os.path.dirname(way[-1]))
    levels: Levels = ()
    for upper in reversed(way[1:]):
        levels = _within(upper, levels)
        if _ignored(folder, True, levels):
            return ()
    return levels


def _within(folder: str, levels: Levels) -> Levels:
    """The levels inside a folder; a repository begins anew."""
    if _is_repository(folder):
        levels = _some(Patterns.in_file(os.path.join(_git_folder(folder), "info", "exclude"), folder))
    return levels + _some(Patterns.in_file(os.path.join(folder, ".gitignore"), folder))


def _some(patterns: Patterns | None) -> Levels:
    return (patterns,) if patterns else ()


def _is_repository(folder: str) -> bool:
    return os.path.lexists(os.path.join(folder, ".git"))


def _git_folder(repository: str) -> str:
    """Where git keeps what all work trees of a repository share; `.git` is a file in all but the first."""
    own = os.path.join(repository, ".git")
    own = os.path.join(repository, _line(own).removeprefix("gitdir: ") or own)
    return os.path.join(own, _line(os.path.join(own, "commondir")))


def _line(path: str) -> str:
    if not os.path.isfile(path):
        return ""
    try:
        with open(path, "rb") as file:
            return os.fsdecode(file.read()).strip()
    except OSError:
        return ""
