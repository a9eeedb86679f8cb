"""Suppressions that stand in the document itself. A finding is suppressed where it begins.

One suppression has the credit for a finding: that of its line before that of a block, a block's before the document's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from qazlint.extract import Document
from qazlint.filters import directives
from qazlint.filters.directives import EVERYTHING, Directive
from qazlint.filters.places import Lines
from qazlint.filters.wording import notice
from qazlint.policy.select import nearest, plain
from qazlint.types import Finding, Notice, Suppressed

_MOST_GUESSES = 20  # names of one document for which a likely one is looked for: it takes long
_LONGEST = 80  # characters of a name
_APART = re.compile(r"\s*;\s*|\s+(?:[—–-]+\s+)?")  # what people write instead of a comma or a colon

Names = Mapping[str, frozenset[str]]  # of rules, clauses and the like → ids of rules: see `policy.select.names`
Claims = dict[int, int]  # number of a finding → number of the order that suppresses it


class Sorted(NamedTuple):
    """The findings that are left, those that were suppressed, and what the author should know."""

    findings: list[Finding]
    suppressed: list[Suppressed]
    notices: list[Notice]


class _Order(NamedTuple):
    """One name of a directive, and the rules that it stands for."""

    directive: Directive
    name: str
    rules: frozenset[str]


def suppress(findings: Sequence[Finding], document: Document, names: Names, require_reason: bool = False) -> Sorted:
    """Sort out what the document suppresses; the findings' spans are offsets into its source, in order.

    require_reason  what gives no reason suppresses nothing
    """
    if not (document.remarks or document.metadata.disabled):
        return Sorted(list(findings), [], [])
    notices: list[Notice] = []
    orders = list(_orders(_valid(directives.read(document), require_reason, notices), names, notices))
    if not orders:
        return Sorted(list(findings), [], notices)
    claims: Claims = {}
    _on_lines(orders, findings, Lines(document), claims)
    notices += _in_blocks(orders, findings, claims)
    _in_document(orders, findings, claims)
    notices += _unused(orders, claims)
    left = [finding for number, finding in enumerate(findings) if number not in claims]
    suppressed = [
        Suppressed(finding, orders[claims[number]].directive.reason, orders[claims[number]].directive.how)
        for number, finding in enumerate(findings)
        if number in claims
    ]
    return Sorted(left, suppressed, sorted(notices, key=lambda item: (item.span, item.kind)))


def _valid(said: Iterable[Directive | Notice], require_reason: bool, notices: list[Notice]) -> Iterator[Directive]:
    for item in said:
        if isinstance(item, Notice):
            notices.append(item)
        elif require_reason and not item.reason and item.command != "enable":
            notices.append(notice("no-reason", item.span))
        else:
            yield item


def _orders(valid: Iterable[Directive], names: Names, notices: list[Notice]) -> Iterator[_Order]:
    known = {**names, EVERYTHING: frozenset[str]().union(*names.values())}
    meant: dict[str, str] = {}
    for directive in valid:
        for name in directive.names:
            rules = known.get(plain(name))
            if rules is not None:
                yield _Order(directive, name, rules)
                continue
            if name not in meant and len(meant) < _MOST_GUESSES:
                meant[name] = _meant(name[:_LONGEST], names)
            notices.append(notice("unknown-name", directive.span, name[:_LONGEST], meant.get(name, "")))


def _meant(name: str, names: Names) -> str:
    """What was likely meant: names and a reason with the marks that are lacking between them, or the nearest name."""
    parts = _APART.split(name)
    known = len([*takewhile(lambda part: plain(part) in names, parts)])
    if known:
        *given, reason = _APART.split(name, maxsplit=known) if known < len(parts) else [*parts, ""]
        return f"{', '.join(given)}: {reason}" if reason else ", ".join(given)
    return parts[-1] if plain(parts[-1]) in names else nearest(name, names)  # п. 19


def _on_lines(orders: Sequence[_Order], findings: Sequence[Finding], lines: Lines, claims: Claims) -> None:
    there: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, finding in enumerate(findings):
        there[lines.at(finding.span.start)][finding.rule_id].append(number)
    for number, (directive, _, rules) in enumerate(orders):
        for line in lines.of(directive.command, directive.span):
            of_rule = there.get(line, {})
            for rule in of_rule.keys() & rules:
                claims.update((finding, number) for finding in of_rule.pop(rule))


def _in_blocks(orders: Sequence[_Order], findings: Sequence[Finding], claims: Claims) -> Iterator[Notice]:
    """One walk over directives and findings; gives what was switched on without having been off."""
    off: dict[str, int] = {}  # rule → number of the order
    at = 0
    for number, (directive, name, rules) in enumerate(orders):
        if directive.command not in ("disable", "enable"):
            continue
        at = _claim(findings, at, directive.span.start, off, claims)
        if directive.command == "disable":
            off = {**dict.fromkeys(rules, number), **off}
            continue
        on = off.keys() & rules
        if not on:
            yield notice("stray-enable", directive.span, name)
        for rule in on:
            del off[rule]
    _claim(findings, at, None, off, claims)


def _in_document(orders: Sequence[_Order], findings: Sequence[Finding], claims: Claims) -> None:
    off: dict[str, int] = {}
    for number, (directive, _, rules) in enumerate(orders):
        if directive.command == "disable-file":
            off = {**dict.fromkeys(rules, number), **off}
    _claim(findings, 0, None, off, claims)


def _claim(findings: Sequence[Finding], at: int, end: int | None, off: Mapping[str, int], claims: Claims) -> int:
    """Claim the findings from number `at` on that begin before `end`; gives the number of the next one."""
    while at < len(findings) and (end is None or findings[at].span.start < end):
        if findings[at].rule_id in off:
            claims.setdefault(at, off[findings[at].rule_id])
        at += 1
    return at


def _unused(orders: Sequence[_Order], claims: Claims) -> Iterator[Notice]:
    used = set(claims.values())
    for number, (directive, name, _) in enumerate(orders):
        if number not in used and directive.command != "enable":
            yield notice("unused-suppression", directive.span, name)
