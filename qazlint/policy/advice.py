"""What a policy's author should be told though the policy works: words that no dictionary has, words of mixed scripts,
terms that are no dictionary forms or no single words, repeated entries and alternatives. Slower than loading, so
`rules check` asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from qazlint.language import kazakh, russian
from qazlint.language.parts import is_one_of
from qazlint.language.scanner import scan
from qazlint.policy.lexicon import Lexicon
from qazlint.policy.load import Loaded
from qazlint.policy.phrases import parse
from qazlint.policy.problems import Problem
from qazlint.policy.terms import Term, resolve
from qazlint.policy.tree import Choice, Gap, Leaf, Phrase, Seq, Step
from qazlint.types import Analysis

_MIXED = regex.compile(r"\p{Latin}+\p{Cyrillic}|\p{Cyrillic}+\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_SHOWN = 3  # forms
_WORD = regex.compile(r"[\p{L}-]+")
_WARNING, _NOTE = "warning", "note"

Remark = tuple[str, str]  # what is said, and its level


def remarks(loaded: Loaded) -> Iterator[Problem]:
    """Every remark: on the lexicons, file by file, then on the phrases of rules."""
    for lexicon in loaded.lexicons.values():
        yield from _lexicon(lexicon)
    for text, (place, where) in loaded.phrases.items():
        yield from (Problem(place, where, *remark) for remark in _remarks(parse(text), "any"))


def _lexicon(lexicon: Lexicon) -> Iterator[Problem]:
    for group, entries in lexicon.groups.items():
        seen: set[tuple[str, str]] = set()
        for entry in entries:
            where = f"{group}.{entry.section}".lstrip(".")
            if (entry.section, entry.text) in seen:
                yield Problem(entry.place, where, f"«{entry.text}» stands here twice", _WARNING)
            seen.add((entry.section, entry.text))
            yield from (Problem(entry.place, where, *remark) for remark in _remarks(entry.phrase, entry.section))


def _remarks(phrase: Phrase, section: str) -> Iterator[Remark]:
    for part in phrase.parts:
        for option in _repeated(part):
            yield f"«{' '.join(leaf.value for leaf in _leaves(option))}» stands twice among the alternatives", _WARNING
        leaves = [*_leaves(part)]
        for leaf in leaves:
            yield from _leaf(leaf, section, _WARNING if len(leaves) == 1 else _NOTE)


def _repeated(seq: Seq) -> Iterator[Seq]:
    """Alternatives that stand in their list once more."""
    for item in seq:
        if isinstance(item, Step) and isinstance(item.what, Choice):
            options = item.what.options
            yield from (option for at, option in enumerate(options) if option in options[:at])
            for option in options:
                yield from _repeated(option)


def _leaves(seq: Seq) -> Iterator[Leaf]:
    for item in seq:
        if isinstance(item, Gap):
            continue
        if isinstance(item.what, Choice):
            for option in item.what.options:
                yield from _leaves(option)
        else:
            yield item.what


def _leaf(leaf: Leaf, section: str, as_form: str) -> Iterator[Remark]:
    """as_form: the level of the remark that a term is found in one form only, which is often meant among other words"""
    if leaf.kind in ("lemma", "form") and _MIXED.search(leaf.value) and "-" not in leaf.value:
        yield f"«{leaf.value}» mixes Latin and Cyrillic letters", _WARNING
    if leaf.kind in ("lemma", "form", "exact") and (pieces := _cut(leaf.value)):
        read = "» «".join(pieces)
        yield (
            f"«{leaf.value}» is never found, since texts have «{read}» for it: write these apart, marks after =",
            _WARNING,
        )
    elif leaf.kind == "lemma" and _CYRILLIC.search(leaf.value):
        yield from ((f"«{leaf.value}» {said}", level) for said, level in _looked_up(leaf, section, as_form))


def _cut(term: str) -> list[str]:
    """The words and marks that a term is to the scanner in any case of letters (1С, but 1 с), nothing if it is one."""
    if any(len(scan(written)) == 1 for written in (term, term.upper())):
        return []
    return [term[token.start : token.end] for token in scan(term)]


def _looked_up(leaf: Leaf, section: str, as_form: str) -> Iterator[Remark]:
    """What the author of a term should know of how it is looked up; one thing at most."""
    pos = next((feature.values[0] for feature in leaf.feats if feature.name == "UPOS"), None)
    term = resolve(leaf.value, section, pos)
    lemmas = term.lemmas
    if term.declined:
        return
    if not lemmas and len(term.forms) == 1:
        hint = "" if section == "kk" or pos else f", or {leaf.value}:NOUN if it is a noun of its own"
        yield f"is no dictionary form, so only this form is found: write ={leaf.value}{hint}", as_form
    elif not lemmas:
        yield _guessed("is in the Russian dictionary as a form of another word only", term)
    elif section == "ru" and not russian.is_known(leaf.value):
        yield _guessed("is not in the Russian dictionary", term)
    elif leaf.value not in lemmas:
        yield f"is looked up as {', '.join(lemmas)}", _NOTE
    elif section == "ru" and pos and not _has(russian.analyze(leaf.value), lemmas, pos):
        yield f"is no {pos} in the Russian dictionary", _WARNING
    elif section == "kk" and pos and not term.verb and not _has(kazakh.analyze(leaf.value), lemmas, pos):
        yield f"is no {pos} in Kazakh", _WARNING
    elif section != "ru" and not _is_known(leaf.value):
        yield _guessed("is in no dictionary", term)


def _has(readings: Iterable[Analysis], lemmas: Sequence[str], pos: str) -> bool:
    return any(reading.lemma in lemmas and is_one_of((pos,), reading) for reading in readings)


def _guessed(why: str, term: Term) -> Remark:
    """What is said of the forms that a term of no dictionary is given; a warning where it does not get them all."""
    if len(term.forms) == 1:
        return f"{why}; no inflected forms can be guessed", _NOTE
    if not term.forms:  # Kazakh, read by its grammar
        return f"{why}; its inflected forms are guessed", _NOTE
    said = f"{why}; its inflected forms are guessed: {_some(term.forms[1:])}"
    if not term.taken:
        return said, _NOTE
    others = dict.fromkeys(reading.lemma for form in term.taken for reading in russian.analyze(form)[:1])
    said += f"; not {_some(term.taken)}, which are forms of {_some([*others])}: write what you mean of them"
    return said, _WARNING


def _some(forms: Sequence[str]) -> str:
    return ", ".join(forms[:_SHOWN]) + ("…" if len(forms) > _SHOWN else "")


def _is_known(term: str) -> bool:
    """Whether a dictionary has the word or, in Kazakh, what it is a form of; none has «т.е.» and «1с»."""
    return not _WORD.fullmatch(term) or russian.is_known(term) or any(r.is_known for r in kazakh.analyze(term))
