"""Where policies and lexicons are: at the top of a checkout, in an installed package, in a folder of the user's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

MAX_FILES = 500  # of one policy, its lexicons included


class PolicyFile(NamedTuple):
    """A YAML file; `label` is how messages name it, `shared` that it comes with qazlint for all policies."""

    label: str
    slug: str
    data: bytes
    shared: bool = False


class PolicyFiles(NamedTuple):
    """The files of one policy: policy.yaml, rule files and lexicons, each in the order of their names.

    extra  lexicon files whose entries are added to the lexicons of the same names
    """

    slug: str
    policy: PolicyFile | None
    rules: tuple[PolicyFile, ...]
    lexicons: tuple[PolicyFile, ...]
    extra: tuple[PolicyFile, ...] = ()


def shipped(kind: str) -> Traversable:
    """The folder "rules" or "lexicons" of qazlint itself: in a wheel inside the package, in a checkout beside it."""
    package = files("qazlint")
    inside = package / "_data" / kind
    if inside.is_dir():
        return inside
    # An editable install, a checkout or a zip archive of one: the package's folder has them as neighbours.
    return package.parent / kind if hasattr(package, "parent") else Path(str(package)).parent / kind


def policy_names() -> list[str]:
    """The policies that come with qazlint."""
    return sorted(folder.name for folder in shipped("rules").iterdir() if (folder / "policy.yaml").is_file())


def collect(policy: str | Path, extra: Iterable[Path] = ()) -> PolicyFiles:
    """The files of a shipped policy (by name) or of a folder with a policy.yaml.

    A folder may have `lexicons/` of its own; a lexicon there replaces the shipped one of the same name.
    extra  lexicon files of the user's, which add entries to the lexicons of the same names
    Raises FileNotFoundError when there is no such policy.
    """
    folder: Traversable = shipped("rules") / policy if isinstance(policy, str) else policy
    if isinstance(policy, str) and policy not in policy_names():
        folder = Path(policy)
    if not folder.is_dir():
        raise FileNotFoundError(str(policy))
    label = folder.name if isinstance(policy, str) and policy in policy_names() else str(folder)
    found = list(_yaml(folder, label))
    lexicons = {file.slug: file._replace(shared=True) for file in _yaml(shipped("lexicons"), "lexicons")}
    if (folder / "lexicons").is_dir():
        lexicons |= {file.slug: file for file in _yaml(folder / "lexicons", f"{label}/lexicons")}
    head = next((file for file in found if file.slug == "policy"), None)
    rules = tuple(file for file in found if file.slug != "policy")
    added = tuple(PolicyFile(str(path), path.stem, path.read_bytes()) for path in extra)
    return PolicyFiles(folder.name, head, rules, tuple(lexicons[slug] for slug in sorted(lexicons)), added)


def _yaml(folder: Traversable, label: str) -> Iterator[PolicyFile]:
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    for entry in entries[:MAX_FILES]:
        if entry.name.endswith((".yaml", ".yml")) and entry.is_file():
            yield PolicyFile(f"{label}/{entry.name}", entry.name.rpartition(".")[0], entry.read_bytes())
