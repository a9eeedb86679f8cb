"""How often the Kazakh analyser has the lemma of a treebank's words.

    python -m benchmarks.kazakh_treebank kk_ktb-ud-test.conllu …

Takes CoNLL-U files, such as those of UD_Kazakh-KTB (https://github.com/UniversalDependencies/UD_Kazakh-KTB, CC BY-SA).
Words without a Cyrillic letter, with a space, or split by the treebank are left out. A verb's lemma there is its stem,
here its infinitive; both are compared as infinitives.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from qazlint.language.kazakh import analyze
from qazlint.language.kazakh.joints import infinitive

VERBAL = ("VERB", "AUX")


def tokens(path: Path) -> Iterator[tuple[str, str, str]]:
    """Form, lemma and part of speech of the words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit() and cells[3] not in ("PUNCT", "SYM", "X") and _is_word(cells):
            yield cells[1], cells[2].lower(), cells[3]


def _is_word(cells: list[str]) -> bool:
    return cells[2] != "_" and " " not in cells[1] and re.search("[а-яәғқңөұүһі]", cells[1].lower()) is not None


def same(lemma: str, gold: str, pos: str) -> bool:
    """Whether a reading's lemma is that of the treebank."""
    return lemma == gold or (pos in VERBAL and lemma == infinitive(gold))


def fits(pos: str, gold: str) -> bool:
    """Whether the parts of speech agree; verbs and auxiliaries are one."""
    return pos == gold or (pos in VERBAL and gold in VERBAL)


def main(paths: list[str]) -> None:
    """Print the figures."""
    words = [word for path in paths for word in tokens(Path(path))]
    any_, first, with_pos, candidates = 0, 0, 0, 0
    for form, gold, pos in words:
        readings = analyze(form)
        right = [reading for reading in readings if same(reading.lemma, gold, pos)]
        any_ += bool(right)
        first += bool(right) and right[0] is readings[0]
        with_pos += any(fits(reading.pos, pos) for reading in right)
        candidates += len({reading.lemma for reading in readings})
    print(f"words                      {len(words):6}")
    for name, value in (
        ("lemma among the readings", any_),
        ("lemma comes first", first),
        ("lemma with its UPOS", with_pos),
        ("lemmas a word", candidates),
    ):
        print(f"{name:26} {value / max(1, len(words)):6.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
