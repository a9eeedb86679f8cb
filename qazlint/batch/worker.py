"""A process that checks, and the end of the line to it."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from qazlint.batch.chunk import Chunk

T = TypeVar("T")
R = TypeVar("R")

_READY, _ANSWER, _ERROR = range(3)  # what a message is
_PATIENCE = 5  # seconds for a process to be gone


class Worker(Generic[T, R]):
    """A process, seen from the one that gives it work.

    is_ready  it has said that it can begin
    chunk     what it is about, if anything
    """

    def __init__(self, start: Callable[[], Callable[[T], R]], others: Sequence[Worker[T, R]] = ()) -> None:
        context = multiprocessing.get_context()
        self.connection, theirs = context.Pipe()
        # A forked process has our ends of all lines; if it kept them, no process would notice that we are gone.
        forked = context.get_start_method() == "fork"
        ours = [self.connection, *(other.connection for other in others)] if forked else []
        self._process = context.Process(target=_work, args=(start, theirs, ours), daemon=True)
        self._process.start()
        theirs.close()
        self.is_ready = False
        self.chunk: Chunk[T, R] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether it waits for work. Only then is it sent any: it is listening, so that neither waits for the other."""
        return self.is_ready and self.chunk is None

    def take(self, chunk: Chunk[T, R]) -> bool:
        """Give it a chunk; False when it cannot be told any more."""
        try:
            self.connection.send(list(chunk.rest))
        except OSError:
            return False
        self.chunk = chunk
        return True

    def hear(self) -> bool:
        """Take in what it says; False when it is dead. Raises what its check raised."""
        try:
            kind, value = self.connection.recv()
        except (EOFError, OSError):
            return False
        if kind == _ERROR:
            raise value
        if kind == _READY:
            self.is_ready = True
        elif self.chunk:
            self.chunk.answer(value)
            self.chunk = self.chunk if self.chunk.rest else None
        return True

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self.connection.close()
        self._process.terminate()
        self._process.join(_PATIENCE)

    def end(self) -> str:
        """How it ended when it is dead: a signal's name, or its exit status."""
        self._process.join(_PATIENCE)
        code = self._process.exitcode or 0
        self.stop()
        try:
            return signal.Signals(-code).name
        except ValueError:
            return str(code)


def _work(start: Callable[[], Callable[[T], R]], connection: Connection, ours: Sequence[Connection]) -> None:
    """What the process does. An interrupt from the keyboard reaches it as well, but is not its business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in ours:
        other.close()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # nobody listens any more
        for message in _messages(start, connection):
            connection.send(message)


def _messages(start: Callable[[], Callable[[T], R]], connection: Connection) -> Iterator[tuple[int, object]]:
    try:
        check = start()
        yield _READY, None
        while True:
            for packed in connection.recv():
                yield _ANSWER, check(pickle.loads(packed))
    except EOFError:
        raise
    except Exception as error:
        error.add_note(traceback.format_exc())  # the traceback does not travel
        yield _ERROR, error
