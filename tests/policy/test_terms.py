"""How terms are typed: a Kazakh form counts without its letters too, unless that is another word."""

from __future__ import annotations

import pytest

from qazlint.policy.terms import typed_forms


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("біздің", ("біздің", "биздин")),
        ("маған", ("маған", "маган")),
        ("қалған", ("қалған",)),  # калган is a plant in Russian
        ("көз", ("көз",)),  # too short to be told from коз
        ("барды", ("барды",)),
        ("имени", ("имени",)),
    ],
)
def test_a_kazakh_form_is_looked_for_without_its_letters_too(form: str, expected: tuple[str, ...]) -> None:
    assert typed_forms(form) == expected
