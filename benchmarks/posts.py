"""Posts like those of an archive, Russian, Kazakh and both mixed: the same for the same number and seed.

Sentences come from templates.yaml, their nouns from its lists, from the lexicons and, along a curve like that of real
texts, from the dictionaries, so that the vocabulary keeps growing; some words are mistyped.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks import inflect
from benchmarks.measure import ROOT
from qazlint.language.kazakh import stems

SEED = 7
LANGUAGES = {"ru": 5, "kk": 3, "mixed": 2}
KINDS = {"life": 80, "work": 15, "policy": 5}  # of a hundred sentences, how many are of which kind
SENTENCES = {1: 2, 2: 3, 3: 3, 4: 2, 7: 1}
_TAIL, _TYPO, _DIALECT = 0.3, 0.3, 0.1  # shares of posts: with a tail, with a mistyped word, without Kazakh letters
_SLOT = re.compile(r"\{([^{}:]+)(?::(\w+))?\}")
_PREFIXES = "бал вер гор дом зав кар лес мор пар пол рас сад ток фор шка".split()
_NAMES = frozenset("Name Surn Patr Geox Orgn Abbr Trad".split())
_INFLECT: Mapping[str, Callable[[str, str], str]] = {"ru": inflect.russian, "kk": inflect.kazakh}
_UNKAZAKH = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


class Generator:
    """Makes posts, one after another, from one seed."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)

    def posts(self, count: int) -> Iterator[str]:
        """So many posts."""
        return (self._post() for _ in range(count))

    def _post(self) -> str:
        language = self._of(LANGUAGES)
        sentences = [self._sentence(language) for _ in range(self._of(SENTENCES))]
        text = "\n".join(sentences) if self._random.random() < 0.2 else " ".join(sentences)
        if self._random.random() < _TAIL:
            text += self._filled(self._random.choice(_templates()["tails"]), "ru")
        return self._mistyped(text) if self._random.random() < _TYPO else text

    def _sentence(self, language: str) -> str:
        spoken = self._random.choice(("ru", "kk")) if language == "mixed" else language
        text = self._filled(self._random.choice(_templates()["sentences"][spoken][self._of(KINDS)]), spoken)
        if spoken == "kk" and self._random.random() < _DIALECT:
            text = text.translate(_UNKAZAKH)
        return text[0].upper() + text[1:]

    def _filled(self, template: str, language: str) -> str:
        return _SLOT.sub(lambda slot: self._slot(slot[1], slot[2] or "nom", language), template)

    def _slot(self, name: str, form: str, language: str) -> str:
        if name in ("n", "m"):
            return str(self._random.randint(10, 12 if name == "m" else 59))
        words = nouns(name, language)
        # Words of the dictionary get rarer as their rank grows; those of a list are all as common.
        place = self._random.random() ** (2 if name == "rare" else 1)
        return _form(words[int(place * len(words))], form, language)

    def _mistyped(self, text: str) -> str:
        at = self._random.randrange(len(text) - 1)
        return text[:at] + self._random.choice(("", text[at] * 2, text[at + 1])) + text[at + 1 :]

    def _of(self, weights: Mapping[Any, int]) -> Any:
        return self._random.choices(list(weights), list(weights.values()))[0]


@cache
def _templates() -> Any:
    return yaml.safe_load((Path(__file__).parent / "templates.yaml").read_text(encoding="utf-8"))


@cache
def _form(noun: str, case: str, language: str) -> str:
    return _INFLECT[language](noun, case)


@cache
def nouns(name: str, language: str) -> tuple[str, ...]:
    """The words of a slot: of a list of templates.yaml, of a lexicon's group, or of the dictionary."""
    if name == "rare":
        words = sorted(_russian_nouns() if language == "ru" else _kazakh_nouns())
        random.Random(SEED).shuffle(words)
        return tuple(words)
    if not name.startswith("@"):
        return tuple(_templates()["words"][language][name])
    slug, _, group = name[1:].partition(".")
    return tuple(_lexicon(slug)["groups"][group][language]["NOUN"])


@cache
def _lexicon(slug: str) -> Any:
    return yaml.safe_load((ROOT / "lexicons" / f"{slug}.yaml").read_text(encoding="utf-8"))


def _russian_nouns() -> set[str]:
    """Some thousands of nouns, those with certain beginnings."""
    known = (parse for prefix in _PREFIXES for parse in inflect.morph().iter_known_word_parses(prefix))
    return {p.word for p in known if p.tag.POS == "NOUN" and p.word == p.normal_form and not p.tag.grammemes & _NAMES}


def _kazakh_nouns() -> set[str]:
    """The nouns of our list whose written shape is the dictionary form."""
    shapes = stems.load().shapes.items()
    return {word for word, found in shapes for e in found if isinstance(e, stems.Entry) and _is_noun(e, word)}


def _is_noun(entry: stems.Entry, word: str) -> bool:
    return entry.pos == "NOUN" and entry.stem == word


def own(*kinds: str) -> list[str]:
    """The texts of the project's own posts, of the files that may be read: tests/corpus/<kind>-tuned.jsonl."""
    files = [ROOT / "tests" / "corpus" / f"{kind}-tuned.jsonl" for kind in kinds or ("ru", "kk", "clean")]
    return [json.loads(line)["text"] for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def write(path: Path, count: int, seed: int = SEED) -> int:
    """An archive of so many posts in JSON Lines; the number of its characters."""
    characters = 0
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(Generator(seed).posts(count), 1):
            characters += len(text)
            stream.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return characters
