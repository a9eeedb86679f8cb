"""How terms are looked up: Kazakh forms without their letters, infinitives that are forms of other verbs."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter
from qazlint.policy.terms import resolve, typed_forms
from tests.policy.small import write


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


@pytest.mark.parametrize(
    ("infinitive", "verb"),
    [
        ("қарамау", ("қарау", (("Polarity", "Neg"),))),
        ("төлену", ("төлеу", (("Voice", "Pass"),))),
        ("болдырмау", ("болу", (("Polarity", "Neg"), ("Voice", "Cau")))),
        ("қарау", None),
        ("демеу", None),  # a verb of its own, not the negative of деу
        ("бауырмау", None),  # nor is what no stem explains
        ("жұмыс", None),
        ("киліту", None),  # қылту only if typed without its letters
        ("пыстыру", None),
    ],
)
def test_a_kazakh_infinitive_that_is_a_form_of_another(infinitive: str, verb: object) -> None:
    assert resolve(infinitive, "kk", "VERB").form_of == verb
    assert resolve(infinitive, "kk", "NOUN").form_of is None


def test_it_finds_the_verb_where_it_is_so(tmp_path: Path) -> None:
    linter = Linter(write(tmp_path, lexicon="kk: {VERB: [қарамау], phrases: [хат төлену]}"))
    found = ["Хатқа қарамады.", "Хатқа қарамайды.", "Хатты төлеп қойды. Хат төленді."]
    assert [len(linter.check(text).findings) for text in (*found, "Хатқа қарады.", "Хат төлейді.")] == [1, 1, 1, 0, 0]
