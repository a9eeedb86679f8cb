"""What the commands share: options, loading a policy, ending with an error."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from qazlint.linter import Linter
    from qazlint.policy import Policy
    from qazlint.policy.model import Rule

T = TypeVar("T")
LANGUAGES = ("ru", "kk", "en")
SEVERITIES = ("error", "warning", "note")
NEVER = "never"
FOUND, FAILED = 1, 2  # exit status: findings; bad usage, bad policy or an input that could not be read
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
_GC_THRESHOLD = 100_000  # new objects before the collector looks for cycles, of which there are hardly any

policy_option = click.option(
    "--policy",
    default="qazindustry",
    show_default=True,
    metavar="NAME|FOLDER",
    help="The policy: one that comes with qazlint, or a folder with a policy.yaml.",
)
lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="ru", show_default=True, help="Language of messages."
)


def load(policy: str) -> Policy:
    """A policy; what is wrong with it is printed, and ends the run."""
    from qazlint.policy import load_policy

    return explained(lambda: load_policy(policy))


def explained(make: Callable[[], T]) -> T:
    """What `make` returns; when a policy or a configuration cannot be used, that is printed and ends the run."""
    from qazlint.language.kazakh.transducer import TransducerError
    from qazlint.policy.problems import PolicyError, UnknownPolicyError

    try:
        return make()
    except PolicyError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        from qazlint.filters import BaselineError

        what = "the baseline" if isinstance(error, BaselineError) else "the policy or the configuration"
        fail(f"{what} cannot be used: {counted(len(error.problems), 'problem')}")
    except (TransducerError, UnknownPolicyError) as error:
        fail(str(error))


def selected(policy: Policy, names: Iterable[str]) -> tuple[Rule, ...]:
    """The rules for which names of rules, clauses or parts of clauses stand, or the end of the run."""
    from qazlint.policy.select import UnknownNameError, select

    try:
        ids = frozenset().union(*(select(policy, name) for name in names))
    except UnknownNameError as error:
        fail(str(error))
    return tuple(rule for rule in policy.rules if rule.id in ids)


def make_linter(policy: str) -> Linter:
    """A linter for a policy, or the end of the run."""
    from qazlint.linter import Linter

    linter = Linter(load(policy))
    settle(linter)
    return linter


def settle(linter: Linter) -> None:
    """Keep a linter's many lasting objects out of the garbage collector's way, which then works again."""
    gc.freeze()
    gc.set_threshold(_GC_THRESHOLD)
    gc.enable()


def counted(number: int, thing: str) -> str:
    """1 problem, 2 problems."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def fail(message: str) -> NoReturn:
    """End the run: it could not do what it was asked."""
    click.echo(f"qazlint: {message}", err=True)
    sys.exit(FAILED)
