"""`qazlint init`, and what docs/configuration.md shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from qazlint.cli import main
from qazlint.config.find import read
from qazlint.config.template import config
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def block(language: str) -> str:
    return PAGE.split(f"```{language}\n")[1].split("```")[0]


def test_the_configuration_it_writes_is_one(tmp_path: Path) -> None:
    assert run("init", str(tmp_path)).exit_code == 0
    text = (tmp_path / ".qazlint.yaml").read_text(encoding="utf-8")
    assert text == config()
    (tmp_path / "post.txt").write_text("Сегодня выпал снег.", encoding="utf-8")
    assert run("check", str(tmp_path)).exit_code == 0  # as it is: nothing but comments
    (tmp_path / ".qazlint.yaml").write_text(text.replace("# policy", "policy"), encoding="utf-8")
    assert run("check", str(tmp_path)).exit_code == 0


def test_every_key_in_it_can_be_used(tmp_path: Path) -> None:
    """All that stands behind a # as an example is a configuration too, and leaves no key out."""
    (tmp_path / "lexicons").mkdir()
    for name in ("lexicons/works.yaml", "kaz.automorf.hfstol"):
        (tmp_path / name).write_text("ru: [x]\n", encoding="utf-8")
    lines = re.findall(r"^# ((?:[a-z-]+:.*|  - .*))$", config(), re.MULTILINE)
    (tmp_path / ".qazlint.yaml").write_text("\n".join(lines), encoding="utf-8")
    found = read(tmp_path / ".qazlint.yaml")
    assert found is not None
    assert found.transducer == tmp_path / "kaz.automorf.hfstol"
    shown = set(yaml.safe_load(block("yaml")))
    assert shown == {line.split(":")[0] for line in lines if not line.startswith(" ")}


def test_the_rules_that_it_names_exist(tmp_path: Path) -> None:
    lines = re.findall(r"^# ((?:disable|severity): .*)$", config(), re.MULTILINE)
    assert len(lines) == 2
    (tmp_path / ".qazlint.yaml").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "post.txt").write_text("Сегодня выпал снег.", encoding="utf-8")
    result = run("check", str(tmp_path))
    assert result.exit_code == 0, result.output


def test_the_page_shows_configurations(tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    for name in ("lexicons/works.yaml", "kaz.automorf.hfstol"):
        (tmp_path / name).write_text("", encoding="utf-8")
    for name, language in ((".qazlint.yaml", "yaml"), ("pyproject.toml", "toml")):
        (tmp_path / name).write_text(block(language), encoding="utf-8")
        found = read(tmp_path / name)
        assert found is not None
        assert found.paths[0].post.author == "official"


def test_a_policy_of_ones_own_passes_its_tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "--policy", "acme").exit_code == 0
    assert run("rules", "test", "--policy", "acme").stdout == "4 passed, 0 failed\n"
    assert run("rules", "check", "--policy", "acme").stdout.endswith(" 0 warnings, 0 notes\n")
    (tmp_path / "post.txt").write_text("Нам дали премию 300 тысяч!", encoding="utf-8")
    result = run("check", "post.txt")
    assert result.exit_code == 1
    assert "1.pay" in result.stdout


@pytest.mark.parametrize("name", [".qazlint.yaml", ".qazlint.yml"])
def test_nothing_is_overwritten(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("lang: kk\n", encoding="utf-8")
    result = run("init", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr == f"qazlint: {tmp_path / name} is there already: nothing was written\n"
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "lang: kk\n"


def test_a_policy_can_be_made_beside_a_configuration_but_not_over_one(tmp_path: Path) -> None:
    (tmp_path / ".qazlint.yml").write_text("lang: kk\n", encoding="utf-8")
    result = run("init", str(tmp_path), "--policy", "моя")
    assert result.exit_code == 0
    assert f'{tmp_path / ".qazlint.yml"} is there already: say in it policy: "моя"\n' in result.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == [".qazlint.yml", "моя"]
    assert (tmp_path / ".qazlint.yml").read_text(encoding="utf-8") == "lang: kk\n"
    (tmp_path / "моя" / "1-money.yaml").unlink()
    result = run("init", str(tmp_path), "--policy", "моя")
    assert result.exit_code == 2
    assert "policy.yaml is there already: nothing was written" in result.stderr
    assert not (tmp_path / "моя" / "1-money.yaml").exists()


@pytest.mark.parametrize("name", ["моя политика", "2030", "no", "Null", "a: b", "#1", "[x", "it's", 'a"b'])
def test_a_policy_may_have_any_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("init", str(tmp_path), "--policy", name)
    found = read(tmp_path / ".qazlint.yaml")
    assert found is not None
    assert found.policy == str(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert run(*shlex.split(result.stdout.rpartition("Now: qazlint ")[2])).stdout == "4 passed, 0 failed\n"


@pytest.mark.parametrize("name", ["qazindustry", "example-employer"])
def test_a_policy_is_not_called_as_one_that_is_there(name: str, tmp_path: Path) -> None:
    result = run("init", str(tmp_path), "--policy", name)
    assert result.exit_code == 2
    assert f"«{name}»: choose another name" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["../acme", "/acme", "a/b", "..", "/", "a\nb"])
def test_a_policy_stays_in_the_folder(name: str, tmp_path: Path) -> None:
    result = run("init", str(tmp_path), "--policy", name)
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())
