"""Names of files and encodings as SARIF wants them: URI references, and the names that IANA knows."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from qazlint.report.clean import encodable

_CHARSETS = {"utf-16-le": "utf-16le", "utf-16-be": "utf-16be", "utf-32-le": "utf-32le", "utf-32-be": "utf-32be",
             "kz1048": "kz-1048", "mac-cyrillic": "x-mac-cyrillic", "iso8859-5": "iso-8859-5"}  # fmt: skip


def uri(name: str) -> str:
    """A relative reference for a relative path, a `file:` URI for an absolute one; bytes that are no text survive."""
    prefix = "file://" + ("" if name.startswith("/") else "/") if Path(name).is_absolute() else ""
    try:
        path = os.fsencode(Path(name).as_posix())
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte
        path = encodable(name).encode()
    return prefix + quote(path, safe="/")


def charset(encoding: str) -> str:
    """IANA's name of one of Python's encodings; Python's own where the two agree."""
    return _CHARSETS.get(encoding, encoding)
