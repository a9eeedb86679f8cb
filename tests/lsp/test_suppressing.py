"""The comment that an action puts in: the finding is gone, and everything else is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.lsp import suppressing
from qazlint.lsp.drafts import Checked, Draft, Drafts
from qazlint.lsp.suppressing import Insertion
from tests.conftest import ROOT

DRAFTS = Drafts(str(ROOT / "examples" / "romashka"), lang="ru")
R = "3.pay: укажите причину"

# name, text, and the text after «on this line»; the first finding is meant
ON_LINE = [
    ("a.txt", "Ромашка.\nДали премию.", f"Ромашка.\n# qazlint-disable-next-line {R}\nДали премию."),
    ("a.txt", "Ромашка.\r\nДали премию.", f"Ромашка.\r\n# qazlint-disable-next-line {R}\r\nДали премию."),
    ("a.md", "Ромашка\nдала премию и\nвсё", f"Ромашка\nдала премию и <!-- qazlint-disable-line {R} -->\nвсё"),
    ("a.md", "Ромашка: премия\\\nи всё", f"Ромашка: премия <!-- qazlint-disable-line {R} -->\\\nи всё"),
    ("a.md", "Ромашка: премия  \nи всё", f"Ромашка: премия <!-- qazlint-disable-line {R} -->  \nи всё"),
    ("a.md", "---\ntitle: Премия\n---\nРомашка", f"---\ntitle: Премия # qazlint-disable-line {R}\n---\nРомашка"),
    ("a.html", "<p>Ромашка, премия", f"<p>Ромашка, премия <!-- qazlint-disable-line {R} -->"),
    ("a.html", "<p>Ромашка, премия <a\nhref=x>и</a>", f"<!-- qazlint-disable-next-line {R} -->\n<p>Ромашка, премия <a\nhref=x>и</a>"),
]  # fmt: skip
IN_FILE = [
    ("a.txt", "Ромашка: премия", f"# qazlint-disable-file {R}\nРомашка: премия"),
    ("a.md", "---\na: 1\n---\nРомашка: премия", f"---\na: 1\n---\n<!-- qazlint-disable-file {R} -->\nРомашка: премия"),
    ("a.html", "<!DOCTYPE html><p>Ромашка: премия", f"<!DOCTYPE html><p>Ромашка: премия\n<!-- qazlint-disable-file {R} -->\n"),
]


def check(name: str, text: str) -> Checked:
    found = DRAFTS.check(Draft(text, name))
    assert isinstance(found, Checked)
    return found


def after(text: str, place: Insertion | None) -> str:
    assert place is not None
    return text[: place.at] + place.text + text[place.at :]


@pytest.mark.parametrize(("name", "text", "wanted"), ON_LINE)
def test_on_the_line(name: str, text: str, wanted: str) -> None:
    found = check(name, text)
    assert after(text, suppressing.on_line(found, found.report.findings[0])) == wanted
    assert check(name, wanted).report.findings == ()


@pytest.mark.parametrize(("name", "text", "wanted"), IN_FILE)
def test_in_the_file(name: str, text: str, wanted: str) -> None:
    found = check(name, text)
    assert after(text, suppressing.in_file(found, found.report.findings[0])) == wanted
    assert check(name, wanted).report.findings == ()


def test_a_place_that_has_none() -> None:
    """In a block of YAML text a # is no comment; the line is not the one to write on, the file is."""
    found = check("a.md", "---\ntitle: |\n  Премия\n---\nРомашка")
    assert suppressing.on_line(found, found.report.findings[0]) is None
    assert suppressing.in_file(found, found.report.findings[0]) is not None


LINES = (
    "Премия", "Наш клиент", "Ромашка", "", "# Премия", "- премия", "> премия", "```", "| премия | клиент |", "|---|---|", "<div>",
    "<!--", "-->", "<b>премия</b>", "премия\\", "[премия](x", "y)", "---", "title: премия", "# qazlint-disable-line 12: да",
    "<!-- qazlint-disable-line 12: да -->", "    премия", "<a title='премия", "'>", "&laquo;премия&raquo;",
)  # fmt: skip
pages = st.lists(st.sampled_from(LINES), max_size=8).map(lambda lines: "\n".join(["Ромашка", *lines]))


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@settings(max_examples=60, deadline=None)
@given(page=pages)
def test_nothing_else_changes(name: str, page: str) -> None:
    found = check(name, page)
    before = [(finding.rule_id, finding.fingerprint) for finding in found.report.findings]
    for finding in found.report.findings[:3]:
        for find in (suppressing.on_line, suppressing.in_file):
            if place := find(found, finding):
                changed = check(name, after(page, place)).report
                left = [(item.rule_id, item.fingerprint) for item in changed.findings]
                gone = [(item.finding.rule_id, item.finding.fingerprint) for item in changed.suppressed]
                assert {rule for rule, _ in gone} - {item.finding.rule_id for item in found.report.suppressed} <= {finding.rule_id}
                assert (finding.rule_id, finding.fingerprint) in gone
                assert sorted(left + gone) == sorted([*before, *((item.finding.rule_id, item.finding.fingerprint) for item in found.report.suppressed)])


def test_drafts_that_are_not_checked(tmp_path: Path) -> None:
    drafts = Drafts(lang="en")
    for name in ("posts.jsonl", "package.json", "post.docx"):
        assert not isinstance(drafts.check(Draft("премия", name)), Checked)
    long = drafts.check(Draft("а" * 200_001))
    assert not isinstance(long, Checked)
    assert "too long" in long.why
    nowhere = Drafts("nowhere", lang="en").check(Draft("премия"))
    assert not isinstance(nowhere, Checked)
    assert nowhere.why.endswith("no such policy: «nowhere»")
    broken = Drafts(config=tmp_path / ".qazlint.yaml", lang="en")
    (tmp_path / ".qazlint.yaml").write_text("".join(f"wrong{n}: 1\n" for n in range(9)), encoding="utf-8")
    many = broken.check(Draft("премия"))
    assert not isinstance(many, Checked)
    assert many.why.count("unknown") == 5
    assert many.why.endswith("…")


def test_a_mistake_of_ours_ends_nothing_and_tells_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("секрет")

    monkeypatch.setattr("qazlint.config.checker.Checker.check", fail)
    found = Drafts(str(ROOT / "examples" / "romashka"), lang="en").check(Draft("секрет"))
    assert not isinstance(found, Checked)
    assert "RuntimeError" in found.why
    assert "секрет" not in found.why
