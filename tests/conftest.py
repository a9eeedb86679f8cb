"""What many tests share: the shipped policy, loaded once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

if TYPE_CHECKING:
    from qazlint import Linter

# Time is measured by benchmarks: a property is none the worse for a busy machine.
settings.register_profile("patient", deadline=None)
# For mutation testing, which runs a test thousands of times: few examples, and the same each time.
for name, examples in (("few", 10), ("some", 50)):
    settings.register_profile(
        name, deadline=None, max_examples=examples, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor fill the cache of the person who runs them."""
    before = os.environ.get("QAZLINT_CACHE")
    os.environ["QAZLINT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    os.environ.pop("QAZLINT_CACHE")
    if before is not None:
        os.environ["QAZLINT_CACHE"] = before


@pytest.fixture(scope="session")
def linter(_own_cache: None) -> Linter:
    """A linter with the shipped policy."""
    from qazlint import Linter  # most tests of a stage do without the others

    return Linter()
