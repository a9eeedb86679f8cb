"""What a phrase is when it has been read: a syntax tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """A condition on a reading: the value of `name` is one of `values` (or, negated, none of them)."""

    name: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """One atom. kind: lemma, form, exact, mark, entity, pattern, group, or word (any word with the features)."""

    kind: str
    value: str = ""
    feats: tuple[Feature, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives, each a sequence; the longest that fits wins. Some word of it has the features."""

    options: tuple[Seq, ...]
    feats: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """An atom in a sequence; mode: one, optional, not."""

    what: Leaf | Choice
    mode: str = "one"


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `limit` words of any kind."""

    limit: int


Seq = tuple[Step | Gap, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Parts that occur in one sentence in any order; windows[i]: most words between part i and i+1 (None: any)."""

    parts: tuple[Seq, ...]
    windows: tuple[int | None, ...] = ()
