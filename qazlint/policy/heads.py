"""Heads that several rule files share: files in a policy's folder `heads/`, which rule files name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import yaml

from qazlint.policy.files import PolicyFile
from qazlint.policy.problems import Place, Problem
from qazlint.policy.reader import FileReader

# What may stand at the head of a rule file for all its rules, and in a rule for itself.
SHARED = ("exempt", "severity", "with", "unless", "message", "advice", "cites", "set", "yields")

Head = Mapping[str, yaml.Node]  # its nodes know their file, whoever reads them


def read_heads(files: Sequence[PolicyFile], problems: list[Problem]) -> dict[str, Head]:
    """The heads by name; of a wrong one `problems` says so, and what is in its values is read with the rules."""
    found: dict[str, Head] = {}
    for file in files:
        reader = FileReader(file.label)
        found[file.slug] = reader.mapping(reader.root(file.data), "", SHARED)
        problems += reader.problems
    return found


def unused(files: Sequence[PolicyFile], used: Collection[str]) -> list[Problem]:
    """Warnings of heads that no rule file names."""
    return [
        Problem(Place(file.label, 1), "", f"no rule file has the head «{file.slug}»", "warning")
        for file in files if file.slug not in used
    ]  # fmt: skip
