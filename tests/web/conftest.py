"""The desk, as the tests ask it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from qazlint.config.checker import Wishes
from qazlint.config.settings import Settings
from qazlint.web.app import create_app
from qazlint.web.desk import Desk


@pytest.fixture(scope="module")
def desk(_own_cache: None) -> Desk:
    return Desk.of(Wishes(Settings()))


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk), base_url="http://127.0.0.1:8765") as found:
        yield found
