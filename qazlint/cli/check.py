"""`qazlint check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from qazlint.cli.common import FAILED, FOUND, fail, lang_option, make_linter, policy_option
from qazlint.report import FORMATS, reporter

if TYPE_CHECKING:
    from qazlint.extract import Document
    from qazlint.linter import Linter
    from qazlint.report.result import Item
    from qazlint.source import Unreadable

SEVERITIES = ("error", "warning", "note")
NEVER = "never"
INPUTS = ("docx", "html", "jsonl", "markdown", "plain")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILES|FOLDERS|-]...")
@click.option("--author", default="employee", show_default=True, metavar="ROLE",
              help="Role of the author, one that the policy names: employee, management, official.")  # fmt: skip
@policy_option
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True)
@lang_option
@click.option("--fail-on", type=click.Choice((*SEVERITIES, NEVER)), default="warning", show_default=True,
              help="Least severity of a finding that makes the exit status 1.")  # fmt: skip
@click.option("--input-format", type=click.Choice(INPUTS),
              help="How files are read; by default their names tell, and standard input is plain text.")  # fmt: skip
@click.option("--text-field", default="text", show_default=True, metavar="NAME",
              help="The text's field in archives of posts (JSON Lines); a dot leads into an object.")  # fmt: skip
@click.option("--color/--no-color", default=None, help="Colour the report; by default where the terminal has it.")
def check(
    files: tuple[str, ...], author: str, policy: str, form: str, lang: str, fail_on: str, input_format: str | None,
    text_field: str, color: bool | None,
) -> None:  # fmt: skip
    """Check posts: files, folders with texts, or standard input (-).

    Exit status: 0 nothing found at or above --fail-on, 1 something found, 2 bad usage, bad policy or an input that
    could not be read (the other inputs are checked all the same).
    """
    from qazlint.report.result import Style, Tally

    linter = make_linter(policy)
    if author not in linter.policy.roles:
        fail(f"unknown role «{author}»: the policy has {', '.join(linter.policy.roles)}")
    colour = sys.stdout.isatty() if color is None else color
    output, tally = reporter(form, Style(linter.policy, lang, colour)), Tally()
    click.echo(output.begin(), nl=False, color=colour)
    for item in _check(linter, files or ("-",), author, lang, input_format, text_field):
        tally.add(item)
        click.echo(output.add(item), nl=False, color=colour)
    click.echo(output.end(tally), nl=False, color=colour)
    if tally.unreadable or not tally.files:
        sys.exit(FAILED)
    if fail_on != NEVER and tally.reaches(fail_on):
        sys.exit(FOUND)


def _check(
    linter: Linter, names: tuple[str, ...], author: str, lang: str, form: str | None, field: str
) -> Iterator[Item]:
    """The results one by one; what the user should be told of an input goes to standard error as it comes up."""
    from qazlint.report.result import FileResult
    from qazlint.source import Unreadable

    for document in _documents(names, form, field):
        if isinstance(document, Unreadable):
            click.echo(f"qazlint: {document.message(lang)}", err=True)
            yield document
            continue
        source = document.source
        for note in (*(source.note(key, lang) for key in source.notes), *document.metadata.problems):
            click.echo(f"qazlint: {source.name}: {note}", err=True)
        yield FileResult(source, linter.check_document(document, author))


def _documents(names: tuple[str, ...], form: str | None, field: str) -> Iterator[Document | Unreadable]:
    from qazlint.inputs import documents, from_names
    from qazlint.source import Unreadable

    for given in from_names(names):
        if isinstance(given, Unreadable):
            yield given
        else:
            yield from documents(given, form, field)
