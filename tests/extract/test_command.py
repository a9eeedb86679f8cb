"""Documents at the command line."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from qazlint.cli import main
from tests.extract.samples import archive, paragraph
from tests.policy import small


def run(folder: Path, *words: str, stdin: str | None = None) -> Result:
    policy = small.write(folder / "policy")
    return CliRunner().invoke(main, ["check", "--policy", str(policy), "--format", "json", *words], input=stdin)


def found(result: Result) -> list[tuple[str, int, str]]:
    """File name, line and passage of each finding."""
    return [
        (Path(file["path"]).name, finding["position"]["line"], finding["text"])
        for file in json.loads(result.stdout)["files"]
        for finding in file["findings"]
    ]


def test_a_folder_of_documents(tmp_path: Path) -> None:
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "a.docx").write_bytes(archive(paragraph("раз") + paragraph("премия")))
    (posts / "b.html").write_text("<p>раз\n<img alt='премия'>", encoding="utf-8")
    (posts / "c.jsonl").write_text('{"text": "раз"}\n\n{"text": "пр\\u0435мия"}\n', encoding="utf-8")
    (posts / "d.md").write_text("---\ntitle: премия\n---\n```\nпремия\n```\n", encoding="utf-8")
    result = run(tmp_path, str(posts))
    assert result.exit_code == 1
    assert found(result) == [
        ("a.docx", 2, "премия"),
        ("b.html", 2, "премия"),
        ("c.jsonl", 3, "пр\\u0435мия"),
        ("d.md", 2, "премия"),
    ]


def test_the_format_and_the_field_can_be_said(tmp_path: Path) -> None:
    assert found(run(tmp_path, "--input-format", "markdown", stdin="    премия\n\nпремия")) == [
        ("<stdin>", 3, "премия")
    ]
    line = '{"text": "премия", "post": {"body": "премия"}}'
    result = run(tmp_path, "--input-format", "jsonl", "--text-field", "post.body", stdin=line)
    assert json.loads(result.stdout)["files"][0]["findings"][0]["span"]["start"] == line.rindex("премия")


def test_bad_inputs_are_said_and_the_others_checked(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (tmp_path / "b.md").write_text("---\nqazlint: {role: chief}\n---\nпремия", encoding="utf-8")
    result = run(tmp_path, str(tmp_path / "a.docx"), str(tmp_path / "b.md"))
    assert result.exit_code == 2
    assert [passage for _, _, passage in found(result)] == ["премия"]
    assert "a.docx: файл повреждён" in result.stderr
    (notice,) = json.loads(result.stdout)["files"][0]["notices"]
    assert notice["kind"] == "front-matter"
    assert notice["text"] == "qazlint.role: нет такого поля, есть поля author, approved, publish, disable"
