"""Suppressions in documents: what they silence, and what is said of those that do not."""

from __future__ import annotations

import io

import pytest

from qazlint import Linter, Report
from qazlint.extract import Document, documents_in, extract
from qazlint.source import Source
from tests.extract import samples
from tests.policy import small

RULES = """\
clause: "1"
rules:
  - {id: 1.money, message: {ru: Деньги}, advice: {ru: Уберите}, any: ["@money"], examples: {bad: ["[[премия]]"], good: [сад]}}
  - {id: 1.plan.secret, message: {ru: Планы}, advice: {ru: Уберите}, any: [тайна], examples: {bad: ["[[тайна]]"], good: [сад]}}
"""


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """A linter with two rules of one clause."""
    folder = small.write(tmp_path_factory.mktemp("policy"), rule=RULES)
    return Linter(folder)


def check(linter: Linter, name: str, text: str, **options: bool) -> Report:
    return linter.check_document(extract(Source(name, text)), **options)


def left(report: Report) -> list[str]:
    return [report.text[slice(*finding.span)] for finding in report.findings]


def silenced(report: Report) -> list[tuple[str, str, str]]:
    return [(report.text[slice(*item.finding.span)], item.reason, item.how) for item in report.suppressed]


def kinds(report: Report) -> list[str]:
    return [notice.kind for notice in report.notices]


@pytest.mark.parametrize("name", ["1", "1.money", "1.", " 1.money , 1.plan", "1.plan,1.money.", ""])
@pytest.mark.parametrize("mark", ["{}", "# {}", "// {}", "<!-- {} -->", "  {}"])
def test_a_line_of_plain_text(linter: Linter, name: str, mark: str) -> None:
    report = check(linter, "a.txt", f"Сад. Премия. {mark.format(f'qazlint-disable-line {name}: исх. 12')}\nТау. Тайна.")
    assert (left(report), silenced(report), kinds(report)[:1]) == (
        ["Тайна"], [("Премия", "исх. 12", "comment")], ["unused-suppression"] if "plan" in name else [],
    )  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n\n", "\n  \n"])
def test_the_next_line_is_the_next_one_with_prose(linter: Linter, end: str) -> None:
    report = check(linter, "a.txt", f"Премия.{end}# qazlint-disable-next-line 1: да{end}Премия и Тайна.{end}Премия.")
    assert left(report) == ["Премия", "Премия"]
    assert [item[0] for item in silenced(report)] == ["Премия", "Тайна"]


def test_remarks_above_one_another_are_for_the_same_line(linter: Linter) -> None:
    text = "qazlint-disable-next-line 1.money: а\nqazlint-disable-next-line 1.plan: б\nПремия. Тайна."
    assert silenced(check(linter, "a.txt", text)) == [("Премия", "а", "comment"), ("Тайна", "б", "comment")]


@pytest.mark.parametrize(
    ("name", "frame"),
    [("a.txt", "qazlint-{}"), ("a.md", "<!-- qazlint-{} -->"), ("a.md", "> <!-- qazlint-{}\n>  -->"), ("a.html", "<p><!--qazlint-{}-->")],
)
def test_blocks(linter: Linter, name: str, frame: str) -> None:
    words = ["Премия. Тайна 1", frame.format("disable 1: да"), "Премия. Тайна 2", frame.format("enable 1.plan"), "Премия. Тайна 3",
             frame.format("enable"), "Премия. Тайна 4"]  # fmt: skip
    report = check(linter, name, "\n\n".join(words))
    assert left(report) == ["Премия", "Тайна", "Тайна", "Премия", "Тайна"]
    assert [item[0] for item in silenced(report)] == ["Премия", "Тайна", "Премия"]
    assert kinds(report) == []


def test_a_block_without_an_end_reaches_to_the_end(linter: Linter) -> None:
    report = check(linter, "a.md", "Премия\n\n<!-- qazlint-disable 1.money: да -->\n\nПремия\n\n- Премия. Тайна")
    assert left(report) == ["Премия", "Тайна"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Премия.\nПремия. Тайна.\nqazlint-disable-file 1.money: да"),
        ("a.html", "<p>Премия<p>Премия<p>Тайна<!-- qazlint-disable-file 1.money: да -->"),
        ("a.md", "---\ntitle: Премия\nqazlint:\n  disable:\n    - {rule: 1.money, reason: да}\n---\nПремия. Тайна"),
        ("a.md", "+++\ntitle = 'Премия'\nqazlint.disable = [{rule = '1.money', reason = 'да'}]\n+++\nПремия. Тайна"),
    ],
)
def test_a_whole_document(linter: Linter, name: str, text: str) -> None:
    report = check(linter, name, text)
    assert left(report) == ["Тайна"]
    assert [item[:2] for item in silenced(report)] == [("Премия", "да")] * 2


def test_front_matter_names_clauses_too(linter: Linter) -> None:
    report = check(linter, "a.md", "---\nqazlint: {disable: [1, 1.plan.secre]}\n---\nПремия. Тайна")
    assert silenced(report) == [("Премия", "", "front-matter"), ("Тайна", "", "front-matter")]
    (notice,) = report.notices
    assert (notice.kind, report.text[slice(*notice.span)]) == ("unknown-name", "1.plan.secre")
    assert "«1.plan.secret»" in notice.text("ru")


