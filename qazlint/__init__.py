"""qazlint: which clauses of the employer's social-media policy might a draft post violate, where, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qazlint.linter import Linter
    from qazlint.policy.problems import PolicyError
    from qazlint.types import Finding, Report, Span, Weighed

__version__ = "0.1.0"
__all__ = ["Finding", "Linter", "PolicyError", "Report", "Span", "Weighed", "__version__"]

_HOME = {"Linter": "linter", "PolicyError": "policy.problems"} | dict.fromkeys(
    ("Finding", "Report", "Span", "Weighed"), "types"
)


def __getattr__(name: str) -> Any:
    """Public names are imported when asked for, so that `qazlint --help` does not load the engine."""
    if name not in _HOME:
        raise AttributeError(f"module 'qazlint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"qazlint.{_HOME[name]}"), name)
