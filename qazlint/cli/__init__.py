"""The command line: the only package that prints and exits. A command imports the stages that it needs when it runs."""

from __future__ import annotations

import errno
import gc
import sys
from contextlib import suppress
from typing import Any

import click

from qazlint import __version__
from qazlint.cli.check import check
from qazlint.cli.common import fail
from qazlint.cli.explain import explain
from qazlint.cli.init import init
from qazlint.cli.lsp import lsp
from qazlint.cli.morph import morph
from qazlint.cli.rules import rules
from qazlint.cli.serve import serve
from qazlint.cli.weigh import weigh


class Commands(click.Group):
    """The commands. What the system refuses them (a full disk behind standard output) is told, and is no finding."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # nobody is listening any more: click ends such a run quietly
            with suppress(OSError):
                sys.stdout.close()  # else what is left in it is tried again, in vain, at the very end
            where = f"{error.filename}: " if error.filename else "standard output: "
            fail(f"{where}{error.strerror or error}")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="qazlint")
def main() -> None:
    """Check draft posts against the employer's social-media policy.

    Nothing is sent anywhere and nothing is stored: texts are read, checked and forgotten.
    """
    gc.disable()  # while a policy is loaded the collector would walk hundreds of thousands of new objects in vain


for command in (check, explain, init, lsp, morph, rules, serve, weigh):
    main.add_command(command)
