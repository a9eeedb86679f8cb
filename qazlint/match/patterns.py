"""The policy's word patterns: regular expressions that a whole word must fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

from qazlint.policy.literals import LONGEST, SHORTEST
from qazlint.policy.program import Spec

_TIMEOUT = 0.25  # seconds (of the processor) for one pattern on one word of at most a hundred letters
_SHORT = 12  # letters: on so few none takes long, and watching the time costs eight times as much


class Patterns:
    """Files each pattern under the literals of which a word must have one; few words have any, and few patterns are
    ever compiled."""

    def __init__(self, patterns: Iterable[tuple[str, tuple[str, ...], Spec]]) -> None:
        self._specs: dict[str, list[Spec]] = {}
        self._always: list[str] = []
        self._by_literal: dict[str, list[str]] = {}
        self.given_up: set[str] = set()  # patterns that once took too long: they would do so on thousands of words
        for pattern, literals, spec in patterns:
            known = pattern in self._specs
            self._specs.setdefault(pattern, []).append(spec)
            if known:
                continue
            if not literals:
                self._always.append(pattern)
            for literal in literals:
                self._by_literal.setdefault(literal, []).append(pattern)

    def specs(self, form: str) -> Iterator[Spec]:
        """The specs of the patterns that the form fits."""
        for pattern in self._candidates(form):
            if pattern not in self.given_up and self._fits(pattern, form):
                yield from self._specs[pattern]

    def _candidates(self, form: str) -> Iterable[str]:
        found = dict.fromkeys(self._always)
        for start in range(len(form)):
            for end in range(start + SHORTEST, min(start + LONGEST, len(form)) + 1):
                if form[start:end] in self._by_literal:
                    found.update(dict.fromkeys(self._by_literal[form[start:end]]))
        return found

    def _fits(self, pattern: str, form: str) -> bool:
        try:
            timeout = _TIMEOUT if len(form) > _SHORT else None
            return _compiled(pattern).fullmatch(form, timeout=timeout) is not None
        except TimeoutError:
            self.given_up.add(pattern)
            return False


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)
