"""Mutants that no test has to kill, each with the reason: `accepted.yaml`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("accepted.yaml")


class Accepted:
    """The list. Mutants are named by what they change, so that the list outlives moved lines."""

    def __init__(self, text: str | None = None) -> None:
        listed = yaml.safe_load(FILE.read_text(encoding="utf-8") if text is None else text) or {}
        self._reasons = {
            (module, change): reason
            for module, reasons in listed.items()
            for reason, changes in reasons.items()
            for change in changes
        }
        self.unused = set(self._reasons)

    def why(self, module: str, change: str) -> str | None:
        """The reason why a change is accepted; None when it is not."""
        self.unused.discard((module, change))
        return self._reasons.get((module, change))

    def reasons(self) -> Counter[str]:
        """How many changes each reason excuses."""
        return Counter(self._reasons.values())
