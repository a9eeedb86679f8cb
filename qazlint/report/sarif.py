"""SARIF 2.1.0 (OASIS), which code hosts and editors read.

Results are written as they come; what they refer to (rules, files, notifications) follows them, and only what was
referred to. `columnKind` says that columns and offsets are code points, as everywhere in qazlint.
"""

from __future__ import annotations

from typing import Any

from qazlint import __version__
from qazlint.report import Reporter
from qazlint.report.clean import dumps
from qazlint.report.describe import inside, region, strength, title
from qazlint.report.result import FileResult, Item, Style, Tally
from qazlint.report.uri import charset, uri
from qazlint.report.wording import WORDS, say
from qazlint.source import Source, Unreadable
from qazlint.types import Finding, Notice, Span, Suppressed

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "ruleAndSentence/v1"  # the name's version is raised when fingerprints are computed in another way
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Data = dict[str, Any]


class SarifReporter(Reporter):
    """One log with one run."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._results = 0
        self._rules: list[Data] = []
        self._known: dict[str, int] = {}  # by id: place in the driver's rules
        self._files: dict[str, int] = {}  # by name: place in the artifacts
        self._artifacts: list[Data] = []
        self._notifications: list[Data] = []

    def begin(self) -> str:
        """The log up to its results."""
        return f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"columnKind":"unicodeCodePoints","results":['

    def add(self, item: Item) -> str:
        """A result on a line for each finding, suppressed ones included."""
        if isinstance(item, Unreadable):
            self._notifications.append(_unreadable(item, self._style.lang))
            return ""
        at, style = self._artifact(item.source), self._style.of(item)
        self._notifications += (self._note(key, item.source, at) for key in item.source.notes)
        self._notifications += (self._notice(notice, item, at) for notice in item.report.notices)
        found = [self._result(finding, item.source, at, style) for finding in item.report.findings]
        found += (
            self._result(suppressed.finding, item.source, at, style) | {"suppressions": [_suppression(suppressed)]}
            for suppressed in item.report.suppressed
        )
        lines = []
        for result in found:
            lines.append(("," if self._results else "") + "\n" + dumps(result))
            self._results += 1
        return "".join(lines)

    def end(self, tally: Tally) -> str:
        """What the results refer to, and the end of the log."""
        invocation: Data = {"executionSuccessful": tally.unreadable == 0}
        if self._notifications:
            invocation["toolExecutionNotifications"] = self._notifications
        rest = {"tool": {"driver": self._driver()}, "artifacts": self._artifacts, "invocations": [invocation]}
        return "],\n" + ",\n".join(f'"{key}":{dumps(value)}' for key, value in rest.items()) + "\n}]}\n"

    def _driver(self) -> Data:
        policy, lang = self._style.policy, self._style.lang
        return {
            "name": "qazlint",
            "version": __version__,
            "language": lang,
            "rules": self._rules,
            "properties": {"policy": {"id": policy.slug, "version": policy.version, "name": inside(policy.name, lang)}},
        }

    def _rule(self, finding: Finding, style: Style) -> int:
        """The rule's place in the driver's rules."""
        known = self._known.setdefault(finding.rule_id, len(self._rules))
        if known == len(self._rules):
            clause = style.policy.clauses[finding.clause]
            text = inside(clause.text, style.lang)
            rule = next(rule for rule in style.policy.rules if rule.id == finding.rule_id)
            self._rules.append(
                {
                    "id": finding.rule_id,
                    "shortDescription": {"text": inside(rule.message, style.lang)},
                    "fullDescription": {"text": text},
                    "help": {"text": finding.advice(style.lang) or text},
                    "defaultConfiguration": {"level": finding.severity},
                    "properties": {"clause": finding.clause, "title": title(finding, style)},
                }
            )
        return known

    def _artifact(self, source: Source) -> int:
        """The file's place among the artifacts; the parts of a file have one."""
        if source.name not in self._files:
            self._files[source.name] = len(self._artifacts)
            artifact: Data = {"location": {"uri": uri(source.name)}, "roles": ["analysisTarget"]}
            if source.encoding == "docx":
                artifact["mimeType"] = _DOCX
            else:
                artifact["encoding"] = charset(source.encoding)
            self._artifacts.append(artifact)
        return self._files[source.name]

    def _result(self, finding: Finding, source: Source, at: int, style: Style) -> Data:
        lang = style.lang
        result: Data = {
            "ruleId": finding.rule_id,
            "ruleIndex": self._rule(finding, style),
            "level": finding.severity,
            "message": {"text": finding.message(lang)},
            "locations": [_location(finding.span, source, at)],
            "properties": {
                "clause": finding.clause,
                "strength": strength(finding, style),
                "confidence": finding.confidence,
                "cites": list(finding.cites),
            },
        }
        if finding.fingerprint:
            result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
        if finding.related:
            because = {"message": {"text": say(WORDS, "because", lang)}}
            result["relatedLocations"] = [
                {"id": number, **_location(span, source, at), **because}
                for number, span in enumerate(finding.related, 1)
            ]
        return result

    def _note(self, kind: str, source: Source, at: int) -> Data:
        return {
            "level": "note",
            "descriptor": {"id": kind},
            "message": {"text": source.note(kind, self._style.lang)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(source.name), "index": at}}}],
        }

    def _notice(self, notice: Notice, item: FileResult, at: int) -> Data:
        return {
            "level": "note",
            "descriptor": {"id": notice.kind},
            "message": {"text": notice.text(self._style.lang)},
            "locations": [_location(notice.span, item.source, at)],
        }


def _location(span: Span, source: Source, at: int) -> Data:
    """Offsets are the file's, so they are left out where the source is a later part of it."""
    place = region(span, source)
    where: Data = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    if source.is_first:
        where |= {"charOffset": span.start, "charLength": span.end - span.start}
    where["snippet"] = {"text": source.text[span.start : span.end]}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(source.name), "index": at}, "region": where}}


def _suppression(suppressed: Suppressed) -> Data:
    kind = "inSource" if suppressed.how in ("comment", "front-matter") else "external"
    return {"kind": kind, "status": "accepted"} | ({"justification": suppressed.reason} if suppressed.reason else {})


def _unreadable(item: Unreadable, lang: str) -> Data:
    place: Data = {"artifactLocation": {"uri": uri(item.name)}}
    if item.line:
        place["region"] = {"startLine": item.line}
    return {
        "level": "error",
        "descriptor": {"id": f"unreadable/{item.reason}"},
        "message": {"text": item.message(lang)},
        "locations": [{"physicalLocation": place}],
    }
