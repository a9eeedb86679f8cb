"""A text cut at the ends of its findings, so that each piece can be marked with all that lie on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qazlint.types import SEVERITIES, Span


class Passage(NamedTuple):
    """A piece of the text.

    text      its characters
    numbers   the findings that lie on it, from 1, in their order
    ends      those of them that end with it
    severity  of the gravest, "" where none lies on it
    """

    text: str
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    severity: str = ""


def passages(text: str, findings: Sequence[tuple[Span, str]]) -> Iterator[Passage]:
    """The pieces of a text, in order; put together they are the text. An empty span marks the place alone.

    findings  spans and severities, ordered by where the spans begin
    """
    cuts = sorted({0, len(text), *(end for span, _ in findings for end in span)})
    upcoming, open_ = 0, list[int]()
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        while upcoming < len(findings) and findings[upcoming][0].start <= start:
            upcoming += 1
            if findings[upcoming - 1][0].end > start:
                open_.append(upcoming)
            else:
                yield Passage("", (upcoming,), (upcoming,), findings[upcoming - 1][1])
        if start == end:
            return
        closed = tuple(number for number in open_ if findings[number - 1][0].end <= end)
        gravest = min((SEVERITIES.index(findings[number - 1][1]) for number in open_), default=None)
        yield Passage(text[start:end], tuple(open_), closed, "" if gravest is None else SEVERITIES[gravest])
        open_ = [number for number in open_ if number not in closed]
