"""The engine against the definition of the phrase language, on random lexicons, phrases and sentences."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.policy.compiler import Compiler
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.phrases import PhraseError, parse
from qazlint.policy.problems import Place
from tests.match import oracle
from tests.match.engine import ENTITIES, PARTS, sentence, tried

PLACE = Place("test.yaml", 1)


def words() -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(PARTS))


def features(*more: str) -> st.SearchStrategy[str]:
    return st.sampled_from([*more, "[UPOS=NOUN]", "[UPOS=VERB]", "[UPOS!=NOUN]"])


def items(groups: tuple[str, ...], depth: int = 1) -> st.SearchStrategy[str]:
    terms = st.one_of(words(), words(), words(), st.sampled_from([f"<{name}>" for name in ENTITIES]), features())
    wide = [st.sampled_from(groups)] if groups else []
    if depth:
        wide.append(st.lists(sequences(groups, depth - 1), min_size=2, max_size=3).map(_choice))
    atoms = [terms, *(st.tuples(each, features("", "", "", "")).map("".join) for each in wide)]
    marked = st.tuples(st.one_of(atoms), st.sampled_from(["", "", "", "?"])).map("".join)
    negated = words().map(lambda word: f"!{word}")
    gaps = st.integers(1, 3).map(lambda limit: f"..{limit}")
    return st.one_of(marked, marked, marked, negated, gaps, st.just("=,"))


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


@st.composite
def texts(draw: st.DrawFn) -> oracle.Text:
    spoken = draw(st.lists(words(), min_size=1, max_size=8))
    marks = draw(st.lists(st.sampled_from(["", "", "", ","]), min_size=len(spoken) + 1, max_size=len(spoken) + 1))
    together = []
    for name in draw(st.lists(st.sampled_from([*ENTITIES, *PARTS]), max_size=2)):
        start = draw(st.integers(0, len(spoken) - 1))
        end = draw(st.integers(start + (1 if name in ENTITIES else 2), start + 3))
        if end <= len(spoken):
            together.append((start, end, name))
    return oracle.Text(spoken, marks, together, PARTS)


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Lexicon], str, oracle.Text]:
    made = draw(lexicons())
    groups = tuple(f"@{lexicon}.{group}" for lexicon in made for group in made[lexicon].groups)
    groups += tuple(f"@{lexicon}" for lexicon in made)
    return made, draw(phrases(groups)), draw(texts())


@settings(max_examples=6 * settings.default.max_examples, deadline=None)
@given(cases())
def test_engine_equals_the_definition(case: tuple[dict[str, Lexicon], str, oracle.Text]) -> None:
    made, phrase, text = case
    try:
        found, is_tried = tried(phrase, sentence(text.words, text.marks, text.together), made)
    except PhraseError:
        return  # a phrase without a word that must be there is an error, not a match
    assert found == oracle.find(parse(phrase), text, made)
    assert is_tried or not found
