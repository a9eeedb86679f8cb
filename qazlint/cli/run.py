"""One run of `qazlint check`: names → inputs → documents → reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from qazlint.batch import Lost, in_processes
from qazlint.cli.common import FAILED, FOUND, INTERRUPTED, NEVER, explained, fail, settle
from qazlint.cli.options import Options, agree, wishes
from qazlint.cli.outputs import Outputs
from qazlint.cli.progress import Progress
from qazlint.cli.tasks import Tasks
from qazlint.cli.terminal import columns, is_coloured
from qazlint.config.checker import Checker, Task
from qazlint.filters import Baseline, BaselineError
from qazlint.report.clean import printable
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.report.wording import WORDS, say
from qazlint.source import Unreadable
from qazlint.types import Report

_MOST_PASSED = 5  # files that are named; the others are counted


class Run:
    """One run of the command: names → inputs → documents → reports."""

    def __init__(self, names: tuple[str, ...], options: Options) -> None:
        agree(names, options)
        self.options, self.progress = options, Progress()
        self.checker = Checker(wishes(options), settle)
        first = Path(names[0]) if names and names[0] != "-" else options.stdin_filename
        if first and first.is_dir():
            first /= "any"  # what holds for the files in it
        self.linter = explained(lambda: self.checker.linter(first))
        self.settings = self.checker.settings(first)  # of the run as a whole: language, what fails
        self.lang = options.lang or self.settings.lang or "ru"
        self.tasks = Tasks(names, options, self.settings, self.checker, self.progress)
        author = options.author
        if author and author not in self.linter.policy.roles:
            fail(f"unknown role «{author}»: the policy has {', '.join(self.linter.policy.roles)}")
        sets = self.linter.policy.sets
        if unknown := [name for name in options.sets if name not in sets]:
            fail(f"unknown set of rules «{unknown[0]}»: the policy has {', '.join(sets)}")

    def go(self) -> None:
        """Check, report, and end with the exit status."""
        style = Style(self.linter.policy, self.lang, is_coloured(self.options.color), columns())
        outputs = Outputs(self.options.form, self.options.targets, style, self.progress.hide)
        tally = Tally()
        if self.tasks.from_keyboard:
            self._tell(say(WORDS, "typing", self.lang))
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
        self._tell_of_passed()
        fail_on = self.options.fail_on or self.settings.fail_on or "warning"
        if not (tally.files or tally.unreadable or self.options.from_git or self.options.force_exclude):
            fail("there was nothing to check: no texts in what was given")
        if tally.unreadable or outputs.failed:
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
            for key in source.notes:
                self._tell(f"{source.name}: {source.note(key, self.lang)}")
            if isinstance(report, Report):
                yield FileResult(source, report, self.checker.linter(task.path).policy)
            elif isinstance(report, Lost):
                yield self._unread(Unreadable(source.place, "lost", report.how))

    def _unread(self, what: Unreadable) -> Unreadable:
        self._tell(what.message(self.lang))
        return what

    def _tell_of_passed(self) -> None:
        """Drafts in formats that are not read, reports of ours: nobody is to think that they were checked."""
        for why, passed in ("formats", [*map(str, self.tasks.passed)]), ("reports", self.tasks.reports):
            if passed:
                shown = [*sorted(passed)[:_MOST_PASSED], *(["…"] if len(passed) > _MOST_PASSED else [])]
                self._tell(f"{say(WORDS, why, self.lang)} ({len(passed)}): {', '.join(shown)}")

    def _tell(self, what: str) -> None:
        self.progress.hide()
        click.echo(f"qazlint: {printable(what)}", err=True)

    def _answers(self) -> Iterator[tuple[Task, Report | Lost | None]]:
        jobs = self.options.jobs or os.cpu_count() or 1
        if jobs > 1:
            return in_processes(iter(self.tasks), jobs, partial(_desk, self.checker))
        return ((task, self.checker.answer(task)) for task in self.tasks)

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
        try:
            Baseline.of(self.linter.policy.slug, checked, path).save(path)
        except BaselineError as error:
            self.progress.hide()
            fail(f"{path}: {error.problems[0].message}")


def _desk(checker: Checker) -> Callable[[Task], Report | None]:
    """What a process checks with."""
    return checker.answer
