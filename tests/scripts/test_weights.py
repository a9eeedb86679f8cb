"""The tool of docs/weights.md: from labelled posts to tables of weights."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qazlint import Linter, Span
from qazlint.policy import collect
from qazlint.policy.files import PolicyFile
from qazlint.policy.load import load
from qazlint.policy.model import Scale
from qazlint.policy.packing import unpacked
from qazlint.types import Finding
from scripts.weights import candidates, posts, tables
from scripts.weights.__main__ import main
from scripts.weights.bounds import bounds
from scripts.weights.candidates import LEAST_POSTS
from scripts.weights.fit import LEAST_WEIGHT, Standing, fit
from scripts.weights.learn import Learnt, learn
from tests.policy.small import RULE
from tests.policy.weighing import WEIGHED, write_weighed

# Of a post for the clause «бухгалтерия» tells, of a clean one «кино»; snow stands in both.
TELLING = ("Сегодня бухгалтерия всё посчитала", "Наша бухгалтерия молчит, шёл снег", "В бухгалтерии ждут, кот спит")
CLEAN = ("Ходили в кино", "В кино шёл снег", "Вечером кино, кот спит", "Шёл снег", "Премия кота в кино")


def post(text: str, *labels: str, **more: object) -> dict[str, object]:
    return {"text": text, "labels": labels, **more}


def corpus(path: Path, made: Iterable[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), encoding="utf-8")
    return path


def made_up(count: int, seed: int) -> list[dict[str, object]]:
    """Posts, half of them for clause 1, no two of the same text."""
    chosen = random.Random(seed)
    return [
        post(f"{chosen.choice(TELLING)}. Число {seed}{n:03}.", "1", key=["ухгалтери"])
        if n % 2 else post(f"{chosen.choice(CLEAN)}. Число {seed}{n:03}.", key=[])
        for n in range(count)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, list[Path]]:
    """A policy whose table has been learnt, what the tool said of it, and the posts."""
    folder = tmp_path_factory.mktemp("policy")
    write_weighed(folder, weighed=WEIGHED.replace("weigh: money", 'weigh: "1"'))
    (folder / "weights" / "money.yaml").rename(folder / "weights" / "1.yaml")
    files = [corpus(folder / f"{name}.jsonl", made_up(60, seed)) for seed, name in enumerate(("read", "unread"), 1)]
    main(["--policy", str(folder), "--learn", str(files[0]), "--judge", str(files[1])])
    return folder, (folder / "weights" / "1.yaml").read_text(encoding="utf-8"), files


def test_a_telling_word_speaks_for_the_clause_and_a_word_of_clean_posts_against_it(learnt: tuple[Path, str, list[Path]]) -> None:
    table = yaml.safe_load(learnt[1])
    for words in (table["ru"], table["sentence"]["ru"]):
        assert words["бухгалтерия"] > 0.2
        assert words["кино"] < -0.2
        assert abs(words.get("кот", 0)) < 0.2
    assert "число" not in table["ru"]


def test_the_table_finds_what_it_was_learnt_from(learnt: tuple[Path, str, list[Path]]) -> None:
    folder, _, files = learnt
    checked = Linter(folder)
    for _, one in posts.texts(files):
        found = {finding.rule_id for finding in checked.check(one["text"]).findings}
        assert ("1.weighed" in found) == bool(one["labels"]), one
        assert "1.money" not in found  # the rest of those posts speaks against it


def test_learning_again_gives_the_same(learnt: tuple[Path, str, list[Path]], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither chance nor the table that is there has a part in it."""
    folder, text, files = learnt
    main(["1", "--policy", str(folder), "--learn", str(files[0]), "--judge", str(files[1]), "--into", str(tmp_path / "new")])
    assert (tmp_path / "new" / "1.yaml").read_text(encoding="utf-8") == text
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("120 posts, 60 of them judge; ")
    false = sum("Премия" in one["text"] for _, one in posts.texts(files[1:]))
    assert said[1].endswith(f"weights, 0 right {false} false 30 missed → 30 right 0 false 0 missed")


