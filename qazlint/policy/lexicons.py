"""Lexicon files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import yaml

from qazlint.policy import limits
from qazlint.policy.files import PolicyFile, PolicyFiles
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.names import SECTIONS, UPOS, suggestion
from qazlint.policy.phrases import PhraseError, parse
from qazlint.policy.problems import Place, Problem
from qazlint.policy.reader import FileReader

_PHRASES, EMPLOYER = "phrases", "employer"
_NO_WORD = frozenset(" :@=</(")  # what only other terms than words have


class Shelf(Mapping[str, Lexicon]):
    """The lexicons at hand, each read when it is first asked for: a small policy does not pay for all the shared ones.

    Those of the policy's own folder are read at once, and with `every` all of them; what is wrong goes to `problems`.
    """

    def __init__(self, files: PolicyFiles, problems: list[Problem], every: bool) -> None:
        self.opened: dict[str, Lexicon] = {}
        self._files = {file.slug: file for file in files.lexicons}
        self._problems = problems
        self._extra: dict[str, list[PolicyFile]] = {}
        for file in files.extra:
            self._extra.setdefault(file.slug, []).append(file)
            if file.slug not in (known := {*self._files, EMPLOYER}):
                hint = suggestion(file.slug, known) or ": a file is called as the lexicon that it adds to"
                problems.append(Problem(Place(file.label, 1), "", f"there is no lexicon «{file.slug}» to add to{hint}"))
        for file in self._files.values():  # that of the employer is added later: it has no file
            if every or not file.shared or file.slug in self._extra:
                self[file.slug]

    def __getitem__(self, slug: str) -> Lexicon:
        if slug not in self.opened:
            self.add(self._read(self._files[slug]))
        return self.opened[slug]

    def _read(self, file: PolicyFile) -> Lexicon:
        reader = FileReader(file.label)
        root = reader.root(file.data)
        found = Lexicon(file.slug, {}) if root is None else read_lexicon(reader, file.slug, root)
        self._problems += reader.problems
        return found

    def _with(self, lexicon: Lexicon, more: Lexicon, file: PolicyFile) -> Lexicon:
        """The lexicon with the entries of another file; groups that it has not are the user's mistake."""
        groups = dict(lexicon.groups)
        for group, entries in more.groups.items():
            if group not in groups:
                message = f"the lexicon «{lexicon.name}» has no such group{suggestion(group, groups)}"
                if not group:
                    message = f"the lexicon «{lexicon.name}» has groups: say under «groups» where this belongs"
                self._problems.append(Problem(Place(file.label, 1), group, message))
            groups[group] = (*groups.get(group, ()), *entries)
        return Lexicon(lexicon.name, groups, lexicon.apart)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files | self.opened)

    def __len__(self) -> int:
        return len(self._files | self.opened)

    def add(self, lexicon: Lexicon) -> None:
        """Put a lexicon on the shelf, with what the user adds to it."""
        for file in self._extra.get(lexicon.name, ()):
            lexicon = self._with(lexicon, self._read(file), file)
        self.opened[lexicon.name] = lexicon


def read_lexicon(reader: FileReader, name: str, root: yaml.Node) -> Lexicon:
    """A lexicon file: `about`, and either `groups` or the sections of a single nameless group."""
    pairs = reader.mapping(root, "", ("about", "groups", *SECTIONS))
    reader.string(pairs.pop("about", None), "about")
    groups = {"": pairs} if "groups" not in pairs else {}
    if "groups" in pairs:
        for group, node in reader.mapping(pairs["groups"], "groups").items():
            groups[group] = reader.mapping(node, group, ("about", *SECTIONS))
            reader.string(groups[group].pop("about", None), f"{group}.about")
    read = {group: tuple(sections(reader, pairs, group)) for group, pairs in groups.items()}
    for group, entries in read.items():
        if not entries:
            reader.error(root, group, "the group has no entries")
    return Lexicon(name, read)


def sections(reader: FileReader, pairs: dict[str, yaml.Node], where: str) -> Iterator[LexiconEntry]:
    """The entries of the sections of a group, by language."""
    for section, node in pairs.items():
        if section not in SECTIONS:
            continue
        place = f"{where}.{section}" if where else section
        if isinstance(node, yaml.MappingNode):
            for pos, words in reader.mapping(node, place, (_PHRASES, *UPOS)).items():
                yield from _entries(reader, words, section, f"{place}.{pos}", "" if pos == _PHRASES else pos)
        else:
            yield from _entries(reader, node, section, place, "")


def _entries(reader: FileReader, node: yaml.Node, section: str, where: str, pos: str) -> Iterator[LexiconEntry]:
    for text, item in reader.strings(node, where):
        word, bracket, feats = text.partition("[")
        if pos and not _NO_WORD.isdisjoint(word):
            reader.error(item, where, f"«{text}»: under {pos} stand single words; put this under «{_PHRASES}»")
            continue
        found = entry(reader, f"{word}:{pos}{bracket}{feats}" if pos else text, section, where, item)
        if found:
            yield found


def entry(
    reader: FileReader, text: str, section: str, where: str, item: yaml.Node, phrase: Callable[[str], str] = str
) -> LexiconEntry | None:
    """An entry, unless something is wrong with it.

    phrase  makes the phrase of the text; raises PhraseError
    """
    try:
        made = phrase(text)
        return LexiconEntry(made, section, parse(made), reader.place(item))
    except PhraseError as error:
        reader.error(item, where, f"«{limits.shown(text)}»: {error}")
        return None
