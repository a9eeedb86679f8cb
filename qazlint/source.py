"""Bytes → text, once. What cannot be read is a value with a reason, not an exception.

`Source.text` keeps its line ends as they were, so that every later offset (code points) is an offset into it.
"""

from __future__ import annotations

import codecs
import os
import stat
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import regex

from qazlint.codepages import guess

LARGEST = 20 * 1024 * 1024  # bytes

# Line ends as editors count them; U+2028 and the like are characters on a line to most of them.
_LINE_END = regex.compile(r"\r\n|\n|\r")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GIVEN = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")  # how the shell names pipes that it has opened for us
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x1c\x1d\x1e\x1f\x1a")

REASONS: dict[str, dict[str, str]] = {
    "missing": {"ru": "файл не найден", "kk": "файл табылмады", "en": "no such file"},
    "directory": {"ru": "это папка, а не файл", "kk": "бұл файл емес, қалта", "en": "a folder, not a file"},
    "special": {
        "ru": "это не обычный файл, а устройство или канал",
        "kk": "бұл кәдімгі файл емес, құрылғы немесе арна",
        "en": "not a regular file but a device or a pipe",
    },
    "permission": {"ru": "нет права на чтение", "kk": "оқуға рұқсат жоқ", "en": "no permission to read it"},
    "too-large": {"ru": "файл слишком велик", "kk": "файл тым үлкен", "en": "the file is too large"},
    "no-texts": {"ru": "в папке нет текстов", "kk": "қалтада мәтін жоқ", "en": "the folder has no texts"},
    "protected": {
        "ru": "защищён паролем или в старом формате .doc",
        "kk": "құпиясөзбен қорғалған немесе ескі .doc пішімінде",
        "en": "protected by a password, or in the old .doc format",
    },
    "damaged": {"ru": "файл повреждён", "kk": "файл бүлінген", "en": "the file is damaged"},
    "json": {"ru": "это не объект JSON", "kk": "бұл JSON нысаны емес", "en": "not a JSON object"},
    "configuration": {
        "ru": "настройки для этого файла не годятся",
        "kk": "бұл файлдың баптаулары жарамсыз",
        "en": "its configuration cannot be used",
    },
    "no-field": {"ru": "нет текстового поля", "kk": "мәтін өрісі жоқ", "en": "no text in the field"},
    "binary": {"ru": "это не текст", "kk": "бұл мәтін емес", "en": "not a text"},
    "encoding": {"ru": "повреждённая кодировка", "kk": "кодтауы бүлінген", "en": "its encoding is damaged"},
    "unmerged": {"ru": "слияние не закончено", "kk": "біріктіру аяқталмаған", "en": "its merge is not finished"},
    "lost": {"ru": "проверка оборвалась", "kk": "тексеру үзілді", "en": "the process that checked it died"},
    "io": {"ru": "ошибка чтения", "kk": "оқу қатесі", "en": "it could not be read"},
}
NOTES: dict[str, dict[str, str]] = {
    "damaged": {
        "ru": "повреждённые байты заменены знаком \N{REPLACEMENT CHARACTER}",
        "kk": "бүлінген байттар \N{REPLACEMENT CHARACTER} таңбасымен ауыстырылды",
        "en": "damaged bytes were replaced by \N{REPLACEMENT CHARACTER}",
    },
    "guessed-encoding": {
        "ru": "кодировка определена по содержанию: {encoding}",
        "kk": "кодтауы мазмұнына қарап анықталды: {encoding}",
        "en": "the encoding was guessed from the content: {encoding}",
    },
}


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded text.

    name        path, or whatever the caller calls it
    text        the text, its line ends as they were, without a byte-order mark
    encoding    Python's name of the encoding it was read with; "docx" for a document of paragraphs
    guessed     the encoding was detected from the content, not declared
    notes       keys of `NOTES`: what the user should be told
    first_line  number of the text's first line, when it is a part of the file
    """

    name: str
    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    notes: tuple[str, ...] = ()
    first_line: int = 1
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", (0, *(match.end() for match in _LINE_END.finditer(self.text))))

    @property
    def place(self) -> str:
        """The name, and the line where the text begins when it is a part of the file."""
        return self.name if self.first_line == 1 else f"{self.name}:{self.first_line}"

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code-point offset, both from 1, the column in code points; clamped to the text."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset)
        return line + self.first_line - 1, offset - self._starts[line - 1] + 1

    def line(self, offset: int) -> tuple[int, int]:
        """Where the line of a code-point offset begins and ends, its line end left out; clamped to the text."""
        offset = min(max(offset, 0), len(self.text))
        return self.line_at(bisect_right(self._starts, offset) - 1)

    def line_at(self, index: int) -> tuple[int, int]:
        """Where a line of the text begins and ends, its line end left out; lines count from 0, clamped to the text."""
        number = min(max(index, 0), len(self._starts) - 1) + 1
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        while end > start and number < len(self._starts) and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def note(self, key: str, lang: str = "ru") -> str:
        """A note in the language asked for."""
        return _worded(NOTES, key, lang).format(encoding=self.encoding)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be read.

    name    as in `Source`
    reason  a key of `REASONS`
    detail  what the system said, or figures; may be empty
    line    number of the line that could not be read, when it is one of a file's; 0 for the whole file
    """

    name: str
    reason: str
    detail: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """The name, and the line when it is one."""
        return f"{self.name}:{self.line}" if self.line else self.name

    def why(self, lang: str = "ru") -> str:
        """The reason in the language asked for."""
        detail = f" ({self.detail})" if self.detail else ""
        return f"{_worded(REASONS, self.reason, lang)}{detail}"

    def message(self, lang: str = "ru") -> str:
        """Place and reason in the language asked for."""
        return f"{self.place}: {self.why(lang)}"


