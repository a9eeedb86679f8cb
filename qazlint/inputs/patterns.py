"""Patterns of names as `.gitignore` has them, relative to a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns and the absolute path of the folder that they are relative to; they say nothing of what is outside."""

    base: str
    spec: GitIgnoreSpec

    @classmethod
    def of(cls, lines: Iterable[str], base: str | Path = ".") -> Patterns:
        """Patterns in git's syntax. Raises ValueError that names the pattern which is none."""
        return cls(os.path.abspath(base), _spec([line for line in lines if _is_pattern(line)]))

    @classmethod
    def in_file(cls, path: str, base: str) -> Patterns | None:
        """The patterns in a file of git's; None when there are none. What is no pattern is passed over, as git does."""
        if os.path.islink(path):
            return None  # git does not follow it either
        try:
            with open(path, "rb") as file:
                lines = os.fsdecode(file.read()).removeprefix("\N{BYTE ORDER MARK}").split("\n")
        except OSError:
            return None
        usable = [line for line in map(_without_return, lines) if _is_pattern(line) and _is_usable(line)]
        return cls(base, _spec(usable)) if usable else None

    def says(self, path: str, is_folder: bool) -> bool | None:
        """Whether an absolute path is to be left out; None when no pattern is about it."""
        inside = os.path.join(self.base, "")
        if not path.startswith(inside):
            return None
        name = path[len(inside) :].replace(os.sep, "/")
        return self.spec.check_file(f"{name}/" if is_folder else name).include

    def ignores(self, name: str, is_folder: bool = False) -> bool:
        """Whether a file or folder is to be left out, or one of the folders that it is in."""
        return bool(self.says(os.path.abspath(name), is_folder))


def _spec(lines: list[str]) -> GitIgnoreSpec:
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError as error:
            raise ValueError(f"«{line}» is no pattern: {error}") from error
    return GitIgnoreSpec.from_lines(lines)


def _is_pattern(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _is_usable(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _without_return(line: str) -> str:
    return line.removesuffix("\r")
