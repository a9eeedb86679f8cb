"""Documents → reports, each by the configuration that is nearest to its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from qazlint.config.apply import linter_for, post_for
from qazlint.config.find import Finder
from qazlint.config.settings import NOTHING_SAID, Post, Settings
from qazlint.extract import Document
from qazlint.filters import Baseline, on_lines
from qazlint.filters.wording import notice
from qazlint.linter import DEFAULT_AUTHOR, DEFAULT_SETS, Linter
from qazlint.match.facts import Exists
from qazlint.policy.select import nearest
from qazlint.source import Unreadable
from qazlint.types import Notice, Report, Span


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asks for in so many words: it goes before what a configuration says.

    settings        these hold for every file, and no configuration is looked for
    policy          another policy than the configuration's; "" when not said
    post            what is known of every post
    suppress        heed the suppressions that stand in documents
    require_reason  suppressions without a reason do not count
    baseline        the file of known findings
    staged          what is checked is staged in git: so are the files beside it
    """

    settings: Settings | None = None
    policy: str = ""
    post: Post = NOTHING_SAID
    suppress: bool = True
    require_reason: bool = False
    baseline: Path | None = None
    staged: bool = False


class Task(NamedTuple):
    """A document that is to be checked, or what stands in its place.

    path   the file that it stands in
    lines  the lines that count, as in `filters.on_lines`; None: all
    """

    document: Document | Unreadable
    path: Path | None = None
    lines: tuple[range, ...] | None = None


class _Desk:
    """What is ready for the documents that one configuration holds for."""

    def __init__(self, settings: Settings, wishes: Wishes) -> None:
        self.settings = settings
        self.linter = linter_for(settings)
        self.require_reason = wishes.require_reason or settings.require_reason
        path = wishes.baseline or settings.baseline
        # One that a configuration names need not be there yet: --write-baseline makes it.
        self.baseline = Baseline.load(path, self.linter.policy.slug) if path and os.path.exists(path) else None


class Checker:
    """Checks documents as the user wishes.

    ready  called with a new linter, once it is loaded
    """

    def __init__(self, wishes: Wishes, ready: Callable[[Linter], None] = lambda linter: None) -> None:
        self._wishes = wishes
        self._finder = Finder(wishes.settings)
        self._ready = ready
        self._desks: dict[int, _Desk] = {}

    def settings(self, path: Path | None) -> Settings:
        """What holds for a file, or (None) for what comes from no file. Raises PolicyError."""
        found = self._found(path)
        return found.with_policy(self._wishes.policy) if self._wishes.policy else found

    def linter(self, path: Path | None) -> Linter:
        """The linter for a file. Raises as `linter_for` does, and BaselineError."""
        return self._desk(path).linter

    def check(self, document: Document, path: Path | None = None) -> Report:
        """The report on a document that stands in a file. Raises as `linter` does."""
        desk = self._desk(path)
        post, notices = self._post(desk, document, path)
        # One named on the command line may be of another file's policy: here it has no rules then.
        sets = [name for name in post.sets or DEFAULT_SETS if name in desk.linter.policy.sets]
        report = desk.linter.check_document(
            document, post.author or DEFAULT_AUTHOR, approved=bool(post.approved), publish=post.publish, sets=sets,
            suppress=self._wishes.suppress, require_reason=desk.require_reason, baseline=desk.baseline,
            exists=self._exists if path else None,
        )  # fmt: skip
        return replace(report, notices=(*notices, *report.notices)) if notices else report

    def answer(self, task: Task) -> Report | None:
        """The report on a task's document, on the lines that count; None when there is no document."""
        if isinstance(task.document, Unreadable):
            return None
        report = self.check(task.document, task.path)
        return report if task.lines is None else on_lines(report, task.document.source, task.lines)

    @cached_property
    def _exists(self) -> Exists:
        """Whether there is a file of a path: in the work tree, or in what is staged."""
        if not self._wishes.staged:
            return os.path.isfile
        from qazlint.inputs import git

        listed = git.listed()
        return lambda path: os.path.realpath(path) in listed

    def __reduce__(self) -> tuple[type[Checker], tuple[Wishes, Callable[[Linter], None]]]:
        """Another process loads for itself what it needs."""
        return Checker, (self._wishes, self._ready)

    def _found(self, path: Path | None) -> Settings:
        return self._finder.for_file(path) if path else self._finder.for_folder(Path())

    def _desk(self, path: Path | None) -> _Desk:
        found = self._found(path)
        desk = self._desks.get(id(found))  # the finder keeps its settings, so that a number stands for one of them
        if desk is None:
            desk = self._desks[id(found)] = _Desk(self.settings(path), self._wishes)
            self._ready(desk.linter)
        return desk

    def _post(self, desk: _Desk, document: Document, path: Path | None) -> tuple[Post, list[Notice]]:
        """What is known of a post: said by the user, else by its front matter, else by the configuration."""
        said, roles = document.metadata, desk.linter.policy.roles
        configured = post_for(desk.settings, path) if path else desk.settings.post
        known, notices = configured, list(said.problems)
        for post in (Post(said.author, said.approved, said.publish), self._wishes.post):
            if post.author and post.author not in roles:  # another file's policy may have it
                place = said.places.get("qazlint.author", Span(0, 0)) if post.author == said.author else Span(0, 0)
                notices.append(notice("unknown-role", place, post.author, nearest(post.author, roles)))
                post = replace(post, author="")
            known = post.over(known)
        return known, notices
