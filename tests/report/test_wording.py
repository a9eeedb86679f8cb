"""The words of reports: three languages each, every word in one alphabet, numbers where the language puts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import regex

from qazlint import source
from qazlint.extract import wording as of_front_matter
from qazlint.filters import wording as of_suppressions
from qazlint.inputs import git
from qazlint.lsp import wording as of_the_editor
from qazlint.policy import Policy, collect
from qazlint.policy.load import load
from qazlint.report import wording
from qazlint.report.wording import named
from tests.conftest import ROOT
from tests.report.rendering import render, shared

TABLES: dict[str, Mapping[str, Mapping[str, str]]] = {
    "severity": wording.SEVERITY, "verdict": wording.VERDICT, "words": wording.WORDS, "how": wording.HOW,
    "editor": of_the_editor.WORDS, "suppressions": of_suppressions._TEXTS,
    "front matter": of_front_matter._TEXTS,
    "unreadable": source.REASONS, "notes": source.NOTES, "git": git.ERRORS,
}  # fmt: skip
TWO_ALPHABETS = regex.compile(r"\p{Cyrillic}\p{Latin}|\p{Latin}\p{Cyrillic}")
KAZAKH = regex.compile(r"[әіңғүұқөһ]", regex.IGNORECASE)


def test_a_number_stands_where_the_language_puts_it() -> None:
    assert [named("clause", 20, lang) for lang in ("ru", "kk", "en")] == ["п. 20", "20-тармақ", "cl. 20"]


def test_a_report_in_kazakh(tmp_path: Path) -> None:
    style, items = shared(tmp_path)
    kazakh = replace(style, lang="kk")
    shown = render("text", kazakh, items)
    for line in ("  2:9  1-тармақ, ", "(1-тармақ)\n", "\n  1-тармақ       2\n", "Тексерілген файл: 2, ескерту: 2, оқылмаған файл: 1\n"):
        assert line in shown
    page = render("html", kazakh, items)
    for piece in ("</bdi>», 2-жол</p>", "1.money ережесі</p>", 'aria-label="1-ескерту"', "<th scope=\"row\">1-тармақ</th>"):
        assert piece in page


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_speaks_three_languages(table: Mapping[str, Mapping[str, str]]) -> None:
    for key, texts in table.items():
        assert list(texts) == ["ru", "kk", "en"], key
        _is_well_spelt(texts)


@pytest.mark.parametrize("name", ["qazindustry", "example-employer"])
def test_what_a_policy_says_is_spelt_in_one_alphabet(name: str) -> None:
    for texts in _texts(load(collect(name)).policy):
        _is_well_spelt(texts)


def test_the_page_is_spelt_in_one_alphabet() -> None:
    words = (ROOT / "qazlint" / "web" / "static" / "words.js").read_text(encoding="utf-8")
    assert not TWO_ALPHABETS.search(words)
    assert not KAZAKH.search(words[: words.index("kk: {")])


def _is_well_spelt(texts: Mapping[str, str]) -> None:
    for lang, text in texts.items():
        assert not TWO_ALPHABETS.search(text), f"{lang}: {text}"
    assert not KAZAKH.search(texts["ru"]), texts["ru"]


def _texts(policy: Policy) -> Iterator[Mapping[str, str]]:
    yield from (policy.name, policy.source, *policy.roles.values())
    for clause in policy.clauses.values():
        yield from (clause.title, clause.strength, clause.text)
    for rule in policy.rules:
        yield from (rule.message, rule.advice)
