"""What is said of rules about pages that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter
from qazlint.examples import examples, failure
from qazlint.match import page as matched_page
from qazlint.policy import collect
from qazlint.policy.load import load
from tests.policy.small import POLICY, write
from tests.policy.test_load import problems
from tests.site.pages import found, page

SETS = POLICY + "sets: {site: {ru: Сайт}}\n"
HOURS = """\
working_time:
  clause: "1"
  country: KZ
  timezone: Asia/Almaty
  hours: ["09:00-18:00"]
  message: {ru: Рабочее время}
"""
RULE = """\
clause: "1"
set: site
rules:
  - id: 1.page
    message: {ru: Чего-то нет}
    advice: {ru: Впишите}
    with: {kind: news}
    fields: {present: owner}
    examples:
      bad: ["---\\nkind: news\\n[[owner: ]]\\n---\\n"]
      good: ["---\\nkind: news\\nowner: я\\n---\\n"]
"""


def test_the_rule_works_from_the_files_and_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QAZLINT_CACHE", str(tmp_path / "cache"))
    folder = write(tmp_path / "policy", SETS, RULE)
    afresh, cached = Linter(folder), Linter(folder)
    assert list((tmp_path / "cache").iterdir())
    assert afresh.policy.rules == cached.policy.rules
    for linter in (afresh, cached):
        assert found(linter.check_document(page("kind: news"), sets=["site"])) == [("1.page", "---")]
        assert [failure(linter, example) for example in examples(linter.policy.rules)] == ["", ""]


def test_an_example_that_is_wrong_fails(tmp_path: Path) -> None:
    wrong = RULE.replace("owner: я", "author: я").replace("[[owner: ]]", "owner: [[мы]]")
    linter = Linter(write(tmp_path, SETS, wrong))
    said = [failure(linter, example) for example in examples(linter.policy.rules)]
    assert said[0].startswith("not found: «мы» in")
    assert said[1].startswith("found by mistake: «---» in")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("set: site", "set: sitee", "set: «sitee» is not one of posts, site — did you mean «site»?"),
        ("fields: {present: owner}", "fields: {presents: owner}", "1.page.fields: unknown key «presents» — did you mean «present»?"),
        ("fields: {present: owner}", "fields: {}", "1.page.fields: nothing is asked: one of present, dates, matches, working-days, siblings, link is expected here"),
        ("fields: {present: owner}", "fields: [present]", "1.page.fields: a mapping (key: value) is expected here"),
        ("fields: {present: owner}", "fields: {present: []}", "1.page.fields.present: the name of a field is expected here"),
        ("fields: {present: owner}", "fields: {dates: [2026]}", "1.page.fields.dates: YAML does not read «2026» as text: put it in quotes"),
        ("fields: {present: owner}", "fields: {matches: {owner: '('}}", "1.page.fields.matches.owner: «(» is no regular expression: missing ) at position 1"),
        ("fields: {present: owner}", "fields: {working-days: {from: a, to: b}}", "1.page.fields.working-days: «at-least» or «at-most» is missing"),
        ("fields: {present: owner}", "fields: {working-days: {from: a, at-least: 1}}", "1.page.fields.working-days: the key «to» is missing"),
        ("fields: {present: owner}", "fields: {working-days: {from: a, to: b, at-least: -1}}", "1.page.fields.working-days.at-least: «-1» is no number of days"),
        ("fields: {present: owner}", "fields: {working-days: {from: a, to: b, at-least: 5, at-most: 2}}", "1.page.fields.working-days: no number of days is enough: «at-least» is greater than «at-most»"),
        ("fields: {present: owner}", "fields: {working-days: {from: a, to: b, at-least: 1.5}}", "1.page.fields.working-days.at-least: «1.5» is no number of days"),
        ("fields: {present: owner}", "fields: {siblings: {of: ru, languages: [kk]}}", "1.page.fields.siblings: «names» or «field» is missing"),
        ("fields: {present: owner}", "fields: {siblings: {of: ru, languages: [kk], names: ['{lang}']}}", "1.page.fields.siblings.names: «{lang}» is no piece of a path such as «.{lang}.» or «/{lang}/»"),
        ("fields: {present: owner}", "fields: {link: {hosts: [x.example]}}", "1.page.fields.link: where is the link? «fields» or «body: true» is missing"),
        ("fields: {present: owner}", "any: [слово]\n    fields: {present: owner}", "1.page: a rule has either phrases («any», «regex») or «fields»"),
        ("    fields: {present: owner}\n", "", "1.page: a rule has either phrases («any», «regex») or «fields»"),
        ("with: {kind: news}", "with: {sentence: news}", "1.page.with: «sentence» is a scope of phrases, but this rule has «fields»"),
        ("with: {kind: news}", "unless: [news]", "1.page.unless: a mapping (key: value) is expected here"),
        ("with: {kind: news}", "with: {kind: {is: news}}", "1.page.with.kind: a value, or a list of values, is expected here"),
        ("with: {kind: news}", "with: {kind: /(/}", "1.page.with.kind: «(» is no regular expression: missing ) at position 1"),
    ],
)  # fmt: skip
def test_a_wrong_rule(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in RULE
    assert f"error: {said}" in "\n".join(problems(write(tmp_path, SETS + HOURS, RULE.replace(old, new))))


def test_working_days_need_a_country(tmp_path: Path) -> None:
    rule = RULE.replace("{present: owner}", "{working-days: {from: a, to: b, at-least: 1}}")
    (said,) = problems(write(tmp_path, SETS, rule))
    assert said.endswith("1.page.fields.working-days: whose working days? The policy file has no «working_time»")
    (said,) = problems(write(tmp_path, SETS + HOURS.replace("KZ", "ZZ"), rule))
    assert "policy.yaml:19: error: working_time.country: «ZZ» is no country whose holidays are known" in said


@pytest.mark.parametrize(
    ("owner", "is_found"),
    [("owner: 12-I", False), ("owner: [1-i, 12-I]", False), ("owner: [12-I, x]", True), ("owner: 12", True),
     ("owner: {a: 12-I}", True), ("owner:", False), ("title: 12-I", False)],
)  # fmt: skip
def test_matches(tmp_path: Path, owner: str, is_found: bool) -> None:
    rule = RULE.replace("{present: owner}", "{matches: {owner: '\\d+-I'}}")
    linter = Linter(load(collect(write(tmp_path, SETS, rule))).policy)
    report = linter.check_document(page("kind: news", owner), sets=["site"])
    assert found(report) == ([("1.page", owner)] if is_found else [])


def test_several_checks_and_fields_inside_others(tmp_path: Path) -> None:
    rule = RULE.replace("{present: owner}", "{present: [owner.name, owner.unit], matches: {owner.name: '[А-Я].*'}}")
    linter = Linter(load(collect(write(tmp_path, SETS, rule))).policy)
    report = linter.check_document(page("kind: news", "owner:", "  name: пресса"), sets=["site"])
    assert found(report) == [("1.page", "---")]  # the letters' case does not count
    report = linter.check_document(page("kind: news", "owner:", "  name: 1"), sets=["site"])
    assert found(report) == [("1.page", "---"), ("1.page", "name: 1")]
    assert [finding.message() for finding in report.findings] == ["Чего-то нет: owner.unit", "Чего-то нет: owner.name"]


@pytest.mark.parametrize("where", ["fields: {matches: {owner: '(?:a|a|aa)+b'}}", "with: {owner: '/(?:a|a|aa)+b/'}\n    fields: {present: x}"])
def test_a_regular_expression_that_does_not_end_is_no_answer(tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matched_page, "_TIMEOUT", 0.05)
    rule = RULE.replace("    with: {kind: news}\n", "").replace("fields: {present: owner}", where)
    linter = Linter(load(collect(write(tmp_path, SETS, rule))).policy)
    report = linter.check_document(page(f"owner: {'a' * 200}c"), sets=["site"])
    assert report.findings == ()
    assert [(notice.kind, notice.clause) for notice in report.notices] == [("regex-timeout", "1")]
    assert "1.page" in report.notices[0].text("en")
