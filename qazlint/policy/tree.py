"""What a phrase is when it has been read: a syntax tree.

Named tuples, since a policy has hundreds of thousands of nodes, which are made, compared and hashed at once.
"""

from __future__ import annotations

from typing import NamedTuple


class Feature(NamedTuple):
    """A condition on a reading: the value of `name` is one of `values` (or, negated, none of them)."""

    name: str
    values: tuple[str, ...]
    negated: bool = False


class Leaf(NamedTuple):
    """One atom. kind: lemma, form, exact, mark, entity, pattern, group, or word (any word with the features)."""

    kind: str
    value: str = ""
    feats: tuple[Feature, ...] = ()
    derived: bool = False


class Choice(NamedTuple):
    """Alternatives, each a sequence; the longest that fits wins. Some word of it has the features."""

    options: tuple[Seq, ...]
    feats: tuple[Feature, ...] = ()


class Step(NamedTuple):
    """An atom in a sequence; mode: one, optional, not."""

    what: Leaf | Choice
    mode: str = "one"


class Gap(NamedTuple):
    """Up to `limit` words of any kind."""

    limit: int


Seq = tuple[Step | Gap, ...]


class Phrase(NamedTuple):
    """Parts that occur in one sentence in any order; windows[i]: most words between part i and i+1 (None: any)."""

    parts: tuple[Seq, ...]
    windows: tuple[int | None, ...] = ()
