"""`qazlint weigh`."""

from __future__ import annotations

import sys

import click

from qazlint.cli.common import make_linter, policy_option


@click.command()
@click.argument("text", required=False)
@policy_option
def weigh(text: str | None, policy: str) -> None:
    """Show how a text weighs for each clause as a whole, and through which words, for authors of rules.

    From "finds" on the rule has a finding, where its conditions hold and it gives way to none; below "doubts" the
    findings of other rules for the clause are left out, unless a rule is certain or its sentence weighs enough.
    """
    from qazlint.report.weights import render

    draft = text if text is not None else sys.stdin.read()
    click.echo(render(make_linter(policy).weigh(draft), draft), nl=False)
