"""docs/editor.md: its settings can be read, and start a command that there is."""

from __future__ import annotations

import json
import re
import tomllib

from click.testing import CliRunner
from luaparser import ast

from qazlint.cli import main
from qazlint.lsp.drafts import Draft
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


def test_json() -> None:
    code, kate = map(json.loads, blocks("json"))
    server = kate["servers"]["qazlint"]
    assert [code["glspc.server.command"], *code["glspc.server.commandArguments"]] == server["command"] == ["qazlint", "lsp"]
    assert [Draft("", "", None, name).format for name in code["glspc.server.languageId"]] == ["markdown", "plain", "html"]
    assert re.fullmatch(server["highlightingModeRegex"], "Markdown")


def test_toml() -> None:
    (helix,) = map(tomllib.loads, blocks("toml"))
    assert helix["language-server"]["qazlint"] == {"command": "qazlint", "args": ["lsp"]}
    assert [Draft("", "", None, language["name"]).format for language in helix["language"]] == ["markdown", "html", "plain"]


def test_lua() -> None:
    (neovim,) = blocks("lua")
    strings = [node.s for node in ast.walk(ast.parse(neovim)) if isinstance(node, ast.String)]
    assert {b"qazlint", b"lsp", b"markdown"} <= {text if isinstance(text, bytes) else text.encode() for text in strings}


def test_the_options_are_there() -> None:
    shown = CliRunner().invoke(main, ["lsp", "--help"]).output
    for option in re.findall(r"`(--\w+)", PAGE):
        assert option in shown
