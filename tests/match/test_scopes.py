"""The scopes of conditions: against their definition on random texts, and the story on texts that people write."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Linter
from qazlint.match.keys import Keys
from qazlint.match.scopes import Context
from qazlint.match.view import View
from qazlint.match.weighing import Scales, Weighing
from qazlint.policy.compiler import Compiler
from qazlint.policy.model import Condition, Policy
from qazlint.policy.names import SCOPES
from qazlint.policy.phrases import parse
from qazlint.types import Sentence, Token, Word
from tests.match import oracle
from tests.policy.small import POLICY, RULE, write

WORD, TURN, MATCH = "qaa", "qbb", "qcc"


@cache
def policy() -> Policy:
    compiler = Compiler({})
    word, turn = compiler.phrase(parse(WORD)), compiler.phrase(parse(TURN))
    assert (word, turn) == (0, 1)
    nothing = MappingProxyType[str, str]({})
    return Policy(nothing, "small", "1", nothing, {}, {}, (), compiler.program(), (turn,))


def context(spoken: oracle.Spoken) -> Context:
    sentences = [
        Sentence(tuple(Token(0, 1, Word(w, w, "word", (w,))) for w in words), ("",) * (len(words) + 1), (), paragraph)
        for paragraph, words in spoken
    ]
    keys = Keys(policy().program)
    return Context(sentences, [View(sentence, keys) for sentence in sentences], policy(), Weighing([], Scales(keys)))


@st.composite
def texts(draw: st.DrawFn) -> oracle.Spoken:
    words = st.lists(st.sampled_from([WORD, TURN, MATCH, "qdd", "qdd"]), min_size=1, max_size=6)
    breaks = st.sampled_from([0, 0, 1])
    paragraph, spoken = 0, []
    for sentence in draw(st.lists(words, min_size=1, max_size=14)):
        paragraph += draw(breaks)
        spoken.append((paragraph, sentence))
    return spoken


@settings(max_examples=3 * settings.default.max_examples, deadline=None)
@given(texts(), st.data())
def test_scopes_equal_their_definition(spoken: oracle.Spoken, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(spoken) - 1))
    place = data.draw(st.integers(0, len(spoken[at][1]) - 1))
    match = (place, place + 1)
    for scope in SCOPES:
        condition = Condition(scope, False, (0,))
        found = context(spoken).evidence([condition], at, match) is not None
        assert found == oracle.occurs(scope, WORD, TURN, spoken, at, match), scope


STORY_RULE = RULE.replace("    examples:", "    unless: {story: [школа, 'до ромашка']}\n    examples:")
TURNS = POLICY + 'turns: ["@employer", "сейчас ..2 здесь"]\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Дали премию.", True),
        ("В школе дали премию.", False),
        ("Работала в школе. Было весело. Потом дали премию.", False),
        ("Работала в школе.\n\nБыло весело.\n\nПотом дали премию.", False),
        ("Работала в школе. А теперь в Ромашке. Дали премию.", True),
        ("Работала в школе. Сейчас я здесь. Дали премию.", True),
        ("Работала в школе. В Ромашке дали премию.", True),
        ("Работала в школе, теперь в Ромашке. Дали премию.", True),
        ("Я из Ромашки, а муж работает в школе. Дали премию.", False),
        ("Это было до Ромашки. Дали премию.", False),
        ("Дали премию. Раньше работала в школе.", True),
        ("Муж работает в школе, а мне в Ромашке дали премию.", True),
        ("Мужу в школе дали премию, не то что в Ромашке.", False),
        ("В Ромашке говорили, что в школе дали премию.", False),
        ("Работала в школе. " + "Шёл снег. " * 9 + "Дали премию.", False),
        ("Работала в школе. " + "Шёл снег. " * 10 + "Дали премию.", True),
    ],
)  # fmt: skip
def test_story(tmp_path: Path, text: str, found: bool) -> None:
    linter = Linter(write(tmp_path, policy=TURNS, rule=STORY_RULE))
    assert bool(linter.check(text).findings) == found


def test_without_turns_a_story_goes_on(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path, rule=STORY_RULE))
    assert not linter.check("Работала в школе. А теперь в Ромашке. Дали премию.").findings
