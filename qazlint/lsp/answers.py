"""A checked draft → what the editor shows: diagnostics, and a finding in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from qazlint.lsp.drafts import Checked
from qazlint.lsp.positions import Positions
from qazlint.report.describe import advice, heading, inside, title
from qazlint.report.wording import WORDS, named, say
from qazlint.types import Finding, Notice

SOURCE = "qazlint"
_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
# What its author meant to say to qazlint, and what was not understood: editors hardly show hints.
_MISTAKES = frozenset(("front-matter", "no-name", "no-reason", "unknown-directive", "unknown-name", "unknown-role"))
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def diagnostics(checked: Checked, positions: Positions, uri: str, related: bool) -> list[types.Diagnostic]:
    """What the editor underlines, findings first.

    related  the editor can show what made a rule apply
    """
    found = [_finding(finding, checked, positions, uri if related else "") for finding in checked.report.findings]
    return found + [_notice(notice, checked, positions) for notice in checked.report.notices]


def refusal(why: str) -> types.Diagnostic:
    """That a draft was not checked, at its beginning."""
    start = types.Position(0, 0)
    return types.Diagnostic(types.Range(start, start), why, types.DiagnosticSeverity.Error, source=SOURCE)


def _finding(finding: Finding, checked: Checked, positions: Positions, uri: str) -> types.Diagnostic:
    style = checked.style
    because = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, positions.range(span)), say(WORDS, "because", style.lang)
        )
        for span in finding.related
    ]
    return types.Diagnostic(
        positions.range(finding.span), f"{heading(finding, style)}: {finding.message(style.lang)}",
        _SEVERITY[finding.severity], finding.rule_id, source=SOURCE,
        related_information=because if uri and because else None,
    )  # fmt: skip


def _notice(notice: Notice, checked: Checked, positions: Positions) -> types.Diagnostic:
    tags = [types.DiagnosticTag.Unnecessary] if notice.kind == "unused-suppression" else None
    severity = types.DiagnosticSeverity.Information if notice.kind in _MISTAKES else types.DiagnosticSeverity.Hint
    return types.Diagnostic(
        positions.range(notice.span), notice.text(checked.style.lang), severity, notice.kind, source=SOURCE, tags=tags
    )


def at(checked: Checked, start: int, end: int) -> list[Finding]:
    """The findings that a selection (code-point offsets) touches; a cursor is an empty one."""
    return [finding for finding in checked.report.findings if finding.span.start <= end and start <= finding.span.end]


def explained(finding: Finding, checked: Checked, markdown: bool) -> str:
    """A finding in words: the clause, what the policy says, what was understood and what to do."""
    return "\n\n".join(_explained(finding, checked, markdown))


def _explained(finding: Finding, checked: Checked, markdown: bool) -> Iterator[str]:
    style, lang = checked.style, checked.style.lang

    def plain(text: str) -> str:
        return _MARKUP.sub(r"\\\1", text) if markdown else text

    head = ". ".join(filter(None, (heading(finding, style), title(finding, style))))
    yield f"**{plain(head)}**" if markdown else head
    words = plain(inside(style.policy.clauses[finding.clause].text, lang)).strip()
    yield "\n".join(f"> {line}" for line in words.splitlines()) if markdown else f"«{words}»"
    yield plain(finding.message(lang))
    if said := advice(finding, style):
        yield plain(said)
    if finding.cites:
        numbers = ", ".join(named("clause", number, lang) for number in finding.cites)
        yield plain(f"{say(WORDS, 'see', lang)}: {numbers}")
