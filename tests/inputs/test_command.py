"""What git holds, and several processes, at the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qazlint.cli import main
from tests.inputs.repository import Repository, by_itself
from tests.policy import small


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository where the test then is; its policy stands beside it."""
    by_itself(monkeypatch)
    small.write(tmp_path / "policy")
    made = Repository(tmp_path / "repository")
    monkeypatch.chdir(made.folder)
    return made


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--policy", "../policy", "--format", "json", *words], input=stdin)


def found(result: Result) -> list[tuple[str, int]]:
    """File and line of each finding."""
    return [
        (file["path"], finding["position"]["line"]) for file in json.loads(result.stdout)["files"] for finding in file["findings"]
    ]


def test_only_changed_lines_and_what_is_staged(repository: Repository) -> None:
    repository.write("a.md", "премия\n\nраз\n")
    repository.commit()
    repository.write("a.md", "премия\n\nоклад\n\nпремия\n")
    repository.git("add", "-A")
    repository.write("a.md", "премия\n")
    repository.write("b.txt", "премия")
    assert found(run("--staged")) == [("a.md", 3), ("a.md", 5)]
    assert found(run("--diff", "HEAD")) == [("b.txt", 1)]
    assert found(run("--staged", "b.txt")) == []
    assert len(found(run("."))) == 2


def test_changed_posts_of_an_archive(repository: Repository) -> None:
    posts = [json.dumps({"text": "премия"}, ensure_ascii=False) for _ in range(5)]
    repository.write("a.jsonl", "\n".join(posts) + "\n")
    repository.commit()
    posts[3] = '{"text": "и премия"}'
    repository.write("a.jsonl", "\n".join(posts) + "\n")
    for jobs in ("1", "2"):
        assert found(run("--diff", "HEAD", "--jobs", jobs)) == [("a.jsonl", 4)]


def test_nothing_staged_is_nothing_to_object_to(repository: Repository) -> None:
    result = run("--staged")
    assert (result.exit_code, result.stderr) == (0, "")


def test_excluded_files_that_a_program_names(repository: Repository) -> None:
    repository.write("a.md", "премия")
    assert run("a.md", "--exclude", "*.md").exit_code == 1
    assert run("a.md", "--exclude", "*.md", "--force-exclude").exit_code == 0
    assert run("--stdin-filename", "a.md", "--exclude", "*.md", stdin="премия").exit_code == 1
    assert run("--stdin-filename", "a.md", "--exclude", "*.md", "--force-exclude", stdin="премия").exit_code == 0
    assert "«!» is no pattern" in run("a.md", "--exclude", "!").stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--diff", "nowhere"), "в репозитории нет версии «nowhere»"),
        (("--diff", "nowhere", "--lang", "kk"), "репозиторийде «nowhere» нұсқасы жоқ"),
        (("--staged", "nowhere.md"), "nowhere.md: файл не найден"),
        (("--staged", "--diff", "HEAD"), "do not go together"),
        (("--staged", "-"), "standard input"),
        (("--staged", "--write-baseline", "x"), "--write-baseline"),
    ],
)
def test_what_cannot_be_done_is_said(repository: Repository, words: tuple[str, ...], said: str) -> None:
    repository.commit()
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_no_repository(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    result = run("--staged")
    assert (result.exit_code, "эта папка не в репозитории git" in result.stderr) == (2, True)


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "line"])
def test_several_processes_report_as_one(repository: Repository, form: str) -> None:
    for number in range(70):
        repository.write(f"{number % 7}/{number}.md", ("раз\n\n" * number) + ("премия" if number % 3 else "раз"))
    repository.write("3/x.jsonl", '{"text": "премия"}\nnot json\n' * 40)
    repository.write("bad.docx", "PK")
    repository.write("cp.txt", "Премия и оклад по-русски, без других слов".encode("cp1251"))
    one, two = (run(".", "--format", form, "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout.count("премия") > 40 or form == "line"
    assert (one.stdout, one.stderr, one.exit_code) == (two.stdout, two.stderr, two.exit_code)


def test_the_post_over_which_a_process_was_killed_is_named(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also: what others have found is reported."""
    from qazlint.config.checker import Checker

    answer = Checker.answer

    def fatal(checker: Checker, task: object) -> object:
        if "ужас" in str(task):
            os.kill(os.getpid(), 9)
        return answer(checker, task)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "answer", fatal)
    repository.write("a.jsonl", '{"text": "премия"}\n{"text": "ужас"}\n{"text": "премия"}\n')
    repository.write("b.md", "премия")
    result = run(".", "--jobs", "2")
    assert "qazlint: a.jsonl:2: проверка оборвалась (SIGKILL)" in result.stderr
    assert found(result) == [("a.jsonl", 1), ("a.jsonl", 3), ("b.md", 1)]
    assert result.exit_code == 2


def test_names_cannot_write_on_the_terminal(repository: Repository) -> None:
    repository.write("a\x1b[2J\nb.docx", "PK")
    result = run(".")
    assert "qazlint: a�[2J�b.docx: файл повреждён" in result.stderr
