"""Policies: YAML files → an immutable, compiled `Policy`. The only reader of YAML."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qazlint.kept import no_collection
from qazlint.policy import cache
from qazlint.policy.files import collect, policy_names
from qazlint.policy.model import Policy

if TYPE_CHECKING:
    from qazlint.policy.load import Loaded

DEFAULT_POLICY = "qazindustry"

__all__ = ["DEFAULT_POLICY", "Policy", "collect", "load_afresh", "load_policy", "policy_names"]


def load_policy(policy: str | Path, lexicons: Iterable[Path] = ()) -> Policy:
    """A shipped policy by name, or the policy in a folder; from the cache where its files have not changed.

    lexicons  files whose entries are added to the policy's lexicons of the same names

    Raises PolicyError with everything that is wrong with it, FileNotFoundError when there is none.
    """
    files = collect(policy, lexicons)
    name = cache.name_of(files)
    found = cache.read(name)
    if found is None:
        from qazlint.policy.load import load  # the compiler is needed only when something has changed

        with no_collection():
            found = load(files).policy
            cache.write(name, found)
    return found


def load_afresh(policy: str | Path, lexicons: Iterable[Path] = ()) -> Loaded:
    """As `load_policy`, from the files themselves, with the lexicons and the warnings."""
    from qazlint.policy.load import load

    return load(collect(policy, lexicons), every=True)
