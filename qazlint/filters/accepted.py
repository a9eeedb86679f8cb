"""Findings that a reader of the report has decided to be no violations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qazlint.types import Report, Suppressed

HOW = "accepted"


def with_accepted(report: Report, reasons: Mapping[str, str]) -> Report:
    """The report, its findings with these fingerprints passed over for the reasons given."""
    passed = [Suppressed(finding, reasons[finding.fingerprint], HOW)
              for finding in report.findings if finding.fingerprint in reasons]  # fmt: skip
    if not passed:
        return report
    return replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.fingerprint not in reasons),
        suppressed=tuple(sorted((*report.suppressed, *passed), key=lambda item: item.finding.span)),
    )
