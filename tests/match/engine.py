"""The engine on sentences of made-up words, without analysis and without a policy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from qazlint.match.keys import Keys
from qazlint.match.phrases import Stretch, find
from qazlint.match.view import View
from qazlint.policy.compiler import Compiler
from qazlint.policy.lexicon import Lexicon
from qazlint.policy.phrases import parse
from qazlint.types import Analysis, Arc, Sentence, Token, Word

# Words, and the parts of speech that each may be. No dictionary has them.
PARTS: Mapping[str, Sequence[str]] = {"qaa": ("NOUN",), "qbb": ("VERB",), "qcc": ("NOUN", "VERB"), "qdd": ("ADV",)}
ENTITIES = ("date", "time")


def word(name: str) -> Word:
    """A word with a reading for each part of speech."""
    return Word(name, name, "word", (name,), tuple(Analysis(name, pos) for pos in PARTS.get(name, ())))


def sentence(
    words: Sequence[str], marks: Sequence[str] = (), together: Sequence[tuple[int, int, str]] = (),
    paragraph: int = 0, first: int = 0,
) -> Sentence:  # fmt: skip
    """A sentence of words; `together` names stretches that are an entity, or a word written in pieces.

    first  number of words in the text before it; each takes four code points
    """
    tokens = tuple(Token(i * 4, i * 4 + 3, word(name)) for i, name in enumerate(words, first))
    arcs = tuple(
        Arc(first, last, name) if name in ENTITIES else Arc(first, last, "pieces", word(name))
        for first, last, name in together
    )
    return Sentence(tokens, tuple(marks) or ("",) * (len(tokens) + 1), arcs, paragraph)


def matches(phrase: str, said: Sentence, lexicons: Mapping[str, Lexicon] | None = None) -> list[Stretch]:
    """What the engine finds; raises PhraseError for a phrase that it does not take."""
    return tried(phrase, said, lexicons)[0]


def tried(phrase: str, said: Sentence, lexicons: Mapping[str, Lexicon] | None = None) -> tuple[list[Stretch], bool]:
    """What the engine finds, and whether the phrase would be tried."""
    compiler = Compiler(lexicons or {})
    number = compiler.phrase(parse(phrase))
    program = compiler.program()
    view = View(said, Keys(program))
    return find(program.phrases[number], view), number in view.possible


def read(text: str) -> tuple[Sentence, list[Stretch]]:
    """A sentence written as `[qaa , qbb] {qcc qdd}date`, and the stretches in square brackets."""
    words: list[str] = []
    marks, together, marked = [""], [], []
    opened = pieces = 0
    for sign, thing, name in re.findall(r"([\[\]{,])|}(\w+)|(\w+)", text):
        if name:
            words.append(name)
            marks.append("")
        elif thing:
            together.append((pieces, len(words), thing))
        elif sign == ",":
            marks[-1] = ","
        elif sign == "{":
            pieces = len(words)
        elif sign == "[":
            opened = len(words)
        else:
            marked.append((opened, len(words)))
    return sentence(words, marks, together), marked
