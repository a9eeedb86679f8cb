"""Many things checked by several processes: they go out in chunks, answers come back one by one, in the order given.

A process that dies takes with it only what it was about: what it had answered is kept, the rest goes to another one.
That is why this is no `ProcessPoolExecutor`, where the death of one process breaks what all the others have in hand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from qazlint.batch.chunk import Chunk, Lost, chunks
from qazlint.batch.worker import Worker

__all__ = ["Lost", "in_processes"]

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4  # chunks for each process that are read before they can be checked, or checked before it is their turn


def in_processes(
    items: Iterable[T], processes: int, start: Callable[[], Callable[[T], R]]
) -> Iterator[tuple[T, R | Lost]]:
    """The items with what a check says of them, in their order; a bounded number is held at a time.

    start  makes the check in each process; it has to be picklable, as items and answers have to be
    Raises what the check raises, and ChildProcessError when the processes die before they can begin.
    """
    pool = _Pool(items, processes, start)
    try:
        yield from pool.answers()
    finally:
        for worker in pool.workers:
            worker.stop()


class _Pool(Generic[T, R]):
    """Processes, and the chunks that are on their way."""

    def __init__(self, items: Iterable[T], processes: int, start: Callable[[], Callable[[T], R]]) -> None:
        self.workers: list[Worker[T, R]] = []
        self._unread: Iterator[Chunk[T, R]] = chunks(items)
        self._window: deque[Chunk[T, R]] = deque()  # those not wholly given out, in order
        self._queue: deque[Chunk[T, R]] = deque()  # those of them that no process has
        self._processes = processes
        self._start = start

    def answers(self) -> Iterator[tuple[T, R | Lost]]:
        """Items and answers."""
        while True:
            has_read = self._read()
            if not self._window:
                return
            self._hand_out()
            self._listen(0 if has_read else None)
            while self._window:
                yield from self._window[0].pairs()
                if not self._window[0].is_given:
                    break
                self._window.popleft()

    def _read(self) -> bool:
        """One more chunk, when there is room for it: the processes do not wait until all the room is filled."""
        chunk = next(self._unread, None) if len(self._window) < self._processes * AHEAD else None
        if chunk:
            self._window.append(chunk)
            self._queue.append(chunk)
        return chunk is not None

    def _hand_out(self) -> None:
        for worker in self.workers:
            if self._queue and worker.is_idle and worker.take(self._queue[0]):
                self._queue.popleft()
        if self._queue and len(self.workers) < self._processes:
            self.workers.append(Worker(self._start, self.workers))

    def _listen(self, seconds: float | None) -> None:
        """Hear whoever has something to say, waiting for it at most so long."""
        speaking = wait([worker.connection for worker in self.workers], seconds)
        for worker in [worker for worker in self.workers if worker.connection in speaking]:
            if not worker.hear():
                self._bury(worker)

    def _bury(self, worker: Worker[T, R]) -> None:
        self.workers.remove(worker)
        how = worker.end()
        if not worker.is_ready:  # another one would die as well
            self._processes -= 1
            if not self._processes:
                raise ChildProcessError(f"a process died before it could check anything ({how})")
        if worker.chunk:
            worker.chunk.answer(Lost(how))
            if worker.chunk.rest:
                self._queue.appendleft(worker.chunk)
