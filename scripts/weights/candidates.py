"""The terms that may get a weight: concepts of the policy's lexicons, entities, features, and common words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import regex
import yaml

from qazlint.language.pipeline import analyse
from qazlint.policy.files import PolicyFile, PolicyFiles
from qazlint.policy.load import load
from qazlint.policy.names import ENTITIES

Terms = dict[tuple[str, str], None]  # (section, term), in order

LEAST_POSTS = 6  # that a word must stand in
_READINGS = 2  # of a word form: the others are rarely meant
_FEATURES = (
    "[Person=1]", "[Person=1 Number=Sing]", "[Person=1 Number=Plur]", "[Person=2]", "[Person=3]",
    "[Mood=Imp]", "[Mood=Cnd]", "[Polarity=Neg]", "[Tense=Past]", "[Tense=Fut]", "[Voice=Pass]", "[Quoted=Yes]",
    "[Person[psor]=1]", "[Person[psor]=1 Number[psor]=Plur]", "[Person[psor]=2]", "[Lang=kk]",
)  # fmt: skip
_HABIT = "hashtag"  # how one writes, not what one says
_WITH_FEATURES = regex.compile(r"@[\w-]+(?:\.[\w-]+)?\[[^\[\]]+\]")
_WORD = regex.compile(r"[а-яёәғқңөұүһі]+(?:-[а-яёәғқңөұүһі]+)*", regex.IGNORECASE)


def terms(files: PolicyFiles, texts: Iterable[str]) -> Terms:
    """Everything that may get a weight in a policy, given the texts to learn from."""
    return Terms.fromkeys((*_concepts(files), *_words(texts)))


def _concepts(files: PolicyFiles) -> Sequence[tuple[str, str]]:
    named = load(files).lexicons
    alone = {file.slug for file in files.lexicons if b"@" not in file.data}  # which need no other, nor the policy
    every = load(files, every=True).lexicons.values()
    lexicons = [lexicon for lexicon in every if lexicon.name in named or lexicon.name in alone]
    groups = [f"@{lexicon.name}.{group}".rstrip(".") for lexicon in lexicons for group in lexicon.groups]
    asked = {name for file in files.rules for name in _WITH_FEATURES.findall(file.data.decode())}
    entities = (f"<{name}>" for name in ENTITIES if name != _HABIT)
    return [("any", term) for term in (*sorted(groups), *sorted(asked), *entities, *_FEATURES)]


def _words(texts: Iterable[str]) -> Sequence[tuple[str, str]]:
    posts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        readings = {
            (reading.lang, reading.lemma)
            for sentence in analyse(text) for token in sentence.tokens for reading in token.word.analyses[:_READINGS]
            if reading.pos not in ("PUNCT", "SYM") and _WORD.fullmatch(reading.lemma)
        }  # fmt: skip
        posts.update(readings)
    return sorted(word for word, count in posts.items() if count >= LEAST_POSTS)


def as_table(found: Terms) -> PolicyFile:
    """A table in which every term stands, so that the policy's program has a key for it."""
    sections: dict[str, dict[str, int]] = {}
    for section, term in found:
        sections.setdefault(section, {})[term] = 0
    text = yaml.safe_dump({"finds": 0, "doubts": 0, **sections}, allow_unicode=True, width=1000)
    return PolicyFile("candidates", "candidates", text.encode())
