"""The phrase language by its definition, with no index and no compilation: what the engine has to equal.

Words are plain strings, a term matches its own string.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

from qazlint.policy.lexicon import Lexicon
from qazlint.policy.tree import Choice, Gap, Leaf, Phrase, Seq, Step

Stretch = tuple[int, int]


def find(phrase: Phrase, words: Sequence[str], lexicons: Mapping[str, Lexicon]) -> list[Stretch]:
    """Matches of a phrase, from left to right."""
    parts = [_trimmed(part) for part in phrase.parts]
    if len(parts) == 1:
        firsts = [(start, list(_ends(parts[0], start, words, lexicons))) for start in range(len(words))]
        return _apart([(start, ends[0]) for start, ends in firsts if ends and ends[0] > start])
    everywhere = [
        [(s, e) for s in range(len(words)) for e in _ends(part, s, words, lexicons) if e > s] for part in parts
    ]
    windows = {_cover(chosen) for chosen in product(*everywhere) if _allowed(chosen, phrase.windows)}
    ordered = sorted(windows, key=lambda w: (w[1] - w[0], w))
    return sorted(_apart(ordered))


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


def _ends(seq: Seq, start: int, words: Sequence[str], lexicons: Mapping[str, Lexicon]) -> Iterator[int]:
    """Ends in order of preference, each once."""
    seen: set[int] = set()
    for end in _walk(seq, start, words, lexicons):
        if end not in seen:
            seen.add(end)
            yield end


def _walk(seq: Seq, at: int, words: Sequence[str], lexicons: Mapping[str, Lexicon]) -> Iterator[int]:
    if not seq:
        yield at
        return
    for after in _item(seq[0], at, words, lexicons):
        yield from _walk(seq[1:], after, words, lexicons)


def _item(item: Step | Gap, at: int, words: Sequence[str], lexicons: Mapping[str, Lexicon]) -> Iterator[int]:
    if isinstance(item, Gap):
        yield from range(at, min(at + item.limit, len(words)) + 1)
    elif item.mode == "not":
        if at < len(words) and at + 1 not in set(_atom(item.what, at, words, lexicons)):
            yield at + 1
    else:
        yield from _atom(item.what, at, words, lexicons)
        if item.mode == "optional":
            yield at


def _atom(what: Leaf | Choice, at: int, words: Sequence[str], lexicons: Mapping[str, Lexicon]) -> list[int]:
    """Ends of a term, a lexicon group or a choice, the longest first."""
    if isinstance(what, Choice):
        seqs = list(what.options)
    elif what.kind == "group":
        lexicon, _, group = what.value.partition(".")
        groups = lexicons[lexicon].groups
        entries = groups[group] if group else [entry for found in groups.values() for entry in found]
        seqs = [entry.phrase.parts[0] for entry in entries]
    else:
        return [at + 1] if at < len(words) and words[at] == what.value else []
    found = {end for seq in seqs for end in _ends(_trimmed(seq), at, words, lexicons) if end > at}
    return sorted(found, reverse=True)


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
