"""How long the regular expressions of a policy may take, and what is said of those that take longer.

A pattern that would not end is given up, and the report tells so: silence would be taken for an answer.
Seconds are of the processor for this thread, so that neither a busy machine nor another check changes a report.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import regex

from qazlint.policy.model import Rule
from qazlint.types import Notice, Span

KIND = "regex-timeout"
_ONE = 0.5  # seconds of one regular expression on one text
_BY_LENGTH = 2e-6  # and for each of its characters
_ALL = 10  # times that, for all regular expressions of the policy

_OF_RULE = {
    "ru": "правило {name} проверено не до конца: его регулярное выражение работает слишком долго",
    "kk": "{name} ережесі толық тексерілмеді: оның тұрақты өрнегі тым ұзақ орындалады",
    "en": "the rule {name} was not checked to the end: its regular expression takes too long",
}
_OF_WORDS = {
    "ru": "образец слова {name} не проверен: он работает слишком долго",
    "kk": "{name} сөз үлгісі тексерілмеді: ол тым ұзақ орындалады",
    "en": "the pattern of words {name} was not checked: it takes too long",
}


class Patience:
    """What is left of it for one text.

    lost  ids of the rules for which it was not enough
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._one = _ONE + _BY_LENGTH * len(text)
        self._left = self._one * _ALL
        self.lost: set[str] = set()

    def spans(self, rule: Rule, pattern: str) -> list[Span]:
        """Where a rule's regular expression matches the text; nowhere when it takes too long."""
        if self._left <= 0:
            self.lost.add(rule.id)
            return []
        begun = time.thread_time()
        try:
            found = _compiled(pattern).finditer(self._text, timeout=min(self._one, self._left))
            return [Span(*match.span()) for match in found if match.end() > match.start()]
        except TimeoutError:
            self.lost.add(rule.id)
            return []
        finally:
            self._left -= time.thread_time() - begun


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> regex.Pattern[str]:
    """Case is ignored where there are letters; to be ready for it makes the search several times slower."""
    has_letters = any(map(str.isalpha, regex.sub(r"\\[dDsSwWbB\W]", "", pattern)))
    return regex.compile(pattern, regex.IGNORECASE if has_letters else 0)


def notices(rules: Iterable[str], patterns: Iterable[str], known: Mapping[str, Rule]) -> Iterator[Notice]:
    """What the report tells of rules that were not checked to the end, and of patterns of words."""
    for id_ in sorted(rules):
        yield _notice(_OF_RULE, id_, known[id_].clause)
    for pattern in sorted(patterns):
        yield _notice(_OF_WORDS, f"/{pattern}/")


def _notice(texts: Mapping[str, str], name: str, clause: str = "") -> Notice:
    return Notice(KIND, Span(0, 0), {lang: text.format(name=name) for lang, text in texts.items()}, clause)
