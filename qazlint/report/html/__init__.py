"""The report to forward and to print: one HTML file, nothing outside of it, readable on a phone and on A4."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from qazlint import __version__
from qazlint.report import Reporter
from qazlint.report.clean import readable
from qazlint.report.describe import inside, region, strength, title
from qazlint.report.html.passages import Passage, passages
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.report.wording import HOW, SEVERITY, VERDICT, WORDS, named, say
from qazlint.source import Unreadable
from qazlint.types import Finding, Report


class HtmlReporter(Reporter):
    """The draft with its passages marked and numbered, the clauses in their own words, the verdict in ours."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._files = 0
        templates = Environment(
            loader=PackageLoader("qazlint.report.html"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, finalize=_readable,
        )  # fmt: skip
        templates.globals.update(say=self._say, named=self._named, lang=style.lang)
        self._templates = templates

    def begin(self) -> str:
        """The document up to its first file."""
        css = self._templates.get_template("report.css").render()
        policy = self._style.policy
        return self._templates.get_template("head.html").render(
            css=Markup(css), css_hash=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
            name=inside(policy.name, self._style.lang), edition=policy.version, program=__version__,
            today=date.today(), source=inside(policy.source, self._style.lang),
        )  # fmt: skip

    def add(self, item: Item) -> str:
        """A file's section."""
        if isinstance(item, Unreadable):
            return self._templates.get_template("unreadable.html").render(message=item.message(self._style.lang))
        self._files += 1
        style = self._style.of(item)
        report, role = item.report, inside(style.policy.roles[item.report.author], style.lang)
        return self._templates.get_template("file.html").render(
            number=self._files, name=item.place, report=report, passages=list(_passages(item)),
            verdict=say(VERDICT, report.verdict, style.lang), role=role,
            cards=[_card(number, finding, item, style) for number, finding in enumerate(report.findings, 1)],
            passed=[
                (_card(0, passed.finding, item, style), say(HOW, passed.how, style.lang), passed.reason)
                for passed in report.suppressed
            ],
            notices=[
                *(("", item.source.note(key, style.lang)) for key in item.source.notes),
                *((notice.clause, notice.text(style.lang)) for notice in report.notices),
            ],
        )  # fmt: skip

    def end(self, tally: Tally) -> str:
        """The summary, when there is something to sum up, and the document's end."""
        return self._templates.get_template("foot.html").render(tally=tally, clauses=sorted(
            tally.clauses.items(), key=lambda pair: (len(pair[0]), pair[0])
        ))  # fmt: skip

    def _say(self, key: str) -> str:
        return say(WORDS, key, self._style.lang)

    def _named(self, key: str, what: str | int) -> str:
        return named(key, what, self._style.lang)


class _Card(NamedTuple):
    """What the report says of a finding."""

    number: int
    clause: str
    rule: str
    severity: str
    sign: str
    title: str
    strength: str
    words: str
    quote: str
    line: int
    message: str
    advice: str
    cites: tuple[str, ...]


_SHORTEST_QUOTE = 200


def _card(number: int, finding: Finding, item: FileResult, style: Style) -> _Card:
    text = item.source.text[finding.span.start : finding.span.end]
    return _Card(
        number, finding.clause, finding.rule_id, finding.severity, say(SEVERITY, finding.severity, style.lang),
        title(finding, style), strength(finding, style),
        inside(style.policy.clauses[finding.clause].text, style.lang),
        text if len(text) <= _SHORTEST_QUOTE else f"{text[:_SHORTEST_QUOTE]}…",
        region(finding.span, item.source).line, finding.message(style.lang), finding.advice(style.lang), finding.cites,
    )  # fmt: skip


def _passages(item: FileResult) -> Iterator[Passage]:
    report: Report = item.report
    return passages(item.source.text, [(finding.span, finding.severity) for finding in report.findings])


def _readable(value: Any) -> Any:
    """Nothing that turns round or breaks the page; escaping is the templates' own work."""
    return readable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
