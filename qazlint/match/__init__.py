"""A policy and an analysed text → findings, by one index: a rule costs nothing in a text without its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from qazlint.match.keys import Keys
from qazlint.match.patience import Patience
from qazlint.match.scopes import Context
from qazlint.match.sequence import Stretch
from qazlint.match.view import View
from qazlint.match.weighing import Scales, Weighing
from qazlint.policy.literals import fold
from qazlint.policy.model import Condition, Policy
from qazlint.policy.packing import UNIT
from qazlint.types import DOUBTFUL, Finding, Sentence, Span, Weighed

__all__ = ["Matcher", "Patience"]


class Matcher:
    """The rules of a policy, ready to run. Holds a cache of word keys and no other state."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.keys = Keys(policy.program)
        self._rules_of: dict[int, list[int]] = defaultdict(list)  # phrase → rules, by number
        for number, rule in enumerate(policy.rules):
            for phrase in rule.phrases:
                self._rules_of[phrase].append(number)
        self._weights = Scales(self.keys)
        self._scales = [(number, rule.scale) for number, rule in enumerate(policy.rules) if rule.scale]
        by_matter = {(rule.clause, rule.part): rule.scale for rule in policy.rules if rule.scale}
        self._doubts = [
            None if rule.scale or rule.certain else by_matter.get((rule.clause, rule.part)) for rule in policy.rules
        ]
        self._regexes = [(number, *regex) for number, rule in enumerate(policy.rules) for regex in rule.regexes]
        same: dict[Condition, Condition] = {}  # the rules of a file share the conditions of its head
        self._conditions = [tuple(same.setdefault(one, one) for one in rule.conditions) for rule in policy.rules]

    def findings(self, text: str, sentences: Sequence[Sentence], patience: Patience | None = None) -> Iterator[Finding]:
        """Everything that the rules object to, in no particular order; the same passage may come more than once.

        patience  keeps the rules that could not be checked
        """
        context = self._read(sentences)
        yield from self._said(text, context, patience or Patience(text))
        yield from self._weighed(text, context)

    def _read(self, sentences: Sequence[Sentence]) -> Context:
        """What the rules are asked about."""
        views = [View(sentence, self.keys) for sentence in sentences]
        return Context(sentences, views, self.policy, Weighing(views, self._weights))

    def _said(self, text: str, context: Context, patience: Patience) -> Iterator[Finding]:
        """What phrases and regular expressions find."""
        for at, view in enumerate(context.views):
            for phrase in view.possible & self._rules_of.keys():
                for rule in self._rules_of[phrase]:
                    if context.may_hold(self._conditions[rule], at):
                        for match in context.matches(phrase, at):
                            yield from self._finding(rule, context, at, match)
        if self._regexes and context.sentences:
            yield from self._by_regex(text, context, patience)

    def _weighed(self, text: str, context: Context) -> Iterator[Finding]:
        """What the rules find that weigh the text as a whole."""
        for rule, scale in self._scales:
            for at, match, passages in context.weighing.found(scale):
                named = [context.span(at, (start, end)) for at, start, end in passages]
                for finding in self._finding(rule, context, at, match):
                    yield _naming(finding, named, text)

    def weigh(self, sentences: Sequence[Sentence]) -> Iterator[Weighed]:
        """How the rules that weigh judge a text, window by window; the heaviest passages first."""
        context = self._read(sentences)
        for number, scale in self._scales:
            for total, passages, others in context.weighing.account(scale):
                spans = [(context.span(at, (start, end)), units / UNIT) for (at, start, end), units in passages.items()]
                heaviest = tuple(sorted(spans, key=_most_first))
                added = sorted(((name, units / UNIT) for name, units in others.items() if units), key=_most_first)
                bounds = scale.finds / UNIT, scale.doubts / UNIT
                yield Weighed(self.policy.rules[number].id, total / UNIT, *bounds, heaviest, tuple(added))

    def _by_regex(self, text: str, context: Context, patience: Patience) -> Iterator[Finding]:
        folded = fold(text)
        for rule, pattern, literals in self._regexes:
            if literals and not any(map(folded.__contains__, literals)):
                continue
            if not context.may_hold(self._conditions[rule]):
                continue
            for found in patience.spans(self.policy.rules[rule], pattern):
                at = max(0, bisect_right(context.sentences, found.start, key=_start) - 1)
                stretch = _stretch(context.sentences[at], found)
                yield from self._finding(rule, context, at, stretch, found)

    def _finding(
        self, number: int, context: Context, at: int, match: Stretch, span: Span | None = None
    ) -> Iterator[Finding]:
        related = context.evidence(self._conditions[number], at, match)
        if related is not None:
            rule, where = self.policy.rules[number], span or context.span(at, match)
            others = tuple(dict.fromkeys(passage for passage in related if passage != where))
            scale = self._doubts[number]
            sure = DOUBTFUL if scale and context.weighing.is_doubtful(scale, at) else rule.confidence
            yield Finding(
                rule.clause, rule.id, rule.severity, where, sure, rule.cites, others, rule.message, rule.advice
            )


def _naming(finding: Finding, passages: Sequence[Span], text: str) -> Finding:
    """The finding with the passages that weighed most, in its messages and beside those related to it."""
    said = ", ".join(dict.fromkeys(f"«{_shown(text[start:end])}»" for start, end in passages))
    outside = (passage for passage in passages if not finding.span.start <= passage.start < finding.span.end)
    return replace(
        finding,
        related=tuple(dict.fromkeys((*finding.related, *outside))),
        messages={lang: f"{message}: {said}" for lang, message in finding.messages.items()},
    )


def _shown(passage: str) -> str:
    """A passage as a message can have it: on one line, and without what would turn round or hide its other words."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in " ".join(passage.split()))


def _most_first(one: tuple[Any, float]) -> tuple[float, Any]:
    """A key by which to sort what weighs something; of the same weight in their own order."""
    return -abs(one[1]), one[0]


def _start(sentence: Sentence) -> int:
    return sentence.tokens[0].start


def _stretch(sentence: Sentence, span: Span) -> Stretch:
    """The tokens that a span touches; where it touches none, the place between two."""
    tokens = sentence.tokens
    first = bisect_right(tokens, span.start, key=attrgetter("end"))
    return first, bisect_left(tokens, span.end, key=attrgetter("start"))
