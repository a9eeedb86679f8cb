"""What a text weighs, against its definition: random lexicons, tables and sentences of made-up words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from qazlint.match.keys import Keys
from qazlint.match.view import View
from qazlint.match.weighing import Scales, Weighing
from qazlint.policy.compiler import Compiler
from qazlint.policy.lexicon import Lexicon, LexiconEntry
from qazlint.policy.model import Scale
from qazlint.policy.phrases import PhraseError, parse
from tests.match import oracle
from tests.match.engine import ENTITIES, PARTS, sentence
from tests.match.test_oracle import PLACE, features, lexicons, sequences, texts, words

Table = Mapping[str, int]  # term → weight in units
Tables = Sequence[tuple[Table, Table]]  # in the post, and in a sentence


def terms(groups: Collection[str]) -> st.SearchStrategy[str]:
    things = [words(), st.sampled_from([f"<{name}>" for name in ENTITIES]), features()]
    if groups:
        things.append(st.tuples(st.sampled_from(sorted(groups)), features("", "", "")).map("".join))
    return st.one_of(things)


def tables(groups: Collection[str], *more: st.SearchStrategy[str]) -> st.SearchStrategy[Tables]:
    table = st.dictionaries(st.one_of(terms(groups), *more), st.integers(-500, 500), max_size=6)
    return st.lists(st.tuples(table, table), min_size=1, max_size=4)


def weighing(spoken: Sequence[oracle.Text], tables: Tables, made: Mapping[str, Lexicon]) -> tuple[Weighing, list[View]]:
    """The engine's scales, loaded; raises PhraseError for a term that it does not take."""
    compiler = Compiler(made)
    compiler.collected.scales = tuple((str(number), 0) for number in range(len(tables)))
    for column, table in enumerate(table for both in tables for table in both):
        for term, units in table.items():
            compiler.weigh(parse(term), "any", column, units)
    program = compiler.program()
    keys = Keys(program)
    views = [View(sentence(said.words, said.marks, said.together), keys) for said in spoken]
    return Weighing(views, Scales(keys)), views


def scale(number: int, bound: int = 0, words: int = 0) -> Scale:
    """The table of that number."""
    return Scale(2 * number, 2 * number + 1, bound, bound, words)


def accounts(scales: Weighing, count: int) -> list[list[tuple[int, Mapping[tuple[int, int, int], int]]]]:
    """For each table and window the sum and what its passages weigh."""
    return [[(total, dict(found)) for total, found, _ in scales.account(scale(n))] for n in range(count)]


def groups_of(made: Mapping[str, Lexicon]) -> list[str]:
    return [f"@{name}.{group}" for name, lexicon in made.items() for group in lexicon.groups] + [f"@{name}" for name in made]


@st.composite
def simple_lexicons(draw: st.DrawFn) -> dict[str, Lexicon]:
    """Lexicons of single words and of two words side by side: what the words of a sentence say of them is certain."""
    entries = st.lists(st.lists(words(), min_size=1, max_size=2).map(" ".join), min_size=1, max_size=3)
    group = entries.map(lambda said: tuple(LexiconEntry(text, "any", parse(text), PLACE) for text in said))
    return {"one": Lexicon("one", draw(st.dictionaries(st.sampled_from("xy"), group, min_size=1)))}


def without_pieces(text: oracle.Text) -> oracle.Text:
    """The text without words that are written in pieces."""
    return text._replace(together=[thing for thing in text.together if thing[2] in ENTITIES])


@st.composite
def simple_cases(draw: st.DrawFn) -> tuple[dict[str, Lexicon], Tables, list[oracle.Text]]:
    made = draw(simple_lexicons())
    choices = st.lists(words(), min_size=2, max_size=3).map(lambda said: f"({' | '.join(said)})")
    return made, draw(tables(groups_of(made), choices)), draw(st.lists(texts().map(without_pieces), max_size=12))


