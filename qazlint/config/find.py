"""Which configuration holds for a file: the nearest one, looked for upwards from its folder."""

from __future__ import annotations

from pathlib import Path

from qazlint.config.settings import Settings
from qazlint.files import is_special
from qazlint.policy.problems import Place, PolicyError, Problem
from qazlint.source import REASONS

NAMES = (".qazlint.yaml", ".qazlint.yml", "pyproject.toml")
_LARGEST = 1_000_000  # bytes


class Finder:
    """Finds configurations and remembers them by folder, so that a thousand files of one folder cost one search."""

    def __init__(self, settings: Settings | None = None) -> None:
        """With `settings`, these hold for every file and nothing is looked for."""
        self._given = settings
        self._default = Settings()
        self._known: dict[Path, Settings | None] = {}

    def for_file(self, path: Path) -> Settings:
        """The settings for a file. Raises PolicyError when the nearest configuration cannot be used."""
        return self.for_folder(path.absolute().parent)

    def for_folder(self, path: Path) -> Settings:
        """The settings for what stands in a folder. Raises PolicyError."""
        return self._given or self._for_folder(path.absolute()) or self._default

    def _for_folder(self, folder: Path) -> Settings | None:
        if folder not in self._known:
            found = next((settings for name in NAMES if (settings := read(folder / name))), None)
            if found is None and folder.parent != folder:
                found = self._for_folder(folder.parent)
            self._known[folder] = found
        return self._known[folder]


def read(path: Path) -> Settings | None:
    """The settings in a file; None when it is not there or says nothing of qazlint.

    Raises PolicyError with everything that is wrong with it.
    """
    try:
        if is_special(path):
            raise PolicyError([Problem(Place(str(path), 1), "", REASONS["special"]["en"])])
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise PolicyError([Problem(Place(str(path), 1), "", error.strerror or str(error))]) from error
    is_toml = path.suffix == ".toml"
    if is_toml and b"qazlint" not in data:
        return None
    # What reads YAML is imported for those who have a configuration.
    from qazlint.config import toml
    from qazlint.config.read import read_node, read_yaml
    from qazlint.policy.reader import FileReader

    if not is_toml:
        return read_yaml(str(path), path.parent, data)
    reader = FileReader(str(path))
    node = toml.root(reader, data)
    if reader.problems:
        raise PolicyError(reader.problems)
    return None if node is None else read_node(reader, path.parent, node)
