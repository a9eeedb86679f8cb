"""A clause or a rule in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qazlint.policy import Policy
from qazlint.policy.model import Rule, Text
from qazlint.report.wording import WORDS, say


def explain_clause(policy: Policy, number: str, rules: Iterable[Rule], lang: str) -> str:
    """The clause's strength and text, and some of the rules that stand for it."""
    clause = policy.clauses[number]
    lines = [f"{number}. {_in(clause.title, lang)} ({_in(clause.strength, lang)})".replace(". (", " ("), ""]
    lines += [_in(clause.text, lang), ""]
    lines += [f"  {rule.id:34} {_in(rule.message, lang)}" for rule in rules]
    return "\n".join(lines).rstrip()


def explain_rule(policy: Policy, rule: Rule, lang: str) -> str:
    """The clause that the rule stands for, its message and advice, whom it does not bind, its examples."""
    return "\n".join(_rule(policy, rule, lang))


def _rule(policy: Policy, rule: Rule, lang: str) -> Iterator[str]:
    clause = policy.clauses[rule.clause]
    yield f"{rule.id}  ({rule.severity}, {rule.place})"
    yield f"{rule.clause}. {_in(clause.text, lang)}"
    yield ""
    yield _in(rule.message, lang)
    yield _in(rule.advice, lang)
    if rule.exempt:
        roles = ", ".join(_in(policy.roles[role], lang) for role in sorted(rule.exempt))
        yield f"{say(WORDS, 'exempt', lang)}: {roles}"
    yield ""
    yield from (_example("✗", text) for text in rule.examples.bad)
    yield from (_example("✓", text) for text in rule.examples.good)


def _example(mark: str, text: str) -> str:
    return f"  {mark} " + text.rstrip().replace("\n", "\n    ")


def _in(texts: Text, lang: str) -> str:
    return texts.get(lang) or texts.get("ru", "")
