"""Kazakh morphology: a suffix grammar over tables and a list of the commonest stems.

analyze("құпияларымыздан")   every reading, the likeliest first
fold_readings("кызметкерим") readings in the folded alphabet, to be compared with fold(term)
roots("жұмыссыздық")         readings through derivations: жұмыс
is_known("қызметкер")        whether a dictionary form is in the stem list
generate("көтеру", "VERB")   inflected forms
"""

from __future__ import annotations

from qazlint.language.kazakh.analyzer import analyze, is_common, is_known, roots
from qazlint.language.kazakh.folding import fold_readings
from qazlint.language.kazakh.generator import generate
from qazlint.language.kazakh.spelling import fold

__all__ = ["analyze", "fold", "fold_readings", "generate", "is_common", "is_known", "roots"]
