"""Many texts over several processes: texts go out, plain reports come back, in order and a bounded number at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from qazlint.types import Report

Check = Callable[[str], Report]

CHUNK = 200  # texts that a process gets at once: sending them costs little beside checking them
_AHEAD = 3  # chunks waiting for each process

_check: Check | None = None  # a worker's own


def in_processes(texts: Iterable[str], processes: int, start: Callable[[], Check]) -> Iterator[Report]:
    """The reports on the texts, in their order; `start` makes a worker's check and has to be picklable."""
    waiting: deque[Future[list[Report]]] = deque()
    source = iter(texts)
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(start,)) as pool:
        while True:
            while len(waiting) < processes * _AHEAD and (chunk := list(islice(source, CHUNK))):
                waiting.append(pool.submit(_work, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _begin(start: Callable[[], Check]) -> None:
    global _check
    _check = start()


def _work(chunk: list[str]) -> list[Report]:
    assert _check is not None
    return [_check(text) for text in chunk]
