"""Where the values of a tag's attributes stand, which the standard library's parser does not tell."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

_BLANK = " \t\n\f\r"

Attributes = Sequence[tuple[str, str | None]]


def values(tag: str, markup: str, attrs: Attributes) -> Iterator[tuple[str, str, int, int]]:
    """Name, value, and where the value begins and ends in the tag; the whole tag where that cannot be told."""
    at = 1 + len(tag)
    for name, value in attrs:
        at = _skip(markup, at, _BLANK + "/") + len(name)
        if value is None:
            continue
        start = _skip(markup, at, _BLANK)
        start = _skip(markup, start + 1, _BLANK) if markup.startswith("=", start) else start
        quote = markup[start : start + 1]
        if quote and quote in "\"'":
            start += 1
            at = markup.find(quote, start)
        else:
            at = _until(markup, start)
        if html.unescape(markup[start:at]) == value:
            yield name, value, start, at
            at += 1 if quote in "\"'" else 0
        else:
            at = len(markup)
            yield name, value, 0, len(markup)


def _skip(text: str, at: int, characters: str) -> int:
    while at < len(text) and text[at] in characters:
        at += 1
    return at


def _until(text: str, at: int) -> int:
    while at < len(text) and text[at] not in _BLANK + ">":
        at += 1
    return at
