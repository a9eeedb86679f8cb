"""The report for programs; `docs/report.schema.json` describes it."""

from __future__ import annotations

from typing import Any

from qazlint import __version__
from qazlint.report import Reporter
from qazlint.report.clean import dumps
from qazlint.report.describe import region, strength
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.source import Source, Unreadable
from qazlint.types import Finding, Span, Suppressed

SCHEMA_VERSION = 1  # raised when a field changes its meaning or goes; new fields do not raise it
_STEP = "  "


class JsonReporter(Reporter):
    """One JSON object; offsets are code points from 0, lines and columns count from 1."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._files = 0
        self._unreadable: list[dict[str, Any]] = []  # they follow the files, so they wait

    def begin(self) -> str:
        """The object up to its files."""
        start = head(self._style)
        start["policy"]["name"] = dict(self._style.policy.name)
        return dumps(start, indent=2).removesuffix("\n}") + f',\n{_STEP}"files": ['

    def add(self, item: Item) -> str:
        """A member of `files`."""
        if isinstance(item, Unreadable):
            self._unreadable.append(unreadable_data(item, self._style.lang))
            return ""
        self._files += 1
        style = self._style.of(item)
        data = file_data(item, style)
        if style is not self._style:
            data["policy"] = policy_data(style)
        return ("," if self._files > 1 else "") + _inside(data, 2)

    def end(self, tally: Tally) -> str:
        """What could not be read, and the end of the object."""
        close = f"\n{_STEP}]" if self._files else "]"
        return f'{close},\n{_STEP}"unreadable": ' + _inside(self._unreadable, 1).lstrip() + "\n}\n"


def _inside(data: object, depth: int) -> str:
    """Data on lines of its own, `depth` steps inside."""
    line = "\n" + _STEP * depth
    return line + dumps(data, indent=2).replace("\n", line)


def head(style: Style) -> dict[str, Any]:
    """What tells a reader how to understand the rest."""
    return {
        "schema_version": SCHEMA_VERSION,
        "qazlint": __version__,
        "policy": policy_data(style),
        "lang": style.lang,
    }


def policy_data(style: Style) -> dict[str, Any]:
    """Which policy it is."""
    return {"id": style.policy.slug, "version": style.policy.version}


def unreadable_data(item: Unreadable, lang: str) -> dict[str, Any]:
    """A file, or a line of one, that could not be read."""
    line = {"line": item.line} if item.line else {}
    return {"path": item.name, **line, "code": item.reason, "reason": item.message(lang)}


def file_data(result: FileResult, style: Style) -> dict[str, Any]:
    """One file with its verdict and findings."""
    source, report = result.source, result.report
    return {
        "path": source.name,
        "line": source.first_line,
        "encoding": source.encoding,
        "notes": [{"kind": key, "text": source.note(key, style.lang)} for key in source.notes],
        "author": report.author,
        "approved": report.approved,
        "verdict": report.verdict,
        "findings": [_finding(finding, source, style) for finding in report.findings],
        "suppressed": [_suppressed(suppressed, source, style) for suppressed in report.suppressed],
        "notices": [
            {
                "kind": notice.kind,
                "clause": notice.clause,
                **_where(notice.span, source),
                "text": notice.text(style.lang),
            }
            for notice in report.notices
        ],
    }


def _suppressed(suppressed: Suppressed, source: Source, style: Style) -> dict[str, Any]:
    found = _finding(suppressed.finding, source, style)
    return found | {"suppression": {"how": suppressed.how, "reason": suppressed.reason}}


def _finding(finding: Finding, source: Source, style: Style) -> dict[str, Any]:
    lang = style.lang
    return {
        "clause": finding.clause,
        "strength": strength(finding, style),
        "rule_id": finding.rule_id,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "fingerprint": finding.fingerprint,
        **_where(finding.span, source),
        "text": source.text[finding.span.start : finding.span.end],
        "message": finding.message(lang),
        "advice": finding.advice(lang),
        "cites": list(finding.cites),
        "related": [_where(span, source) for span in finding.related],
    }


def _where(span: Span, source: Source) -> dict[str, Any]:
    return {"span": span._asdict(), "position": region(span, source)._asdict()}
