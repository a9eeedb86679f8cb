"""Lexicons as data: sorted, without repeats, without words of mixed scripts; every group and every table of weights in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from qazlint.policy import advice, load_afresh
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
