"""`qazlint lsp`."""

from __future__ import annotations

import gc
from importlib.util import find_spec
from pathlib import Path

import click

from qazlint.cli.common import LANGUAGES, fail


@click.command()
@click.option("--policy", default="", metavar="NAME|FOLDER",
              help="Another policy than the configuration's: one that comes with qazlint, or a folder.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False),
              help="This configuration for all drafts; by default the nearest one to each file.")  # fmt: skip
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of messages; by default the configuration's.")
@click.option("--stdio", is_flag=True, help="Changes nothing: editors say it, and there is no other way.")
def lsp(policy: str, config: Path | None, lang: str | None, stdio: bool) -> None:
    """Serve an editor: it starts this command and shows what is found in a draft while it is written.

    It speaks the Language Server Protocol on standard input and output. Nothing is logged, stored or sent.
    """
    if not find_spec("pygls"):
        fail("editors need another package: pip install 'qazlint[lsp]'")
    gc.enable()  # policies come and go in a long session
    from qazlint.lsp.drafts import Drafts
    from qazlint.lsp.features import serve

    serve(Drafts(policy, config, lang or ""))
