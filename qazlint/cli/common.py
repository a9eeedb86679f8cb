"""What the commands share: options, loading a policy, ending with an error."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from qazlint.linter import Linter
    from qazlint.policy import Policy

T = TypeVar("T")
FOUND, FAILED = 1, 2  # exit status: findings; bad usage, bad policy or an input that could not be read
_GC_THRESHOLD = 100_000  # new objects before the collector looks for cycles, of which there are hardly any

policy_option = click.option(
    "--policy",
    default="qazindustry",
    show_default=True,
    metavar="NAME|FOLDER",
    help="The policy: one that comes with qazlint, or a folder with a policy.yaml.",
)
lang_option = click.option(
    "--lang", type=click.Choice(("ru", "kk", "en")), default="ru", show_default=True, help="Language of messages."
)


def load(policy: str) -> Policy:
    from qazlint.policy import load_policy

    return or_fail(load_policy, policy)


def or_fail(load: Callable[[str], T], policy: str) -> T:
    """What `load` makes of the policy; its problems are printed."""
    from qazlint.policy import policy_names
    from qazlint.policy.problems import PolicyError

    try:
        return load(policy)
    except PolicyError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        fail(f"the policy «{policy}» cannot be used: {len(error.problems)} problems")
    except FileNotFoundError:
        fail(f"there is no policy «{policy}»: give a folder, or one of {', '.join(policy_names())}")


def make_linter(policy: str) -> Linter:
    """A linter; its many lasting objects are kept out of the garbage collector's way, which then works again."""
    from qazlint.linter import Linter

    linter = Linter(load(policy))
    gc.freeze()
    gc.set_threshold(_GC_THRESHOLD)
    gc.enable()
    return linter


def fail(message: str) -> NoReturn:
    click.echo(f"qazlint: {message}", err=True)
    sys.exit(FAILED)
