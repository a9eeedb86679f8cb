"""The spaCy doors: tokenizer, Kazakh language, morphology and checking components."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Linter
from qazlint.spacy_kazakh import like_num
from qazlint.spacy_tokenizer import pieces

RUSSIAN = {"nlp": {"tokenizer": {"@tokenizers": "qazlint.Tokenizer.v1"}}}
POST = "QazIndustry атынан айтамын:  біз жаңа бажға қарсымыз! 👍🏽 @ivan"


@pytest.fixture(scope="module")
def kazakh() -> Any:
    nlp = spacy.blank("kk")
    nlp.add_pipe("qazlint_morphology")
    nlp.add_pipe("qazlint")
    return nlp


def test_findings_are_those_of_the_library(kazakh: Any, linter: Linter) -> None:
    doc = kazakh(POST)
    group = doc.spans["qazlint"]
    expected = linter.check(POST).findings
    assert expected
    assert [(span.label_, span.id_) for span in group] == [(f.clause, f.rule_id) for f in expected]
    assert [(f["start"], f["end"]) for f in group.attrs["findings"]] == [tuple(f.span) for f in expected]
    for span, finding in zip(group, expected, strict=True):
        assert span.start_char <= finding.span.start
        assert finding.span.end <= span.end_char


def test_kazakh_words_have_lemma_pos_and_features(kazakh: Any) -> None:
    word = kazakh("Құпияларымыздан")[0]
    assert (word.lemma_, word.pos_) == ("құпия", "NOUN")
    assert word.morph.get("Case") == ["Abl"]
    assert word.morph.get("Number[psor]") == ["Plur"]


def test_russian_with_our_tokenizer() -> None:
    nlp = spacy.blank("ru", config=RUSSIAN)
    nlp.add_pipe("qazlint", config={"author": "management"})
    doc = nlp("Пишу от имени QazIndustry, #форум@x х*й")
    assert "х*й" in [token.text for token in doc]
    assert "20" not in [span.label_ for span in doc.spans["qazlint"]]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_the_tokenizer_loses_nothing(text: str) -> None:
    words, spaces = pieces(text)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
    assert all(words)


def test_saved_and_loaded(kazakh: Any, tmp_path: Path) -> None:
    kazakh.to_disk(tmp_path)
    doc, again = kazakh(POST), spacy.load(tmp_path)(POST)
    assert [span.id_ for span in again.spans["qazlint"]] == [span.id_ for span in doc.spans["qazlint"]]


def test_several_processes(kazakh: Any) -> None:
    doc = kazakh(POST)
    alone = [span.id_ for span in doc.spans["qazlint"]]
    docs = list(kazakh.pipe([POST] * 3, n_process=2))
    assert [[span.id_ for span in doc.spans["qazlint"]] for doc in docs] == [alone] * 3
    assert docs[0].spans["qazlint"].attrs["verdict"] == "stop"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12", True), ("9,6", True), ("3/4", True), ("жиырма", True), ("бесінші", True), ("он", True), ("үй", False), ("а/б", False)],
)
def test_like_num(text: str, expected: bool) -> None:
    assert like_num(text) is expected


def test_stop_words_and_alpha() -> None:
    doc = spacy.blank("kk")("Біз және қала")
    assert [token.is_stop for token in doc] == [True, True, False]
