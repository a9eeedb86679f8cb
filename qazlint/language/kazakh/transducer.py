"""Readings from a compiled apertium-kaz transducer that the user has, instead of our stem list.

Needs `pip install qazlint[apertium]` and a file in HFST's optimized-lookup format (`kaz.automorf.hfstol`). Words that
it does not know are read by our own grammar. The meaning of the tags is stated in Apertium's list of symbols
(https://wiki.apertium.org/wiki/List_of_symbols); the table into Universal Dependencies is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from struct import unpack_from
from typing import Any, NamedTuple

import regex

from qazlint.language.kazakh import analyzer
from qazlint.language.kazakh.joints import infinitive
from qazlint.language.kazakh.reading import Reading, as_analyses
from qazlint.language.kazakh.spelling import normalize
from qazlint.types import Analysis

__all__ = ["Analyzer", "TransducerError", "load", "read_tags"]

Analyzer = Callable[[str], tuple[Analysis, ...]]

_REMEMBERED = 1 << 16  # word forms
_WRONG_FORMAT = "no transducer in HFST's optimized-lookup format (.hfstol)"
_SECONDS = 0.5  # for one word; no word of a language needs a hundredth of it
_OF_COPULA = ("Number", "Person", "Polarity", "Polite")
_PIECE = regex.compile(r"([^<>]*)((?:<[^<>]+>)+)")
_TAG = regex.compile("<([^<>]+)>")


class TransducerError(Exception):
    """The transducer cannot be used; the message says why and what to do."""


class Table(NamedTuple):
    """What Apertium's tags mean: parts of speech, and features."""

    parts: Mapping[str, str]
    features: Mapping[str, Mapping[str, str]]


def load(path: str | Path) -> Analyzer:
    """A function like `kazakh.analyze` over the transducer in a file.

    Raises `TransducerError` when `pyhfst` is not installed, or the file is not there or no transducer.
    """
    lookup = _open(Path(path)).lookup

    @lru_cache(maxsize=_REMEMBERED)
    def analyze(token: str) -> tuple[Analysis, ...]:
        ours = analyzer.analyze(token)
        if len(token) > analyzer.LONGEST_WORD:
            return ours
        word = normalize(token)
        found = [(text, weight) for form in (word, word.capitalize()) for text, weight in lookup(form, _SECONDS)]
        return _ordered(found, ours) or ours

    return analyze


def _open(path: Path) -> Any:
    try:
        pyhfst = import_module("pyhfst")
    except ImportError as error:
        raise TransducerError("to read a transducer install pyhfst: pip install qazlint[apertium]") from error
    if not path.is_file():
        raise TransducerError(f"{path}: there is no such file")
    try:
        if _may_be_one(path):
            return pyhfst.HfstInputStream(str(path), cache=False).read()
    except Exception as error:  # pyhfst raises whatever the wrong bytes lead to
        raise TransducerError(f"{path}: {_WRONG_FORMAT}") from error
    raise TransducerError(f"{path}: {_WRONG_FORMAT}")


def _may_be_one(path: Path) -> bool:
    """Whether the tables that the header announces fit into the file: pyhfst makes room for them unseen.

    Raises struct.error where the file ends within the header.
    """
    with path.open("rb") as file:
        head = file.read(7)
        if head.startswith(b"HFST\0"):
            file.seek(8 + int.from_bytes(head[5:7], "little"))
        else:
            file.seek(0)
        _, symbols, indices, transitions, _, _, weighted = unpack_from("<HHIIIII", file.read(56))
        needed = symbols + 6 * indices + (12 if weighted else 8) * transitions
        return bool(needed <= path.stat().st_size)


def _ordered(found: list[tuple[str, float]], ours: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """The readings in the order of their weights; those of one weight in the order in which our grammar has them."""
    ranks = {(reading.lemma, reading.pos): float(rank) for rank, reading in reversed(tuple(enumerate(ours)))}
    readings: dict[tuple[str, str, tuple[tuple[str, str], ...]], Reading] = {}
    for text, weight in found:
        read = read_tags(text)
        if read:
            lemma, pos, feats = read
            cost = weight + 0.5 * ranks.get((lemma, pos), float(len(ranks)))
            reading = Reading(cost, lemma, pos, feats, known=True, derived=False)
            readings.setdefault((lemma, pos, tuple(sorted(feats.items()))), reading)
    return as_analyses(sorted(readings.values(), key=lambda reading: reading.cost))


def read_tags(text: str) -> tuple[str, str, dict[str, str]] | None:
    """Lemma, UPOS and features of an Apertium reading: `кел<v><iv><ifi><p1><sg>` is келу, VERB, Past, first person.

    Of words joined by + the first is the word, and a copula after it gives person and tense; none without a known tag.
    """
    pieces = [(piece[1].lstrip("+"), _TAG.findall(piece[2])) for piece in _PIECE.finditer(text)]
    if not pieces or not pieces[0][0]:
        return None
    lemma, tags = pieces[0]
    pos = next((_table().parts[tag] for tag in tags if tag in _table().parts), None)
    if pos is None:
        return None
    feats = _features(tags)
    for more in (tags for _, tags in pieces[1:] if "cop" in tags):
        feats |= {name: value for name, value in _features(more).items() if name in _OF_COPULA}
    if "Person" in feats and pos in ("VERB", "AUX"):
        feats["VerbForm"] = "Fin"
    if feats.get("Person") == "3":
        feats.pop("Number", None)  # the third person does not tell one from many
    whole = infinitive(lemma.lower()) if pos == "VERB" or (pos == "AUX" and "cop" not in tags) else lemma.lower()
    return whole, pos, feats


def _features(tags: list[str]) -> dict[str, str]:
    feats: dict[str, str] = {}
    for tag in tags:
        feats |= _table().features.get(tag, {})
    if "Polite" in feats and "Person[psor]" in feats and "Person" not in feats:
        feats["Polite[psor]"] = feats.pop("Polite")
    return feats


@lru_cache(maxsize=1)
def _table() -> Table:
    parts: dict[str, str] = {}
    features: dict[str, dict[str, str]] = {}
    for line in (files(__package__) / "data" / "apertium.txt").read_text(encoding="utf-8").splitlines():
        tags, _, meaning = line.partition("|")
        if meaning and not line.startswith("#"):
            pairs = dict(pair.split("=", 1) for pair in meaning.split() if "=" in pair)
            for tag in tags.split():
                if pairs:
                    features[tag] = pairs
                else:
                    parts[tag] = meaning.strip()
    return Table(parts, features)
