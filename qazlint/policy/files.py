"""Where policies and lexicons are: at the top of a checkout, in an installed package, in a folder of the user's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from qazlint.files import opened
from qazlint.policy import limits
from qazlint.policy.problems import Place, PolicyError, Problem, UnknownPolicyError
from qazlint.source import Unreadable

_INNER = ("lexicons", "weights", "heads")  # folders inside a policy's


class PolicyFile(NamedTuple):
    """A YAML file; `label` is how messages name it, `shared` that it comes with qazlint for all policies."""

    label: str
    slug: str
    data: bytes
    shared: bool = False


class PolicyFiles(NamedTuple):
    """The files of one policy: policy.yaml, rule files and lexicons, each in the order of their names.

    extra    lexicon files whose entries are added to the lexicons of the same names
    weights  tables of weights, of the folder `weights/`
    heads    heads that rule files share, of the folder `heads/`
    """

    slug: str
    policy: PolicyFile
    rules: tuple[PolicyFile, ...]
    lexicons: tuple[PolicyFile, ...]
    extra: tuple[PolicyFile, ...] = ()
    weights: tuple[PolicyFile, ...] = ()
    heads: tuple[PolicyFile, ...] = ()


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

    A folder may have `lexicons/` of its own; a lexicon there replaces the shipped one of the same name. It may have
    `weights/`, tables of weights, and `heads/`, heads that rule files share.
    extra  lexicon files of the user's, which add entries to the lexicons of the same names
    Raises UnknownPolicyError when there is no such policy, PolicyError when it is too large or has links that lead out.
    """
    folder: Traversable = shipped("rules") / policy if isinstance(policy, str) else policy
    if isinstance(policy, str) and policy not in policy_names():
        folder = Path(policy)
    if not folder.is_dir():
        raise UnknownPolicyError(str(policy), policy_names())
    is_shipped = isinstance(policy, str) and policy in policy_names()
    label = folder.name if is_shipped else str(folder)
    if isinstance(folder, Path) and not is_shipped:
        _no_links_out(folder)
    found = list(_yaml(folder, label))
    lexicons = {file.slug: file._replace(shared=True) for file in _yaml(shipped("lexicons"), "lexicons")}
    own, weights, heads = (_inner(folder, name, label) for name in _INNER)
    lexicons |= {file.slug: file for file in own}
    head = next((file for file in found if file.slug == "policy"), None)
    if head is None:
        raise _refused(f"{label}/policy.yaml", "the file is missing")
    rules = tuple(file for file in found if file.slug != "policy")
    added = tuple(map(_added, extra))
    _no_more_than(limits.MOST_BYTES, (*found, *lexicons.values(), *added, *weights, *heads), label)
    shelf = tuple(lexicons[slug] for slug in sorted(lexicons))
    return PolicyFiles(folder.name, head, rules, shelf, added, weights, heads)


def _inner(folder: Traversable, name: str, label: str) -> tuple[PolicyFile, ...]:
    """The files of a folder inside a policy's, none when it is not there."""
    return tuple(_yaml(folder / name, f"{label}/{name}")) if (folder / name).is_dir() else ()


def _yaml(folder: Traversable, label: str) -> Iterator[PolicyFile]:
    entries = [entry for entry in folder.iterdir() if entry.name.endswith((".yaml", ".yml")) and entry.is_file()]
    if len(entries) > limits.MOST_FILES:
        raise _refused(label, f"the folder has {len(entries)} YAML files, more than {limits.MOST_FILES}")
    for entry in sorted(entries, key=lambda entry: entry.name):
        yield PolicyFile(f"{label}/{entry.name}", entry.name.rpartition(".")[0], _start(entry))


def _start(file: Traversable) -> bytes:
    """The file, or so much of it that it is seen to be too large."""
    with file.open("rb") as stream:
        return stream.read(limits.LARGEST_FILE + 1)


def _added(path: Path) -> PolicyFile:
    stream = opened(path)
    if isinstance(stream, Unreadable):
        raise _refused(str(path), stream.why("en"))
    with stream:
        return PolicyFile(str(path), path.stem, stream.read(limits.LARGEST_FILE + 1))


def _no_links_out(folder: Path) -> None:
    """Refuse links that lead out of a user's folder: a policy from elsewhere shall not show what is not its own."""
    inside = folder.resolve()
    for entry in (*folder.iterdir(), *(entry for name in _INNER for entry in (folder / name).glob("*"))):
        if entry.is_symlink() and not _inside(entry, inside):
            raise _refused(str(entry), "a link that leads out of the policy's folder")


def _inside(link: Path, folder: Path) -> bool:
    try:
        return link.resolve().is_relative_to(folder)
    except (OSError, RuntimeError):  # a link to itself
        return False


def _no_more_than(most: int, files: Iterable[PolicyFile], label: str) -> None:
    size = sum(len(file.data) for file in files)
    if size > most:
        raise _refused(label, f"the policy has {size:,} bytes, more than {most:,}")


def _refused(label: str, why: str) -> PolicyError:
    return PolicyError([Problem(Place(label, 1), "", why)])
