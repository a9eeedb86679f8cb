"""What docs/rules.md says of phrases, by table: the stretches that are found stand in square brackets."""

from __future__ import annotations

import pytest

from qazlint.match import phrases
from tests.match.engine import matches, read, tried

# In a row, with gaps, options and alternatives.
ROWS = """
qaa qbb | [qaa qbb] qaa [qaa qbb] qbb
qaa qaa | [qaa qaa] qaa
qaa qaa | [qaa qaa] [qaa qaa]
qaa .. qbb | [qaa x x x qbb]
qaa .. qbb | qaa x x x x qbb
qaa ..1 qbb | [qaa x qbb] [qaa qbb] qaa x x qbb
qaa ..5 qbb | [qaa x qbb] x qbb
qaa ..2 qbb ..1 qcc | [qaa x qbb qcc] [qaa qbb x qcc] qaa qbb x x qcc
qaa ..2 qbb qcc | [qaa qbb qbb qcc]
qaa qbb? | [qaa qbb] [qaa] x qbb
qaa? qbb | [qaa qbb] [qbb] qaa x [qbb]
qaa? qbb? qcc | [qaa qbb qcc] qbb [qaa qcc] [qcc]
qaa ..2 qbb? qcc | [qaa qbb qcc] [qaa x x qcc] [qaa x x qbb qcc]
(qaa \\| qaa qbb) | [qaa qbb] [qaa] x
(qaa qbb \\| qaa) qbb | [qaa qbb] x [qaa qbb qbb]
(qaa \\| qbb qcc) qdd | [qaa qdd] [qbb qcc qdd] qbb qdd qcc qdd
(qaa \\| qbb)? qcc | [qaa qcc] [qbb qcc] [qcc]
(qaa (qbb \\| qbb qcc) \\| qaa) qdd | [qaa qbb qdd] [qaa qbb qcc qdd] [qaa qdd]
qaa !qbb | [qaa qcc] qaa qbb [qaa qaa] qaa
qaa !(qbb \\| qcc) qdd | [qaa x qdd] qaa qbb qdd qaa qcc qdd qaa qdd
!qaa qbb | [x qbb] qaa [qbb qbb] qbb
!qaa qbb | qbb
qaa =, qbb | [qaa , qbb] qaa qbb
=, qaa | qaa , [qaa]
qaa =, | qaa [qaa] ,
qaa =, !qbb | [qaa , qcc] qaa , qbb qaa qcc
<date> | [{x x}date]
qaa <date> | [qaa {x x}date] [qaa {x}date] qaa x
<date> qaa | [{x x x}date qaa] x [{qbb}date qaa]
"""

# Parts in any order: the shortest windows, and of those that overlap the first.
ANY_ORDER = """
qaa & qbb | [qaa x x x x x x x x x qbb]
qaa & qbb | [qbb x qaa]
qaa & qbb | qaa x [qaa qbb]
qaa & qbb | [qaa qbb] x qaa
qaa & qbb | [qaa qbb] qaa
qaa & qbb | [qaa qbb] x [qbb qaa]
qaa & qbb | [qaa x qbb] [qbb qaa]
qaa & qbb | qaa qcc qaa
qaa &0 qbb | [qaa qbb] qaa x qbb
qaa &1 qbb | [qaa x qbb] x x [qbb qaa] x x qaa x x qbb
qaa &2 qbb | qaa x x x qbb x x x x [qbb x x qaa]
qaa & qaa | [qaa x qaa]
qaa & qaa | x qaa x
qaa qbb & qbb qcc | qaa qbb qcc
qaa qbb & qbb qcc | [qaa qbb x qbb qcc]
qbb qcc & qaa qbb | qaa qbb qcc
(qaa \\| qaa qbb) & qbb | [qaa qbb]
qaa ..3 qcc & qbb | qaa qbb qcc
qaa ..3 qcc & qbb | [qaa x qcc qbb]
qaa & qbb &1 qcc | [qaa x x x x qbb x qcc]
qaa & qbb &1 qcc | qaa qbb x x qcc
qaa &1 qbb & qcc | [qaa x qbb x x x x qcc]
qaa &1 qbb & qcc | qaa x x qbb qcc
qaa &1 qbb &1 qcc | [qcc qaa qbb]
qaa &1 qbb &1 qcc | [qcc x qbb x qaa]
qaa & qbb & qaa | qaa qbb
qaa & qbb & qaa | [qaa qbb qaa]
qaa & qbb & (qaa \\| qcc) | [qcc qaa qbb]
qaa ..2 qbb & qaa | [qaa x qbb qaa] qaa
qaa ..2 qbb & qaa & qaa | [qaa qaa x x qbb qaa]
qaa? qbb & qaa & qaa | [qaa qbb qaa] qaa
"""

# A word that was written in pieces is one term, wherever it stands in the phrase.
IN_PIECES = """
qaa | x [{x x x}qaa] x
qaa qbb & qaa | [{x x x}qaa qbb qaa]
qaa qbb & qbb | [qaa {x x}qbb qbb]
qaa? qbb | [{x x x}qaa qbb] [qbb]
qaa .. qbb & qaa | [{x x}qaa x {x x x}qbb x qaa]
!qaa qbb | {x [x}qaa qbb]
[UPOS=NOUN] qbb | [{x x}qaa qbb]
[UPOS=VERB] qbb | {x x}qaa qbb
(qaa qbb \\| qcc)[UPOS=NOUN] qdd | [{x x}qcc qdd] [qaa qbb qdd]
"""


def rows(table: str) -> list[list[str]]:
    return [line.replace("\\|", "¦").split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("phrase", "text"), rows(ROWS + ANY_ORDER[1:] + IN_PIECES[1:]))
def test_found(phrase: str, text: str) -> None:
    said, expected = read(text)
    assert matches(phrase.replace("¦", "|"), said) == expected


def test_windows_beyond_the_limits_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    said, _ = read("qaa qbb qaa qbb")
    monkeypatch.setattr(phrases, "_MOST_MATCHES", 1)
    assert matches("qaa & qbb", said) == [(0, 2)]
    monkeypatch.setattr(phrases, "_MOST_MATCHES", 2)
    assert matches("qaa & qbb", said) == [(0, 2), (2, 4)]
    monkeypatch.setattr(phrases, "_MOST_WINDOWS", 1)
    assert matches("qaa & qbb", said) == [(0, 2)]


@pytest.mark.parametrize(
    ("phrase", "text", "is_tried"),
    [
        ("qaa qbb", "qaa qbb", True),
        ("qaa qbb", "qbb qcc qaa", True),  # only its words are looked at, not their order
        ("qaa qbb", "qaa qcc", False),
        ("qaa qbb", "qbb qcc", False),
        ("qaa & qbb", "qbb qaa", True),
        ("qaa & qbb", "qaa qaa", False),
        ("qaa !qbb", "qaa", True),
        ("<date>", "{qaa qbb}date", True),
        ("<date> qcc", "{qaa qbb}date qdd", False),
        ("qaa [UPOS=VERB]", "qaa", True),  # a condition on any word tells too little
    ],
)
def test_a_phrase_is_tried_where_its_rarest_words_are(phrase: str, text: str, is_tried: bool) -> None:
    assert tried(phrase, read(text)[0])[1] == is_tried
