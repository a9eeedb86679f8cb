"""Policies that mean harm: a clear refusal or a bounded cost, and nothing outside of their folder is touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qazlint import Linter, PolicyError
from qazlint.policy import collect, limits
from qazlint.policy.load import load
from tests.policy.small import RULE, write
from tests.policy.test_load import problems

ANY = "[UPOS!=X]"  # every word


def phrase(text: str) -> str:
    return RULE.replace('["@money"]', f'["@money", "{text}"]')


def regexes(*texts: str) -> str:
    return RULE.replace('any: ["@money"]', f'any: ["@money"]\n    regex: {[*texts]!r}')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(" + "|".join(f"слово{n}" for n in range(1000)) + ")", "at most 2000 characters"),
        ("(" * 9 + "а" + ")" * 9, "brackets stand at most 8 deep"),
        (" & ".join([ANY] * 6), "at most 5 parts"),
        ("а " + ".. б " * 9, "at most 40 terms and 8 gaps in a row, not 19 and 9"),
        ("а " + "б? " * 40, "at most 40 terms and 8 gaps in a row, not 41 and 0"),
        ("/(а{999}){999}/", "repetitions inside each other"),
        (f"/{'а' * 1001}/", "it has 1001 characters, more than 1000"),
    ],
)  # fmt: skip
def test_phrases_that_ask_for_too_much(tmp_path: Path, text: str, said: str) -> None:
    (found,) = problems(write(tmp_path, rule=phrase(text)))
    assert found.startswith("1-money.yaml:6: error: 1.money.any: «")
    assert said in found
    assert len(found) < 500  # the message does not repeat all of it


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("((((а{1000}){1000}){1000}){1000}){1000}", "repetitions inside each other come to more than 100,000"),
        ("(?<n>а{999})(?:б{999}(?&n){999})", "repetitions inside each other"),  # `re` does not read it
        ("а|" * 600, "it has 1200 characters"),
        ("а{99999999999999}", "repetitions"),
    ],
)  # fmt: skip
def test_regular_expressions_that_ask_for_too_much(tmp_path: Path, text: str, said: str) -> None:
    (found,) = problems(write(tmp_path, rule=regexes(text)))
    assert said in found
    assert len(found) < 500


@pytest.mark.parametrize("text", ["(" * 499 + "а" + ")" * 499, "(?:" * 300 + ")" * 300, "[" * 999, "(?R)", "(?<=а*)б", "\\p{IsNoSuch}"])
def test_any_regular_expression_is_taken_or_refused(tmp_path: Path, text: str) -> None:
    folder = write(tmp_path, rule=regexes(text))
    try:
        checked = Linter(folder)
    except PolicyError:
        assert any("is no regular expression" in problem for problem in problems(folder))
    else:
        assert checked.check("премия").findings


def test_what_people_write_is_far_from_the_limits() -> None:
    loaded = load(collect("qazindustry"), every=True)
    assert max(len(regex.pattern) for rule in loaded.policy.rules for regex in rule.regexes) * 2 < limits.LONGEST_REGEX
    assert max(len(phrase.parts) for phrase in loaded.policy.program.phrases) < limits.MOST_PARTS
    steps = [len(part.steps) for phrase in loaded.policy.program.phrases for part in phrase.parts]
    assert max(steps) * 2 < limits.MOST_TERMS


def groups(count: int, entry: Callable[[int], str]) -> str:
    made = "".join(f"  g{n}: {{ru: [{entry(n + 1)}]}}\n" for n in range(count))
    return f"groups:\n{made}  g{count}: {{ru: [премия]}}\n"


@pytest.mark.parametrize(
    ("lexicon", "said"),
    [
        (groups(2000, lambda n: f"'@money.g{n}'"), "lexicons name each other more than 30 deep"),
        (groups(20, lambda n: f"'@money.g{n} @money.g{n}'"), "terms in a row may take 300 words at most"),
        (groups(25, lambda n: f"'@money.g{n}[Case=Nom]', '@money.g{n}[Case=Gen]'"), "gets more than 8 features"),
    ],
)  # fmt: skip
def test_lexicons_that_grow_without_end(tmp_path: Path, lexicon: str, said: str) -> None:
    found = problems(write(tmp_path, rule=RULE.replace('["@money"]', '["@money.g0"]'), lexicon=lexicon))
    assert any(said in problem for problem in found), found


def test_the_number_of_terms_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEYS", 1)
    assert any("more than 1 terms" in problem for problem in problems(write(tmp_path)))


def test_costly_phrases_within_the_limits_end(tmp_path: Path) -> None:
    """As many optional words, gaps and parts as may be, all of which match everywhere."""
    costly = [f"{ANY} " + f"..20 {ANY}? " * 8 + ANY, f"{ANY} " + f"{ANY}? " * 38 + ANY, " & ".join([ANY] * 5)]
    rule = RULE.replace('["@money"]', f"{costly}".replace("'", '"'))
    assert Linter(write(tmp_path, rule=rule.replace("rules:", 'unless: ["@money"]\nrules:'))).check("раз два три четыре " * 15).findings


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!python/object/new:os.system", "!!python/name:os.system"])
def test_no_code_is_run(tmp_path: Path, tag: str) -> None:
    touched = tmp_path / "touched"
    for old, new in (('any: ["@money"]', f"any: {tag} ['touch {touched}']"), ('clause: "1"', f"clause: {tag} 'touch {touched}'")):
        assert problems(write(tmp_path, rule=RULE.replace(old, new)))
    assert not touched.exists()


@pytest.mark.parametrize("name", ["z.yaml", "lexicons/z.yaml", "weights/z.yaml", "heads/z.yaml", "lexicons"])
def test_links_out_of_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "z.yaml").write_text("password: 12345\n", encoding="utf-8")
    folder = write(tmp_path / "policy")
    if name == "lexicons":
        (folder / "lexicons").rename(folder / "old")
        (folder / name).symlink_to(secret)
    else:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(secret / "z.yaml")
    with pytest.raises(PolicyError, match="a link that leads out of the policy's folder") as raised:
        Linter(folder)
    assert "password" not in str(raised.value)


def test_links_inside_the_folder_and_to_it_are_followed(tmp_path: Path) -> None:
    folder = write(tmp_path / "policy")
    (folder / "1-money.yaml").rename(folder / "rules.txt")
    (folder / "1-money.yaml").symlink_to("rules.txt")
    (tmp_path / "link").symlink_to(folder)
    assert Linter(tmp_path / "link").check("премия").findings


def test_a_link_to_itself(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "z.yaml").symlink_to(folder / "z.yaml")
    with pytest.raises(PolicyError, match="a link"):
        Linter(folder)


@pytest.mark.parametrize("name", ["@../../secret", "@/etc/passwd", "@..money"])
def test_lexicons_have_names_and_no_paths(tmp_path: Path, name: str) -> None:
    assert any("has no meaning here" in problem or "unknown lexicon" in problem for problem in problems(write(tmp_path, rule=phrase(name))))


def test_pipes_are_no_rule_files(tmp_path: Path) -> None:
    folder = write(tmp_path)
    os.mkfifo(folder / "z.yaml")
    assert Linter(folder).check("премия").findings


def test_too_many_and_too_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    for number in range(499):
        (folder / f"{number}.yaml").write_text("x", encoding="utf-8")
    with pytest.raises(PolicyError, match="the folder has 501 YAML files, more than 500"):
        collect(folder)
    folder = write(tmp_path / "other", lexicon="#" * 2_000_001)
    assert any("more than 2,000,000 bytes" in problem for problem in problems(folder))
    monkeypatch.setattr(limits, "MOST_BYTES", 1000)
    with pytest.raises(PolicyError, match="more than 1,000"):
        collect(folder)


@pytest.mark.parametrize("text", ["[[а]б]", "[а||б]", "(?i)[[x]"])  # to `re` sets of another kind, one day
def test_authors_of_regular_expressions_see_no_warning_of_python(text: str, recwarn: pytest.WarningsRecorder) -> None:
    limits.regular(text)
    assert list(recwarn) == []
