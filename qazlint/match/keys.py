"""A word → the set of the program's keys that it has. Computed once for a word, then a dictionary look-up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import regex

from qazlint.language.memo import remembered
from qazlint.language.parts import has_part_of_speech
from qazlint.match.patterns import Patterns
from qazlint.policy.program import Entry, Program, Spec, Test
from qazlint.types import Analysis, Word

_CACHE_SIZE = 400_000
_LONGEST = 100  # code points; a longer word is no word, and a pattern is not run on it
_NATIONAL = 10  # digits of a telephone number after +7 or 8
_SHORTEST_STEM = 4  # letters; many words begin with fewer
_PATTERNED = frozenset(("word", "mask", "abbreviation", "hashtag", "handle", "number"))


_POSITIVE_UNSAID = ("Polarity", "Degree")  # of which a reading has the negative or the higher only

T = TypeVar("T")
Filed = tuple[tuple[int, int], ...]  # a key that must be present too, and the number of what may match then


class Pairs(NamedTuple):
    """The lexicon's pairs of words of which one is known: keys of the other, and by those the keys of the pairs, each
    with the key within or 0."""

    others: frozenset[int]
    by_other: dict[int, list[tuple[int, int]]]


class Held(NamedTuple):
    """What holds of a stretch of words.

    keys     its keys, those that others imply included
    telling  those of its keys by which entries and phrases are ruled out
    first    what is filed under its keys: the entries that build on words and entities only
    later    the entries that build on others
    asked    the phrases
    """

    keys: frozenset[int]
    telling: tuple[int, ...]
    first: Filed
    later: Filed
    asked: Filed


class Traits(NamedTuple):
    """What holds of a word: as of a stretch, but without the keys that have a flag.

    flags    the bits of those
    before   the lexicon's pairs of words that end with this one; None when there are none
    after    those that begin with it
    paired   those of its keys that the other word of a pair may ask for
    weighed  those of its keys that have weights
    weight   the sum of these, packed
    """

    keys: frozenset[int]
    telling: tuple[int, ...]
    first: Filed
    later: Filed
    asked: Filed
    flags: int
    before: Pairs | None
    after: Pairs | None
    paired: frozenset[int]
    weighed: frozenset[int]
    weight: int


_NOTHING = Held(frozenset(), (), (), (), ())


class Implied(dict[int, Held]):
    """A key of a lexicon entry or an entity → what holds where it holds."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program

    def __missing__(self, key: int) -> Held:
        found = self[key] = self.held(frozenset(self._program.implies.get(key, (key,))))
        return found

    def held(self, keys: frozenset[int]) -> Held:
        """What holds where these keys hold."""
        program = self._program
        return Held(
            keys, tuple(keys & program.telling),
            _under(keys, program.first), _under(keys, program.later), _under(keys, program.asked),
        )  # fmt: skip


