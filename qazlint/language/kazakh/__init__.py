"""Kazakh morphology: a suffix grammar over tables and a list of the commonest stems."""

from __future__ import annotations

from qazlint.language.kazakh.analyzer import analyze, is_known
from qazlint.language.kazakh.spelling import fold

__all__ = ["analyze", "fold", "is_known"]
