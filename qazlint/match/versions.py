"""A page's versions in other languages, by the names of files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from qazlint.extract import ARCHIVES, Document
from qazlint.match.page import Exists
from qazlint.policy.checks import LANG, Siblings
from qazlint.types import Notice, Span

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//?|#", re.IGNORECASE)  # how an address on the site or the web begins

NO_PLACE = Notice("no-siblings", Span(0, 0), {
    "ru": "версии на других языках не проверены: неизвестно, в какой папке лежит страница",
    "kk": "басқа тілдердегі нұсқалары тексерілмеді: беттің қай қалтада екені белгісіз",
    "en": "versions in other languages were not looked for: it is not known in which folder the page lies",
})  # fmt: skip


class Place(NamedTuple):
    """Where a page lies.

    path      with slashes
    language  that its path names, in the last of the pieces that do; "" when none does
    piece     that piece, with {lang}
    at        where it begins in the path
    names     all pieces in use
    """

    path: str
    language: str
    piece: str
    at: int
    names: tuple[str, ...]

    @classmethod
    def of(cls, document: Document, asked: Siblings) -> Place | None:
        """Where a document lies; None for what is no file of its own."""
        name = document.source.name
        if name.startswith("<") or document.format in ARCHIVES:
            return None
        path = Path(os.path.abspath(name)).as_posix()
        said = [
            (path.rfind(piece.replace(LANG, lang)), lang, piece)
            for piece in asked.names
            for lang in (asked.of, *asked.languages)
        ]
        at, lang, piece = max(said, default=(-1, "", ""))
        return cls(path, lang if at >= 0 else "", piece, at, asked.names)

    def versions(self, lang: str) -> Iterator[str]:
        """The paths that a version may have: the language in its piece; in a name without one, before the suffix."""
        if self.language:
            own = self.piece.replace(LANG, self.language)
            yield self.path[: self.at] + self.piece.replace(LANG, lang) + self.path[self.at + len(own) :]
            return
        path = PurePosixPath(self.path)
        for piece in self.names:
            if not piece.startswith("/"):
                yield str(path.with_name(path.stem + piece.replace(LANG, lang) + path.suffix.removeprefix(".")))


def is_there(name: object, page: str, exists: Exists | None) -> bool:
    """Whether what a page names as its version is there: a file beside it, or an address, which is taken on trust."""
    if not isinstance(name, str):
        return False
    if _ELSEWHERE.match(name) or exists is None or page.startswith("<"):
        return True
    return exists(os.path.join(os.path.dirname(page), name))
