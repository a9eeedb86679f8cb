"""The engine against the definition of the phrase language, on random lexicons, phrases and sentences."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.match.keys import Keys
from qazlint.match.phrases import find
from qazlint.match.view import View
from qazlint.policy.compiler import Compiler
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.phrases import PhraseError, parse
from qazlint.policy.problems import Place
from qazlint.types import Sentence, Token, Word
from tests.match import oracle

VOCABULARY = ("qaa", "qbb", "qcc", "qdd")
PLACE = Place("test.yaml", 1)


def words() -> st.SearchStrategy[str]:
    return st.sampled_from(VOCABULARY)


def items(groups: tuple[str, ...], depth: int = 1) -> st.SearchStrategy[str]:
    atoms = words() if not groups else st.one_of(words(), st.sampled_from(groups))
    if depth:
        atoms = st.one_of(
            atoms, atoms, st.lists(sequences(groups, depth - 1), min_size=2, max_size=3).map(_choice)
        )  # fmt: skip
    marked = st.tuples(atoms, st.sampled_from(["", "", "", "?"])).map("".join)
    negated = words().map(lambda word: f"!{word}")
    gaps = st.integers(1, 3).map(lambda limit: f"..{limit}")
    return st.one_of(marked, marked, marked, negated, gaps)


def _choice(options: list[str]) -> str:
    return f"({' | '.join(options)})"


def sequences(groups: tuple[str, ...], depth: int = 1) -> st.SearchStrategy[str]:
    return st.lists(items(groups, depth), min_size=1, max_size=4).map(" ".join)


def phrases(groups: tuple[str, ...]) -> st.SearchStrategy[str]:
    joints = st.sampled_from([" & ", " &1 ", " &3 "])
    more = st.lists(st.tuples(joints, sequences(groups)), max_size=2)
    return st.tuples(sequences(groups), more).map(lambda pair: pair[0] + "".join(j + s for j, s in pair[1]))


@st.composite
def lexicons(draw: st.DrawFn) -> dict[str, Lexicon]:
    """Up to three lexicons, each of which may use those before it."""
    made: dict[str, Lexicon] = {}
    for name in ("one", "two", "three")[: draw(st.integers(0, 3))]:
        before = tuple(f"@{lexicon}.{group}" for lexicon in made for group in made[lexicon].groups)
        before += tuple(f"@{lexicon}" for lexicon in made)
        groups = {}
        for group in ("x", "y")[: draw(st.integers(1, 2))]:
            texts = draw(st.lists(sequences(before), min_size=1, max_size=3))
            entries = [entry for text in texts if (entry := _entry(text))]
            groups[group] = tuple(entries) or (LexiconEntry("qaa", "any", parse("qaa"), PLACE),)
        made[name] = Lexicon(name, groups)
    return made


def _entry(text: str) -> LexiconEntry | None:
    try:
        Compiler(_NO_LEXICONS).phrase(parse(text)) if "@" not in text else parse(text)
    except PhraseError:
        return None
    return LexiconEntry(text, "any", parse(text), PLACE)


_NO_LEXICONS: dict[str, Lexicon] = {}


def sentence(text: list[str]) -> Sentence:
    tokens = tuple(Token(i * 4, i * 4 + 3, Word(word, word, "word", (word,))) for i, word in enumerate(text))
    return Sentence(tokens, ("",) * (len(tokens) + 1), (), 0)


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Lexicon], str, list[str]]:
    made = draw(lexicons())
    groups = tuple(f"@{lexicon}.{group}" for lexicon in made for group in made[lexicon].groups)
    groups += tuple(f"@{lexicon}" for lexicon in made)
    return made, draw(phrases(groups)), draw(st.lists(words(), min_size=1, max_size=8))


@settings(max_examples=6 * settings.default.max_examples, deadline=None)
@given(cases())
def test_engine_equals_the_definition(case: tuple[dict[str, Lexicon], str, list[str]]) -> None:
    made, text, spoken = case
    compiler = Compiler(made)
    try:
        number = compiler.phrase(parse(text))
    except PhraseError:
        return  # a phrase without a word that must be there is an error, not a match
    program = compiler.program()
    view = View(sentence(spoken), Keys(program))
    assert find(program.phrases[number], view) == oracle.find(parse(text), spoken, made)
