"""A policy's files → `Policy`, or all that is wrong with them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from qazlint.kept import no_collection
from qazlint.policy.compiler import Compiler
from qazlint.policy.employer import employer_lexicon
from qazlint.policy.fields import Calendar
from qazlint.policy.files import PolicyFile, PolicyFiles
from qazlint.policy.heads import read_heads
from qazlint.policy.heads import unused as unused_heads
from qazlint.policy.lexicon import Lexicon
from qazlint.policy.lexicons import Shelf
from qazlint.policy.model import DEFAULT_ROLE, DEFAULT_SET, Clause, Policy, Rule, Text
from qazlint.policy.phrases import PhraseError
from qazlint.policy.problems import Place, PolicyError, Problem
from qazlint.policy.reader import FileReader
from qazlint.policy.rules import RuleReader
from qazlint.policy.weights import Table, read_tables
from qazlint.policy.weights import unused as unused_tables
from qazlint.policy.working_time import working_time
from qazlint.types import NO_SEVERITY, SEVERITIES

_POLICY = ("name", "about", "version", "source", "employer", "clauses", "roles", "working_time", "turns", "sets")
_CLAUSE = ("number", "title", "text", "strength", "severity", "cites", "parts", "approval")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A policy with what its files should be warned about.

    shared  the files among them that come with qazlint for all policies, as problems name them
    tables  the tables of weights by name
    phrases the phrases of rule files, heads and turns, with the place of the first of equal ones and its path of keys
    """

    policy: Policy
    lexicons: Mapping[str, Lexicon]
    warnings: tuple[Problem, ...]
    shared: frozenset[str] = frozenset()
    tables: Mapping[str, Table] = field(default_factory=dict)
    phrases: Mapping[str, tuple[Place, str]] = field(default_factory=dict)


@no_collection()
def load(files: PolicyFiles, every: bool = False) -> Loaded:
    """Read and compile a policy; raises PolicyError with every problem found.

    every  read the shared lexicons that no rule names too, to report on them
    """
    problems: list[Problem] = []
    lexicons = Shelf(files, problems, every)
    head = FileReader(files.policy.label)
    pairs = head.mapping(head.root(files.policy.data), "", _POLICY, ("name", "version", "employer", "clauses", "roles"))
    name, source = (head.texts(pairs.get(key), key) for key in ("name", "source"))
    version = head.string(pairs.get("version"), "version", numbers=True)
    lexicons.add(employer_lexicon(head, pairs.get("employer")))
    clauses = _clauses(head, pairs.get("clauses"))
    roles = _named(head, pairs, "roles")
    if roles and DEFAULT_ROLE not in roles:
        head.error(pairs["roles"], "roles", f"the role «{DEFAULT_ROLE}» is missing, which authors have by default")
    hours = working_time(head, pairs.get("working_time"), clauses)
    compiler = Compiler(lexicons)
    sets: dict[str, Text] = {DEFAULT_SET: {}} | _named(head, pairs, "sets")
    calendar = Calendar(hours.country, hours.zone) if hours else Calendar()
    tables = read_tables(files.weights, compiler, problems)
    scales = {name: table.scale for name, table in tables.items()}
    heads = read_heads(files.heads, problems)
    rule_reader = RuleReader(clauses, roles, compiler, {}, {}, sets, calendar, scales, heads)
    turns = rule_reader.phrases(head, pairs.get("turns"), "turns")
    problems += head.problems
    rules = _rules(files.rules, rule_reader, problems)
    if any(problem.level == "error" for problem in problems):
        raise PolicyError(list(dict.fromkeys(problems)))
    if not rules:
        raise PolicyError([Problem(Place(files.policy.label, 1), "", "the policy has no rules")])
    try:
        program = compiler.program()
    except PhraseError as error:
        raise PolicyError([Problem(Place(files.policy.label, 1), "", str(error))]) from None
    policy = Policy(
        name, files.slug, version, source, clauses, roles, tuple(rules), program, turns, hours, sets=sets
    )
    shared = frozenset(file.label for file in files.lexicons if file.shared)
    warnings = (
        *_unused(lexicons.opened, compiler), *unused_tables(files.weights, tables, rule_reader.weighed_by),
        *unused_heads(files.heads, rule_reader.headed_by),
    )  # fmt: skip
    return Loaded(policy, lexicons.opened, warnings, shared, tables, rule_reader.places)


def _named(reader: FileReader, pairs: Mapping[str, yaml.Node], key: str) -> dict[str, Text]:
    """A section that gives names, and to each a text."""
    return {name: reader.texts(node, f"{key}.{name}") for name, node in reader.mapping(pairs.get(key), key).items()}


def _clauses(reader: FileReader, node: yaml.Node | None) -> dict[str, Clause]:
    found: dict[str, Clause] = {}
    cited: list[tuple[str, str, yaml.Node]] = []  # which clause cites, what, and where: the cited one may stand below
    if node is not None and not isinstance(node, yaml.SequenceNode):
        reader.error(node, "clauses", "a list of clauses is expected here")
        return found
    for item in node.value if node else ():
        pairs = reader.mapping(item, "clauses", _CLAUSE, ("number", "text", "strength", "severity"))
        number = reader.string(pairs.get("number"), "clauses.number", numbers=True)
        severity = reader.one_of(pairs.get("severity"), f"clauses.{number}.severity", (*SEVERITIES, NO_SEVERITY))
        title, text, strength = (
            reader.texts(pairs.get(key), f"clauses.{number}.{key}") for key in ("title", "text", "strength")
        )
        cites = reader.strings(pairs.get("cites"), f"clauses.{number}.cites", numbers=True)
        cited += [(number, other, item) for other, item in cites]
        parts = tuple(text for text, _ in reader.strings(pairs.get("parts"), f"clauses.{number}.parts"))
        approval = reader.truth(pairs.get("approval"), f"clauses.{number}.approval")
        if number in found:
            reader.error(item, "clauses.number", f"clause «{number}» stands here twice")
        others = tuple(other for other, _ in cites)
        found[number] = Clause(number, title, text, strength, severity, others, parts, approval)
    if node is not None and not node.value:
        reader.error(node, "clauses", "a policy has at least one clause")
    for number, other, item in cited:
        if other not in found:
            reader.error(item, f"clauses.{number}.cites", f"the policy has no clause «{other}»")
    return found


def _rules(files: tuple[PolicyFile, ...], rule_reader: RuleReader, problems: list[Problem]) -> list[Rule]:
    rules: list[Rule] = []
    for file in files:
        reader = FileReader(file.label)
        root = reader.root(file.data)
        if root is not None:
            try:
                rules += rule_reader.file(reader, root)
            except PhraseError as error:  # inside a lexicon, which names its own place
                reader.error(root, "", str(error))
        problems += reader.problems
    return rules


def _unused(lexicons: Mapping[str, Lexicon], compiler: Compiler) -> list[Problem]:
    found = []
    for lexicon in lexicons.values():
        if lexicon.name == "employer":
            continue
        for group, entries in lexicon.groups.items():
            if f"{lexicon.name}.{group}" not in compiler.used and entries:
                name = f"{lexicon.name}.{group}".rstrip(".")
                found.append(Problem(entries[0].place, group, f"no rule uses «@{name}»", "warning"))
    return found
