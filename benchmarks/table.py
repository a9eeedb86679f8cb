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
        """The table in Markdown, its columns padded; those of numbers are set to the right."""
        lines = [[cell.replace("|", "\\|") for cell in row] for row in (self.columns, *self.rows)]
        columns = [_padded(column) for column in zip(*lines, strict=True)]
        body = [f"| {' | '.join(cells)} |" for cells in zip(*columns, strict=True)]
        return "\n".join([f"### {self.title}", "", *body, *(["", self.note] if self.note else [])])


def _padded(column: Sequence[str]) -> list[str]:
    """The cells of a column, its name first, with the line that Markdown wants under the name."""
    width = max(2, *map(len, column))
    if all(cell[:1].isdigit() for cell in column[1:] if cell):
        name, *cells = (cell.rjust(width) for cell in column)
        return [name, "-" * (width - 1) + ":", *cells]
    name, *cells = (cell.ljust(width) for cell in column)
    return [name, "-" * width, *cells]


def number(value: float) -> str:
    """A number with three significant figures, thousands apart."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"
