"""The lexicon that the employer's particulars yield: a policy says them as people write them, here they are phrases."""

from __future__ import annotations

import re

import yaml

from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.lexicons import EMPLOYER, entry, sections
from qazlint.policy.names import SECTIONS, host
from qazlint.policy.phrases import PhraseError
from qazlint.policy.reader import FileReader

KEYS = ("name", "ours", "bare", "domains", "handles", "phones", "addresses")
_APART = frozenset({"bare", "phone", "address"})  # which count only where they are named
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"[\w.-]+")


def _domain(text: str) -> str:
    name = host(text.removeprefix("@"))
    if not _DOMAIN.fullmatch(name):
        raise PhraseError("a domain is expected here, such as romashka.kz")
    return name


def _handle(text: str) -> str:
    name = text.removeprefix("@")
    if not _HANDLE.fullmatch(name):
        raise PhraseError("the name of an account is expected here, such as romashka_kz, without the network's address")
    return f"={name}"


_PARTICULARS = (
    ("email", "domains", lambda text: f"<email={_domain(text)}>"),
    ("site", "domains", lambda text: f"<url={_domain(text)}>"),
    ("handle", "handles", _handle),
    ("phone", "phones", lambda text: f"<phone={''.join(text.split())}>"),
    ("address", "addresses", lambda text: text.replace(",", " ")),  # marks between words do not count
)


def employer_lexicon(reader: FileReader, node: yaml.Node | None) -> Lexicon:
    """The lexicon `employer` of a policy file's section of that name; its `bare` words count only where named."""
    pairs = reader.mapping(node, "employer", KEYS, ("name",))
    groups: dict[str, tuple[LexiconEntry, ...]] = {}
    for group in ("name", "ours", "bare"):
        where = f"employer.{group}"
        groups[group] = tuple(sections(reader, reader.mapping(pairs.get(group), where, SECTIONS), where))
    for group, key, phrase in _PARTICULARS:
        where = f"employer.{key}"
        texts = reader.strings(pairs.get(key), where, numbers=True)
        entries = (entry(reader, text, "any", where, item, phrase) for text, item in texts)
        groups[group] = tuple(found for found in entries if found)
    return Lexicon(EMPLOYER, {name: found for name, found in groups.items() if found}, _APART)
