"""Text → sentences of tokens with all their readings, in Russian, Kazakh and both mixed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qazlint.language import entities, kazakh, scanner, sentences
from qazlint.language.context import in_context
from qazlint.language.disguise import spelled_out
from qazlint.language.words import VISIBLE, KazakhReader, word
from qazlint.types import Arc, RawToken, Sentence, Token, Word

__all__ = ["analyse"]

_token = partial(tuple.__new__, Token)  # in half the time of a call of the class


def analyse(text: str, read: KazakhReader = kazakh.analyze) -> tuple[Sentence, ...]:
    """The sentences of a text; offsets are code points into it.

    read  gives the Kazakh readings of a word form: our grammar, or what `kazakh.transducer.load` returns
    """
    raw = scanner.scan(text)
    result = []
    quoted, last_paragraph = False, -1
    for first, last, paragraph in sentences.split(text, raw):
        quoted = quoted and paragraph == last_paragraph  # a quotation mark left open ends with its paragraph
        sentence, quoted = _sentence(text, raw[first:last], paragraph, quoted, read)
        last_paragraph = paragraph
        if sentence.tokens:
            result.append(sentence)
    return tuple(result)


def _sentence(
    text: str, raw: Sequence[RawToken], paragraph: int, quoted: bool, read: KazakhReader
) -> tuple[Sentence, bool]:
    starts, ends, found, marks = list[int](), list[int](), list[Word](), [""]
    for start, end, kind in raw:
        if kind in VISIBLE:
            starts.append(start)
            ends.append(end)
            found.append(word(text[start:end], kind, read))
            marks.append("")
        elif kind != "suffix":
            mark = text[start:end]
            marks[-1] = f"{marks[-1]} {mark}" if marks[-1] else mark
    words, quoted = in_context(found, marks, quoted, read)
    tokens = tuple(map(_token, zip(starts, ends, words, strict=True)))
    return Sentence(tokens, tuple(marks), tuple(_arcs(tokens, marks, read)), paragraph), quoted


def _arcs(tokens: Sequence[Token], marks: Sequence[str], read: KazakhReader) -> list[Arc]:
    arcs = list(entities.find(tokens))
    arcs += [Arc(run.first, run.last, "word", word(run.text, "mask", read)) for run in spelled_out(tokens, marks)]
    return arcs
