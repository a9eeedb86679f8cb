"""`qazlint explain`."""

from __future__ import annotations

import click

from qazlint.cli.common import fail, lang_option, load, policy_option


@click.command()
@click.argument("name", metavar="CLAUSE|RULE")
@policy_option
@lang_option
def explain(name: str, policy: str, lang: str) -> None:
    """Show a clause's text and rules, or a rule with its message, advice and examples."""
    from qazlint.policy.names import suggestion
    from qazlint.report.explain import explain_clause, explain_rule

    loaded = load(policy)
    rule = next((rule for rule in loaded.rules if rule.id == name), None)
    if rule is not None:
        click.echo(explain_rule(loaded, rule, lang))
    elif name in loaded.clauses:
        click.echo(explain_clause(loaded, name, lang))
    else:
        known = [*loaded.clauses, *(rule.id for rule in loaded.rules)]
        fail(f"the policy has no clause or rule «{name}»{suggestion(name, known)}")
