"""The parts of the benchmark run, on next to nothing; what they measure is not looked at."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks import archive, growth, kazakh, measure, page, policies, stages, starts
from benchmarks.__main__ import main
from benchmarks.table import Table, number
from qazlint import Linter
from qazlint.policy.files import collect
from qazlint.policy.load import load

POSTS = ["Пишу от имени QazIndustry: мы против пошлины", "Бүгін ауа райы жақсы"]


def test_the_exponent_of_powers() -> None:
    assert measure.exponent([(1, 3), (10, 30), (100, 300)]) == pytest.approx(1)
    assert measure.exponent([(1, 3), (10, 300), (100, 30_000)]) == pytest.approx(2)


def test_works_are_measured_in_turn() -> None:
    order: list[str] = []
    times = measure.least({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, 2)
    assert order == ["a", "b", "a", "b"]
    assert set(times) == {"a", "b"}


def test_a_command_is_measured_and_a_failing_one_is_told() -> None:
    run = measure.command([sys.executable, "-c", "x = bytearray(50_000_000); raise SystemExit(1)"], {})
    assert run.status == 1
    assert 50 < run.peak < 200
    assert run.cpu > 0
    with pytest.raises(RuntimeError, match="status 3"):
        measure.command([sys.executable, "-c", "raise SystemExit(3)"], {})


def test_tables_are_markdown() -> None:
    table = Table("T", ("a", "b"), [["x|y", "1"]], "note")
    assert table.markdown() == "### T\n\n| a    |  b |\n| ---- | -: |\n| x\\|y |  1 |\n\nnote"
    assert [number(n) for n in (12345.6, 12.34, 1.234, 0.01234)] == ["12,346", "12.3", "1.23", "0.0123"]


def test_stages() -> None:
    table = stages.table(POSTS, 1, "own")
    assert [row[0] for row in table.rows][:2] == ["scan", "scan and look up"]
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_starts(linter: Linter) -> None:
    rows = starts.processes(Path(os.environ["QAZLINT_CACHE"]), 1)
    assert [row[0] for row in rows] == list(starts.PROCESSES)
    assert rows[0][2] == "1.00"


def test_the_command_prints_a_part(capfd: pytest.CaptureFixture[str]) -> None:
    main(["--only", "kazakh"])
    assert "### The Kazakh analyser alone\n\n| step" in capfd.readouterr().out


def test_growth(tmp_path: Path) -> None:
    assert len(growth.by_length(2000, (500, 1000, 2000)).rows) == 2
    rows = growth.by_rules(tmp_path, 3, (1, 2), 5).rows
    assert [row[:2] for row in rows] == [["1x", "5"], ["2x", "10"]]


def test_generated_policies_load_and_find(tmp_path: Path) -> None:
    loaded = load(collect(policies.write(tmp_path / "policy", 30)))
    assert len(loaded.policy.rules) == 30
    rule = loaded.policy.rules[0]
    one = rule.examples.bad[0].strip("[]")
    text = " ".join([one, "и", *[other.examples.bad[0].strip("[]") for other in loaded.policy.rules]])
    assert isinstance(Linter(loaded.policy).raw(text), list)


def test_the_archive_goes_through_the_command_line(tmp_path: Path) -> None:
    assert [row[0] for row in archive.table(tmp_path, 5).rows] == ["--jobs 1", "--jobs 2"]


def test_the_kazakh_analyser() -> None:
    assert kazakh.table(["Кітап оқыдым, балалар."]).rows[2][0] == "each of 3 forms once"


def test_a_measured_table_takes_the_place_of_its_elder(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"Head\n\n{page.BEGIN}{page.END}\nTail\n", encoding="utf-8")
    page.write([Table("One", ("a",), [["old"]]), Table("Two", ("a",), [["kept"]])], path)
    page.write([Table("One", ("a",), [["new"]])], path)
    text = path.read_text(encoding="utf-8")
    assert "old" not in text
    assert text.index("### One") < text.index("new") < text.index("### Two") < text.index("kept")
    assert text.startswith("Head\n")
    assert text.endswith("\nTail\n")
    assert text.count("Python ") == 1


def test_the_page_has_its_marks() -> None:
    text = page.PAGE.read_text(encoding="utf-8")
    assert text.index(page.BEGIN) < text.index(page.END)


def test_the_readme_has_the_chief_tables_as_the_page_has_them() -> None:
    measured = page.README.read_text(encoding="utf-8").partition(page.BEGIN)[2].partition(page.END)[0]
    every = page._sections(page.PAGE.read_text(encoding="utf-8").partition(page.END)[0])
    sections = page._sections(measured)
    assert tuple(filter(None, sections)) == page.IN_README
    assert all(text == every[title] for title, text in sections.items() if title)
