"""A small policy with a table of weights, for tests of what weighs."""

from __future__ import annotations

from pathlib import Path

from tests.policy.small import POLICY, RULE, write

WEIGHED = """\
clause: "1"
rules:
  - id: 1.weighed
    message: {ru: В целом о деньгах, kk: Ақша туралы, en: About money as a whole}
    advice: {ru: Уберите}
    confidence: low
    weigh: money
    examples:
      bad: ["вот [[оклад]]"]
      good: ["вот и всё"]
"""
TABLE = """\
finds: 2
doubts: -0.5
any:
  "@money": 1.5
  "<percent>": 0.25
ru:
  скидка: -2
  бухгалтерия: 1
kk:
  жалақы: 2
"""


def write_weighed(
    folder: Path, table: str = TABLE, weighed: str = WEIGHED, policy: str = POLICY, rule: str = RULE, **lexicon: str
) -> Path:
    """The small policy in a folder, with a rule that weighs by the table `money`; any of its files replaced."""
    write(folder, policy, rule, **lexicon)
    (folder / "2-weighed.yaml").write_text(weighed, encoding="utf-8")
    (folder / "weights").mkdir(exist_ok=True)
    (folder / "weights" / "money.yaml").write_text(table, encoding="utf-8")
    return folder
