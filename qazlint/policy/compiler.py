"""Syntax trees → `Program`: terms become numbered keys, lexicons become implications between keys, and every phrase
is filed under the rarest key that it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.literals import required
from qazlint.policy.names import suggestion
from qazlint.policy.phrases import Choice, Feature, Gap, Leaf, Phrase, PhraseError, Seq
from qazlint.policy.phrases import Step as TreeStep
from qazlint.policy.program import GAP, KEY, MARK, NOT, OPTIONAL, Entry, Part, PhraseCode, Program, Spec, Step, Test
from qazlint.policy.terms import COMMON, Term, resolve

_MAX_ENTITY = 12  # words that an entity may take
_COMMON_WEIGHT = 500  # how many ordinary terms a function word is as common as

Feats = tuple[Feature, ...]
T = TypeVar("T")


class Compiler:
    """Collects the phrases of a policy one by one; `program()` closes the collection.

    Raises PhraseError for an unknown lexicon or group, and for lexicons that name each other in a circle.
    """

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self.lexicons = lexicons
        self.used: set[str] = set()  # full names of the groups that were asked for
        self._keys: dict[object, int] = {}
        self._tables = _Tables()
        self._implies: dict[int, list[int]] = defaultdict(list)
        self._entries: list[tuple[int, tuple[Step, ...], int]] = []  # group key, steps, key within
        self._entities: set[int] = set()
        self._weights: dict[int, int] = {}
        self._open: list[str] = []
        self._phrases: list[tuple[tuple[tuple[Step, ...], ...], tuple[int, ...]]] = []

    # ---- from outside

    def phrase(self, phrase: Phrase) -> int:
        """Take in a rule's phrase; returns its number in the program."""
        parts = tuple(self._steps(part, "any") for part in phrase.parts)
        windows = tuple(-1 if window is None else window for window in phrase.windows)
        self._phrases.append((parts, windows))
        return len(self._phrases) - 1

    def program(self) -> Program:
        return _Linker(self).program()

    # ---- sequences

    def _steps(self, seq: Seq, section: str) -> tuple[Step, ...]:
        while isinstance(seq[0], Gap):
            seq = seq[1:]
        while isinstance(seq[-1], Gap):
            seq = seq[:-1]
        steps = tuple((GAP, item.limit) if isinstance(item, Gap) else self._step(item, section) for item in seq)
        if not any(op == KEY for op, _ in steps):
            raise PhraseError("a phrase needs a word that must be there: a term that is neither optional nor negated")
        return steps

    def _step(self, step: TreeStep, section: str) -> Step:
        if isinstance(step.what, Leaf) and step.what.kind == "mark":
            return (MARK, step.what.value)
        op = {"one": KEY, "optional": OPTIONAL, "not": NOT}[step.mode]
        return (op, self._key_of(step.what, section))

    def _key_of(self, what: Leaf | Choice, section: str, feats: Feats = ()) -> int:
        if isinstance(what, Choice):
            return self._choice(what, section, what.feats + feats)
        if what.kind == "group":
            return self._group(what.value, what.feats + feats)
        return self._leaf(replace(what, feats=what.feats + feats), section)

    def _choice(self, choice: Choice, section: str, feats: Feats) -> int:
        key, new = self._key(("choice", choice.options, section, feats))
        if new:
            for option in choice.options:
                self._member(key, option, section, feats)
        return key

    def _key(self, signature: object) -> tuple[int, bool]:
        """The number of a key, from 1, and whether it is new."""
        known = self._keys.get(signature)
        if known is not None:
            return known, False
        self._keys[signature] = len(self._keys) + 1
        return len(self._keys), True

    # ---- leaves

    def _leaf(self, leaf: Leaf, section: str) -> int:
        if leaf.kind == "lemma":
            return self._term(leaf, section)
        key, new = self._key((leaf.kind, leaf.value, leaf.feats))
        if not new:
            return key
        self._weights[key] = 20 if leaf.kind in ("word", "entity") else 1
        spec = Spec(key, "any", _tests(leaf.feats), False)
        if leaf.kind == "entity":
            self._entities.add(key)
            self._tables.entities[leaf.value] = key
        elif leaf.kind == "pattern":
            self._tables.patterns.append((leaf.value, tuple(sorted(required(leaf.value) or ())), spec))
        elif leaf.kind == "word":
            self._weights[key] = _COMMON_WEIGHT
            self._tables.words.append(spec)
        elif leaf.kind == "exact":
            self._tables.exact[leaf.value].append(key)
        else:
            self._tables.forms[leaf.value].append(spec)
        return key

    def _term(self, leaf: Leaf, section: str) -> int:
        key, new = self._key(("lemma", leaf, section))
        if new:
            term = resolve(leaf.value, section, next((f.values[0] for f in leaf.feats if f.name == "UPOS"), None))
            self._weights[key] = _COMMON_WEIGHT if leaf.value in COMMON else 1
            self._tables.add_term(term, Spec(key, term.lang, _tests(leaf.feats), leaf.derived))
        return key

    # ---- lexicons

    def _group(self, name: str, feats: Feats) -> int:
        lexicon, _, group = name.partition(".")
        if lexicon not in self.lexicons:
            raise PhraseError(f"unknown lexicon «@{lexicon}»{suggestion(lexicon, self.lexicons)}")
        groups = self.lexicons[lexicon].groups
        if group and group not in groups:
            raise PhraseError(f"lexicon «{lexicon}» has no group «{group}»{suggestion(group, groups)}")
        key, new = self._key(("group", name, feats))
        if name in self._open:
            raise PhraseError(f"lexicons name each other in a circle: {' → '.join([*self._open, name])}")
        if new:
            self._open.append(name)
            self._fill(key, lexicon, group, feats)
            self._open.pop()
        return key

    def _fill(self, key: int, lexicon: str, group: str, feats: Feats) -> None:
        groups = self.lexicons[lexicon].groups
        if group or set(groups) == {""}:
            self.used.add(f"{lexicon}.{group}")
            for entry in groups[group]:
                self._entry(key, entry, feats)
        else:
            for inner in self.lexicons[lexicon].summed:
                self._implies[self._group(f"{lexicon}.{inner}", feats)].append(key)

    def _entry(self, key: int, entry: LexiconEntry, feats: Feats) -> None:
        if len(entry.phrase.parts) > 1:
            raise PhraseError(f"{entry.place}: «&» stands in rules only, not in a lexicon entry")
        try:
            self._member(key, entry.phrase.parts[0], entry.section, feats)
        except PhraseError as error:
            raise PhraseError(str(error) if ".yaml:" in str(error) else f"{entry.place}: {error}") from None

    def _member(self, group: int, seq: Seq, section: str, feats: Feats) -> None:
        """Add an alternative to a group: one word implies the group, several words become an entry."""
        first = seq[0]
        if len(seq) == 1 and isinstance(first, TreeStep) and first.mode == "one":
            if isinstance(first.what, Choice) and feats:
                for option in first.what.options:
                    self._member(group, option, section, first.what.feats + feats)
                return
            if isinstance(first.what, Leaf) and first.what.kind == "entity" and feats:
                return  # an entity has no readings, hence no features
            if not (isinstance(first.what, Leaf) and first.what.kind == "mark"):
                self._implies[self._key_of(first.what, section, feats)].append(group)
                return
        within = self._leaf(Leaf("word", feats=feats), "any") if feats else 0
        self._entries.append((group, self._steps(seq, section), within))


