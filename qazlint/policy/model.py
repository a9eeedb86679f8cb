"""A loaded policy: what the matcher, the filters and the reports need to know of it. Immutable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from qazlint.policy.checks import Check, Fact
from qazlint.policy.problems import Place
from qazlint.policy.program import Program

DEFAULT_SET = "posts"  # of rules that name none
DEFAULT_ROLE = "employee"  # of an author of whom nothing is said; every policy has it

POST_REACH = 10  # sentences to either side that "post" reaches: a long text is many posts

Text = Mapping[str, str]  # by language: ru, kk, en


class Condition(NamedTuple):
    """One of the phrases must occur in the scope (or, negated, none may)."""

    scope: str
    negated: bool
    phrases: tuple[int, ...]


class Regex(NamedTuple):
    """A regular expression over the text, whatever the case; literals: of which a folded text must have one, or ()."""

    pattern: str
    literals: tuple[str, ...]


class Yields(NamedTuple):
    """Clauses, and parts as <clause>.<part>, beside whose violation in the same sentence or post a finding goes."""

    sentence: frozenset[str]
    post: frozenset[str]


NOTHING = Yields(frozenset(), frozenset())


SURE = 3  # from so much above its even sum on a table is sure, as far below it is sure of the contrary


class Scale(NamedTuple):
    """A table of weights as a rule uses it.

    post      place of the weights that count in the post among the program's weights
    sentence  place of those that count in a sentence
    finds     from this sum on, in units of `packing`, the rule has a finding
    doubts    below this one the findings of other rules for the same matter are doubtful
    words     of fewer, findings are doubtful only for what speaks against the matter
    others    what each of the policy's tables adds when it is sure, in units; empty where none adds anything
    """

    post: int
    sentence: int
    finds: int
    doubts: int
    words: int = 0
    others: tuple[int, ...] = ()


class Examples(NamedTuple):
    """Texts with the expected span in [[…]], and texts that the rule must leave alone."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a clause.

    part     the offence among its clause's parts, or ""
    exempt   roles that the rule does not bind
    cites    clauses for context
    phrases  numbers in the program
    set      the set of rules that it belongs to
    facts    circumstances of the page under which its checks are made
    checks   what it asks of the page's front matter; such a rule has no phrases
    yields   to what a finding of the rule gives way
    scale    the weights by which it judges the post as a whole; such a rule has no phrases of its own
    certain  it says what it says so plainly that weights do not doubt it
    """

    id: str
    clause: str
    part: str
    severity: str
    confidence: str
    message: Text
    advice: Text
    exempt: frozenset[str]
    cites: tuple[str, ...]
    phrases: tuple[int, ...]
    regexes: tuple[Regex, ...]
    conditions: tuple[Condition, ...]
    examples: Examples
    place: Place
    set: str = DEFAULT_SET
    facts: tuple[Fact, ...] = ()
    checks: tuple[Check, ...] = ()
    yields: Yields = NOTHING
    scale: Scale | None = None
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the policy.

    severity  of its rules, unless they say otherwise; "none" for a clause that only gives context
    parts     offences that the clause names apart: the id of a rule for one begins <clause>.<part>
    approval  what it asks for is the press service's approval: a post that has it does not violate the clause
    """

    number: str
    title: Text
    text: Text
    strength: Text
    severity: str
    cites: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    approval: bool = False


class WorkingTime(NamedTuple):
    """When the author is at work, where a clause speaks of it.

    country  whose working days and holidays count: an ISO 3166 code
    zone     time zone of the hours (IANA)
    hours    from–to, in minutes of the day, half-open
    """

    clause: str
    country: str
    zone: str
    hours: tuple[tuple[int, int], ...]
    message: Text
    advice: Text


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy, compiled.

    turns  numbers of the phrases that bring a post back to the author's own work, where a story ends
    off    ids of rules that were taken out: their names are still known
    sets   the sets of rules, with what they are for
    """

    name: Text
    slug: str
    version: str
    source: Text
    clauses: Mapping[str, Clause]
    roles: Mapping[str, Text]
    rules: tuple[Rule, ...]
    program: Program
    turns: tuple[int, ...] = ()
    working_time: WorkingTime | None = None
    off: frozenset[str] = frozenset()
    sets: Mapping[str, Text] = field(default_factory=lambda: {DEFAULT_SET: {}})

    def with_rules(self, rules: Iterable[Rule]) -> Policy:
        """The policy with these of its own rules, or changed ones, in place of its rules."""
        kept = tuple(rules)
        off = {rule.id for rule in self.rules} - {rule.id for rule in kept}
        return replace(self, rules=kept, off=self.off | off)
