"""The spaCy component: `nlp.add_pipe("qazlint")` writes the findings of a `Linter` to `doc.spans["qazlint"]`.

spaCy's entry points import this module, whoever calls `spacy.blank`, so the engine is imported by the component only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from qazlint.types import LANGUAGES

if TYPE_CHECKING:
    from qazlint.types import Finding

KEY = "qazlint"


class QazlintComponent:
    """Checks each Doc against a policy.

    Every finding is a span with the clause as its label and the rule as its id; `doc.spans["qazlint"].attrs` has
    "verdict" and "findings", plain data: clause, rule_id, severity, start and end (code points), message, advice.
    """

    def __init__(self, policy: str, author: str, lang: str) -> None:
        self.policy, self.author, self.lang = policy, author, lang
        self._linter: Any = None

    def __call__(self, doc: Doc) -> Doc:
        report = self._engine().check(doc.text, author=self.author)
        spans = [self._span(doc, finding) for finding in report.findings]
        attrs = {"verdict": report.verdict, "findings": [self._plain(finding) for finding in report.findings]}
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=spans, attrs=attrs)
        return doc

    def _engine(self) -> Any:
        if self._linter is None:
            from qazlint.linter import Linter

            self._linter = Linter(self.policy)
        return self._linter

    def _span(self, doc: Doc, finding: Finding) -> Span:
        """The tokens that the finding touches: spaCy's spans cannot begin inside a token."""
        found = doc.char_span(finding.span.start, finding.span.end, alignment_mode="expand")
        assert found is not None  # a finding lies on words, and words are tokens
        return Span(doc, found.start, found.end, label=finding.clause, span_id=finding.rule_id)

    def _plain(self, finding: Finding) -> dict[str, Any]:
        return {
            "clause": finding.clause,
            "rule_id": finding.rule_id,
            "severity": finding.severity,
            "start": finding.span.start,
            "end": finding.span.end,
            "message": finding.message(self.lang),
            "advice": finding.advice(self.lang),
        }

    def to_bytes(self, **kwargs: Any) -> bytes:
        """The settings are in the pipeline's config; there is nothing else to keep."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> QazlintComponent:
        """Nothing to restore."""
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Nothing to keep."""

    def from_disk(self, path: Any, **kwargs: Any) -> QazlintComponent:
        """Nothing to restore."""
        return self

    def __getstate__(self) -> dict[str, str]:
        """What another process needs: the linter is loaded there anew, from the cache."""
        return {"policy": self.policy, "author": self.author, "lang": self.lang}

    def __setstate__(self, state: dict[str, str]) -> None:
        self.__init__(**state)  # type: ignore[misc]


@Language.factory(
    "qazlint",
    default_config={"policy": "qazindustry", "author": "employee", "lang": "ru"},
    assigns=["doc.spans"],
)
def make_qazlint(nlp: Language, name: str, policy: str, author: str, lang: str) -> QazlintComponent:
    """The factory behind `nlp.add_pipe("qazlint", config={"policy": …, "author": …, "lang": …})`.

    Raises ValueError for a language that messages are not in.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"unknown language {lang!r}: messages are in {', '.join(LANGUAGES)}")
    return QazlintComponent(policy, author, lang)
