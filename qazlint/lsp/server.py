"""The server: what the editor tells and asks. Nothing is logged, for logs would have the drafts' words."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePath
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcMethodNotFound
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, urlparse

from qazlint import __version__
from qazlint.lsp import answers
from qazlint.lsp.drafts import Checked, Draft, Drafts, Unchecked
from qazlint.lsp.positions import Positions
from qazlint.lsp.wording import WORDS
from qazlint.report.wording import say


class Server(LanguageServer):
    """Drafts that are open, with what is known of them. Checks run one after the other, in a thread of their own."""

    def __init__(self, drafts: Drafts) -> None:
        # Whole texts: the library cuts lines at other marks than editors do, so parts would go astray.
        super().__init__("qazlint", __version__, types.TextDocumentSyncKind.Full)
        self._drafts = drafts
        self._thread = ThreadPoolExecutor(1)
        self._turn = asyncio.Lock()
        self._known: dict[str, Checked | Unchecked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._told = ""  # the last message on what is wrong

    async def known(self, uri: str) -> Checked | Unchecked | None:
        """What is found in a draft as it is now; None when it is not open."""
        async with self._turn:
            document = self.workspace.text_documents.get(uri)
            if document is None:
                return None
            draft = self._draft(uri, document.source, document.language_id or "")
            found = self._known.get(uri)
            if found is None or found.draft != draft:
                drafts = self._drafts
                found = await asyncio.get_running_loop().run_in_executor(self._thread, drafts.check, draft)
                self._known[uri] = found
            return found

    def look(self, uri: str, pause: float = 0) -> None:
        """Show what is found in a draft after a pause, unless it changes before."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._look(uri, pause))

    def forget(self, uri: str) -> None:
        """A draft is closed: nothing of it is kept."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._known.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def reload(self) -> None:
        """Configurations or policies have changed: check everything anew by what they say now."""
        async with self._turn:
            self._drafts.reload()
            self._known.clear()
            self._told = ""
        for uri in list(self.workspace.text_documents):
            self.look(uri)

    def positions(self, found: Checked) -> Positions:
        """Places in a draft, in the units that the editor counts in."""
        return Positions(found.document.source, str(self.workspace.position_encoding))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A mistake of the editor's or ours; only its kind is told, for its words may be the draft's. Who asks for
        what there is not has had the answer: a person need not know."""
        if isinstance(error, JsonRpcMethodNotFound):
            return
        self.tell(say(WORDS, "failed", "").format(name=type(error).__name__))

    def tell(self, message: str) -> None:
        """Show a message, once until there is another one."""
        if message != self._told:
            self._told = message
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    async def _look(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        found = await self.known(uri)
        document = self.workspace.text_documents.get(uri)
        if found is None or document is None:
            return
        shown = []
        if isinstance(found, Checked):
            related = bool(get_capability(
                self.client_capabilities, "text_document.publish_diagnostics.related_information"
            ))
            shown = answers.diagnostics(found, self.positions(found), uri, related)
        elif found.why:
            self.tell(found.why)
            shown = [answers.refusal(found.why)]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, document.version))

    def _draft(self, uri: str, text: str, language: str) -> Draft:
        given = to_fs_path(uri) or ""
        name = PurePath(given or urlparse(uri)[2]).name.replace("\0", "") or "draft.txt"
        root = self.workspace.root_path
        if given and "\0" not in given:
            return Draft(text, name, Path(given), language)
        return Draft(text, name, Path(root, name) if root else None, language)
