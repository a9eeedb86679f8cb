"""What the editor can ask for: one function for each message, and the table of them."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.capabilities import get_capability

from qazlint.lsp import actions, answers
from qazlint.lsp.drafts import Checked, Drafts
from qazlint.lsp.server import Server

PAUSE = 0.3  # seconds without a key after which a draft is checked
# What makes drafts be checked anew: configurations, policies and lexicons, baselines.
WATCHED = ("**/*.{yaml,yml}", "**/pyproject.toml", "**/*baseline*.json")
_CONFIGURATIONS = (".yaml", ".toml")


def serve(drafts: Drafts) -> None:
    """Speak with an editor on standard input and output until it hangs up.

    Whatever else writes to standard output meanwhile writes to standard error: the editor must not see it.
    """
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)  # it would log drafts, when something goes wrong
    output: BinaryIO = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    make_server(drafts).start_io(sys.stdin.buffer, output)


def make_server(drafts: Drafts) -> Server:
    """A server with all that it can do."""
    server = Server(drafts)
    for name, (handle, options) in FEATURES.items():
        server.feature(name, options)(handle)
    server.command(actions.EXPLAIN)(actions.explain)
    return server


async def _initialized(ls: Server, params: types.InitializedParams) -> None:
    if get_capability(ls.client_capabilities, "workspace.did_change_watched_files.dynamic_registration"):
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration("qazlint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await ls.client_register_capability_async(types.RegistrationParams([registration]))


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.look(params.text_document.uri)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.look(params.text_document.uri, PAUSE)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


async def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """For editors that do not watch files."""
    if params.text_document.uri.endswith(_CONFIGURATIONS):
        await ls.reload()


async def _reconfigured(ls: Server, params: object) -> None:
    await ls.reload()


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    found = await ls.known(params.text_document.uri)
    if not isinstance(found, Checked):
        return None
    positions = ls.positions(found)
    offset = positions.offset(params.position)
    findings = answers.at(found, offset, offset)
    if not findings:
        return None
    formats = get_capability(ls.client_capabilities, "text_document.hover.content_format") or ()
    markdown = not formats or types.MarkupKind.Markdown in formats
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    texts = (answers.explained(finding, found, markdown) for finding in findings)
    return types.Hover(types.MarkupContent(kind, "\n\n---\n\n".join(texts)), positions.range(findings[0].span))


FEATURES: dict[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZED: (_initialized, None),
    types.TEXT_DOCUMENT_DID_OPEN: (_opened, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_saved, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_reconfigured, None),
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: (_reconfigured, None),
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (actions.offered, types.CodeActionOptions([types.CodeActionKind.QuickFix])),
}
