"""The words of the phrase language: a string → tokens, and a token that stands for something in a text → a leaf.

    atom     = "@" lexicon ["." group] | "<" entity ["=" argument] ">" | "/" regex "/" | "=" form | "==" exact form
             | "=" mark | lemma [":" UPOS] | features
    features = "[" name ("=" | "!=") value {"|" value} … "]"
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

import regex

from qazlint.policy import limits
from qazlint.policy.names import ENTITIES, FEATURES, UPOS, WITH_ARGUMENT, host, suggestion
from qazlint.policy.tree import Feature, Leaf

_FEWEST_DIGITS = 5  # of a telephone number: too many others end with fewer


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says what is wrong and where (column in code points, from 1)."""


_WORD = r"(?P<word>(?P<lemma>[\w][\w'’ʼ.+-]*[\w.+]|[\w])(?::(?P<pos>[A-Z]+))?)"
_ONE_WORD = regex.compile(_WORD)
_TOKEN = regex.compile(
    rf"""(?P<space>\s+)
      | (?P<and>&(?P<window>\d*))
      | (?P<gap>\.\.(?P<limit>\d*)(?=[\s)|&]|$))
      | (?P<open>\() | (?P<close>\)) | (?P<bar>\|)
      | (?P<pattern>/(?:\\/|[^/\\]|\\.)+/)
      | @(?P<group>[\w-]+(?:\.[\w-]+)?)
      | (?P<entity><(?P<name>[a-z]+)(?:=(?P<argument>[^<>\s]+))?>)
      | (?P<feats>\[[^\[\]]*(?:\[psor\][^\[\]]*)*\])
      | ==(?P<exact>[^\s()|\[\]?&]+)
      | =(?P<form>[\w][^\s()|\[\]?&~]*) | =(?P<mark>[^\w\s]{{1,3}})
      | (?P<not>!) | (?P<optional>\?) | (?P<derived>~)
      | {_WORD}
      | (?P<bad>.)
    """,
    regex.VERBOSE | regex.DOTALL,
)
_FEATURE = regex.compile(r"(?P<name>\w+(?:\[psor\])?)(?P<sign>!?=)(?P<values>\w+(?:\|\w+)*)")


class Token(NamedTuple):
    """A piece of a phrase; `kind` names the alternative of the pattern above that it is."""

    kind: str
    match: regex.Match[str]

    @property
    def column(self) -> int:
        return int(self.match.start()) + 1


def only_word(text: str) -> Token | None:
    """The token of a text that is one word, as most phrases of lexicons and of tables of weights are."""
    match = _ONE_WORD.fullmatch(text)
    return Token("word", match) if match else None


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a phrase, without spaces; raises PhraseError for what is none."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""  # the outermost group: the alternative that matched
        if kind == "bad":
            raise PhraseError(f"«{match[0]}» at column {match.start() + 1} has no meaning here")
        if kind != "space":
            yield Token(kind, match)


def atom(token: Token) -> Leaf:
    """What a token stands for; raises PhraseError for one that is no atom."""
    match = token.match
    if token.kind == "word":
        feats = (Feature("UPOS", (_known(match["pos"], UPOS, "part of speech", token),)),) if match["pos"] else ()
        return Leaf("lemma", _fold_yo(match["lemma"].lower()), feats)
    if token.kind == "form":
        return Leaf("form", _fold_yo(match["form"].lower()))
    if token.kind in ("exact", "mark", "group"):
        return Leaf(token.kind, match[token.kind])
    if token.kind == "pattern":
        return Leaf("pattern", _regex(match["pattern"][1:-1], token))
    if token.kind == "entity":
        return _entity(token)
    raise PhraseError(f"unexpected «{match[0]}» at column {token.column}")


def _entity(token: Token) -> Leaf:
    kind, argument = _known(token.match["name"], ENTITIES, "entity", token), token.match["argument"]
    if not argument:
        return Leaf("entity", kind)
    if kind not in WITH_ARGUMENT:
        raise PhraseError(f"of entities only {', '.join(WITH_ARGUMENT)} take «=», at column {token.column}")
    if kind == "phone" and sum(map(str.isdecimal, argument)) < _FEWEST_DIGITS:
        raise PhraseError(f"a telephone number is expected here, at column {token.column}")
    return Leaf("entity", f"{kind}={host(argument)}")


def _regex(pattern: str, token: Token) -> str:
    try:
        limits.regular(pattern)
    except ValueError as error:
        raise PhraseError(f"the regular expression at column {token.column} is wrong: {error}") from None
    return pattern


def features(token: Token) -> tuple[Feature, ...]:
    """The conditions between brackets; raises PhraseError."""
    found = []
    for piece in token.match["feats"][1:-1].split():
        match = _FEATURE.fullmatch(piece)
        if not match:
            raise PhraseError(f"«{piece}» at column {token.column} is not a feature: write Name=Value")
        name = _known(match["name"], FEATURES, "feature", token)
        known = UPOS if name == "UPOS" else FEATURES[name]
        values = tuple(_known(value, known, f"value of {name}", token) for value in match["values"].split("|"))
        found.append(Feature(name, values, match["sign"] == "!="))
    if not found:
        raise PhraseError(f"[] at column {token.column} has no feature")
    return tuple(found)


def _known(name: str, known: Collection[str], what: str, token: Token) -> str:
    if name not in known:
        raise PhraseError(f"unknown {what} «{name}» at column {token.column}{suggestion(name, known)}")
    return name


def _fold_yo(text: str) -> str:
    """ё written as е: the two are typed interchangeably."""
    return text.replace("ё", "е")
