"""The policy's section `working_time`: when its authors are at work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

import yaml

from qazlint.calendar import is_working_day
from qazlint.policy.model import Clause, WorkingTime
from qazlint.policy.names import suggestion
from qazlint.policy.reader import FileReader

_KEYS = ("clause", "country", "timezone", "hours", "message", "advice")
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]\d|2[0-4]):([0-5]\d)")


def working_time(
    reader: FileReader, node: yaml.Node | None, clauses: Mapping[str, Clause]
) -> WorkingTime | None:
    """The section's value; None when the policy has none. What is wrong becomes problems of the reader."""
    if node is None:
        return None
    where = "working_time"
    pairs = reader.mapping(node, where, _KEYS, _KEYS[:-1])
    clause = reader.string(pairs.get("clause"), f"{where}.clause", numbers=True)
    if clause and clause not in clauses:
        reader.error(pairs["clause"], f"{where}.clause", f"no clause «{clause}»{suggestion(clause, clauses)}")
    country = reader.string(pairs.get("country"), f"{where}.country")
    if country and not _has_calendar(country):
        message = f"«{country}» is no country whose holidays are known: give its two capital letters, such as KZ"
        reader.error(pairs["country"], f"{where}.country", message)
    hours = tuple(
        _span(reader, text, item) for text, item in reader.strings(pairs.get("hours"), f"{where}.hours")
    )
    return WorkingTime(
        clause, country, _zone(reader, pairs.get("timezone"), f"{where}.timezone"), hours,
        reader.texts(pairs.get("message"), f"{where}.message"), reader.texts(pairs.get("advice"), f"{where}.advice"),
    )  # fmt: skip


def _has_calendar(country: str) -> bool:
    try:
        is_working_day(date(2026, 1, 1), country)
    except NotImplementedError:
        return False
    return True


def _span(reader: FileReader, text: str, node: yaml.Node) -> tuple[int, int]:
    match = _HOURS.fullmatch(text)
    start, end = (int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])) if match else (0, 0)
    if start >= end:
        reader.error(node, "working_time.hours", f"«{text}» is no span of hours such as 09:00-13:00")
    return start, end


def _zone(reader: FileReader, node: yaml.Node | None, where: str) -> str:
    name = reader.string(node, where)
    try:
        ZoneInfo(name or "UTC")
    except (LookupError, ValueError, OSError):
        reader.error(node, where, f"there is no time zone «{name}»")
    return name
