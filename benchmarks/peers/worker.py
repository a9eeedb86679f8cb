"""A long-lived process with one tool, run by the Python of that tool's own environment: `python worker.py NAME FOLDER`.

FOLDER has lists.json, lists of words for the tools that have to be told what to look for, and room for what a tool has
to be given in files. Says one line of JSON when it is ready, and one for each line with a list of texts that it is
given: see `Answer` in process.py, which reads them. This file imports nothing of the project at its top: only the
workers that are qazlint have it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LIMIT = 5.0  # processor seconds after which a list of texts is left unfinished
Lists = list[list[str]]
Check = Callable[[str], object]  # something true, or not empty, when the tool objects


def qazlint(lists: Lists, folder: Path) -> Check:
    """The whole policy."""
    sys.path.insert(0, str(ROOT))
    from qazlint import Linter

    linter = Linter()
    return lambda text: linter.check(text).findings


def listed(lists: Lists, folder: Path) -> Check:
    """qazlint with a rule for each list."""
    sys.path.insert(0, str(ROOT))
    from benchmarks.policies import write_lists
    from qazlint import Linter

    linter = Linter(write_lists(folder / f"policy-{len(lists)}", lists))
    return lambda text: linter.check(text).findings


def proselint(lists: Lists, folder: Path) -> Check:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda text: LintFile("post", text).lint()


def yargy(lists: Lists, folder: Path) -> Check:
    """A grammar with an alternative for each list."""
    from yargy import Parser, or_
    from yargy import rule as sequence
    from yargy.predicates import dictionary

    parser = Parser(or_(*(sequence(dictionary(set(words))) for words in lists)))
    return lambda text: list(parser.findall(text))


def pylat_ru(lists: Lists, folder: Path) -> Check:
    """With all its rules, its speller among them."""
    from pylat_ru import LanguageToolRU

    tool = LanguageToolRU()
    return lambda text: tool.check(text)


def without_speller(lists: Lists, folder: Path) -> Check:
    """pylat-ru without the rules that look for a better spelling of every unknown word."""
    from pylat_ru import LanguageToolRU

    tool = LanguageToolRU(disabled_rules=["MORFOLOGIK_RULE_RU_RU", "MORFOLOGIK_RULE_RU_RU_YO"])
    return lambda text: tool.check(text)


def presidio(lists: Lists, folder: Path) -> Check:
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    engine = SpacyNlpEngine(models=[{"lang_code": "ru", "model_name": "blank"}])
    engine.nlp = {"ru": spacy.blank("ru")}  # it would load a trained model
    registry = RecognizerRegistry(supported_languages=["ru"])
    registry.load_predefined_recognizers(languages=["ru"], nlp_engine=engine)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["ru"])
    return lambda text: analyzer.analyze(text, language="ru")


def check_swear(lists: Lists, folder: Path) -> Check:
    """With a short list of stop words for that of nltk, which it would download where it is not there."""
    import nltk
    from check_swear import SwearingCheck

    words = folder / "nltk" / "corpora" / "stopwords" / "russian"
    words.parent.mkdir(parents=True)
    words.write_text("\n".join("и в не на с что а как это".split()), encoding="utf-8")
    nltk.data.path.append(str(folder / "nltk"))
    checker = SwearingCheck()
    return lambda text: checker.predict([text])[0]


def obscene_words_filter(lists: Lists, folder: Path) -> Check:
    from obscene_words_filter import get_default_filter

    found = get_default_filter().find_bad_word_matches_without_good_words
    return lambda text: list(found(text))


TOOLS: dict[str, Callable[[Lists, Path], Check]] = {
    "qazlint": qazlint, "listed": listed, "yargy": yargy, "pylat-ru": pylat_ru, "without-speller": without_speller,
    "presidio-analyzer": presidio, "proselint": proselint, "check-swear": check_swear,
    "python-obscene-words-filter": obscene_words_filter,
}  # fmt: skip


def main(name: str, folder: str, count: str = "1") -> None:
    """Load the tool with so many of the lists, then answer until there is nothing more to read."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what a tool prints is no answer
    lists = json.loads((Path(folder) / "lists.json").read_text(encoding="utf-8"))[: int(count)]
    check = TOOLS[name](lists, Path(folder))
    check("Проба, сынақ, test")  # what is read at the first word belongs to loading
    print(json.dumps([time.process_time(), 0, 0, _peak()]), file=answers)
    for line in sys.stdin:
        print(json.dumps(_answer(check, json.loads(line))), file=answers)


def _answer(check: Check, texts: list[str]) -> list[float]:
    started, done, found = time.process_time(), 0, 0
    for text in texts:
        found += bool(check(text))
        done += 1
        if time.process_time() - started > LIMIT:
            break
    return [time.process_time() - started, done, found, _peak()]


def _peak() -> float:
    """The most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)


if __name__ == "__main__":
    main(*sys.argv[1:])
