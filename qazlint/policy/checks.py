"""What a rule may ask of a page's front matter (`fields:`), and the circumstances under which it does.

A new check is a class and a line in `CHECKS` here, a function in `policy/fields.py` that reads it, and one in
`match/facts.py` that makes it. No YAML here: this module is needed for every start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

LANG = "{lang}"  # what stands for a language in the names of a page's versions


class Fact(NamedTuple):
    """A circumstance: the field has one of the values (or, negated, none of them). /…/ is a regular expression."""

    field: str
    negated: bool
    values: tuple[str, ...]


class Present(NamedTuple):
    """Each of the fields says something."""

    fields: tuple[str, ...]
    kind: str = "present"


class Dates(NamedTuple):
    """Each of the fields is a date."""

    fields: tuple[str, ...]
    kind: str = "dates"


class Matches(NamedTuple):
    """What the field says, where it says something, fits the regular expression whole."""

    field: str
    pattern: str
    kind: str = "matches"


class WorkingDays(NamedTuple):
    """So many working days of a country pass from one date to another, where both are known.

    least, most  how many; `most` -1: any number
    zone         in which a time is made a date (IANA)
    """

    first: str
    last: str
    least: int
    most: int
    country: str
    zone: str
    kind: str = "working-days"


class Siblings(NamedTuple):
    """A page in the language `of` has versions in others: files, or what a field (language → place) names.

    names  pieces of paths with {lang}: «.{lang}.», «/{lang}/»
    """

    of: str
    languages: tuple[str, ...]
    names: tuple[str, ...]
    field: str
    kind: str = "siblings"


class Link(NamedTuple):
    """One of the fields or, with `body`, the page has a link: to one of the hosts, or (none given) to any."""

    fields: tuple[str, ...]
    hosts: tuple[str, ...]
    body: bool
    kind: str = "link"


Check = Present | Dates | Matches | WorkingDays | Siblings | Link
CHECKS: Mapping[str, Callable[[Any], Check]] = {
    "present": Present._make, "dates": Dates._make, "matches": Matches._make, "working-days": WorkingDays._make,
    "siblings": Siblings._make, "link": Link._make,
}  # fmt: skip


def is_pattern(value: str) -> bool:
    """Whether a circumstance's value is a regular expression between slashes."""
    return len(value) > 2 and value[0] == value[-1] == "/"