@lru_cache(maxsize=4096)  # equal tests are one object, which makes a program's cache smaller
def _tests(feats: Feats) -> tuple[Test, ...]:
    return tuple((feature.name, feature.values, feature.negated) for feature in feats)


def _frozen(table: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {text: tuple(found) for text, found in table.items()}


class _Tables:
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
        if not term.lemmas or all(name == "UPOS" for name, *_ in spec.tests):
            for form in term.forms:  # a form says nothing of features
                self.forms[form].append(spec._replace(tests=()))
        if term.folded:
            self.folded[term.folded].append(spec)
        if spec.derived and term.stem:
            self.stems[term.stem].append(spec)


class _Linker:
    """Closes implications, orders lexicon entries, chooses anchors."""

    def __init__(self, compiler: Compiler) -> None:
        self.c = compiler
        self.implies = compiler._implies
        self.members: dict[int, list[int]] = defaultdict(list)
        for key, groups in self.implies.items():
            for group in groups:
                self.members[group].append(key)
        self.by_group: dict[int, list[tuple[Step, ...]]] = defaultdict(list)
        for group, steps, _ in compiler._entries:
            self.by_group[group].append(steps)
        self.weight_of: dict[int, int] = {}
        self.length_of: dict[int, int] = {}
        self.level_of: dict[int, int] = {}

    def program(self) -> Program:
        tables = self.c._tables
        return Program(
            lemmas=_frozen(tables.lemmas),
            folded=_frozen(tables.folded),
            forms=_frozen(tables.forms),
            exact=_frozen(tables.exact),
            stems=_frozen(tables.stems),
            patterns=tuple(tables.patterns),
            words=tuple(tables.words),
            entities=dict(tables.entities),
            implies={key: self.closure(key) for key in self.implies},
            levels=self.levels(),
            phrases=tuple(map(self.phrase, self.c._phrases)),
        )

    def closure(self, key: int) -> tuple[int, ...]:
        found: dict[int, None] = {}
        waiting = list(self.implies.get(key, ()))
        while waiting:
            group = waiting.pop()
            if group not in found:
                found[group] = None
                waiting += self.implies.get(group, ())
        return tuple(found)

    def levels(self) -> tuple[dict[int, tuple[Entry, ...]], ...]:
        levels: dict[int, dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for group, steps, within in self.c._entries:
            part = self.part(steps)
            levels[self.level(steps)][part.anchor].append(Entry(group, part, within))
        return tuple({anchor: tuple(found) for anchor, found in levels[n].items()} for n in sorted(levels))

    def phrase(self, raw: tuple[tuple[tuple[Step, ...], ...], tuple[int, ...]]) -> PhraseCode:
        parts = tuple(self.part(steps) for steps in raw[0])
        needs = frozenset[int]().union(*(part.needs for part in parts))
        return PhraseCode(parts, raw[1], needs, min((part.anchor for part in parts), key=self.weight))

    def part(self, steps: tuple[Step, ...]) -> Part:
        """The steps with the rarest key among those that must be there, and where it may stand."""
        best: tuple[int, int, int, int] | None = None
        least = most = 0
        for op, argument in steps:
            if op == KEY:
                candidate = (self.weight(int(argument)) + (most - least), int(argument), least, most)
                best = min(best or candidate, candidate)
            low, high = self.extent(op, argument)
            least, most = least + low, most + high
        assert best is not None
        needs = frozenset(int(argument) for op, argument in steps if op == KEY)
        return Part(steps, best[1], best[2], best[3], needs)

    def extent(self, op: int, argument: int | str) -> tuple[int, int]:
        """Least and greatest number of words that a step takes."""
        if op == MARK:
            return 0, 0
        if op == GAP:
            return 0, int(argument)
        if op == NOT:
            return 1, 1
        return (1 if op == KEY else 0), self.length(int(argument))

    def length(self, key: int) -> int:
        if key in self.c._entities:
            return _MAX_ENTITY
        if key not in self.length_of:
            own = [sum(self.extent(op, argument)[1] for op, argument in steps) for steps in self.by_group[key]]
            self.length_of[key] = max([1, *own, *(self.length(member) for member in self.members[key])])
        return self.length_of[key]

    def weight(self, key: int) -> int:
        """How common a key is likely to be: the number of terms behind it, function words counting for many."""
        if key not in self.weight_of:
            own = self.c._weights.get(key, 0)
            inner = sum(self.weight(member) for member in self.members[key])
            phrases = sum(
                min(self.weight(int(argument)) for op, argument in steps if op == KEY) for steps in self.by_group[key]
            )
            self.weight_of[key] = own + inner + phrases
        return self.weight_of[key]

    def level(self, steps: Sequence[Step]) -> int:
        """0 for entries over words and entities only; else one more than the entries that they build on."""
        keys = [int(argument) for op, argument in steps if op in (KEY, OPTIONAL, NOT)]
        return max(self.key_level(key) for key in keys)

    def key_level(self, key: int) -> int:
        if key not in self.level_of:
            own = [self.level(steps) + 1 for steps in self.by_group[key]]
            self.level_of[key] = max([0, *own, *(self.key_level(member) for member in self.members[key])])
        return self.level_of[key]
