"""What a policy's author should be told though the policy works: words that no dictionary has, words of mixed scripts,
terms that are not dictionary forms, repeated entries. Slower than loading, so `rules check` asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qazlint.language import kazakh, russian
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.load import Loaded
from qazlint.policy.phrases import Choice, Gap, Leaf, Seq
from qazlint.policy.reader import Problem
from qazlint.policy.terms import resolve

_MIXED = regex.compile(r"\p{Latin}+\p{Cyrillic}|\p{Cyrillic}+\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")


def warnings(loaded: Loaded) -> Iterator[Problem]:
    """Every remark on the lexicons, file by file."""
    for lexicon in loaded.lexicons.values():
        yield from _lexicon(lexicon)


def _lexicon(lexicon: Lexicon) -> Iterator[Problem]:
    for group, entries in lexicon.groups.items():
        seen: set[tuple[str, str]] = set()
        for entry in entries:
            if (entry.section, entry.text) in seen:
                yield _warn(entry, group, f"«{entry.text}» stands here twice")
            seen.add((entry.section, entry.text))
            for part in entry.phrase.parts:
                for leaf in _leaves(part):
                    yield from _leaf(leaf, entry, group)


def _warn(entry: LexiconEntry, group: str, message: str) -> Problem:
    return Problem(entry.place, f"{group}.{entry.section}".lstrip("."), message, "warning")


def _leaves(seq: Seq) -> Iterator[Leaf]:
    for item in seq:
        if isinstance(item, Gap):
            continue
        if isinstance(item.what, Choice):
            for option in item.what.options:
                yield from _leaves(option)
        else:
            yield item.what


def _leaf(leaf: Leaf, entry: LexiconEntry, group: str) -> Iterator[Problem]:
    if leaf.kind in ("lemma", "form") and _MIXED.search(leaf.value) and "-" not in leaf.value:
        yield _warn(entry, group, f"«{leaf.value}» mixes Latin and Cyrillic letters")
    if leaf.kind != "lemma" or not _CYRILLIC.search(leaf.value):
        return
    pos = next((feature.values[0] for feature in leaf.feats if feature.name == "UPOS"), None)
    term = resolve(leaf.value, entry.section, pos)
    if not term.lemmas:
        yield _warn(entry, group, f"«{leaf.value}» is no dictionary form, so only this form is found: write ={leaf.value}")
    elif entry.section == "ru" and not russian.is_known(leaf.value):
        yield _warn(entry, group, f"«{leaf.value}» is not in the Russian dictionary; its inflected forms are guessed")
    elif term.lemmas != (leaf.value,) and leaf.value not in term.lemmas:
        yield _warn(entry, group, f"«{leaf.value}» is looked up as {', '.join(term.lemmas)}")
    elif pos and entry.section == "ru" and not any(a.lemma in term.lemmas and a.pos == pos for a in russian.analyze(leaf.value)):
        yield _warn(entry, group, f"«{leaf.value}» is no {pos} in the Russian dictionary")
    elif entry.section == "kk" and pos == "VERB" and not kazakh.analyze(leaf.value):
        yield _warn(entry, group, f"«{leaf.value}» has no Kazakh reading")
