"""Rules about a page's front matter: what is asked of it, and findings where it does not comply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from os.path import isfile
from typing import Any, NamedTuple

import regex

from qazlint.calendar import working_days_between
from qazlint.extract import Document
from qazlint.match import versions
from qazlint.match.page import Exists, Page, fits, to_date
from qazlint.match.patience import notices
from qazlint.policy import checks
from qazlint.policy.model import Rule
from qazlint.types import Finding, Notice, Span

__all__ = ["Exists", "check"]

_LINK = regex.compile(r"(?:https?://|\bwww\.)[\w-]+\.\w", regex.IGNORECASE)

class Lack(NamedTuple):
    """Where a page does not comply, and what it lacks, in no language: names of fields, a count."""

    span: Span
    what: str


def check(document: Document, rules: Iterable[Rule], exists: Exists | None = isfile) -> Iterator[Finding | Notice]:
    """What rules with `fields` find in a document, and what could not be looked at; spans lie on the source's text.

    exists  tells of a path whether there is a file; None when the page lies in no folder
    """
    page = Page(document, exists)
    for rule in rules:
        try:
            yield from _about(rule, page)
        except TimeoutError:  # of a regular expression, which would be no answer
            yield from notices([rule.id], [], {rule.id: rule})


def _about(rule: Rule, page: Page) -> list[Finding | Notice]:
    if not rule.checks or not all(map(page.has, rule.facts)):
        return []
    lacks = [lack for asked in rule.checks for lack in _CHECKS[type(asked)](asked, page)]
    return [lack if isinstance(lack, Notice) else _finding(rule, lack) for lack in lacks]


def _finding(rule: Rule, lack: Lack) -> Finding:
    messages = {lang: f"{text}: {lack.what}" if lack.what else text for lang, text in rule.message.items()}
    level, sure = rule.severity, rule.confidence
    return Finding(rule.clause, rule.id, level, lack.span, sure, rule.cites, (), messages, rule.advice)


# ---- one function for each check


def _present(asked: checks.Present, page: Page) -> Iterator[Lack]:
    return _each(page, (field for field in asked.fields if page.value(field) is None))


def _dates(asked: checks.Dates, page: Page) -> Iterator[Lack]:
    return _each(page, (field for field in asked.fields if to_date(page.value(field)) is None))


def _each(page: Page, fields: Iterable[str]) -> Iterator[Lack]:
    """The fields at their places; those that have none together."""
    lacking: dict[Span, list[str]] = {}
    for field in fields:
        lacking.setdefault(page.span(field), []).append(field)
    return (Lack(span, ", ".join(names)) for span, names in lacking.items())


def _matches(asked: checks.Matches, page: Page) -> Iterator[Lack]:
    if page.value(asked.field) is not None:
        texts = page.texts(asked.field)
        if not texts or not all(fits(text, f"/{asked.pattern}/") for text in texts):
            yield Lack(page.span(asked.field), asked.field)


def _working_days(asked: checks.WorkingDays, page: Page) -> Iterator[Lack]:
    first, last = (to_date(page.value(field), asked.zone) for field in (asked.first, asked.last))
    if first is None or last is None:
        return  # `dates` asks for them
    enough = max(asked.least, asked.most + 1)
    days = working_days_between(first, last, asked.country, enough)
    one, other = page.span(asked.first), page.span(asked.last)
    where = Span(min(one.start, other.start), max(one.end, other.end))
    if days < asked.least:
        yield Lack(where, f"{days} < {asked.least}")
    elif 0 <= asked.most < days:
        yield Lack(where, f"> {asked.most}")


def _siblings(asked: checks.Siblings, page: Page) -> Iterator[Lack | Notice]:
    said = {lang: page.value(f"{asked.field}.{lang}") for lang in asked.languages if asked.field}
    exists = page.exists
    place = versions.Place.of(page.document, asked) if exists else None
    if place and place.language not in ("", asked.of):
        return  # itself a version of another page
    missing, unsure = [], False
    for lang in asked.languages:
        if (name := said.get(lang)) is not None:
            if not versions.is_there(name, page.document.source.name, exists):
                yield Lack(page.span(f"{asked.field}.{lang}"), lang)
        elif exists is None or place is None:
            unsure = True
        elif not any(map(exists, place.versions(lang))):
            missing.append(lang)
    if unsure:
        yield versions.NO_PLACE
    if missing:
        yield Lack(page.span(asked.field), ", ".join(missing))


def _link(asked: checks.Link, page: Page) -> Iterator[Lack]:
    texts = [text for field in asked.fields for text in page.texts(field)]
    if asked.body:
        texts.append(page.document.text)
    link = _to(asked.hosts) if asked.hosts else _LINK
    if not any(map(link.search, texts)):
        field = next((field for field in asked.fields if page.value(field) is not None), "")
        yield Lack(page.span(field), ", ".join(asked.hosts))


@lru_cache(maxsize=64)
def _to(hosts: tuple[str, ...]) -> regex.Pattern[str]:
    """A link to one of the hosts or what is below it, be it without https://: the site's template adds that."""
    return regex.compile(rf"(?<![\w@-])(?:{'|'.join(map(regex.escape, hosts))})(?![\w-]|\.\w)", regex.IGNORECASE)


_CHECKS: dict[type, Callable[[Any, Page], Iterator[Lack | Notice]]] = {
    checks.Present: _present, checks.Dates: _dates, checks.Matches: _matches, checks.WorkingDays: _working_days,
    checks.Siblings: _siblings, checks.Link: _link,
}  # fmt: skip