@given(simple_cases())
def test_sums_equal_their_definition(case: tuple[dict[str, Lexicon], Tables, list[oracle.Text]]) -> None:
    """A window's sum has the weight of each term that stands in one of its sentences, once, and what its heaviest
    sentence weighs by itself."""
    made, wanted, spoken = case
    scales, _ = weighing(spoken, wanted, made)

    def standing(table: Table, places: Iterable[int]) -> int:
        return sum(units for term, units in table.items() if any(oracle.places(parse(term), spoken[at], made) for at in places))

    for (post, inner), found in zip(wanted, accounts(scales, len(wanted)), strict=True):
        assert [total for total, _ in found] == [
            standing(post, window) + max(standing(inner, [at]) for at in window) for window in oracle.windows(len(spoken))
        ]  # fmt: skip


@given(
    st.lists(st.tuples(st.integers(-900, 900), st.integers(-900, 900)), min_size=1, max_size=4), st.lists(st.integers(-900, 900), min_size=4, max_size=4),
    st.lists(st.integers(-500, 500), min_size=4, max_size=4),
)  # fmt: skip
def test_other_tables_add_in_proportion_to_how_sure_they_are(rows: list[tuple[int, int]], evens: list[int], added: list[int]) -> None:
    """Nothing from three below a table's even sum, all from three above it."""
    compiler = Compiler({})
    compiler.collected.scales = tuple((f"n{number}", evens[number]) for number in range(len(rows)))
    for column, units in enumerate(units for row in rows for units in row):
        compiler.weigh(parse("qaa"), "any", column, units)
    keys = Keys(compiler.program())
    scales = Weighing([View(sentence(["qaa"], ["", ""], []), keys)], Scales(keys))
    sure = [min(max(sum(row) - even, -300), 300) / 600 + 0.5 for row, even in zip(rows, evens, strict=False)]
    others = tuple(added[: len(rows)])
    ((total, _, said),) = scales.account(scale(0)._replace(others=others))
    wanted = [units * share for units, share in zip(others, sure, strict=True)]
    assert abs(total - sum(rows[0]) - sum(wanted)) <= 1
    assert list(said) == [f"n{number}" for number in range(len(rows))]
    assert all(abs(units - share) <= 1 for units, share in zip(said.values(), wanted, strict=True))
    assert scales.is_doubtful(scale(0, total + 1)._replace(others=others), 0)
    assert not scales.is_doubtful(scale(0, total)._replace(others=others), 0)
    ((bare, _, nothing),) = scales.account(scale(0))
    assert (bare, nothing) == (sum(rows[0]), {})


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Lexicon], Tables, list[oracle.Text]]:
    made = draw(lexicons())
    groups = tuple(groups_of(made))
    choices = st.lists(sequences(groups), min_size=2, max_size=3).map(lambda said: f"({' | '.join(said)})")
    return made, draw(tables(groups, choices)), draw(st.lists(texts(), min_size=1, max_size=4))


@given(cases())
def test_passages_equal_their_definition(case: tuple[dict[str, Lexicon], Tables, list[oracle.Text]]) -> None:
    """What is reported stands there, several words as their lexicon has them, and nothing that stands there is left out.

    To the sum adds what may stand there: all of what does, and of the rest nothing for certain.
    """
    made, wanted, spoken = case
    wanted = [({term: abs(units) + 1 for term, units in post.items()}, {}) for post, _ in wanted]
    try:
        scales, views = weighing(spoken, wanted, made)
    except PhraseError:
        assume(False)
    for view in views:
        keys, total = view.weighed()
        assert keys <= view.table.weights.keys()
        assert total == view.table.weight(keys)
    for (table, _), found in zip(wanted, accounts(scales, len(wanted)), strict=True):
        for window, (total, passages) in zip(oracle.windows(len(spoken)), found, strict=True):
            expected: Counter[tuple[int, int, int]] = Counter()
            certain = set()
            for term, units in table.items():
                places = [(at, *place) for at in window for place in oracle.places(parse(term), spoken[at], made)]
                expected.update(dict.fromkeys(places, units))
                certain |= {term} if places else set()
            assert passages == expected
            assert sum(map(table.__getitem__, certain)) <= total <= sum(table.values())


