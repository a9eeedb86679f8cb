"""`qazlint rules`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from qazlint.cli.common import FOUND, counted, explained, fail, lang_option, load, make_linter, policy_option, selected


@click.group()
def rules() -> None:
    """List the rules of a policy, run their examples, check a policy's files."""


@rules.command("list")
@policy_option
@lang_option
def list_rules(policy: str, lang: str) -> None:
    """List every rule: id, severity, message."""
    for rule in load(policy).rules:
        click.echo(f"{rule.id:34} {rule.severity:8} {rule.message.get(lang) or rule.message['ru']}")


@rules.command("test")
@policy_option
@click.argument("names", nargs=-1, metavar="[RULE|CLAUSE]...")
def test_rules(policy: str, names: tuple[str, ...]) -> None:
    """Run the examples of all rules, or of those of clauses (20), parts of clauses (26.insult) and single rules."""
    from qazlint.examples import examples, failure

    linter = make_linter(policy)
    chosen = selected(linter.policy, names) if names else linter.policy.rules
    if not chosen:
        fail(f"no rule stands for {', '.join(names)}")
    passed = failed = 0
    for example in examples(chosen):
        wrong = failure(linter, example)
        failed += bool(wrong)
        passed += not wrong
        if wrong:
            click.echo(f"{example.rule.place}: {example.name}: {wrong}")
    click.echo(f"{passed} passed, {failed} failed")
    sys.exit(FOUND if failed else 0)


@rules.command("check")
@policy_option
@click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Check this lexicon, too, which a configuration adds to the policy's.",
)
@click.option("--shared", is_flag=True, help="Warnings and notes about the lexicons that come with qazlint, too.")
def check_rules(policy: str, lexicons: tuple[Path, ...], shared: bool) -> None:
    """Check a policy's files: errors, warnings, and notes on how terms are looked up."""
    from qazlint.policy import load_afresh
    from qazlint.policy.advice import remarks

    loaded = explained(lambda: load_afresh(policy, lexicons))
    found = [*loaded.warnings, *remarks(loaded)]
    if not shared:
        found = [problem for problem in found if problem.place.file not in loaded.shared]
    for problem in found:
        click.echo(str(problem))
    levels = Counter(problem.level for problem in found)
    counts = {"rule": len(loaded.policy.rules), "lexicon": len(loaded.lexicons)}
    counts |= {level: levels[level] for level in ("warning", "note")}
    click.echo(", ".join(counted(number, thing) for thing, number in counts.items()))
