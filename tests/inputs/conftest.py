"""A repository to be in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.inputs.repository import Repository, by_itself


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with a commit, where the test then is."""
    by_itself(monkeypatch)
    made = Repository(tmp_path / "repository")
    made.write("old.md", "раз\nдва\nтри\n")
    made.commit()
    monkeypatch.chdir(made.folder)
    return made
