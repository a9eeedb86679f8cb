"""Sums, shares, phones, addresses, dates and the like in one sentence.

Each word gives a one-character role (`roles`), the roles of a sentence make a string, and patterns over that string
find the entities; what one pattern took the next ones do not see. Most sentences have no role that could begin one
and are left at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qazlint.language.roles import KINDS, role
from qazlint.types import Arc, Token

_OF_ROLE = {role: kind for kind, role in KINDS.items()}
_ANCHORS = re.compile(r"[DNAPSGZ1-7%b]")
_TAKEN = "#"
_FIGURES = re.compile("D{1,6}")
_CLOCK_TIME = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5][05]")

# ---- the patterns; see `roles` for the letters.
_COUNT = r"[DNA]{1,8}"
_EXTRA = r"(?:wf|k)?"
_MAGNITUDE = rf"(?:(?:{_COUNT}{_EXTRA}[SGs]|Z){_EXTRA})"
_MONEY_ONLY = r"(?!n?u)"  # no counted things follow: 5 тысяч (немецких) солдат
_FLAT = r"[Db][He](?![Db](?![He])|x)"  # 12-үй, but not the 12 of «12, үй 5»
_FIRST = rf"(?:{_FLAT}|[He]?[Db]x?)"
_NEXT = rf"(?:{_FLAT}|[He](?:[Db]x?|x)){{0,4}}"

# Each with the roles of which one must be there, so that few are ever tried. An address may have commas inside; a date
# an ending after a hyphen (14-ші сәуір); the others nothing but spaces.
ADDRESSES = (
    ("Ll", rf"[Ll][X.x]{{1,3}}{_FIRST}{_NEXT}"),
    ("K", rf"(?:X{{1,3}}|[.])K{_FIRST}{_NEXT}"),
    ("Ll", rf"X{{1,3}}[Ll]{_FIRST}{_NEXT}"),
    ("LlK", r"D?[LlK](?:[He][Db]x?){1,4}"),
    ("He", rf"X[X.]?[Db]x?(?=[He][Dbx]|[Db]H){_NEXT}"),
    ("H", r"H[Db]x?(?:[He][Db]x?){1,4}|DH(?:D[He]){1,4}"),
)
DATES = (("m", r"Dm(?:Dy?|y)?"), ("y", r"Dy(?:Dm)?"))
OTHERS = (
    ("time", "vqap", r"[DNA]v|q[DN]|(?<=[ap])D(?![SGsCcr%ju])"),
    ("percent", "P%r", rf"P|{_COUNT}{_EXTRA}[%r]"),
    (
        "money",
        "SGsZ",
        rf"(?:[DN]{{1,3}}a)?c?[SG]?{_MAGNITUDE}{{1,4}}(?:{_COUNT}(?=[kj]?[Cc]))?k?j?(?:[Cc]|{_MONEY_ONLY})",
    ),
    ("money", "Cc", rf"{_COUNT}{_EXTRA}j?[Cc]|c{_COUNT}|[SG]{_EXTRA}j?[Cc]"),
    ("money", "Gs", rf"[Gs]p?[DN]{{1,4}}{_MONEY_ONLY}"),
    ("number", "SGZ", rf"{_COUNT}{_EXTRA}[SG]|Z|[SG]"),
    ("number", "DNA", r"A*(?:[DN]A*){1,8}(?:wf)?|A{2,8}"),
)
# kind, roles needed, pattern, the gap in characters that it does not bridge
PATTERNS = (
    *(("address", frozenset(needed), re.compile(pattern), 0) for needed, pattern in ADDRESSES),
    *(("date", frozenset(needed), re.compile(pattern), 2) for needed, pattern in DATES),
    *((kind, frozenset(needed), re.compile(pattern), 1) for kind, needed, pattern in OTHERS),
)


def find(tokens: Sequence[Token]) -> list[Arc]:
    """The entities among the visible tokens of a sentence, by their first token; they do not overlap."""
    roles = "".join([role(token.word) for token in tokens])
    if not _ANCHORS.search(roles):
        return []
    arcs = [Arc(i, i + 1, _OF_ROLE[one]) for i, one in enumerate(roles) if one in _OF_ROLE]
    roles = _glued_only(tokens, roles)
    for arc in _personal(tokens, roles):
        arcs.append(arc)
        roles = _take(roles, arc)
    stretches = _stretches(tokens)
    for kind, needed, pattern, bridge in PATTERNS:
        if needed.isdisjoint(roles):
            continue
        for first, last in stretches[bridge]:
            for match in pattern.finditer(roles, first, last):
                arc = Arc(match.start(), match.end(), kind)
                if kind not in _CHECKS or _CHECKS[kind](tokens[arc.first : arc.last], roles[arc.first : arc.last]):
                    arcs.append(arc)
                    roles = _take(roles, arc)
    return sorted(arcs, key=lambda arc: arc[:2])


def _stretches(tokens: Sequence[Token]) -> tuple[list[tuple[int, int]], ...]:
    """Ranges of tokens between which stand: anything; only spaces; only spaces or an ending («-ші »)."""
    gaps = [after.start - before.end for before, after in pairwise(tokens)]
    cuts = [i for i, gap in enumerate(gaps, 1) if gap > 1]
    commas = [i for i in cuts if gaps[i - 1] == 2]
    return tuple(list(pairwise([0, *inner, len(tokens)])) for inner in ([], cuts, commas))


def _take(roles: str, arc: Arc) -> str:
    return roles[: arc.first] + _TAKEN * (arc.last - arc.first) + roles[arc.last :]


def _glued_only(tokens: Sequence[Token], roles: str) -> str:
    """«500к» is a sum, «с 500 к ней» is not: a single letter is a scale only when no space stands before it."""
    if "s" not in roles:
        return roles
    kept = list(roles)
    for i, one in enumerate(roles):
        if one == "s" and len(tokens[i].word.form) == 1 and (i == 0 or tokens[i - 1].end != tokens[i].start):
            kept[i] = "x"
    return "".join(kept)


# ---- numbers that belong to a person
def _personal(tokens: Sequence[Token], roles: str) -> Iterator[Arc]:
    for match in _FIGURES.finditer(roles):
        before = roles[max(0, match.start() - 3) : match.start()]
        first, last = match.span()
        digits = [_digits(token) for token in tokens[first:last]]
        kind = _number_of("".join(digits), before)
        if kind:
            yield Arc(first, last, kind)
            continue
        for i, one in enumerate(digits, first):
            kind = _number_of(one, "", tokens[i].word.text)
            if kind:
                yield Arc(i, i + 1, kind)


def _digits(token: Token) -> str:
    return "".join(character for character in token.word.text if character.isdigit() or character in "*xXхХ")


def _number_of(digits: str, before: str, text: str = "") -> str:
    """What a row of digits is, from its length and the words before it ("" when only a number)."""
    if "I" in before and 11 <= len(digits) <= 13:
        return "iin"
    if "B" in before and 15 <= len(digits) <= 19:
        return "card"
    if "T" in before[-2:] and 6 <= len(digits) <= 11:
        return "phone"
    if text and len(digits) == 16 and "." not in text and "," not in text:
        return "card"
    if text and len(digits) == 12 and text.isdigit():
        return "iin"
    return ""


# ---- what the letters alone cannot tell
def _is_date(tokens: Sequence[Token], roles: str) -> bool:
    day = _digits(tokens[0])
    if roles[1] == "y":
        return len(day) == 4 and day[:2] in ("19", "20")
    return day.isdecimal() and 1 <= int(day[:4]) <= 31


def _is_time(tokens: Sequence[Token], roles: str) -> bool:
    """An hour from 0 to 24, or hours and minutes with a full stop («до 22.00») after a preposition."""
    text = tokens[-1 if roles[0] == "q" else 0].word.text
    if roles == "D":
        return bool(_CLOCK_TIME.fullmatch(text))
    return not text[:1].isdecimal() or (text.isdecimal() and len(text) <= 2 and int(text) <= 24)


def _is_address(tokens: Sequence[Token], roles: str) -> bool:
    return all(len(_digits(token)) <= 4 for token in tokens)


_CHECKS = {"date": _is_date, "time": _is_time, "address": _is_address}