def _worded(table: Mapping[str, Mapping[str, str]], key: str, lang: str) -> str:
    texts = table[key]
    return texts.get(lang, texts["en"])


def read(path: str | os.PathLike[str], largest: int = LARGEST) -> Source | Unreadable:
    """Read and decode a file of at most `largest` bytes."""
    stream = opened(path)
    if isinstance(stream, Unreadable):
        return stream
    with stream:
        return read_stream(stream, os.fspath(path), largest)


def opened(path: str | os.PathLike[str]) -> BinaryIO | Unreadable:
    """The bytes of a file."""
    name = os.fspath(path)
    try:
        if Path(path).is_dir():
            return Unreadable(name, "directory")
        if is_special(path):
            return Unreadable(name, "special")
        return Path(path).open("rb")
    except FileNotFoundError:
        return Unreadable(name, "missing")
    except PermissionError:
        return Unreadable(name, "permission")
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        return Unreadable(name, "io", getattr(error, "strerror", None) or str(error))


def is_special(path: str | os.PathLike[str]) -> bool:
    """Whether it is a device, a pipe or a socket: who reads it may wait for ever. A pipe that the shell has handed over
    (`<(…)`) is none. Raises OSError, and ValueError for what can be no name."""
    mode = os.stat(path).st_mode
    is_given = os.fspath(path).startswith(_GIVEN)
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or (is_given and stat.S_ISFIFO(mode)))


def read_stream(stream: BinaryIO, name: str = "-", largest: int = LARGEST) -> Source | Unreadable:
    """Decode what a stream holds, at most `largest` bytes."""
    try:
        return decode(stream.read(largest + 1), name, largest)
    except OSError as error:
        return Unreadable(name, "io", error.strerror or str(error))


def decode(data: bytes, name: str = "-", largest: int = LARGEST) -> Source | Unreadable:
    """Decode bytes: a byte-order mark, UTF-8, UTF-16 without a mark, else the likeliest code page."""
    if len(data) > largest:
        return Unreadable(name, "too-large", f"> {largest:,} B".replace(",", " "))
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _declared(data[len(mark) :], name, encoding)
    wide = _utf16(data)
    if wide:
        return Source(name, data.decode(wide), wide, True, ("guessed-encoding",))
    if _is_binary(data):
        return Unreadable(name, "binary")
    text = data.decode("utf-8", "replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    if not damaged or damaged * 10 <= sum(character > "\x7f" for character in text):
        return Source(name, text, "utf-8", notes=("damaged",) if damaged and not _is_utf8(data) else ())
    encoding = guess(data)
    if not encoding:
        return Unreadable(name, "encoding")
    return Source(name, data.decode(encoding, "replace"), encoding, True, ("guessed-encoding",))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes, name: str, encoding: str) -> Source | Unreadable:
    try:
        return Source(name, data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return Unreadable(name, "encoding", f"{encoding}, {error.start}")


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of a Russian or English text is 0 or 4 (the Cyrillic block)."""
    sample = data[:4096]
    if len(data) % 2 or len(sample) < 4 or (0 not in sample and 4 not in sample):
        return ""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        if sum(byte in (0, 4) for byte in high) >= 0.9 * len(high) and _decodes(data, encoding):
            return encoding
    return ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character.isspace() for character in text[:2000])


def _is_binary(data: bytes) -> bool:
    """A zero byte, or more than one control character in ten bytes."""
    if 0 in data:
        return True
    sample = data[:8192]
    controls = sum((byte < 32 and byte not in _TEXT_CONTROLS) or byte == 127 for byte in sample)
    return controls * 10 > len(sample)