@pytest.mark.parametrize("matter", ["1", "7"])
def test_a_matter_of_too_few_posts_is_refused(tmp_path: Path, matter: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = corpus(tmp_path / "posts.jsonl", made_up(18, 1))
    with pytest.raises(SystemExit):
        main([matter, "--policy", str(write_weighed(tmp_path / "p")), "--learn", str(file), "--judge", str(file)])
    assert f"{matter}: fewer than 10 posts are labelled with it" in capsys.readouterr().err


def test_a_matter_of_too_few_writers_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = [one | {"id": f"{'ab'[number % 2]}-{number}"} for number, one in enumerate(made_up(60, 1))]
    with pytest.raises(SystemExit):
        main(["1", "--policy", str(write_weighed(tmp_path / "p")), "--judge", str(corpus(tmp_path / "posts.jsonl", made)), "--learn", str(tmp_path / "posts.jsonl")])
    assert "1: too few writers have posts that are labelled with it" in capsys.readouterr().err


# ---- candidates


def test_what_may_get_a_weight(tmp_path: Path) -> None:
    rule = RULE.replace('any: ["@money"]', 'any: ["@money.pay[Case=Gen] & @employer.name", "(премия | оклад)[Case=Nom]"]')
    files = collect(write_weighed(tmp_path, rule=rule, lexicon="groups: {pay: {ru: [премия]}, top: {ru: [оклад]}}"))
    many = ["Скидка и кот"] * LEAST_POSTS + ["Кино"] * (LEAST_POSTS - 1) + ["кино кино кино", "Жалақымыз, 12 жалақы!"]
    found = list(candidates.terms(files._replace(weights=(), rules=files.rules[:1]), [*many, *["Жалақы"] * (LEAST_POSTS - 1)]))
    assert [term for section, term in found if section == "ru" and term in ("скидка", "кот", "кино", "12", "и")] == [
        "и", "кино", "кот", "скидка",
    ]  # fmt: skip
    assert ("kk", "жалақы") in found
    assert {("any", term) for term in ("@money.pay", "@money.pay[Case=Gen]", "@employer.name", "<money>", "[Person=1]")} <= set(found)
    assert ("any", "@money.pay[Case=Nom]") not in found
    assert len(found) == len(set(found))


def test_a_word_of_few_posts_is_no_candidate(tmp_path: Path) -> None:
    files = collect(write_weighed(tmp_path))._replace(weights=(), rules=collect(tmp_path).rules[:1])
    assert ("ru", "кино") not in candidates.terms(files, ["Кино, кино"] * (LEAST_POSTS - 1))
    assert ("ru", "кино") in candidates.terms(files, ["Кино"] * LEAST_POSTS)


def test_every_candidate_has_a_key(tmp_path: Path) -> None:
    files = collect(write_weighed(tmp_path))
    found = candidates.terms(files._replace(weights=(), rules=files.rules[:1]), ["Кино, нет, да, он, yes"] * LEAST_POSTS)
    keys = load(files._replace(weights=(candidates.as_table(found),), rules=files.rules[:1])).tables["candidates"].terms
    assert set(keys) == set(found)


# ---- posts


def test_only_posts_of_employees_are_learnt_from_and_each_once(tmp_path: Path) -> None:
    one = corpus(tmp_path / "a.jsonl", [post("Раз", "1"), post("Два", author="employee"), post("Три", author="official")])
    two = corpus(tmp_path / "b.jsonl", [post("Два", "1"), post("Четыре")])
    assert [(name, made["text"]) for name, made in posts.texts([one, two])] == [("a.jsonl", "Раз"), ("a.jsonl", "Два"), ("b.jsonl", "Четыре")]


def test_posts_know_their_terms_labels_and_what_the_rules_find(tmp_path: Path) -> None:
    policy = load(collect(write_weighed(tmp_path)))
    money, percent = (policy.tables["money"].terms["any", term] for term in ("@money", "<percent>"))
    file = corpus(tmp_path / "a.jsonl", [post("Кино. Премия 5%. Оклад, оклад.", "2"), post("Оклад"), post("Кино", "1")])
    read = list(posts.read([file], Linter(policy.policy), {money: [0, 2], percent: [1]}))
    assert [(one.file, set(one.labels), one.sentences, one.found) for one in read] == [
        ("a.jsonl", {"2", "any"}, [[], [0, 1, 2], [0, 2]], {"1": {1, 2}, "any": {1, 2}}),
        ("a.jsonl", set(), [[0, 2]], {"1": {0}, "any": {0}}), ("a.jsonl", {"1", "any"}, [[]], {}),
    ]  # fmt: skip
    assert [list(one.terms) for one in read] == [[0, 1, 2], [0, 2], []]


@pytest.mark.parametrize(("id_", "writer"), [({"id": "w4-b-17"}, "w4"), ({"id": "17"}, "17"), ({}, "Кино")])
def test_posts_know_their_writer(tmp_path: Path, id_: dict[str, str], writer: str) -> None:
    (read,) = posts.read([corpus(tmp_path / "a.jsonl", [post("Кино", **id_)])], Linter(write_weighed(tmp_path)), {})
    assert read.writer == writer


def test_posts_know_the_sentences_that_tell_of_a_label(tmp_path: Path) -> None:
    text = "Было так. Премия всем. Оклад тоже. И кино."
    file = corpus(tmp_path / "a.jsonl", [post(text, "1", "2", "3", key=["Премия всем. Оклад", "Оклад", "нет этого"])])
    (read,) = posts.read([file], Linter(write_weighed(tmp_path)), {})
    assert {label: list(at) for label, at in read.told.items()} == {"1": [1, 2], "2": [2], "any": [1, 2]}


@pytest.mark.parametrize(("rule", "matter"), [("26.insult.hard", "26.insult"), ("26.other", "26"), ("2.insult", "2")])
def test_the_matter_of_a_finding(rule: str, matter: str) -> None:
    assert posts.matter(Finding(rule.partition(".")[0], rule, "error", Span(0, 1)), ["26.conflict", "26.insult"]) == matter


# ---- learning

TERMS = [("any", "@money"), ("ru", "бухгалтерия"), ("kk", "да"), ("ru", "no"), ("any", "[Person=1]"), ("kk", "жалақы")]


def some(terms: Sequence[int], label: bool, found: bool = False, file: str = "judge") -> posts.Post:
    told = {"1": {0}} if label else {}
    return posts.Post(file, "", frozenset(told), [terms], {"1": {0}} if found else {}, told)


def judge(*made: posts.Post) -> Learnt:
    """What is learnt from posts, each by another writer."""
    made = tuple(one._replace(writer=str(number)) for number, one in enumerate(made))
    (said,) = learn(["1"], Standing.of(made, len(TERMS)), made, np.array([one.file == "judge" for one in made]))
    return said


def sum_of(said: Learnt, terms: Sequence[int]) -> float:
    """Of a post of one sentence."""
    return float((said.weights + said.sentence)[list(terms)].sum())


def test_bounds_let_through_what_is_right_and_stop_what_is_false() -> None:
    """Term 1 tells of the clause; of what the rules find, that with term 3 is false."""
    said = judge(*[some([1], True)] * 30, *[some([2], False)] * 30, *[some([3], False, found=True)] * 30, *[some([1, 4], True, found=True)] * 30)
    sums = {terms: sum_of(said, terms) for terms in ((1,), (2,), (3,), (1, 4))}
    assert sums[2,] < said.finds <= sums[1,]
    assert sums[3,] < said.doubts <= sums[1, 4]
    assert said.doubts <= said.finds
    assert said.said == "30 right 30 false 30 missed → 60 right 0 false 0 missed"


def test_a_plain_sentence_is_not_doubted_for_the_rest_of_its_post() -> None:
    """The rules find something in all: rightly in the first, whose sentence is plain and whose post speaks against it."""
    sums, surest = np.array([-6.0, -4.0, 5.0]), np.array([3.0, -4.0, 5.0])
    truth, found = np.array([True, False, True]), np.array([True] * 3)
    assert -4 < bounds(sums, surest, truth, found, np.ones(3))[1] <= 3


def test_a_plain_sentence_is_weighed_by_itself() -> None:
    """Term 1 tells of the clause, 3 to 5 of what is clean; the rules find something in the first sentences."""
    plain = posts.Post("judge", "", frozenset(["1"]), [[1], [3, 4, 5]], {"1": {0}}, {"1": {0}})
    others = [some([1], True)] * 30 + [some([], False)] * 30 + [some([term], False) for term in (3, 4, 5)] * 30
    said = judge(*[plain] * 10, *[some([2], False, found=True)] * 30, *others)
    assert sum_of(said, [2]) < said.doubts <= sum_of(said, [1])
    assert said.said == "10 right 30 false 30 missed → 40 right 0 false 0 missed"


def test_what_other_matters_say_is_added() -> None:
    """Term 1 speaks for both matters, 2 for the second alone: where that stands, 1 says nothing of the first."""
    first, both = some([1], True), posts.Post("judge", "", frozenset(["2"]), [[1, 2]], {}, {"2": {0}})
    made = [one._replace(writer=str(number)) for number, one in enumerate([*[first] * 60, *[both] * 60, *[some([3], False)] * 60])]
    one, two = learn(["1", "2"], Standing.of(made, len(TERMS)), made, np.array([True] * 180))
    assert one.others["1"] == two.others["2"] == 0
    assert one.others["2"] < 0
    assert one.said == "0 right 0 false 60 missed → 60 right 0 false 0 missed"


def test_what_means_nothing_finds_and_doubts_nothing() -> None:
    said = judge(*[some([0], n % 3 == 0, found=n % 3 == 0) for n in range(90)])
    assert not said.weights[1:].any()
    assert said.said == "30 right 0 false 0 missed → 30 right 0 false 0 missed"


def test_small_weights_are_left_out_and_others_are_rounded() -> None:
    made = [*[some([1, n % 5], n % 2 == 0) for n in range(50)], *[some([n % 3], n % 4 == 0) for n in range(50)]]
    truth = np.array(["1" in one.labels for one in made])
    weights = fit(Standing.of(made, len(TERMS)), truth, truth, np.ones(len(made), dtype=bool)).post
    kept = weights[weights != 0]
    assert 0 < len(kept) < len(TERMS)
    assert (np.abs(kept) >= LEAST_WEIGHT).all()
    assert list(kept) == [round(float(weight), 2) for weight in kept]


def test_a_row_for_each_post_and_for_each_sentence() -> None:
    two = posts.Post("judge", "", frozenset(), [[1], [0, 3]], {}, {})
    standing = Standing.of([some([0, 2], True), some([], False), two], 4)
    assert standing.posts.toarray().tolist() == [[1, 0, 1, 0], [0, 0, 0, 0], [1, 1, 0, 1]]
    assert standing.sentences.toarray().tolist() == [[1, 0, 1, 0], [0, 0, 0, 0], [0, 1, 0, 0], [1, 0, 0, 1]]
    assert standing.owner.tolist() == [0, 1, 2, 2]


def test_a_post_is_judged_by_weights_that_do_not_know_its_writer() -> None:
    """Of each writer's posts a word of their own tells: nobody else's posts could teach it."""
    made = [some([n % 6], n % 6 < 3)._replace(writer=str(n % 6)) for n in range(120)]
    (said,) = learn(["1"], Standing.of(made, len(TERMS)), made, np.array([True] * 120))
    assert (said.weights[:3] > 0).all()
    assert said.said.endswith("→ 0 right 0 false 60 missed")


def test_a_sentence_learns_from_those_that_tell() -> None:
    """Term 1 tells of the clause; 2 stands in other sentences of such posts as often, and in clean ones."""
    plain = posts.Post("judge", "", frozenset(["1"]), [[1], [2]], {}, {"1": {0}})
    said = judge(*[plain] * 60, *[some([2], False)] * 40, *[some([3], False)] * 20)
    assert said.sentence[1] > 0.5
    assert said.sentence[2] < -0.1
    assert said.weights[2] > said.sentence[2]


# ---- tables

UNITS = st.one_of(st.just(0), st.integers(-10_000, 10_000))


@pytest.fixture(scope="module")
def read_back(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[tuple[str, str], float]]:
    """What a policy makes of a table: bounds, and the weights by term, those of a sentence with a mark."""
    files = collect(write_weighed(tmp_path_factory.mktemp("policy")))

    def read(text: str) -> dict[tuple[str, str], float]:
        loaded = load(files._replace(weights=(PolicyFile("weights/money.yaml", "money", text.encode()),)))
        scale, even, _, post, sentence = loaded.tables["money"]
        assert scale == Scale(0, 1, scale.finds, scale.doubts, 10)
        program = loaded.policy.program
        weights = {key: unpacked(packed, program.columns) for key, packed in program.weights.items()}
        found = {term: weights[key][0] for term, key in post.items()}
        found |= {(section, f"{term} *"): weights[key][1] for (section, term), key in sentence.items()}
        return {("", "finds"): scale.finds, ("", "doubts"): scale.doubts, ("", "even"): even, **found}

    return read


ROWS = st.lists(UNITS, min_size=len(TERMS), max_size=len(TERMS))


@given(ROWS, ROWS, st.tuples(UNITS, UNITS).map(sorted), UNITS)
def test_a_table_comes_back_as_it_was_learnt(
    read_back: Callable[[str], dict[tuple[str, str], float]], post: list[int], sentence: list[int], bounds: list[int], even: int
) -> None:
    doubts, finds = bounds
    rows = np.array(post) / 100, np.array(sentence) / 100
    text = tables.as_yaml(Learnt(*rows, finds / 100, doubts / 100, even / 100, {"money": 0}, ""), TERMS)
    wanted = {term: weight for term, weight in zip(TERMS, post, strict=True) if weight}
    wanted |= {(section, f"{term} *"): weight for (section, term), weight in zip(TERMS, sentence, strict=True) if weight}
    assert read_back(text) == {("", "finds"): finds, ("", "doubts"): doubts, ("", "even"): even, **wanted}


def test_a_table_says_what_it_is_and_the_most_telling_first() -> None:
    sentence = np.array([0, 0.3, -1.5, 0, 0, 0])
    others = {"1": 0.0, "2": -0.75, "any": 1.5}
    text = tables.as_yaml(Learnt(np.array([-0.1, 0.5, 0, 0.5, 2, 0.25]), sentence, 1.25, -0.5, 0.4, others, ""), TERMS)
    head, _, rows = text.partition("\nfinds")
    assert all(line.startswith("# ") for line in head.splitlines())
    assert f"finds{rows}" == """\
finds: 1.25
doubts: -0.50
words: 10
even: 0.40
others:
  any: 1.50
  '2': -0.75
any:
  '[Person=1]': 2.00
  '@money': -0.10
ru:
  'no': 0.50
  бухгалтерия: 0.50
kk:
  жалақы: 0.25
sentence:
  ru:
    бухгалтерия: 0.30
  kk:
    да: -1.50
"""
