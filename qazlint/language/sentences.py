"""Where sentences end in social-media text, over the scanner's tokens.

A blank line ends a sentence and a paragraph. A line end ends a sentence unless the line was long and the text goes on
in lower case (text wrapped by a program). Stops end one, also before a small letter, since many type without capitals;
an emoji or `)))` only before a capital.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from qazlint.language.abbreviations import CLOSING_FORMS, LEADING_FORMS, compact
from qazlint.types import RawToken

LONGEST = 500  # tokens; a longer sentence is cut, so that matching stays linear
WRAPPED_LINE = 60  # characters; a line at least this long may have been broken by a program

LINE_END = regex.compile(r"\r\n|[\n\r\x0B\x0C\x85\u2028\u2029]")
STOPS = frozenset(".!?…‽⁇⁈⁉‼")
CLOSERS = frozenset("»”“\"'’)]}")  # “ closes a German-style quotation
OPENERS = frozenset("«„“\"'‘([{—–-•*·✓")
CONTINUES = frozenset(",;:")
DASHES = frozenset("—–-")
_MAY_END = frozenset({"mark", "emoji", "abbreviation"})  # kinds of tokens
_MAY_STOP = STOPS | {")"}  # marks
BLANK = "\u2800"  # the invisible Braille sign that people type to keep a blank line


def split(text: str, tokens: Sequence[RawToken]) -> list[tuple[int, int, int]]:
    """The sentences as (first token, last token exclusive, paragraph number), in order, covering every token."""
    return _Splitter(text, tokens).run() if tokens else []


class _Splitter:
    """One pass over the tokens of one text."""

    def __init__(self, text: str, tokens: Sequence[RawToken]) -> None:
        self.text = text
        self.tokens = tokens
        self.types_capitals = not text[tokens[0].start].islower()

    def run(self) -> list[tuple[int, int, int]]:
        result: list[tuple[int, int, int]] = []
        first, paragraph, count = 0, 0, len(self.tokens)
        for at in self._candidates():
            if at < first:  # a closing mark of the sentence before
                continue
            while at - first >= LONGEST:
                result.append((first, first + LONGEST, paragraph))
                first += LONGEST
            last, new_paragraph = self._boundary(first, at)
            if last:
                result.append((first, last, paragraph))
                first = last
                paragraph += new_paragraph
        if first < count:
            result.append((first, count, paragraph))
        return result

    def _candidates(self) -> list[int]:
        """The tokens after which a sentence may end; after most words a space and another word stand."""
        found, text, gap_from, may_end = list[int](), self.text, self.tokens[0].start, False
        for at, (start, end, kind) in enumerate(self.tokens):
            if may_end or (start != gap_from and (start != gap_from + 1 or text[gap_from] != " ")):
                found.append(at - 1)
            gap_from = end
            may_end = kind in _MAY_END and (kind != "mark" or text[start] in _MAY_STOP)
        found.append(len(self.tokens) - 1)
        return found

    def _boundary(self, first: int, at: int) -> tuple[int, bool]:
        """The end of the sentence (exclusive) if it ends with token `at` or the closers after it, else 0; and whether
        a paragraph ends there."""
        lines = self._line_ends(at)
        if lines:
            return (at + 1, lines > 1) if lines > 1 or self._line_end_counts(at) else (0, False)
        kind = self.tokens[at].kind
        if kind == "mark":
            sign = self.text[self.tokens[at].start]
            if sign in STOPS:
                return self._after_stop(first, at)
            if sign == ")" and self._is_smile(at):
                return self._before_capital(at)
        elif kind == "emoji" or (kind == "abbreviation" and self._abbreviation_closes(at)):
            return self._before_capital(at)
        return 0, False

    # ---- line ends
    def _line_ends(self, at: int) -> int:
        """How many line ends stand before the next token, one that is seen; blank characters on a line do not count."""
        if at + 1 == len(self.tokens):
            return 0
        start, end = self.tokens[at].end, self.tokens[at + 1].start
        if start == end or (end == start + 1 and self.text[start] == " "):
            return 0
        gap = self.text[start:end]
        if "\u2029" in gap:
            return 2
        lines = len(LINE_END.findall(gap))
        follows = self.tokens[at + 1]
        if lines == 1 and at + 2 < len(self.tokens) and self._is_blank(follows):
            lines += bool(LINE_END.search(self.text, follows.end, self.tokens[at + 2].start))
        return lines

    def _is_blank(self, token: RawToken) -> bool:
        return token.kind == "other" or self.text[token.start] == BLANK

    def _line_end_counts(self, at: int) -> bool:
        end = self.tokens[at].end
        if not self.text[self.tokens[at + 1].start].islower():
            return True
        if self.text[end - 1] in STOPS:
            return True
        line = max(self.text.rfind("\n", 0, end), self.text.rfind("\r", max(0, end - 2000), end))
        return end - line - 1 < WRAPPED_LINE

    # ---- stops
    def _after_stop(self, first: int, at: int) -> tuple[int, bool]:
        sign, end = self.text[self.tokens[at].start], self.tokens[at].end
        if sign == "." and end - self.tokens[at].start == 1 and self._stop_belongs_to_word(first, at):
            return 0, False
        last, closed = self._closers(at)
        lines = self._line_ends(last - 1)
        if lines or last == len(self.tokens):
            return last, lines > 1
        return (last, False) if self._ends(at, last, closed) else (0, False)

    def _stop_belongs_to_word(self, first: int, at: int) -> bool:
        """After an initial, after the number of a list item, before a figure without a space."""
        if at == first:
            return False
        before = self.tokens[at - 1]
        if before.end != self.tokens[at].start:
            return False
        if before.kind == "word" and before.end - before.start == 1 and self.text[before.start].isupper():
            return True
        if before.kind == "number" and at - 1 == first:
            return True
        follows = self.text[self.tokens[at].end : self.tokens[at].end + 1]
        return follows.isdigit()

    def _closers(self, at: int) -> tuple[int, bool]:
        """The first token after the stops, closing marks and emoji that follow; whether something was closed."""
        last, closed = at + 1, False
        while last < len(self.tokens) and not self._line_ends(last - 1):
            token = self.tokens[last]
            sign = self.text[token.start]
            glued = token.start == self.tokens[last - 1].end
            if token.kind == "mark" and sign in CLOSERS and (glued or sign == ")") and not self._opens(last):
                closed = closed or (token.end - token.start == 1 and not (sign == ")" and self._is_smile(last)))
            elif not (token.kind == "emoji" or token.kind == "suffix" or (token.kind == "mark" and sign in STOPS)):
                break
            last += 1
        return last, closed

    def _opens(self, at: int) -> bool:
        """A mark that may open or close opens when a space stands before it and none after it."""
        token = self.tokens[at]
        before = self.text[token.start - 1 : token.start]
        after = self.text[token.end : token.end + 1]
        return (not before or before.isspace()) and bool(after) and not after.isspace()

    def _ends(self, at: int, last: int, closed: bool) -> bool:
        sign = self.text[self.tokens[last].start]
        if sign in CONTINUES:
            return False
        letter = self._first_letter(last)
        if not letter.islower():
            return True
        if closed or sign in DASHES:  # «Где?» спросил он; «Иду!» — сказал он
            return False
        stop = self.text[self.tokens[at].start : self.tokens[at].end]
        return not (stop[0] == "…" or stop[:2] == "..") or not self.types_capitals

    # ---- capitals
    def _before_capital(self, at: int) -> tuple[int, bool]:
        last, _ = self._closers(at)
        if last == len(self.tokens) or self._line_ends(last - 1):
            return last, last < len(self.tokens) and self._line_ends(last - 1) > 1
        capital = self._first_letter(last).isupper() and self.text[self.tokens[last].start] not in CONTINUES
        return (last, False) if capital else (0, False)

    def _first_letter(self, at: int) -> str:
        """The first character of the next word, over opening quotes, brackets and dashes."""
        for token in self.tokens[at : at + 3]:
            letter = self.text[token.start]
            if token.kind != "mark" or letter not in OPENERS:
                return letter
        return ""

    def _is_smile(self, at: int) -> bool:
        """`)))`, or a `)` that closes nothing on its line."""
        token = self.tokens[at]
        if token.end - token.start > 1:
            return True
        before = self.text[max(0, token.start - 300) : token.start]
        return before.rfind("(") <= before.rfind(")")

    def _abbreviation_closes(self, at: int) -> bool:
        form = compact(self.text[self.tokens[at].start : self.tokens[at].end])
        if form not in CLOSING_FORMS or not form.endswith("."):
            return False
        if len(form) > 2 and form not in LEADING_FORMS:
            return True
        return at > 0 and self.tokens[at - 1].kind == "number"  # 5 м., 2020 г., and not М. or г. before a name
