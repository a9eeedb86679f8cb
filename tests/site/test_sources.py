"""Clauses 49 and 50: a reprint names its source and links to it."""

from __future__ import annotations

import pytest

from qazlint import Linter
from tests.site.pages import check, found, page


@pytest.mark.parametrize(
    ("lines", "body", "rules"),
    [
        (["kind: news"], "Текст.", []),
        (["kind: reprint"], "Текст.", ["49.source-line", "50.source-link"]),
        (["kind: reprint", "source: Министерство"], "Текст.", ["50.source-link"]),
        (["kind: reprint", "source: https://gov.kz/news"], "Текст.", []),
        (["kind: reprint", "source: Министерство", "link: www.gov.kz"], "Текст.", []),
        (["kind: reprint", "source: Министерство"], "[тут](https://gov.kz)", []),
        (["kind: reprint", "source: Министерство"], "<a href='http://gov.kz/'>тут</a>", []),
        (["kind: reprint", "source: Министерство"], "Это на http://localhost и в www.", ["50.source-link"]),
        (["kind: reprint", "source: Министерство"], "```\nhttps://gov.kz\n```", ["50.source-link"]),
        (["kind: reprint", "source: [Министерство, QazIndustry]"], "https://gov.kz", ["50.company-link"]),
        (["kind: reprint", "source: АО «КазИндустрия»"], "https://www.qazindustry.gov.kz/ru", []),
        (["kind: reprint", "source: QazIndustry"], "qazindustry.gov.kz", []),
        (["kind: reprint", "source: QazIndustry"], "pr@qazindustry.gov.kz", ["50.company-link"]),
        (["kind: reprint", "source: QazIndustry"], "https://notqazindustry.gov.kz", ["50.company-link"]),
        (["kind: reprint", "source: QazIndustry"], "https://qazindustry.gov.kz.example.com", ["50.company-link"]),
    ],
)
def test_sources_and_links(linter: Linter, lines: list[str], body: str, rules: list[str]) -> None:
    document = page("submitted: 2026-03-16", "publish: 2026-03-18", *lines, body=body)
    assert [rule for rule, _ in found(check(linter, document))] == rules
