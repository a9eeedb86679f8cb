"""Writes docs/cli.md, the reference of the command line, from the commands: python scripts/cli_reference.py"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from qazlint.cli import main

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"
HEAD = """\
# The command line

This page is made by `python scripts/cli_reference.py` from the commands' own help.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections(main, "qazlint")])


def _sections(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name, terminal_width=100, help_option_names=["-h", "--help"])
    yield f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from _sections(found, f"{name} {inner}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
