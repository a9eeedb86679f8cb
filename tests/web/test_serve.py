"""`qazlint serve` as a person starts it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from qazlint.cli import main
from qazlint.web.serve import Place, _address

SERVE = [sys.executable, "-m", "qazlint", "serve", "--no-browser", "--port", "0"]


@contextmanager
def started(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    with subprocess.Popen([*SERVE, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_it_prints_its_address_and_answers_there() -> None:
    with started() as (process, address):
        assert address.startswith("http://127.0.0.1:")
        asked = Request(f"{address}api/check", b'{"text": "secret-word"}', {"Content-Type": "application/json"})
        with urlopen(asked, timeout=30) as answer:
            assert answer.status == 200
            assert "server" not in answer.headers
        process.terminate()
        out, err = process.communicate(timeout=30)
    assert "secret-word" not in out + err


def test_beyond_this_machine_the_address_has_a_token() -> None:
    with started("--host", "0.0.0.0", "--allow-host", "desk.example") as (_, address):
        assert address.startswith("http://desk.example:")
        assert len(address.partition("?token=")[2]) >= 32


def test_a_port_that_is_taken() -> None:
    with started() as (_, address):
        result = CliRunner().invoke(main, ["serve", "--no-browser", "--port", address.rstrip("/").rpartition(":")[2]])
    assert result.exit_code == 2
    assert "is taken, perhaps by another qazlint serve" in result.stderr
    result = CliRunner().invoke(main, ["serve", "--no-browser", "--host", "203.0.113.1"])  # nobody's (RFC 5737)
    assert "cannot listen on 203.0.113.1" in result.stderr


def test_a_policy_that_is_none() -> None:
    result = CliRunner().invoke(main, ["serve", "--no-browser", "--policy", "nowhere"])
    assert result.exit_code == 2
    assert "there is no policy «nowhere»" in result.stderr


def test_without_the_extra_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["qazlint.cli.serve"], "find_spec", lambda name: None)
    result = CliRunner().invoke(main, ["serve"])
    assert result.exit_code == 2
    assert "pip install 'qazlint[web]'" in result.stderr


@pytest.mark.parametrize(
    ("place", "address"),
    [(Place(), "http://127.0.0.1:9/"), (Place("::1"), "http://[::1]:9/"), (Place("0.0.0.0"), "http://localhost:9/?token=t")],
)
def test_addresses(place: Place, address: str) -> None:
    assert _address(place, 9, "" if place.is_local else "t") == address
