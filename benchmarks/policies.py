"""Policies of any size, generated: lexicons of dictionary words and rules of the shapes that real ones have."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from benchmarks.posts import SEED, nouns

UNIT = 100  # rules
RULES_A_FILE, WORDS = 25, 40  # a file of rules has a lexicon of its own
_PATTERNS = ("@{lexicon} &6 {one}", "{one} ..2 {two}", "={form} {one}", "({one} | {two}) @{lexicon}")
_POLICY = """\
name: {ru: Проба}
version: "1"
source: {ru: Проба}
employer: {name: {any: [ромашка]}, domains: [romashka.example]}
roles: {employee: {ru: сотрудник}}
clauses:
  - {number: "1", text: {ru: Нельзя}, strength: {ru: нельзя}, severity: error}
"""


def write(folder: Path, rules: int) -> Path:
    """A policy of so many rules, the same for the same number; where it is."""
    chance = random.Random(SEED)
    words = [word for language in ("ru", "kk") for word in nouns("rare", language)[:1500] if word.isalpha()]
    (folder / "lexicons").mkdir(parents=True)
    (folder / "policy.yaml").write_text(_POLICY, encoding="utf-8")
    for first in range(0, rules, RULES_A_FILE):
        lexicon = f"words-{first}"
        entries = "".join(f"  - {word}\n" for word in sorted(chance.sample(words, WORDS)))
        (folder / "lexicons" / f"{lexicon}.yaml").write_text(f"any:\n{entries}", encoding="utf-8")
        numbers = range(first, min(first + RULES_A_FILE, rules))
        body = "".join(_rule(number, lexicon, words, chance) for number in numbers)
        head = f'clause: "1"\nunless: {{sentence: ["{chance.choice(words)}"]}}\nrules:\n'
        (folder / f"1-{first}.yaml").write_text(head + body, encoding="utf-8")
    return folder


def write_lists(folder: Path, lists: Sequence[Sequence[str]]) -> Path:
    """A policy of a rule for each list of words, which finds them; where it is."""
    (folder / "lexicons").mkdir(parents=True)
    (folder / "policy.yaml").write_text(_POLICY, encoding="utf-8")
    groups = "".join(f"  words-{number}:\n    ru: [{', '.join(words)}]\n" for number, words in enumerate(lists))
    (folder / "lexicons" / "lists.yaml").write_text(f"groups:\n{groups}", encoding="utf-8")
    rules = "".join(_written(number, [f"@lists.words-{number}"], words[0]) for number, words in enumerate(lists))
    (folder / "1-lists.yaml").write_text(f'clause: "1"\nrules:\n{rules}', encoding="utf-8")
    return folder


def _rule(number: int, lexicon: str, words: list[str], chance: random.Random) -> str:
    one, two, form = chance.sample(words, 3)
    return _written(number, [p.format(lexicon=lexicon, one=one, two=two, form=form) for p in _PATTERNS], one)


def _written(number: int, phrases: Sequence[str], example: str) -> str:
    lines = "".join(f'      - "{phrase}"\n' for phrase in phrases)
    return (f"  - id: 1.rule-{number}\n    message: {{ru: Слово}}\n    advice: {{ru: Уберите}}\n    any:\n{lines}"
            f'    examples: {{bad: ["[[{example}]]"], good: ["вот и всё"]}}\n')  # fmt: skip
