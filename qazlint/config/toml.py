"""`[tool.qazlint]` of a pyproject.toml → the nodes that a YAML configuration would give, with their lines."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from typing import Any

import yaml

from qazlint.extract import tomls
from qazlint.policy.problems import Place, Problem
from qazlint.policy.reader import FileReader

TABLE = "tool.qazlint"
_STRING, _BOOL, _NUMBER = (f"tag:yaml.org,2002:{name}" for name in ("str", "bool", "int"))


def root(reader: FileReader, data: bytes) -> yaml.Node | None:
    """The table's node; None when the file has no such table. What is no TOML becomes a problem of the reader."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        table = tomls.loads(text).get("tool", {}).get("qazlint")
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = Place(reader.file, int(line[1]) if line else 1)
        reader.problems.append(Problem(place, "", f"not TOML: {error}"))
        return None
    return None if table is None else _Nodes(reader.file, text.splitlines()).node(table)


class _Nodes:
    """Makes nodes. tomllib knows no places, so a key's line is the first one after its parent's that begins with it."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self._file, self._lines = file, lines
        self._at = next((at for at, line in enumerate(lines) if line.lstrip().startswith(f"[{TABLE}")), 0)

    def node(self, value: Any, name: str = "") -> yaml.Node:
        mark = self._mark(name)
        if isinstance(value, dict):
            keys = [self._scalar(_STRING, key, self._mark(key)) for key in value]
            pairs = list(zip(keys, (self.node(inner, key) for key, inner in value.items()), strict=True))
            return yaml.MappingNode("tag:yaml.org,2002:map", pairs, mark, mark)
        if isinstance(value, list):
            return yaml.SequenceNode("tag:yaml.org,2002:seq", [self.node(item, name) for item in value], mark, mark)
        if isinstance(value, bool):
            return self._scalar(_BOOL, str(value).lower(), mark)
        if isinstance(value, int | float):
            return self._scalar(_NUMBER, str(value), mark)
        return self._scalar(_STRING, value.isoformat() if isinstance(value, date | datetime) else str(value), mark)

    def _mark(self, name: str) -> yaml.Mark:
        begins = re.compile(rf'\s*(\[+{re.escape(TABLE)}\.)?["\']?{re.escape(name)}["\']?\s*[=\]]')
        after = range(self._at, len(self._lines)) if name else ()
        line = next((at for at in after if begins.match(self._lines[at])), self._at)
        return yaml.Mark(self._file, 0, line, 0, "", 0)

    def _scalar(self, tag: str, text: str, mark: yaml.Mark) -> yaml.ScalarNode:
        return yaml.ScalarNode(tag, text, mark, mark)
