"""What makes a finding the same one after its document was edited elsewhere: its rule and its sentence, hashed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from qazlint.types import Finding, Sentence

BYTES = 8  # of the digest: 16 hexadecimal digits
_WORD = re.compile(r"\w+")


def with_fingerprints(findings: Sequence[Finding], text: str, sentences: Sequence[Sentence]) -> list[Finding]:
    """The findings, each with its fingerprint.

    It does not change with the place, letter case, punctuation or white space of the sentence. Findings of one rule in
    equal sentences are told apart by their order.
    """
    if not findings:
        return []
    begins = [sentence.tokens[0].start for sentence in sentences]
    normal: dict[int, str] = {}
    seen: Counter[tuple[str, str]] = Counter()
    result = []
    for finding in findings:
        at = max(0, bisect_right(begins, finding.span.start) - 1)
        if at not in normal:
            normal[at] = normalised(text[begins[at] : sentences[at].tokens[-1].end] if sentences else text)
        key = (finding.rule_id, normal[at])
        result.append(replace(finding, fingerprint=_digest(*key, seen[key])))
        seen[key] += 1
    return result


def with_own_fingerprint(finding: Finding, text: str) -> Finding:
    """A finding about a page's facts, which stand in no sentence: its passage of the text and its message count."""
    passage = f"{text[slice(*finding.span)]} {finding.message()}"
    return replace(finding, fingerprint=_digest(finding.rule_id, normalised(passage), 0))


def normalised(sentence: str) -> str:
    """The words of a sentence in lower case, composed, ё as е, a space apart; where there are none, its marks."""
    plain = unicodedata.normalize("NFC", sentence.lower()).replace("ё", "е")
    return " ".join(_WORD.findall(plain)) or " ".join(plain.split())


def _digest(rule: str, sentence: str, number: int) -> str:
    data = "\0".join((rule, sentence, str(number))).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=BYTES).hexdigest()