@pytest.mark.parametrize(
    "matter",
    [
        "---\n# qazlint-disable-next-line 1: да\ntitle: Премия\nsummary: Тайна\n---\nПремия",
        "---\ntitle: 'Премия' # qazlint-disable-line 1.money: да\nsummary: Тайна\n---\nПремия",
        "+++\ntitle = 'Премия' # qazlint-disable-line 1: да\nsummary = 'Тайна'\n+++\nПремия",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_comments_in_front_matter(linter: Linter, name: str, matter: str) -> None:
    report = check(linter, name, matter)
    assert (left(report), silenced(report), kinds(report)) == (["Тайна", "Премия"], [("Премия", "да", "comment")], [])


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: 'Премия # qazlint-disable-line 1: да'\n---\nсад",
        "---\ntitle: |\n  Премия\n  # qazlint-disable-file 1\n---\nсад",
        '---\ntitle: "Премия\n  # qazlint-disable-file 1"\n---\nсад',
        "---\ntitle: Премия\nother: a#b qazlint-disable-file 1\n---\nсад",
        '+++\ntitle = "Премия # qazlint-disable-line 1: да"\n+++\nсад',
        "+++\ntitle = '''Премия\n# qazlint-disable-file 1'''\n+++\nсад",
    ],
)
def test_texts_in_front_matter_are_no_comments(linter: Linter, matter: str) -> None:
    report = check(linter, "a.md", matter)
    assert (left(report), kinds(report)) == (["Премия"], [])


def test_an_archive_of_posts_suppresses_by_its_fields_only(linter: Linter) -> None:
    lines = '{"text": "Премия", "qazlint": {"disable": ["1"]}}\n{"text": "Премия # qazlint-disable-line 1"}'
    found = [item for item in documents_in(io.BytesIO(lines.encode()), "a.jsonl") if isinstance(item, Document)]
    assert [left(linter.check_document(document)) for document in found] == [[], ["Премия"]]


# ---- Word
def word(linter: Linter, body: str, comments: str = "") -> Report:
    (document,) = documents_in(io.BytesIO(samples.archive(body, {"comments": comments} if comments else {})), "a.docx")
    assert isinstance(document, Document)
    return linter.check_document(document)


def test_a_paragraph_of_a_word_document(linter: Linter) -> None:
    paragraphs = ["Премия 1", "qazlint-disable-next-line 1: да", "Премия 2", "Премия 3 # qazlint-disable-line 1: нет"]
    report = word(linter, "".join(map(samples.paragraph, paragraphs)))
    assert len(left(report)) == 1
    assert [item[1] for item in silenced(report)] == ["да", "нет"]


def test_links_beside_remarks_keep_their_places(linter: Linter) -> None:
    def link(text: str) -> str:
        return f'<w:hyperlink r:id="a">{samples.run(text)}</w:hyperlink>'

    lines = ["Сад ", link("премия"), "\n# qazlint-disable-line 1.plan: ", link("исх. 12"), "\nтайна ", link("оклад"), " тау"]
    body = "<w:p>" + "".join(line if line.startswith("<") else samples.run(line) for line in lines) + "</w:p>"
    relations = '<Relationship Id="a" Type="hyperlink" TargetMode="External" Target="https://example.com/b"/>'
    (document,) = documents_in(io.BytesIO(samples.archive(body, relations=relations)), "a.docx")
    assert isinstance(document, Document)
    report = linter.check_document(document)
    assert (left(report), [item[:2] for item in silenced(report)]) == (["премия", "оклад"], [("тайна", "исх. 12")])
    assert document.text.count("example.com/b") == 3
    assert "qazlint" not in document.text


def test_a_comment_on_paragraphs_of_a_word_document(linter: Linter) -> None:
    start, end = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    body = [samples.paragraph(f"Премия {number}") for number in range(5)]
    body[1] = body[1].replace("<w:r>", start + "<w:r>", 1)
    body[2] = body[2].replace("</w:p>", end + "</w:p>")
    said = samples.paragraph("Юрист смотрел") + samples.paragraph("qazlint-disable-line 1.money: исх. 12")
    comments = f'<w:comment w:id="3">{samples.paragraph("Премия")}</w:comment><w:comment w:id="7">{said}</w:comment>'
    report = word(linter, "".join(body), comments)
    numbers = [int(report.text[item.finding.span.end + 1]) for item in report.suppressed]
    assert numbers == [1, 2]
    assert len(report.findings) == 4  # three in the body, one in the comment that says nothing to qazlint


