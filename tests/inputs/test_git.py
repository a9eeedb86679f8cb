"""What is staged and what differs: real repositories, awkward names, and git's settings turned against us."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qazlint.extract import Document
from qazlint.inputs import Input, Patterns, documents
from qazlint.inputs.changes import changes, hunks
from qazlint.inputs.git import GitError, diff, staged
from qazlint.source import Unreadable
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


def seen(found: list[Input | Unreadable]) -> dict[str, list[int] | None]:
    """Names and numbers of changed lines."""
    assert all(isinstance(given, Input) for given in found), found
    return {
        given.name: None if given.lines is None else [number for part in given.lines for number in part]
        for given in found if isinstance(given, Input)
    }  # fmt: skip


def text(given: Input | Unreadable) -> str:
    assert isinstance(given, Input)
    (document,) = documents(given)
    assert isinstance(document, Document), document
    return document.source.text


def test_the_index_is_read_not_the_work_tree(repository: Repository) -> None:
    repository.write("old.md", "раз\nстрока\nтри\n")
    repository.git("add", "-A")
    repository.write("old.md", "иное\n" * 9)
    (found,) = staged()
    assert text(found) == "раз\nстрока\nтри\n"
    assert seen([found]) == {"old.md": [2]}


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


def test_the_work_tree_against_a_revision(repository: Repository) -> None:
    repository.write("staged.md", "раз\n")
    repository.git("add", "-A")
    repository.write("old.md", "раз\nдва\nтри\nчетыре\n")
    repository.write("new.md", "раз\n")
    found = diff("HEAD")
    assert seen(found) == {"new.md": None, "old.md": [4], "staged.md": [1]}
    assert text(found[1]).endswith("четыре\n")


def test_before_the_first_commit(tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Repository(tmp_path / "empty")
    monkeypatch.chdir(empty.folder)
    assert staged() == []
    empty.write("a.md", "раз\nдва")
    empty.git("add", "-A")
    assert seen(staged()) == {"a.md": [1, 2]}
    with pytest.raises(GitError, match="no revision «HEAD»"):
        diff("HEAD")


NAMES = ["с пробелом.md", "ҚАЗАҚ.md", "a\nb.md", "a\tb.md", 'a"b\\.md', "-n.md", "c/+++ b.md", "*.md", "{a => b}.md", "end .md"]


def test_awkward_names(repository: Repository) -> None:
    for name in NAMES:
        repository.write(name, "раз\n")
    repository.git("add", "-A")
    found = staged()
    assert seen(found) == {name: [1] for name in NAMES}
    assert [given.name for given in found] == sorted(NAMES, key=lambda name: Path(name).parts)
    assert {text(given) for given in found} == {"раз\n"}
    assert seen(staged(["*.md"])) == {"*.md": [1]}
    repository.git("commit", "-qm", "x")
    for name in NAMES:
        repository.write(name, "раз\nдва\n")
    assert seen(diff("HEAD")) == {name: [2] for name in NAMES}


def test_a_name_that_is_no_unicode(repository: Repository) -> None:
    Path(os.fsdecode(b"\xcf\xf0.md")).write_text("раз\n", encoding="utf-8")
    repository.git("add", "-A")
    assert [os.fsencode(name) for name in seen(staged())] == [b"\xcf\xf0.md"]


def test_renamed_copied_deleted_and_those_that_only_changed_their_mode(repository: Repository) -> None:
    for name in "abcde":
        repository.write(f"{name}.md", "".join(f"строка {name} {number}\n" for number in range(20)))
    repository.commit()
    repository.git("mv", "a.md", "a2.md")
    repository.git("mv", "b.md", "b2 ж.md")
    with Path("b2 ж.md").open("a", encoding="utf-8") as file:
        file.write("ещё\n")
    repository.git("rm", "-q", "c.md")
    os.chmod("d.md", 0o755)
    assert seen(diff("HEAD")) == {"b2 ж.md": [21]}
    repository.git("add", "-A")
    assert seen(staged()) == {"b2 ж.md": [21]}


def test_lines_that_were_only_removed_are_not_changed(repository: Repository) -> None:
    repository.write("old.md", "раз\nтри\n")
    assert diff("HEAD") == []


def test_what_git_does_not_compare_by_lines_counts_as_a_whole(repository: Repository) -> None:
    repository.write(".gitattributes", "*.html -diff\n")
    for number in (1, 2):
        repository.write("a.docx", b"PK\0" + bytes([number]))
        repository.write("b.html", f"<p>{number}")
        repository.write("c.txt", f"раз {number}".encode("utf-16"))
        repository.git("add", "-A")
        assert seen(staged()) == {"a.docx": None, "b.html": None, "c.txt": None}
        assert seen(diff("HEAD")) == seen(staged())
        repository.commit()
    assert staged() == []


def test_links_and_submodules_are_passed_over(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.write("x.md", "раз\n")
    other.commit()
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.folder), "sub.md")
    Path("link.md").symlink_to("old.md")
    repository.git("add", "-A")
    assert seen(staged()) == {}
    repository.commit()
    (repository.folder / "sub.md" / "x.md").write_text("два\n", encoding="utf-8")
    Path("link.md").unlink()
    repository.write("link.md", "раз\n")
    Path("new link.md").symlink_to("old.md")
    Repository(repository.folder / "inner.md").write("x.md", "раз\n")
    assert seen(diff("HEAD")) == {"link.md": [1]}


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


def test_from_a_folder_inside(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("a/b.md", "раз\n")
    repository.write("c.md", "раз\n")
    repository.git("add", "-A")
    repository.write("d.md", "раз\n")
    monkeypatch.chdir("a")
    assert seen(staged()) == {"../c.md": [1], "b.md": [1]}
    assert seen(staged(["."])) == {"b.md": [1]}
    assert seen(diff("HEAD", ["../c.md", "../d.md"])) == {"../c.md": [1], "../d.md": None}


def test_which_of_the_changed_files_are_checked(repository: Repository) -> None:
    for name in ("a.png", ".github/b.md", "drafts/c.md", "README", "d.md"):
        repository.write(name, "раз\n")
    repository.git("add", "-A")
    exclude = [Patterns.of(["drafts/"], repository.folder)]
    assert list(seen(staged(exclude=exclude))) == ["d.md"]
    assert list(seen(staged([".github/b.md", "README", "drafts/c.md"], exclude))) == [".github/b.md", "README", "drafts/c.md"]
    assert list(seen(staged(["README", "drafts/c.md"], exclude, force=True))) == ["README"]
    assert list(seen(staged(["drafts"]))) == ["drafts/c.md"]


def test_a_name_that_means_nothing(repository: Repository) -> None:
    repository.git("rm", "-q", "old.md")
    assert staged(["old.md"]) == []
    assert staged(["nowhere.md"]) == [Unreadable("nowhere.md", "missing")]


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


def test_in_the_middle_of_a_merge(repository: Repository) -> None:
    repository.git("checkout", "-qb", "other")
    repository.write("old.md", "раз\nдва 1\nтри\n")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("old.md", "раз\nдва 2\nтри\n")
    repository.commit()
    repository.git("merge", "-q", "other", check=False)
    assert staged() == [Unreadable("old.md", "unmerged")]
    (found,) = diff("HEAD")
    assert ">>>>>>>" in text(found)


def test_an_archive_is_read_line_by_line(repository: Repository) -> None:
    repository.write("a.jsonl", '{"text": "раз"}\n' * 100_000)
    repository.git("add", "-A")
    (found,) = staged()
    assert isinstance(found, Input)
    reading = documents(found)
    first = next(reading)
    assert isinstance(first, Document)
    reading.close()  # git, which had not finished, is not left behind


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


def test_text_that_looks_like_a_patch() -> None:
    patch = b"""\
