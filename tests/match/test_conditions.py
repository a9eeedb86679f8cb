"""What docs/rules.md says of scopes, by table: which passage is the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

import pytest

from qazlint.match.keys import Keys
from qazlint.match.scopes import Context
from qazlint.match.view import View
from qazlint.match.weighing import Scales, Weighing
from qazlint.policy.compiler import Compiler
from qazlint.policy.model import Condition, Policy
from qazlint.policy.phrases import parse
from qazlint.types import Sentence, Span
from tests.match.engine import sentence

PHRASES = ("qaa ..2 qbb", "qaa")
TURN = "qdd"

# The match in square brackets, what is to be found in curly ones; sentences end in a dot, paragraphs in a bar.
TABLE = """
before: {qaa} x x x [qcc]
before: qaa x x x x [qcc]
before: {qaa} [qcc]
before: {qaa x qbb} x [qcc]
before: [qcc] qaa
before: [qaa]
before: qaa . [qcc]
after: [qcc] x x x {qaa}
after: [qcc] x x x x qaa
after: [qcc x] {qaa qbb}
after: qaa [qcc]
after: [qcc] . qaa
after: qaa [qcc] . x x qaa
sentence: {qaa} x x x x x x [qcc]
sentence: [qcc] x x x x x x {qaa qbb}
sentence: qaa . [qcc] . qaa
near: {qaa} . [qcc] . x
near: x . [qcc] . {qaa}
near: qaa . [qcc] x {qaa} . qaa
near: {qaa} . [qcc] . qaa
near: qaa . x . [qcc] . x . qaa
near: [qcc] . x . x . qaa
near: {qaa} | [qcc]
near: [qcc] | {qaa}
paragraph: qaa . x . {qaa} . x . [qcc] . x . x . x . qaa
paragraph: qaa . x . x . [qcc] . x . {qaa} . qaa
paragraph: qaa | [qcc] . x | qaa
paragraph: qaa | x . {qaa} . x . [qcc]
post: qaa . x . {qaa} . x . [qcc] . x . x . x . qaa
post: qaa . x . x . [qcc] . x . {qaa} . qaa
post: {qaa} | x | [qcc]
post: [qcc] | x | {qaa}
story: {qaa} . x . [qcc]
story: qaa . x . {qaa qbb} . [qcc]
story: [qcc] . qaa
story: [qcc] x {qaa}
story: qaa . qdd . [qcc]
story: {qaa} . x [qcc] . qdd
story: {qaa} . x [qcc] qdd
story: qaa . x qdd [qcc]
story: qaa qdd . x . [qcc]
story: qdd {qaa} . x . [qcc]
story: qdd . x {qaa} [qcc]
story: qaa qdd x {qaa} [qcc]
story: qaa qdd [qcc]
story: qaa qdd x qdd {qaa} [qcc]
story: qaa qdd {qaa} . qdd . {qaa} . [qcc]
story: {qaa qdd qbb} . [qcc]
story: {qaa} | x | [qcc]
"""
FAR = [f"{scope}: {text}" for scope in ("post", "paragraph") for text in
       ("{qaa} . " + "x . " * 9 + "[qcc]", "qaa . " + "x . " * 10 + "[qcc]",
        "[qcc] . " + "x . " * 9 + "{qaa}", "[qcc] . " + "x . " * 10 + "qaa")]  # fmt: skip
FAR += ["story: {qaa} . " + "x . " * 9 + "[qcc]", "story: qaa . " + "x . " * 10 + "[qcc]"]


class Said:
    """A text, the match and what is to be found: numbers of the sentence, of its first word, and of the one after."""

    def __init__(self, text: str) -> None:
        self.sentences: list[Sentence] = []
        self.marked: dict[str, list[tuple[int, int, int]]] = {"[": [], "{": []}
        before = paragraph = 0
        for said, end in re.findall(r"([^.|]+)([.|]?)", text):
            words: list[str] = []
            for sign, name in re.findall(r"([\[\]{}])|(\w+)", said):
                if name:
                    words.append(name)
                elif sign in self.marked:
                    opened = sign, len(words)
                else:
                    self.marked[opened[0]].append((len(self.sentences), opened[1], len(words)))
            self.sentences.append(sentence(words, paragraph=paragraph, first=before))
            before, paragraph = before + len(words), paragraph + (end == "|")

    def spans(self) -> Iterator[Span]:
        """The code points of what is to be found."""
        for at, first, last in self.marked["{"]:
            tokens = self.sentences[at].tokens
            yield Span(tokens[first].start, tokens[last - 1].end)

    def context(self) -> Context:
        compiler = Compiler({})
        *_, turn = (compiler.phrase(parse(phrase)) for phrase in (*PHRASES, TURN))
        nothing, program = MappingProxyType[str, str]({}), compiler.program()
        policy = Policy(nothing, "small", "1", nothing, {}, {}, (), program, (turn,))
        keys = Keys(program)
        return Context(self.sentences, [View(each, keys) for each in self.sentences], policy, Weighing([], Scales(keys)))


def condition(scope: str, negated: bool = False) -> Condition:
    return Condition(scope, negated, tuple(range(len(PHRASES))))


@pytest.mark.parametrize("row", [*TABLE.strip().splitlines(), *FAR])
def test_the_nearest_passage_of_the_scope(row: str) -> None:
    scope, _, text = row.partition(": ")
    said = Said(text)
    ((at, *match),) = said.marked["["]
    found = said.context().evidence([condition(scope)], at, (match[0], match[1]))
    assert found == (tuple(said.spans())[-1:] or None)
    unless = said.context().evidence([condition(scope, negated=True)], at, (match[0], match[1]))
    assert unless == (None if found else ())


@pytest.mark.parametrize("scope", ["before", "after", "sentence"])
def test_words_in_another_order_do_not_make_the_phrase_be_looked_for_elsewhere(scope: str) -> None:
    said = Said("qaa qbb . qbb qaa [qcc] . x x x qaa qbb")
    assert said.context().evidence([Condition(scope, False, (0,))], 1, (2, 3)) is None


def test_every_match_of_a_sentence_has_its_own_neighbours() -> None:
    said = Said("x [qcc] x {qaa} [qcc] x x x x [qcc] x . [qcc] {qaa}")
    context, spans = said.context(), list(said.spans())

    def found(scope: str) -> list[tuple[Span, ...] | None]:
        asked = [condition(scope)]  # one object, whose answers are remembered
        return [context.evidence(asked, at, (first, last)) for at, first, last in said.marked["["]]

    assert found("before") == [None, (spans[0],), None, None]
    assert found("after") == [(spans[0],), None, None, (spans[1],)]
    assert found("sentence") == [(spans[0],)] * 3 + [(spans[1],)]


def test_all_conditions_hold_and_each_gives_its_passage() -> None:
    said = Said("{qaa} . x {qaa} [qcc] x")
    far, close = said.spans()
    context = said.context()
    assert context.evidence([], 1, (2, 3)) == ()
    assert context.evidence([condition("near"), condition("before")], 1, (2, 3)) == (close, close)
    assert context.evidence([condition("after", negated=True), condition("sentence")], 1, (2, 3)) == (close,)
    assert context.evidence([condition("sentence"), condition("after")], 1, (2, 3)) is None
    assert context.evidence([condition("sentence"), condition("before", negated=True)], 1, (2, 3)) is None
    assert context.evidence([condition("near")], 0, (0, 1)) == (far,)


@pytest.mark.parametrize(
    ("scope", "text", "holds"),
    [
        ("sentence", "[qcc] qaa", True),
        ("sentence", "[qcc] . qaa", False),
        ("before", "[qcc] qaa", True),  # the words are there, their order is looked at later
        ("after", "qaa . [qcc]", False),
        ("near", "qaa . [qcc]", True),
        ("post", "qdd . [qcc]", False),
        ("story", "[qcc] . qaa", True),
    ],
)
def test_a_condition_may_hold_where_its_words_are(scope: str, text: str, holds: bool) -> None:
    said = Said(text)
    ((at, *_),) = said.marked["["]
    assert said.context().may_hold([condition(scope)], at) == holds
    assert said.context().may_hold([condition(scope, negated=True)], at)
    assert said.context().may_hold([condition(scope), condition(scope, negated=True)], at) == holds
