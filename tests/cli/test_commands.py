"""The command line as a person uses it: reports, exit statuses, and a clear word for every bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qazlint import __version__
from qazlint.cli import main
from tests.conftest import ROOT
from tests.extract.samples import archive, paragraph
from tests.policy.small import POLICY, RULE, write

CLEAN = "Сегодня в парке выпал первый снег.\n"
BAD = "Пишу от имени QazIndustry: мы против новой пошлины.\n"


def run(*words: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=stdin)


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_a_clean_post(tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    result = run("check", str(tmp_path / "clean.txt"))
    assert result.exit_code == 0
    assert "можно публиковать" in result.stdout


def test_a_post_that_violates(post: Path) -> None:
    result = run("check", str(post))
    assert result.exit_code == 1
    assert "п. 20" in result.stdout
    assert "^^^" in result.stdout
    assert "публиковать нельзя" in result.stdout
    assert "\x1b[" not in result.stdout


def test_colour_can_be_asked_for(post: Path) -> None:
    assert "\x1b[1;31m" in run("check", "--color", str(post)).stdout


@pytest.mark.parametrize(("lang", "said"), [("ru", "Итог"), ("kk", "Қорытынды"), ("en", "Verdict")])
def test_languages(post: Path, lang: str, said: str) -> None:
    assert said in run("check", "--lang", lang, str(post)).stdout


@pytest.mark.parametrize(("lang", "one", "two"), [
    ("ru", "(пункт 20)", "(пункты 19, 20)"), ("kk", "(20-тармақ)", "(19, 20-тармақтар)"), ("en", "(clause 20)", "(clauses 19, 20)"),
])  # fmt: skip
def test_the_verdict_names_the_clauses(lang: str, one: str, two: str) -> None:
    assert one in run("check", "--lang", lang, stdin=BAD).stdout
    assert two in run("check", "--lang", lang, stdin=f"{BAD}У нас в QazIndustry прибыль выросла до 340 млн тенге.").stdout


def test_standard_input() -> None:
    assert run("check", "-", stdin=BAD).exit_code == 1
    assert "<stdin>" in run("check", stdin=BAD).stdout


def test_a_role_that_the_clause_does_not_bind(post: Path) -> None:
    found = json.loads(run("check", "--author", "management", "--format", "json", str(post)).stdout)
    assert "20" not in {finding["clause"] for finding in found["files"][0]["findings"]}


def test_fail_on(post: Path) -> None:
    assert run("check", "--fail-on", "never", str(post)).exit_code == 0
    assert run("check", "--fail-on", "error", str(post)).exit_code == 1


def test_a_folder_is_checked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(CLEAN, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0\0")
    result = run("check", str(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.index("a.txt") < result.stdout.index("b.txt")
    assert "Проверено файлов: 2" in result.stdout


class TestBadInput:
    """Exit status 2 and a word on standard error; the good inputs are reported all the same."""

    def told(self, *words: str) -> str:
        result = run("check", *words)
        assert result.exit_code == 2
        assert "Traceback" not in result.output
        return result.stderr

    def test_missing_file_beside_a_good_one(self, post: Path) -> None:
        result = run("check", "nowhere.txt", str(post))
        assert result.exit_code == 2
        assert "nowhere.txt: файл не найден" in result.stderr
        assert "п. 20" in result.stdout

    def test_folder_without_texts(self, tmp_path: Path) -> None:
        assert "в папке нет текстов" in self.told(str(tmp_path))

    def test_binary_file(self, tmp_path: Path) -> None:
        (tmp_path / "x.txt").write_bytes(bytes(range(256)) * 20)
        assert "это не текст" in self.told(str(tmp_path / "x.txt"))

    def test_fifty_megabytes(self, tmp_path: Path) -> None:
        with (tmp_path / "x.txt").open("wb") as file:
            file.truncate(50 * 1024 * 1024)
        assert "слишком велик" in self.told(str(tmp_path / "x.txt"))

    def test_unknown_role(self, post: Path) -> None:
        assert "unknown role «boss»" in self.told("--author", "boss", str(post))

    def test_unknown_policy(self, post: Path) -> None:
        assert "there is no policy «nowhere»" in self.told("--policy", "nowhere", str(post))

    def test_broken_policy_names_file_line_and_field(self, post: Path, tmp_path: Path) -> None:
        folder = write(tmp_path / "policy", rule=RULE.replace("@money", "@mony"))
        said = self.told("--policy", str(folder), str(post))
        assert "1-money.yaml:6: error: 1.money.any" in said

    def test_unknown_option(self, post: Path) -> None:
        assert "No such option" in self.told("--speed", str(post))


@pytest.mark.parametrize("content", [b"", b" \r\n\n", "\ufeff".encode()])
def test_an_empty_file_has_nothing_to_object_to_and_that_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    result = run("check", str(path))
    assert (result.exit_code, result.stderr) == (0, f"qazlint: {path}: текста нет, проверять нечего\n")


def test_a_word_document_that_is_a_picture_is_not_passed_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "scan.docx"
    path.write_bytes(archive(paragraph("")))
    result = run("check", "--format", "json", str(path))
    assert json.loads(result.stdout)["files"][0]["notes"] == [{"kind": "no-text", "text": "текста нет, проверять нечего"}]
    path.write_bytes(archive(paragraph("Снег")))
    assert run("check", str(path)).stderr == ""


@pytest.mark.parametrize(("content", "said"), [
    (rb"{\rtf1\ansi \'cf\'f0\'e8\'e1\'fb\'eb\'fc 340}", "(RTF)"), (b"%PDF-1.4\n%abc\n", "(PDF)"), (b"\xd0\xcf\x11\xe0\0\0", "(.doc)"),
])  # fmt: skip
def test_formats_that_are_not_read_are_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "x.txt").write_bytes(content)
    result = run("check", str(tmp_path / "x.txt"))
    assert result.exit_code == 2
    assert f"такой формат не читается, сохраните текст как .docx или .txt {said}" in result.stderr


def test_damaged_utf8_is_read_and_said(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(BAD.encode() + b"\xff\xfe\xff" + CLEAN.encode())
    result = run("check", str(tmp_path / "x.txt"))
    assert result.exit_code in (1, 2)
    assert "x.txt" in result.stderr


def test_windows_1251_is_guessed_and_said(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(BAD.encode("cp1251"))
    result = run("check", str(tmp_path / "x.txt"))
    assert "кодировка" in result.stderr
    assert "п. 20" in result.stdout


def test_explain_clause_rule_and_neither() -> None:
    assert "Только руководство Общества" in run("explain", "20").stdout
    assert "✗" in run("explain", "20.in-name").stdout
    result = run("explain", "20.in-nam")
    assert result.exit_code == 2
    assert "did you mean «20.in-name»" in result.stderr


def test_explain_a_part_of_a_clause_and_whom_a_rule_does_not_bind() -> None:
    shown = run("explain", "26.insult").stdout
    assert shown.startswith("26. Ненормативная лексика")
    rules = [line.split()[0] for line in shown.splitlines() if line.startswith("  26.")]
    assert rules
    assert all(rule.startswith("26.insult") for rule in rules)
    assert shown == run("explain", "26.insult.").stdout
    assert "Не действует для: Руководство, Официальный аккаунт" in run("explain", "20.in-name").stdout


def test_rules_test_takes_clauses_and_rules_and_says_what_is_none(tmp_path: Path) -> None:
    rule = RULE + RULE.partition("rules:\n")[2].replace("1.money", "1.money-more")
    policy = POLICY + POLICY.partition("clauses:\n")[2].replace('"1"', '"12"')
    write(tmp_path, policy, rule)
    twelve = RULE.replace('"1"', '"12"').replace("1.money", "12.money")
    (tmp_path / "12-money.yaml").write_text(twelve, encoding="utf-8")
    test = ("rules", "test", "--policy", str(tmp_path))
    assert run(*test).stdout == "6 passed, 0 failed\n"
    assert run(*test, "1").stdout == "4 passed, 0 failed\n"  # clause 12 is another one
    assert run(*test, "1.money").stdout == "2 passed, 0 failed\n"
    assert run(*test, "12", "1.money").stdout == "4 passed, 0 failed\n"
    result = run(*test, "1", "1.mony")
    assert result.exit_code == 2
    assert result.stderr == "qazlint: the policy has no clause or rule «1.mony» — did you mean «1.money»?\n"


def test_rules_list_test_check(tmp_path: Path) -> None:
    folder = str(write(tmp_path))
    assert "1.money" in run("rules", "list", "--policy", folder).stdout
    assert run("rules", "test", "--policy", folder).stdout == "2 passed, 0 failed\n"
    assert "1 rule, " in run("rules", "check", "--policy", folder).stdout


def test_a_failing_example_is_shown(tmp_path: Path) -> None:
    folder = str(write(tmp_path, rule=RULE.replace("вот и всё", "и оклад")))
    result = run("rules", "test", "--policy", folder)
    assert result.exit_code == 1
    assert "1-money.yaml:3: 1.money-good-1: found by mistake: «оклад» in «и оклад»" in result.stdout


def test_weigh_shows_the_sums_and_the_words_behind_them() -> None:
    shown = run("weigh", "Начальник опять орал на практикантку, весь отдел молчал, она ушла в слезах").stdout
    row = next(line for line in shown.splitlines() if line.startswith("23.weighed"))
    total, finds = (float(row.split()[at]) for at in (1, 3))
    assert total >= finds
    assert row.endswith("finding")
    below = shown.splitlines()[shown.splitlines().index(row) + 1]
    assert "«Начальник» +" in below
    assert run("weigh", "").stdout == ""


def test_morph_shows_readings() -> None:
    shown = run("morph", "премию құпияларымыздан 5 млн тенге").stdout
    assert "ru  премия  NOUN" in shown
    assert ["kk", "құпия", "NOUN"] in [line.split()[:3] for line in shown.splitlines()]
    assert "<money>  5 млн тенге" in shown


def test_version() -> None:
    assert run("--version").stdout.strip().endswith(__version__)


def test_the_main_job_does_not_import_spacy() -> None:
    code = "import sys; from qazlint.cli import main; main(['check', 'examples/post.txt'], standalone_mode=False)"
    script = f"try:\n    {code}\nexcept SystemExit:\n    pass\nsys.exit('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script.replace("    import sys; ", "    import sys\n    ")],
        cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


def test_help_does_not_load_the_engine() -> None:
    script = (
        "import sys\nfrom qazlint.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "sys.exit(any(m in sys.modules for m in ('yaml', 'pymorphy3', 'regex', 'spacy')))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_rules_check_looks_at_a_lexicon_that_a_configuration_adds(tmp_path: Path) -> None:
    check = ("rules", "check", "--policy", str(write(tmp_path / "policy")), "--lexicon", str(tmp_path / "money.yaml"))
    result = run(*check)
    assert result.exit_code == 2
    assert "money.yaml' does not exist" in result.stderr
    (tmp_path / "money.yaml").write_text("ru: [премировашка, закреп]\n", encoding="utf-8")
    said = run(*check).stdout.splitlines()
    place = f"{tmp_path / 'money.yaml'}:1:"
    assert f"{place} note: ru: «премировашка» is not in the Russian dictionary; its inflected forms are guessed: " in said[0]
    assert said[1].startswith(f"{place} warning: ru: «закреп» is no dictionary form, so only this form is found")
    assert said[2].endswith(", 1 warning, 1 note")
    (tmp_path / "money.yaml").write_text("ru: [премировашка\n", encoding="utf-8")
    assert "money.yaml:2: error: not YAML" in run(*check).stderr
