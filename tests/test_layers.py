"""Imports point only to the left of the way of the data."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "qazlint"
ORDER = (
    "types", "kept", "calendar", "codepages", "source", "files", "extract", "inputs", "language", "policy", "match", "filters", "batch",
    "report", "linter", "config", "examples", "spacy_tokenizer", "spacy_component", "spacy_kazakh", "web", "lsp", "cli", "__main__",
)  # fmt: skip
# The package itself has only the version number to offer.
FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The stages that a module imports, inside its functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qazlint"):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "qazlint" else {node.module}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names if alias.name.startswith("qazlint.")}
    return {name.split(".")[1] for name in names if name and "." in name} - {"__version__"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_to_the_left(path: Path) -> None:
    here = ORDER.index(stage(path))
    for name in imported(path):
        assert ORDER.index(name) <= here, f"{path.name} imports qazlint.{name}"


def modules_of(path: Path, known: set[str]) -> set[str]:
    """The modules that a module names at its top: those that only its types need as well, which stand under an `if`.

    A name of a package that is no module of it is the package's own.
    """
    found = set()
    for top in ast.parse(path.read_text(encoding="utf-8")).body:
        for node in [top, *(top.body if isinstance(top, ast.If) else ())]:
            if isinstance(node, ast.ImportFrom) and node.module:
                names = {f"{node.module}.{alias.name}" for alias in node.names}
                found |= {name if name in known else node.module for name in names}
            elif isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
    return found & known


def cycle(imports: dict[str, set[str]]) -> list[str]:
    """Modules that import each other in a circle, or none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_needs_one_that_needs_it() -> None:
    named = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES}
    imports = {name: modules_of(path, set(named)) for name, path in named.items()}
    assert "qazlint.policy.load" in imports["qazlint.policy"], "imports for types are seen"
    assert cycle(imports) == []


def test_a_circle_is_seen() -> None:
    assert set(cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}
    assert cycle({"a": {"b", "c"}, "b": {"c"}}) == []


def test_every_stage_has_its_place() -> None:
    assert {stage(path) for path in FILES} <= set(ORDER)


def test_newcomers_find_every_stage() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {name for name in folders if f"`{name}/`" not in page} == set()


def test_only_the_policy_stage_reads_yaml_and_only_the_spacy_door_imports_spacy() -> None:
    allowed = {"yaml": ("policy", "extract", "config"), "spacy": ("spacy_tokenizer", "spacy_component", "spacy_kazakh")}
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        for module, stages in allowed.items():
            if any(name.split(".")[0] == module for name in modules):
                assert stage(path) in stages, f"{path} imports {module}"


def test_only_the_command_line_prints_and_exits() -> None:
    for path in FILES:
        if stage(path) in ("cli", "__main__"):
            continue
        calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        named = {call.id for call in calls if isinstance(call, ast.Name)}
        assert not named & {"print", "exit", "input"}, path
