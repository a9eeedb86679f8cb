"""Workflow commands of GitHub Actions, which become annotations on the lines of a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from qazlint.report import Reporter
from qazlint.report.clean import printable
from qazlint.report.describe import advice, heading, region
from qazlint.report.result import FileResult, Item, Style
from qazlint.report.wording import WORDS, say
from qazlint.source import Source, Unreadable
from qazlint.types import Span

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


class GithubReporter(Reporter):
    """`::error file=…,line=…,col=…::message`, a line for each finding."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def add(self, item: Item) -> str:
        """The commands of an item; none for a file without findings."""
        if isinstance(item, Unreadable):
            where = _file(item.name) | {"line": max(item.line, 1)}
            title = say(WORDS, "unread", self._style.lang)
            return _command("error", where | {"title": title}, item.why(self._style.lang))
        return "".join(self._commands(item))

    def _commands(self, item: FileResult) -> Iterator[str]:
        style = self._style.of(item)
        for finding in item.report.findings:
            title = f"{heading(finding, style)} [{finding.rule_id}]"
            parts = filter(None, (finding.message(style.lang), advice(finding, style)))
            where = _where(finding.span, item.source) | {"title": title}
            yield _command(_COMMANDS[finding.severity], where, *parts)
        for notice in item.report.notices:
            where = _where(notice.span, item.source) | {"title": notice.kind}
            yield _command("notice", where, notice.text(style.lang))


def _file(name: str) -> dict[str, str | int]:
    return {"file": PurePath(name).as_posix()}


def _where(span: Span, source: Source) -> dict[str, str | int]:
    """GitHub takes columns only of a passage within one line."""
    place = region(span, source)
    where = _file(source.name) | {"line": place.line}
    if place.line == place.end_line:
        where["col"] = place.column
    where["endLine"] = place.end_line
    if place.line == place.end_line:
        where["endColumn"] = place.end_column
    return where


def _command(name: str, properties: dict[str, str | int], *lines: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{'%0A'.join(map(_data, lines))}\n"


def _data(text: str) -> str:
    """Line ends within a message are gone with `printable`; only the sign of escapes has to be escaped."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
