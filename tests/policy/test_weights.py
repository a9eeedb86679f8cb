"""Tables of weights: what is said of a wrong one, and that a policy from the cache weighs as the fresh one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from qazlint import Linter, PolicyError, kept
from qazlint.cli import main
from qazlint.policy import cache, collect, load_policy
from qazlint.policy.load import load
from qazlint.policy.model import Scale
from qazlint.policy.packing import unpacked
from tests.policy.test_load import problems
from tests.policy.weighing import TABLE, WEIGHED, write_weighed

NO_NUMBER = "a number from -100 to 100 is expected here"
ONE_TERM = "a weight stands beside one term: a word, a lexicon, an entity or features"


def test_the_table_as_it_is_read(tmp_path: Path) -> None:
    loaded = load(collect(write_weighed(tmp_path)))
    table = loaded.tables["money"]
    assert table.scale == Scale(0, 1, 200, -50)
    assert list(table.terms) == [
        ("ru", "скидка"), ("ru", "бухгалтерия"), ("kk", "жалақы"), ("any", "@money"), ("any", "<percent>"),
    ]  # fmt: skip
    assert {rule.id: rule.scale for rule in loaded.policy.rules} == {"1.money": None, "1.weighed": table.scale}
    assert [loaded.policy.program.weights[key] for key in table.terms.values()] == [-200, 100, 200, 150, 25]
    assert loaded.warnings == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("finds: 2", "finds: two", f"1: error: finds: {NO_NUMBER}"),
        ("finds: 2", "finds: nan", f"1: error: finds: {NO_NUMBER}"),
        ("finds: 2", "finds: .nan", f"1: error: finds: {NO_NUMBER}"),
        ("finds: 2", "finds: inf", f"1: error: finds: {NO_NUMBER}"),
        ("finds: 2", "finds: 100.01", f"1: error: finds: {NO_NUMBER}"),
        ("finds: 2", "finds: ''", f"1: error: finds: {NO_NUMBER}"),
        ("doubts: -0.5", "doubts: -101", f"2: error: doubts: {NO_NUMBER}"),
        ("doubts: -0.5", "doubts:", f"2: error: doubts: {NO_NUMBER}"),
        ("скидка: -2", "скидка: -1000", f"7: error: ru.скидка: {NO_NUMBER}"),
        ("скидка: -2", "скидка: много", f"7: error: ru.скидка: {NO_NUMBER}"),
        ("скидка: -2", "скидка: [1]", f"7: error: ru.скидка: {NO_NUMBER}"),
        ("скидка: -2", "скидка: yes", f"7: error: ru.скидка: {NO_NUMBER}"),
        ("doubts: -0.5", "doubts: 2.01", "2: error: doubts: what makes a finding is doubted: «doubts» is greater than «finds»"),
        ("finds: 2\n", "", "1: error: the key «finds» is missing"),
        ("doubts: -0.5\n", "", "1: error: the key «doubts» is missing"),
        ("finds: 2\ndoubts: -0.5\n", "finds: -1\n", "1: error: the key «doubts» is missing"),
        ("finds: 2", "find: 2", "1: error: unknown key «find» — did you mean «finds»?"),
        ("any:", "anny:", "3: error: unknown key «anny» — did you mean «any»?"),
        ("скидка: -2", "бухгалтерия: -2", "8: error: ru: the key «бухгалтерия» stands here twice"),
        ("ru:\n  скидка: -2\n  бухгалтерия: 1", "ru: [скидка]", "6: error: ru: a mapping (key: value) is expected here"),
        ("скидка", "большая скидка", f"7: error: ru.большая скидка: {ONE_TERM}"),
        ("скидка", "скидка & премия", f"7: error: ru.скидка & премия: {ONE_TERM}"),
        ("скидка", "скидка ..2", f"7: error: ru.скидка ..2: {ONE_TERM}"),
        ("скидка:", '"=?":', f"7: error: ru.=?: {ONE_TERM}"),
        ("скидка:", '"!скидка":', f"7: error: ru.!скидка: {ONE_TERM}"),
        ("скидка:", '"скидка?":', "7: error: ru.скидка?: a phrase needs a term that is not optional"),
        ("скидка:", '"(скидка":', "7: error: ru.(скидка: «(» is not closed"),
        ("@money", "@mony", "4: error: any.@mony: unknown lexicon «@mony» — did you mean «money»?"),
        ("@money", "@employer.nam", "4: error: any.@employer.nam: lexicon «employer» has no group «nam» — did you mean «name»?"),
        ("<percent>", "<procent>", "5: error: any.<procent>: unknown entity «procent» at column 1 — did you mean «percent»?"),
        ("<percent>", "[Persn=1]", "5: error: any.[Persn=1]: unknown feature «Persn» at column 1 — did you mean «Person»?"),
        ("kk:\n", "sentence: {kk: {жалақы: 900}}\nkk:\n", f"9: error: sentence.kk.жалақы: {NO_NUMBER}"),
        ("kk:\n", "sentence: {rus: {скидка: 1}}\nkk:\n", "9: error: sentence: unknown key «rus» — did you mean «ru»?"),
        ("kk:\n", "sentence: {ru: {в ..2: 1}}\nkk:\n", f"9: error: sentence.ru.в ..2: {ONE_TERM}"),
        ("kk:\n", "sentence: [жалақы]\nkk:\n", "9: error: sentence: a mapping (key: value) is expected here"),
        ("kk:\n", "even: half\nkk:\n", f"9: error: even: {NO_NUMBER}"),
        ("kk:\n", "others: {prizes: 1}\nkk:\n", "9: error: others: unknown key «prizes» — did you mean «prices»?"),
        ("kk:\n", "others: {money: 1}\nkk:\n", "9: error: others: unknown key «money»"),
        ("kk:\n", "others: {prices: 101}\nkk:\n", f"9: error: others.prices: {NO_NUMBER}"),
        ("kk:\n", "others: [prices]\nkk:\n", "9: error: others: a mapping (key: value) is expected here"),
        (TABLE, "- finds: 2", "1: error: a mapping (key: value) is expected here"),
        ("doubts:", "\tdoubts:", "2: error: not YAML: "),
        (TABLE, "", "1: error: the file is empty"),
        (TABLE, "# nothing", "1: error: the file is empty"),
    ],
)  # fmt: skip
def test_a_wrong_table(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TABLE
    folder = write_weighed(tmp_path, TABLE.replace(old, new))
    (folder / "weights" / "prices.yaml").write_text(TABLE, encoding="utf-8")
    found = problems(folder)
    assert all(problem.startswith("weights/money.yaml:") for problem in found), found  # of the rule nothing is said
    assert any(problem.startswith(f"weights/money.yaml:{said}") for problem in found), found


def test_weights_in_a_sentence_have_a_column_of_their_own(tmp_path: Path) -> None:
    loaded = load(collect(write_weighed(tmp_path, TABLE + "sentence:\n  ru: {скидка: 3}\n  kk: {жалақы: -1}\n")))
    table, program = loaded.tables["money"], loaded.policy.program
    assert table.scale == Scale(0, 1, 200, -50)
    assert list(table.sentence) == [("ru", "скидка"), ("kk", "жалақы")]
    assert [list(unpacked(program.weights[key], program.columns)) for key in table.sentence.values()] == [[-200, 300], [200, -100]]


@pytest.mark.parametrize(("text", "units"), [("100", 10_000), ("-100", -10_000), ("0.005", 0), ("1e-1", 10), ("'.29'", 29), ("-0.29", -29)])
def test_numbers_in_steps_of_a_hundredth(tmp_path: Path, text: str, units: int) -> None:
    loaded = load(collect(write_weighed(tmp_path, TABLE.replace("скидка: -2", f"скидка: {text}"))))
    assert loaded.policy.program.weights[loaded.tables["money"].terms["ru", "скидка"]] == units


def test_a_bound_of_doubt_may_equal_that_of_finding(tmp_path: Path) -> None:
    assert load(collect(write_weighed(tmp_path, TABLE.replace("-0.5", "2")))).tables["money"].scale == Scale(0, 1, 200, 200)


@pytest.mark.parametrize(("written", "words"), [("0", 0), ("7", 7), ("100", 100)])
def test_how_many_words_make_a_text_long(tmp_path: Path, written: str, words: int) -> None:
    assert load(collect(write_weighed(tmp_path, f"words: {written}\n{TABLE}"))).tables["money"].scale.words == words


@pytest.mark.parametrize("written", ["-1", "1.5"])
def test_words_are_counted_in_whole_numbers(tmp_path: Path, written: str) -> None:
    (problem,) = problems(write_weighed(tmp_path, f"words: {written}\n{TABLE}"))
    assert problem.endswith("words: a number of words is expected here")


def test_every_problem_of_a_table_is_told_at_once(tmp_path: Path) -> None:
    table = TABLE.replace("finds: 2", "finds: x").replace("-2", "y").replace("@money", "@mony").replace("жалақы", "а б")
    assert [problem.split(": ")[2] for problem in problems(write_weighed(tmp_path, table))] == [
        "finds", "ru.скидка", "kk.а б", "any.@mony",
    ]  # fmt: skip


def test_a_message_does_not_repeat_a_long_term(tmp_path: Path) -> None:
    (found,) = problems(write_weighed(tmp_path, TABLE.replace("скидка:", f'"{"ы " * 500}":')))
    assert "a phrase has at most 40 terms" in found
    assert len(found) < 500


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weigh: money", "weigh: mony", "7: error: 1.weighed.weigh: there is no table weights/mony.yaml — did you mean «money»?"),
        ("weigh: money", "weigh: 19", "7: error: 1.weighed.weigh: there is no table weights/19.yaml"),
        ("weigh: money", "weigh: ''", "7: error: 1.weighed.weigh: there is no table weights/.yaml"),
        ("weigh: money", "weigh: [money]", "7: error: 1.weighed.weigh: a text is expected here"),
        ("weigh: money", "weigh: money\n    any: [деньги]", "3: error: 1.weighed: a rule has either phrases («any», «regex») or «fields» or «weigh»"),
        ("weigh: money", "weigh: money\n    regex: [деньги]", "3: error: 1.weighed: a rule has either phrases"),
        ("weigh: money", "weigh: money\n    fields: {present: [source]}", "3: error: 1.weighed: a rule has either phrases"),
        ("    weigh: money\n", "", "3: error: 1.weighed: a rule has either phrases"),
        ("weigh: money", "weigh: money\n    certain: true", "8: error: 1.weighed.certain: a rule that weighs doubts others and is not doubted"),
        ("weigh: money", "weight: money", "7: error: rules: unknown key «weight» — did you mean «weigh»?"),
    ],
)  # fmt: skip
def test_a_wrong_rule(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = problems(write_weighed(tmp_path, weighed=WEIGHED.replace(old, new)))
    assert any(problem.startswith(f"2-weighed.yaml:{said}") for problem in found), found


def test_a_table_that_no_rule_weighs_by_is_a_warning(tmp_path: Path) -> None:
    folder = write_weighed(tmp_path)
    (folder / "weights" / "other.yaml").write_text(TABLE, encoding="utf-8")
    done = CliRunner().invoke(main, ["rules", "check", "--policy", str(folder)])
    said = [line for line in done.output.splitlines() if "weights/" in line]
    assert said == [f"{folder}/weights/other.yaml:1: warning: no rule weighs by «other»"]
    (folder / "weights" / "other.yaml").unlink()
    assert "weighs by" not in CliRunner().invoke(main, ["rules", "check", "--policy", str(folder)]).output


def test_a_table_that_goes_by_another(tmp_path: Path) -> None:
    """The other is in use then, and may be without a rule; what adds nothing is not kept."""
    folder = write_weighed(tmp_path, TABLE + "even: 1.5\nothers: {aid: 0.75}\n")
    (folder / "weights" / "aid.yaml").write_text("finds: 1\ndoubts: 1\neven: -2\nru: {дети: 1}\n", encoding="utf-8")
    loaded = load(collect(folder))
    assert loaded.warnings == ()
    assert loaded.policy.program.scales == (("aid", -200), ("money", 150))
    assert loaded.tables["money"].scale == Scale(2, 3, 200, -50, 0, (75, 0))
    assert loaded.tables["aid"].scale == Scale(0, 1, 100, 100)
    assert load_policy(folder) == load_policy(folder)


def test_a_lexicon_that_only_a_table_names_is_in_use(tmp_path: Path) -> None:
    folder = write_weighed(tmp_path)
    (folder / "1-money.yaml").unlink()
    assert load(collect(folder)).warnings == ()


@pytest.mark.parametrize("name", ["weights/z.yaml", "weights"])
def test_links_out_of_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "z.yaml").write_text("password: 12345\n", encoding="utf-8")
    folder = write_weighed(tmp_path / "policy")
    if name == "weights":
        (folder / "weights").rename(folder / "old")
        (folder / name).symlink_to(secret)
    else:
        (folder / name).symlink_to(secret / "z.yaml")
    with pytest.raises(PolicyError, match="a link that leads out of the policy's folder") as raised:
        Linter(folder)
    assert "password" not in str(raised.value)


def test_links_inside_the_folder_are_followed(tmp_path: Path) -> None:
    folder = write_weighed(tmp_path)
    (folder / "weights" / "money.yaml").rename(folder / "table.txt")
    (folder / "weights" / "money.yaml").symlink_to(folder / "table.txt")
    assert collect(folder).weights[0].data == TABLE.encode()


# ---- the cache


def weigh(folder: Path, text: str) -> list[str]:
    return [finding.rule_id for finding in Linter(folder).raw(text)]


def test_each_change_of_a_table_has_its_own_cache_file(tmp_path: Path) -> None:
    files = collect(write_weighed(tmp_path))
    (table,) = files.weights
    changed = table._replace(data=table.data.replace(b"0.25", b"0.26")), table._replace(label="other.yaml")
    others = [files._replace(weights=weights) for weights in ((), changed[:1], changed[1:], (table, *changed[1:]))]
    assert len(set(map(cache.name_of, (files, *others)))) == 5
    assert cache.name_of(collect(tmp_path)) == cache.name_of(files)


def test_a_changed_table_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, str(tmp_path / "cache"))
    folder = write_weighed(tmp_path / "policy")
    assert weigh(folder, "Наша бухгалтерия") == []
    write_weighed(folder, TABLE.replace("бухгалтерия: 1", "бухгалтерия: 2"))
    assert weigh(folder, "Наша бухгалтерия") == ["1.weighed"]
    assert len(list((tmp_path / "cache").glob("policy-*.bin"))) == 2


def test_a_policy_from_the_cache_weighs_as_the_fresh_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, str(tmp_path / "cache"))
    folder = write_weighed(tmp_path / "policy", TABLE.replace("скидка: -2", "скидка: -20"))
    fresh = load_policy(folder)

    def refuse(*args: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr("qazlint.policy.load.load", refuse)
    again = load_policy(folder)
    assert again == fresh
    assert [rule.scale for rule in again.rules] == [None, Scale(0, 1, 200, -50)]
    for text in ("Бухгалтерия начислила оклад", "Премия и скидка", "Жалақы туралы", "Вот и всё"):
        assert Linter(again).raw(text) == Linter(fresh).raw(text)
    assert [finding.confidence for finding in Linter(again).raw("Премия и скидка")] == ["doubtful"]
