"""Some of the things that are to be checked, with the answers so far."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.reduction import ForkingPickler
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST = 32  # things in a chunk: sending them costs little beside checking them
MOST_BYTES = 64 * 1024  # after which a chunk ends: long texts are spread over the processes


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands in the place of an answer when the process died; `how`: the signal's name, or the exit status."""

    how: str


@dataclass(slots=True, eq=False)
class Chunk(Generic[T, R]):
    """Things and, in the same order, the answers.

    rest  the things that have no answer yet, as they travel to a process
    """

    items: deque[T] = field(default_factory=deque)
    rest: deque[bytes] = field(default_factory=deque)
    answers: deque[R | Lost] = field(default_factory=deque)

    def add(self, item: T) -> int:
        """One more thing; how many bytes it takes to send it."""
        packed = bytes(ForkingPickler.dumps(item))
        self.items.append(item)
        self.rest.append(packed)
        return len(packed)

    def answer(self, answer: R | Lost) -> None:
        """The next answer."""
        self.rest.popleft()
        self.answers.append(answer)

    def pairs(self) -> Iterator[tuple[T, R | Lost]]:
        """The answered things with their answers, each once."""
        while self.answers:
            yield self.items.popleft(), self.answers.popleft()

    @property
    def is_given(self) -> bool:
        """Everything was answered and given out."""
        return not self.items


def chunks(items: Iterable[T]) -> Iterator[Chunk[T, R]]:
    """The things in chunks."""
    chunk, size = Chunk[T, R](), 0
    for item in items:
        size += chunk.add(item)
        if len(chunk.items) >= MOST or size >= MOST_BYTES:
            yield chunk
            chunk, size = Chunk(), 0
    if chunk.items:
        yield chunk
