"""Syntax trees → `Program`: terms become numbered keys, lexicons become implications between keys, and every phrase
is filed under the rarest key that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from qazlint.policy import limits
from qazlint.policy.collected import Collected
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.linker import Linker
from qazlint.policy.literals import required
from qazlint.policy.names import suggestion
from qazlint.policy.phrases import PhraseError
from qazlint.policy.program import GAP, KEY, MARK, NOT, OPTIONAL, Program, Spec, Step, Test
from qazlint.policy.terms import derivation_stem, resolve, typed_forms
from qazlint.policy.tree import Choice, Feature, Gap, Leaf, Phrase, Seq
from qazlint.policy.tree import Step as TreeStep

Feats = tuple[Feature, ...]


class Compiler:
    """Collects the phrases of a policy one by one; `program()` closes the collection.

    Raises PhraseError for an unknown lexicon or group, and for lexicons that name each other in a circle.
    """

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self.lexicons = lexicons
        self.used: set[str] = set()  # full names of the groups that were asked for
        self.collected = Collected()
        self._keys: dict[object, int] = {}
        self._open: list[str] = []

    # ---- from outside

    def phrase(self, phrase: Phrase) -> int:
        """Take in a rule's phrase; returns its number in the program."""
        parts = tuple(self._steps(part, "any") for part in phrase.parts)
        windows = tuple(-1 if window is None else window for window in phrase.windows)
        self.collected.phrases.append((parts, windows))
        return len(self.collected.phrases) - 1

    def weigh(self, phrase: Phrase, section: str, column: int, units: int) -> int:
        """Take in a term's weight in a column; returns the term's key in the program. Terms of one key add up.

        Raises PhraseError for what is not one term.
        """
        (step, *more), *parts = phrase.parts
        what = step.what if isinstance(step, TreeStep) and step.mode == "one" and not (more or parts) else None
        if what is None or (isinstance(what, Leaf) and what.kind == "mark"):
            raise PhraseError("a weight stands beside one term: a word, a lexicon, an entity or features")
        key = self._key_of(what, section)
        weights = self.collected.weights[key]
        weights[column] = weights.get(column, 0) + units
        return key

    def program(self) -> Program:
        return Linker(self.collected).program()

    # ---- sequences

    def _steps(self, seq: Seq, section: str) -> tuple[Step, ...]:
        steps = tuple(
            (GAP, item.limit) if isinstance(item, Gap) else self._step(item, section) for item in _trimmed(seq)
        )
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
        return self._leaf(what._replace(feats=what.feats + feats) if feats else what, section)

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
        if len(self._keys) >= limits.MOST_KEYS:
            raise PhraseError(f"the policy has more than {limits.MOST_KEYS:,} terms")
        self._keys[signature] = len(self._keys) + 1
        return len(self._keys), True

    # ---- leaves

    def _leaf(self, leaf: Leaf, section: str) -> int:
        if leaf.kind == "lemma":
            return self._term(leaf, section)
        key, new = self._key((leaf.kind, leaf.value, leaf.feats))
        if not new:
            return key
        self.collected.named[key] = leaf
        tables = self.collected.tables
        spec = Spec(key, "any", _tests(leaf.feats), False)
        if leaf.kind == "entity":
            self.collected.entities.add(key)
            tables.entities[leaf.value] = key
        elif leaf.kind == "pattern":
            tables.patterns.append((leaf.value, tuple(sorted(required(leaf.value) or ())), spec))
        elif leaf.kind == "word":
            tables.words.append(spec)
        elif leaf.kind == "exact":
            tables.exact[leaf.value].append(key)
        else:
            for form in typed_forms(leaf.value):
                tables.forms[form].append(spec)
        return key

    def _term(self, leaf: Leaf, section: str) -> int:
        key, new = self._key(("lemma", leaf, section))
        if new:
            pos = next((feature.values[0] for feature in leaf.feats if feature.name == "UPOS"), None)
            term = resolve(leaf.value, section, pos)
            self.collected.named[key] = leaf
            spec = Spec(key, term.lang, _tests(leaf.feats), leaf.derived)
            self.collected.tables.add_term(term, spec)
            if leaf.derived and (stem := derivation_stem(leaf.value, term.lang)):
                self.collected.tables.stems[stem].append(spec)
        return key

    # ---- lexicons

    def _group(self, name: str, feats: Feats) -> int:
        lexicon, _, group = name.partition(".")
        if lexicon not in self.lexicons:
            raise PhraseError(f"unknown lexicon «@{lexicon}»{suggestion(lexicon, self.lexicons)}")
        groups = self.lexicons[lexicon].groups
        if group and group not in groups:
            raise PhraseError(f"lexicon «{lexicon}» has no group «{group}»{suggestion(group, groups)}")
        if len(feats) > limits.MOST_FEATURES:
            raise PhraseError(f"«@{name}» gets more than {limits.MOST_FEATURES} features")
        key, new = self._key(("group", name, feats))
        if name in self._open:
            raise PhraseError(f"lexicons name each other in a circle: {' → '.join([*self._open, name])}")
        if len(self._open) >= limits.DEEPEST_LEXICONS:
            raise PhraseError(f"lexicons name each other more than {limits.DEEPEST_LEXICONS} deep, down to «{name}»")
        if new:
            self._open.append(name)
            try:
                self._fill(key, lexicon, group, feats)
            finally:
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
                self.collected.implies[self._group(f"{lexicon}.{inner}", feats)].append(key)

    def _entry(self, key: int, entry: LexiconEntry, feats: Feats) -> None:
        if len(entry.phrase.parts) > 1:
            raise PhraseError(f"{entry.place}: «&» stands in rules only, not in a lexicon entry")
        try:
            self._member(key, entry.phrase.parts[0], entry.section, feats)
        except PhraseError as error:
            raise PhraseError(str(error) if ".yaml:" in str(error) else f"{entry.place}: {error}") from None

    def _member(self, group: int, seq: Seq, section: str, feats: Feats) -> None:
        """Add an alternative to a group: one word implies the group, several words become an entry."""
        seq = _trimmed(seq)
        first = seq[0]
        if len(seq) == 1 and isinstance(first, TreeStep) and first.mode == "one":
            if isinstance(first.what, Choice) and feats:
                for option in first.what.options:
                    self._member(group, option, section, first.what.feats + feats)
                return
            if isinstance(first.what, Leaf) and first.what.kind == "entity" and feats:
                return  # an entity has no readings, hence no features
            if not (isinstance(first.what, Leaf) and first.what.kind == "mark"):
                self.collected.implies[self._key_of(first.what, section, feats)].append(group)
                return
        within = self._leaf(Leaf("word", feats=feats), "any") if feats else 0
        self.collected.entries.append((group, self._steps(seq, section), within))


def _trimmed(seq: Seq) -> Seq:
    """A sequence without the gaps at its ends, which say nothing."""
    while isinstance(seq[0], Gap):
        seq = seq[1:]
    while isinstance(seq[-1], Gap):
        seq = seq[:-1]
    return seq


@lru_cache(maxsize=4096)  # equal tests are one object, which makes a program's cache smaller
def _tests(feats: Feats) -> tuple[Test, ...]:
    return tuple((feature.name, feature.values, feature.negated) for feature in feats)
