"""A suppression at any place of any document silences exactly the findings on its lines, and moves none."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Linter, Report
from qazlint.extract import Document, documents_in, extract
from qazlint.source import Source
from tests.extract import samples
from tests.filters.test_suppressions import RULES
from tests.policy import small

RULE_OF = {"премия": "1.money", "тайна": "1.plan.secret"}
SELECTED = {"1": set(RULE_OF.values()), "1.money": {"1.money"}, "1.plan": {"1.plan.secret"}}


class Line(NamedTuple):
    """A line of a document before remarks are put in; `block` lines may have a block before them."""

    text: str
    is_prose: bool = True
    block: bool = True


def block(*lines: str) -> tuple[Line, ...]:
    """Lines that belong together; those with a place for words are prose."""
    return tuple(Line(line, "{}" in line, number == 0) for number, line in enumerate(lines))


class Format(NamedTuple):
    """How documents of a format are put together."""

    blocks: tuple[tuple[Line, ...], ...]
    frame: str
    document: Callable[[list[str]], Document]


def text(name: str, end: str) -> Callable[[list[str]], Document]:
    return lambda lines: extract(Source(name, end.join(lines)))


def word(lines: list[str]) -> Document:
    (document,) = documents_in(io.BytesIO(samples.archive("".join(map(samples.paragraph, lines)))), "a.docx")
    assert isinstance(document, Document)
    return document


MARKDOWN = (
    block("{}", ""), block("# {}", ""), block("- {}", "- {}", ""), block("> {}", ""), block("{}", "{}", ""), block("| {} | a |", "|--|--|", "| b | {} |", ""),
    block("```", "премия", "```", ""), block("***", ""), block("<!-- премия -->", ""), block("<div>", "<p>{}</p>", "</div>", ""), block("1. {}", ""), block(""),
)  # fmt: skip
HTML = (
    block("<p>{}</p>"), block("<div>", "  {}", "</div>"), block("<hr>"), block("<!-- премия -->"), block("<script>", "премия", "</script>"),
    block("<ul><li>{}", "<li>{}</ul>"), block('<img alt="{}" src="a">'), block(""), block("<p>{}", "{} <b>a</b></p>"),
)  # fmt: skip
PLAIN = (block("{}"), block("", "{}", ""), block("  {}", "\t{}"), block(" "), block("# {}"))
FORMATS = {
    "plain": Format(PLAIN, "# {}", text("a.txt", "\n")),
    "plain, Windows": Format(PLAIN, "<!-- {} -->", text("a.txt", "\r\n")),
    "markdown": Format(MARKDOWN, "<!-- {} -->", text("a.md", "\n")),
    "markdown, Windows": Format(MARKDOWN, "<!-- {} -->", text("a.md", "\r\n")),
    "html": Format(HTML, "<!--{}-->", text("a.html", "\n")),
    "html, Mac": Format(HTML, "<!-- {}-->", text("a.html", "\r")),
    "word": Format((block("{}"), block(""), block("{}", "{}")), "// {}", word),
}
WORDS = st.lists(st.sampled_from(["сад", "премия", "тайна", "тау", "бүгін"]), min_size=1, max_size=4).map(" ".join)


@st.composite
def drafts(draw: st.DrawFn, form: Format) -> list[Line]:
    """The lines of a document."""
    blocks = draw(st.lists(st.sampled_from(form.blocks), min_size=1, max_size=6))
    return [line._replace(text=line.text.replace("{}", draw(WORDS))) for lines in blocks for line in lines]


@st.composite
def suppressed(draw: st.DrawFn, form: Format) -> tuple[list[str], set[int], str]:
    """The lines of a document with a suppression; the lines that it is for, from 1; the name that it suppresses."""
    lines = draw(drafts(form))
    name = draw(st.sampled_from(sorted(SELECTED)))
    kind = draw(st.sampled_from(["line", "next-line", "file", "block"]))
    prose = [number for number, line in enumerate(lines) if line.is_prose and line.text[:1] != "|"]
    if kind == "line" and prose:
        at = draw(st.sampled_from(prose))
        lines[at] = lines[at]._replace(text=lines[at].text + " " + form.frame.format(f"qazlint-disable-line {name}: исх. 12"))
        return [line.text for line in lines], {at + 1}, name
    places = [number for number, line in enumerate(lines) if line.block] + [len(lines)]
    first = draw(st.sampled_from(places))
    blank = [Line("", False)] * draw(st.integers(0, 1))
    if kind == "block":
        last = draw(st.sampled_from([place for place in places if place >= first]))
        lines[last:last] = [Line(form.frame.format(f"qazlint-enable {name}"), False), *blank]
        lines[first:first] = [Line(form.frame.format(f"qazlint-disable {name}: да"), False), *blank]
        return [line.text for line in lines], set(range(first + 2 + len(blank), last + 2 + len(blank))), name
    command = "disable-file" if kind == "file" else "disable-next-line"
    lines[first:first] = [Line(form.frame.format(f"qazlint-{command} {name}: да"), False), *blank]
    after = {number + 1 for number, line in enumerate(lines) if line.is_prose and number > first}
    return [line.text for line in lines], set(range(len(lines) + 1)) if kind == "file" else set(sorted(after)[:1]), name


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    return Linter(small.write(tmp_path_factory.mktemp("policy"), rule=RULES))


def places(document: Document, report: Report) -> tuple[set[tuple[str, int, int]], set[tuple[str, int, int]]]:
    """Rule, line and column of what is left and of what is suppressed."""
    position = document.source.position
    return (
        {(finding.rule_id, *position(finding.span.start)) for finding in report.findings},
        {(item.finding.rule_id, *position(item.finding.span.start)) for item in report.suppressed},
    )


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_exactly_its_lines(linter: Linter, name: str, data: st.DataObject) -> None:
    lines, silent, chosen = data.draw(suppressed(FORMATS[name]))
    document = FORMATS[name].document(lines)
    left, gone = places(document, linter.check_document(document))
    # The same document, in which the same number of characters say nothing to anybody.
    mute = FORMATS[name].document([line.replace("qazlint-", "nobody--") for line in lines])
    every, _ = places(mute, linter.check_document(mute))
    assert left | gone == every
    assert gone == {place for place in every if place[1] in silent and place[0] in SELECTED[chosen]}


# ---- hostile remarks
COMMENTS = {"a.txt": "# {}\n", "a.md": "<!-- {} -->\n\n", "a.html": "<!--{}-->"}
SAID = ["disable 1", "disable-next-line 1.money: да", "enable", "disable-line 1.mony", "foo", "disable-file 1", "disable 1,1.money,x,,1", "disable-line"]


@pytest.mark.parametrize("name", COMMENTS)
@pytest.mark.parametrize("said", SAID)
def test_many_remarks_are_heeded(linter: Linter, name: str, said: str) -> None:
    report = linter.check_document(extract(Source(name, COMMENTS[name].format(f"qazlint-{said}") * 4000 + "Премия")))
    assert len(report.findings) + len(report.suppressed) == 1


@pytest.mark.parametrize("name", COMMENTS)
@pytest.mark.parametrize("unit", ["<!-- qazlint-", "<!-- qazlint-disable ", "# qazlint-", "qazlint-disable-line ", "#", "<!--", " ", "//\t", "qazlint-a -->", "<!-- qazlint-enable\n"])
def test_unfinished_remarks_hide_nothing(name: str, unit: str) -> None:
    document = extract(Source(name, unit * 20_000 + "\nслово"))
    assert "слово" in document.text + "".join(remark.text for remark in document.remarks)


@given(st.lists(st.sampled_from(["qazlint-", "disable", "-line", "-file", "enable", "<!--", "-->", "#", "//", " ", "\n", "\r", "\u2028", ":", ",", "1", "слово"]), max_size=25).map("".join))
def test_any_remarks_leave_the_rest_in_its_place(text: str) -> None:
    document = extract(Source("a.txt", text))
    begins = 0
    for remark in document.remarks:
        assert begins <= remark.span.start < remark.span.end <= len(text)
        begins = remark.span.end
    for segment in document.segments:
        for number, run in enumerate(segment.runs):
            assert segment.text[run.at : segment.end_of(number)] == text[run.source : run.source + run.width]
    kept = document.text + "".join(remark.text for remark in document.remarks)
    assert kept.count("слово") == text.count("слово")


PIECES = [
    "qazlint-disable", "qazlint-disable-line 1", "qazlint-disable-next-line", "qazlint-enable 1.plan", "qazlint-disable-file 1.money", ": да", "<!--",
    "-->", "# ", "// ", "\n", "\r\n", "\n\n", "Премия ", "тайна. ", "- ", "> ", "`", "```\n", "<p>", "</p>", "<script>", "</script>", "| a |", "---\n",
    "+++\n", "title: ", "title = '", "'", "\ud800", "&lt;", "[", "](", ")", "    ", "\u2028",
]  # fmt: skip


@pytest.mark.parametrize("name", COMMENTS)
@settings(max_examples=150, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_finding_is_lost_or_moved(linter: Linter, name: str, text: str) -> None:
    document = extract(Source(name, text))
    report, every = linter.check_document(document), linter.check_document(document, suppress=False)
    assert not every.suppressed
    assert sorted([*report.findings, *(item.finding for item in report.suppressed)], key=lambda f: (f.span, f.rule_id)) == list(every.findings)
    for notice in report.notices:
        assert 0 <= notice.span.start <= notice.span.end <= len(text)
        assert all(notice.text(lang) for lang in ("ru", "kk", "en"))
