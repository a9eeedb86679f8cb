"""The report for programs; `docs/report.schema.json` describes it."""

from __future__ import annotations

import json
from typing import Any

from qazlint import __version__
from qazlint.report.result import FileResult, Run
from qazlint.source import Source
from qazlint.types import Finding, Span

SCHEMA_VERSION = 1  # raised when a field changes its meaning or goes; new fields do not raise it


def render(run: Run, lang: str, colour: bool = False) -> str:
    """One JSON object; offsets are code points from 0, lines and columns count from 1."""
    return json.dumps(as_data(run, lang), ensure_ascii=False, indent=2) + "\n"


def as_data(run: Run, lang: str) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "qazlint": __version__,
        "policy": {"id": run.policy.slug, "version": run.policy.version, "name": dict(run.policy.name)},
        "lang": lang,
        "files": [file_data(result, run, lang) for result in run.results],
        "unreadable": [{"path": item.name, "reason": item.message(lang)} for item in run.unreadable],
    }


def file_data(result: FileResult, run: Run, lang: str) -> dict[str, Any]:
    """One file with its verdict and findings."""
    source = result.source
    return {
        "path": source.name,
        "encoding": source.encoding,
        "author": result.report.author,
        "verdict": result.report.verdict,
        "findings": [_finding(finding, source, run, lang) for finding in result.report.findings],
    }


def _finding(finding: Finding, source: Source, run: Run, lang: str) -> dict[str, Any]:
    clause = run.policy.clauses[finding.clause]
    return {
        "clause": finding.clause,
        "strength": clause.strength.get(lang, clause.strength.get("ru", "")),
        "rule_id": finding.rule_id,
        "severity": finding.severity,
        "confidence": finding.confidence,
        **_where(finding.span, source),
        "text": source.text[finding.span.start : finding.span.end],
        "message": finding.message(lang),
        "advice": finding.advice(lang),
        "cites": list(finding.cites),
        "related": [_where(span, source) for span in finding.related],
    }


def _where(span: Span, source: Source) -> dict[str, Any]:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {
        "span": {"start": span.start, "end": span.end},
        "position": {"line": line, "column": column, "end_line": end_line, "end_column": end_column},
    }
