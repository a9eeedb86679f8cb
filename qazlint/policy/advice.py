"""What a policy's author should be told though the policy works; slower than loading, so `rules check` asks.

A warning: something may not work as meant, as a term of mixed scripts, in one form only, of another part of speech, or
repeated. A note: how a term is looked up that is not as it stands in a dictionary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from qazlint.language import kazakh, russian
from qazlint.language.parts import has_part_of_speech
from qazlint.language.scanner import scan
from qazlint.policy.lexicon import Lexicon
from qazlint.policy.load import Loaded
from qazlint.policy.phrases import parse
from qazlint.policy.problems import Problem
from qazlint.policy.terms import Term, resolve
from qazlint.policy.tree import Choice, Gap, Leaf, Phrase, Seq, Step

_MIXED = regex.compile(r"\p{Latin}+\p{Cyrillic}|\p{Cyrillic}+\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_SHOWN = 3  # forms
_WORD = regex.compile(r"[\p{L}-]+")
_WARNING, _NOTE = "warning", "note"
_LANGUAGE = {"ru": "the Russian dictionary", "kk": "Kazakh", "any": "Russian or Kazakh"}

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
        alone = {leaf for seq in _alternatives(part) if len(seq) == 1 for leaf in _leaves(seq)}
        for leaf in _leaves(part):
            yield from _leaf(leaf, section, leaf in alone)


def _repeated(seq: Seq) -> Iterator[Seq]:
    """Alternatives that stand in their list once more."""
    for item in seq:
        if isinstance(item, Step) and isinstance(item.what, Choice):
            options = item.what.options
            yield from (option for at, option in enumerate(options) if option in options[:at])
            for option in options:
                yield from _repeated(option)


def _alternatives(seq: Seq) -> Sequence[Seq]:
    """The sequences of which one is to match: those of the one choice that there is, or the sequence itself."""
    first = seq[0]
    return first.what.options if len(seq) == 1 and isinstance(first, Step) and isinstance(first.what, Choice) else [seq]


def _leaves(seq: Seq) -> Iterator[Leaf]:
    for item in seq:
        if isinstance(item, Gap):
            continue
        if isinstance(item.what, Choice):
            for option in item.what.options:
                yield from _leaves(option)
        else:
            yield item.what


def _leaf(leaf: Leaf, section: str, alone: bool) -> Iterator[Remark]:
    """alone: no other words stand beside the term in its phrase"""
    if leaf.kind in ("lemma", "form") and _MIXED.search(leaf.value) and "-" not in leaf.value:
        yield f"«{leaf.value}» mixes Latin and Cyrillic letters", _WARNING
    if leaf.kind in ("lemma", "form", "exact") and (pieces := _cut(leaf.value)):
        read = "» «".join(pieces)
        said = f"«{leaf.value}» is never found, since texts have «{read}» for it: write these apart, marks after ="
        yield said, _WARNING
    elif leaf.kind == "lemma" and _CYRILLIC.search(leaf.value):
        yield from ((f"«{leaf.value}» {said}", level) for said, level in _term(leaf, section, alone))


def _cut(term: str) -> list[str]:
    """The words and marks that a term is to the scanner in any case of letters (1С, but 1 с), nothing if it is one."""
    if any(len(scan(written)) == 1 for written in (term, term.upper())):
        return []
    return [term[token.start : token.end] for token in scan(term)]


def _term(leaf: Leaf, section: str, alone: bool) -> Iterator[Remark]:
    """What the author of a term should know of how it is looked up; one thing at most."""
    pos = next((feature.values[0] for feature in leaf.feats if feature.name == "UPOS"), None)
    term = resolve(leaf.value, section, pos)
    lemmas = term.lemmas
    if term.declined:
        return
    if not lemmas and len(term.forms) == 1:
        hint = "" if section == "kk" or pos else f", or {leaf.value}:NOUN if it is a noun of its own"
        said = f"is no dictionary form, so only this form is found: write ={leaf.value}{hint}"
        yield said, _WARNING if alone else _NOTE  # among other words it is often meant
    elif not lemmas:
        yield _guessed("is in the Russian dictionary as a form of another word only", term)
    elif section == "ru" and not russian.is_known(leaf.value):
        yield _guessed("is not in the Russian dictionary", term)
    elif leaf.value not in lemmas:
        yield f"is looked up as {', '.join(lemmas)}", _NOTE
    elif section != "ru" and not _is_known(leaf.value):
        yield _guessed("is in no dictionary", term)
    elif pos and not term.form_of and not _is_read_as(pos, leaf.value, lemmas, section):
        yield f"is no {pos} in {_LANGUAGE[section]}", _WARNING


def _is_read_as(pos: str, term: str, lemmas: Sequence[str], section: str) -> bool:
    """Whether a word has a reading of a part of speech under one of its lemmas."""
    readings = [*(russian.analyze(term) if section != "kk" else ()), *(kazakh.analyze(term) if section != "ru" else ())]
    return any(reading.lemma in lemmas and has_part_of_speech(reading, (pos,)) for reading in readings)


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
