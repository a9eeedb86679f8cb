"""What the user of `qazlint check` asked for, and what follows from it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qazlint.cli.common import explained, fail
from qazlint.cli.outputs import Target
from qazlint.config.checker import Wishes
from qazlint.config.find import read
from qazlint.config.settings import Post, Settings
from qazlint.inputs import Patterns


@dataclass(frozen=True, slots=True)
class Options:
    """The command's options."""

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


def agree(names: tuple[str, ...], options: Options) -> None:
    """Refuse options that contradict each other."""
    if options.staged and options.diff is not None:
        fail("--staged and --diff do not go together")
    if options.from_git and "-" in names:
        fail("git knows nothing of standard input: leave out --staged and --diff, or -")
    if options.from_git and options.write_baseline:
        fail("--write-baseline is for everything that is found: leave out --staged and --diff")
    if options.stdin_filename and names and "-" not in names:
        fail("--stdin-filename is the name of standard input: give - among the files, or leave it out")
    _spare(names, options)


def _spare(names: tuple[str, ...], options: Options) -> None:
    """Refuse to write over what is read, which is somebody's only draft perhaps, and two reports into one file."""
    read = [*(Path(name) for name in names if name != "-"), options.stdin_filename, options.config]
    targets = [target.path for target in options.targets]
    for path in filter(None, (*targets, options.write_baseline)):
        if any(other and _is_same(path, other) for other in (*read, options.baseline if path in targets else None)):
            fail(f"{path}: this file is read, so nothing is written over it: choose another name")
    written = [os.path.abspath(path) for path in filter(None, (*targets, options.write_baseline))]
    if twice := [path for path in written if written.count(path) > 1]:
        fail(f"{os.path.relpath(twice[0])}: two reports cannot go into one file")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):  # one of them is not there, or can be no name
        return False


def patterns(settings: Settings, options: Options) -> list[Patterns]:
    """What is not to be checked."""
    try:
        return [Patterns.of(settings.exclude, settings.folder), Patterns.of(options.exclude)]
    except ValueError as error:
        fail(f"exclude: {error}")


def wishes(options: Options) -> Wishes:
    """What goes before a configuration."""
    settings = Settings() if options.isolated else None
    if (config := options.config) is not None:
        settings = explained(lambda: read(config)) or Settings()
    return Wishes(
        settings, options.policy, Post(options.author or "", options.approved, options.publish, options.sets),
        not options.no_suppress, options.require_reason, options.baseline, options.staged,
    )  # fmt: skip
