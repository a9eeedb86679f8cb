"""What a given approval and a known time of publication mean for a report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from qazlint.calendar import is_working_day
from qazlint.policy.model import Policy
from qazlint.types import LANGUAGES, Finding, Notice, Span, Suppressed


def by_approval(findings: Iterable[Finding], policy: Policy) -> tuple[list[Finding], list[Suppressed]]:
    """The findings that an approved post still has, and those of clauses which ask for nothing but the approval."""
    left, met = list[Finding](), list[Suppressed]()
    for finding in findings:
        if policy.clauses[finding.clause].approval:
            met.append(Suppressed(finding, "", "approval"))
        else:
            left.append(finding)
    return left, met


def working_time_notice(policy: Policy, publish: date | None) -> Notice | None:
    """A notice when the post is to appear in working time; a date without an hour tells nothing of that.

    publish  a time without a zone is the policy's own
    """
    rule = policy.working_time
    if rule is None or not isinstance(publish, datetime):
        return None
    from zoneinfo import ZoneInfo  # not for those who name no time

    local = publish.astimezone(ZoneInfo(rule.zone)) if publish.tzinfo else publish
    minute = local.hour * 60 + local.minute
    if not any(start <= minute < end for start, end in rule.hours) or not is_working_day(local.date(), rule.country):
        return None
    texts = {lang: f"{rule.message.get(lang, '')} {rule.advice.get(lang, '')}".strip() for lang in LANGUAGES}
    return Notice("working-time", Span(0, 0), {lang: text for lang, text in texts.items() if text}, rule.clause)
