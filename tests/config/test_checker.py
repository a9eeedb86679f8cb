"""Configurations at work: policies, roles, approval, time of publication, and who goes before whom."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from qazlint import Linter
from qazlint.config.apply import linter_for, post_for
from qazlint.config.checker import Checker, Wishes
from qazlint.config.find import read
from qazlint.config.settings import Post, Settings
from qazlint.extract import documents
from qazlint.extract.document import Document
from qazlint.language.kazakh.transducer import TransducerError
from qazlint.policy.problems import PolicyError
from qazlint.types import Report
from tests.conftest import ROOT
from tests.language.kazakh.optimized_lookup import write as transducer
from tests.policy.small import write

VOICE = "Пишу от имени QazIndustry: мы против новой пошлины."
ACTIVITY = "QazIndustry объявила приём заявок на возмещение затрат экспортёрам."


def settings(folder: Path, text: str) -> Settings:
    (folder / ".qazlint.yaml").write_text(text, encoding="utf-8")
    found = read(folder / ".qazlint.yaml")
    assert found is not None
    return found


def check(path: Path, wishes: Wishes = Wishes()) -> Report:  # noqa: B008
    (document,) = documents(str(path))
    assert isinstance(document, Document)
    return Checker(wishes).check(document, path)


def rules(report: Report) -> set[str]:
    return {finding.rule_id for finding in report.findings}


def clauses(report: Report) -> set[str]:
    return {finding.clause for finding in report.findings}


def test_rules_can_be_switched_off_by_rule_clause_and_part(tmp_path: Path) -> None:
    policy = linter_for(settings(tmp_path, "disable: [20.in-name, '19', 26.insult]\n")).policy
    ids = {rule.id for rule in policy.rules}
    assert "20.in-name" not in ids
    assert any(id_.startswith("20.") for id_ in ids)
    assert not any(id_.startswith(("19.", "26.insult")) for id_ in ids)
    assert any(id_.startswith("26.obscenity") for id_ in ids)


def test_a_policy_without_some_rules_finds_the_same_with_the_others(tmp_path: Path, linter: Linter) -> None:
    fewer = linter_for(settings(tmp_path, "disable: ['21']\n"))
    text = f"{VOICE} {ACTIVITY}"
    assert {"20", "21"} <= clauses(linter.check(text))
    assert [f for f in linter.check(text).findings if f.clause != "21"] == list(fewer.check(text).findings)


def test_severities_can_be_changed(tmp_path: Path) -> None:
    report = linter_for(settings(tmp_path, "severity: {'20': note}\n")).check(VOICE)
    assert {finding.severity for finding in report.findings if finding.clause == "20"} == {"note"}
    assert report.verdict == "agree"


def test_unknown_names_are_mistakes(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        linter_for(settings(tmp_path, "disable: [20.in-nam]\nauthor: chef\n"))
    said = [str(problem) for problem in caught.value.problems]
    assert any("did you mean «20.in-name»" in problem for problem in said)
    assert any("author: the policy has no role «chef»" in problem for problem in said)


def test_lexicons_are_added_to(tmp_path: Path) -> None:
    policy = write(tmp_path / "own")
    (tmp_path / "money.yaml").write_text("ru:\n  NOUN: [бонус]\n", encoding="utf-8")
    found = settings(tmp_path, f"policy: {policy.name}\nlexicons: [money.yaml]\n")
    assert clauses(linter_for(found).check("Выдали бонус и премию")) == {"1"}
    assert len(linter_for(found).check("Выдали бонус. Выдали премию.").findings) == 2


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_employer_gets_another_name_as_the_tutorial_says(lang: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "tutorial" / f"press.{lang}.md").read_text(encoding="utf-8")
    assert "`lexicons: [employer.yaml]`" in page
    post = {"ru": "Пишу от имени КазИнда: мы против новой пошлины.", "kk": "ҚазИнд атынан мәлімдейміз: жаңа бажға қарсымыз."}[lang]
    assert "20.in-name" not in rules(linter_for(settings(tmp_path, "lang: ru\n")).check(post))
    (tmp_path / "employer.yaml").write_text(page.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    assert "20.in-name" in rules(linter_for(settings(tmp_path, "lexicons: [employer.yaml]\n")).check(post))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("mony.yaml", "ru: [бонус]\n", "there is no lexicon «mony» to add to — did you mean «money»?"),
        ("наши-слова.yaml", "ru: [бонус]\n", "there is no lexicon «наши-слова» to add to: a file is called as the lexicon that it adds to"),
        ("employer.yaml", "ru: [ромашка]\n", "the lexicon «employer» has groups: say under «groups» where this belongs"),
        ("money.yaml", "groups: {big: {ru: [бонус]}}\n", "big: the lexicon «money» has no such group"),
        ("money.yaml", "ru: ['(бонус']\n", "money.yaml:1: error: ru: «(бонус»"),
    ],
)
def test_lexicons_that_fit_nothing_are_mistakes(name: str, text: str, said: str, tmp_path: Path) -> None:
    policy = write(tmp_path / "own")
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        linter_for(settings(tmp_path, f"policy: {policy.name}\nlexicons: [{name}]\n"))
    assert any(said in str(problem) for problem in caught.value.problems)


def test_the_last_pattern_wins_key_by_key(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        "author: management\npaths:\n"
        "  - {path: 'news/', author: official, approved: true}\n"
        "  - {path: '*.draft.md', approved: false}\n",
    )
    assert post_for(found, tmp_path / "blog" / "a.md") == Post("management")
    assert post_for(found, tmp_path / "news" / "a.md") == Post("official", True)
    assert post_for(found, tmp_path / "news" / "a.draft.md") == Post("official", False)
    assert post_for(found, tmp_path.parent / "a.md") == Post("management")


def test_who_goes_before_whom(tmp_path: Path) -> None:
    """The command line, then front matter, then the configuration."""
    settings(tmp_path, "author: official\n")
    path = tmp_path / "post.md"
    path.write_text(VOICE, encoding="utf-8")
    assert check(path).author == "official"
    path.write_text(f"---\nqazlint: {{author: management}}\n---\n{VOICE}", encoding="utf-8")
    assert check(path).author == "management"
    assert check(path, Wishes(post=Post("employee"))).author == "employee"


def test_a_role_that_front_matter_invents_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text(f"---\nqazlint: {{author: oficial}}\n---\n{VOICE}", encoding="utf-8")
    report = check(path)
    assert report.author == "employee"
    (notice,) = report.notices
    assert notice.kind == "unknown-role"
    assert "oficial" in notice.text("en")
    assert notice.text("ru") == "в правилах нет роли «oficial»; возможно, «official»"
    assert path.read_text(encoding="utf-8")[slice(*notice.span)] == "author: oficial"


def test_a_role_of_another_policy_is_told_of_too(tmp_path: Path) -> None:
    """`--author official` over folders of different policies, of which one has no such role."""
    write(tmp_path / "own")
    settings(tmp_path, "policy: own\n")
    path = tmp_path / "post.txt"
    path.write_text("Выдали премию", encoding="utf-8")
    report = check(path, Wishes(post=Post("official")))
    assert [notice.kind for notice in report.notices] == ["unknown-role"]
    assert clauses(report) == {"1"}


def test_approval_satisfies_the_clause_that_asks_for_it(linter: Linter) -> None:
    text = f"{VOICE} {ACTIVITY}"
    report = linter.check(text, approved=True)
    assert clauses(report) == clauses(linter.check(text)) - {"21"}
    assert {(item.finding.clause, item.how) for item in report.suppressed} == {("21", "approval")}


@pytest.mark.parametrize(
    ("publish", "told"),
    [
        (datetime(2026, 3, 2, 10), True),  # a Monday
        (datetime(2026, 3, 2, 13, 30), False),  # lunch
        (datetime(2026, 3, 2, 18, 30), False),  # the end is not working time any more
        (datetime(2026, 3, 1, 10), False),  # a Sunday
        (datetime(2026, 3, 9, 10), False),  # a holiday's Monday
        (datetime.fromisoformat("2026-03-02T05:00+00:00"), True),  # ten o'clock there
        (datetime.fromisoformat("2026-03-02T14:00+00:00"), False),
    ],
)
def test_working_time_gives_a_notice_and_changes_no_verdict(linter: Linter, publish: datetime, told: bool) -> None:
    report = linter.check("Сегодня выпал снег.", publish=publish)
    assert [(notice.kind, notice.clause) for notice in report.notices] == [("working-time", "17")] * told
    assert report.verdict == "publish"


def test_a_day_without_an_hour_tells_nothing_of_working_time(linter: Linter) -> None:
    assert linter.check("Снег.", publish=datetime(2026, 3, 2).date()).notices == ()


def test_the_configured_transducer_is_asked(tmp_path: Path) -> None:
    pytest.importorskip("pyhfst")
    write(tmp_path / "own", lexicon="kk: {NOUN: [сыйлықақы]}\nru: {NOUN: [премия]}\n")
    transducer(tmp_path / "kaz.hfstol", {"шылпырды": [("сыйлықақы<n><acc>", 0.0)]})
    plain = linter_for(settings(tmp_path, "policy: own\n"))
    asked = linter_for(settings(tmp_path, "policy: own\nkazakh: {transducer: kaz.hfstol}\n"))
    assert [len(found.check("Кеше шылпырды алдым.").findings) for found in (plain, asked)] == [0, 1]


def test_a_file_that_is_no_transducer(tmp_path: Path) -> None:
    pytest.importorskip("pyhfst")
    (tmp_path / "kaz.hfstol").write_bytes(b"no transducer")
    with pytest.raises(TransducerError, match=r"kaz\.hfstol"):
        linter_for(settings(tmp_path, "kazakh: {transducer: kaz.hfstol}\n"))
