"""The phrase language: a string of a rule or lexicon → a syntax tree.

    phrase   = part {("&" | "&N") part}
    part     = {item}
    item     = ["!"] atom ["?"] | ".." [N]
    atom     = "(" part {"|" part} ")" | "@" lexicon ["." group] | "<" entity ["=" argument] ">"
             | "/" regex "/" | "=" form | "==" exact form | "=" mark | lemma [":" UPOS] ["~"] | features
    features = "[" name ("=" | "!=") value {"|" value} … "]", after any atom but a choice, or standing alone
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

import regex

from qazlint.policy import limits
from qazlint.policy.names import ENTITIES, FEATURES, UPOS, WITH_ARGUMENT, host, suggestion
from qazlint.policy.tree import Choice, Feature, Gap, Leaf, Phrase, Seq, Step

MAX_GAP = 20
DEFAULT_GAP = 3
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


class _Token(NamedTuple):
    kind: str
    match: regex.Match[str]

    @property
    def column(self) -> int:
        return int(self.match.start()) + 1


def parse(text: str) -> Phrase:
    """Read one phrase; raises PhraseError."""
    if len(text) > limits.LONGEST_PHRASE:
        raise PhraseError(f"a phrase has at most {limits.LONGEST_PHRASE} characters, not {len(text)}: make a lexicon")
    if word := _ONE_WORD.fullmatch(text):  # as most phrases of lexicons and of tables of weights are
        return Phrase(((Step(_atom(_Token("word", word))),),))
    parts: list[Seq] = []
    windows: list[int | None] = []
    reader = _Reader(list(_tokens(text)))
    while True:
        parts.append(reader.sequence())
        token = reader.next()
        if token is None:
            break
        if token.kind != "and":
            raise PhraseError(f"unexpected «{token.match[0]}» at column {token.column}")
        if len(parts) == limits.MOST_PARTS:
            raise PhraseError(f"a phrase has at most {limits.MOST_PARTS} parts, at column {token.column}")
        windows.append(int(token.match["window"]) if token.match["window"] else None)
    return Phrase(tuple(parts), tuple(windows))


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""  # the outermost group: the alternative that matched
        if kind == "bad":
            raise PhraseError(f"«{match[0]}» at column {match.start() + 1} has no meaning here")
        if kind != "space":
            yield _Token(kind, match)


class _Reader:
    """Recursive descent over the tokens of one phrase."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = self.depth = 0

    def peek(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next(self) -> _Token | None:
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else None

    def take(self, kind: str) -> _Token | None:
        """The next token, if it is of the kind."""
        if self.at < len(self.tokens) and self.tokens[self.at].kind == kind:
            return self.next()
        return None

    def sequence(self) -> Seq:
        items: list[Step | Gap] = []
        gaps, is_needed = 0, False
        while (token := self.peek()) and token.kind not in ("and", "close", "bar"):
            if token.kind == "gap":
                items.append(self.gap())
                gaps += 1
            else:
                items.append(step := self.step())
                is_needed |= step.mode != "optional"
        if len(items) > limits.MOST_TERMS or gaps > limits.MOST_GAPS:
            most = f"{limits.MOST_TERMS} terms and {limits.MOST_GAPS} gaps"
            raise PhraseError(f"a phrase has at most {most} in a row, not {len(items)} and {gaps}")
        if not items:
            where = f" at column {token.column}" if token else ""
            raise PhraseError(f"a phrase or an alternative is empty{where}")
        if not is_needed:
            raise PhraseError("a phrase needs a term that is not optional")
        return tuple(items)

    def gap(self) -> Gap:
        token = self.take("gap")
        assert token is not None
        limit = int(token.match["limit"]) if token.match["limit"] else DEFAULT_GAP
        if not 1 <= limit <= MAX_GAP:
            raise PhraseError(f"a gap holds 1 to {MAX_GAP} words, not {limit}, at column {token.column}")
        return Gap(limit)

    def step(self) -> Step:
        negated = self.take("not")
        what = self.choice() if self.take("open") else self.leaf()
        optional = self.take("optional")
        if negated and optional:
            raise PhraseError(f"«!» and «?» do not go together, at column {negated.column}")
        if negated and isinstance(what, Choice) and any(len(option) > 1 for option in what.options):
            raise PhraseError(f"«!» takes single words, at column {negated.column}")
        return Step(what, "not" if negated else "optional" if optional else "one")

    def choice(self) -> Choice:
        self.depth += 1
        if self.depth > limits.DEEPEST_BRACKETS:
            raise PhraseError(f"brackets stand at most {limits.DEEPEST_BRACKETS} deep in each other")
        options = [self.sequence()]
        while self.take("bar"):
            options.append(self.sequence())
        if not self.take("close"):
            raise PhraseError("«(» is not closed")
        self.depth -= 1
        return Choice(tuple(options), self.features())

    def leaf(self) -> Leaf:
        token = self.next()
        if token is None:
            raise PhraseError("a term is missing at the end")
        if token.kind == "feats":
            return Leaf("word", feats=_features(token))
        leaf = _atom(token)
        if leaf.kind == "lemma" and self.take("derived"):
            leaf = leaf._replace(derived=True)
        feats = self.features()
        return leaf._replace(feats=leaf.feats + feats) if feats else leaf

    def features(self) -> tuple[Feature, ...]:
        """Features written right after an atom; after a space they are a word of their own."""
        token = self.peek()
        if token is None or token.kind != "feats" or token.match.start() != self.tokens[self.at - 1].match.end():
            return ()
        self.at += 1
        return _features(token)


def _atom(token: _Token) -> Leaf:
    match = token.match
    if token.kind == "word":
        feats = (Feature("UPOS", (_known(match["pos"], UPOS, "part of speech", token),)),) if match["pos"] else ()
        return Leaf("lemma", fold_yo(match["lemma"].lower()), feats)
    if token.kind == "form":
        return Leaf("form", fold_yo(match["form"].lower()))
    if token.kind in ("exact", "mark", "group"):
        return Leaf(token.kind, match[token.kind])
    if token.kind == "pattern":
        return Leaf("pattern", _regex(match["pattern"][1:-1], token))
    if token.kind == "entity":
        return _entity(token)
    raise PhraseError(f"unexpected «{match[0]}» at column {token.column}")


def _entity(token: _Token) -> Leaf:
    kind, argument = _known(token.match["name"], ENTITIES, "entity", token), token.match["argument"]
    if not argument:
        return Leaf("entity", kind)
    if kind not in WITH_ARGUMENT:
        raise PhraseError(f"of entities only {', '.join(WITH_ARGUMENT)} take «=», at column {token.column}")
    if kind == "phone" and sum(map(str.isdecimal, argument)) < _FEWEST_DIGITS:
        raise PhraseError(f"a telephone number is expected here, at column {token.column}")
    return Leaf("entity", f"{kind}={host(argument)}")


def _regex(pattern: str, token: _Token) -> str:
    try:
        limits.regular(pattern)
    except ValueError as error:
        raise PhraseError(f"the regular expression at column {token.column} is wrong: {error}") from None
    return pattern


def _features(token: _Token) -> tuple[Feature, ...]:
    features = []
    for piece in token.match["feats"][1:-1].split():
        match = _FEATURE.fullmatch(piece)
        if not match:
            raise PhraseError(f"«{piece}» at column {token.column} is not a feature: write Name=Value")
        name = _known(match["name"], FEATURES, "feature", token)
        known = UPOS if name == "UPOS" else FEATURES[name]
        values = tuple(_known(value, known, f"value of {name}", token) for value in match["values"].split("|"))
        features.append(Feature(name, values, match["sign"] == "!="))
    if not features:
        raise PhraseError(f"[] at column {token.column} has no feature")
    return tuple(features)


def _known(name: str, known: Collection[str], what: str, token: _Token) -> str:
    if name not in known:
        raise PhraseError(f"unknown {what} «{name}» at column {token.column}{suggestion(name, known)}")
    return name


def fold_yo(text: str) -> str:
    """ё written as е: the two are typed interchangeably."""
    return text.replace("ё", "е")
