"""The page in a real Chromium: paste, marks, clicks, keys, languages, files, the report. Skipped where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qazlint.config.checker import Wishes
from qazlint.config.settings import Settings
from qazlint.web.app import create_app
from qazlint.web.desk import Desk
from tests.extract.samples import archive, paragraph
from tests.web.serving import BAD, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here (Debian: apt install chromium)")

TWO = f"👍🏽 Снег выпал.\n{BAD}\nДиректор у нас полный идиот."
ARGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="module")
def address(_own_cache: None) -> Iterator[str]:
    with serving(create_app(Desk.of(Wishes(Settings())))) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page; it must ask nobody but its own server, and raise no error."""
    context = browser.new_context(locale="ru-RU", accept_downloads=True)
    found = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    found.on("request", lambda request: asked.append(request.url))
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    found.set_default_timeout(20_000)
    found.goto(address)
    until(found, "document.querySelector('#verdict').textContent !== ''")
    yield found
    context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith((address, f"blob:{address}"))] == []


def until(page: Page, holds: str) -> None:
    """Wait until an expression holds. (Playwright's own waiting for expressions needs eval, which the page forbids.)"""
    for _ in range(200):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(100)
    raise AssertionError(holds)


def write(page: Page, text: str) -> None:
    page.locator("#draft").fill(text)
    until(page, "document.body.dataset.state === 'shown' && document.querySelectorAll('#cards .card').length > 0")


def marked(page: Page) -> list[str]:
    found: list[str] = page.locator("#marks mark").all_text_contents()
    return found


def test_a_draft_is_checked_while_it_is_written(page: Page) -> None:
    page.locator("#draft").press_sequentially(BAD)
    page.locator("#cards .card").first.wait_for()
    assert "публиковать нельзя" in page.locator("#verdict").text_content()  # type: ignore[operator]
    assert page.locator("#cards .card .clause").first.text_content().startswith(" п. 20.")  # type: ignore[union-attr]
    assert page.evaluate("document.activeElement.id") == "draft"
    assert page.evaluate("document.getElementById('draft').selectionStart") == len(BAD)


def test_marks_lie_exactly_under_their_passages(page: Page) -> None:
    """Offsets of code points are turned into those of the browser, and both layers break their lines alike."""
    write(page, TWO)
    assert "от имени QazIndustry" in marked(page)
    assert "идиот" in "".join(marked(page))
    text = page.evaluate("document.getElementById('marks').textContent.slice(0, -1)")
    assert text == TWO
    boxes = page.evaluate("['marks', 'draft'].map((id) => { const box = document.getElementById(id).getBoundingClientRect();"
                          " return [box.left, box.top, box.width, document.getElementById(id).scrollHeight]; })")  # fmt: skip
    assert boxes[0] == boxes[1]


def test_a_click_leads_from_the_clause_to_the_text_and_back(page: Page) -> None:
    write(page, TWO)
    page.locator("#cards .card").filter(has_text="п. 26").locator(".place").click()
    chosen = page.evaluate("(() => { const f = document.getElementById('draft');"
                           " return f.value.slice(f.selectionStart, f.selectionEnd); })()")  # fmt: skip
    assert "идиот" in chosen
    at = page.evaluate("document.getElementById('draft').value.indexOf('от имени') + 3")
    page.evaluate(f"document.getElementById('draft').focus(); document.getElementById('draft').setSelectionRange({at}, {at})")
    page.locator("#cards .card.current").filter(has_text="п. 20").wait_for()


def test_languages_change_the_page_and_keep_the_draft(page: Page) -> None:
    write(page, BAD)
    for lang, verdict, button in (("kk", "жариялауға болмайды", "Есепті жүктеп алу"), ("en", "must not be published", "Download the report")):
        page.locator(f"[data-lang={lang}]").click()
        page.locator("#verdict", has_text=verdict).wait_for()
        assert page.locator("#report").text_content() == button
        assert page.evaluate("document.documentElement.lang") == lang
    assert page.locator("#draft").input_value() == BAD
    assert "Company" in (page.locator("#cards .message").first.text_content() or "")


def test_the_switches_count(page: Page) -> None:
    write(page, BAD)
    page.locator("#author").select_option("management")
    page.locator("#verdict.publish").wait_for()
    page.locator("#publish").fill("2026-03-02T10:00")
    page.locator("#notices li").wait_for()
    assert "рабочее время" in page.locator("#notices").text_content()  # type: ignore[operator]


def test_a_finding_is_declared_no_violation_and_comes_back_in_the_report(page: Page, tmp_path: Path) -> None:
    write(page, BAD)
    before = page.locator("#cards .card").count()
    page.locator("#cards .card .accept").first.click()
    page.keyboard.type("пресс-секретарь видел")
    page.keyboard.press("Enter")
    page.locator("#passed .reason", has_text="видел").wait_for(state="attached")
    assert page.locator("#cards .card").count() == before - 1
    with page.expect_download() as download:
        page.locator("#report").click()
    path = tmp_path / "report.html"
    download.value.save_as(path)
    report = path.read_text(encoding="utf-8")
    assert "не нарушение" in report
    assert "пресс-секретарь видел" in report
    page.locator("#passed-title").click()
    page.locator("#passed .restore").click()
    until(page, f"document.querySelectorAll('#cards .card').length === {before}")


