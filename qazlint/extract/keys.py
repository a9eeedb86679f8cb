"""Where the fields of front matter stand. A dot leads into a mapping: translations.kk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from qazlint.types import Span

_KEY = re.compile(r"\s*([\w.-]+)\s*=")
_MERGE = "<<"  # of which a mapping may have several
_TABLE = re.compile(r"\s*\[([\w.-]+)\]")


def in_yaml(node: yaml.Node, at: int) -> Iterator[tuple[str, Span]]:
    """The keys of a mapping, and of those in it, with the values that stand on their lines; `at` is its place."""
    return ((name, Span(at + start, at + end)) for name, (start, end) in _below(node, "", {id(node)}))


def _below(node: yaml.Node, path: str, seen: set[int]) -> Iterator[tuple[str, Span]]:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if not isinstance(key, yaml.ScalarNode):
            continue
        begins, ends = key.start_mark, value.end_mark
        # The marks of an alias are those of what it stands for.
        is_beside = begins.index < value.start_mark.index and begins.line == ends.line
        yield path + key.value, Span(begins.index, ends.index if is_beside else key.end_mark.index)
        if isinstance(value, yaml.MappingNode) and id(value) not in seen:
            seen.add(id(value))
            yield from _below(value, f"{path}{key.value}.", seen)


def repeated(node: yaml.Node, at: int) -> Iterator[tuple[str, Span]]:
    """The keys that their mapping has already; TOML has none, for it refuses them."""
    return ((name, Span(at + start, at + end)) for name, (start, end) in _repeated(node, "", set()))


def _repeated(node: yaml.Node, path: str, seen: set[int]) -> Iterator[tuple[str, Span]]:
    if not isinstance(node, yaml.CollectionNode) or id(node) in seen:
        return
    seen.add(id(node))
    names: set[tuple[str, str]] = set()
    for item in node.value:
        key, value = item if isinstance(item, tuple) else (None, item)
        below = path
        if isinstance(key, yaml.ScalarNode):
            if (key.tag, key.value) in names and key.value != _MERGE:
                yield path + key.value, Span(key.start_mark.index, key.end_mark.index)
            names.add((key.tag, key.value))
            below = f"{path}{key.value}."
        yield from _repeated(value, below, seen)


def in_toml(statements: Iterable[tuple[int, str]], at: int) -> Iterator[tuple[str, Span]]:
    """The keys without quotes, with the values that stand on their lines.

    statements  where each begins, counted from `at`, and the lines of it
    """
    table = ""
    for start, statement in statements:
        begins = at + start + len(statement) - len(statement.lstrip())
        if header := _TABLE.match(statement):
            table = f"{header[1]}."
            yield header[1], Span(begins, at + start + header.end())
        elif key := _KEY.match(statement):
            is_beside = "\n" not in statement.strip()
            yield table + key[1], Span(begins, at + start + (len(statement.rstrip()) if is_beside else key.end(1)))

