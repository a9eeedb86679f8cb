"""`qazlint check`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from qazlint.cli.common import LANGUAGES, NEVER, SEVERITIES
from qazlint.cli.outputs import Target, target
from qazlint.report import FORMATS

INPUTS = ("docx", "html", "json", "jsonl", "markdown", "plain")


def _moment(context: click.Context, option: click.Parameter, text: str | None) -> date | None:
    if not text:
        return None
    from qazlint.config.read import moment  # reads YAML as well, which most runs do without

    try:
        return moment(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _targets(context: click.Context, option: click.Parameter, texts: Sequence[str]) -> tuple[Target, ...]:
    try:
        return tuple(target(text) for text in texts)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@click.argument("files", nargs=-1, metavar="[FILES|FOLDERS|-]...")
@click.option("--author", metavar="ROLE",
              help="The author's role, as the policy names it: employee (default), management, official.")  # fmt: skip
@click.option("--approved/--not-approved", default=None, help="The press service has agreed to the post.")
@click.option("--publish", metavar="TIME", callback=_moment,
              help="When the post is to appear, such as 2026-03-02T10:00: working time gives a remark.")  # fmt: skip
@click.option("--set", "sets", multiple=True, metavar="NAME",
              help="The set of rules that holds: posts (default), site. Can be given several times.")  # fmt: skip
@click.option("--policy", default="", metavar="NAME|FOLDER",
              help="A policy that comes with qazlint (qazindustry by default), or a policy's folder.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="This configuration, for all files; by default the nearest one above each file.")  # fmt: skip
@click.option("--isolated", is_flag=True, help="Look for no configuration.")
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True)
@click.option("--output", "targets", multiple=True, metavar="[FORMAT:]FILE", callback=_targets,
              help="Write a report to a file too; its name tells the format. Can be given several times.")  # fmt: skip
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of messages; Russian by default.")
@click.option("--fail-on", type=click.Choice((*SEVERITIES, NEVER)),
              help="Least severity of a finding that makes the exit status 1; warning by default.")  # fmt: skip
@click.option("--staged", is_flag=True, help="What is staged in git for the next commit, and only on changed lines.")
@click.option("--diff", metavar="REVISION", help="What differs from a revision in git, and only on changed lines.")
@click.option("--jobs", type=click.IntRange(0), default=1, show_default=True, metavar="N",
              help="Use several processes; 0: as many as there are processors.")  # fmt: skip
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out what matches, as in .gitignore.")
@click.option("--force-exclude", is_flag=True, help="Leave out files that are named, too, when a pattern matches.")
@click.option("--no-suppress", is_flag=True, help="Show what comments in the texts suppress, too.")
@click.option("--require-reason", is_flag=True, help="A suppression without a reason does not count.")
@click.option("--baseline", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Findings in this file do not count.")  # fmt: skip
@click.option("--write-baseline", type=click.Path(path_type=Path, dir_okay=False),
              help="Write today's findings to a baseline; the exit status is then 0.")  # fmt: skip
@click.option("--input-format", type=click.Choice(INPUTS),
              help="How files are read; by default their names tell, and standard input is plain text.")  # fmt: skip
@click.option("--stdin-filename", type=click.Path(path_type=Path), metavar="FILE",
              help="Whose text standard input is: its format and configuration are taken.")  # fmt: skip
@click.option("--text-field", default="text", show_default=True, metavar="NAME",
              help="The text's field in archives of posts (.jsonl, .json); a dot leads into an object.")  # fmt: skip
@click.option("--color/--no-color", default=None, help="Colour the report; by default where the terminal has it.")
def check(files: tuple[str, ...], **options: Any) -> None:
    """Check posts: files, folders with texts, or standard input (-).

    Exit status: 0 nothing found at or above --fail-on, 1 something found, 2 bad usage, bad policy or an input that
    could not be read (the other inputs are checked all the same).
    """
    from qazlint.cli.options import Options
    from qazlint.cli.run import Run

    Run(files, Options(**options)).go()
