"""Names for rules, as suppressions and configurations give them: a rule, a clause, a part of one, a family of ids."""

from __future__ import annotations

import difflib

from qazlint.policy.model import Policy


class UnknownNameError(LookupError):
    """A name that selects nothing in a policy.

    name  as it was given
    near  the likeliest name that was meant, or ""
    """

    def __init__(self, name: str, near: str) -> None:
        meant = f" — did you mean «{near}»?" if near else ""
        super().__init__(f"the policy has no clause or rule «{name}»{meant}")
        self.name, self.near = name, near


def select(policy: Policy, name: str) -> frozenset[str]:
    """The ids of the rules that a name stands for; none for a clause that only gives context.

    name  a rule's id (19.money), a clause (19), a part of a clause (26.insult), or what ids begin with up to a dot
          (26.insult for 26.insult.kazakh); a dot at its end changes nothing
    Raises UnknownNameError, a LookupError, which offers the nearest name.
    """
    wanted = name.rstrip(".")
    found = frozenset(
        rule.id
        for rule in policy.rules
        if wanted in (rule.id, rule.clause, f"{rule.clause}.{rule.part}") or rule.id.startswith(f"{wanted}.")
    )
    if not wanted or not (found or wanted in policy.clauses):
        near = difflib.get_close_matches(wanted, _names(policy), n=1, cutoff=0.6)
        raise UnknownNameError(name, near[0] if near else "")
    return found


def _names(policy: Policy) -> list[str]:
    parts = [f"{clause.number}.{part}" for clause in policy.clauses.values() for part in clause.parts]
    return [*policy.clauses, *parts, *(rule.id for rule in policy.rules)]
