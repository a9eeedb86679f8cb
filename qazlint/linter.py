"""The library: `Linter` calls the stages in order and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from os.path import isfile
from pathlib import Path

from qazlint import filters
from qazlint.batch import Lost, in_processes
from qazlint.extract import Document
from qazlint.language.pipeline import analyse
from qazlint.language.words import KazakhReader
from qazlint.match import Matcher, Patience
from qazlint.match.facts import Exists
from qazlint.match.facts import check as check_facts
from qazlint.match.patience import notices
from qazlint.policy import DEFAULT_POLICY, Policy, load_policy
from qazlint.policy.model import DEFAULT_ROLE, DEFAULT_SET
from qazlint.policy.select import names
from qazlint.types import Finding, Notice, Report, Suppressed, Weighed

DEFAULT_AUTHOR = DEFAULT_ROLE
DEFAULT_SETS = (DEFAULT_SET,)


class Linter:
    """Checks texts against one policy.

    policy      the name of a policy that comes with qazlint, the path of a policy folder, or a policy already loaded
    transducer  a compiled apertium-kaz that is asked for Kazakh words before our own stems (docs/kazakh.md)
    Raises PolicyError when the policy cannot be used, FileNotFoundError when there is none, TransducerError.
    """

    def __init__(self, policy: str | Path | Policy = DEFAULT_POLICY, *, transducer: str | Path | None = None) -> None:
        self.policy = policy if isinstance(policy, Policy) else load_policy(policy)
        self._transducer = transducer
        self._analyse = analyse if transducer is None else partial(analyse, read=_reader(transducer))
        self._matcher = Matcher(self.policy)
        self._rules = {rule.id: rule for rule in self.policy.rules}
        self._about_pages = tuple(rule for rule in self.policy.rules if rule.checks)
        self._names = names(self.policy)

    def check(
        self, text: str, author: str = DEFAULT_AUTHOR, *, approved: bool = False, publish: date | None = None,
        sets: Collection[str] = DEFAULT_SETS,
    ) -> Report:  # fmt: skip
        """The report on one text, in which nothing is suppressed: that is for documents.

        author    role of the author
        approved  the press service has agreed to the post
        publish   when it is to appear; a datetime where the hour is known, in the policy's time zone unless it has one
        sets      the sets of rules that hold for it
        Raises ValueError for a role or a set that the policy does not know.
        """
        if author not in self.policy.roles:
            raise ValueError(f"unknown author role {author!r}: the policy has {', '.join(self.policy.roles)}")
        if unknown := set(sets) - self.policy.sets.keys():
            raise ValueError(f"unknown set of rules {min(unknown)!r}: the policy has {', '.join(self.policy.sets)}")
        sentences = self._analyse(text)
        patience = Patience(text)
        sure = filters.without_doubtful(self._matcher.findings(text, sentences, patience))
        bound = filters.for_author(sure, self._rules, author, sets)
        merged = filters.merge(filters.give_way(bound, self._rules, sentences), self._rules)
        found, met = filters.with_fingerprints(merged, text, sentences), list[Suppressed]()
        if approved:
            found, met = filters.by_approval(found, self.policy)
        notice = filters.working_time_notice(self.policy, publish) if DEFAULT_SET in sets else None
        lost = (id_ for id_ in patience.lost if filters.binds(self._rules[id_], author, sets))
        told = tuple(notices(lost, self._matcher.keys.given_up, self._rules))
        return Report(text, tuple(found), author, approved, tuple(met), (*told, *((notice,) if notice else ())))

    def check_document(
        self, document: Document, author: str = DEFAULT_AUTHOR, *, approved: bool = False, publish: date | None = None,
        sets: Collection[str] = DEFAULT_SETS, suppress: bool = True, require_reason: bool = False,
        baseline: filters.Baseline | None = None, exists: Exists | None = isfile,
    ) -> Report:  # fmt: skip
        """The report on a document, as `check` gives it, and on its front matter; its spans lie on the source's text.

        suppress        heed the suppressions that stand in the document
        require_reason  those without a reason suppress nothing
        baseline        findings that it knows do not count
        exists          tells of a path whether there is a file (a version of the page); None: it lies in no folder
        """
        report = self.check(document.text, author, approved=approved, publish=publish, sets=sets)
        facts, told = self._facts(document, author, sets, exists)
        facts, agreed = filters.by_approval(facts, self.policy) if approved else (facts, list[Suppressed]())
        found = filters.in_order((*(_in_source(finding, document) for finding in report.findings), *facts))
        met = [replace(item, finding=_in_source(item.finding, document)) for item in report.suppressed]
        met += agreed
        left, silenced, notices = found, list[Suppressed](), list[Notice]()
        if suppress:
            left, silenced, notices = filters.suppress(found, document, self._names, require_reason)
        left, known = filters.without_known(left, baseline, document.source.name)
        return replace(
            report,
            text=document.source.text,
            findings=tuple(left),
            suppressed=tuple(sorted((*met, *silenced, *known), key=lambda item: item.finding.span)),
            notices=(*report.notices, *told, *notices),
        )

    def _facts(
        self, document: Document, author: str, sets: Collection[str], exists: Exists | None
    ) -> tuple[list[Finding], list[Notice]]:
        """What the rules about front matter say of a document."""
        rules = [rule for rule in self._about_pages if rule.set in sets]
        said = list(check_facts(document, rules, exists)) if rules else []
        found = filters.for_author((item for item in said if isinstance(item, Finding)), self._rules, author, sets)
        text = document.source.text
        marked = [filters.with_own_fingerprint(finding, text) for finding in found]
        return marked, [item for item in said if isinstance(item, Notice)]

    def check_many(self, texts: Iterable[str], author: str = DEFAULT_AUTHOR, processes: int = 1) -> Iterator[Report]:
        """The reports on many texts, in their order.

        processes  how many to use; more than one pays from some hundreds of texts on, each has to start first
        Raises ChildProcessError when a process is killed over a text.
        """
        if processes <= 1:
            yield from (self.check(text, author) for text in texts)
        else:
            start = partial(_checker, self.policy, self._transducer, author)
            for text, report in in_processes(texts, processes, start):
                if isinstance(report, Lost):
                    raise ChildProcessError(f"a process died ({report.how}) over the text that begins «{text[:40]}»")
                yield report

    def weigh(self, text: str) -> list[Weighed]:
        """How the rules that weigh a post as a whole judge a text, whoever wrote it; of a long one, part by part."""
        return list(self._matcher.weigh(self._analyse(text)))

    def raw(self, text: str) -> list[Finding]:
        """What each rule finds by itself, ordered by position: before roles and duplicates are looked at, and with what
        is doubtful (`Finding.confidence`)."""
        return filters.in_order(self._matcher.findings(text, self._analyse(text)))


def _in_source(finding: Finding, document: Document) -> Finding:
    related = tuple(map(document.to_source, finding.related))
    return replace(finding, span=document.to_source(finding.span), related=related)


def _reader(transducer: str | Path) -> KazakhReader:
    from qazlint.language.kazakh import transducer as apertium  # for the few who have one

    return apertium.load(transducer)


def _checker(policy: Policy, transducer: str | Path | None, author: str) -> Callable[[str], Report]:
    """What a worker process checks with."""
    return partial(Linter(policy, transducer=transducer).check, author=author)
