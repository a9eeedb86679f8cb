"""One run of `qazlint check`: names → inputs → documents → reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from qazlint.batch import Lost, in_processes
from qazlint.cli.common import FAILED, FOUND, INTERRUPTED, NEVER, explained, fail, settle
from qazlint.cli.outputs import Outputs, Target
from qazlint.cli.progress import Progress
from qazlint.config.checker import Checker, Task, Wishes
from qazlint.config.find import read
from qazlint.config.settings import Post, Settings
from qazlint.filters import Baseline
from qazlint.inputs import Input, Patterns, documents, from_names
from qazlint.policy.problems import PolicyError
from qazlint.report.clean import printable
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.source import Unreadable
from qazlint.types import Report


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for; the fields are the command's options."""

    author: str | None
    approved: bool | None
    publish: date | None
    sets: tuple[str, ...]
    policy: str
    config: Path | None
    isolated: bool
    form: str
    targets: tuple[Target, ...]
    lang: str | None
    fail_on: str | None
    staged: bool
    diff: str | None
    jobs: int
    exclude: tuple[str, ...]
    force_exclude: bool
    no_suppress: bool
    require_reason: bool
    baseline: Path | None
    write_baseline: Path | None
    input_format: str | None
    stdin_filename: Path | None
    text_field: str
    color: bool | None

    @property
    def from_git(self) -> bool:
        """git says what is to be checked."""
        return self.staged or self.diff is not None


