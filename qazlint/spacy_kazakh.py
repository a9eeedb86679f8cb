"""Kazakh for spaCy, which has none: `spacy.blank("kk")`, and a component that sets lemmas, tags and features."""

from __future__ import annotations

from typing import Any

from spacy.attrs import LIKE_NUM
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from thinc.api import Config

from qazlint.spacy_tokenizer import NAME

# The commonest words that carry no topic: pronouns, postpositions, conjunctions, particles, auxiliaries.
STOP_WORDS = frozenset(
    "ал алайда арқылы ба бар барлық басқа без бе бейне бері бермен бәрі бәлкім бұл бір бірақ біз біздің бірге "
    "бойы бойынша болады болған болды болмаса болса болып бұрын бүкіл бүгін ғана ғой да дағы де дегенмен дейін "
    "деген деп едің еді екен ема емес ендеше енді ер еш ешкім жоқ жақын және жүр жатыр за заматта и кейбір кейін "
    "керек кім ке кез келеді қазір қай қайсы қалай қана қандай қарай қатар ма мен менің мені маған мұндай мұнда "
    "мынау мына ме не немесе неге неше о оған ол олар олардың онда оны оның осы осындай отыр па пе пен сайын сен "
    "сенің сияқты сол сондай сонда сондықтан соң сіз сіздің та таман те тек тиіс тұр туралы түгел үшін шейін ша "
    "әйтпесе әлгі әлі әр әрі әрбір ө өз өзге өзі өте һәм".split()
)
NUMERALS = frozenset(
    "нөл бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз мың "
    "миллион миллиард триллион жарты жарым".split()
)
_ORDINALS = ("ыншы", "інші", "ншы", "нші", "шы", "ші")


def like_num(text: str) -> bool:
    """Whether a token is written as a number: 9,6, 3/4, он, жиырмасыншы."""
    bare = text.lstrip("+-±~").replace(",", "").replace(".", "")
    if bare.isdigit():
        return True
    over, slash, under = bare.partition("/")
    if slash and over.isdigit() and under.isdigit():
        return True
    word = text.lower()
    return word in NUMERALS or any(word.removesuffix(ending) in NUMERALS for ending in _ORDINALS)


class KazakhDefaults(BaseDefaults):
    """Tokenizer, stop words and number words of Kazakh."""

    config = Config({"nlp": {"tokenizer": {"@tokenizers": NAME}}})
    stop_words = set(STOP_WORDS)  # noqa: RUF012
    lex_attr_getters = {**BaseDefaults.lex_attr_getters, LIKE_NUM: like_num}  # noqa: RUF012


class Kazakh(Language):  # type: ignore[no-untyped-call]
    """The language class that spaCy's entry point `kk` names."""

    lang = "kk"
    Defaults = KazakhDefaults


class KazakhMorphology:
    """Sets `lemma_`, `pos_` and `morph` of every token from the likeliest reading of `language.kazakh.analyze`.

    With `russian` the words that only Russian morphology knows get their Russian reading: people mix the two.
    """

    def __init__(self, russian: bool) -> None:
        self.russian = russian

    def __call__(self, doc: Doc) -> Doc:
        from qazlint.language.pipeline import analyse

        by_start: dict[int, Any] = {token.idx: token for token in doc}
        for sentence in analyse(doc.text):
            for token in sentence.tokens:
                target = by_start.get(token.start)
                readings = token.word.analyses
                reading = next((r for r in readings if r.lang == "kk" and r.is_known), None) or next(
                    (r for r in readings if r.lang == "kk" or self.russian), None
                )
                if target is not None and reading is not None:
                    target.lemma_ = reading.lemma
                    target.pos_ = reading.pos
                    target.set_morph(dict(reading.feats))
        for rest in doc:
            if not rest.lemma_:
                rest.lemma_ = rest.lower_
            if not rest.pos_:
                rest.pos_ = _pos(rest)
        return doc


def _pos(token: Any) -> str:
    if token.is_space:
        return "SPACE"
    if token.is_punct:
        return "PUNCT"
    return "NUM" if token.like_num else "SYM" if not token.is_alpha else "X"


@Language.factory(
    "qazlint_morphology",
    default_config={"russian": True},
    assigns=["token.lemma", "token.pos", "token.morph"],
)
def make_morphology(nlp: Language, name: str, russian: bool) -> KazakhMorphology:
    """The factory behind `nlp.add_pipe("qazlint_morphology")`."""
    return KazakhMorphology(russian)
