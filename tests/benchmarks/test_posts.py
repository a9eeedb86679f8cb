"""The generated posts: the same every time, like the real ones, and in words that exist."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import inflect
from benchmarks.posts import Generator, nouns, own, write
from qazlint import Linter
from qazlint.language.kazakh import analyze


def test_posts_are_the_same_for_the_same_seed() -> None:
    assert list(Generator(1).posts(50)) == list(Generator(1).posts(50))
    assert list(Generator(1).posts(50)) != list(Generator(2).posts(50))


def test_every_slot_is_filled_and_the_vocabulary_grows() -> None:
    posts = list(Generator().posts(1500))
    assert not any(mark in post for post in posts for mark in "{}")
    first, later = (len({word for post in part for word in post.split()}) for part in (posts[:500], posts))
    assert later > 1.8 * first


def test_some_posts_violate_the_policy_and_most_do_not(linter: Linter) -> None:
    found = sum(bool(linter.check(post).findings) for post in Generator().posts(300))
    assert 10 < found < 120


def test_own_posts_are_those_that_may_be_read() -> None:
    assert len(own()) > len(own("kk")) > 100


@pytest.mark.parametrize(
    ("noun", "case", "form"),
    [("борщ", "ins", "борщом"), ("Астана", "loc", "Астане"), ("неттослово", "nom", "неттослово")],
)
def test_russian_forms(noun: str, case: str, form: str) -> None:
    assert inflect.russian(noun, case) == form


@pytest.mark.parametrize(
    ("noun", "case", "form"),
    [("бала", "acc", "баланы"), ("мектеп", "loc", "мектепте"), ("қауын", "abl", "қауыннан"), ("хабарлау", "gen", "хабарлаудың"),
     ("сөз", "ins", "сөзбен"), ("әкім", "gen", "әкімнің"), ("қой", "dat", "қойға"), ("көрме", "ins", "көрмемен")],
)  # fmt: skip
def test_kazakh_forms(noun: str, case: str, form: str) -> None:
    assert inflect.kazakh(noun, case) == form


def test_kazakh_forms_are_ones_that_the_analyser_knows() -> None:
    forms = [inflect.kazakh(noun, case) for noun in nouns("rare", "kk")[:300] for case in ("gen", "dat", "abl")]
    known = sum(any(reading.is_known for reading in analyze(form)) for form in forms)
    assert known / len(forms) > 0.98


def test_an_archive_is_json_lines(tmp_path: Path) -> None:
    characters = write(tmp_path / "archive.jsonl", 20)
    records = [json.loads(line) for line in (tmp_path / "archive.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == list(range(1, 21))
    assert sum(len(record["text"]) for record in records) == characters
