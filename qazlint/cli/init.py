"""`qazlint init`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import NoReturn

import click

from qazlint.cli.common import fail


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--policy", metavar="NAME",
              help="Make a folder of this name for a policy of your own, too; its examples pass.")  # fmt: skip
def init(folder: Path, policy: str | None) -> None:
    """Write a commented configuration, .qazlint.yaml, into a folder (by default this one).

    No file that is there is overwritten.
    """
    from qazlint.config.find import NAMES
    from qazlint.config.template import POLICY_FILES, config, policy_line
    from qazlint.policy import policy_names
    from qazlint.report.clean import printable

    there = next((folder / name for name in NAMES[:2] if (folder / name).exists()), None)
    files = {} if policy and there else {NAMES[0]: config(policy or "")}
    if policy:
        if len(Path(policy).parts) != 1 or policy in (".", "..", Path(policy).anchor) or not policy.isprintable():
            fail(f"«{printable(policy)}» is no name of a folder")
        if policy in policy_names():
            fail(f"a policy that comes with qazlint is called «{policy}»: choose another name")
        files |= {f"{policy}/{name}": text for name, text in POLICY_FILES.items()}
    elif there:
        _nothing_over(there)
    _write(folder, files)
    if policy and there:
        click.echo(f"{there} is there already: say in it {policy_line(policy)}")
    if policy:
        click.echo(f"Now: qazlint rules test --policy {quote(str(folder / policy))}")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write all the files, or none when one of them is there."""
    for name in files:
        if (folder / name).exists():
            _nothing_over(folder / name)
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            fail(f"{path}: {error.strerror or error}")
        click.echo(f"written: {path}")


def _nothing_over(path: Path) -> NoReturn:
    fail(f"{path} is there already: nothing was written")
