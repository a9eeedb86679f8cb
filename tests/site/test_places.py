"""Where a page lies by its path, and where its versions would lie."""

from __future__ import annotations

import pytest

from qazlint.extract import extract
from qazlint.match.versions import Place, is_there
from qazlint.policy.checks import Siblings
from qazlint.source import Source


def place(name: str, *names: str, format: str = "markdown") -> Place | None:  # noqa: A002
    asked = Siblings("ru", ("kk", "en"), names, "translations")
    return Place.of(extract(Source(name, "Текст.\n"), format), asked)


@pytest.mark.parametrize(
    ("path", "names", "language", "version"),
    [
        ("/site/news.ru.md", (".{lang}.",), "ru", ["/site/news.kk.md"]),
        ("/site/news.kk.md", (".{lang}.",), "kk", ["/site/news.kk.md"]),
        ("/site/ru/news.md", ("/{lang}/",), "ru", ["/site/kk/news.md"]),
        ("/ru/news.md", ("/{lang}/",), "ru", ["/kk/news.md"]),
        ("/ru/site/ru/news.md", ("/{lang}/",), "ru", ["/ru/site/kk/news.md"]),  # the last of them
        ("/ru/news.kk.md", ("/{lang}/", ".{lang}."), "kk", ["/ru/news.kk.md"]),
        ("/site/news.md", (".{lang}.",), "", ["/site/news.kk.md"]),
        ("/site/news.md", ("/{lang}/",), "", []),
        ("/site/news.md", ("_{lang}.", ".{lang}."), "", ["/site/news_kk.md", "/site/news.kk.md"]),
    ],
)
def test_versions(path: str, names: tuple[str, ...], language: str, version: list[str]) -> None:
    found = place(path, *names)
    assert found is not None
    assert found.language == language
    assert list(found.versions("kk")) == version


def test_what_is_no_file_has_no_place() -> None:
    assert place("<stdin>", ".{lang}.") is None


@pytest.mark.parametrize(
    ("name", "page", "there"),
    [
        ("news.kk.md", "/site/news.md", True),
        ("other.kk.md", "/site/news.md", False),
        ("kk/news.md", "/site/news.md", True),
        ("https://site.example/kk", "/site/news.md", True),
        ("/kk/news", "/site/news.md", True),
        ("//site.example/kk", "/site/news.md", True),
        ("#kk", "/site/news.md", True),
        ("HTTP://site.example", "/site/news.md", True),
        ("other.kk.md", "<stdin>", True),
        (17, "/site/news.md", False),
        (None, "/site/news.md", False),
    ],
)
def test_an_address_is_taken_on_trust(name: object, page: str, there: bool) -> None:
    files = ("/site/news.kk.md", "/site/kk/news.md")
    assert is_there(name, page, lambda path: path in files) == there
    assert is_there(name, page, None) == isinstance(name, str)
