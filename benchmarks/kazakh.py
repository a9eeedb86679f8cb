"""How fast the Kazakh analyser is: words a second that it has not seen, import, memory.

The words are those of the project's own Kazakh posts; `analyze` keeps no words, only the endings that it has met.
Run in a process of its own: import and first word are measured too.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from benchmarks.measure import cpu
from benchmarks.table import Table, number


def memory() -> float:
    """MB of memory that the process holds now; 0 where there is no /proc to ask."""
    # Not the most that it had: that begins with the memory of the process which started this one.
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20) if pages.is_file() else 0.0


def table(texts: list[str]) -> Table:
    """The figures for the words of Kazakh texts."""
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)]
    forms = list(dict.fromkeys(words))
    before = memory()
    imported = cpu(lambda: __import__("qazlint.language.kazakh"))
    from qazlint.language.kazakh import analyze

    first = cpu(lambda: analyze("кітап"))
    cold = cpu(lambda: [analyze(form) for form in forms])
    running = cpu(lambda: [analyze(word) for word in words])
    rows = [
        ["import", f"{number(imported)} s"],
        ["first word, which reads the tables", f"{number(first)} s"],
        [f"each of {len(forms):,} forms once", f"{number(len(forms) / cold)} words/s"],
        [f"running text of {len(words):,} words after that", f"{number(len(words) / running)} words/s"],
        ["memory", f"{number(memory() - before)} MB"],
    ]
    return Table("The Kazakh analyser alone", ("step", "measured"), rows)
