"""Kazakh morphology: a suffix grammar over tables and a list of the commonest stems."""

from __future__ import annotations

from qazlint.language.kazakh.analyzer import analyze

__all__ = ["analyze"]
