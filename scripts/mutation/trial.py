"""One mutant against tests, in a process forked off with everything imported that does not depend on the module."""

from __future__ import annotations

import ast
import gc
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGE = "qazlint"
_QUICK = "-x -q --no-header --assert=plain -p no:cacheprovider -p no:anyio -p no:unraisableexception -W ignore".split()
_MEMORY = 4 << 30  # bytes
_WALL = 10  # times the seconds of the processor: the machine may be busy


class _Mutated(SourceFileLoader):
    """Loads a module from a text in place of its file's."""

    text = ""

    def get_data(self, path: str) -> bytes:
        return self.text.encode()

    def path_stats(self, path: str) -> Any:
        raise OSError  # so nothing compiled is taken or kept


class _Finder:
    """Finds one module of the package in a text, and whatever it contains in its folder."""

    def __init__(self, name: str, file: Path, text: str) -> None:
        self.name = name
        self.file = file
        self.text = text

    def find_spec(self, name: str, path: object, target: ModuleType | None = None) -> Any:
        if name != self.name:
            return None
        loader = _Mutated(name, str(self.file))
        loader.text = self.text
        return spec_from_file_location(name, self.file, loader=loader)


def dependents(name: str) -> set[str]:
    """A module, and all of the package that import it, and that import those."""
    uses = {_name(path): _imported(path) for path in (ROOT / PACKAGE).rglob("*.py")}
    found, new = set[str](), {name}
    while new:
        found |= new
        new = {user for user, used in uses.items() if used & new} - found
    return found


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path) -> set[str]:
    """What a module imports, inside its functions too, but not for the types alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing = [n for n in ast.walk(tree) if isinstance(n, ast.If) and getattr(n.test, "id", "") == "TYPE_CHECKING"]
    idle = {id(node) for branch in typing for node in ast.walk(branch)}
    nodes = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and id(n) not in idle]
    return {node.module or "" for node in nodes} | {f"{node.module}.{a.name}" for node in nodes for a in node.names}


class Trial:
    """What is tried of one module."""

    def __init__(self, file: Path, folder: str) -> None:
        """folder  where tests may write"""
        self.file = file
        self.name = _name(file)
        self._folder = folder
        self._again = dependents(self.name)

    def run(
        self, text: str, tests: Sequence[str], profile: str, seconds: float, quiet: bool = True
    ) -> tuple[bool, float]:
        """Whether the tests pass on a module of this text, and the seconds of the processor that they took.

        profile  of hypothesis
        seconds  of the processor, after which the tests have failed
        """
        child = os.fork()
        if not child:
            os._exit(_in_child(lambda: self._passes(text, tests, profile), seconds, quiet))
        _, status, usage = os.wait4(child, 0)
        return status == 0, usage.ru_utime + usage.ru_stime

    def _passes(self, text: str, tests: Sequence[str], profile: str) -> bool:
        for module in [*sys.modules]:
            if module in self._again or module.split(".")[0] == "tests":
                del sys.modules[module]
        sys.meta_path.insert(0, _Finder(self.name, self.file, text))
        os.environ["HYPOTHESIS_PROFILE"] = profile
        return pytest.main([*_QUICK, f"--basetemp={self._folder}", *tests]) == 0


def _in_child(work: Callable[[], bool], seconds: float, quiet: bool) -> int:
    gc.disable()
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(int(seconds * _WALL))
    if quiet:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    try:
        return 0 if work() else 1
    except BaseException:
        return 1
