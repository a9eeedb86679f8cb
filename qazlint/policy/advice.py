"""What a policy's author should be told though the policy works: words that no dictionary has, words of mixed scripts,
terms that are not dictionary forms, repeated entries. Slower than loading, so `rules check` asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qazlint.language import kazakh, russian
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.load import Loaded
from qazlint.policy.problems import Problem
from qazlint.policy.terms import resolve
from qazlint.policy.tree import Choice, Gap, Leaf, Seq

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
    remark = _remark(leaf, entry.section)
    if remark:
        yield _warn(entry, group, f"«{leaf.value}» {remark}")


def _remark(leaf: Leaf, section: str) -> str:
    """What the author of a term should know of how it is looked up."""
    pos = next((feature.values[0] for feature in leaf.feats if feature.name == "UPOS"), None)
    lemmas = resolve(leaf.value, section, pos).lemmas
    if not lemmas:
        return f"is no dictionary form, so only this form is found: write ={leaf.value}"
    if section == "ru" and not russian.is_known(leaf.value):
        return "is not in the Russian dictionary; its inflected forms are guessed"
    if leaf.value not in lemmas:
        return f"is looked up as {', '.join(lemmas)}"
    if section == "ru" and pos and not any(a.lemma in lemmas and a.pos == pos for a in russian.analyze(leaf.value)):
        return f"is no {pos} in the Russian dictionary"
    if section == "kk" and pos == "VERB" and not kazakh.analyze(leaf.value):
        return "has no Kazakh reading"
    return ""
