"""Features on terms, groups and choices, against real words."""

from __future__ import annotations

from pathlib import Path

import pytest

from qazlint import Linter
from tests.policy.small import RULE, write


def found(tmp_path: Path, phrase: str, text: str, lexicon: str = "ru: [премия]") -> list[str]:
    linter = Linter(write(tmp_path, rule=RULE.replace('["@money"]', f"['{phrase}', '@money =никогда']"), lexicon=lexicon))
    return [text[f.span.start : f.span.end] for f in linter.check(text).findings]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("говорить[Person=1]", "я говорю, он говорит", ["говорю"]),
        ("говорить[Person!=1]", "я говорю, он говорит", ["говорит"]),
        ("говорить[Person=1|3 Polarity=Neg]", "не говорю и не скажу", ["говорю"]),
        ("(дом | старый сад)[Case=Gen]", "у дома, дом, старого сада, старый сад", ["дома", "старого сада"]),
        ("=дома[Case=Gen]", "нет дома", ["дома"]),
        ("=дома[Case=Dat]", "нет дома", []),
        ("в [UPOS=ADJ]? дом", "в доме, в новом доме, новый дом", ["в доме", "в новом доме"]),
        ("айту[Person=1]", "мен айтамын, ол айтады", ["айтамын"]),
        ("[Lang=kk UPOS=VERB Person=1]", "мен айтамын", ["айтамын"]),
        ("үй[Person[psor]=1]", "біздің үйіміз, оның үйі", ["үйіміз"]),
        ("мәтін[Quoted=Yes]", "ол «мәтін» деді", ["мәтін"]),
        ("жемқор~", "жемқорлыққа қарсы", ["жемқорлыққа"]),
        ("коррупция~", "коррупционер и коррупционный", ["коррупционер", "коррупционный"]),
        ("/стол(а|у)?/", "столу, стола, столик", ["столу", "стола"]),
        ("<money>", "дали 5 млн тенге и 3 яблока", ["5 млн тенге"]),
        ("<url=site.kz>", "на www.site.kz/a, другой.kz и mysite.kz", ["www.site.kz/a"]),
        ("==ДСП", "ДСП и дсп", ["ДСП"]),
        ("да =, !нет", "да, верно; да, нет", ["да, верно"]),
    ],
)
def test_terms(tmp_path: Path, phrase: str, text: str, expected: list[str]) -> None:
    assert found(tmp_path, phrase, text) == expected


def test_features_of_a_group_reach_its_entries(tmp_path: Path) -> None:
    lexicon = "ru: {VERB: [говорить], phrases: ['давать показания']}\nkk: {VERB: [айту]}"
    text = "я говорю, он говорит, даю показания, мен айтамын, ол айтады"
    assert found(tmp_path, "@money[Person=1]", text, lexicon) == ["говорю", "даю показания", "айтамын"]
