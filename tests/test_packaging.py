"""The policy travels: in a wheel, in a zip archive of the checkout, and with the checkout out of reach."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run(path: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`python -m qazlint` with the package taken from `path` only, in another folder than the checkout."""
    script = f"import sys; sys.path.insert(0, {str(path)!r}); from qazlint.cli import main; main(prog_name='qazlint')"
    env = {**os.environ, "PYTHONUTF8": "1", "QAZLINT_CACHE": str(folder / "cache")}
    return subprocess.run(
        [sys.executable, "-c", script, *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def whereabouts(path: Path, folder: Path) -> str:
    script = f"import sys; sys.path.insert(0, {str(path)!r}); import qazlint; print(qazlint.__file__)"
    return subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_has_all_rules_and_lexicons(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("rules", "lexicons"):
        for path in (ROOT / kind).rglob("*.yaml"):
            assert f"qazlint/_data/{path.relative_to(ROOT)}" in inside
    assert "qazlint/_data/rules/qazindustry/weights/19.yaml" in inside


def test_the_wheel_has_the_whole_package(wheel: Path) -> None:
    """Python, and what is no Python: the mark that types are there (PEP 561), templates, the page's files, tables."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    files = {str(path.relative_to(ROOT)) for path in (ROOT / "qazlint").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert files - inside == set()
    for name in ("py.typed", "report/html/templates/head.html", "web/static/page.js", "web/templates/page.html"):
        assert f"qazlint/{name}" in inside


@pytest.mark.parametrize("unpacked", [True, False], ids=["unpacked", "zipped"])
def test_the_wheel_checks_a_post(wheel: Path, tmp_path: Path, unpacked: bool) -> None:
    place = tmp_path / "site" if unpacked else wheel
    if unpacked:
        zipfile.ZipFile(wheel).extractall(place)
    (tmp_path / "post.txt").write_text("Пишу от имени QazIndustry", encoding="utf-8")
    assert str(place) in whereabouts(place, tmp_path)
    done = run(place, tmp_path, "check", "post.txt")
    assert done.returncode == 1, done.stderr
    assert "п. 20" in done.stdout
    weighed = run(place, tmp_path, "weigh", "Пишу от имени QazIndustry").stdout.splitlines()
    rules = (ROOT / "rules" / "qazindustry").glob("*-weighed.yaml")
    ids = [line.split()[-1] for path in rules for line in path.read_text(encoding="utf-8").splitlines() if "- id:" in line]
    assert [line.split()[0] for line in weighed if line[:1].isdigit()] == sorted(ids)


def test_a_zipped_checkout_checks_a_post(tmp_path: Path) -> None:
    archive = tmp_path / "checkout.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for kind in ("qazlint", "rules", "lexicons"):
            for path in (ROOT / kind).rglob("*"):
                if path.is_file() and "__pycache__" not in path.parts:
                    file.write(path, path.relative_to(ROOT))
    (tmp_path / "post.txt").write_text("Пишу от имени QazIndustry", encoding="utf-8")
    done = run(archive, tmp_path, "check", "post.txt")
    assert done.returncode == 1, done.stderr
    assert "п. 20" in done.stdout
