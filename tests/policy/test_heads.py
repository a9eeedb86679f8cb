"""Heads that rule files share: what they bring to a rule, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter, kept
from qazlint.policy import collect, load_policy
from qazlint.policy.checks import Fact
from qazlint.policy.load import load
from qazlint.policy.model import Rule
from tests.policy.small import RULE, write
from tests.policy.test_load import problems

HEAD = """\
# Money is the company's where the company is named.
with: {post: ["ромашка"]}
unless: {sentence: ["@money.not"]}
exempt: [chief]
severity: note
message: {ru: Деньги ромашки}
"""
LEXICON = "groups: {pay: {ru: [премия]}, not: {ru: [чужой]}}\n"
NAMED = RULE.replace('clause: "1"\n', 'clause: "1"\nhead: company\n').replace("@money", "@money.pay")
OWN = NAMED.replace("    message: {ru: Деньги}\n", "")


def write_headed(folder: Path, rule: str = OWN, **heads: str) -> Path:
    """The small policy in a folder, its rule file with a head, `company` unless others are given."""
    write(folder, rule=rule, lexicon=LEXICON)
    (folder / "heads").mkdir(exist_ok=True)
    for name, text in (heads or {"company": HEAD}).items():
        (folder / "heads" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def only_rule(folder: Path) -> Rule:
    loaded = load(collect(folder))
    assert loaded.warnings == ()
    (rule,) = loaded.policy.rules
    return rule


def test_a_rule_has_what_its_file_s_head_says(tmp_path: Path) -> None:
    rule = only_rule(write_headed(tmp_path))
    assert (rule.exempt, rule.severity, rule.message) == ({"chief"}, "note", {"ru": "Деньги ромашки"})
    assert [(c.scope, c.negated, len(c.phrases)) for c in rule.conditions] == [("post", False, 1), ("sentence", True, 1)]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("Премия. Ромашка.", True), ("Премия.", False), ("Чужая премия. Ромашка.", False), ("Премия. Чужая ромашка.", True)],
)
def test_the_head_s_conditions_hold(tmp_path: Path, text: str, is_found: bool) -> None:
    assert bool(Linter(write_headed(tmp_path)).check(text).findings) is is_found


def test_the_conditions_of_head_file_and_rule_all_hold(tmp_path: Path) -> None:
    file = OWN.replace("rules:", 'with: {near: ["летом"]}\nrules:')
    linter = Linter(write_headed(tmp_path, file.replace("    any:", '    unless: ["вчера"]\n    any:')))
    assert [(c.scope, c.negated) for c in linter.policy.rules[0].conditions] == [
        ("post", False), ("sentence", True), ("near", False), ("sentence", True),
    ]  # fmt: skip
    texts = ["Премия летом, ромашка", "Премия, ромашка", "Премия летом", "Вчера премия летом, ромашка"]
    assert [bool(linter.check(text).findings) for text in texts] == [True, False, False, False]


def test_the_nearer_word_has_precedence(tmp_path: Path) -> None:
    assert only_rule(write_headed(tmp_path, NAMED)).message == {"ru": "Деньги"}
    assert only_rule(write_headed(tmp_path, OWN.replace("rules:", "severity: warning\nrules:"))).severity == "warning"
    severe = OWN.replace("rules:", "severity: warning\nrules:").replace("    any:", "    severity: error\n    any:")
    assert only_rule(write_headed(tmp_path, severe)).severity == "error"


def test_of_several_heads_all_conditions_hold_and_the_last_word_counts(tmp_path: Path) -> None:
    several = NAMED.replace("head: company", "head: [company, summer]")
    rule = only_rule(write_headed(tmp_path, several, company=HEAD, summer='severity: error\nwith: {near: ["летом"]}\n'))
    assert rule.severity == "error"
    assert [c.scope for c in rule.conditions] == ["post", "sentence", "near"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("with:", "wiht:", "2: error: unknown key «wiht» — did you mean «with»?"),
        ("exempt: [chief]", "exempt: [chef]", "4: error: exempt: unknown role «chef» — did you mean «chief»?"),
        ("@money.not", "@mony", "3: error: unless.sentence: «@mony»: unknown lexicon «@mony» — did you mean «money»?"),
        ("{post:", "{posts:", "2: error: with: unknown key «posts» — did you mean «post»?"),
        ("severity: note", "severity: bad", "5: error: severity: «bad» is not one of error, warning, note"),
        (HEAD, 'clause: "1"', "1: error: unknown key «clause»"),
        (HEAD, "- a", "1: error: a mapping (key: value) is expected here"),
        (HEAD, "", "1: error: the file is empty"),
    ],
)  # fmt: skip
def test_a_wrong_head_is_told_of_once_by_its_own_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    twice = NAMED + NAMED[NAMED.index("  - id") :].replace("1.money", "1.again")
    found = problems(write_headed(tmp_path, twice, company=HEAD.replace(old, new)))
    assert found == [f"heads/company.yaml:{said}"]


def test_a_head_that_is_not_there(tmp_path: Path) -> None:
    found = problems(write_headed(tmp_path, NAMED.replace("company", "[compani, company]")))
    assert found == ["1-money.yaml:2: error: head: unknown head «compani» — did you mean «company»?"]


def test_a_head_that_no_file_names_is_warned_of(tmp_path: Path) -> None:
    loaded = load(collect(write_headed(tmp_path, company=HEAD, spare="severity: note\n")))
    place = f"{tmp_path}/heads/spare.yaml:1"
    assert [str(warning) for warning in loaded.warnings] == [f"{place}: warning: no rule file has the head «spare»"]


def test_after_a_change_in_a_head_the_policy_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, str(tmp_path / "cache"))
    folder = write_headed(tmp_path / "policy")
    assert load_policy(folder).rules[0].severity == "note"
    assert load_policy(folder) == load(collect(folder)).policy
    write_headed(folder, company=HEAD.replace("note", "error"))
    assert load_policy(folder).rules[0].severity == "error"


def test_a_head_for_rules_about_pages(tmp_path: Path) -> None:
    page = OWN.replace('    any: ["@money.pay"]\n', "    fields: {present: owner}\n").replace("[[премия]]", "---\\n[[a: 1]]\\n---")
    folder = write_headed(tmp_path, page, company="with: {kind: news}\nmessage: {ru: Нет}\n")
    assert load(collect(folder)).policy.rules[0].facts == (Fact("kind", False, ("news",)),)
