"""Pages made of fields, and what a linter says of them."""

from __future__ import annotations

from qazlint import Linter
from qazlint.extract import Document, extract
from qazlint.source import Source
from qazlint.types import Report

SITE = ("site",)


def page(*lines: str, name: str = "<stdin>", body: str = "Текст.") -> Document:
    """A Markdown page with these lines of front matter."""
    return extract(Source(name, "\n".join(("---", *lines, "---", "", body, ""))), "markdown")


def check(linter: Linter, document: Document, *files: str) -> Report:
    """The report of the set `site`, where only these files exist."""
    return linter.check_document(document, sets=SITE, exists=lambda path: path in files)


def found(report: Report, clause: str = "") -> list[tuple[str, str]]:
    """Rules and passages of the findings, of one clause or of all."""
    return [
        (finding.rule_id, report.text[slice(*finding.span)])
        for finding in report.findings
        if not clause or finding.clause == clause
    ]