class Keys(dict[Word, Traits]):
    """The word → keys table of one program; it grows as words are asked for."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.weights = program.weights
        self.implied = Implied(program)
        self._same: dict[tuple[frozenset[int], int], Traits] = {}  # forms of one lemma have the same keys
        self._by_feats: dict[object, tuple[int, ...]] = {}
        self._patterns = Patterns(program.patterns)
        self._with_argument: dict[str, list[tuple[str, int]]] = {}  # kind of entity → what is asked of it, and the key
        for name, key in program.entities.items():
            kind, _, argument = name.partition("=")
            if argument:
                self._with_argument.setdefault(kind, []).append((argument, key))
        self._stem_lengths = [length for length in {*map(len, program.stems)} if length >= _SHORTEST_STEM]
        self._unread = Analysis("", "", {}, is_known=False)
        self.of_word = remembered(_CACHE_SIZE)(self._of_word)  # the keys of a word, those with a flag among them

    def __missing__(self, word: Word) -> Traits:
        if len(self) >= _CACHE_SIZE:
            self.clear()
            self._same.clear()
        implies = self.program.implies
        found = self[word] = self._traits({held for key in self._direct(word) for held in implies.get(key, (key,))})
        return found

    def _traits(self, held: set[int]) -> Traits:
        program = self.program
        keys = frozenset(held - program.flags.keys())
        flags = sum(program.flags[key] for key in held - keys)
        found = self._same.get((keys, flags))
        if found is None:
            pairs = _under(keys, program.pairs)
            before, after = (_pairs(pair for pair in pairs if bool(pair[2][2]) == last) for last in (True, False))
            weighed = keys & self.weights.keys()
            found = self._same[keys, flags] = Traits(
                *self.implied.held(keys), flags, before, after, keys & program.paired, weighed, self.weight(weighed)
            )
        return found

    def weight(self, keys: Iterable[int]) -> int:
        """The sums of the weights of some keys, packed."""
        return sum(map(self.weights.__getitem__, keys))

    @property
    def given_up(self) -> Collection[str]:
        """Patterns of words that took too long."""
        return self._patterns.given_up

    def entity(self, kind: str) -> Held:
        """What an entity says, by its kind."""
        key = self.program.entities.get(kind)
        return self.implied[key] if key else _NOTHING

    def _of_word(self, word: Word) -> Held:
        traits = self[word]
        flags = traits.flags
        return self.implied.held(traits.keys.union(key for key, bit in self.program.flags.items() if flags & bit))

    def _direct(self, word: Word) -> Iterator[int]:
        program = self.program
        yield from program.exact.get(word.text, ())
        for form in word.forms:
            for key, _, tests, _ in program.forms.get(form, ()):
                if not tests or any(_fits(tests, reading) for reading in word.analyses):
                    yield key
        for reading in word.analyses:
            yield from self._of_reading(reading)
        if not any(reading.is_known for reading in word.analyses):
            for form in word.forms:  # a word that no dictionary has may be a term all the same
                unread = Analysis(form, "", {}, "", is_known=False)
                yield from _fitting(program.lemmas.get(form, ()), unread)
        yield from self._of_words(word)
        yield from self._of_patterns(word)
        yield from self._of_entity(word)

    def _of_reading(self, reading: Analysis) -> Iterator[int]:
        program = self.program
        specs: Sequence[Spec] = program.lemmas.get(reading.lemma, ())
        yield from _fitting(specs, reading)
        if reading.spelling != "exact":
            yield from _fitting(program.folded.get(reading.lemma, ()), reading)
        for length in self._stem_lengths:
            yield from _fitting(program.stems.get(reading.lemma[:length], ()), reading)

    def _of_words(self, word: Word) -> Iterator[int]:
        """Keys of the conditions on any word; they depend on part of speech and features alone, so they are kept."""
        for reading in word.analyses:
            signature = (reading.lang, reading.pos, reading.is_known, *reading.feats.items())
            found = self._by_feats.get(signature)
            if found is None:
                found = tuple(spec.key for spec in self.program.words if _fits(spec.tests, reading))
                self._by_feats[signature] = found
            yield from found

    def _of_patterns(self, word: Word) -> Iterator[int]:
        if word.kind not in _PATTERNED:
            return
        for form in word.forms:
            if len(form) > _LONGEST:
                continue
            for spec in self._patterns.specs(form):
                readings = word.analyses or (self._unread,)
                if _allowed(spec.tests, readings, any(reading.is_known for reading in readings)):
                    yield spec.key

    def _of_entity(self, word: Word) -> Iterator[int]:
        key = self.program.entities.get(word.kind)
        if key:
            yield key
        for wanted, own_key in self._with_argument.get(word.kind, ()):
            if _has_digits(word, wanted) if word.kind == "phone" else _is_of(_host(word), wanted):
                yield own_key


def _under(keys: Collection[int], filed: Mapping[int, tuple[T, ...]]) -> tuple[T, ...]:
    """What is filed under any of the keys."""
    return tuple([thing for key in filed.keys() & keys for thing in filed[key]])


def _pairs(entries: Iterable[Entry]) -> Pairs | None:
    by_other: dict[int, list[tuple[int, int]]] = {}
    for other, key, _, within in entries:
        by_other.setdefault(other, []).append((key, within))
    return Pairs(frozenset(by_other), by_other) if by_other else None


def _allowed(tests: Sequence[Test], readings: Sequence[Analysis], known: bool) -> bool:
    """Known=No asks that no reading at all is known; other features that one reading has them."""
    for name, values, negated in tests:
        if name == "Known" and (("Yes" if known else "No") in values) == negated:
            return False
    rest = [test for test in tests if test[0] != "Known"]
    return any(_fits(rest, reading) for reading in readings)


def _host(word: Word) -> str:
    rest = word.form.rpartition("@")[2] if word.kind == "email" else word.form.partition("://")[2] or word.form
    host = str(regex.split(r"[/?#:]", rest, maxsplit=1)[0])
    return host.removeprefix("www.").rstrip(".")


def _is_of(host: str, wanted: str) -> bool:
    return host == wanted or host.endswith("." + wanted)


def _has_digits(phone: Word, wanted: str) -> bool:
    """Whether it is that number, however written, with or without the codes of country and town."""
    has, wanted = (regex.sub(r"\D", "", text)[-_NATIONAL:] for text in (phone.text, wanted))
    return has.endswith(wanted) or wanted.endswith(has)


def _fitting(specs: Iterable[Spec], reading: Analysis) -> Iterator[int]:
    for key, lang, tests, derived in specs:
        if reading.derived and not derived:
            continue
        if lang != "any" and not _speaks(lang, reading):
            continue
        if not tests or _fits(tests, reading):
            yield key


def _speaks(lang: str, reading: Analysis) -> bool:
    """Whether a reading can be a term of that language; a Russian stem with Kazakh endings counts as Russian."""
    if not reading.lang or reading.lang == lang:
        return True
    return lang == "ru" and not reading.is_known


def _fits(tests: Iterable[Test], reading: Analysis) -> bool:
    for name, values, negated in tests:
        if name == "UPOS":
            holds = not reading.pos or has_part_of_speech(reading, values)
        elif name == "Lang":
            holds = reading.lang in values
        elif name == "Known":
            holds = ("Yes" if reading.is_known else "No") in values
        else:
            value = reading.feats.get(name)
            holds = value in values or (name in _POSITIVE_UNSAID and value is None and "Pos" in values)
        if holds == negated:
            return False
    return True
