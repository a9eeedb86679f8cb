"""`qazlint morph`."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("text", required=False)
def morph(text: str | None) -> None:
    """Show the words of a text with all their readings, for authors of rules."""
    from qazlint.language.pipeline import analyse
    from qazlint.report.morph import render

    click.echo(render(analyse(text if text is not None else sys.stdin.read())), nl=False)
