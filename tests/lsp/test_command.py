"""`qazlint lsp` before it serves."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner

from qazlint.cli import main


def test_without_the_extra_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["qazlint.cli.lsp"], "find_spec", lambda name: None)
    result = CliRunner().invoke(main, ["lsp"])
    assert result.exit_code == 2
    assert "pip install 'qazlint[lsp]'" in result.stderr
    assert result.stdout == ""
