"""docs/git.md: its commands print what it says, its hooks refuse what they should."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from qazlint.extract import FORMATS
from tests.conftest import ROOT
from tests.inputs.repository import Repository, environment

PAGE = (ROOT / "docs" / "git.md").read_text(encoding="utf-8")
BLOCKS = [(match[1], match[2]) for match in re.finditer(r"^```(.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)]
PAY = "В «Ромашке» опять задержали премию.\n"
CLIENT = "Наш клиент ждёт с марта.\n"
SPRING = "Весна пришла.\n"
CONFIG = "policy: romashka\nfail-on: note\n"


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, str]:
    """An environment where `qazlint` is this checkout's."""
    program = tmp_path / "bin" / "qazlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m qazlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return environment(PATH=f"{program.parent}{os.pathsep}{os.environ['PATH']}", PYTHONPATH=str(ROOT), PYTHONUTF8="1")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "site")
    shutil.copytree(ROOT / "examples" / "romashka", made.folder / "romashka")
    made.write(".gitignore", "romashka/\n")
    made.write("news.md", PAY)
    made.commit()
    return made


def committed(repository: Repository, commands: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "commit", "-m", "x", *words], cwd=repository.folder, env=commands, capture_output=True, text=True, check=False
    )


def test_the_commands_print_what_the_page_says(repository: Repository, commands: dict[str, str]) -> None:
    repository.write("news.md", f"{PAY}\n{CLIENT}")
    for kind, block in BLOCKS:
        if kind != "console":
            continue
        if "posts.json" in block:
            repository.write("posts.json", f'["{SPRING.strip()}",\n\n{{"text": "О премии в «Ромашке»"}}]\n')
        if "archive" in block:
            repository.write("archive.jsonl", f'{{"text": "{SPRING.strip()}"}}\n{{"text": "О премии в «Ромашке»"}}\n')
        for command, expected in re.findall(r"^\$ (.*)\n((?:[^$].*\n)*)", block, re.MULTILINE):
            done = subprocess.run(
                command, shell=True, cwd=repository.folder, env=commands, capture_output=True, text=True, check=False
            )
            assert (done.stdout, done.stderr) == (expected, ""), command


def test_the_git_hook(repository: Repository, commands: dict[str, str]) -> None:
    script = next(body for kind, body in BLOCKS if kind == "sh" and body.startswith("#!"))
    repository.write(".git/hooks/pre-commit", script).chmod(0o755)
    repository.write(".qazlint.yaml", CONFIG)
    repository.write("news.md", PAY + SPRING)
    assert committed(repository, commands, "-a").returncode == 0, "an old finding is on no changed line"

    repository.write("bad.md", CLIENT)
    repository.write("good.md", SPRING)
    repository.git("add", "-A")
    refused = committed(repository, commands)
    assert refused.returncode == 1
    assert "bad.md" in refused.stderr + refused.stdout
    assert "12.client" in refused.stderr + refused.stdout
    assert committed(repository, commands, "--only", "good.md").returncode == 0, "of several pages one is committed"
    repository.write("bad.md", SPRING)
    assert committed(repository, commands).returncode == 1, "the correction is not staged"
    assert committed(repository, commands, "-a").returncode == 0


def test_the_hook_for_pre_commit_takes_what_qazlint_reads() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for suffix in (*FORMATS, ".MD"):
        assert re.search(hook["files"], f"pages/a b{suffix}")
    assert not any(re.search(hook["files"], name) for name in ("a.py", "md", "a.md.png", "readme"))


@pytest.mark.slow
def test_pre_commit(repository: Repository, commands: dict[str, str], tmp_path: Path) -> None:
    """For real: pre-commit clones the checkout, makes an environment with pip and runs the hook. Takes a minute."""
    checkout = Repository(tmp_path / "qazlint")
    for name in ("qazlint", "rules", "lexicons"):
        shutil.copytree(ROOT / name, checkout.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, checkout.folder)
    checkout.commit()
    settings = yaml.safe_load(next(body for kind, body in BLOCKS if kind == "yaml"))
    settings["repos"][0] |= {"repo": str(checkout.folder), "rev": checkout.git("rev-parse", "HEAD").strip()}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump(settings))
    repository.write(".qazlint.yaml", CONFIG)
    repository.write("news.md", PAY + SPRING)
    repository.git("add", "-A")
    commands |= {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    del commands["PYTHONPATH"]
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], cwd=repository.folder, env=commands, capture_output=True, check=True
    )
    good = committed(repository, commands)
    assert good.returncode == 0, good.stdout + good.stderr

    repository.write("bad page.md", CLIENT)
    repository.git("add", "-A")
    bad = committed(repository, commands)
    assert bad.returncode == 1
    assert "bad page.md" in bad.stderr
    assert "12.client" in bad.stderr
