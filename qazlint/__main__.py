"""`python -m qazlint`."""

from qazlint.cli import main

main(prog_name="qazlint")
