"""The bytes of a file that git holds, as a stream: an archive of posts is not read into memory."""

from __future__ import annotations

import errno
import io
import subprocess
from typing import BinaryIO, cast


def opened_blob(blob: str, name: str) -> BinaryIO:
    """A file's content as a checkout would write it (line ends, encoding, filters as the attributes of `name` say)."""
    words = ["git", "cat-file", "--filters", f"--path={name}", blob]
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return cast(BinaryIO, io.BufferedReader(_Output(process), 1 << 16))


class _Output(io.RawIOBase):
    """What a process prints. Reading its end raises OSError when the process failed: half a page is not the page."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__()
        assert process.stdout is not None
        self._process, self._stream = process, process.stdout

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        count = self._stream.readinto(buffer)  # type: ignore[attr-defined]
        if not count and self._process.wait():
            raise OSError(errno.EIO, "git cat-file")
        return cast(int, count)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._process.wait()  # it ends when nobody reads
        super().close()
