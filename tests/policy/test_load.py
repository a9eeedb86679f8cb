"""What is said of a policy that cannot be used: file, line, field, and all problems at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter, PolicyError
from qazlint.policy import collect
from qazlint.policy.load import load
from qazlint.policy.names import suggestion
from tests.policy.small import LEXICON, POLICY, RULE, write


def problems(folder: Path) -> list[str]:
    with pytest.raises(PolicyError) as error:
        load(collect(folder))
    return [str(problem).removeprefix(f"{folder}/") for problem in error.value.problems]


def test_the_small_policy_works(tmp_path: Path) -> None:
    report = Linter(write(tmp_path)).check("Где моя премия?")
    assert [(f.rule_id, f.span) for f in report.findings] == [("1.money", (8, 14))]
    assert report.verdict == "stop"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('any: ["@money"]', 'any: ["@mony"]', "1-money.yaml:6: error: 1.money.any: «@mony»: unknown lexicon «@mony» — did you mean «money»?"),
        ('any: ["@money"]', 'any: ["@money.pay"]', "1-money.yaml:6: error: 1.money.any: «@money.pay»: lexicon «money» has no group «pay»"),
        ('any: ["@money"]', "any: [[Person=2]]", "1-money.yaml:6: error: 1.money.any: a text is expected here; put it in quotes if it has brackets"),
        ('any: ["@money"]', "any: [no]", "1-money.yaml:6: error: 1.money.any: YAML does not read «no» as text: put it in quotes"),
        ('any: ["@money"]', "any: [2030]", "1-money.yaml:6: error: 1.money.any: YAML does not read «2030» as text: put it in quotes"),
        ('any: ["@money"]', 'anny: ["@money"]', "1-money.yaml:6: error: rules: unknown key «anny» — did you mean «any»?"),
        ('clause: "1"', 'clause: "7"', "1-money.yaml:1: error: clause: the policy has no clause «7»"),
        ("id: 1.money", "id: 2.money", "1-money.yaml:3: error: id: «2.money» does not begin with its clause: «1.…»"),
        ("    examples:\n      bad: [\"вот [[премия]]\"]\n      good: [\"вот и всё\"]\n", "", "1-money.yaml:3: error: rules: the key «examples» is missing"),
        ('bad: ["вот [[премия]]"]', 'bad: ["вот премия"]', "1-money.yaml:8: error: 1.money.examples.bad: mark the expected passage with [[…]]"),
        ('good: ["вот и всё"]', "good: []", "1-money.yaml:8: error: 1.money.examples: a rule needs at least one bad and one good example"),
        ("    advice: {ru: Уберите}\n", "    advice: {kk: Алып тастаңыз}\n", "1-money.yaml:5: error: 1.money.advice: a text in Russian (ru) is missing"),
        ("    advice: {ru: Уберите}\n", "", "1-money.yaml:3: error: 1.money.advice: a text in Russian (ru) is missing"),
        ("    advice:", "    exempt: [chef]\n    advice:", "1-money.yaml:5: error: 1.money.exempt: unknown role «chef» — did you mean «chief»?"),
        ("    advice:", "    yields: [\"7\"]\n    advice:", "1-money.yaml:5: error: 1.money.yields.sentence: unknown clause «7»"),
        ("    advice:", "    yields: {text: [\"1\"]}\n    advice:", "1-money.yaml:5: error: 1.money.yields: unknown key «text»"),
        ("    advice:", "    severity: fatal\n    advice:", "1-money.yaml:5: error: 1.money.severity: «fatal» is not one of error, warning, note"),
        ("    advice:", "    unless: {nearby: [\"а\"]}\n    advice:", "1-money.yaml:5: error: 1.money.unless: unknown key «nearby» — did you mean «near»?"),
        ("    advice:", "    regex: [\"(\"]\n    advice:", "1-money.yaml:5: error: 1.money.regex: «(» is no regular expression: missing ) at position 1"),
        ('any: ["@money"]', 'any: ["премия", ""]', "1-money.yaml:6: error: 1.money.any: there is an empty text here"),
        ("    advice: {ru: Уберите}\n", "    advice: Уберите\n", "1-money.yaml:5: error: 1.money.advice: a text for each language is expected here: {ru: …, kk: …, en: …}"),
        ('any: ["@money"]', 'any: ["<money=5>"]', "1-money.yaml:6: error: 1.money.any: «<money=5>»: of entities only email, phone, url take «=», at column 1"),
        ('any: ["@money"]', 'any: ["<phone=112>"]', "1-money.yaml:6: error: 1.money.any: «<phone=112>»: a telephone number is expected here, at column 1"),
        ("message: {ru: Деньги}", 'message: {ru: ""}', "1-money.yaml:4: error: 1.money.message.ru: there is an empty text here"),
        ('any: ["@money"]', "any:", "1-money.yaml:6: error: 1.money.any: a text is expected here, and there is nothing"),
        ("rules:", "rules: [", "1-money.yaml:"),
    ],
)  # fmt: skip
def test_a_wrong_rule_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = problems(write(tmp_path, rule=RULE.replace(old, new)))
    assert any(problem.startswith(said) for problem in found), found


@pytest.mark.parametrize(
    ("lexicon", "said"),
    [
        ("ru: {NOUNS: [премия]}", "lexicons/money.yaml:1: error: ru: unknown key «NOUNS» — did you mean «NOUN»?"),
        ("ru: {NOUN: [денежная премия]}", "lexicons/money.yaml:1: error: ru.NOUN: «денежная премия»: under NOUN stand single words; put this under «phrases»"),
        ("rus: [премия]", "lexicons/money.yaml:1: error: unknown key «rus» — did you mean «ru»?"),
        ("ru: []", "lexicons/money.yaml:1: error: the group has no entries"),
        ("", "lexicons/money.yaml:1: error: the file is empty"),
        ("ru: [а & б]", "1-money.yaml:6: error: 1.money.any: «@money»:"),
        ("groups: {a: {ru: ['@money.b']}, b: {ru: ['@money.a']}}", "1-money.yaml:6: error: 1.money.any: «@money»:"),
        ("ru: &x [премия]\nkk: *x", "lexicons/money.yaml:1: error: aliases are not allowed here"),
        ("ru:\n\t- премия", "lexicons/money.yaml:2: error: not YAML: a tab stands here; YAML is indented with spaces"),
        ("ru: {NOUN: [премия], phrases: ['']}", "lexicons/money.yaml:1: error: ru.phrases: there is an empty text here"),
    ],
)  # fmt: skip
def test_a_wrong_lexicon(tmp_path: Path, lexicon: str, said: str) -> None:
    found = problems(write(tmp_path, lexicon=lexicon))
    assert any(problem.startswith(said) for problem in found), found


def test_a_mistake_is_told_once(tmp_path: Path) -> None:
    rule = RULE.replace("    advice: {ru: Уберите}\n", "    advice: {ru: [Уберите]}\n")
    assert problems(write(tmp_path, rule=rule)) == [
        "1-money.yaml:5: error: 1.money.advice.ru: a text is expected here; put it in quotes if it has brackets"
    ]


@pytest.mark.parametrize(("name", "known", "meant"), [
    ("pai", ["praise", "pay"], "pay"), ("19.resul", ["19.result", "19.results"], "19.result"), ("zzz", ["pay"], ""),
    ("20.in", ["22.iin", "20.in-name-of", "20.in-name"], "20.in-name"), ("20", ["20.in-name"], ""),
])  # fmt: skip
def test_the_nearest_name_is_suggested(name: str, known: list[str], meant: str) -> None:
    assert suggestion(name, known) == (f" — did you mean «{meant}»?" if meant else "")


def test_a_wrong_turn(tmp_path: Path) -> None:
    found = problems(write(tmp_path, policy=POLICY + 'turns: ["@emploier"]\n'))
    assert any(problem.startswith("policy.yaml:16: error: turns: «@emploier»: unknown lexicon") for problem in found), found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("name: {ru: Проба}", "name: Проба", "1: error: name: a text for each language is expected here"),
        ("name: {ru: Проба}", "name: {kk: Сынақ}", "1: error: name: a text in Russian (ru) is missing"),
        ("employee: {ru: сотрудник}", "employee: {en: employee}", "9: error: roles.employee: a text in Russian (ru) is missing"),
        ("text: {ru: Нельзя}", "text: {}", "13: error: clauses.1.text: a text in Russian (ru) is missing"),
        ("name: {ru: Проба}", 'name: {ru: ""}', "1: error: name.ru: there is an empty text here"),
        ("source: {ru: Проба}", "source: Проба", "3: error: source: a text for each language is expected here"),
        ('version: "1"', "version: [1]", "2: error: version: a text is expected here"),
        ("romashka.example", "https://romashka.example/about", "7: error: employer.domains: «https://romashka.example/about»: a domain is expected here"),
        ("romashka.example", "romashka", "7: error: employer.domains: «romashka»: a domain is expected here"),
        ("domains: [", 'handles: ["https://t.me/a", ', "7: error: employer.handles: «https://t.me/a»: the name of an account is expected here"),
        ("domains: [", "phones: [", "7: error: employer.phones: «romashka.example»: a telephone number is expected here"),
    ],
)  # fmt: skip
def test_a_wrong_policy_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = problems(write(tmp_path, policy=POLICY.replace(old, new)))
    assert len(found) == 1, found
    assert found[0].startswith(f"policy.yaml:{said}")


@pytest.mark.parametrize(("policy", "said"), [
    ("name: %", "policy.yaml:1: error: not YAML: found character that cannot start any token"),
    (POLICY[: POLICY.index("  - number")].replace("clauses:", "clauses: []"), "policy.yaml:11: error: clauses: a policy has at least one clause"),
])  # fmt: skip
def test_rule_files_are_not_blamed_for_a_policy_file_that_cannot_be_read(tmp_path: Path, policy: str, said: str) -> None:
    assert problems(write(tmp_path, policy)) == [said]


def test_a_rule_of_a_clause_without_severity_has_one_of_its_own(tmp_path: Path) -> None:
    policy = POLICY.replace("severity: error", "severity: none")
    assert problems(write(tmp_path, policy)) == [
        "1-money.yaml:3: error: severity: the clause is there for context and has none: give the rule one of error, warning, note"
    ]
    write(tmp_path, policy, RULE.replace("    any:", "    severity: note\n    any:"))
    assert [finding.severity for finding in Linter(tmp_path).check("Где моя премия?").findings] == ["note"]


@pytest.mark.parametrize(("particulars", "text", "found"), [
    ('phones: ["+7 (7172) 79-34-34"]', "Звоните 8 7172 793434 или 87172793434", ["8 7172 793434", "87172793434"]),
    ('phones: [87172793434]', "Наш номер 79-34-34, не 79-34-35", ["79-34-34"]),
    ('phones: ["79-34-34"]', "Наш номер +7 (7172) 79-34-34", ["+7 (7172) 79-34-34"]),
    ('domains: ["https://WWW.Romashka.kz/"]', "Сайт romashka.kz/news", ["romashka.kz/news"]),
    ('domains: ["@romashka.kz"]', "Сайт https://www.romashka.kz", ["https://www.romashka.kz"]),
    ('handles: ["@romashka_kz"]', "Пишите @romashka_kz", ["@romashka_kz"]),
    ('addresses: ["проспект Абая, 55"]', "Мы на проспекте Абая, 55", ["проспекте Абая, 55"]),
])  # fmt: skip
def test_particulars_are_said_as_people_write_them(tmp_path: Path, particulars: str, text: str, found: list[str]) -> None:
    policy = POLICY.replace('domains: ["romashka.example"]', particulars)
    group = {"domains": "site", "phones": "phone", "handles": "handle", "addresses": "address"}[particulars.partition(":")[0]]
    linter = Linter(write(tmp_path, policy, RULE.replace("@money", f"@employer.{group}")))
    assert [text[finding.span.start : finding.span.end] for finding in linter.check(text).findings] == found


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        POLICY.replace("severity: error", "severity: dreadful"),
        RULE.replace("@money", "@mony").replace("id:", "idd:"),
        "ru: [премия[Cas=Nom]]",
    )
    told = " ".join(problems(folder))
    assert "dreadful" in told
    assert "idd" in told
    assert "lexicons/money.yaml" in told


def test_billion_laughs_are_refused(tmp_path: Path) -> None:
    lines = ["a: &a [x, x]"] + [f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    assert any("aliases" in problem for problem in problems(write(tmp_path, lexicon="\n".join(lines))))


def test_bottomless_nesting_is_refused(tmp_path: Path) -> None:
    found = problems(write(tmp_path, lexicon="ru: " + "[" * 5000 + "]" * 5000))
    assert any("lexicons/money.yaml" in problem for problem in found)


def test_a_policy_without_the_role_of_everybody(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, policy=POLICY.replace("employee:", "worker:")))
    assert found.startswith("policy.yaml:9: error: roles: the role «employee» is missing")


def test_missing_policy_file(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(RULE, encoding="utf-8")
    with pytest.raises(PolicyError) as error:
        collect(tmp_path)
    assert str(error.value) == f"{tmp_path}/policy.yaml:1: error: the file is missing"


def test_unused_group_is_a_warning(tmp_path: Path) -> None:
    folder = write(tmp_path, lexicon="groups: {a: {ru: [премия]}, b: {ru: [оклад]}}", rule=RULE.replace("@money", "@money.a"))
    said = [str(warning) for warning in load(collect(folder)).warnings if "money.yaml" in str(warning)]
    assert len(said) == 1
    assert "no rule uses «@money.b»" in said[0]


def test_plural_only_nouns_and_adjectives_are_found_under_pymorphys_lemma(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path, lexicon="ru: [деньги, коммерческая тайна]", rule=RULE.replace("[[премия]]", "[[деньги]]")))
    assert linter.check("Не было денег").findings
    assert linter.check("О коммерческой тайне").findings
    assert LEXICON


def test_a_russian_form_in_a_rule_is_found_as_that_form_only(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path, rule=RULE.replace('any: ["@money"]', "any: [премией]")))
    assert [bool(linter.check(text).findings) for text in ("С премией", "Есть премия")] == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity: error", "severity: grave", "policy.yaml:15: error: clauses.1.severity: «grave» is not one of error, warning, note, none"),
        ("severity: error", 'severity: error\n    cites: ["3"]', "policy.yaml:16: error: clauses.1.cites: the policy has no clause «3»"),
        ("clauses:\n", 'clauses:\n  - {number: "1", text: {ru: а}, strength: {ru: а}, severity: note}\n',
         "policy.yaml:13: error: clauses.number: clause «1» stands here twice"),
        ('  - number: "1"\n    text: {ru: Нельзя}\n    strength: {ru: нельзя}\n    severity: error\n', "  one: two\n",
         "policy.yaml:12: error: clauses: a list of clauses is expected here"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_clause(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in POLICY
    assert said in problems(write(tmp_path, POLICY.replace(old, new)))


def test_a_policy_without_rules(tmp_path: Path) -> None:
    assert problems(write(tmp_path, rule='clause: "1"\nrules: []\n')) == ["policy.yaml:1: error: the policy has no rules"]
    assert problems(write(tmp_path, rule='clause: "1"\nrules: {id: 1.a}\n')) == [
        "1-money.yaml:2: error: rules: a list of rules is expected here"
    ]


def test_lexicons_that_name_each_other_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, lexicon='any: ["@pay"]\n')
    (tmp_path / "lexicons" / "pay.yaml").write_text('any: ["@money"]\n', encoding="utf-8")
    (said,) = problems(tmp_path)
    assert "lexicons name each other in a circle: money → pay → money" in said
