"""What can be wrong with a policy's files, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands in a policy's files; lines count from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Problem(NamedTuple):
    """Something wrong in a policy's files. level: "error", "warning" or "note"; field: the path of keys to it."""

    place: Place
    field: str
    message: str
    level: str = "error"

    def __str__(self) -> str:
        where = f"{self.field}: " if self.field else ""
        return f"{self.place}: {self.level}: {where}{self.message}"


class PolicyError(Exception):
    """A policy that cannot be used; `problems` has all that is wrong with it, not the first thing only."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnknownPolicyError(FileNotFoundError):
    """There is no such policy.

    policy  as it was asked for
    known   the policies that come with qazlint
    """

    def __init__(self, policy: str, known: Sequence[str]) -> None:
        super().__init__(f"there is no policy «{policy}»: give a folder, or one of {', '.join(known)}")
        self.policy, self.known = policy, known

    def __reduce__(self) -> tuple[type[UnknownPolicyError], tuple[str, Sequence[str]]]:
        """As other processes get it."""
        return UnknownPolicyError, (self.policy, self.known)
