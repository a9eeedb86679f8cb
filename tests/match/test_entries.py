"""Lexicon entries of one word and of several, in and around each other, by table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

import pytest

from qazlint.match.keys import Keys
from qazlint.match.phrases import find
from qazlint.match.view import View
from qazlint.policy.compiler import Compiler
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.phrases import parse
from qazlint.policy.problems import Place
from tests.match.engine import matches, read

# A pair is filed under its rarer word, of two as rare under the first: «наш» is the only common one here.
LEXICONS = {
    "pairs": {"late": ["qaa qbb", "qaa qcc"], "early": ["qdd qee", "qff qee"]},
    "long": {"gap": ["qgg ..1 qhh"], "three": ["qaa qbb qii"], "entity": ["<date> qee"]},
    "mixed": {"words": ["qaa", "qjj"], "sizes": ["qaa qbb", "qaa", "qaa qbb qcc"]},
    "outer": {"group": ["@pairs.late qkk", "qll"], "whole": ["@pairs"], "option": ["qmm @pairs.early?"], "pair": ["qnn @mixed.words"], "long": ["@long.three qkk"]},
    "second": {"word": ["qdd qcc"]},
    "open": {"verb": ["..1 [UPOS=VERB]"]},
    "choice": {"either": ["(qaa | qbb qcc) qdd"]},
    "common": {"first": ["наш qbb", "=наш qcc"], "second": ["qdd наш"], "forms": ["qaa qbb", "qdd =qbb"]},
}
# What no dictionary has may be of any part of speech: qll.
TABLE = """
@pairs.late | x [qaa qbb] [qaa qcc] qaa x qbb
@pairs.late | [qaa qbb]
@pairs.late | qbb qaa
@pairs.early | [qdd qee] [qff qee] qee qdd
@pairs.early | x [qdd qee]
@pairs.early | qee x x qdd
@pairs.late | qbb x x qaa
@pairs | [qaa qbb] [qdd qee]
@pairs.late qxx | [qaa qbb qxx] qaa qbb x qxx
@pairs.late .. @pairs.early | [qaa qcc x qff qee]
@pairs.late & @pairs.early | [qff qee x x x x x qaa qbb]
@pairs.late? qxx | [qaa qbb qxx] qaa [qxx]
!@pairs.late qxx | qaa [qbb qxx]
@long.gap | [qgg qhh] [qgg x qhh] qgg x x qhh
@long.three | [qaa qbb qii] qaa qbb
@long | [qaa qbb qii] [qgg qgg qhh]
@long.gap @long.three | [qgg x qhh qaa qbb qii]
@long.three & @long.gap | [qgg x qhh x x x x qaa qbb qii]
@long.three ..1 @long.gap ..1 @outer.group | [qaa qbb qii qgg x qhh x qaa qcc qkk]
@long.entity | [{x x}date qee] x qee
@mixed.words qxx | [qaa qxx] [qjj qxx] qbb qxx
!@mixed.words qxx | [qbb qxx] qaa qxx qjj qxx
@mixed.sizes | [qaa qbb qcc] [qaa qbb] x [qaa]
@mixed.sizes qcc | [qaa qbb qcc] x [qaa qbb qcc qcc] qaa x qcc [qaa qcc]
@outer.group | [qaa qbb qkk] [qll] qaa qbb
@outer.group qxx | [qaa qcc qkk qxx] [qll qxx]
@outer.whole | [qaa qbb] [qff qee]
@outer.option | [qmm qdd qee] [qmm] x qdd qee
@outer.pair | [qnn qaa] [qnn qjj] qnn qbb
@choice.either | [qaa qdd] [qbb qcc qdd] qcc qdd
@pairs.late | [{x x}qaa qbb] x
@pairs.late | [qaa {x x x}qbb] [qaa {x x}qcc]
@pairs.early | [{x x}qdd {x x}qee] {x x}qdd x
@pairs.early | qdd x {qee x}qff {x x}qbb
@outer.pair | [qnn {x x}qaa] qnn {x x}qbb
@pairs.late[UPOS=NOUN] | [qaa qbb] [qaa qcc]
@common.first | [наш qbb] [наш qcc] наш x qbb qcc наш
@common.second | [qdd наш] наш qdd x наш
@common.forms | [qaa qbb] [qdd qbb] qbb qaa
@open.verb | qaa [qbb] [qcc]
@open.verb[UPOS=NOUN] | qaa qbb qcc qdd
@pairs.late[UPOS=ADV] | qaa qbb qaa qcc
@pairs.early[UPOS=ADV] | [qdd qee] qff qee
@pairs.early[UPOS=NOUN] | qdd qee qaa
@pairs.late[UPOS=VERB] | [qaa qbb] [qaa qcc]
@pairs.late[UPOS=ADV] | qdd qaa qbb qdd
@second.word[UPOS=NOUN] | [qdd qcc] qdd x qcc
@second.word[UPOS!=NOUN] | [qdd qcc]
@long.three[UPOS=VERB] | [qaa qbb qii]
@long.three[UPOS=ADV] | qaa qbb qii qdd
@long.three[UPOS=ADV] | qdd qaa qbb qii
@mixed.sizes[UPOS=VERB] | [qaa qbb qcc] [qaa qbb] qaa
@outer.group[UPOS=NOUN] | [qaa qbb qkk] [qll]
@outer.whole[UPOS=ADV] | qaa qbb [qdd qee] qff qee
@choice.either[UPOS=VERB] | qaa qdd [qbb qcc qdd]
"""


def lexicons() -> Mapping[str, Lexicon]:
    place = Place("test.yaml", 1)
    return {
        name: Lexicon(
            name, {g: tuple(LexiconEntry(e, "any", parse(e), place) for e in entries) for g, entries in groups.items()}
        )
        for name, groups in LEXICONS.items()
    }


@pytest.mark.parametrize(("phrase", "text"), [line.split(" | ", 1) for line in TABLE.strip().splitlines()])
def test_found(phrase: str, text: str) -> None:
    said, expected = read(text)
    assert matches(phrase, said, lexicons()) == expected


def test_a_long_sentence_is_read_to_its_end() -> None:
    words = "x " * 70
    said, expected = read(f"[qll] {words} [qll] x [qaa qbb qkk]")
    assert matches("@outer.group", said, lexicons()) == expected
    said, expected = read(f"{words} [qll x qll]")
    assert matches("qll x qll", said) == expected


@pytest.mark.parametrize("order", [*permutations(("@long.three", "@outer.long", "@outer.group", "@long.gap"))])
def test_what_was_asked_before_does_not_matter(order: Sequence[str]) -> None:
    """Entries wait until something is asked that they may say; those that build on its answer go on waiting."""
    said, _ = read("qgg x qhh qaa qbb qii qkk x qll")
    compiler = Compiler(lexicons())
    numbers = [compiler.phrase(parse(phrase)) for phrase in order]
    program = compiler.program()
    view = View(said, Keys(program))
    found = {phrase: find(program.phrases[number], view) for phrase, number in zip(order, numbers, strict=True)}
    assert found == {"@long.three": [(3, 6)], "@outer.long": [(3, 7)], "@outer.group": [(8, 9)], "@long.gap": [(0, 3)]}
