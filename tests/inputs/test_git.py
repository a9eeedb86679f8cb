"""What is staged and what differs: real repositories and awkward names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qazlint.extract import Document
from qazlint.inputs import Input, Patterns, documents
from qazlint.inputs.git import GitError, diff, staged
from qazlint.source import Unreadable
from tests.inputs.repository import Repository, seen, text


def test_the_index_is_read_not_the_work_tree(repository: Repository) -> None:
    repository.write("old.md", "раз\nстрока\nтри\n")
    repository.git("add", "-A")
    repository.write("old.md", "иное\n" * 9)
    (found,) = staged()
    assert text(found) == "раз\nстрока\nтри\n"
    assert seen([found]) == {"old.md": [2]}


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
