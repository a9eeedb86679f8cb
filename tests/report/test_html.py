"""The HTML report: self-contained, escaped, its passages where they belong, usable without colour and mouse."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qazlint import Linter
from qazlint.extract import Document, documents, extract
from qazlint.report.html.passages import passages
from qazlint.report.result import FileResult, Style
from qazlint.source import Source
from qazlint.types import Span
from tests.extract.samples import archive, paragraph
from tests.policy.small import write
from tests.report.rendering import render, shared

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> премия & «»\"' \u202e оклад"


class Page(HTMLParser):
    """What a reader of the page would need to know of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.draft = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag if "draft" not in (given.get("class") or "") else "draft")
        self.ids += [given["id"] or ""] if "id" in given else []
        self.targets += [given["href"] or ""] if "href" in given else []
        if tag == "mark":
            self.marked.append((given["class"] or "", ""))

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "mark" in self.open:
            self.marked[-1] = (self.marked[-1][0], self.marked[-1][1] + data)
        if "draft" in self.open and "sup" not in self.open:
            self.draft += data


def page(folder: Path, text: str, lang: str = "ru") -> tuple[str, Page]:
    linter = Linter(write(folder))
    made = render("html", Style(linter.policy, lang), [FileResult(Source("a<b>.txt", text), linter.check_document(extract(Source("a", text))))])
    return made, Page(made)


def test_passages_are_marked_and_lead_to_their_findings_and_back(tmp_path: Path) -> None:
    _, found = page(tmp_path, "Где моя премия,\n  а оклад?")
    assert found.marked == [("error", "премия"), ("error", "оклад")]
    assert found.draft == "Где моя премия,\n  а оклад?"
    assert {"#f1-1", "#f1-2", "#m1-1", "#m1-2"} <= set(found.targets)
    assert {target.removeprefix("#") for target in found.targets} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_what_was_wrong_with_the_file_stands_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "scan.docx").write_bytes(archive(paragraph("")))
    linter = Linter(write(tmp_path / "policy"))
    (document,) = documents(str(tmp_path / "scan.docx"))
    assert isinstance(document, Document)
    made = render("html", Style(linter.policy, "kk"), [FileResult(document.source, linter.check_document(document))])
    assert "<li>мәтін жоқ, тексеретін ештеңе жоқ</li>" in made


def test_a_hostile_draft_stays_text(tmp_path: Path) -> None:
    made, found = page(tmp_path, HOSTILE)
    assert not {"script", "img"} & set(found.tags)
    assert "alert(1)" in found.draft
    assert "\u202e" not in made
    assert found.draft == HOSTILE.replace("\u202e", "\N{REPLACEMENT CHARACTER}")


def test_nothing_outside_is_loaded_and_nothing_runs(tmp_path: Path) -> None:
    made, found = page(tmp_path, HOSTILE)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(found.tags)
    assert not re.search(r"url\(|@import|https?://", made)
    assert "default-src 'none'" in made
    assert all(target.startswith("#") for target in found.targets)


def test_the_style_is_the_one_that_the_policy_of_the_page_allows(tmp_path: Path) -> None:
    import base64
    import hashlib

    made, _ = page(tmp_path, "Тихо")
    style = made.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in made


@pytest.mark.parametrize(("lang", "said"), [("ru", "Итог"), ("kk", "Қорытынды"), ("en", "Verdict")])
def test_languages(lang: str, said: str, tmp_path: Path) -> None:
    made, _ = page(tmp_path, "премия", lang)
    assert f'<html lang="{lang}">' in made
    assert said in made


def test_several_files_have_a_summary_and_what_could_not_be_read(tmp_path: Path) -> None:
    style, items = shared(tmp_path)
    made = render("html", style, items)
    assert "c.txt" in made
    assert "Сводка" in made
    assert made.count("<article") == 2
    assert made.rstrip().endswith("</html>")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_can_be_read(tmp_path: Path) -> None:
    """4.5 to 1 at least, by day, in the dark and in print."""
    made, _ = page(tmp_path, "Тихо")
    themes = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", made, re.DOTALL)]
    assert len(themes) == 3
    for theme in themes:
        for ink in ("ink", "soft", "link"):
            for ground in ("paper", "card"):
                assert contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
        for name in ("error", "warning", "note", "publish"):
            for ground in ("paper", f"{name}-wash"):
                assert contrast(theme[name], theme[ground]) >= 4.5, (name, ground)
            assert contrast(theme["ink"], theme[f"{name}-wash"]) >= 4.5


spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(*sorted(pair)))


@given(st.lists(st.tuples(spans, st.sampled_from(("error", "warning", "note"))), max_size=6))
def test_pieces_put_together_are_the_text(found: list[tuple[Span, str]]) -> None:
    text = "".join(chr(0x430 + at) for at in range(20))
    found.sort(key=lambda pair: pair[0])
    pieces = list(passages(text, found))
    assert "".join(piece.text for piece in pieces) == text
    assert sorted(number for piece in pieces for number in piece.ends) == list(range(1, len(found) + 1))
    for number, (span, _) in enumerate(found, 1):
        assert "".join(piece.text for piece in pieces if number in piece.numbers) == text[span.start : span.end]
