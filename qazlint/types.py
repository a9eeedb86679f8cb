"""The values that pass from stage to stage. This module imports nothing of ours.

Offsets are code points into the text that is being checked; spans are half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

LANGUAGES = ("ru", "kk", "en")
SEVERITIES = ("error", "warning", "note")  # SARIF levels, the gravest first
NO_SEVERITY = "none"  # of a clause that is there for context
DOUBTFUL = "doubtful"  # confidence of a finding against which the rest of the post speaks; it is not reported


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class RawToken(NamedTuple):
    """A token as the scanner cuts it; `kind` is one of `token_patterns.KINDS`."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word form.

    lemma     dictionary form, lower case, ё written as е; a Kazakh verb's is its infinitive in -у
    pos       UPOS tag
    feats     Universal Dependencies features; read-only by convention
    lang      "ru" or "kk": the morphology that gave the reading
    is_known  the stem stands in that morphology's dictionary
    derived   a derivational suffix was crossed to reach the lemma
    spelling  "exact"; "folded" when the form was typed without the Kazakh letters; "latin" when typed in Latin script
    score     likelihood among the readings of the form, 0 to 1
    """

    lemma: str
    pos: str
    feats: Mapping[str, str] = field(default_factory=dict)
    lang: str = "ru"
    is_known: bool = True
    derived: bool = False
    spelling: str = "exact"
    score: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What is known of a word form, whatever its place: made once for a form and shared (compared by identity).

    text      as written
    form      lower case, ё as е, look-alike letters and stretching undone
    kind      the scanner's kind
    forms     `form` and the other readings of a disguised word (x*й, б л я), the likeliest first
    analyses  every reading, the likeliest first
    """

    text: str
    form: str
    kind: str
    forms: tuple[str, ...] = ()
    analyses: tuple[Analysis, ...] = ()


class Token(NamedTuple):
    """A word in its place; marks and emoji are kept as what stands before the next word."""

    start: int
    end: int
    word: Word


class Arc(NamedTuple):
    """Tokens `first:last` (half-open) read as one thing: an entity, or a word that was written in pieces."""

    first: int
    last: int
    kind: str
    word: Word | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence.

    marks[i]   the marks and emoji between token i-1 and token i, joined by spaces; marks[len(tokens)] those at the end
    paragraph  number of the paragraph in the text
    """

    tokens: tuple[Token, ...]
    marks: tuple[str, ...]
    arcs: tuple[Arc, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that a rule objects to.

    clause, rule_id   the clause's number and the rule's id
    severity          a SARIF level: "error", "warning" or "note"
    span              code-point offsets into the text that was checked
    confidence        "high", "medium" or "low": how sure the rule's author is of it; `DOUBTFUL` only in `Linter.raw`
    cites             numbers of clauses that bear on the finding without being violated by it
    related           passages that made the rule apply: where the employer is named, for instance
    messages, advices by language: what was understood, and what to do
    fingerprint       16 hexadecimal digits from the rule and the words of the sentence: the same after edits elsewhere
    """

    clause: str
    rule_id: str
    severity: str
    span: Span
    confidence: str = "high"
    cites: tuple[str, ...] = ()
    related: tuple[Span, ...] = ()
    messages: Mapping[str, str] = field(default_factory=dict)
    advices: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""

    def message(self, lang: str = "ru") -> str:
        """What was understood; Russian where the policy has no text in `lang`."""
        return self.messages.get(lang) or self.messages.get("ru", "")

    def advice(self, lang: str = "ru") -> str:
        """What to do; Russian where the policy has no text in `lang`."""
        return self.advices.get(lang) or self.advices.get("ru", "")


class Weighed(NamedTuple):
    """A text, or at most ten sentences of it, on the scales of a rule.

    total     sum of the weights in the text and in its heaviest sentence, and of what other tables add; from `finds` on
              the rule has a finding, below `doubts` others' findings are doubted
    passages  code-point offsets and the weights of the terms that stand there, below zero what speaks against; the
              heaviest first. A term that stands twice is named twice and counts once; entries of several words count
              where they may stand, and have a passage where they do
    others    names of the tables that add something, and what, the most first
    """

    rule_id: str
    total: float
    finds: float
    doubts: float
    passages: tuple[tuple[Span, float], ...]
    others: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody has decided to let pass.

    reason  in their words; "" when none was given
    how     "comment" or "front-matter" of the document, "baseline", "approval" by the press service,
            or "accepted" by who has read the report
    """

    finding: Finding
    reason: str
    how: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the user should know about a document and that is no finding: an unused suppression, say.

    kind   such as "unused-suppression", "unknown-name", "no-reason"
    span   code-point offsets into the text of the report
    texts  by language
    clause number of the clause that it is about, or ""
    """

    kind: str
    span: Span
    texts: Mapping[str, str]
    clause: str = ""

    def text(self, lang: str = "ru") -> str:
        """In the language asked for; Russian where there is none."""
        return self.texts.get(lang) or self.texts.get("ru", "")


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one text, sorted by position; spans are code-point offsets into `text`.

    author      role of the author
    approved    the press service has agreed to the post
    suppressed  findings that do not count for the verdict, sorted by position
    notices     what else the user should know, sorted by position
    """

    text: str
    findings: tuple[Finding, ...]
    author: str = "employee"
    approved: bool = False
    suppressed: tuple[Suppressed, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def verdict(self) -> str:
        """"publish" (nothing found), "agree" (with the press secretary first) or "stop" (must not be published)."""
        if not self.findings:
            return "publish"
        return "stop" if any(finding.severity == "error" for finding in self.findings) else "agree"
