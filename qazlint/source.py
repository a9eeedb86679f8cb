"""A text, and where its characters stand. What cannot be read is a value with a reason, not an exception.

`Source.text` keeps its line ends as they were, so that every later offset (code points) is an offset into it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

# Line ends as editors count them; U+2028 and the like are characters on a line to most of them.
_LINE_END = regex.compile(r"\r\n|\n|\r")

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
        "kk": "құпиясөзбен қорғалған немесе ескі .doc пішімінде сақталған",
        "en": "protected by a password, or in the old .doc format",
    },
    "damaged": {"ru": "файл повреждён", "kk": "файл бүлінген", "en": "the file is damaged"},
    "format": {
        "ru": "такой формат не читается, сохраните текст как .docx или .txt",
        "kk": "мұндай пішім оқылмайды, мәтінді .docx немесе .txt түрінде сақтаңыз",
        "en": "this format is not read: save the text as .docx or .txt",
    },
    "archive": {
        "ru": "архив постов на странице не открывается, для него есть команда qazlint check",
        "kk": "жазбалар мұрағаты парақшада ашылмайды, ол үшін qazlint check пәрмені бар",
        "en": "the page does not open archives of posts: there is the command qazlint check for them",
    },
    "no-word": {"ru": "это не документ Word", "kk": "бұл Word құжаты емес", "en": "not a Word document"},
    "json-array": {"ru": "это не массив JSON", "kk": "бұл JSON жиымы емес", "en": "not a JSON array"},
    "json-item": {
        "ru": "элемент массива — не текст и не объект JSON",
        "kk": "жиымның элементі мәтін де, JSON нысаны да емес",
        "en": "the item of the array is neither a text nor a JSON object",
    },
    "json": {"ru": "это не объект JSON", "kk": "бұл JSON нысаны емес", "en": "not a JSON object"},
    "configuration": {
        "ru": "настройки для этого файла не годятся",
        "kk": "бұл файлға арналған баптаулар жарамсыз",
        "en": "its configuration cannot be used",
    },
    "no-field": {"ru": "нет текстового поля", "kk": "мәтін өрісі жоқ", "en": "no text in the field"},
    "binary": {"ru": "это не текст", "kk": "бұл мәтін емес", "en": "not a text"},
    "encoding": {"ru": "повреждённая кодировка", "kk": "кодтауы бүлінген", "en": "its encoding is damaged"},
    "unmerged": {"ru": "слияние не закончено", "kk": "біріктіру аяқталмаған", "en": "its merge is not finished"},
    "lost": {"ru": "проверка оборвалась", "kk": "тексеру үзіліп қалды", "en": "the process that checked it died"},
    "io": {"ru": "ошибка чтения", "kk": "оқу қатесі", "en": "it could not be read"},
}
NOTES: dict[str, dict[str, str]] = {
    "no-text": {
        "ru": "текста нет, проверять нечего",
        "kk": "мәтін жоқ, тексеретін ештеңе жоқ",
        "en": "there is no text, nothing to check",
    },
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
    first_line, first_column  where the text begins, when it is a part of the file
    """

    name: str
    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    notes: tuple[str, ...] = ()
    first_line: int = 1
    first_column: int = 1
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", (0, *(match.end() for match in _LINE_END.finditer(self.text))))

    @property
    def place(self) -> str:
        """The name, and where the text begins when it is a later part of the file."""
        if self.is_first:
            return self.name
        return f"{self.name}:{self.first_line}" + (f":{self.first_column}" if self.first_column > 1 else "")

    @property
    def is_first(self) -> bool:
        """Whether the file begins with the text, so that offsets are the file's."""
        return self.first_line == self.first_column == 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code-point offset in the file, both from 1, the column in code points; clamped to the
        text."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset)
        before = self.first_column if line == 1 else 1
        return line + self.first_line - 1, offset - self._starts[line - 1] + before

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