# ---- what is said of them
@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("disable-line 1.mony: да", "unknown-name", "«1.mony»; возможно, «1.money»"),
        ("disable-line 1.money да", "unknown-name", "«1.money да»; возможно, «1.money: да»"),
        ("disable-line 1.money — исх. 7", "unknown-name", "«1.money — исх. 7»; возможно, «1.money: исх. 7»"),
        ("disable-line 1 - да", "unknown-name", "«1 - да»; возможно, «1: да»"),
        ("disable-line 1;1.money: да", "unknown-name", "«1;1.money»; возможно, «1, 1.money»"),
        ("disable-line 1 1.money: да", "unknown-name", "«1 1.money»; возможно, «1, 1.money»"),
        ("disable-line п. 1: да", "unknown-name", "«п. 1»; возможно, «1»"),
        ("disable-lines 1.money: да", "unknown-directive", "«qazlint-disable-lines»; возможно, «qazlint-disable-line»"),
        ("ignore: да", "unknown-directive", "«qazlint-ignore»"),
        ("disable: да", "no-name", "«qazlint-disable»"),
        ("disable-file", "no-name", "«qazlint-disable-file»"),
        ("enable 1", "stray-enable", "«1»"),
        ("enable", "stray-enable", "«всё»"),
        ("disable-next-line: да", "unused-suppression", "«всё»"),
        ("disable-file 1.plan: да", "unused-suppression", "«1.plan»"),
        ("disable 1.money: да", "unused-suppression", "«1.money»"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("name", "frame"), [("a.txt", "# {}"), ("a.md", "<!-- {} -->"), ("a.html", "<!-- {} -->")])
def test_what_does_not_work_is_told(linter: Linter, said: str, kind: str, words: str, name: str, frame: str) -> None:
    remark = frame.format(f"qazlint-{said}")
    report = check(linter, name, f"Премия. {remark}")
    (notice,) = report.notices
    assert (notice.kind, report.text[slice(*notice.span)], left(report)) == (kind, remark, ["Премия"])
    assert words in notice.text("ru")
    assert len({notice.text(lang) for lang in ("ru", "kk", "en")}) == 3


@pytest.mark.parametrize(("said", "meant"), [
    ("qazlint disable-line 1: да", "qazlint-disable-line"),
    ("qazlint: disable-next-line 1", "qazlint-disable-next-line"),
    ("QAZLINT: Disable 1", "qazlint-disable"),
    ("qazlint_disable_file 1: да", "qazlint-disable-file"),
    ("qazlint-enabled", "qazlint-enable"),
])  # fmt: skip
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_other_marks_than_hyphens_are_told(linter: Linter, said: str, meant: str, name: str) -> None:
    report = check(linter, name, f"Премия. <!-- {said} -->")
    (notice,) = report.notices
    assert (notice.kind, left(report)) == ("unknown-directive", ["Премия"])
    assert notice.text("ru").endswith(f"; возможно, «{meant}»")


@pytest.mark.parametrize("said", ["qazlint хорошая программа", "qazlint", "disable-line 1"])
def test_other_comments_are_left_alone(linter: Linter, said: str) -> None:
    assert check(linter, "a.md", f"Премия. <!-- {said} -->").notices == ()


def test_a_reason_can_be_made_compulsory(linter: Linter) -> None:
    text = "Премия. # qazlint-disable-line 1.money\nТайна. # qazlint-disable-line 1.plan: исх. 12\n# qazlint-disable 1\n# qazlint-enable"
    report = check(linter, "a.txt", text, require_reason=True)
    assert (left(report), silenced(report)) == (["Премия"], [("Тайна", "исх. 12", "comment")])
    assert kinds(report) == ["no-reason", "no-reason", "stray-enable"]


def test_nothing_is_suppressed_when_that_is_not_wanted(linter: Linter) -> None:
    report = check(linter, "a.txt", "Премия. # qazlint-disable-line 1: да\n# qazlint-disable-file 1.mony", suppress=False)
    assert (left(report), silenced(report), kinds(report)) == (["Премия"], [], [])


def test_the_nearest_suppression_has_the_credit(linter: Linter) -> None:
    text = "# qazlint-disable-file 1: файл\n# qazlint-disable 1: блок\nПремия. # qazlint-disable-line 1: строка\nТайна"
    report = check(linter, "a.txt", text)
    assert [item[1] for item in silenced(report)] == ["строка", "блок"]
    assert kinds(report) == ["unused-suppression"]


def test_a_plain_text_of_the_library_suppresses_nothing(linter: Linter) -> None:
    assert linter.check("Премия. # qazlint-disable-line 1: да").findings


@pytest.mark.parametrize(
    ("matter", "problem"),
    [
        ("disable: 19", "qazlint.disable: a list"),
        ("disable: [1.5]", "qazlint.disable: the name of a rule or a clause was expected here, in quotes"),
        ("disable: [{rule: '1', why: да}]", "qazlint.disable.why: no such field"),
        ("disable: [{reason: да}]", "qazlint.disable: the name"),
        ("disable: [{rule: '1', reason: 5}]", "qazlint.disable: the reason"),
    ],
)
def test_front_matter_that_cannot_be_used_is_told(matter: str, problem: str) -> None:
    document = extract(Source("a.md", f"---\nqazlint:\n  {matter}\n---\nтело"))
    (told,) = document.metadata.problems
    assert told.text("en").startswith(problem)
    assert document.metadata.disabled == ()