@given(st.integers(0, 400))
def test_windows_are_few_and_of_nearly_the_same_length(sentences: int) -> None:
    silent = oracle.Text(["qaa"], ["", ""], [], PARTS)
    scales, _ = weighing([silent] * sentences, [({"qaa": 1}, {})], {})
    passages = [sorted(at for at, _, _ in found) for _, found, _ in scales.account(scale(0))]
    sizes = [len(window) for window in passages]
    assert [at for window in passages for at in window] == list(range(sentences))
    assert all(size <= 10 for size in sizes)
    assert 10 * (len(sizes) - 1) < sentences or not sizes
    assert max(sizes, default=0) - min(sizes, default=0) <= 1


@given(st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=35), st.integers(-300, 300), st.data())
def test_doubt_is_of_the_sentence_and_the_window_in_which_it_stands(said: list[str], bound: int, data: st.DataObject) -> None:
    weights, inner = {"qaa": 100, "qbb": -100, "qcc": 200}, {"qaa": 50, "qcc": -70}
    scales, _ = weighing([oracle.Text([word], ["", ""], [], PARTS) for word in said], [(weights, inner)], {})
    at, words = data.draw(st.integers(0, len(said) - 1)), data.draw(st.integers(0, 11))
    windows = oracle.windows(len(said))
    (window,) = (window for window in windows if at in window)
    spoken = said[window.start : window.stop]
    total = sum(units for word, units in weights.items() if word in spoken) + max(inner.get(word, 0) for word in spoken)
    alone = weights.get(said[at], 0) + inner.get(said[at], 0)
    told = len(window) >= words or "qbb" in spoken
    assert scales.is_doubtful(scale(0, bound, words), at) == (told and max(total, alone) < bound)
    found = [heaviest.at for heaviest in scales.found(scale(0, bound, words))]
    speaking = [any(weights.get(said[at], 0) > 0 for at in window) for window in windows]
    assert len(found) <= sum(speaking)
    assert any(at in window for at in found) == (total >= bound and any(weights.get(word, 0) > 0 for word in spoken))
    assert all(one < other for one, other in pairwise(found))


def test_the_heaviest_sentence_counts_in_its_own_window() -> None:
    said = [oracle.Text([word], ["", ""], [], PARTS) for word in ["qbb"] * 11 + ["qaa"]]
    scales, _ = weighing(said, [({"qbb": 1}, {"qaa": 50, "qbb": -2})], {})
    assert [total for total, *_ in scales.account(scale(0))] == [1 - 2, 1 + 50]
    assert [total for total, *_ in weighing(said[::-1], [({"qbb": 1}, {"qaa": 50, "qbb": -2})], {})[0].account(scale(0))] == [51, -1]


def test_a_sentence_by_itself_weighs_what_its_words_weigh_in_both_ways() -> None:
    """The window weighs 100 - 300 + 50, its first sentence 100 + 50."""
    said = [oracle.Text([word], ["", ""], [], PARTS) for word in ("qaa", "qbb")]
    scales, _ = weighing(said, [({"qaa": 100, "qbb": -300}, {"qaa": 50})], {})
    assert [scales.is_doubtful(scale(0, bound), 0) for bound in (150, 151)] == [False, True]
    assert [scales.is_doubtful(scale(0, bound), 1) for bound in (-150, -149)] == [False, True]


@given(st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=10))
def test_only_the_heaviest_sentence_has_weights_of_its_own(said: list[str]) -> None:
    weights, inner = {"qaa": 100, "qbb": 10}, {"qaa": 5, "qbb": 300, "qcc": -7}
    scales, _ = weighing([oracle.Text([word], ["", ""], [], PARTS) for word in said], [(weights, inner)], {})
    ((_, passages, _),) = scales.account(scale(0))
    own = [inner.get(word, 0) for word in said]
    expected = {at: weights.get(word, 0) for at, word in enumerate(said) if word in weights}
    heaviest = own.index(max(own))
    if said[heaviest] in inner:
        expected[heaviest] = expected.get(heaviest, 0) + own[heaviest]
    assert passages == {(at, 0, 1): units for at, units in expected.items()}
    (found,) = scales.found(scale(0, -999)) if set(said) & weights.keys() else [None]
    if found:
        assert found.at == (said.index("qbb") if "qbb" in said else said.index("qaa"))
