"""A passage put anywhere into a document of any kind is found at exactly that place of the original."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings

from qazlint import Linter
from qazlint.extract import Document, documents_in, extract
from qazlint.source import Source
from qazlint.types import Span
from tests.extract import samples
from tests.extract.samples import PASSAGE
from tests.policy import small

SETTINGS = settings(deadline=None)


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """A linter that minds the passage."""
    return Linter(small.write(tmp_path_factory.mktemp("policy")))


def found(document: Document | object, linter: Linter) -> Span:
    """The only passage that a rule minds."""
    assert isinstance(document, Document)
    assert document.text.count(PASSAGE) == 1
    report = linter.check_document(document)
    (span,) = {finding.span for finding in report.findings}
    return span


def literal_at(document: Document, span: Span) -> str:
    return document.source.text[span.start : span.end]


@SETTINGS
@given(page=samples.markdown())
def test_markdown(linter: Linter, page: tuple[str, str]) -> None:
    document = extract(Source("a.md", page[0]))
    assert literal_at(document, found(document, linter)) == page[1]


@SETTINGS
@given(page=samples.front_matter())
def test_front_matter(linter: Linter, page: tuple[str, str]) -> None:
    document = extract(Source("a.md", page[0]))
    assert literal_at(document, found(document, linter)) == page[1]
    assert document.metadata.fields["id"] == 5


@SETTINGS
@given(page=samples.html())
def test_html(linter: Linter, page: tuple[str, str]) -> None:
    document = extract(Source("a.html", page[0]))
    assert literal_at(document, found(document, linter)) == page[1]


@SETTINGS
@given(archive=samples.jsonl())
def test_jsonl(linter: Linter, archive: tuple[bytes, str, int]) -> None:
    data, literal, line = archive
    document = list(documents_in(io.BytesIO(data), "a.jsonl"))[line - 1]
    span = found(document, linter)
    assert isinstance(document, Document)
    assert literal_at(document, span) == literal
    assert document.source.position(span.start) == (line, span.start + 1)
    assert data.decode().splitlines()[line - 1] == document.source.text


@SETTINGS
@given(file=samples.docx())
def test_docx(linter: Linter, file: tuple[bytes, int, int]) -> None:
    data, paragraph, column = file
    (document,) = documents_in(io.BytesIO(data), "a.docx")
    span = found(document, linter)
    assert isinstance(document, Document)
    assert literal_at(document, span) == PASSAGE
    assert document.source.position(span.start) == (paragraph, column)
