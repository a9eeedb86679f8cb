"""Configurations: found upwards, in YAML or in pyproject.toml, read strictly."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from qazlint.config.find import Finder, read
from qazlint.config.settings import Post, Settings
from qazlint.policy.problems import PolicyError

YAML = """\
policy: qazindustry
disable: ["18", 26.insult]
severity: {"21": warning}
author: management
publish: 2026-03-02 10:00
paths:
  - {path: "official/**", author: official, approved: true}
exclude: ["archive/"]
fail-on: error
lang: kk
require-reason: true
baseline: known.json
"""
TOML = """\
[project]
name = "site"

[tool.qazlint]
policy = "qazindustry"
disable = ["18", "26.insult"]
author = "management"
publish = 2026-03-02T10:00:00
exclude = ["archive/"]
fail-on = "error"
lang = "kk"
require-reason = true
baseline = "known.json"
severity = {"21" = "warning"}

[[tool.qazlint.paths]]
path = "official/**"
author = "official"
approved = true
"""


def problems(path: Path) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        read(path)
    return [str(problem).removeprefix(str(path)) for problem in caught.value.problems]


@pytest.mark.parametrize(("name", "text"), [(".qazlint.yaml", YAML), (".qazlint.yml", YAML), ("pyproject.toml", TOML)])
def test_both_files_say_the_same(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = read(tmp_path / name)
    assert found is not None
    assert [named.name for named in found.disable] == ["18", "26.insult"]
    assert {named.name: level for named, level in found.severity.items()} == {"21": "warning"}
    assert found.post == Post("management", None, datetime(2026, 3, 2, 10))
    assert [(entry.pattern, entry.post) for entry in found.paths] == [("official/**", Post("official", True))]
    assert (found.exclude, found.fail_on, found.lang, found.require_reason) == (("archive/",), "error", "kk", True)
    assert (found.folder, found.baseline) == (tmp_path, tmp_path / "known.json")


def test_the_nearest_one_holds(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".qazlint.yaml").write_text("lang: kk\n", encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'qazlint-site'\n", encoding="utf-8")
    assert Finder().for_file(inner / "post.txt").lang == "kk"
    (tmp_path / "a" / ".qazlint.yaml").write_text("lang: en\n", encoding="utf-8")
    assert Finder().for_file(inner / "post.txt").lang == "en"
    assert Finder().for_file(tmp_path / "post.txt").lang == "kk"


def test_one_that_is_given_holds_for_all(tmp_path: Path) -> None:
    (tmp_path / ".qazlint.yaml").write_text("lang: kk\n", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("lang: en\n", encoding="utf-8")
    assert Finder(read(tmp_path / "other.yaml")).for_file(tmp_path / "post.txt").lang == "en"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("polcy: x\n", ":1: error: unknown key «polcy» — did you mean «policy»?"),
        ("lang: ru\nfail-on: eror\n", ":2: error: fail-on: «eror» is none of error, warning, note, never — did you mean «error»?"),
        ("require-reason: maybe\n", ":1: error: require-reason: true or false is expected here"),
        ("policy: qazindusty\n", ":1: error: policy: there is no policy «qazindusty», neither shipped nor as a folder here — did you"),
        ("policy: " + "a" * 5000 + "\n", ":1: error: policy: there is no policy «aaa"),
        ("lexicons: [" + "a" * 5000 + "]\n", ":1: error: lexicons: there is no file «"),
        ("publish: tomorrow\n", ":1: error: publish: «tomorrow» is no date and time such as 2026-03-02 10:00"),
        ("paths:\n  - author: official\n", ":2: error: paths: the key «path» is missing"),
        ("paths:\n  - {path: '[a', author: official}\n", ":2: error: paths.path: «[a» is no pattern: it has [ without ]"),
        ("paths: official\n", ":1: error: paths: a list is expected here: - {path: …, author: …}"),
        ("severity: {'21': grave}\n", ":1: error: severity.21: «grave» is none of error, warning, note"),
        ("disable: [no]\n", ":1: error: disable: YAML does not read «no» as text: put it in quotes"),
        ("lang: [\n", ":2: error: not YAML: "),
    ],
)
def test_mistakes_are_named_with_their_lines(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / ".qazlint.yaml"
    path.write_text(text, encoding="utf-8")
    (found,) = problems(path)
    assert found.startswith(said)


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    path = tmp_path / ".qazlint.yaml"
    path.write_text("lexicons: [a.yaml]\nkazakh:\n  transducer: kaz.hfstol\n", encoding="utf-8")
    assert [problem.split(": ", 2)[2] for problem in problems(path)] == [
        f"lexicons: there is no file «{tmp_path / 'a.yaml'}»",
        f"kazakh.transducer: there is no file «{tmp_path / 'kaz.hfstol'}»",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.qazlint]\nlang = 'ru'\npolcy = 'x'\n", ":3: error: unknown key «polcy»"),
        ("[project]\nlang = 'x'\n[tool.qazlint]\nlang = 'de'\n", ":4: error: lang: «de»"),
        ("[tool.qazlint]\nlang = \n", ":2: error: not TOML: "),
        ("[tool.qazlint]\nlang = " + "9" * 5000, ":1: error: not TOML: a number of too many digits"),
        ("[tool.qazlint.severity]\n'21' = 'grave'\n", ":2: error: severity.21: «grave»"),
    ],
)
def test_mistakes_in_toml_are_named_with_their_lines(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(text, encoding="utf-8")
    assert problems(path)[0].startswith(said)


@pytest.mark.parametrize(("name", "text"), [
    (".qazlint.yaml", "lnag: ru\n"), ("pyproject.toml", "[tool.qazlint]\nlnag = 'ru'\n"), ("pyproject.toml", "[tool.qazlint]\nlang = 5\n"),
])  # fmt: skip
def test_mistakes_are_named_with_their_file(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as error:
        read(path)
    assert {problem.place.file for problem in error.value.problems} == {str(path)}


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeff# nothing\r\n\r\n  # lang: ru", "---\n# nothing\n", "\n \n"])
def test_a_configuration_that_says_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / ".qazlint.yaml"
    path.write_text(text, encoding="utf-8")
    assert read(path) == Settings(str(path), tmp_path)


def test_a_date_without_an_hour_stays_one(tmp_path: Path) -> None:
    path = tmp_path / ".qazlint.yaml"
    path.write_text("publish: 2026-03-02\n", encoding="utf-8")
    found = read(path)
    assert found is not None
    assert found.post.publish == date(2026, 3, 2)
    assert not isinstance(found.post.publish, datetime)
