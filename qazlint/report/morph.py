"""Words with all their readings, for authors of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qazlint.language.routing import leanings
from qazlint.types import Analysis, Sentence, Token, Word


def render(sentences: Sequence[Sentence]) -> str:
    """A block for each sentence: word, then its readings, the likeliest first; then what was recognised in it."""
    return "\n".join("".join(f"{line}\n" for line in _sentence(sentence)) for sentence in sentences)


def _sentence(sentence: Sentence) -> Iterator[str]:
    words = [token.word for token in sentence.tokens]
    for token, leaning in zip(sentence.tokens, leanings(words, sentence.marks), strict=True):
        yield from _token(token, "kk" if leaning > 0 else "ru")
    for arc in sentence.arcs:
        words_of_arc = " ".join(token.word.text for token in sentence.tokens[arc.first : arc.last])
        yield f"<{arc.kind}>  {words_of_arc}"


def _token(token: Token, lang: str) -> Iterator[str]:
    word = token.word
    kind = "" if word.kind == "word" else f"  <{word.kind}>"
    other = [form for form in word.forms if form != word.text.lower()]
    spoken = f"  [{lang}]" if word.analyses else ""
    yield f"{word.text}{kind}{spoken}{'  = ' + ', '.join(other) if other else ''}"
    yield from _readings(word)


def _readings(word: Word) -> Iterator[str]:
    """A line for each reading; roots and unfolded guesses, which only certain terms are compared with, on one each."""
    plain = [r for r in word.analyses if not r.derived and not _only_compared(r)]
    width = max((len(reading.lemma) for reading in plain), default=0)
    for reading in plain:
        yield f"    {_reading(reading, width)}"
    roots = dict.fromkeys(f"{r.lemma} {r.pos}" for r in word.analyses if r.derived)
    if roots:
        yield f"    for terms with ~: {', '.join(roots)}"
    compared = dict.fromkeys(f"{r.lemma} {r.pos}" for r in word.analyses if not r.derived and _only_compared(r))
    if compared:
        yield f"    without Kazakh letters: {', '.join(compared)}"


def _only_compared(reading: Analysis) -> bool:
    """Whether the lemma is in the folded alphabet, there to be compared with folded terms."""
    return reading.lang == "kk" and not reading.is_known and reading.spelling != "exact"


def _reading(reading: Analysis, width: int) -> str:
    feats = "|".join(f"{name}={value}" for name, value in sorted(reading.feats.items()))
    signs = [] if reading.is_known else ["unknown"]
    if reading.spelling != "exact":
        signs.append(reading.spelling)
    notes = f"  ({', '.join(signs)})" if signs else ""
    return f"{reading.lang}  {reading.lemma:{width}}  {reading.pos:5}  {feats}{notes}".rstrip()