class Run:
    """One run of the command: names → inputs → documents → reports."""

    def __init__(self, names: tuple[str, ...], options: Options) -> None:
        _agree(names, options)
        self.names = names if names or options.from_git else ("-",)
        self.options, self.progress = options, Progress()
        self.checker = Checker(_wishes(options), settle)
        first = Path(names[0]) if names and names[0] != "-" else options.stdin_filename
        if first and first.is_dir():
            first /= "any"  # what holds for the files in it
        self.linter = explained(lambda: self.checker.linter(first))
        self.settings = self.checker.settings(first)  # of the run as a whole: language, what fails
        self.lang = options.lang or self.settings.lang or "ru"
        self.patterns = _patterns(self.settings, options)
        self.written = {target.path.absolute() for target in options.targets}
        author = options.author
        if author and author not in self.linter.policy.roles:
            fail(f"unknown role «{author}»: the policy has {', '.join(self.linter.policy.roles)}")
        sets = self.linter.policy.sets
        if unknown := [name for name in options.sets if name not in sets]:
            fail(f"unknown set of rules «{unknown[0]}»: the policy has {', '.join(sets)}")

    def go(self) -> None:
        """Check, report, and end with the exit status."""
        colour = sys.stdout.isatty() if self.options.color is None else self.options.color
        style = Style(self.linter.policy, self.lang, colour)
        outputs = Outputs(self.options.form, self.options.targets, style, self.progress.hide)
        tally = Tally()
        outputs.begin()
        try:
            for item in self._kept(self._items()):
                tally.add(item)
                outputs.add(item)
        except KeyboardInterrupt:
            outputs.end(tally)  # what is finished is a whole report
            self._tell(f"interrupted: {tally.files} checked")
            sys.exit(INTERRUPTED)
        self.progress.hide()
        outputs.end(tally)
        fail_on = self.options.fail_on or self.settings.fail_on or "warning"
        may_be_none = self.options.from_git or self.options.force_exclude
        if tally.unreadable or outputs.failed or not (tally.files or may_be_none):
            sys.exit(FAILED)
        if fail_on != NEVER and tally.reaches(fail_on) and not self.options.write_baseline:
            sys.exit(FOUND)

    def _items(self) -> Iterator[Item]:
        """The results one by one; what the user should be told of an input goes to standard error as it comes up."""
        for task, report in self._answers():
            document = task.document
            if isinstance(document, Unreadable):
                yield self._unread(document)
                continue
            source = document.source
            for note in (*(source.note(key, self.lang) for key in source.notes), *document.metadata.problems):
                self._tell(f"{source.name}: {note}")
            if isinstance(report, Report):
                yield FileResult(source, report, self.checker.linter(task.path).policy)
            elif isinstance(report, Lost):
                yield self._unread(Unreadable(source.place, "lost", report.how))

    def _unread(self, what: Unreadable) -> Unreadable:
        self._tell(what.message(self.lang))
        return what

    def _tell(self, what: str) -> None:
        self.progress.hide()
        click.echo(f"qazlint: {printable(what)}", err=True)

    def _answers(self) -> Iterator[tuple[Task, Report | Lost | None]]:
        jobs = self.options.jobs or os.cpu_count() or 1
        if jobs > 1:
            return in_processes(self._tasks(), jobs, partial(_desk, self.checker))
        return ((task, self.checker.answer(task)) for task in self._tasks())

    def _tasks(self) -> Iterator[Task]:
        for given in self.progress.inputs(self._inputs()):
            if isinstance(given, Unreadable):
                yield Task(given)
            elif problem := self._problem(given):
                yield Task(problem)
            else:
                for document in documents(given, self.options.input_format, self.options.text_field):
                    self.progress.add(document)
                    yield Task(document, given.path, given.lines)

    def _inputs(self) -> Iterator[Input | Unreadable]:
        named, force = self.options.stdin_filename, self.options.force_exclude
        if self.options.from_git:
            yield from self._from_git(force)
            return
        for given in from_names(self.names, self.patterns, force):
            if isinstance(given, Input) and given.path and given.path.absolute() in self.written:
                continue  # a report in a folder that is checked is no post
            if named and isinstance(given, Input) and given.path is None:
                if force and any(patterns.ignores(str(named)) for patterns in self.patterns):
                    continue
                yield replace(given, name=str(named), path=named)
            else:
                yield given

    def _from_git(self, force: bool) -> Sequence[Input | Unreadable]:
        from qazlint.inputs import git

        try:
            if self.options.diff is not None:
                return git.diff(self.options.diff, self.names, self.patterns, force)
            return git.staged(self.names, self.patterns, force)
        except git.GitError as error:
            fail(error.message(self.lang))

    def _problem(self, given: Input) -> Unreadable | None:
        """What hinders a file from being checked, when it has a configuration of its own that cannot be used."""
        try:
            self.checker.linter(given.path)
        except PolicyError as error:
            return Unreadable(given.name, "configuration", "; ".join(map(str, error.problems)))
        except FileNotFoundError as error:
            return Unreadable(given.name, "configuration", f"there is no policy «{error}»")
        return None

    def _kept(self, items: Iterator[Item]) -> Iterator[Item]:
        """The items; their findings are written to the new baseline when all are known."""
        path = self.options.write_baseline
        if path is None:
            yield from items
            return
        checked = []
        for item in items:
            if not isinstance(item, Unreadable) and (item.report.findings or item.report.suppressed):
                checked.append((item.source.name, item.report))
            yield item
        explained(lambda: Baseline.of(self.linter.policy.slug, checked, path).save(path))


def _desk(checker: Checker) -> Callable[[Task], Report | None]:
    """What a process checks with."""
    return checker.answer


def _agree(names: tuple[str, ...], options: Options) -> None:
    """Refuse options that contradict each other."""
    if options.staged and options.diff is not None:
        fail("--staged and --diff do not go together")
    if options.from_git and "-" in names:
        fail("git knows nothing of standard input: leave out --staged and --diff, or -")
    if options.from_git and options.write_baseline:
        fail("--write-baseline is for everything that is found: leave out --staged and --diff")


def _patterns(settings: Settings, options: Options) -> list[Patterns]:
    try:
        return [Patterns.of(settings.exclude, settings.folder), Patterns.of(options.exclude)]
    except ValueError as error:
        fail(f"exclude: {error}")


def _wishes(options: Options) -> Wishes:
    settings = Settings() if options.isolated else None
    if (config := options.config) is not None:
        settings = explained(lambda: read(config)) or Settings()
    return Wishes(
        settings, options.policy, Post(options.author or "", options.approved, options.publish, options.sets),
        not options.no_suppress, options.require_reason, options.baseline, options.staged,
    )  # fmt: skip
