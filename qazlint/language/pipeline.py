"""Text → sentences of tokens with all their readings, in Russian, Kazakh and both mixed."""

from __future__ import annotations

from collections.abc import Sequence

from qazlint.language import entities, scanner, sentences
from qazlint.language.context import in_context
from qazlint.language.disguise import spelled_out
from qazlint.language.words import VISIBLE, word
from qazlint.types import Arc, RawToken, Sentence, Token

__all__ = ["analyse"]


def analyse(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; offsets are code points into it."""
    raw = scanner.scan(text)
    result = []
    quoted, last_paragraph = False, -1
    for first, last, paragraph in sentences.split(text, raw):
        quoted = quoted and paragraph == last_paragraph  # a quotation mark left open ends with its paragraph
        sentence, quoted = _sentence(text, raw[first:last], paragraph, quoted)
        last_paragraph = paragraph
        if sentence.tokens:
            result.append(sentence)
    return tuple(result)


def _sentence(text: str, raw: Sequence[RawToken], paragraph: int, quoted: bool) -> tuple[Sentence, bool]:
    visible: list[RawToken] = []
    marks: list[str] = [""]
    for token in raw:
        if token.kind in VISIBLE:
            visible.append(token)
            marks.append("")
        elif token.kind != "suffix":
            mark = text[token.start : token.end]
            marks[-1] = f"{marks[-1]} {mark}" if marks[-1] else mark
    words, quoted = in_context([word(text[t.start : t.end], t.kind) for t in visible], marks, quoted)
    tokens = tuple(Token(t.start, t.end, w) for t, w in zip(visible, words, strict=True))
    return Sentence(tokens, tuple(marks), tuple(_arcs(tokens, marks)), paragraph), quoted


def _arcs(tokens: Sequence[Token], marks: Sequence[str]) -> list[Arc]:
    arcs = list(entities.find(tokens))
    arcs += [Arc(run.first, run.last, "word", word(run.text, "mask")) for run in spelled_out(tokens, marks)]
    return arcs
