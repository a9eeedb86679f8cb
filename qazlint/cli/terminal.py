"""What the terminal behind standard output can show."""

from __future__ import annotations

import os
import shutil
import sys

from qazlint.report.result import WIDEST

_NARROWEST = 24
_AROUND = 8  # columns before and after a passage's line: its margin, and … where it is cut


def is_coloured(asked: bool | None) -> bool:
    """Whether to colour: as the user asked, else on a terminal that has colours, unless NO_COLOR (no-color.org) is set.
    """
    if asked is not None:
        return asked
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Characters of a line that fit on the terminal; as many as are good to read where there is none."""
    if not sys.stdout.isatty():
        return WIDEST
    return max(_NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - _AROUND))
