"""A passage put anywhere into a document of any kind is found at exactly that place of the original."""

from __future__ import annotations

import io

from hypothesis import given

from qazlint.extract import Document, documents_in, extract
from qazlint.source import Source
from qazlint.types import Span
from tests.extract import samples
from tests.extract.samples import PASSAGE


def place(document: Document) -> Span:
    """Where the passage, which is in the prose once, stands in the source."""
    assert document.text.count(PASSAGE) == 1
    at = document.text.index(PASSAGE)
    return document.to_source(Span(at, at + len(PASSAGE)))


def literal_at(document: Document, span: Span) -> str:
    return document.source.text[span.start : span.end]


@given(samples.markdown())
def test_markdown(page: tuple[str, str]) -> None:
    text, literal = page
    document = extract(Source("a.md", text))
    assert literal_at(document, place(document)) == literal


@given(samples.front_matter())
def test_front_matter(page: tuple[str, str]) -> None:
    text, literal = page
    document = extract(Source("a.md", text))
    assert literal_at(document, place(document)) == literal
    assert document.metadata.fields["id"] == 5


@given(samples.html())
def test_html(page: tuple[str, str]) -> None:
    text, literal = page
    document = extract(Source("a.html", text))
    assert literal_at(document, place(document)) == literal


@given(samples.jsonl())
def test_jsonl(archive: tuple[bytes, str, int]) -> None:
    data, literal, line = archive
    found = list(documents_in(io.BytesIO(data), "a.jsonl"))
    document = found[line - 1]
    assert isinstance(document, Document)
    span = place(document)
    assert literal_at(document, span) == literal
    assert document.source.position(span.start) == (line, span.start + 1)
    assert data.decode().splitlines()[line - 1] == document.source.text


@given(samples.docx())
def test_docx(file: tuple[bytes, int, int]) -> None:
    data, paragraph, column = file
    (document,) = documents_in(io.BytesIO(data), "a.docx")
    assert isinstance(document, Document)
    span = place(document)
    assert literal_at(document, span) == PASSAGE
    assert document.source.position(span.start) == (paragraph, column)
