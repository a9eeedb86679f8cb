"""A page, seen by its front matter."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

import regex

from qazlint.extract import Document
from qazlint.policy.checks import Fact, is_pattern
from qazlint.types import Span

_TIMEOUT = 0.5  # seconds for one regular expression of a rule on one value

Exists = Callable[[str], bool]  # whether there is a file of that path


class Page(NamedTuple):
    """A document, seen by its front matter.

    exists  None when the document lies in no folder
    """

    document: Document
    exists: Exists | None

    def value(self, field: str) -> object:
        """What a field says; None when it says nothing. A dot leads into a mapping."""
        found: object = self.document.metadata.fields
        for name in field.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        is_blank = not found.strip() if isinstance(found, str) else found in ([], {})
        return None if is_blank else found

    def texts(self, field: str) -> list[str]:
        """What a field says as text; of a list, each of its items."""
        value = self.value(field)
        return [_text(item) for item in (value if isinstance(value, list) else [value]) if not _is_inner(item)]

    def span(self, field: str) -> Span:
        """Where a field stands in the source; where there is none, the first line."""
        source = self.document.source
        first = len(source.text) - len(source.text.lstrip())
        return self.document.metadata.places.get(field) or Span(*source.line(first))

    def has(self, fact: Fact) -> bool:
        """Whether a circumstance holds."""
        return fact.negated != any(fits(text, value) for text in self.texts(fact.field) for value in fact.values)


def _is_inner(value: object) -> bool:
    return value is None or isinstance(value, dict | list | tuple | set)


def _text(value: object) -> str:
    try:
        return str(value).lower() if isinstance(value, bool) else str(value).strip()
    except ValueError:  # a number of thousands of digits
        return ""


def fits(text: str, value: str) -> bool:
    """Whether a value of a field is the one asked for, or fits the regular expression between slashes.

    Raises TimeoutError when it takes too long to say.
    """
    if not is_pattern(value):
        return text.casefold() == value.casefold()
    return regex.fullmatch(value[1:-1], text, regex.IGNORECASE | regex.DOTALL, timeout=_TIMEOUT) is not None


def to_date(value: object, zone: str = "") -> date | None:
    """A date, in a time zone where it is a time with a zone of its own; None for what is none."""
    if isinstance(value, str):
        readers = (datetime.fromisoformat, partial(_strptime, "%d.%m.%Y"))
        value = next((moment for read in readers if (moment := _or_none(read, value.strip()))), None)
    if isinstance(value, datetime):
        from zoneinfo import ZoneInfo  # hardly any page says more than a day

        with suppress(OverflowError):  # on the first or the last day of all
            value = value.astimezone(ZoneInfo(zone)) if value.tzinfo and zone else value
        return value.date()
    return value if isinstance(value, date) else None


def _strptime(form: str, text: str) -> datetime:
    return datetime.strptime(text, form)


def _or_none(read: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        return read(text)
    except ValueError:
        return None
