"""What a configuration file can say. Each value has been checked by itself; `apply` checks names against a policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qazlint.inputs import Patterns
from qazlint.policy import DEFAULT_POLICY
from qazlint.policy.problems import Place


class Named(NamedTuple):
    """A name of something in the policy, and where the configuration says it."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Post:
    """What is known of a post beside its text; None and "" where nothing was said.

    author    role of the author
    approved  the press service has agreed to it
    publish   when it is to be published: a datetime where the hour is said too
    sets      the sets of rules that hold for it
    """

    author: str = ""
    approved: bool | None = None
    publish: date | None = None
    sets: tuple[str, ...] = ()

    def over(self, other: Post) -> Post:
        """This, and what it leaves open taken from `other`."""
        return Post(
            self.author or other.author,
            other.approved if self.approved is None else self.approved,
            other.publish if self.publish is None else self.publish,
            self.sets or other.sets,
        )


NOTHING_SAID = Post()


class ForPaths(NamedTuple):
    """What holds for the files that a gitignore-style pattern names, relative to the configuration's folder.

    files  the pattern, compiled: an archive asks for each of its posts
    """

    pattern: str
    files: Patterns
    post: Post
    place: Place


@dataclass(frozen=True, slots=True)
class Settings:
    """A configuration; without a file everything is as by default.

    file            the configuration file as messages name it, "" when there is none
    folder          the folder of that file, to which patterns and paths are relative
    policy          name of a shipped policy, or path of a policy's folder
    lexicons        lexicon files whose entries are added to the policy's lexicons of the same names
    disable         rules, clauses, parts of clauses that are switched off
    severity        other severities for rules, clauses, parts
    post, paths     what is known of every post, and of those under a path
    exclude         gitignore-style patterns of what is not checked
    fail_on         least severity that makes the exit status 1, or "never"; "" when not said
    lang            language of the report; "" when not said
    require_reason  a suppression without a reason does not count
    baseline        the file of known findings
    transducer      a compiled apertium-kaz for Kazakh words
    """

    file: str = ""
    folder: Path = field(default_factory=Path.cwd)
    policy: str = DEFAULT_POLICY
    lexicons: tuple[Path, ...] = ()
    disable: tuple[Named, ...] = ()
    severity: Mapping[Named, str] = field(default_factory=dict)
    post: Post = NOTHING_SAID
    post_place: Place | None = None
    paths: tuple[ForPaths, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = ""
    lang: str = ""
    require_reason: bool = False
    baseline: Path | None = None
    transducer: Path | None = None

    def with_policy(self, policy: str) -> Settings:
        """The same settings for another policy, which the user has named on the command line."""
        return replace(self, policy=policy)
