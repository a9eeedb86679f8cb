"""Kazakh morphology: a suffix grammar over tables and a list of the commonest stems."""

from __future__ import annotations

from qazlint.language.kazakh.analyzer import analyze

__all__ = ["analyze"]

# Until the module of spellings is there.
_FOLD = str.maketrans("әғқңөұүһіы", "агкноуухии")


def fold(text: str) -> str:
    return text.translate(_FOLD)


def fold_readings(token: str) -> tuple:
    return ()


def is_known(stem: str) -> bool:
    return any(a.is_known and a.lemma == stem for a in analyze(stem))
