"""`qazlint explain`."""

from __future__ import annotations

import click

from qazlint.cli.common import lang_option, load, policy_option, selected


@click.command()
@click.argument("name", metavar="CLAUSE|RULE")
@policy_option
@lang_option
def explain(name: str, policy: str, lang: str) -> None:
    """Show a clause's text and rules, or a rule with its message, advice and examples.

    A part of a clause (26.insult) is shown with its rules.
    """
    from qazlint.policy.select import plain
    from qazlint.report.explain import explain_clause, explain_rule

    loaded = load(policy)
    chosen = selected(loaded, [name])
    name = plain(name)
    rule = next((rule for rule in chosen if rule.id == name), None)
    if rule is not None:
        click.echo(explain_rule(loaded, rule, lang))
    else:
        number = max((clause for clause in loaded.clauses if f"{name}.".startswith(f"{clause}.")), key=len)
        click.echo(explain_clause(loaded, number, chosen, lang))
