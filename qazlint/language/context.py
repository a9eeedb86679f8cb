"""What a word's neighbours say of it: its language, negation, quotation, and the person and tense of a verb chain.

Words are shared between places, so a word that its place changes is replaced by a variant, made once and shared too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from qazlint.language import kazakh
from qazlint.language.memo import remembered
from qazlint.language.routing import route
from qazlint.language.words import CACHE_SIZE, KazakhReader, is_kazakh, with_features
from qazlint.types import Analysis, Word

_NEGATIVE = (("Polarity", "Neg"),)
_QUOTED = (("Quoted", "Yes"),)
_OPENING, _CLOSING, _STRAIGHT = "«“„", "»”", '"'
_QUOTES = frozenset((*_OPENING, *_CLOSING, _STRAIGHT))

# Russian: what negates the word after it; what lets the negation through to the verb that it governs.
_NEGATORS = frozenset({"не", "ни", "нельзя"})
_TRANSPARENT = frozenset(
    "бы быть весь вовсе должный иметь мочь надо намеренный нужно очень право следовать сметь собираться совсем стать "
    "стоить так уж уже уметь хотеть".split()
)
_WILL = "буд"  # forms of «быть» in the future tense
_REACH = 3  # words that a negation passes at most

# Kazakh verbs that close a chain: the lexical verb stands first, person and tense on the last.
_AUXILIARIES = frozenset(
    "отыру жату тұру жүру қалу қою кету келу беру алу жіберу тастау салу болу көру бастау шығу түсу өту біту жаздау "
    "жатыр отыр тұр жүр еді екен".split()
)
_KAZAKH_NEGATOR = regex.compile(
    "(емес|жоқ|жок)([пб][іыи]н|с[іыи][ңн]|с[іыи]з|[пб][іыи]з|т[іыи]р|едім|еді|екен)?|emes(pin|sin|piz)?|joq(pyn|pyz)?"
)
_CHAIN_FEATURES = ("Mood", "Number", "Person", "Polarity", "Tense")


def in_context(
    words: Sequence[Word], marks: Sequence[str], quoted: bool = False, read: KazakhReader = kazakh.analyze
) -> tuple[list[Word], bool]:
    """The words of a sentence as their neighbours make them, and whether a quotation is still open at its end.

    words   the sentence's words
    marks   marks[i] stands before word i, marks[len(words)] at the end
    quoted  a quotation was open when the sentence began
    read    gives the Kazakh readings of a form
    """
    result = list(words)
    if any(map(is_kazakh, result)):
        result = _read_chains(route(result, marks, read), marks)
        _negate_kazakh(result)
    if any(map(_governs, result)):
        _future(result)
        _negate_russian(result)
    if quoted or not _QUOTES.isdisjoint("".join(marks)):
        quoted = _quote(result, marks, quoted)
    return result, quoted


def _replace(words: list[Word], at: int, feats: tuple[tuple[str, str], ...], lang: str | None = None) -> None:
    words[at] = with_features(words[at], feats, lang)


@remembered(CACHE_SIZE)
def _governs(word: Word) -> bool:
    """Whether the word may say something of a Russian word after it."""
    return word.form in _NEGATORS or word.form.startswith(_WILL)


def _negate_russian(words: list[Word]) -> None:
    for at, word in enumerate(words):
        if word.form in _NEGATORS:
            for after in range(at + 1, min(at + 1 + _REACH, len(words))):
                _replace(words, after, _NEGATIVE, "ru")
                if not _is_transparent(words[after]):
                    break
            else:
                _negate_before(words, at)


def _negate_before(words: list[Word], at: int) -> None:
    """«выкладывать не буду»: what the negation governs stands before it."""
    if at > 0 and any(a.feats.get("VerbForm") == "Inf" for a in words[at - 1].analyses):
        _replace(words, at - 1, _NEGATIVE, "ru")


def _is_transparent(word: Word) -> bool:
    return word.form in _TRANSPARENT or any(a.lemma in _TRANSPARENT and a.lang == "ru" for a in word.analyses)


def _future(words: list[Word]) -> None:
    """«будем … поддерживать» is read as one verb: the infinitive takes person and number."""
    for at, word in enumerate(words):
        if not word.form.startswith(_WILL):
            continue
        feats = next((a.feats for a in word.analyses if a.lemma == "быть" and a.feats.get("Tense") == "Fut"), None)
        if feats is None:
            continue
        carried = _carried(feats)
        for after in range(at + 1, min(at + 1 + _REACH, len(words))):
            if any(a.feats.get("VerbForm") == "Inf" for a in words[after].analyses):
                _replace(words, after, carried, "ru")
                break


def _carried(feats: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, feats[name]) for name in _CHAIN_FEATURES if name in feats)


def _read_chains(words: list[Word], marks: Sequence[str]) -> list[Word]:
    """Give the last verb's person, tense and polarity to the lexical verb of each Kazakh chain.

    A chain ends with its first finite verb, and no mark stands inside it.
    """
    for at in range(len(words) - 1):
        if not _opens_chain(words[at]):
            continue
        readings: list[Analysis] = []
        for after in range(at + 1, min(at + 4, len(words))):
            reading = None if marks[after] else _auxiliary(words[after])
            if reading is None:
                break
            readings.append(reading)
            if reading.feats.get("VerbForm") == "Fin" or "Person" in reading.feats:
                break
        if readings and (carried := _chain_features(readings)):
            _replace(words, at, carried, "kk")
    return words


@remembered(CACHE_SIZE)
def _opens_chain(word: Word) -> bool:
    return any(a.lang == "kk" and a.feats.get("VerbForm") in ("Conv", "Part") for a in word.analyses)


@remembered(CACHE_SIZE)
def _auxiliary(word: Word) -> Analysis | None:
    """The likeliest reading of the word as an auxiliary."""
    return next((a for a in word.analyses if a.lang == "kk" and a.lemma in _AUXILIARIES), None)


def _chain_features(readings: Sequence[Analysis]) -> tuple[tuple[str, str], ...]:
    """The features of the last auxiliary; a negation anywhere in the chain counts."""
    feats = dict(_carried(readings[-1].feats))
    if any(reading.feats.get("Polarity") == "Neg" for reading in readings):
        feats["Polarity"] = "Neg"
    return tuple(sorted(feats.items()))


def _negate_kazakh(words: list[Word]) -> None:
    for at, word in enumerate(words):
        if at and _negates(word):
            _replace(words, at - 1, _NEGATIVE, "kk")


@remembered(CACHE_SIZE)
def _negates(word: Word) -> bool:
    return _KAZAKH_NEGATOR.fullmatch(word.form) is not None


def _quote(words: list[Word], marks: Sequence[str], inside: bool) -> bool:
    for at in range(len(marks)):
        for mark in marks[at]:
            if mark in _OPENING:
                inside = True
            elif mark in _CLOSING:
                inside = False
            elif mark == _STRAIGHT:
                inside = not inside
        if inside and at < len(words):
            _replace(words, at, _QUOTED)
    return inside
