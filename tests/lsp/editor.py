"""An editor: pygls's own client, which starts the server as editors do and hears what it says."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cattrs import Converter
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

from tests.conftest import ROOT

PATIENCE = 60  # seconds


@dataclass
class Editor:
    """What a person does in an editor, and what the server has said."""

    client: LanguageClient
    shown: dict[str, types.PublishDiagnosticsParams] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    watched: list[types.Registration] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    version: int = 0

    async def until(self, true: Callable[[], bool]) -> None:
        """Listen until something is true."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                self.heard.clear()
                await self.heard.wait()

    async def open(self, path: Path | str, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        """Open a draft; gives what is shown of it."""
        item = types.TextDocumentItem(uri(path), language, self._next(), text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(path)

    async def type(self, path: Path | str, text: str) -> list[types.Diagnostic]:
        """The draft is another one now."""
        named = types.VersionedTextDocumentIdentifier(self._next(), uri(path))
        changes = [types.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(named, changes))
        return await self.diagnostics(path)

    async def diagnostics(self, path: Path | str) -> list[types.Diagnostic]:
        """What is shown of the draft as it is now."""
        version, at = self.version, uri(path)
        await self.until(lambda: at in self.shown and self.shown[at].version == version)
        return [*self.shown[at].diagnostics]

    async def hover(self, path: Path | str, line: int, character: int) -> types.Hover | None:
        """What is said of a place."""
        return await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri(path)), types.Position(line, character))
        )

    async def actions(self, path: Path | str, place: types.Range, only: list[str] | None = None) -> dict[str, types.CodeAction]:
        """What can be done about a place, by title."""
        context = types.CodeActionContext(self.shown[uri(path)].diagnostics, only)
        given = await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri(path)), place, context)
        )
        return {action.title: action for action in given or [] if isinstance(action, types.CodeAction)}

    def _next(self) -> int:
        self.version += 1
        return self.version


def uri(path: Path | str) -> str:
    return path.as_uri() if isinstance(path, Path) else path


@asynccontextmanager
async def editing(folder: Path, *words: str, **capabilities: object) -> AsyncIterator[Editor]:
    """An editor with a folder open; at the end the server has been told to go, and has gone."""
    editor = Editor(LanguageClient("editor", "1", converter_factory=converter))
    hear(editor)
    editor.client.report_server_error = lambda error, source: editor.errors.append(error)  # type: ignore[method-assign]
    command = [sys.executable, "-m", "qazlint", "lsp", *words]
    await editor.client.start_io(*command, cwd=ROOT)
    await editor.client.initialize_async(
        types.InitializeParams(types.ClientCapabilities(**capabilities), root_uri=folder.as_uri())  # type: ignore[arg-type]
    )
    editor.client.initialized(types.InitializedParams())
    yield editor
    server = editor.client._server
    assert server is not None
    assert server.stderr is not None
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    async with asyncio.timeout(PATIENCE):
        assert await server.wait() == 0
        assert await server.stderr.read() == b""
        await editor.client.stop()
    assert not editor.errors


def converter() -> Converter:
    """The library's, which takes an action that has a command for a bare command."""
    made = default_converter()

    def structured(value: dict[str, object], _: type) -> types.Command | types.CodeAction:
        kind = types.Command if isinstance(value.get("command"), str) else types.CodeAction
        return made.structure(value, kind)

    made.register_structure_hook(types.Command | types.CodeAction, structured)
    return made


def hear(editor: Editor) -> None:
    """Note down what the server says."""

    @editor.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        editor.shown[params.uri] = params
        editor.heard.set()

    @editor.client.feature(types.WINDOW_SHOW_MESSAGE)
    def said(params: types.ShowMessageParams) -> None:
        editor.messages.append(params.message)
        editor.heard.set()

    @editor.client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(params: types.RegistrationParams) -> None:
        editor.watched.extend(params.registrations)
        editor.heard.set()


def applied(text: str, action: types.CodeAction) -> str:
    """The text after an edit; columns count code points here, so the text may have no emoji."""
    assert action.edit is not None
    assert action.edit.changes is not None
    ((edit,),) = action.edit.changes.values()
    lines = text.splitlines(keepends=True) or [""]
    at = sum(map(len, lines[: edit.range.start.line])) + edit.range.start.character
    assert edit.range.start == edit.range.end
    return text[:at] + edit.new_text + text[at:]
