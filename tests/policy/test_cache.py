"""The cache of compiled policies: the same policy comes out, and nothing that is wrong with it matters."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter, kept
from qazlint.policy import cache, collect, load_policy
from qazlint.policy.load import load
from tests.policy.small import RULE, write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, str(tmp_path / "cache"))
    return write(tmp_path / "policy")


def test_the_shipped_policy_comes_back_equal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, str(tmp_path))
    fresh = load(collect("qazindustry")).policy
    cache.write("policy-x.bin", fresh)
    assert cache.read("policy-x.bin") == fresh


def test_second_load_reads_the_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_policy(folder)

    def refuse(*args: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr("qazlint.policy.load.load", refuse)
    assert load_policy(folder) == first


def test_a_changed_file_is_compiled_again(folder: Path) -> None:
    load_policy(folder)
    (folder / "1-money.yaml").write_text(RULE.replace("Уберите", "Сотрите"), encoding="utf-8")
    assert load_policy(folder).rules[0].advice["ru"] == "Сотрите"


@pytest.mark.parametrize("damage", [b"", b"junk", b"\0" * 1000])
def test_a_damaged_cache_heals_itself(folder: Path, tmp_path: Path, damage: bytes) -> None:
    load_policy(folder)
    (file,) = (tmp_path / "cache").glob("policy-*.bin")
    file.write_bytes(damage)
    assert cache.read(file.name) is None
    assert Linter(folder).check("премия").findings
    assert cache.read(file.name) is not None


def test_one_changed_byte_is_noticed(folder: Path, tmp_path: Path) -> None:
    load_policy(folder)
    (file,) = (tmp_path / "cache").glob("policy-*.bin")
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(bytes(data))
    assert cache.read(file.name) is None


def test_a_cache_that_others_can_write_is_not_trusted(folder: Path, tmp_path: Path) -> None:
    load_policy(folder)
    (file,) = (tmp_path / "cache").glob("policy-*.bin")
    file.chmod(0o666)
    assert cache.read(file.name) is None


def test_without_a_cache_folder_all_works(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(kept.FOLDER_VARIABLE, "")
    assert Linter(folder).check("премия").findings
    monkeypatch.setenv(kept.FOLDER_VARIABLE, str(folder / "policy.yaml" / "no"))
    assert Linter(folder).check("премия").findings
    assert not (tmp_path / "cache").exists()
