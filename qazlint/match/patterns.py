"""The policy's word patterns: regular expressions that a whole word must fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

import regex

from qazlint.policy.program import Spec

_TIMEOUT = 0.1  # seconds for one word


class Patterns:
    """Asks one expression, made of all, first: a word that fits none, as nearly every word does, costs one look."""

    def __init__(self, patterns: Iterable[tuple[str, Spec]]) -> None:
        self._specs: dict[str, list[Spec]] = {}
        for pattern, spec in patterns:
            self._specs.setdefault(pattern, []).append(spec)

    @cached_property
    def _all(self) -> regex.Pattern[str]:
        return regex.compile("|".join(f"(?:{pattern})" for pattern in self._specs) or r"(?!)")

    def any_of(self, form: str) -> bool:
        """Whether the form fits some pattern."""
        return _fits(self._all, form)

    def specs(self, form: str) -> Iterator[Spec]:
        """The specs of the patterns that the form fits."""
        for pattern, specs in self._specs.items():
            if _fits(_compiled(pattern), form):
                yield from specs


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


def _fits(pattern: regex.Pattern[str], form: str) -> bool:
    try:
        return pattern.fullmatch(form, timeout=_TIMEOUT) is not None
    except TimeoutError:
        return False
