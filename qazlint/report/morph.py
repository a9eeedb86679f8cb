"""Words with all their readings, for authors of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qazlint.types import Analysis, Sentence, Token


def render(sentences: Sequence[Sentence]) -> str:
    """A block for each sentence: word, then its readings, the likeliest first; then what was recognised in it."""
    return "\n".join("".join(f"{line}\n" for line in _sentence(sentence)) for sentence in sentences)


def _sentence(sentence: Sentence) -> Iterator[str]:
    for token in sentence.tokens:
        yield from _token(token)
    for arc in sentence.arcs:
        words = " ".join(token.word.text for token in sentence.tokens[arc.first : arc.last])
        yield f"<{arc.kind}>  {words}"


def _token(token: Token) -> Iterator[str]:
    word = token.word
    kind = "" if word.kind == "word" else f"  <{word.kind}>"
    other = [form for form in word.forms if form != word.text.lower()]
    yield f"{word.text}{kind}{'  = ' + ', '.join(other) if other else ''}"
    for reading in word.analyses:
        yield f"    {_reading(reading)}"


def _reading(reading: Analysis) -> str:
    feats = "|".join(f"{name}={value}" for name, value in sorted(reading.feats.items()))
    signs = [sign for sign, holds in (("unknown", not reading.is_known), ("derived", reading.derived)) if holds]
    if reading.spelling != "exact":
        signs.append(reading.spelling)
    notes = f"  ({', '.join(signs)})" if signs else ""
    return f"{reading.lang}  {reading.lemma}  {reading.pos}  {feats}{notes}".rstrip()
