"""A compiled policy on disk, so that the next start need not read and compile all the YAML.

The file holds plain data (marshal: no code is run, no class made) behind a checksum, in the user's own cache folder.
Its name is the hash of everything that the policy was made from. A damaged one is made anew.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from qazlint import __version__
from qazlint.policy.checks import CHECKS, Fact
from qazlint.policy.files import PolicyFile, PolicyFiles
from qazlint.policy.model import Clause, Condition, Examples, Policy, Regex, Rule, WorkingTime
from qazlint.policy.problems import Place
from qazlint.policy.program import PhraseCode, Program, Spec

FORMAT = 11  # raised when the shape of the data changes
FOLDER_VARIABLE = "QAZLINT_CACHE"  # another folder for the cache; empty: no cache
_KEPT = 8  # newest files that stay
_DIGEST = 32


def name_of(files: PolicyFiles) -> str:
    """The cache file's name: a hash of the files, of this version and of what its compilation depends on."""
    digest = hashlib.sha256(f"{FORMAT} {__version__} {sys.version} {_dictionary()} {_engine()}".encode())
    for file in (files.policy or PolicyFile("", "", b""), *files.rules, *files.lexicons, *files.extra):
        digest.update(f"\0{file.label}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return f"policy-{digest.hexdigest()[:32]}.bin"


def _dictionary() -> str:
    with suppress(PackageNotFoundError):
        return version("pymorphy3-dicts-ru")
    return ""


def _engine() -> str:
    """Times of the modules that decide what is compiled: in a checkout they change without a new version."""
    package = Path(__file__).parent.parent
    folders = (package / "policy", package / "language", package / "language" / "kazakh")
    with suppress(OSError):
        return str(max(entry.stat().st_mtime_ns for folder in folders for entry in os.scandir(folder)))
    return ""


def folder() -> Path | None:
    """Where the cache is kept; None when it is switched off."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen is not None:
        return Path(chosen) if chosen else None
    return user_cache_path("qazlint")


def read(name: str) -> Policy | None:
    """The policy in a cache file, or None when there is none, it is damaged, or it is not the user's own."""
    where = folder()
    if where is None:
        return None
    try:
        with (where / name).open("rb") as file:
            if not _is_own(os.fstat(file.fileno())):
                return None
            data = file.read()
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        with _no_collection():
            return _policy(marshal.loads(data[_DIGEST:]))
    except (OSError, ValueError, EOFError, TypeError, KeyError, IndexError):
        return None


def write(name: str, policy: Policy) -> None:
    """Keep a policy; a cache that cannot be written is done without."""
    where = folder()
    if where is None:
        return
    payload = marshal.dumps(_plain(policy, {}))
    with suppress(OSError):
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = where / f"{name}.{os.getpid()}.new"
        new.touch(mode=0o600)
        new.write_bytes(hashlib.sha256(payload).digest() + payload)
        new.replace(where / name)  # in one step: another process sees the old file or the new one
        _tidy(where)


def _is_own(status: os.stat_result) -> bool:
    """Nobody but the user can have written it."""
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


def _tidy(where: Path) -> None:
    files = sorted(where.glob("policy-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in files[_KEPT:]:
        old.unlink(missing_ok=True)


@contextmanager
def _no_collection() -> Iterator[None]:
    """The collector would walk the many new tuples again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


# ---- plain data and back


def _plain(value: Any, made: dict[int, Any]) -> Any:
    """Tuples and dicts in place of our own classes; what is one object stays one, so that marshal writes it once."""
    if id(value) in made:
        return made[id(value)]
    if isinstance(value, Policy | Rule | Clause):
        return tuple(_plain(getattr(value, name), made) for name in value.__slots__)
    if isinstance(value, tuple):
        made[id(value)] = tuple([_plain(inner, made) for inner in value])
        return made[id(value)]
    if hasattr(value, "items"):
        return {key: _plain(inner, made) for key, inner in value.items()}
    return value


def _policy(data: Any) -> Policy:
    name, slug, edition, source, clauses, roles, rules, program, turns, hours, index, off, sets = data
    return Policy(
        name, slug, edition, source, {number: Clause(*clause) for number, clause in clauses.items()}, roles,
        tuple(map(_rule, rules)), _program(program), turns, hours and WorkingTime(*hours), index, off, sets,
    )  # fmt: skip


def _rule(data: Any) -> Rule:
    *most, regexes, conditions, examples, place, belongs, facts, checks = data
    made: Any = (
        *most, tuple(map(Regex._make, regexes)), tuple(map(Condition._make, conditions)), Examples(*examples),
        Place(*place), belongs, tuple(map(Fact._make, facts)), tuple(CHECKS[check[-1]](check) for check in checks),
    )  # fmt: skip
    return Rule(*made)


def _program(data: Any) -> Program:
    *tables, patterns, words, entities, levels, phrases, implies, flags = data
    # Specs in tables, entries and parts stay plain tuples: there are tens of thousands, and the matcher unpacks them.
    lemmas, folded, forms, exact, stems = tables
    return Program(
        lemmas, folded, forms, exact, stems,
        tuple((pattern, literals, Spec._make(spec)) for pattern, literals, spec in patterns),
        tuple(map(Spec._make, words)), entities,
        levels, tuple(map(PhraseCode._make, phrases)), implies, flags,
    )  # fmt: skip

