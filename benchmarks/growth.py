"""How the cost of a check grows with the text and with the policy; both should be linear or better."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks import policies
from benchmarks.measure import cpu, exponent, least
from benchmarks.posts import SEED, Generator
from benchmarks.table import Table, number
from qazlint import Linter
from qazlint.policy import load_policy

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
TIMES = (1, 5, 20)
_SLICES = 20  # texts of one length, of which the mean is taken
_ENDS = str.maketrans(".!?…\n", "     ")


def by_length(longest: int, lengths: Sequence[int] = LENGTHS) -> Table:
    """Texts of growing length: posts one below the other, and the same without a full stop or a line's end."""
    linter = Linter()
    prose = _text(longest)
    texts = {"posts": prose, "one endless sentence": prose.translate(_ENDS)}
    rows = []
    for name, text in texts.items():
        linter.check(text)  # the word forms are known from here on
        points = [(size, _cost(linter, text, size)) for size in lengths if size <= longest]
        cells = [number(cost * 1e6 / size * 1000) for size, cost in points]
        rows.append([name, *cells, f"{exponent(points):.2f}", f"{exponent(points[-2:]):.2f}"])
    columns = ("text", *(f"{size:,} characters" for size in lengths if size <= longest), "exponent", "of the last step")
    note = (
        "Microseconds for a thousand characters; the exponent is k of cost = c · length^k, 1 being linear. A sentence "
        "is cut after some hundreds of words, so that an endless one costs more up to there and no more from there on."
    )
    return Table("Growth with the length of the text", columns, rows, note)


def _text(length: int) -> str:
    posts = Generator(SEED + 1).posts(length)
    text = ""
    while len(text) < length:
        text += "\n\n".join(islice(posts, 500)) + "\n\n"
    return text[:length]


def _cost(linter: Linter, text: str, size: int) -> float:
    starts = range(0, len(text) - size + 1, size)
    chosen = random.Random(SEED).sample(starts, min(_SLICES, len(starts)))
    return cpu(partial(_check, linter, [text[at : at + size] for at in chosen])) / len(chosen)


def by_rules(folder: Path, posts: int, times: Sequence[int] = TIMES, unit: int = policies.UNIT) -> Table:
    """Generated policies of growing size over the same posts; the folder is made."""
    texts = list(Generator(SEED + 2).posts(posts))
    folders = {factor: policies.write(folder / str(factor), factor * unit) for factor in times}
    compiled = {factor: cpu(partial(load_policy, where)) for factor, where in folders.items()}
    linters = {factor: Linter(where) for factor, where in folders.items()}
    for linter in linters.values():
        _check(linter, texts)  # the word forms are known from here on
    costs = least({factor: partial(_check, linter, texts) for factor, linter in linters.items()}, 2)
    rows = [[f"{factor}x", f"{factor * unit:,}", number(posts / cost), number(cost / costs[times[0]]),
             number(compiled[factor])] for factor, cost in costs.items()]  # fmt: skip
    fit = exponent([*costs.items()])
    note = f"{posts:,} generated posts, generated rules; cost = c · rules^{fit:.2f}, 1 being linear."
    return Table("Growth with the number of rules", ("policy", "rules", "posts/s", "cost", "compiled in s"), rows, note)


def _check(linter: Linter, texts: Sequence[str]) -> None:
    for text in texts:
        linter.check(text)
