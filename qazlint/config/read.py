"""The nodes of a configuration file → `Settings`. Unknown keys and values are errors, all of them told at once."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from datetime import date, datetime
from os.path import isdir, isfile
from pathlib import Path
from typing import Any

import yaml

from qazlint.config.settings import ForPaths, Named, Post, Settings
from qazlint.inputs import Patterns
from qazlint.policy import policy_names
from qazlint.policy.names import suggestion
from qazlint.policy.problems import PolicyError
from qazlint.policy.reader import FileReader
from qazlint.types import LANGUAGES, SEVERITIES

NEVER = "never"
_POST = ("author", "approved", "publish", "sets")


def read_yaml(file: str, folder: Path, data: bytes) -> Settings:
    """The settings of a `.qazlint.yaml`. Raises PolicyError with everything that is wrong."""
    reader = FileReader(file)
    lines = (line.strip() for line in data.removeprefix(codecs.BOM_UTF8).splitlines())
    if not any(line and line != b"---" and not line.startswith(b"#") for line in lines):  # as `qazlint init` writes it
        return Settings(file, folder)
    return read_node(reader, folder, reader.root(data))


def read_node(reader: FileReader, folder: Path, root: yaml.Node | None) -> Settings:
    """The settings in a node. Raises PolicyError with everything that is wrong."""
    values: dict[str, Any] = {}
    pairs = reader.mapping(root, "", (*_READ, *_POST))
    for key, node in pairs.items():
        if key not in _POST:
            name, read = _READ[key]
            values[name] = read(reader, node, key, folder)
    post = _post(reader, pairs, "")
    if reader.problems:
        raise PolicyError(reader.problems)
    return Settings(reader.file, folder, post=post, post_place=reader.place(root), **values)


# ---- one function for each kind of value: the reader, the node, the key, the configuration's folder


def _choice(*known: str) -> Callable[[FileReader, yaml.Node, str, Path], str]:
    def read(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> str:
        text = reader.string(node, where)
        if text and text not in known:
            reader.error(node, where, f"«{text}» is none of {', '.join(known)}{suggestion(text, known)}")
        return text

    return read


def _policy(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> str:
    """A shipped policy's name, or a folder beside the configuration."""
    text = reader.string(node, where)
    names = policy_names()
    if text in names or not text:
        return text
    if not isdir(folder / text):  # which takes a name too long for a file for none
        message = f"there is no policy «{text}», neither shipped nor as a folder here{suggestion(text, names)}"
        reader.error(node, where, message)
    return str(folder / text)


def _file(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> Path | None:
    text = reader.string(node, where)
    if text and not isfile(folder / text):
        reader.error(node, where, f"there is no file «{folder / text}»")
    return folder / text if text else None


def _path(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> Path | None:
    text = reader.string(node, where)
    return folder / text if text else None


def _files(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> tuple[Path, ...]:
    found = (_file(reader, item, where, folder) for _, item in reader.strings(node, where))
    return tuple(path for path in found if path)


def _strings(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> tuple[str, ...]:
    return tuple(text for text, _ in reader.strings(node, where))


def _names(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> tuple[Named, ...]:
    return tuple(Named(text, reader.place(item)) for text, item in reader.strings(node, where, numbers=True))


def _severities(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> Mapping[Named, str]:
    choose = _choice(*SEVERITIES)
    return {
        Named(name, reader.place(value)): choose(reader, value, f"{where}.{name}", folder)
        for name, value in reader.mapping(node, where).items()
    }


def _truth(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> bool:
    return reader.truth(node, where)


def _kazakh(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> Path | None:
    pairs = reader.mapping(node, where, ("transducer",), ("transducer",))
    return _file(reader, pairs["transducer"], f"{where}.transducer", folder) if pairs else None


def _paths(reader: FileReader, node: yaml.Node, where: str, folder: Path) -> tuple[ForPaths, ...]:
    if not isinstance(node, yaml.SequenceNode):
        reader.error(node, where, "a list is expected here: - {path: …, author: …}")
        return ()
    found = []
    for item in node.value:
        pairs = reader.mapping(item, where, ("path", *_POST), ("path",))
        pattern = reader.string(pairs.pop("path", None), f"{where}.path")
        try:
            named = Patterns.of([pattern], folder)
        except ValueError as error:
            reader.error(item, f"{where}.path", str(error))
            continue
        found.append(ForPaths(pattern, named, _post(reader, pairs, f"{where}."), reader.place(item)))
    return tuple(found)


def _post(reader: FileReader, pairs: Mapping[str, yaml.Node], where: str) -> Post:
    approved = pairs.get("approved")
    return Post(
        reader.string(pairs.get("author"), f"{where}author"),
        None if approved is None else reader.truth(approved, f"{where}approved"),
        _moment(reader, pairs.get("publish"), f"{where}publish"),
        _sets(reader, pairs.get("sets"), f"{where}sets"),
    )


def _sets(reader: FileReader, node: yaml.Node | None, where: str) -> tuple[str, ...]:
    names = tuple(text for text, _ in reader.strings(node, where))
    if node is not None and not names:
        reader.error(node, where, "the name of a set of rules is expected here; «exclude» leaves files out")
    return names


def _moment(reader: FileReader, node: yaml.Node | None, where: str) -> date | None:
    if node is None:
        return None
    try:
        return moment(str(node.value))
    except ValueError as error:
        reader.error(node, where, str(error))
        return None


def moment(text: str) -> date:
    """A date, or a datetime where the hour is said too. Raises ValueError for anything else."""
    try:
        return date.fromisoformat(text) if len(text) <= len("2026-03-02") else datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"«{text}» is no date and time such as 2026-03-02 10:00") from None


# key → field of `Settings` and how its value is read
_READ: Mapping[str, tuple[str, Callable[[FileReader, yaml.Node, str, Path], Any]]] = {
    "policy": ("policy", _policy),
    "lexicons": ("lexicons", _files),
    "disable": ("disable", _names),
    "severity": ("severity", _severities),
    "paths": ("paths", _paths),
    "exclude": ("exclude", _strings),
    "fail-on": ("fail_on", _choice(*SEVERITIES, NEVER)),
    "lang": ("lang", _choice(*LANGUAGES)),
    "require-reason": ("require_reason", _truth),
    "baseline": ("baseline", _path),
    "kazakh": ("transducer", _kazakh),
}
