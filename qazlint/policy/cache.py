"""A compiled policy on disk, so that the next start need not read and compile all the YAML.

The file's name is the hash of everything that the policy was made from.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pymorphy3_dicts_ru

from qazlint import __version__, kept
from qazlint.policy.checks import CHECKS, Fact
from qazlint.policy.files import PolicyFiles
from qazlint.policy.model import Clause, Condition, Examples, Policy, Regex, Rule, Scale, WorkingTime, Yields
from qazlint.policy.problems import Place
from qazlint.policy.program import PhraseCode, Program, Spec

FORMAT = 21  # raised when the shape of the data changes


def name_of(files: PolicyFiles) -> str:
    """The cache file's name: a hash of the files, of this version and of what its compilation depends on."""
    dictionary = pymorphy3_dicts_ru.__version__
    digest = hashlib.sha256(f"{FORMAT} {__version__} {sys.version} {dictionary} {_engine()}".encode())
    head = files.policy
    for file in (head, *files.rules, *files.lexicons, *files.extra, *files.weights, *files.heads):
        digest.update(f"\0{file.label}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return f"policy-{digest.hexdigest()[:32]}.bin"


def _engine() -> str:
    """Times of the modules and data that decide what is compiled: in a checkout they change without a new version."""
    package = Path(__file__).parent.parent
    kazakh = package / "language" / "kazakh"
    folders = (package / "policy", package / "language", kazakh, kazakh / "data", kazakh / "data" / "stems")
    with suppress(OSError):
        return str(max(entry.stat().st_mtime_ns for folder in folders for entry in os.scandir(folder)))
    return ""


def read(name: str) -> Policy | None:
    """The policy in a cache file, or None when there is none that can be used."""
    data = kept.read(name)
    if data is not None:
        with suppress(ValueError, TypeError, KeyError, IndexError):
            return _policy(data)
    return None


def write(name: str, policy: Policy) -> None:
    """Keep a policy."""
    kept.write(name, _plain(policy, {}))


# ---- plain data and back

_AS_THEY_ARE = (int, str)  # three of four values of a policy: looked at first


def _plain(value: Any, made: dict[int, Any]) -> Any:
    """Tuples and dicts in place of our own classes; what is one object stays one, so that marshal writes it once."""
    if isinstance(value, _AS_THEY_ARE):
        return value
    if isinstance(value, tuple):
        plain = made.get(id(value))
        if plain is None:
            plain = made[id(value)] = tuple([_plain(inner, made) for inner in value])
        return plain
    if isinstance(value, Policy | Rule | Clause):
        return tuple([_plain(getattr(value, name), made) for name in value.__slots__])
    if hasattr(value, "items"):
        return {key: _plain(inner, made) for key, inner in value.items()}
    return value


def _policy(data: Any) -> Policy:
    name, slug, edition, source, clauses, roles, rules, program, turns, hours, off, sets = data
    return Policy(
        name, slug, edition, source, {number: Clause(*clause) for number, clause in clauses.items()}, roles,
        tuple(map(_rule, rules)), _program(program), turns, hours and WorkingTime(*hours), off, sets,
    )  # fmt: skip


def _rule(data: Any) -> Rule:
    *most, regexes, conditions, examples, place, belongs, facts, checks, yields, scale, certain = data
    made: Any = (
        *most, tuple(map(Regex._make, regexes)), tuple(map(Condition._make, conditions)), Examples(*examples),
        Place(*place), belongs, tuple(map(Fact._make, facts)), tuple(CHECKS[check[-1]](check) for check in checks),
        Yields(*yields), scale and Scale(*scale), certain,
    )  # fmt: skip
    return Rule(*made)


def _program(data: Any) -> Program:
    (lemmas, folded, forms, exact, stems, patterns, words, entities, pairs, paired, entries, first, later, phrases,
     *rest) = data  # fmt: skip
    # Specs in tables, entries and parts stay plain tuples: there are tens of thousands, and the matcher unpacks them.
    return Program(
        lemmas, folded, forms, exact, stems,
        tuple((pattern, literals, Spec._make(spec)) for pattern, literals, spec in patterns),
        tuple(map(Spec._make, words)), entities,
        pairs, paired, entries, first, later, tuple(map(PhraseCode._make, phrases)), *rest,
    )  # fmt: skip

