"""What `qazlint weigh` shows: how a text weighs for each clause, and through which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qazlint.report.clean import printable
from qazlint.types import Weighed

_MOST = 8  # passages of a row, and other tables


def render(weighed: Iterable[Weighed], text: str) -> str:
    """A row for each rule that weighs, with its heaviest passages and the other tables that count below."""
    return "".join(line + "\n" for one in weighed for line in _lines(one, text))


def _lines(one: Weighed, text: str) -> Iterator[str]:
    says = "finding" if one.total >= one.finds else "doubts" if one.total < one.doubts else ""
    yield f"{one.rule_id:<20} {one.total:>6.2f}   finds {one.finds:.2f}  doubts {one.doubts:.2f}   {says}".rstrip()
    passages = [f"«{printable(text[start:end])}» {weight:+.2f}" for (start, end), weight in one.passages[:_MOST]]
    if passages:
        yield f"    {', '.join(passages)}"
    others = [f"{name} {weight:+.2f}" for name, weight in one.others[:_MOST]]
    if others:
        yield f"    others: {', '.join(others)}"
