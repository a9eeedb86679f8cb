"""Drafts that are open in an editor → what is found in them, each by the configuration nearest to its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qazlint.config.checker import Checker, Wishes
from qazlint.config.find import read
from qazlint.config.settings import Settings
from qazlint.extract import EXTRACTORS, Document, format_of
from qazlint.filters import BaselineError
from qazlint.inputs import Patterns
from qazlint.language.kazakh.transducer import TransducerError
from qazlint.lsp.wording import WORDS
from qazlint.policy.problems import PolicyError, UnknownPolicyError
from qazlint.policy.select import names
from qazlint.report.result import Style
from qazlint.report.wording import say
from qazlint.source import Source
from qazlint.types import Report

LONGEST = 200_000  # characters; a longer text would take longer to check than its author takes to type on
_MOST_PROBLEMS = 5  # that are shown of a configuration

# What editors call the formats; everything else is known by the file's name.
_LANGUAGES = {"html": "html", "markdown": "markdown", "plaintext": "plain", "text": "plain", "xhtml": "html"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in the editor.

    path      its file; of a text that has none yet, where it would be; None when not even that is known
    name      what the text is called
    language  the editor's name for its format
    """

    text: str
    name: str = "draft.txt"
    path: Path | None = None
    language: str = ""

    @property
    def format(self) -> str:
        """The format's name in `extract.FORMATS`."""
        return _LANGUAGES.get(self.language) or format_of(self.name)


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with its report, whose spans are code-point offsets into the text.

    style  the policy, and the language that its reader wants
    names  as `policy.select.names`
    """

    draft: Draft
    document: Document
    report: Report
    style: Style
    names: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A draft that was not checked, and why; "" when it is not meant to be."""

    draft: Draft
    why: str = ""


class Drafts:
    """Checks drafts.

    policy  another policy than the configuration's
    config  this configuration for all drafts
    lang    language of messages; "" for the configuration's
    """

    def __init__(self, policy: str = "", config: Path | None = None, lang: str = "") -> None:
        self._policy, self._config, self._lang = policy, config, lang
        self.reload()

    def reload(self) -> None:
        """Forget configurations and policies: they may have changed."""
        self._checker: Checker | None = None
        self._broken: dict[Path | None, str] = {}  # by folder, so that they are not read again at each key
        self._names: dict[int, Mapping[str, frozenset[str]]] = {}

    def check(self, draft: Draft) -> Checked | Unchecked:
        """What is found in a draft; whatever is wrong with its configuration is a reason, not an exception."""
        if draft.format not in EXTRACTORS:
            return Unchecked(draft)
        if len(draft.text) > LONGEST:
            return Unchecked(draft, say(WORDS, "long", self._lang))
        folder = draft.path.parent if draft.path else None
        if folder in self._broken:
            return Unchecked(draft, self._broken[folder])
        try:
            return self._check(draft)
        except (PolicyError, BaselineError, TransducerError, UnknownPolicyError) as error:
            self._broken[folder] = f"{say(WORDS, 'broken', self._lang)}\n{self._problems(error)}"
            return Unchecked(draft, self._broken[folder])
        except Exception as error:  # a bug of ours must not end the session; what it says may have the draft's words
            return Unchecked(draft, say(WORDS, "failed", self._lang).format(name=type(error).__name__))

    def _check(self, draft: Draft) -> Checked | Unchecked:
        checker = self._opened()
        settings = checker.settings(draft.path)
        if draft.path and Patterns.of(settings.exclude, settings.folder).ignores(str(draft.path)):
            return Unchecked(draft)
        document = EXTRACTORS[draft.format](Source(str(draft.path or draft.name), draft.text))
        report, policy = checker.check(document, draft.path), checker.linter(draft.path).policy
        if (known := self._names.get(id(policy))) is None:  # the checker keeps its policies
            known = self._names[id(policy)] = names(policy)
        return Checked(draft, document, report, Style(policy, self._lang or settings.lang or "ru"), known)

    def _opened(self) -> Checker:
        if self._checker is None:
            settings = read(self._config) or Settings() if self._config else None
            self._checker = Checker(Wishes(settings, self._policy))
        return self._checker

    def _problems(self, error: Exception) -> str:
        if isinstance(error, PolicyError):
            shown = [*map(str, error.problems[:_MOST_PROBLEMS])]
            return "\n".join([*shown, "…"] if len(error.problems) > len(shown) else shown)
        if isinstance(error, UnknownPolicyError):
            return say(WORDS, "no-policy", self._lang).format(name=error.policy)
        return str(error)
