"""git's settings turned against us, and what git refuses to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint.inputs import Input, documents
from qazlint.inputs.git import GitError, diff, staged
from qazlint.source import Unreadable
from tests.inputs.repository import Repository, seen, text


def test_no_program_of_the_repository_watches_its_files(repository: Repository) -> None:
    touched = repository.folder.parent / "touched"
    program = repository.write("watch.sh", f"#!/bin/sh\ntouch '{touched}'\n")
    program.chmod(0o755)
    repository.git("config", "core.fsmonitor", str(program))
    repository.write("old.md", "иное\n")
    assert list(seen(diff("HEAD"))) == ["old.md"]
    assert not touched.exists()
    repository.git("status")
    assert touched.exists()  # it would be run


def test_settings_for_human_eyes_change_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("a/b.md", "раз\n")
    repository.commit()
    for setting in ("color.ui always", "diff.noprefix true", "diff.mnemonicPrefix true", "diff.external cat", "diff.context 9",
                    "diff.relative true", "diff.interHunkContext 9", "diff.submodule log", "diff.renames false",
                    "core.quotePath false", "diff.x.textconv rev"):  # fmt: skip
        repository.git("config", *setting.split())
    repository.write(".git/info/attributes", "*.md diff=x\n")
    repository.write("old.md", "раз!\nдва\nтри!\n")
    repository.write("ж.md", "раз\n")
    repository.git("mv", "a/b.md", "a/в.md")
    repository.git("add", "-A")
    monkeypatch.chdir("a")
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u5")
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "cat")
    assert seen(staged()) == {"../old.md": [1, 3], "../ж.md": [1]}
    assert seen(staged([".."])) == {"../old.md": [1, 3], "../ж.md": [1]}


def test_git_warns_of_many_things(repository: Repository) -> None:
    repository.git("config", "core.autocrlf", "true")
    for number in range(900):
        repository.write(f"a folder with a rather long name/{number}.md", "раз\n")
    repository.git("add", "-AN")
    assert len(diff("HEAD")) == 900


def test_line_ends_are_those_of_a_checkout(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(".gitattributes", "pages/*.md eol=crlf\n")
    repository.write("pages/a.md", "раз\r\nдва\r\n")
    repository.git("add", "-A")
    monkeypatch.chdir("pages")
    found = [given for given in staged() if given.name == "a.md"]
    assert text(found[0]) == "раз\r\nдва\r\n"
    repository.commit()
    repository.write("pages/a.md", "раз\r\nтри\r\n")
    assert seen(diff("HEAD")) == {"a.md": [2]}


def test_content_that_git_cannot_give_is_said(repository: Repository) -> None:
    repository.write(".gitattributes", "*.md filter=broken\n")
    repository.write("a.md", "раз\n")
    repository.git("add", "-A")
    repository.git("config", "filter.broken.smudge", "false")
    repository.git("config", "filter.broken.required", "true")
    (found,) = staged(["a.md"])
    assert isinstance(found, Input)
    assert list(documents(found)) == [Unreadable("a.md", "io", "git cat-file")]


class TestErrors:
    def test_no_repository(self, tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(GitError) as raised:
            staged()
        assert raised.value.message("ru") == "эта папка не в репозитории git"

    @pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:old.md", "a..b", ""])
    def test_no_revision(self, repository: Repository, revision: str) -> None:
        with pytest.raises(GitError) as raised:
            diff(revision)
        assert f"«{revision}»" in raised.value.message("kk")

    def test_no_git(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        with pytest.raises(GitError, match="not installed"):
            staged()

    def test_a_path_outside(self, repository: Repository, tmp_path: Path) -> None:
        with pytest.raises(GitError, match="outside repository"):
            staged([str(tmp_path)])
