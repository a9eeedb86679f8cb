"""The section `fields` of a rule, and the circumstances in `with` and `unless` beside it, read from YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import yaml

from qazlint.policy import limits
from qazlint.policy.checks import (
    CHECKS,
    LANG,
    Check,
    Dates,
    Fact,
    Link,
    Matches,
    Present,
    Siblings,
    WorkingDays,
    is_pattern,
)  # fmt: skip
from qazlint.policy.names import SCOPES, host
from qazlint.policy.reader import FileReader

_BOOL = "tag:yaml.org,2002:bool"
_TRUE = ("true", "yes", "on")  # to YAML 1.1


class Calendar(NamedTuple):
    """Whose working days count, and the time zone, where a policy says so."""

    country: str = ""
    zone: str = ""


def checks(reader: FileReader, node: yaml.Node | None, where: str, calendar: Calendar) -> tuple[Check, ...]:
    """The checks of a rule's `fields:`; what is wrong goes to the reader's problems."""
    found = reader.mapping(node, where, CHECKS)
    if node is not None and not found and not reader.problems:
        reader.error(node, where, f"nothing is asked: one of {', '.join(CHECKS)} is expected here")
    read = (_READ[kind](reader, inner, f"{where}.{kind}", calendar) for kind, inner in found.items())
    return tuple(check for several in read for check in several)


def facts(reader: FileReader, pairs: Mapping[str, yaml.Node], of: str) -> Iterator[Fact]:
    """The circumstances in the `with` and `unless` of a rule that has `fields`, or of a head.

    of  what stands before these keys where messages name them: "11.graphics.", or nothing for a head's
    """
    for key in ("with", "unless"):
        where = f"{of}{key}"
        for name, inner in reader.mapping(pairs.get(key), where).items():
            if name in SCOPES:
                reader.error(inner, where, f"«{name}» is a scope of phrases, but this rule has «fields»")
            items = inner.value if isinstance(inner, yaml.SequenceNode) else [inner]
            yield Fact(name, key == "unless", tuple(_value(reader, item, f"{where}.{name}") for item in items))


def _value(reader: FileReader, node: yaml.Node, where: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        reader.error(node, where, "a value, or a list of values, is expected here")
        return ""
    text = str(node.value).strip()
    if node.tag == _BOOL:
        return str(text.lower() in _TRUE).lower()
    if is_pattern(text):
        _pattern(reader, text[1:-1], node, where)
    return text


# ---- one function for each check: the reader, the node, its place in the rule, the policy's calendar


def _present(reader: FileReader, node: yaml.Node, where: str, calendar: Calendar) -> Iterator[Check]:
    yield Present(_names(reader, node, where))


def _dates(reader: FileReader, node: yaml.Node, where: str, calendar: Calendar) -> Iterator[Check]:
    yield Dates(_names(reader, node, where))


def _matches(reader: FileReader, node: yaml.Node, where: str, calendar: Calendar) -> Iterator[Check]:
    for name, inner in reader.mapping(node, where).items():
        yield Matches(name, _pattern(reader, reader.string(inner, f"{where}.{name}"), inner, f"{where}.{name}"))


def _working_days(reader: FileReader, node: yaml.Node, where: str, calendar: Calendar) -> Iterator[Check]:
    pairs = reader.mapping(node, where, ("from", "to", "at-least", "at-most"), ("from", "to"))
    least, most = (_number(reader, pairs.get(key), f"{where}.{key}") for key in ("at-least", "at-most"))
    if pairs and least < 0 and most < 0:
        reader.error(node, where, "«at-least» or «at-most» is missing")
    if 0 <= most < least:
        reader.error(node, where, "no number of days is enough: «at-least» is greater than «at-most»")
    if not calendar.country:
        reader.error(node, where, "whose working days? The policy file has no «working_time»")
    first, last = (reader.string(pairs.get(key), f"{where}.{key}") for key in ("from", "to"))
    yield WorkingDays(first, last, max(least, 0), most, *calendar)


def _siblings(reader: FileReader, node: yaml.Node, where: str, calendar: Calendar) -> Iterator[Check]:
    pairs = reader.mapping(node, where, ("of", "languages", "names", "field"), ("of", "languages"))
    names = reader.strings(pairs.get("names"), f"{where}.names")
    for name, item in names:
        if LANG not in name or name[0] not in "/.-_" or name[-1] not in "/.":
            reader.error(item, f"{where}.names", f"«{name}» is no piece of a path such as «.{LANG}.» or «/{LANG}/»")
    field = reader.string(pairs.get("field"), f"{where}.field")
    if pairs and not names and not field:
        reader.error(node, where, "«names» or «field» is missing")
    languages = tuple(text for text, _ in reader.strings(pairs.get("languages"), f"{where}.languages"))
    yield Siblings(reader.string(pairs.get("of"), f"{where}.of"), languages, tuple(name for name, _ in names), field)


def _link(reader: FileReader, node: yaml.Node, where: str, calendar: Calendar) -> Iterator[Check]:
    pairs = reader.mapping(node, where, ("fields", "hosts", "body"))
    names = tuple(text for text, _ in reader.strings(pairs.get("fields"), f"{where}.fields"))
    hosts = tuple(host(text) for text, _ in reader.strings(pairs.get("hosts"), f"{where}.hosts"))
    body = reader.truth(pairs.get("body"), f"{where}.body")
    if not names and not body:
        reader.error(node, where, "where is the link? «fields» or «body: true» is missing")
    yield Link(names, hosts, body)


def _names(reader: FileReader, node: yaml.Node, where: str) -> tuple[str, ...]:
    names = tuple(text for text, _ in reader.strings(node, where))
    if not names:
        reader.error(node, where, "the name of a field is expected here")
    return names


def _number(reader: FileReader, node: yaml.Node | None, where: str) -> int:
    text = reader.string(node, where, numbers=True)
    if text and not (text.isdecimal() and len(text) <= 3):
        reader.error(node, where, f"«{text}» is no number of days")
        return 0
    return int(text) if text else -1


def _pattern(reader: FileReader, text: str, node: yaml.Node, where: str) -> str:
    try:
        limits.regular(text)
    except ValueError as error:
        reader.error(node, where, f"«{limits.shown(text)}» is no regular expression: {error}")
    return text


_READ: Mapping[str, Callable[[FileReader, yaml.Node, str, Calendar], Iterator[Check]]] = {
    "present": _present, "dates": _dates, "matches": _matches, "working-days": _working_days, "siblings": _siblings,
    "link": _link,
}  # fmt: skip
