"""The report for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wcwidth import wcswidth

from qazlint.report import Reporter
from qazlint.report.clean import printable
from qazlint.report.describe import advice, heading, title
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.report.wording import VERDICT, WORDS, named, say
from qazlint.source import Source, Unreadable
from qazlint.types import Finding, Report, Span

_COLOURS = {"error": "31", "warning": "33", "note": "36", "stop": "31", "agree": "33", "publish": "32"}


class TextReporter(Reporter):
    """Findings with the passage underlined, a verdict for each file, and a summary when there are several."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._is_first = True
        self._titles: dict[str, str] = {}  # of the clauses that have come up

    def add(self, item: Item) -> str:
        """A file's findings and verdict; what could not be read is told on standard error and counted at the end."""
        if isinstance(item, Unreadable):
            return ""
        style = self._style.of(item)
        for finding in item.report.findings:
            self._titles.setdefault(finding.clause, title(finding, style))
        return self._gap() + "".join(f"{line}\n" for line in _file(item, style))

    def end(self, tally: Tally) -> str:
        """The summary, when there were several inputs."""
        if tally.files + tally.unreadable < 2:
            return ""
        return self._gap() + _summary(tally, self._titles, self._style.lang)

    def _gap(self) -> str:
        """A blank line, but for what comes first."""
        gap = "" if self._is_first else "\n"
        self._is_first = False
        return gap


def _file(result: FileResult, style: Style) -> Iterator[str]:
    source, report, lang = result.source, result.report, style.lang
    yield _paint(printable(source.place), "1", style)
    for finding in report.findings:
        yield from _finding(finding, source, style)
    for notice in report.notices:
        line, column = source.position(notice.span.start)
        clause = f"{named('clause', notice.clause, lang)}  " if notice.clause else ""
        yield from ("", f"  {line}:{column}  {clause}{printable(notice.text(lang))}")
    yield ""
    verdict = _paint(say(VERDICT, report.verdict, lang), f"1;{_COLOURS[report.verdict]}", style)
    yield f"{say(WORDS, 'verdict', lang)}: {verdict}{_remarks(report, lang)}"


def _remarks(report: Report, lang: str) -> str:
    """In brackets: which clauses, and how much was suppressed."""
    clauses = in_order({finding.clause for finding in report.findings})
    key = "one-clause" if len(clauses) == 1 else "clauses"
    remarks = [named(key, ", ".join(clauses), lang)] if clauses else []
    if report.suppressed:
        remarks.append(f"{say(WORDS, 'suppressed', lang)}: {len(report.suppressed)}")
    return f" ({'; '.join(remarks)})" if remarks else ""


def in_order(clauses: Iterable[str]) -> list[str]:
    """Numbers of clauses, 9 before 10."""
    return sorted(clauses, key=lambda clause: (len(clause), clause))


def _finding(finding: Finding, source: Source, style: Style) -> Iterator[str]:
    lang = style.lang
    line, column = source.position(finding.span.start)
    hue = _COLOURS[finding.severity]
    head = _paint(printable(heading(finding, style)), f"1;{hue}", style)
    yield ""
    yield f"  {line}:{column}  {head}  {_paint('[' + finding.rule_id + ']', '2', style)}"
    yield from _passage(source, finding.span, hue, style)
    yield f"    {printable(finding.message(lang))}"
    if finding.advice(lang):
        yield f"    {printable(advice(finding, style))}"
    if finding.cites:
        numbers = ", ".join(named("clause", number, lang) for number in finding.cites)
        yield f"    {say(WORDS, 'see', lang)}: {numbers}"


def _passage(source: Source, span: Span, hue: str, style: Style) -> Iterator[str]:
    """The line of the passage's beginning, cut to the width at words, and the marks under the passage."""
    text, (first, last) = source.text, source.line(span.start)
    start, end = _window(text, span, first, last, style.width)
    cut, more = "…" if start > first else "", "…" if end < last else ""
    before = _cells(cut + text[start : span.start])
    under = max(1, _cells(text[span.start : min(span.end, end)]))
    yield f"    | {cut}{printable(text[start:end])}{more}"
    yield f"    | {' ' * before}{_paint('^' * under, hue, style)}"


def _window(text: str, span: Span, first: int, last: int, width: int) -> Span:
    """What is shown of the line first:last: all of it, or about `width` characters around the passage."""
    if last - first <= width:
        return Span(first, last)
    spare = max(0, width - (min(span.end, last) - span.start))
    start = max(first, min(span.start - spare // 2, last - width))
    if start > first:
        start = min(text.find(" ", start, span.start) + 1 or start, span.start)
    end = min(last, start + width)
    if end < last:
        end = max(text.rfind(" ", span.end, end), min(span.end, end)) if span.end < end else end
    return Span(start, end)


def _cells(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return max(0, wcswidth(printable(text)))


def _summary(tally: Tally, titles: Mapping[str, str], lang: str) -> str:
    """How many files and findings, then a line for each clause."""
    counts = {"files": tally.files, "findings": tally.findings}
    counts |= {key: n for key, n in (("suppressed", tally.suppressed), ("unread", tally.unreadable)) if n}
    lines = [", ".join(f"{say(WORDS, key, lang)}: {count}" for key, count in counts.items())]
    width = max(map(len, tally.clauses), default=0)
    for clause in in_order(tally.clauses):
        count, about = tally.clauses[clause], printable(titles[clause])
        words = f"{named('clause', clause.rjust(width), lang)}  {count:>6}  {about}"
        lines.append(f"  {words}".rstrip())
    return "".join(f"{line}\n" for line in lines)


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text
