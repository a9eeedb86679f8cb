"""Patterns of names as `.gitignore` has them, relative to a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qazlint.inputs.glob import Glob, glob


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns and the absolute path of the folder that they are relative to; they say nothing of what is outside."""

    base: str
    globs: tuple[Glob, ...]

    @classmethod
    def of(cls, lines: Iterable[str], base: str | Path = ".") -> Patterns:
        """Patterns in git's syntax. Raises ValueError that names the pattern which is none."""
        globs = []
        for line in lines:
            try:
                globs.append(glob(os.fsencode(line)))
            except ValueError as error:
                raise ValueError(f"«{line}» is no pattern: {error}") from error
        return cls(os.path.abspath(base), tuple(filter(None, globs)))

    @classmethod
    def in_file(cls, path: str, base: str) -> Patterns | None:
        """The patterns in a file of git's; None when there are none. What is no pattern is passed over, as git does."""
        if os.path.islink(path) or not os.path.isfile(path):
            return None  # git does not follow a link either; a pipe would be waited for
        try:
            with open(path, "rb") as file:
                lines = file.read().removeprefix(b"\xef\xbb\xbf").split(b"\n")
        except OSError:
            return None
        globs = []
        for line in lines:
            with suppress(ValueError):
                globs.append(glob(line.removesuffix(b"\r")))
        usable = tuple(filter(None, globs))
        return cls(base, usable) if usable else None

    def says(self, path: str, is_folder: bool) -> bool | None:
        """Whether the entry at an absolute path is to be left out; None when no pattern is about it."""
        inside = os.path.join(self.base, "")
        if not path.startswith(inside):
            return None
        name = os.fsencode(path[len(inside) :].replace(os.sep, "/"))
        return next((not known.wanted for known in reversed(self.globs) if known.matches(name, is_folder)), None)

    def ignores(self, name: str, is_folder: bool = False) -> bool:
        """Whether a file or folder is to be left out, or one of the folders that it is in."""
        path = os.path.abspath(name)
        if not path.startswith(os.path.join(self.base, "")):
            return False
        above = self.base
        for part in os.path.relpath(path, self.base).split(os.sep)[:-1]:
            above = os.path.join(above, part)
            if self.says(above, True):
                return True
        return bool(self.says(path, is_folder))
