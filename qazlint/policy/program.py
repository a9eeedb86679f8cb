"""What the matcher runs: a policy's phrases and lexicons reduced to numbered keys. Plain tuples and dicts, so that a
program is written to a cache and read back as it is.

A *key* is an int that a word or a stretch of words has or has not: a term, a form, an entity, a lexicon group.
"""

from __future__ import annotations

from typing import NamedTuple

# Operations of a step.
KEY, OPTIONAL, NOT, GAP, MARK = range(5)

Step = tuple[int, int | str]  # operation and its argument: a key, a number of words, a mark
Test = tuple[str, tuple[str, ...], bool]  # feature, values, negated


class Spec(NamedTuple):
    """A term's conditions on a reading: language ("ru", "kk", "any"), features, and whether derivatives count."""

    key: int
    lang: str
    tests: tuple[Test, ...]
    derived: bool


class Part(NamedTuple):
    """A sequence of steps. `anchor` is the rarest key that it needs, found `least` to `most` words after its start."""

    steps: tuple[Step, ...]
    anchor: int
    least: int
    most: int


class Entry(NamedTuple):
    """A lexicon entry of several words: where `part` matches, its group's `key` holds.

    other   the rarest of the keys that it needs beside its anchor and that have no flag, or the anchor
    within  a key that some word of the match must have (0: none)
    """

    other: int
    key: int
    part: Part
    within: int


Entries = dict[int, tuple[Entry, ...]]  # by anchor
Filed = dict[int, tuple[tuple[int, int], ...]]  # by anchor: an entry's or a phrase's `other` and its number


class PhraseCode(NamedTuple):
    """A phrase: parts in any order, windows[i] words at most between part i and i+1 (-1: any number); `anchor` is the
    rarest key that it must have, `other` the next rarest that has no flag (common ones tell little), or the anchor."""

    parts: tuple[Part, ...]
    windows: tuple[int, ...]
    anchor: int
    other: int


class Program(NamedTuple):
    """Everything that is looked up while matching.

    lemmas, folded, forms  string → specs
    exact      text → keys
    stems      beginning of a Russian lemma → specs of terms with derivatives
    patterns   (regular expression, literals of which a word must have one or (), spec)
    words      specs of conditions on any word
    entities   entity kind, or kind=argument → key
    pairs      lexicon entries of two single words, by anchor
    paired     the other keys of these
    entries    the other entries of several words by number, those first that others build on
    first      the numbers of those that build on words and entities only
    later      the numbers of those that build on other entries
    phrases    the rules' phrases, by number
    asked      the numbers of the phrases
    telling    keys by which these entries and phrases are ruled out
    implies    key → the keys asked for that hold wherever it holds, itself among them; absent when it is the only one
    flags      key → a bit: keys that stand in nearly every sentence, since conditions on any word imply them
    weights    key → its weights in all tables, packed
    scales     name of each table of weights, and the sum on it that is as likely right as wrong
    """

    lemmas: dict[str, tuple[Spec, ...]]
    folded: dict[str, tuple[Spec, ...]]
    forms: dict[str, tuple[Spec, ...]]
    exact: dict[str, tuple[int, ...]]
    stems: dict[str, tuple[Spec, ...]]
    patterns: tuple[tuple[str, tuple[str, ...], Spec], ...]
    words: tuple[Spec, ...]
    entities: dict[str, int]
    pairs: Entries
    paired: frozenset[int]
    entries: tuple[Entry, ...]
    first: Filed
    later: Filed
    phrases: tuple[PhraseCode, ...]
    asked: Filed
    telling: frozenset[int]
    implies: dict[int, tuple[int, ...]]
    flags: dict[int, int]
    weights: dict[int, int]
    scales: tuple[tuple[str, int], ...]

    @property
    def columns(self) -> int:
        """How many weights are packed together: two for each table, in the post and in a sentence."""
        return 2 * len(self.scales)
