"""JUnit XML, which GitLab, Jenkins and Azure show as test results.

A file is a test suite and a finding a failed test case: of several failures in one test case Jenkins and Azure show the
first, and GitLab takes one of test cases of one name, hence the place in the name. A suppressed finding is skipped.
Attributes are those that the xUnit plugin of Jenkins allows: it refuses a report with others (`file` of a test case).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from qazlint.report import Reporter
from qazlint.report.clean import xml
from qazlint.report.describe import advice, heading, region
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.report.wording import VERDICT, WORDS, say
from qazlint.source import Unreadable
from qazlint.types import Finding, Suppressed


class JunitReporter(Reporter):
    """`<testsuites>` with a `<testsuite>` for each file."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def begin(self) -> str:
        """The declaration and the root's begin."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="qazlint">\n'

    def add(self, item: Item) -> str:
        """A test suite."""
        if isinstance(item, Unreadable):
            return _suite(item, [_unreadable(item, self._style.lang)], errors=1)
        report = item.report
        cases = [self._failure(finding, item) for finding in report.findings]
        cases += [self._skipped(suppressed, item) for suppressed in report.suppressed]
        if not cases:
            verdict = say(VERDICT, report.verdict, self._style.lang)
            cases.append(_case(verdict, item.place))
        notes = "".join(f"{line}\n" for line in self._notices(item))
        return _suite(item, cases, len(report.findings), skipped=len(report.suppressed), notes=notes)

    def end(self, tally: Tally) -> str:
        """The root's end."""
        return "</testsuites>\n"

    def _failure(self, finding: Finding, item: FileResult) -> str:
        style, source = self._style.of(item), item.source
        line, column, _, _ = region(finding.span, source)
        message = f"{heading(finding, style)}: {finding.message(style.lang)}"
        passage = source.text[finding.span.start : finding.span.end]
        body = "\n".join(filter(None, (f"{source.name}:{line}:{column}", passage, message, advice(finding, style))))
        failure = f"<failure{_attributes(message=message, type=finding.severity)}>{_text(body)}</failure>"
        return self._placed(finding, item, failure)

    def _skipped(self, suppressed: Suppressed, item: FileResult) -> str:
        words = suppressed.reason or say(WORDS, "suppressed", self._style.lang)
        return self._placed(suppressed.finding, item, f"<skipped{_attributes(message=words)}/>")

    def _placed(self, finding: Finding, item: FileResult, inner: str) -> str:
        line, column = item.source.position(finding.span.start)
        return _case(f"{line}:{column} {finding.rule_id}", item.place, inner)

    def _notices(self, item: FileResult) -> Iterator[str]:
        for notice in item.report.notices:
            line, column = item.source.position(notice.span.start)
            yield f"{item.source.name}:{line}:{column}: {notice.text(self._style.lang)}"


def _unreadable(item: Unreadable, lang: str) -> str:
    error = f"<error{_attributes(message=item.why(lang), type=item.reason)}/>"
    return _case(say(WORDS, "unread", lang), item.place, error)


def _suite(
    item: Item, cases: list[str], failures: int = 0, errors: int = 0, skipped: int = 0, notes: str = ""
) -> str:  # fmt: skip
    counts = {"tests": len(cases), "failures": failures, "errors": errors, "skipped": skipped}
    file = item.name if isinstance(item, Unreadable) else item.source.name
    given = _attributes(name=item.place, file=file, **{key: str(count) for key, count in counts.items()})
    said = f"    <system-out>{_text(notes)}</system-out>\n" if notes else ""
    return f"  <testsuite{given}>\n{''.join(cases)}{said}  </testsuite>\n"


def _case(name: str, classname: str, inner: str = "") -> str:
    return f"    <testcase{_attributes(name=name, classname=classname)}>{inner}</testcase>\n"


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(xml(value))}" for name, value in values.items())


def _text(text: str) -> str:
    """Character data; a carriage return would be read as a line feed if it stood as it is."""
    return escape(xml(text), {"\r": "&#13;"})
