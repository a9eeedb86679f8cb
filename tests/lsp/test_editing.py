"""`qazlint lsp` as an editor meets it: a process, spoken with on standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.conftest import ROOT
from tests.lsp.editor import Editor, applied, editing, uri

BAD = "Погода хорошая.\n\nВ «Ромашке» выдали премию.\n"
Scene = Callable[[Editor], Awaitable[None]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the small policy of the documentation."""
    configure(tmp_path)
    return tmp_path


def configure(folder: Path, *lines: str) -> None:
    text = "\n".join((f"policy: {ROOT / 'examples' / 'romashka'}", *lines))
    (folder / ".qazlint.yaml").write_text(text, encoding="utf-8")


def play(scene: Scene, folder: Path, *words: str, **capabilities: object) -> None:
    async def session() -> None:
        async with editing(folder, *words, **capabilities) as editor:
            await scene(editor)

    asyncio.run(session())


def test_a_draft_from_open_to_close(folder: Path) -> None:
    post = folder / "post.md"

    async def scene(editor: Editor) -> None:
        (shown,) = await editor.open(post, BAD)
        assert shown.range == types.Range(types.Position(2, 19), types.Position(2, 25))
        assert (shown.code, shown.source, shown.severity) == ("3.pay", "qazlint", types.DiagnosticSeverity.Error)
        assert shown.code_description is None
        assert shown.related_information is None
        assert shown.message == "п. 3, нельзя: Сказано о выплатах в Обществе"
        # Emoji before the passage are two units each, a skin's colour two more.
        (moved,) = await editor.type(post, BAD.replace("В «", "👍🏽 В «"))
        assert moved.range == types.Range(types.Position(2, 24), types.Position(2, 30))
        hover = await editor.hover(post, 2, 25)
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        assert hover.contents.kind == types.MarkupKind.Markdown
        assert "**п. 3, нельзя. Деньги**\n\n> Сотрудники не рассказывают о зарплатах" in hover.contents.value
        assert "Что делать: " in hover.contents.value
        assert hover.range == moved.range
        assert await editor.hover(post, 0, 1) is None
        assert await editor.type(post, "Погода хорошая.") == []
        await editor.type(post, BAD)
        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri(post)))
        )
        await editor.until(lambda: editor.shown[uri(post)].version is None)
        assert not editor.shown[uri(post)].diagnostics
        assert editor.messages == []

    play(scene, folder)


def test_actions(folder: Path) -> None:
    post = folder / "post.md"

    async def scene(editor: Editor) -> None:
        (shown,) = await editor.open(post, BAD)
        actions = await editor.actions(post, shown.range)
        assert [*actions] == ["Suppress on this line: 3.pay", "Suppress in the whole file: 3.pay", "Explain: cl. 3"]
        for title in [*actions][:2]:
            assert [fixed.code for fixed in actions[title].diagnostics or ()] == ["3.pay"]
            suppressed = applied(BAD, actions[title])
            assert "3.pay: give the reason -->" in suppressed
            assert await editor.type(post, suppressed) == []
            await editor.type(post, BAD)
        assert await editor.actions(post, shown.range, ["source.organizeImports"]) == {}
        assert await editor.actions(post, types.Range(types.Position(0, 1), types.Position(0, 4))) == {}
        command = actions["Explain: cl. 3"].command
        assert command is not None
        answer = await editor.client.workspace_execute_command_async(
            types.ExecuteCommandParams(command.command, command.arguments)
        )
        assert "Employees do not tell of the Company's wages and bonuses." in str(answer)
        assert editor.messages == [answer]
        # The reason is to be written. What is not needed any more is shown as such.
        (notice,) = await editor.type(post, "Погода хорошая. <!-- qazlint-disable-line 3: исх. 1 -->")
        assert (notice.code, notice.tags) == ("unused-suppression", (types.DiagnosticTag.Unnecessary,))

    play(scene, folder, "--lang", "en", "--stdio")


