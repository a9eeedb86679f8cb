"""Our scanner as a spaCy tokenizer: handles, hashtags, links, sums and words in disguise stay whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from qazlint.language.scanner import scan

NAME = "qazlint.Tokenizer.v1"


def pieces(text: str) -> tuple[list[str], list[bool]]:
    """The words of a text for `Doc`, and after which of them a single space follows; joined they give the text.

    White space that is more than one space after a token is a token of its own, as everywhere in spaCy.
    """
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for token in scan(text):
        _gap(text[at : token.start], words, spaces)
        words.append(text[token.start : token.end])
        spaces.append(False)
        at = token.end
    _gap(text[at:], words, spaces)
    return words, spaces


def _gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


class ScannerTokenizer:
    """A tokenizer for `nlp.tokenizer`; it has no state, so there is nothing to save or load."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaces = pieces(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Tokenize many texts in turn."""
        for text in texts:
            yield self(text)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to keep."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> ScannerTokenizer:
        """Nothing to restore."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Nothing to keep."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> ScannerTokenizer:
        """Nothing to restore."""
        return self


def make_tokenizer() -> Callable[[Language], ScannerTokenizer]:
    """The entry of `@tokenizers = "qazlint.Tokenizer.v1"` in a spaCy config."""

    def create(nlp: Language) -> ScannerTokenizer:
        return ScannerTokenizer(nlp.vocab)

    return create
