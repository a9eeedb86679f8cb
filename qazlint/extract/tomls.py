"""TOML from anywhere, read in bounded time."""

from __future__ import annotations

import re
import tomllib
from typing import Any

MOST_PARTS = 64  # of a key: for more, the time that `tomllib` takes grows with the square of their number

_LONG_KEY = re.compile(
    r"""(?<![\w."'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){%d}""" % MOST_PARTS  # noqa: UP031
)


def loads(text: str) -> dict[str, Any]:
    """As `tomllib.loads`; what is too deep for it is a TOMLDecodeError as well."""
    if long := _LONG_KEY.search(text):
        line = text.count("\n", 0, long.start()) + 1
        raise tomllib.TOMLDecodeError(f"a key of more than {MOST_PARTS} parts (at line {line}, column 1)")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError("nested too deeply (at line 1, column 1)") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # Python reads no number of more than 4,300 digits
        raise tomllib.TOMLDecodeError("a number of too many digits (at line 1, column 1)") from None
