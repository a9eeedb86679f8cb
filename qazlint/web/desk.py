"""Drafts and files → results: what the page and the API do, apart from HTTP."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePath
from typing import Any

from qazlint.config.checker import Checker, Wishes
from qazlint.config.settings import Post
from qazlint.extract import EXTRACTORS, Document, documents_in, format_of
from qazlint.filters.accepted import with_accepted
from qazlint.linter import DEFAULT_AUTHOR
from qazlint.policy import Policy
from qazlint.report import reporter
from qazlint.report.describe import inside
from qazlint.report.json_ import policy_data
from qazlint.report.result import FileResult, Style, Tally
from qazlint.report.wording import SEVERITY, VERDICT, WORDS, say
from qazlint.source import Source, Unreadable
from qazlint.web.requests import Draft, RequestError

SHOWN = ("plain", "markdown", "html", "docx")  # formats that the page can show; archives hold many posts


@dataclass(frozen=True, slots=True)
class Desk:
    """Checks drafts by the configuration of the folder that the server was started in."""

    checker: Checker

    @classmethod
    def of(cls, wishes: Wishes) -> Desk:
        """A desk, its policy loaded. Raises as `linter_for` does."""
        checker = Checker(wishes)
        checker.linter(None)
        return cls(checker)

    @property
    def policy(self) -> Policy:
        """What drafts are held against."""
        return self.checker.linter(None).policy

    def check(self, draft: Draft) -> FileResult:
        """The result for a draft; its offsets are code points of the text. Raises RequestError for an unknown role."""
        author = draft.post.author
        if author and author not in self.policy.roles:
            raise RequestError("unknown-value", f"author: «{author}» is none of {', '.join(self.policy.roles)}")
        source = Source(draft.name, draft.text)
        document = _with(draft.post, EXTRACTORS[draft.format](source))
        report = self.checker.check(document)
        return FileResult(source, with_accepted(report, draft.accepted), self.policy)

    def report(self, draft: Draft, form: str) -> str:
        """The whole report on a draft in a format of `report.FORMATS`."""
        output, tally, result = reporter(form, Style(self.policy, draft.lang)), Tally(), self.check(draft)
        tally.add(result)
        return "".join((output.begin(), output.add(result), output.end(tally)))

    def opened(self, data: bytes, name: str, lang: str) -> dict[str, Any]:
        """The text of a file for the page, and what it says of itself. Raises RequestError when it has none."""
        form = format_of(name)
        if form not in SHOWN:
            raise RequestError("archive", Unreadable(name, "archive").message(lang), 415)
        found = next(documents_in(BytesIO(data), name, form, ""))
        if isinstance(found, Unreadable):
            raise RequestError(found.reason, found.message(lang), 415)
        said = found.metadata
        return {
            "name": PurePath(name).name,
            "text": _shown(found),
            "format": "markdown" if form == "markdown" else "plain",
            "author": said.author if said.author in self.policy.roles else None,
            "approved": said.approved,
            "publish": said.publish.isoformat() if said.publish else None,
            "notes": [
                *(found.source.note(key, lang) for key in found.source.notes),
                *(problem.text(lang) for problem in said.problems),
            ],
        }

    def about(self, lang: str) -> dict[str, Any]:
        """What the page has to know: the policy's clauses and roles, and the words of reports."""
        policy, post = self.policy, self.checker.settings(None).post
        return {
            "policy": {**policy_data(Style(policy)), "name": inside(policy.name, lang)},
            "lang": lang,
            "author": post.author or DEFAULT_AUTHOR,
            "approved": bool(post.approved),
            "roles": {name: inside(texts, lang) for name, texts in policy.roles.items()},
            "clauses": {
                number: {key: inside(getattr(clause, key), lang) for key in ("title", "text", "strength")}
                for number, clause in policy.clauses.items()
            },
            "verdicts": {key: say(VERDICT, key, lang) for key in VERDICT},
            "severities": {key: say(SEVERITY, key, lang) for key in SEVERITY},
            "words": {key: say(WORDS, key, lang) for key in WORDS},
        }


def _with(post: Post, document: Document) -> Document:
    """The document as the page's switches describe it; what they leave open its front matter says."""
    said = document.metadata
    known = post.over(Post(said.author, said.approved, said.publish))
    metadata = replace(said, author=known.author, approved=known.approved, publish=known.publish)
    return replace(document, metadata=metadata)


def _shown(document: Document) -> str:
    """What a person edits: Markdown as it is written, of HTML only the prose."""
    return document.text if document.format == "html" else document.source.text
