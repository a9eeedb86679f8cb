"""docs/benchmarks.md and README.md: the measured part of a page, between two marks, with machine, versions and date."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import ROOT
from benchmarks.table import Table

PAGE = ROOT / "docs" / "benchmarks.md"
README = ROOT / "README.md"
IN_README = ("Cold start", "Stages, own posts", "Beside other tools")  # titles; the page in docs/ has every table
BEGIN, END = "<!-- measured: python -m benchmarks --write -->\n", "<!-- end of what was measured -->\n"
_PACKAGES = ("pymorphy3", "pymorphy3-dicts-ru", "spacy", "regex")


def write(tables: Sequence[Table], page: Path = PAGE) -> None:
    """Put the tables in the place of those that stand there under the same titles; new ones come last."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    old, _, after = rest.partition(END)
    kept = _sections(old)
    kept[""] = f"{machine()}\n"
    kept |= {table.title: f"{table.markdown()}\n" for table in tables}
    page.write_text(before + BEGIN + "\n" + "\n".join(kept.values()) + "\n" + END + after, encoding="utf-8")


def machine() -> str:
    """The machine, the versions and the date, in one paragraph."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (f"Measured on {date.today():%d %B %Y}: {_processor()}, {os.cpu_count()} cores, {platform.system()}, "
            f"Python {platform.python_version()}, {versions}.")  # fmt: skip


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _sections(text: str) -> dict[str, str]:
    """The tables by their titles; under "" what stands before the first."""
    pieces = text.split("### ")[1:]
    return {"": ""} | {piece.partition("\n")[0]: f"### {piece.rstrip()}\n" for piece in pieces}
