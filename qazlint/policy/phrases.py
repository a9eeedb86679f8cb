"""The phrase language: a string of a rule or lexicon → a syntax tree.

    phrase   = part {("&" | "&N") part}
    part     = {item}
    item     = ["!"] term ["?"] | ".." [N]
    term     = ("(" part {"|" part} ")" | atom ["~"]) [features]

`atoms.py` has the atoms: words, lexicons, entities and the rest. Features stand right after what they are of, or alone.
"""

from __future__ import annotations

from qazlint.policy import limits
from qazlint.policy.atoms import PhraseError, Token, atom, features, only_word, tokens
from qazlint.policy.tree import Choice, Feature, Gap, Leaf, Phrase, Seq, Step

__all__ = ["PhraseError", "parse"]

MAX_GAP = 20
DEFAULT_GAP = 3


def parse(text: str) -> Phrase:
    """Read one phrase; raises PhraseError."""
    if len(text) > limits.LONGEST_PHRASE:
        raise PhraseError(f"a phrase has at most {limits.LONGEST_PHRASE} characters, not {len(text)}: make a lexicon")
    if word := only_word(text):
        return Phrase(((Step(atom(word)),),))
    parts: list[Seq] = []
    windows: list[int | None] = []
    reader = _Reader(list(tokens(text)))
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


class _Reader:
    """Recursive descent over the tokens of one phrase."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = self.depth = 0

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next(self) -> Token | None:
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else None

    def take(self, kind: str) -> Token | None:
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
            return Leaf("word", feats=features(token))
        leaf = atom(token)
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
        return features(token)
