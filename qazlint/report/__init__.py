"""Findings → text. A format is a module with a `render` function and a line in this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qazlint.report import json_, text
from qazlint.report.result import FileResult, Run

__all__ = ["FORMATS", "FileResult", "Run"]

Render = Callable[[Run, str, bool], str]  # the run, the language, whether colour may be used

FORMATS: Mapping[str, Render] = {
    "text": text.render,
    "json": json_.render,
}
