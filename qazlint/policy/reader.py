"""YAML → nodes that know their files and lines, and the small readers that every part of a policy is made of.

Nothing is constructed by YAML: values are taken as text, so `no` and `2030` are caught where a phrase should stand.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import yaml

from qazlint.policy.limits import LARGEST_FILE
from qazlint.policy.names import suggestion
from qazlint.policy.problems import Place, Problem
from qazlint.types import LANGUAGES

MAX_DEPTH = 12
RUSSIAN_MISSING = "a text in Russian (ru) is missing"  # which stands in for the other languages

_TRUTHS = {"true": True, "false": False}
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING, _PLAIN_NUMBERS = "tag:yaml.org,2002:str", ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


def _is_at_tab(data: bytes, mark: yaml.Mark | None) -> bool:
    """Whether a tab is what YAML stumbled over: it speaks of a character that cannot start any token."""
    lines = data.decode("utf-8-sig").split("\n")
    return mark is not None and mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t"


@dataclass(slots=True)
class FileReader:
    """Reads the nodes of one file and collects what is wrong with them."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def place(self, node: yaml.Node | None) -> Place:
        """Where a node stands: in its own file, which need not be the one that is read."""
        return Place(node.start_mark.name, node.start_mark.line + 1) if node is not None else Place(self.file, 1)

    def error(self, node: yaml.Node | None, where: str, message: str) -> None:
        self.problems.append(Problem(self.place(node), where, message))

    def root(self, data: bytes) -> yaml.Node | None:
        """The file's top node, or None when it is no YAML."""
        if len(data) > LARGEST_FILE:
            self.error(None, "", f"the file has more than {LARGEST_FILE:,} bytes")
            return None
        try:
            stream = io.StringIO(data.decode("utf-8-sig"))
            stream.name = self.file  # which PyYAML puts into the mark of each node
            node: yaml.Node | None = yaml.compose(stream, Loader=_LOADER)
        except UnicodeDecodeError as error:
            self.error(None, "", f"not UTF-8: byte {error.start}")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(self.file, mark.line + 1 if mark else 1)
            what = "a tab stands here; YAML is indented with spaces" if _is_at_tab(data, mark) else error.problem
            self.problems.append(Problem(place, "", f"not YAML: {what or error.context}"))
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            self.error(None, "", f"not YAML: {str(error).splitlines()[0]}")
        else:
            if node is None:
                self.error(None, "", "the file is empty")
            elif self._is_tree(node, set(), 0):
                return node
        return None

    def _is_tree(self, node: yaml.Node, seen: set[int], depth: int) -> bool:
        """No aliases (they can make a small file endless) and no bottomless nesting."""
        if depth > MAX_DEPTH or id(node) in seen:
            self.error(node, "", "aliases are not allowed here" if depth <= MAX_DEPTH else "nested too deeply")
            return False
        if isinstance(node, yaml.ScalarNode):  # a file of nothing else
            return True
        seen.add(id(node))
        inner = node.value if isinstance(node, yaml.SequenceNode) else [part for pair in node.value for part in pair]
        return all(self._is_tree(part, seen, depth + 1) for part in inner if not isinstance(part, yaml.ScalarNode))

    def mapping(
        self, node: yaml.Node | None, where: str, known: Collection[str] | None = None, required: Collection[str] = ()
    ) -> dict[str, yaml.Node]:
        """The pairs of a mapping; unknown, repeated and missing keys are errors."""
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            self.error(node, where, "a mapping (key: value) is expected here")
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if known is not None and name not in known:
                self.error(key, where, f"unknown key «{name}»{suggestion(name, known)}")
            elif name in found:
                self.error(key, where, f"the key «{name}» stands here twice")
            else:
                found[name] = value
        for name in required:
            if name not in found:
                self.error(node, where, f"the key «{name}» is missing")
        return found

    def string(self, node: yaml.Node | None, where: str, numbers: bool = False) -> str:
        """A scalar as text; plain booleans, nulls and (unless `numbers`) numbers are errors."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.error(node, where, "a text is expected here; put it in quotes if it has brackets")
            return ""
        if node.tag != _STRING and not (numbers and node.tag in _PLAIN_NUMBERS):
            message = f"YAML does not read «{node.value}» as text: put it in quotes"
            self.error(node, where, message if node.value else "a text is expected here, and there is nothing")
            return ""
        return str(node.value).strip()

    def one_of(self, node: yaml.Node | None, where: str, known: Collection[str], other: str = "") -> str:
        """One of the known words; another is an error. `other` where there is none."""
        text = self.string(node, where)
        if text and text not in known:
            self.error(node, where, f"«{text}» is not one of {', '.join(known)}{suggestion(text, known)}")
        return text or other

    def strings(self, node: yaml.Node | None, where: str, numbers: bool = False) -> list[tuple[str, yaml.Node]]:
        """A list of texts, each with its node; one text alone stands for a list of one. An empty text is an error."""
        if node is None:
            return []
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return [(text, item) for item in items if (text := self._filled(item, where, numbers))]

    def _filled(self, node: yaml.Node, where: str, numbers: bool = False) -> str:
        """A scalar as text; an empty one is an error too."""
        known = len(self.problems)
        text = self.string(node, where, numbers)
        if not text and known == len(self.problems):
            self.error(node, where, "there is an empty text here")
        return text

    def truth(self, node: yaml.Node | None, where: str) -> bool:
        """True or false; a missing one is false."""
        if node is None:
            return False
        if not isinstance(node, yaml.ScalarNode) or node.value.lower() not in _TRUTHS:
            self.error(node, where, "true or false is expected here")
            return False
        return _TRUTHS[node.value.lower()]

    def texts(self, node: yaml.Node | None, where: str) -> Mapping[str, str]:
        """A text by language; an empty one is an error."""
        if isinstance(node, yaml.ScalarNode):
            self.error(node, where, "a text for each language is expected here: {ru: …, kk: …, en: …}")
            return {}
        pairs = self.mapping(node, where, LANGUAGES)
        if isinstance(node, yaml.MappingNode) and LANGUAGES[0] not in pairs:
            self.error(node, where, RUSSIAN_MISSING)
        return {lang: self._filled(value, f"{where}.{lang}") for lang, value in pairs.items()}
