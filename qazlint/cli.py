"""The command line: the only module that prints and exits. Heavy stages are imported by the command that needs them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from qazlint import __version__

if TYPE_CHECKING:
    from qazlint.extract import Document
    from qazlint.linter import Linter
    from qazlint.policy import Policy
    from qazlint.report import Run
    from qazlint.source import Unreadable

T = TypeVar("T")
SEVERITIES = ("error", "warning", "note")
NEVER = "never"
_GC_THRESHOLD = 100_000  # new objects before the collector looks for cycles, of which there are hardly any
INPUTS = ("docx", "html", "jsonl", "markdown", "plain")
FOUND, FAILED = 1, 2  # exit status: findings; bad usage, bad policy or an input that could not be read

policy_option = click.option(
    "--policy",
    default="qazindustry",
    show_default=True,
    metavar="NAME|FOLDER",
    help="The policy: one that comes with qazlint, or a folder with a policy.yaml.",
)
lang_option = click.option(
    "--lang", type=click.Choice(("ru", "kk", "en")), default="ru", show_default=True, help="Language of messages."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="qazlint")
def main() -> None:
    """Check draft posts against the employer's social-media policy.

    Nothing is sent anywhere and nothing is stored: texts are read, checked and forgotten.
    """
    gc.disable()  # while a policy is loaded the collector would walk hundreds of thousands of new objects in vain


@main.command()
@click.argument("files", nargs=-1, metavar="[FILES|FOLDERS|-]...")
@click.option("--author", default="employee", show_default=True, metavar="ROLE",
              help="Role of the author, one that the policy names: employee, management, official.")  # fmt: skip
@policy_option
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
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
    from qazlint.report import FORMATS

    linter = _linter(policy)
    if author not in linter.policy.roles:
        _fail(f"unknown role «{author}»: the policy has {', '.join(linter.policy.roles)}")
    run = _check(linter, files or ("-",), author, lang, input_format, text_field)
    colour = sys.stdout.isatty() if color is None else color
    click.echo(FORMATS[form](run, lang, colour), nl=False, color=colour)
    for item in run.unreadable:
        click.echo(f"qazlint: {item.message(lang)}", err=True)
    if run.unreadable or not run.results:
        sys.exit(FAILED)
    if fail_on != NEVER and run.reaches(fail_on):
        sys.exit(FOUND)


def _check(linter: Linter, names: tuple[str, ...], author: str, lang: str, form: str | None, field: str) -> Run:
    from qazlint.report import FileResult, Run
    from qazlint.source import Unreadable

    results, unreadable = [], []
    for document in _documents(names, form, field):
        if isinstance(document, Unreadable):
            unreadable.append(document)
            continue
        source = document.source
        for note in (*(source.note(key, lang) for key in source.notes), *document.metadata.problems):
            click.echo(f"qazlint: {source.name}: {note}", err=True)
        results.append(FileResult(source, linter.check_document(document, author)))
    return Run(linter.policy, tuple(results), tuple(unreadable))


def _documents(names: tuple[str, ...], form: str | None, field: str) -> Iterator[Document | Unreadable]:
    from qazlint.extract import FORMATS, documents, documents_in
    from qazlint.source import Unreadable

    for name in names:
        path = Path(name)
        if name == "-":
            yield from documents_in(sys.stdin.buffer, "<stdin>", form, field)
        elif path.is_dir():
            found = [inner for inner in sorted(path.rglob("*")) if inner.suffix.lower() in FORMATS and inner.is_file()]
            if not found:
                yield Unreadable(name, "no-texts", " ".join(sorted(FORMATS)))
            for inner in found:
                yield from documents(str(inner), form, field)
        else:
            yield from documents(name, form, field)


@main.command()
@click.argument("name", metavar="CLAUSE|RULE")
@policy_option
@lang_option
def explain(name: str, policy: str, lang: str) -> None:
    """Show a clause's text and rules, or a rule with its message, advice and examples."""
    from qazlint.policy.names import suggestion
    from qazlint.report.explain import explain_clause, explain_rule

    loaded = _load(policy)
    rule = next((rule for rule in loaded.rules if rule.id == name), None)
    if rule is not None:
        click.echo(explain_rule(loaded, rule, lang))
    elif name in loaded.clauses:
        click.echo(explain_clause(loaded, name, lang))
    else:
        known = [*loaded.clauses, *(rule.id for rule in loaded.rules)]
        _fail(f"the policy has no clause or rule «{name}»{suggestion(name, known)}")


@main.group()
def rules() -> None:
    """List the rules of a policy, run their examples, check a policy's files."""


@rules.command("list")
@policy_option
@lang_option
def list_rules(policy: str, lang: str) -> None:
    """List every rule: id, severity, message."""
    for rule in _load(policy).rules:
        click.echo(f"{rule.id:34} {rule.severity:8} {rule.message.get(lang) or rule.message['ru']}")


@rules.command("test")
@policy_option
@click.argument("names", nargs=-1, metavar="[RULE|CLAUSE]...")
def test_rules(policy: str, names: tuple[str, ...]) -> None:
    """Run the examples of all rules, or of those whose id begins with a given name."""
    from qazlint.examples import examples, failure

    linter = _linter(policy)
    chosen = tuple(rule for rule in linter.policy.rules if not names or rule.id.startswith(names))
    if not chosen:
        _fail(f"no rule begins with {', '.join(names)}")
    passed = failed = 0
    for example in examples(chosen):
        wrong = failure(linter, example)
        failed += bool(wrong)
        passed += not wrong
        if wrong:
            click.echo(f"{example.rule.place}: {example.name}: {wrong}")
    click.echo(f"{passed} passed, {failed} failed")
    sys.exit(FOUND if failed else 0)


@rules.command("check")
@policy_option
def check_rules(policy: str) -> None:
    """Check a policy's files: errors, and warnings about unused or unknown words."""
    from qazlint.policy import load_afresh
    from qazlint.policy.advice import warnings

    loaded = _or_fail(load_afresh, policy)
    found = [*loaded.warnings, *warnings(loaded)]
    for problem in found:
        click.echo(str(problem))
    click.echo(f"{len(loaded.policy.rules)} rules, {len(loaded.lexicons)} lexicons, {len(found)} warnings")


@main.command()
@click.argument("text", required=False)
def morph(text: str | None) -> None:
    """Show the words of a text with all their readings, for authors of rules."""
    from qazlint.language.pipeline import analyse
    from qazlint.report.morph import render

    click.echo(render(analyse(text if text is not None else sys.stdin.read())), nl=False)


def _load(policy: str) -> Policy:
    from qazlint.policy import load_policy

    return _or_fail(load_policy, policy)


def _or_fail(load: Callable[[str], T], policy: str) -> T:
    """What `load` makes of the policy; its problems are printed."""
    from qazlint.policy import policy_names
    from qazlint.policy.problems import PolicyError

    try:
        return load(policy)
    except PolicyError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        _fail(f"the policy «{policy}» cannot be used: {len(error.problems)} problems")
    except FileNotFoundError:
        _fail(f"there is no policy «{policy}»: give a folder, or one of {', '.join(policy_names())}")


def _linter(policy: str) -> Linter:
    """A linter; its many lasting objects are kept out of the garbage collector's way, which then works again."""
    from qazlint.linter import Linter

    linter = Linter(_load(policy))
    gc.freeze()
    gc.set_threshold(_GC_THRESHOLD)
    gc.enable()
    return linter


def _fail(message: str) -> NoReturn:
    click.echo(f"qazlint: {message}", err=True)
    sys.exit(FAILED)
