"""Labelled posts: their form, and floors under the scores, so that a change that loses detection is noticed."""

from __future__ import annotations

import pytest

from qazlint import Linter
from tests.conftest import ROOT
from tests.scoring import read, score

CORPUS = ROOT / "tests" / "corpus"
FILES = sorted(CORPUS.glob("*.jsonl"))
LABELS = {"18", "19", "20", "21", "22", "23", "24", "25", "26.obscenity", "26.insult", "26.conflict", "50"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_posts_are_well_formed(path: object) -> None:
    posts = read([path])  # type: ignore[list-item]
    assert len({post["id"] for post in posts}) == len(posts)
    for post in posts:
        assert set(post["labels"]) <= LABELS
        assert len(post["labels"]) == len(post["key"]) == len(set(post["labels"]))
        assert all(key in post["text"] for key in post["key"])
        assert post["author"] in ("employee", "management", "official")


@pytest.mark.parametrize(("lang", "floor"), [("ru", 0.85), ("kk", 0.85)])
def test_tuned_posts(linter: Linter, lang: str, floor: float) -> None:
    found = score(linter, read([CORPUS / f"{lang}-tuned.jsonl"]))
    assert found.f1 >= floor
    assert found.clean_alarm_rate <= 0.04
    assert found.passage_rate >= 0.9
