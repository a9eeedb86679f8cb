"""Where in a draft the comment goes that suppresses a finding (docs/suppressions.md).

A comment can break what it is put into: a paragraph, a tag, a string of front matter. So the places are tried, the
likeliest first, and the one is taken that leaves the prose as it was and the finding suppressed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from qazlint.extract import EXTRACTORS, Document, front
from qazlint.filters import suppress
from qazlint.lsp.drafts import Checked
from qazlint.lsp.wording import WORDS
from qazlint.report.wording import say
from qazlint.source import Source
from qazlint.types import Finding, Span


class Insertion(NamedTuple):
    """Text that goes in before the code point at an offset."""

    at: int
    text: str


def on_line(checked: Checked, finding: Finding) -> Insertion | None:
    """What suppresses a finding's rule on the line where it begins; None when nothing would."""
    return _first(_near(checked.document, finding, _said(checked)), checked, finding)


def in_file(checked: Checked, finding: Finding) -> Insertion | None:
    """What suppresses a finding's rule in the whole file."""
    return _first(_anywhere(checked.document, finding, _said(checked)), checked, finding)


def _said(checked: Checked) -> str:
    return say(WORDS, "reason", checked.style.lang)


def _near(document: Document, finding: Finding, reason: str) -> Iterator[Insertion]:
    source, rule = document.source, finding.rule_id
    start, end = source.line(finding.span.start)
    line = source.text[start:end]
    # White space at the end of a line, or a backslash, is a line break to Markdown.
    end = start + len(line.rstrip().removesuffix("\\").rstrip())
    here, next_line = f"qazlint-disable-line {rule}: {reason}", f"qazlint-disable-next-line {rule}: {reason}"
    above = Insertion(start, _comment(document, next_line) + _line_end(source))
    if document.format == "plain":
        yield above
    elif finding.span.start < _body(document):
        yield Insertion(end, f" # {here}")
    yield Insertion(end, f" {_comment(document, here)}")
    yield above
    yield Insertion(finding.span.end, _comment(document, here))


def _anywhere(document: Document, finding: Finding, reason: str) -> Iterator[Insertion]:
    source = document.source
    comment, line_end = _comment(document, f"qazlint-disable-file {finding.rule_id}: {reason}"), _line_end(source)
    if document.format != "html":  # nothing is to stand before <!DOCTYPE>
        yield Insertion(_body(document), comment + line_end)
        yield Insertion(_body(document), comment + line_end * 2)
    yield Insertion(len(source.text), f"{line_end}{comment}{line_end}")
    yield Insertion(len(source.text), f"{line_end * 2}{comment}{line_end}")


def _comment(document: Document, directive: str) -> str:
    return f"# {directive}" if document.format == "plain" else f"<!-- {directive} -->"


def _body(document: Document) -> int:
    """Where front matter ends."""
    return 0 if document.format == "plain" else front.read(document.source.text).body


def _line_end(source: Source) -> str:
    end = source.line(0)[1]
    return "\r\n" if source.text.startswith("\r\n", end) else "\n"


def _first(places: Iterable[Insertion], checked: Checked, finding: Finding) -> Insertion | None:
    return next((place for place in places if _works(place, checked, finding)), None)


def _works(place: Insertion, checked: Checked, finding: Finding) -> bool:
    before = checked.document
    text = before.source.text
    after = EXTRACTORS[before.format](Source(before.source.name, text[: place.at] + place.text + text[place.at :]))
    shift = len(place.text) if place.at <= finding.span.start else 0
    moved = replace(finding, span=Span(finding.span.start + shift, finding.span.end + shift))
    return (
        len(after.remarks) == len(before.remarks) + 1  # it is no part of another comment
        and _prose(after) == _prose(before)
        and not suppress([moved], after, checked.names, require_reason=True).findings
    )


def _prose(document: Document) -> list[list[str]]:
    return [words for segment in document.segments if (words := segment.text.split())]
