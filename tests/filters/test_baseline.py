"""Baselines: known findings are passed over, wherever they have moved to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qazlint import Linter, Report
from qazlint.extract import Document, documents
from qazlint.filters import Baseline, BaselineError
from tests.policy.small import write


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    return Linter(write(tmp_path_factory.mktemp("policy")))


def check(linter: Linter, path: Path, baseline: Baseline | None = None) -> Report:
    (document,) = documents(str(path))
    assert isinstance(document, Document)
    return linter.check_document(document, baseline=baseline)


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    path = tmp_path / "posts" / "a.txt"
    path.write_text("Выдали премию. Сад.", encoding="utf-8")
    return path


@pytest.fixture
def file(small: Linter, tmp_path: Path, post: Path) -> Path:
    """A baseline with the finding of the post."""
    path = tmp_path / "baseline.json"
    Baseline.of(small.policy.slug, [(str(post), check(small, post))], path).save(path)
    return path


def test_what_is_known_is_passed_over(small: Linter, post: Path, file: Path) -> None:
    baseline = Baseline.load(file, small.policy.slug)
    post.write_text("Новое.\n\nТау, тау. Выдали   премию! Урезали оклад.", encoding="utf-8")
    report = check(small, post, baseline)
    (known,) = report.suppressed
    assert (known.how, report.text[slice(*known.finding.span)]) == ("baseline", "премию")
    assert [report.text[slice(*finding.span)] for finding in report.findings] == ["оклад"]
    assert report.verdict == "stop"


def test_the_verdict_is_of_what_is_left(small: Linter, post: Path, file: Path) -> None:
    assert check(small, post).verdict == "stop"
    assert check(small, post, Baseline.load(file)).verdict == "publish"


def test_the_file_has_no_words_of_the_post(file: Path, post: Path, small: Linter) -> None:
    text = file.read_text(encoding="utf-8")
    (finding,) = check(small, post).findings
    assert json.loads(text) == {"version": 1, "policy": small.policy.slug, "findings": {"posts/a.txt": [finding.fingerprint]}}


def test_paths_do_not_depend_on_where_one_stands(small: Linter, post: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(post.parent)
    assert not check(small, Path("a.txt"), Baseline.load("../baseline.json")).findings


def test_a_renamed_file_keeps_its_findings_and_a_copy_has_new_ones(small: Linter, post: Path, file: Path) -> None:
    other = post.with_name("b.txt")
    other.write_bytes(post.read_bytes())
    assert check(small, other, Baseline.load(file)).findings
    post.unlink()
    assert not check(small, other, Baseline.load(file)).findings


def test_an_update_keeps_what_was_known(small: Linter, post: Path, file: Path) -> None:
    before = Baseline.load(file)
    post.write_text("Выдали премию. Урезали оклад.", encoding="utf-8")
    after = Baseline.of(before.policy, [(str(post), check(small, post, before))], file)
    assert before.findings["posts/a.txt"] < after.findings["posts/a.txt"]


def test_what_no_longer_occurs_is_stale(small: Linter, post: Path, file: Path) -> None:
    baseline = Baseline.load(file)
    assert baseline.stale([(str(post), check(small, post, baseline))]) == {}
    assert baseline.stale([]) == {}, "what was not checked may still be there"
    post.write_text("Сад.", encoding="utf-8")
    assert baseline.stale([(str(post), check(small, post, baseline))]) == baseline.findings


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "not JSON"),
        ('{\n"version": 1,\n<<<<<<< HEAD', 3, "not JSON"),
        ("[]", 1, "an object with version, policy, findings"),
        ('{"version": 2, "policy": "p", "findings": {}}', 1, "version: 1 was expected"),
        ('{"version": 1,\n"policy": 5, "findings": {}}', 2, "policy: the name of a policy"),
        ('{"version": 1, "policy": "other", "findings": {}}', 1, "made with the policy «other», not «p»"),
        ('{"version": 1, "policy": "p"}', 1, "findings: an object of paths"),
        ('{"version": 1, "policy": "p", "findings": {},\n\n"more": 1}', 3, "more: unknown key"),
        ('{"version": 1, "policy": "p", "findings": {\n"а.md": {}}}', 2, "findings.а.md: a list of fingerprints"),
        ('{"version": 1, "policy": "p", "findings": {"a.md": [\n"0123456789abcdef",\n"премия"]}}', 3, 'no fingerprint: "премия"'),
        ('{"version": 1, "policy": "p", "findings": {"a.md": [], "a.md": []}}', 1, "the key «a.md» stands twice"),
        ("[" * 100_000, 1, "recursion"),
        ("\ud800", 1, "surrogates not allowed|codec"),
    ],
)  # fmt: skip
def test_a_broken_file_is_an_error_with_its_place(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(BaselineError, match=message) as raised:
        Baseline.load(path, "p")
    assert str(raised.value).startswith(f"{path}:{line}: error: ")


@pytest.mark.parametrize("name", ["п/а.md", "\udcff.md", 'a"\n.md', "../b.md", "<stdin>", "x" * 5000, "\0"])
def test_any_name_is_kept(tmp_path: Path, name: str) -> None:
    before = Baseline("p", {name: frozenset({"0123456789abcdef"})}, tmp_path)
    before.save(tmp_path / "b.json")
    after = Baseline.load(tmp_path / "b.json", "p")
    assert after.findings == before.findings
    assert after.orphans == (set() if name == "<stdin>" else {"0123456789abcdef"})


def test_a_file_that_cannot_be_read_or_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="No such file"):
        Baseline.load(tmp_path / "none.json")
    with pytest.raises(BaselineError, match="No such file"):
        Baseline("p", {}).save(tmp_path / "none" / "b.json")
