"""What the user of `qazlint check` asked for, and what follows from it."""

from __future__ import annotations

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
