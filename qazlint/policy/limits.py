"""How much one policy may ask for. A policy may come from anywhere; none of these comes near to what people write."""

from __future__ import annotations

import re._parser as parser  # type: ignore[import-not-found]  # not public, hence the wide net in `_repeats`
import warnings
from collections.abc import Iterable
from typing import Any

import regex

MOST_FILES = 500  # in a policy's folder, or in its lexicons
LARGEST_FILE = 2_000_000  # bytes of one YAML file; the largest lexicon has a tenth of it
MOST_BYTES = 50_000_000  # of all files of a policy
LONGEST_PHRASE = 2000  # characters
MOST_PARTS = 5  # of a phrase, joined by &
MOST_TERMS = 40  # in a row
MOST_GAPS = 8  # among them
DEEPEST_BRACKETS = 8
DEEPEST_LEXICONS = 30  # that name each other in a chain
LONGEST_MATCH = 300  # words that a term of a lexicon, or a row of terms, may take
MOST_FEATURES = 8  # of a term, those of the lexicons in which it stands included
MOST_KEYS = 2_000_000  # different terms, and terms with features, of a whole policy

LONGEST_REGEX = 1000  # characters
MOST_REPEATS = 100_000  # of one place: counts inside each other multiply, and `regex` unrolls them

_SHOWN = 200  # characters
_COUNT = regex.compile(r"\{(\d*),?(\d*)\}")


def shown(text: str) -> str:
    """As much of a text as a message can have."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


class LimitError(ValueError):
    """Something asks for too much; the message says what."""


def regular(pattern: str) -> None:
    """Raises ValueError, in words for the user, when a pattern is no regular expression or one that would not end."""
    if len(pattern) > LONGEST_REGEX:
        raise LimitError(f"it has {len(pattern)} characters, more than {LONGEST_REGEX}")
    if _repeats(pattern) > MOST_REPEATS:
        raise LimitError(f"its repetitions inside each other come to more than {MOST_REPEATS:,}")
    try:
        regex.compile(pattern)
    except regex.error as error:
        raise ValueError(str(error)) from None
    except (RecursionError, OverflowError, MemoryError):
        raise LimitError("it is nested too deeply") from None


def _repeats(pattern: str) -> int:
    """How often a place may be repeated."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what `re` may one day read otherwise is nothing to us: `regex` will match
            return _of_sequence(parser.parse(pattern))
    except Exception:  # what `regex` has and `re` has not; or too deep, which `regex` will say
        counts = [max(map(int, filter(None, match.groups())), default=1) for match in _COUNT.finditer(pattern)]
        return _product(max(1, count) for count in counts)


def _of_sequence(items: Iterable[Any]) -> int:
    return max([1, *(_of_item(str(op), argument) for op, argument in items)])


def _of_item(op: str, argument: Any) -> int:
    if op.endswith("_REPEAT"):
        least, most, inner = argument
        count = least if most == parser.MAXREPEAT else most
        return max(1, int(count)) * _of_sequence(inner)
    if op in ("SUBPATTERN", "ASSERT", "ASSERT_NOT", "ATOMIC_GROUP"):
        return _of_sequence(argument if op == "ATOMIC_GROUP" else argument[-1])
    if op == "BRANCH":
        return max(map(_of_sequence, argument[1]))
    return 1


def _product(numbers: Iterable[int]) -> int:
    found = 1
    for number in numbers:
        found = min(found * number, MOST_REPEATS + 1)
    return found
