"""Makes the pictures of the README from the real page and the real report: python scripts/screenshots.py

Needs `pip install -e '.[dev]'` and a Chromium (Debian's package of that name will do).
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from qazlint.config.checker import Wishes
from qazlint.config.settings import Settings
from qazlint.web.app import create_app
from qazlint.web.desk import Desk
from tests.web.serving import serving

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DRAFT = (ROOT / "examples" / "post.txt").read_text(encoding="utf-8")


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    app = create_app(Desk.of(Wishes(Settings())))
    with serving(app) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 820}, locale="ru", accept_downloads=True)
        page = context.new_page()
        page.goto(address)
        page.locator("#draft").fill(DRAFT)
        page.locator("#cards .card").first.wait_for()
        page.locator("#cards .card .place").first.click()
        page.screenshot(path=PICTURES / "page.png")
        with page.expect_download() as download:
            page.locator("#report").click()
        report = PICTURES / "report.html"
        download.value.save_as(report)
        page.set_viewport_size({"width": 820, "height": 1000})
        page.goto(report.as_uri())
        page.screenshot(path=PICTURES / "report.png")
        report.unlink()
        browser.close()


if __name__ == "__main__":
    main()
