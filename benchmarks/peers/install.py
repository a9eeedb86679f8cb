"""Puts the tools that qazlint is compared with into a folder outside the project, each in an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_LONGEST = 900  # seconds for one tool
_STAMP = "installed"


class RefusedError(Exception):
    """A tool cannot be installed; the text says why."""


def python(folder: Path, package: str) -> Path:
    """The Python of a virtual environment with the package; raises RefusedError."""
    home = folder / package
    found = home / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (home / _STAMP).is_file():
        _run([sys.executable, "-m", "venv", "--clear", str(home / "venv")], folder)
        _run([str(found), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package], folder)
        _stamp(home)
    return found


def node(folder: Path, packages: Sequence[str]) -> Path:
    """The folder of an npm project with the packages; raises RefusedError."""
    home = folder / packages[0]
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        raise RefusedError("Node.js and npm are not installed")
    if not (home / _STAMP).is_file():
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        _run([npm, "install", "--silent", "--no-audit", "--no-fund", *packages], home)
        _stamp(home)
    return home


def _stamp(home: Path) -> None:
    """An installation that was cut off has no stamp, and is made anew."""
    home.mkdir(parents=True, exist_ok=True)
    (home / _STAMP).touch()


def _run(words: Sequence[str], where: Path) -> None:
    where.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(words, cwd=where, capture_output=True, text=True, timeout=_LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RefusedError(str(error)) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise RefusedError(said[-1] if said else f"{words[0]}: status {done.returncode}")
