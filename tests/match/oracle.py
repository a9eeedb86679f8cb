"""The phrase language by its definition, with no index and no compilation: what the engine has to equal.

Words are plain strings, a term matches its own string. Some words are nouns, some verbs, some may be either, and
several words may together be one thing: an entity, or a word that was written in pieces.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product
from typing import NamedTuple

from qazlint.policy.lexicon import Lexicon
from qazlint.policy.tree import Choice, Feature, Gap, Leaf, Phrase, Seq, Step

Stretch = tuple[int, int]
Feats = tuple[Feature, ...]


class Text(NamedTuple):
    """A sentence.

    marks     what stands before each word, and at the end
    together  stretches that are one thing, with its name: that of an entity, or a word
    parts     the parts of speech that a word may be
    """

    words: Sequence[str]
    marks: Sequence[str]
    together: Sequence[tuple[int, int, str]]
    parts: Mapping[str, Sequence[str]]


def find(phrase: Phrase, text: Text, lexicons: Mapping[str, Lexicon]) -> list[Stretch]:
    """Matches of a phrase, from left to right."""
    parts, size = [_trimmed(part) for part in phrase.parts], len(text.words)
    if len(parts) == 1:
        firsts = [(start, list(_ends(parts[0], start, text, lexicons))) for start in range(size)]
        return _apart([(start, ends[0]) for start, ends in firsts if ends and ends[0] > start])
    everywhere = [[(s, e) for s in range(size) for e in _ends(part, s, text, lexicons) if e > s] for part in parts]
    windows = {_cover(chosen) for chosen in product(*everywhere) if _allowed(chosen, phrase.windows)}
    ordered = sorted(windows, key=lambda w: (w[1] - w[0], w))
    return sorted(_apart(ordered))


def places(term: Phrase, text: Text, lexicons: Mapping[str, Lexicon]) -> set[Stretch]:
    """Where a term that has a weight stands, by itself or as one of the terms in it."""
    step = term.parts[0][0]
    assert isinstance(step, Step)
    return {(s, e) for s in range(len(text.words)) for e in _atom(step.what, s, text, lexicons) if e > s}


def windows(sentences: int) -> list[range]:
    """The parts in which a text is weighed: ten sentences at most, as few parts as need be, each with its share."""
    count = next(n for n in range(sentences + 1) if n * 10 >= sentences)
    bounds = [math.floor(Fraction(sentences * n, count)) for n in range(count + 1)] if count else []
    return [range(*pair) for pair in pairwise(bounds)]


def _trimmed(seq: Seq) -> Seq:
    items = list(seq)
    while isinstance(items[0], Gap):
        items.pop(0)
    while isinstance(items[-1], Gap):
        items.pop()
    return tuple(items)


def _apart(stretches: list[Stretch]) -> list[Stretch]:
    kept: list[Stretch] = []
    for start, end in stretches:
        if all(end <= s or e <= start for s, e in kept):
            kept.append((start, end))
    return kept


def _allowed(chosen: Sequence[Stretch], windows: Sequence[int | None]) -> bool:
    if any(a[0] < b[1] and b[0] < a[1] for i, a in enumerate(chosen) for b in chosen[i + 1 :]):
        return False
    gaps = (max(a[0], b[0]) - min(a[1], b[1]) for a, b in pairwise(chosen))
    return all(window is None or gap <= window for gap, window in zip(gaps, windows, strict=True))


def _cover(chosen: Sequence[Stretch]) -> Stretch:
    return min(s for s, _ in chosen), max(e for _, e in chosen)


def _ends(seq: Seq, start: int, text: Text, lexicons: Mapping[str, Lexicon]) -> Iterator[int]:
    """Ends in order of preference, each once."""
    yield from dict.fromkeys(_walk(seq, start, text, lexicons))


def _walk(seq: Seq, at: int, text: Text, lexicons: Mapping[str, Lexicon]) -> Iterator[int]:
    if not seq:
        yield at
        return
    for after in _item(seq[0], at, text, lexicons):
        yield from _walk(seq[1:], after, text, lexicons)


def _item(item: Step | Gap, at: int, text: Text, lexicons: Mapping[str, Lexicon]) -> Iterator[int]:
    size = len(text.words)
    if isinstance(item, Gap):
        yield from range(at, min(at + item.limit, size) + 1)
    elif isinstance(item.what, Leaf) and item.what.kind == "mark":
        if item.what.value in text.marks[at]:
            yield at
    elif item.mode == "not":
        if at < size and at + 1 not in _atom(item.what, at, text, lexicons):
            yield at + 1
    else:
        yield from _atom(item.what, at, text, lexicons)
        if item.mode == "optional":
            yield at


def _atom(what: Leaf | Choice, at: int, text: Text, lexicons: Mapping[str, Lexicon], feats: Feats = ()) -> list[int]:
    """Ends of a term, a lexicon group or a choice, the longest first."""
    feats = what.feats + feats
    if isinstance(what, Leaf) and what.kind != "group":
        return _leaf(what, at, text, feats)
    found = {end for seq in _members(what, lexicons) for end in _member(seq, at, text, lexicons, feats)}
    return sorted((end for end in found if end > at), reverse=True)


def _leaf(leaf: Leaf, at: int, text: Text, feats: Feats) -> list[int]:
    things = [(s, e, name) for s, e, name in text.together if s == at]
    if at < len(text.words):
        things.append((at, at + 1, text.words[at]))
    ends = {e for _, e, name in things if (leaf.kind == "word" or name == leaf.value) and _has(name, text, feats)}
    return sorted(ends, reverse=True)


def _has(name: str, text: Text, feats: Feats) -> bool:
    """Whether one reading of a word has all the features; they are all of parts of speech here."""
    if name not in text.parts:
        return not feats
    readings = text.parts[name]
    return not feats or any(all((pos in feat.values) != feat.negated for feat in feats) for pos in readings)


def _members(what: Leaf | Choice, lexicons: Mapping[str, Lexicon]) -> Sequence[Seq]:
    if isinstance(what, Choice):
        return what.options
    lexicon, _, group = what.value.partition(".")
    groups = lexicons[lexicon].groups
    entries = groups[group] if group else [entry for found in groups.values() for entry in found]
    return [entry.phrase.parts[0] for entry in entries]


def _member(seq: Seq, at: int, text: Text, lexicons: Mapping[str, Lexicon], feats: Feats) -> Iterator[int]:
    """The ends of an alternative; a single term has the features itself, of several some word has them."""
    seq = _trimmed(seq)
    if len(seq) == 1 and isinstance(seq[0], Step) and seq[0].mode == "one":
        yield from _atom(seq[0].what, at, text, lexicons, feats)
        return
    for end in _ends(seq, at, text, lexicons):
        if not feats or any(_has(word, text, feats) for word in text.words[at:end]):
            yield end


Spoken = Sequence[tuple[int, Sequence[str]]]  # sentences: the number of the paragraph, the words


def occurs(scope: str, word: str, turn: str, spoken: Spoken, at: int, match: Stretch) -> bool:
    """Whether a word stands in the scope of a match in sentence `at`, by the letter of docs/rules.md."""
    return any(
        heard == word and _within(scope, turn, spoken, at, match, sentence, place)
        for sentence, (_, words) in enumerate(spoken)
        for place, heard in enumerate(words)
    )


def _within(scope: str, turn: str, spoken: Spoken, at: int, match: Stretch, sentence: int, place: int) -> bool:
    """Whether word `place` of a sentence is in the scope."""
    if scope == "story":
        return at - 10 <= sentence <= at and not _turned_since(turn, spoken, at, match, sentence, place)
    if scope in ("near", "paragraph", "post"):
        reach = 1 if scope == "near" else 10
        same = scope != "paragraph" or spoken[sentence][0] == spoken[at][0]
        return abs(sentence - at) <= reach and same
    before, after = match[0] - place - 1, place - match[1]
    beside = {"sentence": True, "before": 0 <= before <= 3, "after": 0 <= after <= 3}[scope]
    return sentence == at and beside


def _turned_since(turn: str, spoken: Spoken, at: int, match: Stretch, sentence: int, place: int) -> bool:
    """Whether the turn is said after the word and not after the match."""
    told = [(s, w) for s, (_, words) in enumerate(spoken) for w, heard in enumerate(words) if heard == turn]
    return any((sentence, place) < said < (at, match[1]) for said in told)
