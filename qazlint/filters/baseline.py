"""A baseline: the findings that were there when checking began, so that only new ones are reported.

The file holds paths and fingerprints, none of the posts' words. Lines may move and files be renamed.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from qazlint.files import is_special
from qazlint.policy.problems import Place, PolicyError, Problem
from qazlint.source import REASONS
from qazlint.types import Finding, Report, Suppressed

VERSION = 1
HOW = "baseline"
_FIELDS = ("version", "policy", "findings")
_MOST_PROBLEMS = 20  # that are told of one file
_FINGERPRINT = re.compile(r"[0-9a-f]{16,64}")

Checked = Iterable[tuple[str, Report]]  # names of files, as they were opened, and the reports on them


class BaselineError(PolicyError):
    """A baseline that cannot be used, or written; `problems` say where and why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are known.

    policy    the slug of the policy that they were found by
    findings  path, relative to `folder` and with slashes → fingerprints
    folder    where the baseline's file is
    orphans   fingerprints of files that are no longer there; they hold for files that are new: a file may be renamed
    """

    policy: str
    findings: Mapping[str, frozenset[str]]
    folder: Path = Path()
    orphans: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, policy: str, checked: Checked, path: str | Path) -> Baseline:
        """What a baseline file at `path` has to hold so that nothing of this is reported again."""
        folder = Path(os.path.abspath(path)).parent
        found: dict[str, set[str]] = {}
        for name, report in checked:
            known = (item.finding for item in report.suppressed if item.how == HOW)
            prints = {finding.fingerprint for finding in (*report.findings, *known)}
            if prints:
                found.setdefault(_relative(name, folder), set()).update(prints)
        return cls(policy, {name: frozenset(prints) for name, prints in found.items()}, folder)

    @classmethod
    def load(cls, path: str | Path, policy: str = "") -> Baseline:
        """Read a baseline's file; raises BaselineError when it cannot be used or was made with another policy than
        the one whose slug is given."""
        try:
            if is_special(path):
                raise _error(path, "", REASONS["special"]["en"])
            text = Path(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise _error(path, "", getattr(error, "strerror", None) or str(error)) from error
        try:
            data = json.loads(text, object_pairs_hook=_unique)
        except json.JSONDecodeError as error:
            raise _error(path, "", f"not JSON: {error.msg}", error.lineno) from error
        except (ValueError, RecursionError) as error:
            raise _error(path, "", str(error)) from error
        problems = list(islice(_problems(data, text, str(path), policy), _MOST_PROBLEMS))
        if problems:
            raise BaselineError(problems)
        folder = Path(os.path.abspath(path)).parent
        findings = {name: frozenset(prints) for name, prints in data["findings"].items()}
        gone = (prints for name, prints in findings.items() if _is_file(name) and not os.path.exists(folder / name))
        return cls(data["policy"], findings, folder, frozenset().union(*gone))

    def save(self, path: str | Path) -> None:
        """Write it, sorted, a fingerprint a line, so that versions can be compared. Raises BaselineError."""
        findings = {name: sorted(self.findings[name]) for name in sorted(self.findings)}
        data = {"version": VERSION, "policy": self.policy, "findings": findings}
        try:
            Path(path).write_bytes(_encoded(data))
        except OSError as error:
            raise _error(path, "", error.strerror or str(error)) from error

    def of_file(self, name: str) -> frozenset[str]:
        """The fingerprints that hold for a file, named as it was opened."""
        return self.findings.get(_relative(name, self.folder), self.orphans)

    def stale(self, checked: Checked) -> dict[str, frozenset[str]]:
        """What no longer occurs: path → fingerprints, of the files that were checked."""
        left: dict[str, set[str]] = {}
        for name, report in checked:
            path = _relative(name, self.folder)
            if path in self.findings:
                occurring = (*report.findings, *(item.finding for item in report.suppressed))
                left.setdefault(path, set(self.findings[path])).difference_update(f.fingerprint for f in occurring)
        return {path: frozenset(prints) for path, prints in left.items() if prints}


def without_known(
    findings: Iterable[Finding], baseline: Baseline | None, name: str
) -> tuple[list[Finding], list[Suppressed]]:
    """The new findings of a file, and those that its baseline knows."""
    known = baseline.of_file(name) if baseline else frozenset()
    new: list[Finding] = []
    old: list[Suppressed] = []
    for finding in findings:
        if finding.fingerprint in known:
            old.append(Suppressed(finding, "", HOW))
        else:
            new.append(finding)
    return new, old


def _is_file(name: str) -> bool:
    return not name.startswith("<")


def _encoded(data: object) -> bytes:
    try:
        return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"
    except UnicodeEncodeError:  # a file's name that is not UTF-8
        return json.dumps(data, indent=2).encode() + b"\n"


def _relative(name: str, folder: Path) -> str:
    """The path from the folder, with slashes; what is no file (<stdin>) keeps its name."""
    if not _is_file(name):
        return name
    try:
        return Path(os.path.relpath(name, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(os.path.abspath(name)).as_posix()


# ---- what can be wrong with the file
def _error(path: str | Path, where: str, message: str, line: int = 1) -> BaselineError:
    return BaselineError([Problem(Place(str(path), line), where, message)])


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):  # two versions were merged badly
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key «{next(key for key in keys if keys.count(key) > 1)}» stands twice")
    return found


def _problems(data: object, text: str, file: str, policy: str) -> Iterator[Problem]:
    def problem(field: str, message: str, literal: object = None) -> Problem:
        at = text.find(json.dumps(literal, ensure_ascii=False)) if literal is not None else 0
        return Problem(Place(file, text.count("\n", 0, max(at, 0)) + 1), field, message)

    if not isinstance(data, dict):
        yield problem("", f"an object with {', '.join(_FIELDS)} was expected")
        return
    for key in data.keys() - set(_FIELDS):
        yield problem(key, "unknown key", key)
    if data.get("version") != VERSION:
        yield problem("version", f"{VERSION} was expected", "version")
    made = data.get("policy")
    if not isinstance(made, str):
        yield problem("policy", "the name of a policy was expected", "policy")
    elif policy and made != policy:
        yield problem("policy", f"made with the policy «{made}», not «{policy}»", "policy")
    findings = data.get("findings")
    if not isinstance(findings, dict):
        yield problem("findings", "an object of paths was expected", "findings")
        return
    for path, prints in findings.items():
        if not isinstance(prints, list):
            yield problem(f"findings.{path}", "a list of fingerprints was expected", path)
            continue
        for item in prints:
            if not (isinstance(item, str) and _FINGERPRINT.fullmatch(item)):
                yield problem(f"findings.{path}", f"no fingerprint: {json.dumps(item, ensure_ascii=False)[:80]}", item)
