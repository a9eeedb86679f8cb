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


def test_a_language_without_messages() -> None:
    with pytest.raises(ValueError, match="unknown language 'de': messages are in ru, kk, en"):
        spacy.blank("ru").add_pipe("qazlint", config={"lang": "de"})


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
    [("12", True), ("9,6", True), ("3/4", True), ("-5", True), ("жиырма", True), ("бесінші", True), ("он", True), ("Жүз", True),
     ("онға", True), ("жиырмадан", True), ("екеуі", True), ("екіншіден", True), ("үй", False), ("а/б", False), ("", False),
     ("бала", False), ("жүзік", False)],
)  # fmt: skip
def test_like_num(text: str, expected: bool) -> None:
    assert like_num(text) is expected


def test_stop_words_and_alpha() -> None:
    doc = spacy.blank("kk")("Біз және қала")
    assert [token.is_stop for token in doc] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Әкімдік, ұйым; өңір!", ["Әкімдік", ",", "ұйым", ";", "өңір", "!"]),
        ("2023 ж. басталды, т.б. мәселелер", ["2023", "ж.", "басталды", ",", "т.б.", "мәселелер"]),
        ("АҚШ-пен, KPI-ымыз", ["АҚШ-пен", ",", "KPI-ымыз"]),
        ("ауыл-аймақ барды-ау", ["ауыл-аймақ", "барды-ау"]),
        ("90%-ға, 5-ші", ["90%", "-ға", ",", "5", "-ші"]),
        ("Абай көш. 15", ["Абай", "көш.", "15"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in spacy.blank("kk")(text)] == words


@pytest.mark.parametrize(
    ("text", "form", "lemma", "pos", "feats"),
    [
        ("АҚШ-пен келіссөз", "АҚШ-пен", "ақш", "NOUN", "Case=Ins"),
        ("KPI-ымыз төмен", "KPI-ымыз", "kpi", "PROPN", "Number[psor]=Plur"),
        ("Ол 5-ші сыныпта", "5", "5", "NUM", "NumType=Ord"),
        ("Жоспар 90%-ға орындалды", "90%", "90", "NUM", "Case=Dat"),
        ("Ауыл-аймаққа хабар айттық", "Ауыл-аймаққа", "ауыл-аймақ", "NOUN", "Case=Dat"),
        ("Біз ертең айтамыз", "айтамыз", "айту", "VERB", "Person=1"),
        ("Бугин жумыска кешиктим", "жумыска", "жұмыс", "NOUN", "Case=Dat"),
        ("Jumys kop, uaqyt joq", "uaqyt", "уақыт", "NOUN", "Case=Nom"),
        ("Кеше начальник ұрысты, отпуск жоқ", "начальник", "начальник", "NOUN", "Animacy=Anim"),
        ("Мама сказала, что всё хорошо", "сказала", "сказать", "VERB", "Tense=Past"),
        ("Қаланың т.б. мәселелері", "т.б.", "т.б.", "X", "Abbr=Yes"),
        ("Олар QazIndustry туралы айтты", "QazIndustry", "qazindustry", "X", ""),
    ],
)
def test_morphology(kazakh: Any, text: str, form: str, lemma: str, pos: str, feats: str) -> None:
    token = next(token for token in kazakh(text) if token.text == form)
    assert (token.lemma_, token.pos_) == (lemma, pos)
    assert feats in str(token.morph)


def test_every_token_has_a_lemma_and_a_part_of_speech(kazakh: Any) -> None:
    for token in kazakh("Сәлем,  достар! 👍 «QazIndustry» 90%-ға: 1/2 т.б. @ivan #форум x*й\n— иә…"):
        assert token.lemma_
        assert token.pos_


def test_without_russian() -> None:
    nlp = spacy.blank("kk")
    nlp.add_pipe("qazlint_morphology", config={"russian": False})
    token = nlp("Мама сказала правду")[1]
    assert (token.lemma_, token.pos_) == ("сказала", "X")
