"""Front matter in YAML (between ---) and TOML (between +++): its prose, and what it says of the document."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

import yaml

from qazlint.extract import keys, metadata, remarks, tomls
from qazlint.extract.align import aligned
from qazlint.extract.document import Metadata, Remark
from qazlint.extract.prose import Piece
from qazlint.extract.wording import notice
from qazlint.types import Notice, Span

# Keys whose values are shown to readers, at any level, lists and mappings (of languages, say) included.
PROSE_KEYS = frozenset("caption categories description excerpt keywords lead subtitle summary tags title".split())
LONGEST = 1 << 16  # characters: what is longer is no front matter
LONGEST_STATEMENT = 64  # lines of a TOML statement whose places are looked for

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
# A TOML string with its quotes, or a comment.
_LITERAL = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)


class Front(NamedTuple):
    """What stands before the body.

    metadata  what it says of the document
    values    the prose: the pieces of each value
    remarks   what its comments say to qazlint
    body      where the body begins
    """

    metadata: Metadata = Metadata()
    values: tuple[list[Piece], ...] = ()
    remarks: tuple[Remark, ...] = ()
    body: int = 0


def read(text: str) -> Front:
    """The front matter of a text. What is none, or cannot be read, is left to the body."""
    fence, start, end, body = _fenced(text)
    if not fence:
        return Front()
    try:
        fields, values, places, named, twice = (_yaml if fence == "---" else _toml)(text[start:end], start)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Front(Metadata(problems=(_unreadable(error, start),)))
    if not isinstance(fields, dict):
        return Front()
    said = tuple(_remarks(text[start:end], start, _yaml_texts if fence == "---" else _toml_texts))
    found = metadata.read(fields, places, named)
    problems = (*(notice("twice", place, name) for name, place in twice), *found.problems)
    return Front(replace(found, problems=problems), tuple(values), said, body)


def _unreadable(error: Exception, at: int) -> Notice:
    """What its parser says, at the place in front matter, which begins at `at`, that it says it of."""
    said, place = str(error), Span(0, 0)
    if isinstance(error, yaml.MarkedYAMLError):
        said = error.problem or error.context or ""
        mark = error.problem_mark or error.context_mark
        place = Span(at + mark.index, at + mark.index) if mark else place
    return notice("unreadable", place, name=" ".join(said.split())[:200])


def _remarks(text: str, at: int, texts: Callable[[str], Iterator[Span]]) -> Iterator[Remark]:
    """What comments say to qazlint: what follows a # that stands in none of the `texts`."""
    said = [remark for remark in remarks.cut(text).remarks if text[remark.span.start] == "#"]
    if not said:
        return
    inside = sorted(texts(text))
    for words, span in said:
        before = bisect_right(inside, span.start, key=lambda other: other.start) - 1
        if before < 0 or inside[before].end <= span.start:
            yield Remark(words, Span(at + span.start, at + span.end))


def _fenced(text: str) -> tuple[str, int, int, int]:
    """The fence, or ""; where the matter begins and ends; where the body begins."""
    lines = text[:LONGEST].splitlines(keepends=True) or [""]
    fence, at = lines[0].rstrip(), len(lines[0])
    for line in lines[1:]:
        if line.rstrip() in _FENCES.get(fence, ()):
            return fence, len(lines[0]), at, at + len(line)
        at += len(line)
    return "", 0, 0, 0


class _Matter(NamedTuple):
    """What front matter says, the pieces of its prose, where the rules that it switches off are named, its keys, and
    those of them that stand there once more."""

    fields: object
    values: list[list[Piece]]
    places: list[Span]
    keys: dict[str, Span]
    twice: tuple[tuple[str, Span], ...] = ()


# ---- YAML: its nodes know their places
def _yaml(text: str, at: int) -> _Matter:
    loader = yaml.SafeLoader(text)
    node = loader.get_single_node()
    if node is None:
        return _Matter({}, [], [], {})
    values = [_scalar(scalar, text, at) for scalar in _scalars(node, False, set())]
    named = _under(_under(node, metadata.KEY), metadata.DISABLE)
    items = named.value if isinstance(named, yaml.SequenceNode) else []
    places = [Span(at + item.start_mark.index, at + item.end_mark.index) for item in items]
    twice = tuple(keys.repeated(node, at))
    return _Matter(loader.construct_document(node), values, places, dict(keys.in_yaml(node, at)), twice)


def _under(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """What stands under a key of a mapping; of a key that is repeated the last counts, as for the library."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in reversed(pairs) if key.value == name), None)


def _scalars(node: yaml.Node, prose: bool, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    """The strings under keys of prose, each once however often aliases repeat it."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            named = isinstance(key, yaml.ScalarNode) and key.value.lower() in PROSE_KEYS
            yield from _scalars(value, prose or named, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _scalars(value, prose, seen)
    elif prose and isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str":
        yield node


def _scalar(node: yaml.ScalarNode, text: str, at: int) -> list[Piece]:
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("'", '"'):
        return aligned(node.value, text[start + 1 : end - 1], at + start + 1, node.style)
    if node.style in ("|", ">"):
        start = text.find("\n", start, end) + 1 or start
    return aligned(node.value, text[start:end], at + start)


def _yaml_texts(text: str) -> Iterator[Span]:
    for token in yaml.scan(text, yaml.SafeLoader):
        if isinstance(token, yaml.ScalarToken):
            yield Span(token.start_mark.index, token.end_mark.index)


# ---- TOML: tomllib knows no places, so it reads statement by statement
def _toml(text: str, at: int) -> _Matter:
    fields = tomls.loads(text)
    statements = list(_statements(text))
    values = [pieces for start, statement in statements for pieces in _strings(statement, at + start)]
    return _Matter(fields, values, [], dict(keys.in_toml(statements, at)))


def _toml_texts(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _LITERAL.finditer(text) if match[0][0] != "#")


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The shortest runs of lines that can be read by themselves; ends early at one that is very long."""
    start, lines = 0, list[str]()
    for line in text.splitlines(keepends=True):
        lines.append(line)
        statement = "".join(lines)
        if _is_toml(statement):
            yield start, statement
            start, lines = start + len(statement), []
        elif len(lines) > LONGEST_STATEMENT:
            yield start, text[start:]
            return


def _is_toml(text: str) -> bool:
    try:
        tomls.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _strings(statement: str, at: int) -> Iterator[list[Piece]]:
    values = list(_prose(tomls.loads(statement), False))
    if not values:
        return
    equals = statement.find("=")
    literals = [match for match in _LITERAL.finditer(statement, equals) if match[0][0] != "#"]
    if len(literals) != len(values):  # names in quotes among them
        yield from ([Piece(value, at, len(statement))] for value in values)
        return
    for value, match in zip(values, literals, strict=True):
        quotes = 3 if match[0][:3] in ('"""', "'''") else 1
        quote = '"' if match[0][0] == '"' else ""
        yield aligned(value, match[0][quotes:-quotes], at + match.start() + quotes, quote)


def _prose(value: object, prose: bool) -> Iterator[str]:
    """The strings under keys of prose."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _prose(inner, prose or key.lower() in PROSE_KEYS)
    elif isinstance(value, list):
        for inner in value:
            yield from _prose(inner, prose)
    elif prose and isinstance(value, str):
        yield value
