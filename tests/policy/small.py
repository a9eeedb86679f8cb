"""A policy of a few lines, for tests that need one to break."""

from __future__ import annotations

from pathlib import Path

POLICY = """\
name: {ru: Проба}
version: "1"
source: {ru: Проба}
employer:
  name:
    any: ["ромашка"]
  domains: ["romashka.example"]
roles:
  employee: {ru: сотрудник}
  chief: {ru: начальник}
clauses:
  - number: "1"
    text: {ru: Нельзя}
    strength: {ru: нельзя}
    severity: error
"""
RULE = """\
clause: "1"
rules:
  - id: 1.money
    message: {ru: Деньги}
    advice: {ru: Уберите}
    any: ["@money"]
    examples:
      bad: ["вот [[премия]]"]
      good: ["вот и всё"]
"""
LEXICON = """\
ru:
  NOUN: [премия, оклад]
"""


def write(folder: Path, policy: str = POLICY, rule: str = RULE, lexicon: str = LEXICON) -> Path:
    """The policy in a folder, any of its files replaced."""
    (folder / "lexicons").mkdir(parents=True, exist_ok=True)
    (folder / "policy.yaml").write_text(policy, encoding="utf-8")
    (folder / "1-money.yaml").write_text(rule, encoding="utf-8")
    (folder / "lexicons" / "money.yaml").write_text(lexicon, encoding="utf-8")
    return folder
