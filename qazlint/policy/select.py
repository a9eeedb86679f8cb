"""Names for rules, as suppressions and configurations give them: a rule, a clause, a part of one, a family of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate

from qazlint.policy import names as vocabulary
from qazlint.policy.model import Policy

_LONGEST = 64  # characters of a name for which a likely one is looked for


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
    known = names(policy)
    if plain(name) not in known:
        raise UnknownNameError(name, nearest(name, known))
    return known[plain(name)]


def names(policy: Policy) -> Mapping[str, frozenset[str]]:
    """Every name that `select` takes, without a dot at its end, with the ids of the rules that it stands for.

    Rules that were taken out of the policy (a configuration may do so) keep their names, which stand for none.
    """
    found: dict[str, set[str]] = {}
    for clause in policy.clauses.values():
        found.update({clause.number: set(), **{f"{clause.number}.{part}": set() for part in clause.parts}})
    found.update({name: set() for id_ in policy.off for name in _families(id_)})
    for rule in policy.rules:
        part = [f"{rule.clause}.{rule.part}"] if rule.part else []
        for name in {rule.clause, *part, *_families(rule.id)}:
            found.setdefault(name, set()).add(rule.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def _families(id_: str) -> Iterable[str]:
    """What the id begins with, up to each of its dots, and the id."""
    return accumulate(id_.split("."), lambda family, piece: f"{family}.{piece}")


def plain(name: str) -> str:
    """A name as `names` has it."""
    return name.strip().rstrip(".")


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was likely meant, or ""."""
    return vocabulary.nearest(plain(name), known) if len(name) <= _LONGEST else ""
