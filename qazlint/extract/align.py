"""A string beside the literal that it was written as: which characters of the literal gave which of the string."""

from __future__ import annotations

import re

from qazlint.extract.prose import Piece

_TOKENS = {
    # JSON, YAML and TOML between double quotes; a pair of surrogates is one character, an escaped line end is none
    '"': re.compile(
        r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u.{4}|\\U.{8}|\\x..|\\[ \t]*\r?\n\s*|\\.|[^\\\s]+|\s+", re.DOTALL
    ),
    "'": re.compile(r"''|'|[^'\s]+|\s+"),  # YAML between single quotes
    "": re.compile(r"\S+|\s+"),  # anything without escapes
}


def aligned(value: str, literal: str, at: int, quote: str = "") -> list[Piece]:
    """The pieces of `value`, whose literal without its quotes begins at `at` in the source.

    White space may have been folded. A literal that does not give the value this way is mapped as a whole.
    """
    if value == literal:
        return [Piece.verbatim(value, at)]
    pieces: list[Piece] = []
    done = 0
    for match in _TOKENS[quote].finditer(literal):
        token = match.group()
        taken = _taken(token, value, done, quote)
        if taken < 0:
            return [Piece(value, at, len(literal))]
        pieces.append(Piece(value[done : done + taken], at + match.start(), len(token)))
        done += taken
    return pieces if not value[done:].strip() else [Piece(value, at, len(literal))]


def _taken(token: str, value: str, at: int, quote: str) -> int:
    """How many characters of the value from `at` on a token of the literal gave; -1 when it cannot have given any."""
    if quote == '"' and token[0] == "\\":
        return 0 if "\n" in token else 1
    if quote == "'" and token == "''":
        return 1
    if value.startswith(token, at):
        return len(token)
    if token.isspace():
        rest = value[at : at + len(token)]
        return len(rest) - len(rest.lstrip())
    return -1
