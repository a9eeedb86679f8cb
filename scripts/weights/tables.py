"""Tables of weights as YAML, what speaks most for the clause first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import yaml

from qazlint.policy.names import SECTIONS
from scripts.weights.learn import Learnt

_HEAD = """\
# Written by `python -m scripts.weights` (docs/weights.md): what, standing in a post, speaks for the clause, the most
# first, and below zero what speaks against it; under `sentence`, what its heaviest sentence adds. Under `others`, what
# another table adds when it is sure that the post is about its matter: its sum well above `even`.
# The whole from `finds` on is a finding; below `doubts` the findings of other rules for the same matter are left out,
# but of a text of fewer than `words` words only where something speaks against it.
"""
_FEWEST_WORDS = 10  # the posts that are learnt from are longer, but for a few
_ORDER = ("any", *(name for name in SECTIONS if name != "any"))

Terms = Sequence[tuple[str, str]]  # section and term


def as_yaml(learnt: Learnt, terms: Terms) -> str:
    """A table of the terms that have a weight."""
    lines = [f"finds: {learnt.finds:.2f}", f"doubts: {learnt.doubts:.2f}", f"words: {_FEWEST_WORDS}"]
    lines.append(f"even: {learnt.even:.2f}")
    others = [(float(weight), name) for name, weight in learnt.others.items() if weight]
    lines += ["others:", *_rows(others)] if others else []
    lines += _sections(learnt.weights, terms)
    inner = _sections(learnt.sentence, terms)
    lines += ["sentence:", *(f"  {line}" for line in inner)] if inner else []
    return _HEAD + "\n".join(lines) + "\n"


def _sections(weights: Iterable[float], terms: Terms) -> list[str]:
    """The lines of the terms by section."""
    rows: dict[str, list[tuple[float, str]]] = {section: [] for section in _ORDER}
    for weight, (section, term) in zip(weights, terms, strict=True):
        if weight:
            rows[section].append((float(weight), term))
    return [line for section in _ORDER if rows[section] for line in (f"{section}:", *_rows(rows[section]))]


def _rows(rows: Iterable[tuple[float, str]]) -> Iterable[str]:
    for weight, term in sorted(rows, key=lambda row: (-row[0], row[1])):
        yield f"  {_quoted(term)}: {weight:.2f}"


def _quoted(term: str) -> str:
    """The term as YAML reads it back; quotes only where it needs them."""
    return str(yaml.safe_dump(term, allow_unicode=True, width=10_000)).removesuffix("\n...\n").removesuffix("\n")
