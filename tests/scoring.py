"""Labelled posts against the linter: precision, recall and F1, false alarms on clean posts, passages hit.

    python -m tests.scoring tests/corpus/ru-tuned.jsonl …

A line of a file: {"id", "text", "lang", "author", "labels", "key", "note"}; a key is a verbatim fragment for each label.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qazlint import Finding, Linter

CONTEXT = frozenset({"2", "17", "27", "28", "29"})


@dataclass
class Score:
    """Counts over labels: true positives, false positives, false negatives by label; posts; passages."""

    hits: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    clean_flagged: int = 0
    passages: int = 0
    passages_hit: int = 0

    @property
    def f1(self) -> float:
        """Micro F1 over all labels."""
        hits = sum(self.hits.values())
        return 2 * hits / max(1, 2 * hits + sum(self.alarms.values()) + sum(self.misses.values()))

    @property
    def clean_alarm_rate(self) -> float:
        """Share of the clean posts in which something was found."""
        return self.clean_flagged / max(1, self.clean)

    @property
    def passage_rate(self) -> float:
        """Share of the rightly found labels whose finding touches the labelled passage."""
        return self.passages_hit / max(1, self.passages)


def label(finding: Finding) -> str:
    """The label that a finding stands for: its clause, for clause 26 with the offence."""
    if finding.clause != "26":
        return finding.clause
    return next(name for name in ("26.obscenity", "26.insult", "26.conflict") if finding.rule_id.startswith(name))


def read(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The posts of several files."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]


def score(linter: Linter, posts: Iterable[dict[str, Any]]) -> Score:
    """Check every post and compare with its labels."""
    total = Score()
    for post in posts:
        spans = defaultdict(list)
        for finding in linter.check(post["text"], author=post["author"]).findings:
            if label(finding) not in CONTEXT:
                spans[label(finding)].append(finding.span)
        found, gold = set(spans), set(post["labels"])
        total.hits.update(found & gold)
        total.alarms.update(found - gold)
        total.misses.update(gold - found)
        total.clean += not gold
        total.clean_flagged += bool(found) and not gold
        for name, key in zip(post["labels"], post["key"], strict=True):
            if name in spans:
                start = post["text"].index(key)
                total.passages += 1
                total.passages_hit += any(s.start < start + len(key) and s.end > start for s in spans[name])
    return total


def main(names: list[str]) -> None:
    linter = Linter()
    for name in names:
        found = score(linter, read([Path(name)]))
        print(f"{name}: F1 {found.f1:.3f}, clean alarms {found.clean_alarm_rate:.3f}, passages {found.passage_rate:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
