"""The report for a person at a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from wcwidth import wcswidth

from qazlint.policy import Policy
from qazlint.report.result import FileResult, Run
from qazlint.report.wording import SEVERITY, VERDICT, WORDS, say
from qazlint.source import Source
from qazlint.types import Finding, Span

_WIDTH = 96  # columns of the text shown around a passage
_COLOURS = {"error": "31", "warning": "33", "note": "36", "stop": "31", "agree": "33", "publish": "32"}


def render(run: Run, lang: str, colour: bool = False) -> str:
    """Findings with the passage underlined, then a verdict for each file."""
    blocks = ["\n".join(_file(result, run.policy, lang, colour)) for result in run.results]
    if len(run.results) > 1:
        blocks.append(_summary(run, lang))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _file(result: FileResult, policy: Policy, lang: str, colour: bool) -> Iterator[str]:
    source, report = result.source, result.report
    yield _paint(source.name, "1", colour)
    for finding in report.findings:
        yield from _finding(finding, source, policy, lang, colour)
    yield ""
    verdict = _paint(say(VERDICT, report.verdict, lang), f"1;{_COLOURS[report.verdict]}", colour)
    clauses = _clauses(report.findings)
    named = f" ({say(WORDS, 'clauses', lang)} {', '.join(clauses)})" if clauses else ""
    yield f"{say(WORDS, 'verdict', lang)}: {verdict}{named}"


def _clauses(findings: Sequence[Finding]) -> list[str]:
    return sorted({finding.clause for finding in findings}, key=lambda clause: (len(clause), clause))


def _finding(finding: Finding, source: Source, policy: Policy, lang: str, colour: bool) -> Iterator[str]:
    line, column = source.position(finding.span.start)
    clause = policy.clauses[finding.clause]
    strength = clause.strength.get(lang) or clause.strength.get("ru") or say(SEVERITY, finding.severity, lang)
    hue = _COLOURS[finding.severity]
    head = _paint(f"{say(WORDS, 'clause', lang)} {finding.clause}, {strength}", f"1;{hue}", colour)
    yield ""
    yield f"  {line}:{column}  {head}  {_paint('[' + finding.rule_id + ']', '2', colour)}"
    yield from _passage(source.text, finding.span, hue, colour)
    yield f"    {finding.message(lang)}"
    if finding.advice(lang):
        yield f"    {say(WORDS, 'advice', lang)}: {finding.advice(lang)}"
    if finding.cites:
        numbers = ", ".join(f"{say(WORDS, 'clause', lang)} {number}" for number in finding.cites)
        yield f"    {say(WORDS, 'see', lang)}: {numbers}"


def _passage(text: str, span: Span, hue: str, colour: bool) -> Iterator[str]:
    """The line of the passage's beginning, cut to the width at words, and the marks under the passage."""
    first = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    last = min((at for mark in "\r\n" if (at := text.find(mark, span.start)) >= 0), default=len(text))
    start, end = _window(text, span, first, last)
    cut, more = "…" if start > first else "", "…" if end < last else ""
    before = _cells(cut + text[start : span.start])
    under = max(1, _cells(text[span.start : min(span.end, end)]))
    yield f"    | {cut}{_printable(text[start:end])}{more}"
    yield f"    | {' ' * before}{_paint('^' * under, hue, colour)}"


def _window(text: str, span: Span, first: int, last: int) -> Span:
    """What is shown of the line first:last: all of it, or about `_WIDTH` characters around the passage."""
    if last - first <= _WIDTH:
        return Span(first, last)
    spare = max(0, _WIDTH - (min(span.end, last) - span.start))
    start = max(first, min(span.start - spare // 2, last - _WIDTH))
    if start > first:
        start = min(text.find(" ", start, span.start) + 1 or start, span.start)
    end = min(last, start + _WIDTH)
    if end < last:
        end = max(text.rfind(" ", span.end, end), min(span.end, end)) if span.end < end else end
    return Span(start, end)


def _printable(text: str) -> str:
    """Control and direction characters would disturb the terminal, and lone surrogates cannot be printed."""
    return "".join(" " if c == "\t" else "�" if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)


def _cells(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return max(0, wcswidth(_printable(text)))


def _summary(run: Run, lang: str) -> str:
    total = sum(len(result.report.findings) for result in run.results)
    unread = f", {say(WORDS, 'unread', lang)}: {len(run.unreadable)}" if run.unreadable else ""
    return f"{say(WORDS, 'files', lang)}: {len(run.results)}, {say(WORDS, 'findings', lang)}: {total}{unread}"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
