"""How often words stand in posts → `qazlint/policy/frequent.txt`, by which a phrase is looked up by its rarest word.

    python -m scripts.frequency

Counted in the sentences of the labelled posts; counts are rounded, so that a few more posts change few lines.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from qazlint.language.pipeline import analyse
from qazlint.types import Word

_ROOT = Path(__file__).parent.parent
_TARGET = _ROOT / "qazlint" / "policy" / "frequent.txt"
_PER = 10_000  # sentences
_LEAST = 5  # in so many; what is rarer is rare enough
_HEAD = """\
# Words by the number of sentences, of 10,000 in posts, in which they stand: lemmas and forms, in lower case, ё as е.
# Written by `python -m scripts.frequency`.
"""


def main() -> None:
    """Count and write."""
    counts, sentences = _counted()
    classes: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count * _PER >= _LEAST * sentences:
            classes[_rounded(count * _PER // sentences)].append(word)
    lines = [f"{number} {' '.join(sorted(classes[number]))}\n" for number in sorted(classes, reverse=True)]
    _TARGET.write_text(_HEAD + "".join(lines), encoding="utf-8")


def _counted() -> tuple[Counter[str], int]:
    """Word → in how many sentences it stands, and how many there are."""
    counts: Counter[str] = Counter()
    sentences = 0
    for text in _texts():
        for sentence in analyse(text):
            sentences += 1
            counts.update(set().union(*(_names(token.word) for token in sentence.tokens)))
    return counts, sentences


def _texts() -> Iterator[str]:
    """The posts that need not stay unseen."""
    for path in sorted((_ROOT / "tests" / "corpus").glob("*-tuned.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def _names(word: Word) -> set[str]:
    """What a word of a dictionary may be called in a rule; other words, such as an employer's name, are a policy's."""
    known = [reading.lemma for reading in word.analyses if reading.is_known]
    return {name for name in (*word.forms, *known) if name.isalpha()} if known else set()


def _rounded(count: int) -> int:
    """A number of two digits and noughts."""
    unit = 10 ** max(0, len(str(count)) - 2)
    return count // unit * unit


if __name__ == "__main__":
    main()
