"""Whatever is pasted, broken or malicious: a document or a reason, in time, never an exception."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qazlint.extract import Document, documents_in, extract, tomls
from qazlint.source import Source, Unreadable
from qazlint.types import Span
from tests.extract import samples

MARKUP = (
    "<", ">", "</", "<!", "<!--", "-->", "<![", "<![CDATA[", "<?", "<a ", 'b="', "'", "=", "/", "&", "&#", "&#x41;", "&lt", ";", "<p>",
    "<script>", "</script>", "<pre>", "<br>", "*", "_", "`", "[", "](", ")", "![", "|", "\n|-|\n", "\n", "\r", "\r\n", "# ", "> ",
    "- ", "    ", "---\n", "+++\n", "title: ", "title = ", '"', "\\", "\\u0430", "\0", "\ud800", "😀", "é", "\u2028", "слово", " ",
)  # fmt: skip
pages = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=3)), max_size=30).map("".join)


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@given(page=pages)
def test_any_text_is_read_and_maps_into_itself(name: str, page: str) -> None:
    document = extract(Source(name, page))
    for at in range(len(document.text)):
        start, end = document.to_source(Span(at, at + 1))
        assert 0 <= start <= end <= len(page)


@pytest.mark.parametrize("opening", ["---\n{}\n---\n", "+++\n{}\n+++\n"])
@given(matter=pages)
def test_any_front_matter_is_read(opening: str, matter: str) -> None:
    page = opening.format(matter)
    document = extract(Source("a.md", page))
    for segment in document.segments:
        start, end = segment.to_source(Span(0, len(segment.text)))
        assert 0 <= start <= end <= len(page)


@given(
    st.lists(
        st.one_of(st.sampled_from([b'{"text": "', b'"}', b"\n", b"\\u0", b"{", b"[", b"\xff"]), st.binary(max_size=3))
    )
)
def test_any_archive_of_posts_is_read(pieces: list[bytes]) -> None:
    for item in documents_in(io.BytesIO(b"".join(pieces)), "a.jsonl"):
        assert isinstance(item, Document | Unreadable)


GOOD = samples.archive(samples.paragraph("слово", "два"))


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=4), st.booleans())
def test_any_word_document_is_read(at: int, damage: bytes, cut: bool) -> None:
    data = GOOD[:at] + damage + (b"" if cut else GOOD[at + len(damage) :])
    (item,) = documents_in(io.BytesIO(data), "a.docx")
    assert isinstance(item, Document | Unreadable)


@pytest.mark.parametrize(
    "unit",
    ["<", "<a ", '<a b="', "<!--", "</", "<![CDATA[", "&#", "<a href=https://x.kz>a ", "[a](https://x.kz/1) ", "> ", "[a](", "- a\n  "],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_reading_takes_linear_time(name: str, unit: str) -> None:
    source = Source(name, unit * 5000)
    started = time.perf_counter()
    extract(source)
    assert time.perf_counter() - started < 5  # about 0.2 s; quadratic readers need a minute


@pytest.mark.parametrize("unit", ["<div>", "<p><b>", "<ul><li>", "<table><tr><td>", "<svg>", "<a href=x>"])
def test_html_may_be_nested_without_end(unit: str) -> None:
    assert "слово" in extract(Source("a.html", unit * 20_000 + "слово")).text


@pytest.mark.parametrize("unit", ["> ", "[", "![", "*a ", "_a*", "`a", "[^a]"])
def test_markdown_may_be_nested_without_end(unit: str) -> None:
    assert "слово" in extract(Source("a.md", unit * 20_000 + "\n\nслово")).text


@pytest.mark.parametrize(
    "matter",
    [
        "---\na: " + "[" * 30_000 + "\n---\n",
        "---\n" + "- " * 30_000 + "\n---\n",
        "---\na: &a [*a]\ntitle: *a\nqazlint: {author: *a, disable: *a}\n---\n",
        "---\n? &a [*a]\n: b\n---\n",
        "---\na: " + "9" * 60_000 + "\n---\n",
        "---\na: !!python/object/apply:os.abort []\n---\n",
        "+++\na = " + "[" * 30_000 + "\n+++\n",
        "+++\na" + ".a" * 30_000 + " = 1\n+++\n",
        "+++\n[a" + '."a"' * 15_000 + "]\n+++\n",
        "+++\na = {a" + " . a" * 15_000 + " = 1}\n+++\n",
    ],
    ids=["flow", "block", "recursive", "key", "number", "object", "toml", "dots", "table", "inline"],
)
def test_front_matter_that_is_deep_or_endless(matter: str) -> None:
    document = extract(Source("a.md", matter + "слово"))
    assert document.text.endswith("слово")
    if matter.startswith("+++") and "[[" not in matter:  # `tomllib` would take more than a minute for it
        assert [problem.text("en") for problem in document.metadata.problems] == [
            "the front matter cannot be read: a key of more than 64 parts (at line 1, column 1)"
        ]


@pytest.mark.parametrize("text", ['a = "' + "б.в" * 500 + '"', "a.b.c = 1", "a = 1." + "5" * 100, 'a = "' + "." * 500 + '"'])
def test_toml_that_people_write_is_read(text: str) -> None:
    assert tomls.loads(text)


def test_merged_keys_do_not_multiply() -> None:
    lines = ["a0: &a0 {k: v, l: w}", *(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 8)}]}}" for n in range(1, 12))]
    assert extract(Source("a.md", "\n".join(["---", *lines, "title: слово", "---", "тело"]))).text.endswith("тело")


def test_a_bomb_of_aliases_is_read_once() -> None:
    lines = [
        "a0: &a0 [слово]",
        *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 99)),
        "title: *a98",
    ]
    document = extract(Source("a.md", "\n".join(["---", *lines, "---", "тело"])))
    assert document.text == "тело"  # the word was seen where it stands, under a key that is no prose