def drop(page: Page, name: str, data: bytes) -> None:
    page.evaluate(
        """([name, bytes]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], name));
            document.getElementById("editor").dispatchEvent(
                new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
        }""",
        [name, list(data)],
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [("пост.txt", BAD.encode("cp1251")), ("a.md", f"# Да\n\n{BAD}".encode()), ("a.html", f"<p>{BAD}</p>".encode()),
     ("a.docx", archive(paragraph(BAD)))],
)  # fmt: skip
def test_files_are_dropped_on_the_page(page: Page, name: str, data: bytes) -> None:
    drop(page, name, data)
    page.locator("#cards .card").first.wait_for()
    assert BAD in page.locator("#draft").input_value()
    assert name in (page.locator("#hint").text_content() or "")


def test_a_file_that_is_none_is_told_of(browser: Browser, address: str) -> None:
    page = browser.new_page(locale="ru-RU")
    page.goto(address)
    page.locator("#verdict", has_text="итог").wait_for()
    drop(page, "a.docx", b"nothing of the kind")
    page.locator("#verdict.failed").wait_for()
    assert "a.docx" in (page.locator("#verdict").text_content() or "")
    page.close()


def test_what_one_file_says_of_itself_holds_for_no_other(page: Page) -> None:
    said = "---\nqazlint: {author: official, approved: true, publish: 2026-03-02 10:00}\n---\n"
    page.locator("#author").select_option("management")
    drop(page, "a.md", f"{said}Снег.".encode())
    page.locator("#hint", has_text="a.md").wait_for()
    assert page.evaluate("document.getElementById('author').value") == "official"
    assert page.evaluate("document.getElementById('approved').checked") is True
    drop(page, "b.txt", "Дождь.".encode())
    page.locator("#hint", has_text="b.txt").wait_for()
    assert page.evaluate("document.getElementById('author').value") == "management"  # as the user has chosen
    assert page.evaluate("document.getElementById('approved').checked") is False
    assert page.evaluate("document.getElementById('publish').value") == ""
    drop(page, "a.md", f"{said}Снег.".encode())
    page.locator("#hint", has_text="a.md").wait_for()
    page.locator("#clear").click()
    assert page.evaluate("document.getElementById('approved').checked") is False


def test_a_text_that_is_too_long_is_not_cut_in_silence(browser: Browser, address: str) -> None:
    page = browser.new_page(locale="ru-RU")
    page.goto(address)
    page.locator("#verdict", has_text="итог").wait_for()
    page.locator("#draft").fill("Снег. " * 40_000)
    page.locator("#verdict.failed", has_text="Текст слишком длинный").wait_for()
    assert len(page.locator("#draft").input_value()) == 240_000
    page.locator("#draft").fill("Снег.")
    page.locator("#verdict.publish").wait_for()
    page.close()


def test_with_the_keyboard_only(page: Page) -> None:
    write(page, BAD)
    page.locator("#draft").focus()
    page.keyboard.press("Control+Home")
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    page.locator("#cards .card.current").wait_for()
    page.keyboard.press("Control+Enter")
    assert page.evaluate("document.activeElement.className") == "place"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "accept"
    page.keyboard.press("Enter")
    page.keyboard.type("видел")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "accept"
    page.keyboard.press("Enter")
    page.keyboard.type("видел")
    page.keyboard.press("Enter")
    page.locator("#passed-box:not([hidden])").wait_for()


def test_everything_that_can_be_used_has_a_name(page: Page) -> None:
    """What a screen reader says of fields, buttons and groups."""
    write(page, BAD)
    nameless = page.evaluate(
        """[...document.querySelectorAll("button, input:not([hidden]), select, textarea, [role=group], fieldset")]
            .filter((item) => item.offsetParent !== null)
            .filter((item) => !(item.textContent.trim() || item.getAttribute("aria-label") || item.labels?.length))
            .map((item) => item.outerHTML)"""
    )
    assert [item for item in nameless if "textarea" not in item] == []
    assert page.locator("#draft").evaluate("(field) => field.labels[0].textContent") == "Черновик"
    assert page.locator("#verdict").get_attribute("role") == "status"


def test_a_hostile_draft_stays_text(page: Page) -> None:
    page.locator("#draft").fill(f"<img src=x onerror=alert(1)><script>alert(1)</script> {BAD}")
    page.locator("#cards .card").first.wait_for()
    assert page.locator("#marks img, #cards img, #marks script").count() == 0


def test_twenty_thousand_characters(page: Page) -> None:
    text = (f"Сегодня в парке выпал снег, и дети вышли гулять. {BAD}\n" * 210)[:20_500]
    write(page, text)
    assert len(marked(page)) >= 150
    page.locator("#draft").press("Control+End")
    page.keyboard.type(" Конец.")
    until(page, "document.body.dataset.state === 'shown'")
    assert page.locator("#draft").input_value() == f"{text} Конец."


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, locale="kk-KZ")
    page.goto(address)
    write(page, TWO + " " + "ы" * 300)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.documentElement.lang") == "kk"
    page.close()
