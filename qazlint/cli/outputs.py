"""Where reports go: standard output, and files in formats of their own, all written while the check goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click

from qazlint.report import FOR_PEOPLE, FORMATS, Reporter, reporter

if TYPE_CHECKING:
    from qazlint.report.result import Item, Style, Tally

SUFFIXES = {
    ".json": "json", ".jsonl": "jsonl", ".sarif": "sarif", ".xml": "junit", ".html": "html", ".txt": "text",
}  # fmt: skip


class Target(NamedTuple):
    """A file that a report is to be written to."""

    form: str
    path: Path


def target(text: str) -> Target:
    """FILE or FORMAT:FILE. Raises ValueError without a file, and when neither tells the format."""
    form, colon, name = text.partition(":")
    if colon and form in FORMATS:
        if name in ("", "-"):
            raise ValueError(f"«{text}»: a file is to be named here; the format of standard output is --format {form}")
        return Target(form, Path(name))
    form = SUFFIXES.get(Path(text).suffix.lower(), "")
    if form not in FORMATS:
        raise ValueError(f"«{text}»: which format? Write FORMAT:FILE, with one of {', '.join(FORMATS)}")
    return Target(form, Path(text))


class Outputs:
    """All the reports of one run. A file that cannot be written is told of, and the others go on.

    before  called before something is written to standard output, which may be the terminal
    """

    def __init__(
        self, form: str, targets: Sequence[Target], style: Style, before: Callable[[], None] = lambda: None
    ) -> None:
        self.failed = False
        plain = replace(style, colour=False)
        files = [_File(reporter(target.form, plain), target.path) for target in targets]
        self._sinks: list[_Sink] = [_Screen(form, style), *files]

    def begin(self) -> None:
        """Write what stands before the first item."""
        self._each(lambda sink: sink.write(sink.reporter.begin()))

    def add(self, item: Item) -> None:
        """Write the next item."""
        self._each(lambda sink: sink.write(sink.reporter.add(item)))

    def end(self, tally: Tally) -> None:
        """Write what stands after the last item."""
        self._each(lambda sink: sink.close(sink.reporter.end(tally)))

    def _each(self, step: Callable[[_Sink], None]) -> None:
        for sink in list(self._sinks):
            try:
                step(sink)
            except OSError as error:
                if isinstance(sink, _Screen):
                    raise  # nobody is listening any more: click ends such a run quietly
                click.echo(f"qazlint: {sink.name}: {error.strerror or error}", err=True)
                self.failed = True
                self._sinks.remove(sink)


class _Sink:
    name = ""

    def __init__(self, made: Reporter) -> None:
        self.reporter = made

    def write(self, text: str) -> None:
        raise NotImplementedError

    def close(self, text: str) -> None:
        self.write(text)


class _Screen(_Sink):
    def __init__(self, form: str, style: Style) -> None:
        super().__init__(reporter(form, style))
        self._colour = style.colour
        if isinstance(sys.stdout, TextIOWrapper):
            if form in FOR_PEOPLE:
                sys.stdout.reconfigure(errors="replace")  # a terminal in windows-1251 has no emoji
            else:
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")

    def write(self, text: str) -> None:
        click.echo(text, nl=False, color=self._colour)


class _File(_Sink):
    def __init__(self, made: Reporter, path: Path) -> None:
        super().__init__(made)
        self.name = str(path)
        self._path = path
        self._file: TextIO | None = None

    def write(self, text: str) -> None:
        if self._file is None:
            self._file = self._path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        self._file.write(text)

    def close(self, text: str) -> None:
        self.write(text)
        assert self._file is not None
        self._file.close()
