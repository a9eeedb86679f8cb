"""Working days of a country, from the `holidays` package: weekends, public holidays and days moved by decree."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any


def is_working_day(day: date, country: str) -> bool:
    """Whether people are at work on a day. Raises NotImplementedError for a country that the package does not know."""
    return bool(_holidays(country).is_working_day(day))


def working_days_between(first: date, last: date, country: str, most: int = 1000) -> int:
    """How many working days pass from a day to a later one, the first not counted; 0 when it is not later.

    most  where counting ends: a year may be mistyped
    """
    days = (first + timedelta(number) for number in range(1, (last - first).days + 1))
    return sum(1 for _ in islice((day for day in days if is_working_day(day, country)), most))


@lru_cache(maxsize=8)
def _holidays(country: str) -> Any:
    import holidays  # takes a twentieth of a second: for those who ask for a day

    return holidays.country_holidays(country)
