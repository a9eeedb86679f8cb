"""Fields of Word documents that are links: an instruction, and the text that Word shows for it. ECMA-376-1, 17.16."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

# What leads to a place in the document, `\\l "name"`, gives a target without a host, which nobody looks at.
_LINK = re.compile(r'\s*HYPERLINK\s+"?([^"\s]+)', re.IGNORECASE)
_LONGEST = 4000  # characters of an instruction


def target(instruction: str) -> str:
    """Where the instruction leads; "" when it is no link."""
    found = _LINK.match(instruction)
    return found[1] if found else ""


class Shown(NamedTuple):
    """A link, and where its text begins: the number of a paragraph and the place in it."""

    target: str
    paragraph: int
    start: int


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shown: Shown | None = None


@dataclass(slots=True)
class Fields:
    """The fields that are open; they may stand inside each other."""

    _open: list[_Field] = field(default_factory=list)

    def begin(self) -> None:
        """A field begins; its instruction follows."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """A part of an instruction."""
        if self._open and len(self._open[-1].instruction) < _LONGEST:
            self._open[-1].instruction += text

    def separate(self, paragraph: int, start: int) -> None:
        """The instruction ends, and the text begins."""
        if self._open:
            self._open[-1].shown = Shown(target(self._open[-1].instruction), paragraph, start)

    def end(self) -> Shown | None:
        """The field ends; what it has shown."""
        return self._open.pop().shown if self._open else None
