"""What the editor offers to do about a finding: suppress it, with a reason to be written, or explain it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lsprotocol import types

from qazlint.lsp import answers, suppressing
from qazlint.lsp.drafts import Checked
from qazlint.lsp.server import Server
from qazlint.lsp.suppressing import Insertion
from qazlint.lsp.wording import WORDS
from qazlint.report.wording import named, say
from qazlint.types import Finding, Span

EXPLAIN = "qazlint.explain"  # the command behind «Explain»
_MOST = 10  # findings for which actions are offered: who selects the whole draft wants none
_FIXES: Mapping[str, Callable[[Checked, Finding], Insertion | None]] = {
    "on-line": suppressing.on_line,
    "in-file": suppressing.in_file,
}


async def offered(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the findings that the cursor or the selection touches."""
    found = await ls.known(params.text_document.uri)
    only = params.context.only
    if not isinstance(found, Checked) or (only and not {"", types.CodeActionKind.QuickFix} & {*only}):
        return []
    positions = ls.positions(found)
    start, end = (positions.offset(place) for place in (params.range.start, params.range.end))
    asked = {f"{finding.rule_id} {found.document.source.position(finding.span.start)[0]}": finding
             for finding in answers.at(found, start, end)[:_MOST]}  # fmt: skip
    actions = [action for finding in asked.values() for action in _of_finding(finding, found, params, ls)]
    return list({action.title: action for action in actions}.values())


def _of_finding(
    finding: Finding, found: Checked, params: types.CodeActionParams, ls: Server
) -> Iterator[types.CodeAction]:
    uri, lang, positions = params.text_document.uri, found.style.lang, ls.positions(found)
    concerned = [known for known in params.context.diagnostics if known.code == finding.rule_id]
    for key, place in _FIXES.items():
        if insertion := place(found, finding):
            edit = types.TextEdit(positions.range(Span(insertion.at, insertion.at)), insertion.text)
            yield types.CodeAction(
                say(WORDS, key, lang).format(rule=finding.rule_id), types.CodeActionKind.QuickFix, concerned,
                edit=types.WorkspaceEdit({uri: [edit]}),
            )  # fmt: skip
    explain = say(WORDS, "explain", lang).format(clause=named("clause", finding.clause, lang))
    yield types.CodeAction(explain, types.CodeActionKind.QuickFix, concerned,
                           command=types.Command(explain, EXPLAIN, arguments=[uri, finding.rule_id]))  # fmt: skip


async def explain(ls: Server, uri: str, rule: str) -> str | None:
    """The command behind «Explain»: the words of the clause, as a message and as the answer."""
    found = await ls.known(uri)
    if not isinstance(found, Checked):
        return None
    finding = next((finding for finding in found.report.findings if finding.rule_id == rule), None)
    if finding is None:
        return None
    text = answers.explained(finding, found, markdown=False)
    ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
    return text
