"""Which terms a word has: by its readings, its forms, its kind."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qazlint.match import keys as module
from qazlint.match.keys import Keys
from qazlint.match.phrases import find
from qazlint.match.view import View
from qazlint.policy.compiler import Compiler
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.phrases import parse
from qazlint.policy.problems import Place
from qazlint.types import Analysis, Sentence, Token, Word


def word(*readings: Analysis, form: str = "qaa", kind: str = "word", forms: Sequence[str] = ()) -> Word:
    return Word(form, form, kind, tuple(forms) or (form,), readings)


def reading(
    pos: str = "NOUN", lang: str = "ru", lemma: str = "qaa", known: bool = True, derived: bool = False,
    spelling: str = "exact", **feats: str,
) -> Analysis:  # fmt: skip
    return Analysis(lemma, pos, feats, lang, known, derived, spelling)


class Term:
    """A lexicon of one or more terms of a section, as a policy has it."""

    def __init__(self, term: str, section: str = "any", *more: tuple[str, str]) -> None:
        terms = ((term, section), *more)
        entries = tuple(LexiconEntry(each, where, parse(each), Place("test.yaml", 1)) for each, where in terms)
        compiler = Compiler({"one": Lexicon("one", {"": entries})})
        compiler.phrase(parse("@one"))
        self.program = compiler.program()
        self.keys = Keys(self.program)

    def holds(self, *words: Word) -> bool:
        tokens = tuple(Token(i, i + 1, word) for i, word in enumerate(words))
        view = View(Sentence(tokens, ("",) * (len(tokens) + 1), (), 0), self.keys)
        return find(self.program.phrases[0], view) == [(0, len(words))]


RUSSIAN, KAZAKH = "ru", "kk"
PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN SCONJ VERB X".split()
NOMINAL = {"NOUN", "PROPN", "ADJ", "ADV", "NUM", "PRON", "DET"}
CLASSES = {
    RUSSIAN: {"NOUN": {"NOUN", "PROPN"}, "VERB": {"VERB", "AUX"}, "ADJ": {"ADJ", "DET"}, "PART": {"PART", "INTJ"}},
    KAZAKH: {"VERB": {"VERB", "AUX"}, "AUX": {"VERB", "AUX"}} | dict.fromkeys(NOMINAL, NOMINAL),
}


@pytest.mark.parametrize("lang", [RUSSIAN, KAZAKH])
@pytest.mark.parametrize("asked", PARTS)
def test_parts_of_speech_are_taken_in_classes(asked: str, lang: str) -> None:
    term = Term(f"qaa:{asked}")
    fitting = {pos for pos in PARTS if term.holds(word(reading(pos, lang)))}
    assert fitting == CLASSES[lang].get(asked, {asked})


@pytest.mark.parametrize(
    ("term", "section", "readings", "holds"),
    [
        ("qaa", "any", [reading()], True),
        ("qaa", "any", [reading(lemma="qbb")], False),
        ("qaa", "any", [reading(lemma="qbb"), reading()], True),
        # a form of a word that no dictionary has; of a known word only the lemma counts
        ("qaa", "any", [reading(lemma="qbb", known=False)], True),
        ("qaa", "any", [reading(lemma="qbb", known=False), reading(lemma="qcc")], False),
        ("qaa", "any", [], True),
        ("qaa:NOUN", "any", [], True),
        ("qaa[Case=Gen]", "any", [], False),
        # languages
        ("премия", "ru", [reading(lemma="премия")], True),
        ("премия", "ru", [reading(lemma="премия", lang="kk")], False),
        ("премия", "ru", [reading(lemma="премия", lang="kk", known=False), reading(lemma="qbb")], True),
        ("qaa", "kk", [reading(lang="ru")], False),
        ("qaa", "kk", [reading(lang="kk")], True),
        ("qaa", "kk", [reading(lang="ru", known=False), reading(lang="ru", lemma="qbb")], False),
        ("qaa[Lang=ru]", "any", [reading(lang="kk")], False),
        ("qaa[Lang=kk]", "any", [reading(lang="kk")], True),
        ("qaa[Lang!=kk]", "any", [reading(lang="kk")], False),
        # features, all of one reading
        ("qaa[Case=Gen]", "any", [reading(Case="Gen")], True),
        ("qaa[Case=Gen]", "any", [reading(Case="Dat")], False),
        ("qaa[Case=Gen|Dat]", "any", [reading(Case="Dat")], True),
        ("qaa[Case!=Gen]", "any", [reading(Case="Dat")], True),
        ("qaa[Case!=Gen]", "any", [reading()], True),
        ("qaa[Case!=Gen]", "any", [reading(Case="Gen")], False),
        ("qaa[Case=Gen Number=Plur]", "any", [reading(Case="Gen", Number="Sing"), reading(Case="Dat", Number="Plur")], False),
        ("qaa[Case=Gen Number=Plur]", "any", [reading(Case="Dat"), reading(Case="Gen", Number="Plur")], True),
        ("qaa:NOUN", "any", [reading("ADV"), reading("NOUN", lemma="qbb")], False),
        ("qaa[Polarity=Pos]", "any", [reading()], True),
        ("qaa[Polarity=Pos]", "any", [reading(Polarity="Neg")], False),
        ("qaa[Polarity=Neg]", "any", [reading()], False),
        ("qaa[Polarity=Neg]", "any", [reading(Polarity="Neg")], True),
        ("qaa[Degree=Pos]", "any", [reading()], True),
        ("qaa[Degree=Pos]", "any", [reading(Degree="Cmp")], False),
        ("qaa[Case=Nom]", "any", [reading()], False),
        ("qaa[Known=Yes]", "any", [reading()], True),
        ("qaa[Known=No]", "any", [reading()], False),
        ("qaa[Known=No]", "any", [reading(known=False)], True),
        ("qaa[Known=Yes]", "any", [reading(known=False)], False),
        # any word with the features
        ("[Case=Gen]", "any", [reading(Case="Gen")], True),
        ("[Case=Gen]", "any", [reading()], False),
        ("[Case=Gen]", "any", [], False),
        ("[Known=No]", "any", [reading(known=False)], True),
        ("[UPOS=VERB Lang=kk]", "any", [reading("VERB")], False),
        ("[UPOS=VERB Lang=kk]", "any", [reading("VERB", "kk")], True),
        # a form, alone and with features
        ("=qaa", "any", [reading(lemma="qbb")], True),
        ("=qbb", "any", [reading(lemma="qbb")], False),
        ("=qaa[Case=Gen]", "any", [reading(lemma="qbb", Case="Dat"), reading(lemma="qcc", Case="Gen")], True),
        ("=qaa[Case=Gen]", "any", [reading(lemma="qbb", Case="Dat")], False),
        ("=qaa[Case=Gen]", "any", [], False),
        # derivatives: of a derived reading only where ~ asks for them
        ("qaa", "any", [reading(derived=True)], False),
        ("qaa~", "any", [reading(derived=True)], True),
        ("qaa~", "any", [reading()], True),
        ("коррупция~", "ru", [reading(lemma="коррупционер")], True),
        ("коррупция~", "ru", [reading(lemma="коррупционер", lang="kk")], False),
        ("коррупция~", "ru", [reading(lemma="коррупционер", lang="kk", known=False)], True),  # with Kazakh endings
        ("мафия~", "ru", [reading(lemma="мафиозный")], True),
        ("вор~", "ru", [reading(lemma="ворота")], False),
        ("вор~", "ru", [reading(lemma="вор")], True),
        ("достопримечательность~", "ru", [reading(lemma="достопримечательный")], True),
        ("коррупция~", "ru", [reading(lemma="корректор")], False),
        ("коррупция~", "ru", [reading(lemma="антикоррупционный")], False),
        ("коррупция", "ru", [reading(lemma="коррупционер")], False),
        ("коррупция~[Case=Gen]", "ru", [reading(lemma="коррупционер", Case="Dat")], False),
        # typed without the Kazakh letters: the folded lemma, of a reading that is folded
        ("құрмандас", "kk", [reading(lang="kk", lemma="курмандас", known=False, spelling="folded")], True),
        ("құрмандас", "kk", [reading(lang="kk", lemma="курмандас", known=False, spelling="latin")], True),
        ("құрмандас", "kk", [reading(lang="kk", lemma="курмандас", known=False)], False),
        ("құрмандас[Case=Gen]", "kk", [reading(lang="kk", lemma="курмандас", known=False, spelling="folded")], False),
    ],
)  # fmt: skip
def test_readings(term: str, section: str, readings: list[Analysis], holds: bool) -> None:
    assert Term(term, section).holds(word(*readings)) == holds


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([("премия", "kk"), ("премия", "ru")], reading(lemma="премия")),
        ([("премия", "ru"), ("премия", "kk")], reading(lemma="премия", lang="kk")),
        ([("qaa", "any"), ("qaa~", "any")], reading(derived=True)),
        ([("qaa[Case=Gen]", "any"), ("qaa[Case=Dat]", "any")], reading(Case="Dat")),
    ],
)
def test_terms_of_one_word_are_each_asked(terms: list[tuple[str, str]], found: Analysis) -> None:
    assert Term(*terms[0], *terms[1:]).holds(word(found))
    assert not Term(*terms[0]).holds(word(found))


def test_a_word_without_readings_may_be_a_term_of_either_language() -> None:
    assert Term("құрмандас", "kk").holds(word(form="құрмандас"))
    assert Term("зюзюка", "ru").holds(word(form="зюзюка"))


@pytest.mark.parametrize(
    ("term", "said", "holds"),
    [
        ("=qaa", word(form="x", forms=("x", "qaa")), True),  # a word in disguise has several forms
        ("qaa", word(form="x", forms=("x", "qaa")), True),
        ("==QaA", word(form="QaA", forms=("qaa",)), True),
        ("==QaA", word(form="qaa"), False),
        ("/q+a+/", word(), True),
        ("/q+a/", word(), False),
        ("/a+/", word(), False),
        ("/q+a+/", word(form="x", forms=("x", "qqa")), True),
        ("/q.*/", word(form="q" * 100), True),
        ("/q.*/", word(form="q" * 101), False),
        ("/q.*/", word(form="q" * 101, forms=("q" * 101, "q")), True),
        ("/q.*/[Known=No]", word(), True),
        ("/q.*/[Known=No]", word(reading(known=False)), True),
        ("/q.*/[Known=No]", word(reading(known=False), reading()), False),
        ("/q.*/[Known!=No]", word(reading(known=False), reading()), True),
        ("/q.*/[Known=Yes]", word(reading(known=False)), False),
        ("/q.*/[Known=Yes]", word(reading(known=False), reading()), True),
        ("/q.*/[Known=Yes Case=Gen]", word(reading(known=False, Case="Gen"), reading()), True),
        ("/q.*/[Known=Yes Case=Gen]", word(reading(known=False, Case="Dat"), reading()), False),
        ("/q.*/[Case=Gen]", word(reading(Case="Gen")), True),
        ("/q.*/[Case=Gen]", word(reading(Case="Dat")), False),
        ("/q.*/[UPOS=NOUN]", word(), True),
        ("<number>", word(form="7", kind="number"), True),
        ("<number>", word(form="7"), False),
        ("<url>", word(form="https://site.kz", kind="url"), True),
        ("<url=site.kz>", word(form="https://site.kz/a", kind="url"), True),
        ("<url=site.kz>", word(form="http://www.site.kz?a=b", kind="url"), True),
        ("<url=site.kz>", word(form="site.kz", kind="url"), True),
        ("<url=site.kz>", word(form="site.kz.", kind="url"), True),
        ("<url=site.kz>", word(form="https://site.kz:8080", kind="url"), True),
        ("<url=site.kz>", word(form="https://site.kz#a", kind="url"), True),
        ("<url=site.kz>", word(form="https://news.site.kz/", kind="url"), True),
        ("<url=site.kz>", word(form="https://mysite.kz", kind="url"), False),
        ("<url=site.kz>", word(form="https://site.kz.example/", kind="url"), False),
        ("<url=site.kz>", word(form="https://other.example/site.kz", kind="url"), False),
        ("<url=site.kz>", word(form="https://other.example?u=https://site.kz", kind="url"), False),
        ("<url=site.kz>", word(form="a@site.kz", kind="email"), False),
        ("<email=site.kz>", word(form="a@site.kz", kind="email"), True),
        ("<email=site.kz>", word(form="a@mail.site.kz", kind="email"), True),
        ("<email=site.kz>", word(form="a@other.kz", kind="email"), False),
        ("<email=site.kz>", word(form="site.kz", kind="url"), False),
    ],
)  # fmt: skip
def test_forms_patterns_and_things(term: str, said: Word, holds: bool) -> None:
    assert Term(term).holds(said) == holds


@pytest.mark.parametrize(
    ("wanted", "written", "same"),
    [
        ("+7-7172-00-11-22", "8 (7172) 00-11-22", True),
        ("+7-7172-00-11-22", "+7 7172 001122", True),
        ("+7-7172-00-11-22", "00-11-22", True),  # without the codes of country and town
        ("00-11-22", "8 (7172) 00-11-22", True),
        ("+7-7172-00-11-22", "8 (7172) 00-11-23", False),
        ("+7-7172-00-11-22", "8 (6172) 00-11-22", False),
        ("00-11-22", "8 (7172) 00-11-23", False),
    ],
)
def test_a_telephone_number_is_the_same_however_written(wanted: str, written: str, same: bool) -> None:
    assert Term(f"<phone={wanted}>").holds(Word(written, written, "phone", (written,))) == same
    assert not Term(f"<phone={wanted}>").holds(Word(written, written, "number", (written,)))


@pytest.mark.parametrize("kind", ["word", "mask", "abbreviation", "hashtag", "handle", "number"])
def test_patterns_are_for_what_is_read(kind: str) -> None:
    assert Term("/q+a+/").holds(word(kind=kind))


@pytest.mark.parametrize("kind", ["url", "email", "phone", "time", "date", "currency", "percent"])
def test_patterns_are_not_for_the_rest(kind: str) -> None:
    assert not Term("/q+a+/").holds(word(kind=kind))


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CACHE_SIZE", 3)
    term = Term("qaa")
    words = [word(reading(lemma=lemma)) for lemma in ("qaa", "qbb", "qaa", "qcc", "qaa")]
    assert [term.holds(each) for each in words] == [True, False, True, False, True]
    assert len(term.keys) <= 3
    assert [term.holds(each) for each in words] == [True, False, True, False, True]
