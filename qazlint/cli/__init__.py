"""The command line: the only package that prints and exits. A command imports the stages that it needs when it runs."""

from __future__ import annotations

import gc

import click

from qazlint import __version__
from qazlint.cli.check import check
from qazlint.cli.explain import explain
from qazlint.cli.init import init
from qazlint.cli.lsp import lsp
from qazlint.cli.morph import morph
from qazlint.cli.rules import rules
from qazlint.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="qazlint")
def main() -> None:
    """Check draft posts against the employer's social-media policy.

    Nothing is sent anywhere and nothing is stored: texts are read, checked and forgotten.
    """
    gc.disable()  # while a policy is loaded the collector would walk hundreds of thousands of new objects in vain


for command in (check, explain, init, lsp, morph, rules, serve):
    main.add_command(command)
