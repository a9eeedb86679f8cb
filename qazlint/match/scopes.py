"""Where the conditions of a rule are looked for, and whether they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from qazlint.match.phrases import find
from qazlint.match.sequence import Stretch
from qazlint.match.view import View
from qazlint.match.weighing import Weighing
from qazlint.policy.model import POST_REACH, Condition, Policy
from qazlint.types import Sentence, Span

_BESIDE = 3  # words between a match and what stands "before" or "after" it
_BY_MATCH = ("before", "after", "story")  # scopes that depend on the match, the others on its sentence alone
_HERE = ("before", "after", "sentence")  # scopes within the match's sentence

_REACHES = {"before": 0, "after": 0, "sentence": 0, "near": 1}  # sentences to either side; of the others POST_REACH


class Context:
    """The sentences of one text with the matches found in them so far: each phrase is tried once a sentence."""

    def __init__(
        self, sentences: Sequence[Sentence], views: Sequence[View], policy: Policy, weighing: Weighing
    ) -> None:
        self.sentences = sentences
        self.views = views
        self.phrases = policy.program.phrases
        self.turns = policy.turns
        self.weighing = weighing
        self._anywhere = set[int]().union(*(view.possible for view in views))  # phrases
        self._found: dict[tuple[int, int], list[Stretch]] = {}
        self._turned: dict[int, list[Stretch]] = {}
        self._answers: dict[tuple[int, int], tuple[Condition, Span | None]] = {}

    def matches(self, phrase: int, at: int) -> Sequence[Stretch]:
        """The matches of a phrase in sentence `at`."""
        key = (phrase, at)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = find(self.phrases[phrase], self.views[at])
        return found

    def span(self, at: int, stretch: Stretch) -> Span:
        """The code points of a stretch of words."""
        tokens = self.sentences[at].tokens
        return Span(tokens[stretch[0]].start, tokens[stretch[1] - 1].end)

    def may_hold(self, conditions: Iterable[Condition], at: int | None = None) -> bool:
        """False when a condition asks for what is certainly not said: around sentence `at`, or in the whole text."""
        here = self._anywhere if at is None else self.views[at].possible
        for scope, negated, phrases in conditions:
            if not negated and (here if scope in _HERE else self._anywhere).isdisjoint(phrases):
                return False
        return True

    def evidence(self, conditions: Sequence[Condition], at: int, match: Stretch) -> tuple[Span, ...] | None:
        """None when a condition fails; else one passage for each condition that asked for one."""
        spans: list[Span] = []
        for condition in conditions:
            found = self._first(condition, at, match)
            if (found is None) != condition.negated:
                return None
            if found is not None:
                spans.append(found)
        return tuple(spans)

    def _first(self, condition: Condition, at: int, match: Stretch) -> Span | None:
        """The nearest passage that the condition asks for."""
        possible = self.views[at].possible if condition.scope in _HERE else self._anywhere
        if possible.isdisjoint(condition.phrases):
            return None
        if condition.scope in _BY_MATCH:
            return self._search(condition, at, match)
        key = (id(condition), at)  # `Matcher` has one object for equal conditions
        found = self._answers.get(key)
        if found is None:  # the condition is kept with its answer, so that no other takes its id
            found = self._answers[key] = (condition, self._search(condition, at, match))
        return found[1]

    def _search(self, condition: Condition, at: int, match: Stretch) -> Span | None:
        for where, told_from in self._places(condition.scope, at, match):
            possible = self.views[where].possible
            for phrase in condition.phrases:
                if phrase in possible:
                    for stretch in self.matches(phrase, where):
                        if stretch[1] >= told_from and _beside(condition.scope, stretch, match):
                            return self.span(where, stretch)
        return None

    def _places(self, scope: str, at: int, match: Stretch) -> Iterable[tuple[int, int]]:
        """The sentences of a scope, the nearest first, and the word of each before which a phrase may not end."""
        if scope == "story":
            return self._story(at, match)
        reach = _REACHES.get(scope, POST_REACH)
        around = _around(min(at, reach), min(len(self.sentences) - 1 - at, reach))
        if scope != "paragraph":
            return [(at + step, 0) for step in around]
        paragraph = self.sentences[at].paragraph
        return [(at + step, 0) for step in around if self.sentences[at + step].paragraph == paragraph]

    def _story(self, at: int, match: Stretch) -> Iterator[tuple[int, int]]:
        """From the match's sentence back to the last turn before the match.

        A phrase with the turn inside it («до прихода в …») belongs to what comes after."""
        for where in range(at, max(-1, at - POST_REACH - 1), -1):
            turned = max((end for start, end in self._turns(where) if where < at or start < match[1]), default=0)
            yield where, turned
            if turned:
                return

    def _turns(self, at: int) -> list[Stretch]:
        """Where the sentence turns to the author's own work."""
        found = self._turned.get(at)
        if found is None:
            said = self.views[at].possible.intersection(self.turns)
            found = self._turned[at] = [stretch for phrase in said for stretch in self.matches(phrase, at)]
        return found


def _beside(scope: str, stretch: Stretch, match: Stretch) -> bool:
    if scope == "before":
        return 0 <= match[0] - stretch[1] <= _BESIDE
    if scope == "after":
        return 0 <= stretch[0] - match[1] <= _BESIDE
    return True


@lru_cache(maxsize=256)
def _around(back: int, forth: int) -> Sequence[int]:
    """The steps from a sentence to those around it, the nearest first and of two as near the earlier."""
    return sorted(range(-back, forth + 1), key=abs)
