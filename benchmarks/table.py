"""Tables as values, and as Markdown that reads well on a terminal too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Table(NamedTuple):
    """A title, the names of the columns, the rows, and what has to be said below."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def markdown(self) -> str:
        """The table in Markdown, its columns padded; the first is text, the others are set to the right."""
        lines = [[cell.replace("|", "\\|") for cell in row] for row in (self.columns, *self.rows)]
        widths = [max(2, *map(len, column)) for column in zip(*lines, strict=True)]
        rule = ["-" * width if number == 0 else "-" * (width - 1) + ":" for number, width in enumerate(widths)]
        body = [_line(line, widths) for line in (lines[0], rule, *lines[1:])]
        return "\n".join([f"### {self.title}", "", *body, *(["", self.note] if self.note else [])])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join([first.strip().ljust(widths[0]), *others])} |"


def number(value: float) -> str:
    """A number with three significant figures, thousands apart."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"
