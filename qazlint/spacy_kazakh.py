"""Kazakh for spaCy, which has none: `spacy.blank("kk")`, and a component that sets lemmas, tags and features."""

from __future__ import annotations

from spacy.attrs import LIKE_NUM
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from thinc.api import Config

from qazlint.language.kazakh import analyze
from qazlint.language.pipeline import analyse
from qazlint.language.routing import leanings
from qazlint.spacy_tokenizer import NAME
from qazlint.types import Analysis, Word

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


def like_num(text: str) -> bool:
    """Whether a token is written as a number or a number word, in any of its forms: 9,6, 3/4, он, онға, жиырмасыншы."""
    bare = text.lstrip("+-±~").replace(",", "").replace(".", "")
    if bare.isdigit():
        return True
    over, slash, under = bare.partition("/")
    if slash and over.isdigit() and under.isdigit():
        return True
    return text.lower() in NUMERALS or (text.isalpha() and any(r.pos == "NUM" for r in analyze(text)[:1]))


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
    """Sets `lemma_`, `pos_` and `morph` of every token from the likeliest reading in the language that the word is in.

    With `russian` the words that are Russian get their Russian reading: people mix the two.
    """

    def __init__(self, russian: bool) -> None:
        self.russian = russian

    def __call__(self, doc: Doc) -> Doc:
        tokens = {token.idx: token for token in doc}
        for sentence in analyse(doc.text):
            words = [token.word for token in sentence.tokens]
            for token, leaning in zip(sentence.tokens, leanings(words, sentence.marks), strict=True):
                if token.start in tokens:
                    self._set(tokens[token.start], token.word, leaning > 0)
        for rest in doc:
            _set_rest(rest)
        return doc

    def _set(self, token: SpacyToken, word: Word, is_kazakh: bool) -> None:
        if word.kind == "abbreviation":
            token.set_morph({"Abbr": "Yes"})  # type: ignore[attr-defined]
            return
        reading = self._reading(word, is_kazakh) or _of_number(token)
        if reading is not None:
            token.lemma_, token.pos_ = reading.lemma, reading.pos
            token.set_morph(dict(reading.feats))  # type: ignore[attr-defined]

    def _reading(self, word: Word, is_kazakh: bool) -> Analysis | None:
        """The likeliest reading; not one whose lemma is only there to be compared with folded terms."""
        kazakh, russian = (
            [r for r in word.analyses if r.lang == lang and not r.derived and (r.is_known or r.spelling == "exact")]
            for lang in ("kk", "ru")
        )
        if not self.russian:
            return next(iter(kazakh), None)
        return next(iter(kazakh + russian if is_kazakh else russian + kazakh), None)


def _is_ending(token: SpacyToken) -> bool:
    """Whether the token is a Kazakh ending that our tokenizer has cut off a number: 5 -ші, 90% -ға."""
    text = token.text
    return text[0] == "-" and text[1:].isalpha() and token.i > 0 and not token.nbor(-1).whitespace_


def _of_number(token: SpacyToken) -> Analysis | None:
    """The reading of a number with the ending after it."""
    following = token.doc[token.i + 1 : token.i + 2]
    if not (len(following) and _is_ending(following[0])):
        return None
    return next((r for r in analyze(token.text + following[0].text) if r.pos == "NUM"), None)


def _set_rest(token: SpacyToken) -> None:
    if not token.lemma_:
        token.lemma_ = token.lower_
    if not token.pos_:
        token.pos_ = _pos(token)


def _pos(token: SpacyToken) -> str:
    if token.is_space:
        return "SPACE"
    if token.is_punct:
        return "PUNCT"
    if token.like_num:
        return "NUM"
    if token.is_alpha:
        return "PROPN" if token.is_title or token.is_upper else "X"
    return "X" if any(map(str.isalpha, token.text)) else "SYM"


@Language.factory(
    "qazlint_morphology",
    default_config={"russian": True},
    assigns=["token.lemma", "token.pos", "token.morph"],
)
def make_morphology(nlp: Language, name: str, russian: bool) -> KazakhMorphology:
    """The factory behind `nlp.add_pipe("qazlint_morphology")`."""
    return KazakhMorphology(russian)