diff --git a/x b/x
--- a/x
+++ b/x
@@ -1,2 +1,3 @@
--- a/no
-@@ -1 +1 @@
+++ b/no
+@@ -7 +7,7 @@
+diff --git a/no b/no
\\ No newline at end of file
@@ -9,0 +11 @@
++++ b/no
"""
    assert hunks(patch.splitlines(keepends=True)) == {"x": (range(1, 4), range(11, 12))}


def test_figures_belong_to_the_new_name() -> None:
    listed = b":100644 100644 1 2 R090\0a\0b\0:100644 100644 1 2 M\0c\x001\t1\t\0a\0b\0-\t-\tc\0"
    assert [(change.name, change.status, change.is_text) for change in changes(listed)] == [("b", "R", True), ("c", "M", False)]


LINES = st.lists(st.sampled_from(["a", "b", "+++ b/x", "@@ -1 +1 @@", "", "- a", "\r", "ж\x0c"]), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(old=LINES, new=LINES, end=st.sampled_from(["", "\n"]))
def test_the_other_lines_are_old_ones(old: list[str], new: list[str], end: str, repository: Repository) -> None:
    repository.write("x.txt", "\n".join(old) + end)
    repository.commit()
    repository.write("x.txt", "\n".join(new))
    found = seen(diff("HEAD", ["x.txt"])).get("x.txt", [])
    assert found is not None
    lines = "\n".join(new).split("\n")
    rest = [line for number, line in enumerate(lines, 1) if number not in found]
    remaining = iter("\n".join(old).split("\n"))
    assert all(line in remaining for line in rest if line), "an unchanged line is not in the old text, in its order"
    figures = repository.git("diff", "--numstat", "HEAD").split()
    assert len(found) == (int(figures[0]) if figures else 0)
