"""A repository for tests, deaf to the settings of the person who runs them, and what is read of one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from qazlint.extract import Document
from qazlint.inputs import Input, documents
from qazlint.source import Unreadable

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@t.example",
    "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t.example",
}  # fmt: skip


def environment(**more: str) -> dict[str, str]:
    """Without what git tells its hooks, for the tests may run in one."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | SETTINGS | more


class Repository:
    """A folder with a new repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str | bytes, check: bool = True) -> str:
        """What git prints."""
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=environment(), capture_output=True, check=False,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stderr.decode(errors="replace")
        return os.fsdecode(done.stdout)

    def write(self, name: str, content: str | bytes) -> Path:
        """A file in the work tree."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def commit(self, **files: str) -> None:
        """Commit everything there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "--no-verify", "-m", "x")


def by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """git as it is for everybody: nothing that the person who runs the tests has set."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)


def seen(found: list[Input | Unreadable]) -> dict[str, list[int] | None]:
    """Names and numbers of changed lines."""
    assert all(isinstance(given, Input) for given in found), found
    return {
        given.name: None if given.lines is None else [number for part in given.lines for number in part]
        for given in found if isinstance(given, Input)
    }  # fmt: skip


def text(given: Input | Unreadable) -> str:
    """The text of the one document of an input."""
    assert isinstance(given, Input)
    (document,) = documents(given)
    assert isinstance(document, Document), document
    return document.source.text
