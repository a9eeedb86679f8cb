"""Front matter that nobody should write: the rules find something or nothing, on the page, and end."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.extract import extract
from qazlint.match import facts
from qazlint.policy import load_policy
from qazlint.source import Source
from qazlint.types import Finding

FIELDS = ("submitted", "publish", "announced", "graphics", "kind", "lang", "source", "link", "translations")
WORDS = ("procurement", "reprint", "ru", "kk", "2026-03-20", "31.12.9999", "QazIndustry", "https://gov.kz", "\0", "")
RULES = [rule for rule in load_policy("qazindustry").rules if rule.checks]

scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | st.binary(max_size=4)
    | st.sampled_from(WORDS) | st.text(max_size=8)
)  # fmt: skip
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("kk", "en", "a.b")), inner), max_leaves=5
)


def check(text: str, name: str = "page.md") -> list[Finding]:
    document = extract(Source(name, text), "markdown")
    found = [item for item in facts.check(document, RULES) if isinstance(item, Finding)]
    for finding in found:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    return found


@settings(max_examples=3 * settings.default.max_examples)
@given(st.dictionaries(st.sampled_from(FIELDS), values), st.text(max_size=20))
def test_any_values(fields: dict[str, object], body: str) -> None:
    check(f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n{body}")
    check(f"---\n{json.dumps(fields, default=str)}\n---\n{body}")


@settings(max_examples=settings.default.max_examples)
@given(st.text(), st.sampled_from(("---", "+++")))
def test_any_text(text: str, fence: str) -> None:
    assert check(f"{fence}\n{text}\n{fence}\n")  # whatever it is, it has no two dates


@pytest.mark.parametrize(
    "matter",
    [
        "submitted: &a [*a]\npublish: *a\ntranslations: &t {kk: *t, en: *t}",
        "submitted: 0x" + "f" * 20_000,
        "kind: &k [reprint]\nsource: " + "www." * 5_000,
        "kind: reprint\nsource: " + "qaz" * 10_000,
        "a: &a {b: 1}\npublish: {c: *a, d: *a}",
        "? [submitted]\n: 1\n",
        "? {submitted: 1}\n: 1\n",
        "<<: {submitted: 2026-03-20, publish: 2026-03-20}",
        "submitted: !!timestamp 2026-03-20\npublish: !!python/object:os.system x",
        "submitted: 2026-03-20\nsubmitted: 2026-03-21\npublish: .inf",
        "".join("{translations: " for _ in range(900)) + "}" * 900,
        "submitted: 9999-12-31T23:59:59-12:00\npublish: 0001-01-01T00:00:00+12:00",
    ],
    ids=range(12),
)
def test_traps(matter: str) -> None:
    assert {finding.clause for finding in check(f"---\n{matter}\n---\n")} & {"11", "49", "50"}


def test_an_empty_page() -> None:
    assert {finding.span for finding in check("")} == {(0, 0)}
    assert {finding.span for finding in check(" \n\n")} == {(3, 3)}
    assert {finding.span for finding in check("\n\nТекст.\nЕщё.\n")} == {(2, 8)}
