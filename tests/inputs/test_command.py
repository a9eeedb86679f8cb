"""What git holds, and several processes, at the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qazlint.cli import main
from qazlint.files import LARGEST
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


ARRAY = """[
  "премия",
  {"id": 2, "text":
    "и премия"},
  {"text": "премия", "qazlint": {"disable": ["9"]}}, {"body": "премия"}
]
"""


def test_changed_posts_of_an_array(repository: Repository) -> None:
    repository.write("a.json", ARRAY.replace("и премия", "раз"))
    repository.write("package.json", '{"name": "премия"}')
    repository.commit()
    repository.write("a.json", ARRAY)
    repository.write("package.json", '{"name": "премия!"}')
    for jobs in ("1", "2"):
        result = run("--diff", "HEAD", "--jobs", jobs)
        assert found(result) == [("a.json", 4)]
        assert "a.json:5: нет текстового поля (#4: text)" in result.stderr


def test_json_that_is_no_archive_is_read_only_when_a_person_names_it(repository: Repository) -> None:
    repository.write("site/package.json", '{"name": "премия"}')
    repository.write("site/numbers.json", "[" + "1, " * 150 + '"премия"]')
    repository.write("site/broken.json", '{"text": "премия"')
    assert "there was nothing to check" in run("site").stderr
    repository.write("site/posts.json", '[1, "премия"]')
    repository.write("site/post.json", '{"text": "премия"}')
    result = run("site")
    assert found(result) == [("site/post.json", 1), ("site/posts.json", 1)]
    assert result.stderr.splitlines() == [
        "qazlint: site/posts.json:1: элемент массива — не текст и не объект JSON (#1)",
    ]
    assert found(run("site/package.json", "site/broken.json")) == [("site/package.json", 1), ("site/broken.json", 1)]
    assert found(run("site/package.json", "site/post.json", "--force-exclude")) == [("site/post.json", 1)]
    asked = run("site/package.json", "--input-format", "json")
    assert "site/package.json:1: нет текстового поля (text)" in asked.stderr
    assert "<stdin>: это не массив JSON" in run("-", "--input-format", "json", stdin="премия").stderr


def test_json_in_a_folder_that_is_too_large_to_tell_is_told_of(repository: Repository) -> None:
    repository.write("site/archive.json", '["' + "а" * (LARGEST // 2) + '"]')
    result = run("site")
    assert result.exit_code == 2
    assert result.stderr.startswith("qazlint: site/archive.json: ")
    assert found(run("-", "--stdin-filename", "a.json", stdin='["премия"]')) == [("a.json", 1)]


def test_baselines_and_suppressions_of_an_array(repository: Repository) -> None:
    repository.write("a.json", ARRAY.replace(', {"body": "премия"}', ""))
    data = json.loads(run("a.json").stdout)["files"]
    assert [len(file["findings"]) for file in data] == [1, 1, 1]
    assert [file["line"] for file in data] == [2, 3, 5]
    rule = data[0]["findings"][0]["rule_id"]
    repository.write("a.json", ARRAY.replace(', {"body": "премия"}', "").replace('"9"', f'"{rule}"'))
    data = json.loads(run("a.json").stdout)["files"]
    assert [len(file["findings"]) for file in data] == [1, 1, 0]
    assert [item["suppression"]["how"] for file in data for item in file["suppressed"]] == ["front-matter"]
    assert run("a.json", "--write-baseline", "known.json").exit_code == 0
    assert found(run("a.json", "--baseline", "known.json")) == []
    assert found(run("a.json", "known.json", "--baseline", "known.json")) == []


def test_sarif_has_offsets_only_where_they_are_the_file_s(repository: Repository) -> None:
    repository.write("a.json", '["премия", "и премия"]')
    results = json.loads(CliRunner().invoke(main, ["check", "--policy", "../policy", "--format", "sarif", "a.json"]).stdout)
    regions = [item["locations"][0]["physicalLocation"]["region"] for item in results["runs"][0]["results"]]
    assert [(region["startLine"], region["startColumn"]) for region in regions] == [(1, 3), (1, 15)]
    assert not any("charOffset" in region for region in regions)


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
