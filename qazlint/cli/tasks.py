"""Names → inputs → documents: what one run of `qazlint check` has to do."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from qazlint.cli.common import fail
from qazlint.cli.options import Options, patterns
from qazlint.cli.progress import Progress
from qazlint.config.checker import Checker, Task
from qazlint.config.settings import Settings
from qazlint.inputs import Input, documents, from_names
from qazlint.policy.problems import PolicyError, UnknownPolicyError
from qazlint.source import Unreadable


class Tasks:
    """What files, folders, standard input or git hold, as documents to be checked."""

    def __init__(
        self, names: tuple[str, ...], options: Options, settings: Settings, checker: Checker, progress: Progress
    ) -> None:
        self._names = names if names or options.from_git else ("-",)
        self._options, self._checker, self._progress = options, checker, progress
        self._lang = options.lang or settings.lang or "ru"
        self._patterns = patterns(settings, options)
        self.passed: list[Path] = []  # what in folders looks like a draft, but is not read
        self.reports: list[str] = []  # what nobody has named and qazlint has written itself
        self._written = {target.path.absolute() for target in options.targets}

    def __iter__(self) -> Iterator[Task]:
        """The tasks, in the order of the inputs; what could not be read stands in its place."""
        for given in self._progress.inputs(self._inputs()):
            if isinstance(given, Unreadable):
                yield Task(given)
            elif problem := self._problem(given):
                yield Task(problem)
            else:
                form, field = self._options.input_format, self._options.text_field
                for document in documents(given, form, field, self.reports):
                    self._progress.add(document)
                    yield Task(document, given.path, given.lines)

    @property
    def from_keyboard(self) -> bool:
        """Whether somebody has to type the text: without a word it would look as if the program hung."""
        return "-" in self._names and sys.stdin is not None and sys.stdin.isatty()

    def _inputs(self) -> Iterator[Input | Unreadable]:
        named, force = self._options.stdin_filename, self._options.force_exclude
        if self._options.from_git:
            yield from self._from_git(force)
            return
        for given in from_names(self._names, self._patterns, force, self.passed):
            if isinstance(given, Input) and given.path and given.path.absolute() in self._written:
                continue  # a report in a folder that is checked is no post
            if named and isinstance(given, Input) and given.path is None:
                if force and any(patterns.ignores(str(named)) for patterns in self._patterns):
                    continue
                yield replace(given, name=str(named), path=named)
            else:
                yield given

    def _from_git(self, force: bool) -> Sequence[Input | Unreadable]:
        from qazlint.inputs import git

        try:
            if self._options.diff is not None:
                return git.diff(self._options.diff, self._names, self._patterns, force)
            return git.staged(self._names, self._patterns, force)
        except git.GitError as error:
            fail(error.message(self._lang))

    def _problem(self, given: Input) -> Unreadable | None:
        """What hinders a file from being checked, when it has a configuration of its own that cannot be used."""
        try:
            self._checker.linter(given.path)
        except PolicyError as error:
            return Unreadable(given.name, "configuration", "; ".join(map(str, error.problems)))
        except UnknownPolicyError as error:
            return Unreadable(given.name, "configuration", str(error))
        return None
