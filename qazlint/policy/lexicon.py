"""Lexicons as read: groups of entries, each entry a phrase with its section and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from qazlint.policy.problems import Place
from qazlint.policy.tree import Phrase


class LexiconEntry(NamedTuple):
    """A phrase of a lexicon; `section` is ru, kk or any."""

    text: str
    section: str
    phrase: Phrase
    place: Place


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named list of terms; a lexicon without groups has one group named "".

    apart: groups that `@lexicon` alone leaves out, since they count only where a rule names them.
    """

    name: str
    groups: Mapping[str, tuple[LexiconEntry, ...]]
    apart: frozenset[str] = frozenset()

    @property
    def summed(self) -> tuple[str, ...]:
        return tuple(group for group in self.groups if group not in self.apart)
