"""What the compiler collects of a policy, phrase by phrase, and the linker makes a program of."""

from __future__ import annotations

from collections import defaultdict

from qazlint.policy.frequency import frequent
from qazlint.policy.program import Spec, Step
from qazlint.policy.terms import Term
from qazlint.policy.tree import Leaf

# In how many of 10,000 sentences these stand, roughly.
_ANY_WORD, _NUMBER, _ENTITY, _PATTERN, _RARE_WORD = 4000, 2000, 100, 100, 1


class Tables:
    """The string tables of a program while they grow."""

    def __init__(self) -> None:
        self.lemmas: dict[str, list[Spec]] = defaultdict(list)
        self.folded: dict[str, list[Spec]] = defaultdict(list)
        self.stems: dict[str, list[Spec]] = defaultdict(list)
        self.forms: dict[str, list[Spec]] = defaultdict(list)
        self.exact: dict[str, list[int]] = defaultdict(list)
        self.patterns: list[tuple[str, tuple[str, ...], Spec]] = []
        self.words: list[Spec] = []
        self.entities: dict[str, int] = {}

    def add_term(self, term: Term, spec: Spec) -> None:
        for lemma in term.lemmas:
            self.lemmas[lemma].append(spec)
        feats = tuple(test for test in spec.tests if test[0] != "UPOS")
        for form in _found_with(term, bool(feats)):
            self.forms[form].append(spec._replace(tests=feats if term.declined else ()))
        if term.folded:
            self.folded[term.folded].append(spec)
        if term.form_of:
            verb, told_by = term.form_of
            tests = ((name, (value,), False) for name, value in told_by)
            self.lemmas[verb].append(spec._replace(tests=(*spec.tests, *tests)))


def _found_with(term: Term, featured: bool) -> tuple[str, ...]:
    """The forms of a term in which it is found; a guessed form says nothing of features, where they are asked for."""
    if not featured or term.declined:
        return term.forms
    return () if term.lemmas else term.forms[:1]


class Collected:
    """Phrases as steps over numbered keys, and what is known of these keys.

    tables    the words that have a key by themselves
    implies   key → the groups that hold where it holds
    entries   lexicon entries of several words: group, steps, key within or 0
    entities  the keys that are entities
    named     key → the leaf that it is
    phrases   the rules' phrases: the steps of each part, and the windows between them
    weights   key → column → units
    scales    name and even sum of each table of weights; a key has two weights for each
    """

    def __init__(self) -> None:
        self.tables = Tables()
        self.implies: dict[int, list[int]] = defaultdict(list)
        self.entries: list[tuple[int, tuple[Step, ...], int]] = []
        self.entities: set[int] = set()
        self.named: dict[int, Leaf] = {}
        self.phrases: list[tuple[tuple[tuple[Step, ...], ...], tuple[int, ...]]] = []
        self.weights: dict[int, dict[int, int]] = defaultdict(dict)
        self.scales: tuple[tuple[str, int], ...] = ()

    def commonness(self, key: int) -> int:
        """In how many of 10,000 sentences a leaf is likely to stand; 0 for other keys."""
        leaf = self.named.get(key)
        if leaf is None:
            return 0
        if leaf.kind == "word":
            return _ANY_WORD
        if leaf.kind == "entity":
            return _NUMBER if leaf.value == "number" else _ENTITY
        return _PATTERN if leaf.kind == "pattern" else frequent().get(leaf.value.lower(), _RARE_WORD)
