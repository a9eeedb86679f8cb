"""Folders: the order, what is left out, and git itself as the judge of what git ignores."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qazlint.inputs import Input, Patterns, from_names, walk
from qazlint.source import Unreadable
from tests.inputs.repository import Repository


def fill(folder: Path, names: str) -> Path:
    for name in names.split():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return folder


def names(folder: Path, exclude: tuple[str, ...] = (), base: Path | None = None) -> list[str]:
    found = walk(folder, [Patterns.of(exclude, base or folder)])
    return [path.relative_to(folder).as_posix() for path in found if isinstance(path, Path)]


def test_files_come_in_order_and_only_those_with_a_known_suffix(tmp_path: Path) -> None:
    fill(tmp_path, "b.md a/c.TXT a/b.docx b/z.html a.md a.png README b.txt")
    assert names(tmp_path) == ["a/b.docx", "a/c.TXT", "a.md", "b/z.html", "b.md", "b.txt"]


def test_what_begins_with_a_dot_is_left_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    fill(tmp_path, "a.md .hidden.md .venv/b.md c/.d/e.md")
    assert names(tmp_path) == ["a.md"]
    assert names(tmp_path / ".venv") == ["b.md"]


def test_what_word_has_beside_an_open_document_is_left_out(tmp_path: Path) -> None:
    assert names(fill(tmp_path, "post.docx ~$post.docx ~post.md")) == ["post.docx", "~post.md"]


def test_drafts_in_formats_that_are_not_read_are_told_of(tmp_path: Path) -> None:
    folder = fill(tmp_path, "a.doc b.RTF c.txt inner/d.odt e.png ~$a.doc .f.doc old/g.doc h.doc")
    (folder / ".gitignore").write_text("old/\n", encoding="utf-8")
    (folder / ".git").mkdir()
    passed: list[Path] = []
    found = [*walk(folder, [Patterns.of(["h.*"], folder)], passed)]
    assert [path.name for path in found if isinstance(path, Path)] == ["c.txt"]
    assert sorted(path.relative_to(folder).as_posix() for path in passed) == ["a.doc", "b.RTF", "inner/d.odt"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "a/b.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "same.md").symlink_to(tmp_path / "a" / "b.md")
    (tmp_path / "a" / "nowhere.md").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "a" / "pipe.md")
    assert names(tmp_path) == ["a/b.md"]
    (tmp_path / "link").symlink_to(tmp_path / "a", target_is_directory=True)
    assert [str(path) for path in walk(tmp_path / "link")] == [str(tmp_path / "link" / "b.md")]


def test_a_folder_of_thousands_of_levels(tmp_path: Path) -> None:
    top = deep = tmp_path / "d"
    top.mkdir()
    for _ in range(1200):
        deep = Path(f"{deep}/d")
        deep.mkdir()
    (deep / "a.md").write_text("x", encoding="utf-8")
    try:
        assert list(walk(top)) == [deep / "a.md"]
    finally:
        subprocess.run(["rm", "-r", str(top)], check=True)  # shutil.rmtree calls itself at every level


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    fill(tmp_path, "a/x.md b/x.md")
    (tmp_path / "a").chmod(0)
    found = list(walk(tmp_path))
    (tmp_path / "a").chmod(0o700)
    assert found == [Unreadable(str(tmp_path / "a"), "permission"), tmp_path / "b" / "x.md"]


def test_exclude(tmp_path: Path) -> None:
    fill(tmp_path, "a.md drafts/a.md deep/drafts/b.md deep/old-c.md deep/d.md")
    assert names(tmp_path, ("drafts/", "old-*")) == ["a.md", "deep/d.md"]
    assert names(tmp_path, ("/drafts",)) == ["a.md", "deep/d.md", "deep/drafts/b.md", "deep/old-c.md"]
    assert names(tmp_path, ("*.md", "!deep/d.md")) == ["deep/d.md"]
    assert names(tmp_path / "deep", ("deep/d.md",), tmp_path) == ["drafts/b.md", "old-c.md"]
    assert names(tmp_path / "deep", ("*",), tmp_path / "drafts") == ["d.md", "drafts/b.md", "old-c.md"]


def test_a_pattern_that_is_none() -> None:
    with pytest.raises(ValueError, match="«!» is no pattern"):
        Patterns.of(["a", "!"])


def test_a_pattern_of_many_stars(tmp_path: Path) -> None:
    """It comes to an end."""
    fill(tmp_path, "a" * 200 + ".md")
    assert names(tmp_path, ("*a" * 30 + "b*",)) == ["a" * 200 + ".md"]
    assert names(tmp_path, ("*a" * 30 + "*d",)) == []


def test_what_is_named_is_checked_unless_a_program_names_it(tmp_path: Path) -> None:
    fill(tmp_path, "drafts/a.md b.png")
    inside, picture = str(tmp_path / "drafts" / "a.md"), str(tmp_path / "b.png")
    exclude = [Patterns.of(["drafts/"], tmp_path)]
    assert list(from_names([inside, picture], exclude)) == [Input(inside, Path(inside)), Input(picture, Path(picture))]
    assert list(from_names([inside, picture], exclude, force=True)) == [Input(picture, Path(picture), found=True)]
    assert list(from_names([str(tmp_path / "drafts")], exclude)) == [Input(inside, Path(inside), found=True)]
    assert list(from_names([str(tmp_path / "drafts")], exclude, force=True)) == []


def test_a_folder_without_texts_is_said(tmp_path: Path) -> None:
    (found,) = from_names([str(tmp_path)])
    assert isinstance(found, Unreadable)
    assert found.reason == "no-texts"


def test_an_ignored_folder_that_is_asked_for(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write(".gitignore", "build/\n")
    fill(tmp_path, "build/a.md build/tmp/b.md")
    repository.write("build/.gitignore", "tmp\n")
    assert names(tmp_path) == []
    assert names(tmp_path / "build") == ["a.md"]
    assert names(tmp_path / "build" / "tmp") == ["b.md"]


def test_the_exclude_file_of_a_clone_and_of_its_other_work_trees(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "first")
    fill(repository.folder, "a.md b.md")
    repository.commit()
    repository.git("worktree", "add", "-q", "../second")
    (repository.folder / ".git" / "info" / "exclude").write_text("b.md\n", encoding="utf-8")
    assert names(repository.folder) == ["a.md"]
    assert names(tmp_path / "second") == ["a.md"]


def test_a_repository_inside_another_has_its_own_patterns(tmp_path: Path) -> None:
    Repository(tmp_path).write(".gitignore", "a.md\n")
    Repository(tmp_path / "inner").write(".gitignore", "b.md\n")
    fill(tmp_path, "a.md b.md inner/a.md inner/b.md")
    assert names(tmp_path) == ["b.md", "inner/a.md"]


NAME = st.sampled_from(["a", "b", "ab", "a b", "ж", "[a]", "-", "abab"])
PIECES = r"a b * ** ? ?? a* *b* *a*b* *?*.md [ab] [!a]* [^-] [a-c] [[:alpha:]]* [[:x:]] []a] [a [a\]] ж \[a\] \a *.md a.md ?.md a** *** \\"
PIECE = st.sampled_from([*PIECES.split(), "a b", "\\ "])
LINE = st.builds(
    lambda no, root, pieces, end: no + root + "/".join(pieces) + end,
    st.sampled_from(["", "", "!"]), st.sampled_from(["", "/"]), st.lists(PIECE, min_size=1, max_size=3),
    st.sampled_from(["", "", "/", "/*", "/**", " ", "\\ ", "\r"]),
)  # fmt: skip
IGNORE = st.lists(LINE, max_size=4)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    files=st.sets(st.lists(NAME, min_size=1, max_size=3).map(tuple), min_size=1, max_size=8),
    ignores=st.dictionaries(st.sampled_from(["", "a", "b", "a/b", "ab"]), IGNORE, min_size=1, max_size=3),
    own=IGNORE,
)
@example(files={("a", "a"), ("a", "b"), ("b",)}, ignores={"": ["*.md", "!a/"]}, own=[])
@example(files={("a", "a"), ("b",)}, ignores={"": ["*.md", "!a"]}, own=[])
@example(files={("a", "b", "a"), ("a", "a")}, ignores={"": ["a/**", "!a/b"]}, own=[])
@example(files={("a",), ("ab", "b"), ("a", "b")}, ignores={"": ["a**/*", "!ab**/b"]}, own=["b"])
@example(files={("a", "a"), ("a", "b")}, ignores={"": ["a/*", "!a/b.md"], "a": ["a.md"]}, own=["*.md"])
def test_git_agrees(files: set[tuple[str, ...]], ignores: dict[str, list[str]], own: list[str],
                    tmp_path_factory: pytest.TempPathFactory) -> None:  # fmt: skip
    repository = Repository(tmp_path_factory.mktemp("r"))
    for parts in files:
        repository.write("/".join(parts) + ".md", "x")
    for folder, lines in ignores.items():
        repository.write(f"{folder}/.gitignore".lstrip("/"), "\n".join(lines))
    (repository.folder / ".git" / "info" / "exclude").write_text("\n".join(own), encoding="utf-8")
    told = repository.git("ls-files", "-z", "--others", "--exclude-standard", "--", "*.md").split("\0")[:-1]
    assert sorted(names(repository.folder)) == sorted(told)
