"""How fast the Kazakh analyser is: words a second that it has not seen, import, memory.

    python benchmarks/kazakh.py

Processor time of this process, so that what else the machine does counts little. The words are those of the project's
own Kazakh posts; `analyze` keeps no words, only the endings that it has met.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def words() -> list[str]:
    """The words of the Kazakh posts, in their order."""
    files = sorted((ROOT / "tests" / "corpus").glob("kk-*.jsonl"))
    texts = [json.loads(line)["text"] for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return [word for text in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)]


def memory() -> float:
    """The most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)


def main() -> None:
    """Print the figures."""
    text = words()
    before, started = memory(), time.process_time()
    from qazlint.language.kazakh import analyze

    imported = time.process_time()
    analyze("кітап")
    first = time.process_time()
    for word in (forms := dict.fromkeys(text)):
        analyze(word)
    cold = time.process_time()
    for word in text:
        analyze(word)
    done = time.process_time()
    print(f"import                        {imported - started:8.3f} s")
    print(f"first word (reads the tables) {first - imported:8.3f} s")
    print(f"each form once                {len(forms) / (cold - first):8,.0f} words/s ({len(forms)})")
    print(f"running text after that       {len(text) / (done - cold):8,.0f} words/s ({len(text)})")
    print(f"memory                        {memory() - before:8.1f} MB")


if __name__ == "__main__":
    main()
