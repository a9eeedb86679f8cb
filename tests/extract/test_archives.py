"""Word documents and archives of posts."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from qazlint.extract import Document, documents, documents_in, opc, wordml
from qazlint.source import Unreadable
from qazlint.types import Span
from tests.extract.samples import TYPE, W, archive, paragraph, table


def read(data: bytes, name: str = "a.docx", field: str = "text") -> list[Document | Unreadable]:
    return list(documents_in(io.BytesIO(data), name, field=field))


def document(data: bytes) -> Document:
    (found,) = read(data)
    assert isinstance(found, Document), found
    return found


def reasons(data: bytes, name: str = "a.docx", field: str = "text") -> list[str]:
    return [item.reason if isinstance(item, Unreadable) else "" for item in read(data, name, field)]


# ---- Word
def test_lines_are_paragraphs_in_the_order_of_parts() -> None:
    body = paragraph("раз", "два") + table("три", "") + paragraph("четыре\nпять\tшесть")
    parts = {"comments": paragraph("примечание"), "footer": paragraph("низ"), "header": paragraph("верх")}
    found = document(archive(body, parts))
    assert found.source.text.split("\n") == [
        "раздва",
        "три",
        "",
        "четыре\u2028пять\tшесть",
        "верх",
        "низ",
        "примечание",
    ]
    assert found.source.encoding == "docx"
    assert [segment.text for segment in found.segments] == [line for line in found.source.text.split("\n") if line]


def test_deleted_text_and_copies_are_not_read_text_boxes_and_descriptions_are() -> None:
    word = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        "<w:p><w:del><w:r><w:delText>нет</w:delText></w:r></w:del><w:ins>" + word.format("вставка") + "</w:ins>"
        + '<w:r><x:Fallback xmlns:x="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        + paragraph("копия") + "</x:Fallback></w:r>"
        + f"<w:r><w:txbxContent>{paragraph('рамка')}</w:txbxContent></w:r>" + word.format(" конец")
        + '<w:r><a:docPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" descr="сад"/></w:r></w:p>'
    )  # fmt: skip
    assert document(archive(body)).source.text == "вставка конец\nрамка\nсад"


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_paragraphs_whose_end_was_deleted_are_read_as_one(change: str) -> None:
    def begin(where: str, text: str) -> str:
        return f"<w:p><w:pPr>{where.format(f'<w:{change}/>')}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = begin("<w:rPr>{}</w:rPr>", "пре") + begin("<w:rPrChange><w:rPr>{}</w:rPr></w:rPrChange>", "мия") + begin("", "сад")
    found = document(archive(body + begin("<w:rPr>{}</w:rPr>", "лес")))
    assert found.source.text == "пре\nмия\nсад\nлес"
    assert [segment.text for segment in found.segments] == ["премия", "сад", "лес"]
    assert found.to_source(Span(0, 6)) == Span(0, 7)


def test_what_separates_words_in_a_header_does() -> None:
    body = "<w:p><w:r><w:t>АО</w:t><w:ptab/><w:t>секретно</w:t></w:r></w:p>"
    assert document(archive(body)).source.text == "АО\tсекретно"


def test_targets_of_links_are_seen() -> None:
    link = '<w:p><w:r><w:t>Наш </w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>сайт</w:t></w:r></w:hyperlink></w:p>'
    found = document(archive(link, relations='<Relationship Id="r1" TargetMode="External" Target="https://x.kz"/>'))
    assert found.text == "Наш сайт https://x.kz"
    assert found.source.text == "Наш сайт"
    assert found.to_source(Span(9, 21)) == Span(4, 8)


SIMPLE = """<w:fldSimple w:instr=' HYPERLINK "{}" '><w:r><w:t>сайт</w:t></w:r></w:fldSimple>"""
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK </w:instrText></w:r><w:r><w:instrText>"{}" \\o "да"'
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>сайт</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize("field", [SIMPLE, FIELD])
def test_links_that_are_fields_are_seen(field: str) -> None:
    found = document(archive(f"<w:p><w:r><w:t>Наш </w:t></w:r>{field.format('https://x.kz')}</w:p>"))
    assert found.source.text == "Наш сайт"
    assert found.text == "Наш сайт https://x.kz"
    assert found.to_source(Span(9, 21)) == Span(4, 8)
    assert document(archive(f"<w:p>{field.format('_Toc1')}</w:p>")).text == "сайт"


def test_fields_in_each_other_across_paragraphs_and_never_ended() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    page = FIELD.replace("сайт", "</w:t></w:r>" + FIELD.format("https://y.kz") + "<w:r><w:t>.").format("https://x.kz")
    assert document(archive(f"<w:p>{page}</w:p>")).text == "сайт https://y.kz https://x.kz."
    begun = FIELD.format("https://x.kz").removesuffix(mark.format("end"))
    assert document(archive(f"<w:p>{begun}</w:p><w:p>{mark.format('end')}{mark.format('end')}</w:p>")).text == "сайт"


def packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


ENTITIES = '<!DOCTYPE a [<!ENTITY b "бомба">]><w:document/>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no-word"),
        (b"text", "no-word"),
        (packed({"a.txt": "текст"}), "no-word"),
        (packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}), "no-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected"),
        (archive("<w:p>"), "damaged"),
        (archive(paragraph("а"))[:-30], "damaged"),
    ],
)
def test_what_is_no_document_is_said(data: bytes, reason: str) -> None:
    assert reasons(data) == [reason]


def rewritten(name: str, content: str) -> bytes:
    """A document with one of its files replaced."""
    before, stream = zipfile.ZipFile(io.BytesIO(archive(paragraph("а")))), io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for one in before.namelist():
            file.writestr(one, content if one == name else before.read(one))
    return stream.getvalue()


@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_entities_are_refused(name: str) -> None:
    assert reasons(rewritten(name, ENTITIES)) == ["damaged"]


def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "LARGEST_UNPACKED", 1_000_000)
    assert reasons(archive(paragraph("а" * 2_000_000))) == ["too-large"]
    monkeypatch.setattr(wordml, "MOST_PARAGRAPHS", 10)
    assert reasons(archive("<w:p/>" * 11)) == ["too-large"]


def test_what_was_packed_a_thousand_times_smaller_is_a_bomb() -> None:
    """Within the limit for any document, but not for so small a file."""
    data = archive(paragraph("а" * 5_000_000))
    assert len(data) < 50_000
    assert reasons(data) == ["too-large"]


def test_a_large_document_of_ordinary_text_is_none() -> None:
    text = " ".join(f"слово{number * 7919 % 100_003}" for number in range(300_000))
    assert len(document(archive(paragraph(text))).text) == len(text)


def test_a_part_that_is_named_thousands_of_times_is_read_once() -> None:
    types = f'<Override PartName="/word/document.xml" ContentType="{TYPE.format("document.main")}"/>' * 20_000
    body = f"<w:document {W}><w:body>{paragraph('а')}</w:body></w:document>"
    found = document(packed({"[Content_Types].xml": f"<Types>{types}</Types>", "word/document.xml": body}))
    assert found.source.text == "а"


def test_thousands_of_parts_that_nobody_asked_for_are_not_unpacked() -> None:
    others = {f"word/x{number}.xml": "<" for number in range(20_000)}
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{TYPE.format("document.main")}"/></Types>'
    body = f"<w:document {W}><w:body>{paragraph('а')}</w:body></w:document>"
    assert document(packed(others | {"[Content_Types].xml": types, "word/document.xml": body})).text == "а"


def test_paragraphs_in_each_other_without_end() -> None:
    body = "<w:p><w:r><w:t>а</w:t><w:txbxContent>" * 20_000 + "</w:txbxContent></w:r></w:p>" * 20_000
    assert document(archive(body)).source.text.count("а") == 20_000


# ---- JSON Lines
def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def test_every_line_is_a_document_with_its_own_place() -> None:
    data = b"\xef\xbb\xbf" + lines({"text": "раз"}, {"id": 1, "text": "д\nва", "qazlint": {"approved": True}}) + b"\n\n"
    first, second = read(data, "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, second.text) == ("раз", "д\nва")
    span = second.to_source(Span(1, 3))
    assert second.source.text[span.start : span.end] == "\\nв"
    assert second.source.position(span.start) == (2, span.start + 1)
    assert second.metadata.approved


def test_a_field_inside_an_object() -> None:
    (found,) = read(lines({"text": 1, "post": {"body": "да"}}), "a.jsonl", "post.body")
    assert isinstance(found, Document)
    assert found.text == "да"
    assert found.to_source(Span(0, 2)) == Span(30, 32)


def test_bad_lines_are_said_and_the_others_read() -> None:
    data = (
        lines({"text": "а"}, {"text": 5}, {}, [])
        + b'\n{"text"\n"\n\xff\0\n'
        + b"[" * 100_000
        + b"\n"
        + lines({"text": "б"})
    )
    assert reasons(data, "a.jsonl") == ["", "no-field", "no-field", "json", "json", "json", "binary", "json", ""]
    assert [item.place for item in read(data, "a.jsonl") if isinstance(item, Unreadable)][:2] == [
        "a.jsonl:2",
        "a.jsonl:3",
    ]


POST = "Сегодня хороший день, все пришли на работу"


def test_lines_in_a_code_page_are_read_and_that_is_told_once() -> None:
    line = f'{{"text": "{POST}"}}\r\n'
    found = list(read(line.encode("cp1251") + line.encode() + line.encode("cp1251"), "a.jsonl"))
    assert [item.text for item in found if isinstance(item, Document)] == [POST] * 3
    assert [item.source.notes for item in found if isinstance(item, Document)] == [("guessed-encoding",), (), ()]
    assert [item.source.place for item in found if isinstance(item, Document)] == ["a.jsonl", "a.jsonl:2", "a.jsonl:3"]


def test_lines_in_utf16_are_read() -> None:
    data = f'{{"text": "{POST}"}}\r\n\r\n{{"text": "Ċ"}}\n[]'.encode("utf-16")  # the bytes of Ċ have a line feed
    first, second, third = read(data, "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, second.text, second.source.place) == (POST, "Ċ", "a.jsonl:3")
    assert isinstance(third, Unreadable)
    assert third.place == "a.jsonl:4"
    assert reasons(data[:-1], "a.jsonl") == ["encoding"]


def test_long_lines_are_passed_over() -> None:
    from qazlint.extract import jsonl

    data = lines({"text": "а" * 500}, {"text": "б"})
    long, short = jsonl.read(io.BytesIO(data), "a", largest=100)
    assert isinstance(long, Unreadable)
    assert long.reason == "too-large"
    assert isinstance(short, Document)


def test_a_missing_file_is_said() -> None:
    (found,) = documents("/nowhere/a.docx")
    assert isinstance(found, Unreadable)
    assert found.reason == "missing"
