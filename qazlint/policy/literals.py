"""Letters that a word or a text must have to fit a pattern, so that few are tried against it.

Works on the syntax tree that Python's own `re` makes of a pattern; what it cannot read is always tried.
"""

from __future__ import annotations

import re._parser as parser  # type: ignore[import-not-found]  # not public, hence the wide net in `required`
from collections.abc import Iterable
from itertools import product
from typing import Any

import regex

SHORTEST, LONGEST = 2, 4  # letters of a literal that is looked up
_MOST = 60  # literals of one pattern; more would make the look-up no cheaper than the pattern

_PROPERTY = regex.compile(r"(?<!\\)\\[pP]\{\^?\w+\}")  # a class of letters that `re` has not
_FOREIGN = regex.compile(r"\[:|\{[a-z]")  # what `re` would read otherwise than `regex`: named classes, counted errors

Literals = frozenset[str]
_EMPTY: Literals = frozenset([""])


def required(pattern: str) -> Literals | None:
    """Strings of 2 to 4 letters of which every match has one once it is folded; None when there are none to name."""
    readable = _PROPERTY.sub(r"\\w", pattern)
    if _FOREIGN.search(readable):
        return None
    try:
        found = _of_sequence(parser.parse(readable))
    except Exception:  # any construct of `regex` that `re` has not
        return None
    return _cut(found) if found else None


def fold(text: str) -> str:
    """One case for all letters, by which `regex` too takes letters for the same: its i is dotted or not."""
    return text.replace("İ", "i").casefold().replace("ı", "i")


def _cut(literals: Literals) -> Literals | None:
    cut = frozenset(fold(literal)[:LONGEST] for literal in literals)
    return cut if len(cut) <= _MOST and all(len(literal) >= SHORTEST for literal in cut) else None


def _of_sequence(items: Iterable[Any]) -> Literals | None:
    """The best set that some stretch of the sequence gives: what its places may be is multiplied out."""
    best: Literals | None = None
    run = _EMPTY
    for op, argument in items:
        op = str(op)
        whole = _whole(op, argument)
        if whole and len(run) * len(whole) <= _MOST and min(map(len, run)) < LONGEST:
            run = _joined(run, whole)
            best = _better(best, run)
            continue
        begins = _begins(op, argument)
        if begins and len(run) * len(begins) <= _MOST:
            best = _better(best, _joined(run, begins))
        run = whole or _repeated(op, argument) or _EMPTY
        best = _better(best, _better(run, _inside(op, argument)))
    return best


def _joined(one: Literals, other: Literals) -> Literals:
    return frozenset("".join(pair) for pair in product(one, other))


def _better(one: Literals | None, other: Literals | None) -> Literals | None:
    """The set with the longer shortest string, then the smaller set."""
    candidates = [found for found in (one, other) if found and min(map(len, found)) > 0]
    return max(candidates, key=lambda found: (min(LONGEST, min(map(len, found))), -len(found)), default=None)


def _whole(op: str, argument: Any) -> Literals | None:
    """Everything that a place may be, when that is little."""
    if op == "LITERAL":
        return frozenset([chr(argument)])
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument) and len(argument) <= 6:
        return frozenset(chr(code) for _, code in argument)
    if op in ("AT", "ASSERT", "ASSERT_NOT"):
        return _EMPTY
    if op == "SUBPATTERN":
        return _all_of(argument[-1])
    if op == "BRANCH":
        branches = [_all_of(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else None  # type: ignore[arg-type]
    if op in ("MAX_REPEAT", "MIN_REPEAT") and argument[:2] == (0, 1):
        inner = _all_of(argument[2])
        return inner | _EMPTY if inner else None
    return None


def _all_of(items: Iterable[Any]) -> Literals | None:
    """Everything that a sequence may be, when that is little."""
    found = _EMPTY
    for op, argument in items:
        whole = _whole(str(op), argument)
        if not whole or len(found) * len(whole) > _MOST:
            return None
        found = _joined(found, whole)
    return found


def _begins(op: str, argument: Any) -> Literals | None:
    """What a place that may be much begins with."""
    if op == "SUBPATTERN":
        return _beginning(argument[-1])
    if op == "BRANCH":
        branches = [_beginning(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else None  # type: ignore[arg-type]
    return _repeated(op, argument)


def _beginning(items: Iterable[Any]) -> Literals | None:
    """What a sequence begins with: its first place."""
    for op, argument in items:
        return _whole(str(op), argument) or _begins(str(op), argument)
    return _EMPTY


def _repeated(op: str, argument: Any) -> Literals | None:
    """What a place that is repeated begins and ends with: хх of х{2,}."""
    if not op.endswith("_REPEAT") or argument[0] < 1:
        return None
    once = _all_of(argument[2])
    if not once or len(once) > 1:
        return once
    return frozenset(text * min(argument[0], LONGEST) for text in once)


def _inside(op: str, argument: Any) -> Literals | None:
    """What a group, an alternative or a repetition asks for."""
    if op == "SUBPATTERN":
        return _of_sequence(argument[-1])
    if op == "ATOMIC_GROUP":
        return _of_sequence(argument)
    if op == "BRANCH":
        branches = [_of_sequence(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else None  # type: ignore[arg-type]
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = argument
        return _of_sequence(inner) if least > 0 else None
    return None