@pytest.mark.parametrize(("encoding", "start", "end"), [("utf-8", 44, 56), ("utf-32", 22, 28)])
def test_the_editor_says_what_columns_count(folder: Path, encoding: str, start: int, end: int) -> None:
    related = types.PublishDiagnosticsClientCapabilities(related_information=True)
    hovering = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])

    async def scene(editor: Editor) -> None:
        (shown,) = await editor.open("untitled:Untitled-1", "👍🏽 В «Ромашке» выдали премию", "plaintext")
        assert (shown.range.start.character, shown.range.end.character) == (start, end)
        (because,) = shown.related_information or ()
        assert because.location.range.start.character == (14 if encoding == "utf-8" else 6)
        assert because.message == "из-за этого правило применено"
        hover = await editor.hover("untitled:Untitled-1", 0, end)
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        assert hover.contents.value.startswith("п. 3, нельзя. Деньги\n\n«Сотрудники")

    play(
        scene, folder, "--policy", str(ROOT / "examples" / "romashka"),
        general=types.GeneralClientCapabilities(position_encodings=[encoding]),
        text_document=types.TextDocumentClientCapabilities(publish_diagnostics=related, hover=hovering),
    )  # fmt: skip


def test_the_configuration_changes(folder: Path) -> None:
    post, other = folder / "post.html", folder / "archive" / "old.txt"
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)

    async def scene(editor: Editor) -> None:
        await editor.until(lambda: bool(editor.watched))
        assert editor.watched[0].method == "workspace/didChangeWatchedFiles"
        (shown,) = await editor.open(post, "<p>В «Ромашке» выдали премию", "html")
        assert await editor.open(other, BAD, "plaintext") != []

        async def change(*lines: str) -> None:
            configure(folder, *lines)
            editor.shown.clear()
            event = types.FileEvent(uri(folder / ".qazlint.yaml"), types.FileChangeType.Changed)
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            await editor.until(lambda: len(editor.shown) == 2)

        await change("severity: {'3': note}", "lang: kk", "exclude: [archive/]")
        (weaker,) = editor.shown[uri(post)].diagnostics
        assert (weaker.range, weaker.severity) == (shown.range, types.DiagnosticSeverity.Information)
        assert weaker.message.startswith("3-тармақ, ")
        assert not editor.shown[uri(other)].diagnostics
        assert editor.messages == []
        await change("disable: ['99']")
        for name in (post, other):
            (broken,) = editor.shown[uri(name)].diagnostics
            assert broken.range.start == types.Position(0, 0)
            assert ".qazlint.yaml:2: error" in broken.message
            assert "«99»" in broken.message
        assert editor.messages == [broken.message]
        await change()
        assert [found.code for found in editor.shown[uri(post)].diagnostics] == ["3.pay"]

    play(scene, folder, workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching))


def test_an_editor_that_asks_for_what_there_is_not_gets_an_answer_and_its_user_no_message(folder: Path) -> None:
    post = folder / "post.md"

    async def scene(editor: Editor) -> None:
        await editor.open(post, BAD)
        place = types.DefinitionParams(types.TextDocumentIdentifier(uri(post)), types.Position(0, 0))
        with pytest.raises(JsonRpcException):
            await editor.client.text_document_definition_async(place)
        assert await editor.type(post, BAD) != []
        assert editor.messages == []

    play(scene, folder)


def test_who_hangs_up_without_a_word_leaves_nothing_behind(folder: Path) -> None:
    async def session() -> int:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "qazlint", "lsp", cwd=ROOT, stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, err = await process.communicate(b'Content-Length: 21\r\n\r\n{"secret": "\xd0\xbf\xd1\x80"no}')
        assert "secret" not in (out + err).decode()
        return process.returncode or 0

    assert asyncio.run(asyncio.wait_for(session(), 60)) == 0
