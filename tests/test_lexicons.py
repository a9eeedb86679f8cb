"""Lexicons as data: sorted, without repeats, without words of mixed scripts; every group and every table of weights in use."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from qazlint.language.pipeline import analyse
from qazlint.match.keys import Keys
from qazlint.match.view import View
from qazlint.policy import advice, collect, load_afresh
from qazlint.policy.lexicon import LexiconEntry
from qazlint.policy.load import load
from scripts.weights.candidates import as_table
from tests.conftest import ROOT

FILES = sorted((ROOT / "lexicons").glob("*.yaml"))

# Fields of life that only the tables of weights name, and of them only those that learning found telling.
FIELDS = re.compile(
    r"lexicons/(abusing|deeds|doings|exposure|far-past|hatred|names|net-wars|office-scenes|private-life|public-life|qualities"
    r"|report-words|reuse|spite|surroundings|taking|telling|things|wrong-pairs)\.yaml:"
)


def lists(data: object) -> list[list[str]]:
    """Every list of entries in a lexicon."""
    if isinstance(data, list):
        return [data]
    return [found for value in data.values() for found in lists(value)] if isinstance(data, dict) else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lists_are_sorted_and_unique(path: Path) -> None:
    for entries in lists(yaml.safe_load(path.read_text(encoding="utf-8"))):
        assert entries == sorted(set(entries))


def test_nothing_is_unused_or_repeated_and_no_word_mixes_scripts() -> None:
    loaded = load_afresh("qazindustry")
    remarks = [str(problem) for problem in (*loaded.warnings, *advice.remarks(loaded))]
    remarks = [remark for remark in remarks if not (FIELDS.match(remark) and "no rule uses" in remark)]
    assert [remark for remark in remarks if "no rule" in remark or "mixes" in remark or "twice" in remark] == []


def test_the_lexicons_are_of_the_real_size() -> None:
    loaded = load_afresh("qazindustry")
    entries = sum(len(group) for lexicon in loaded.lexicons.values() for group in lexicon.groups.values())
    assert entries > 5000


# ---- an entry of words alone finds these words: if it does not, it is looked up as something else, or as no such word
_WORDS_ALONE = re.compile(r"=?[\w-]+(?: =?[\w-]+)*(?::[A-Z]+)?")
_KAZAKH = "қызметкерлердің айтқаны {} деген сөз екен"  # words that Russian has too are read as Kazakh among Kazakh ones


@pytest.fixture(scope="module")
def asked() -> tuple[Keys, dict[str, list[tuple[int, LexiconEntry]]]]:
    """A policy's keys that has one for each group of the lexicons, and by lexicon the entries, each with its group's key."""
    files = collect("qazindustry")
    lexicons = load(files, every=True).lexicons.values()
    groups = {("any", f"@{lexicon.name}.{group}".rstrip(".")): lexicon for lexicon in lexicons for group in lexicon.groups}
    loaded = load(files._replace(weights=(*files.weights, as_table(dict.fromkeys(groups)))))
    entries: dict[str, list[tuple[int, LexiconEntry]]] = defaultdict(list)
    for term, key in loaded.tables["candidates"].terms.items():
        lexicon, group = groups[term], term[1].partition(".")[2]
        entries[lexicon.name] += ((key, entry) for entry in lexicon.groups[group])
    return Keys(loaded.policy.program), entries


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_entry_finds_its_own_words(asked: tuple[Keys, dict[str, list[tuple[int, LexiconEntry]]]], path: Path) -> None:
    keys, entries = asked
    plain = [(key, entry) for key, entry in entries[path.stem] if _WORDS_ALONE.fullmatch(entry.text)]
    assert [entry.text for key, entry in plain if not finds(entry, key, keys)] == []


def finds(entry: LexiconEntry, key: int, keys: Keys) -> bool:
    """Whether the words of an entry have the key of its group, by themselves or, unless they are Russian, in Kazakh."""
    words = entry.text.replace("=", "").partition(":")[0]
    texts = [words] if entry.section == "ru" else [words, _KAZAKH.format(words)]
    return any(View(sentence, keys).stretches(key) for text in texts for sentence in analyse(text))
