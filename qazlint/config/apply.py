"""Settings → the linter that they ask for. Names that its policy has not are errors with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qazlint.config.settings import Named, Post, Settings
from qazlint.linter import Linter
from qazlint.policy import Policy, load_policy
from qazlint.policy.names import suggestion
from qazlint.policy.problems import Place, PolicyError, Problem
from qazlint.policy.select import UnknownNameError, select


def linter_for(settings: Settings) -> Linter:
    """The linter that the settings ask for.

    Raises PolicyError when the policy or the settings cannot be used, FileNotFoundError when there is no such policy,
    TransducerError when the transducer cannot be used.
    """
    policy = load_policy(settings.policy, settings.lexicons)
    problems = [*_unknown_names(settings, policy)]
    off = {id_ for named in settings.disable for id_ in _ids(policy, named, problems)}
    severity = {
        id_: level for named, level in settings.severity.items() for id_ in _ids(policy, named, problems)
    }
    if problems:
        raise PolicyError(problems)
    if off or severity:
        policy = policy.with_rules(
            replace(rule, severity=severity.get(rule.id, rule.severity)) for rule in policy.rules if rule.id not in off
        )
    return Linter(policy, transducer=settings.transducer)


def post_for(settings: Settings, path: Path) -> Post:
    """What the settings say of the post in a file: the last pattern that names it wins, key by key."""
    known = settings.post
    for entry in settings.paths:
        if entry.files.ignores(str(path)):
            known = entry.post.over(known)
    return known


def _ids(policy: Policy, named: Named, problems: list[Problem]) -> frozenset[str]:
    try:
        return select(policy, named.name)
    except UnknownNameError as error:
        problems.append(Problem(named.place, "", str(error)))
        return frozenset()


def _unknown_names(settings: Settings, policy: Policy) -> Iterator[Problem]:
    """Roles and sets of rules that the policy has not."""
    said = [(settings.post, settings.post_place), *((entry.post, entry.place) for entry in settings.paths)]
    for post, place in said:
        if post.author and post.author not in policy.roles:
            message = f"the policy has no role «{post.author}»{suggestion(post.author, policy.roles)}"
            yield Problem(place or Place(settings.file, 1), "author", message)
        for name in post.sets:
            if name not in policy.sets:
                message = f"the policy has no set of rules «{name}»{suggestion(name, policy.sets)}"
                yield Problem(place or Place(settings.file, 1), "sets", message)
