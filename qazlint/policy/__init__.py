"""Policies: YAML files → an immutable, compiled `Policy`. The only reader of YAML."""

from __future__ import annotations

from pathlib import Path

from qazlint.policy.files import collect, policy_names
from qazlint.policy.load import Loaded, load
from qazlint.policy.model import Policy
from qazlint.policy.reader import PolicyError, Problem

__all__ = ["Loaded", "Policy", "PolicyError", "Problem", "collect", "load", "load_policy", "policy_names"]


def load_policy(policy: str | Path) -> Policy:
    """A shipped policy by name, or the policy in a folder. Raises PolicyError or FileNotFoundError."""
    return load(collect(policy)).policy
