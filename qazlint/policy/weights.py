"""Tables of weights: how far each term speaks for a clause or against it, standing in a post or in its sentence.

The sums of all tables are made in one addition: a term's weights, two for each table, are packed into one int.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import yaml

from qazlint.policy import limits
from qazlint.policy.compiler import Compiler
from qazlint.policy.files import PolicyFile
from qazlint.policy.model import Scale
from qazlint.policy.names import SECTIONS
from qazlint.policy.packing import UNIT
from qazlint.policy.phrases import PhraseError, parse
from qazlint.policy.problems import Place, Problem
from qazlint.policy.reader import FileReader

_LARGEST = 100  # of a weight or a bound: the sums of a window must fit where they are packed


class Table(NamedTuple):
    """A table that has been read.

    even      the sum that is as likely right as wrong: other tables go by it
    others    names of the tables that it goes by
    terms     (section, term) → the term's key in the program, for the weights in the post
    sentence  the same for those in a sentence
    """

    scale: Scale
    even: int
    others: frozenset[str]
    terms: Mapping[tuple[str, str], int]
    sentence: Mapping[tuple[str, str], int]


def read_tables(files: Sequence[PolicyFile], compiler: Compiler, problems: list[Problem]) -> dict[str, Table]:
    """The tables by name, their terms compiled; what is wrong goes to `problems`."""
    names = [file.slug for file in files]
    found = {}
    for number, file in enumerate(files):
        reader = FileReader(file.label)
        found[file.slug] = _table(reader, reader.root(file.data), number, names, compiler)
        problems += reader.problems
    compiler.collected.scales = tuple((name, table.even) for name, table in found.items())
    return found


def _table(
    reader: FileReader, root: yaml.Node | None, number: int, names: Sequence[str], compiler: Compiler
) -> Table:
    known = ("about", "finds", "doubts", "words", "even", "others", *SECTIONS, "sentence")
    pairs = reader.mapping(root, "", known, ("finds", "doubts"))
    reader.string(pairs.get("about"), "about")
    finds, doubts = (_number(reader, pairs[name], name) if name in pairs else None for name in ("finds", "doubts"))
    if finds is not None and doubts is not None and doubts > finds:
        reader.error(pairs["doubts"], "doubts", "what makes a finding is doubted: «doubts» is greater than «finds»")
    words, even = (_number(reader, pairs[name], name) or 0 if name in pairs else 0 for name in ("words", "even"))
    if words < 0 or words % UNIT:
        reader.error(pairs["words"], "words", "a number of words is expected here")
    others = _others(reader, pairs.get("others"), [name for name in names if name != names[number]])
    added = tuple(others.get(name, 0) for name in names) if others else ()
    scale = Scale(2 * number, 2 * number + 1, finds or 0, doubts or 0, words // UNIT, added)
    inner = reader.mapping(pairs.get("sentence"), "sentence", SECTIONS)
    return Table(
        scale, even, frozenset(others), _terms(reader, pairs, "", scale.post, compiler),
        _terms(reader, inner, "sentence.", scale.sentence, compiler),
    )  # fmt: skip


def _others(reader: FileReader, node: yaml.Node | None, names: Sequence[str]) -> dict[str, int]:
    """What the tables of these names add."""
    pairs = reader.mapping(node, "others", names)
    return {name: _number(reader, value, f"others.{name}") or 0 for name, value in pairs.items()}


def _terms(
    reader: FileReader, pairs: Mapping[str, yaml.Node], above: str, column: int, compiler: Compiler
) -> dict[tuple[str, str], int]:
    """The terms of the sections, compiled with their weights."""
    terms = {}
    for section in SECTIONS:
        for term, node in reader.mapping(pairs.get(section), above + section).items():
            where = f"{above}{section}.{limits.shown(term)}"
            try:
                terms[section, term] = compiler.weigh(parse(term), section, column, _number(reader, node, where) or 0)
            except PhraseError as error:
                reader.error(node, where, str(error))
    return terms


def _number(reader: FileReader, node: yaml.Node, where: str) -> int | None:
    """A number of the file in units, None for what is no number."""
    try:
        number = float(node.value)
    except (TypeError, ValueError):  # a list, a word
        number = float("nan")
    if not -_LARGEST <= number <= _LARGEST:
        reader.error(node, where, f"a number from -{_LARGEST} to {_LARGEST} is expected here")
        return None
    return round(number * UNIT)


def unused(files: Sequence[PolicyFile], tables: Mapping[str, Table], used: Collection[str]) -> list[Problem]:
    """Warnings of tables that neither a rule weighs by nor a table that one weighs by."""
    used = {*used}.union(*(tables[name].others for name in used))
    return [
        Problem(Place(file.label, 1), "", f"no rule weighs by «{file.slug}»", "warning")
        for file in files if file.slug not in used
    ]  # fmt: skip
