"""What remarks and front matter say: which rules to pass over, where, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qazlint.extract.document import Document, Remark
from qazlint.extract.remarks import COMMANDS
from qazlint.filters.wording import notice
from qazlint.policy.select import nearest
from qazlint.types import Notice, Span

PREFIX = "qazlint-"
_NO_HYPHENS = re.compile(r"[\s:_]+")
_LONGEST = 40  # characters of a directive
EVERYTHING = ""  # the name that stands where none was given
_MAY_SUPPRESS_EVERYTHING = ("disable-line", "disable-next-line", "enable")


@dataclass(frozen=True, slots=True)
class Directive:
    """Rules to pass over, or not any more.

    command  one of `COMMANDS`
    names    of rules, clauses and the like, each once; `EVERYTHING` alone
    reason   "" when none was given
    span     where it stands in the source
    how      "comment" or "front-matter"
    """

    command: str
    names: tuple[str, ...]
    reason: str
    span: Span
    how: str = "comment"


def read(document: Document) -> Iterator[Directive | Notice]:
    """The directives of a document: front matter's, then those of its comments in their order; or what is wrong."""
    for name, reason, span in document.metadata.disabled:
        yield Directive("disable-file", (name,), reason, span, "front-matter")
    for remark in sorted(document.remarks, key=lambda remark: remark.span):
        yield _read(remark)


def _read(remark: Remark) -> Directive | Notice:
    head, _, reason = remark.text.partition(":")
    word, *rest = head.split(maxsplit=1) or [""]
    command = word.lower().removeprefix(PREFIX)
    if command not in COMMANDS:
        return notice("unknown-directive", remark.span, word[:_LONGEST], _meant(remark.text, word))
    given = (name.strip() for name in "".join(rest).split(","))
    names = tuple(dict.fromkeys(name for name in given if name)) or (EVERYTHING,)
    if names == (EVERYTHING,) and command not in _MAY_SUPPRESS_EVERYTHING:
        return notice("no-name", remark.span, PREFIX + command)
    return Directive(command, names, " ".join(reason.split()), remark.span)


def _meant(text: str, word: str) -> str:
    """The directive that was likely meant: one written without hyphens (`qazlint: disable-line`), else the nearest."""
    known = [PREFIX + command for command in sorted(COMMANDS, key=len, reverse=True)]
    written = "" if "-" in word else _NO_HYPHENS.sub("-", text[:_LONGEST].lower())
    return next((name for name in known if written.startswith(name)), "") or nearest(word.lower(), known)
