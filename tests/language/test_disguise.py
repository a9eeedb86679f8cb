"""Words in disguise: what a reader sees in them, and what nobody should see in an ordinary word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qazlint.language.disguise import MAX_READINGS, spelled_out, undisguise
from qazlint.types import Token, Word

READINGS = [
    ("xyй", "хуй"),
    ("х\u200bу\u00adй", "хуй"),
    ("х̶у̶й", "хуй"),
    ("𝓱𝓾𝔂", "хуй"),
    ("хУУУУй", "хуй"),
    ("сууука", "сука"),
    ("п.и.з.д.а", "пизда"),
    ("б_л_я_т_ь", "блять"),
    ("н-ахуй", "нахуй"),
    ("пи3дец", "пиздец"),
    ("уё60к", "уебок"),
    ("бл@дь", "бладь"),
    ("$ука", "сука"),
    ("пиzдец", "пиздец"),
    ("3.14здец", "пиздец"),
    ("blyat'", "блят"),
    ("bliad", "бляд"),
    ("pizdets", "пиздец"),
    ("huy", "хуй"),
    ("xuy", "хуй"),
    ("cyka", "сука"),
    ("qotaq", "қотақ"),
    ("siktir", "сиктир"),
    ("жақсыыыы", "жақсы"),
    ("бiз", "біз"),
]

MASKS = [
    ("х*й", "х*й"),
    ("п***ц", "п*ц"),
    ("п#ц", "п*ц"),
    ("бл••ь", "бл*ь"),
    ("х.йня", "х*йня"),
    ("дол…еб", "дол*еб"),
    ("по%уй", "по*уй"),
    ("бл__ь", "бл*ь"),
]

ORDINARY = ["касса", "группа", "жжёшь", "хлеб", "юго-запад", "QazIndustry-дің", "KPI-ымыз", "9,6", "e-mail", "қалың"]


@pytest.mark.parametrize(("token", "reading"), READINGS + MASKS, ids=[token for token, _ in READINGS + MASKS])
def test_a_disguise_is_seen_through(token: str, reading: str) -> None:
    assert reading in undisguise(token)


@pytest.mark.parametrize("token", ORDINARY)
def test_an_ordinary_word_stays_first(token: str) -> None:
    assert undisguise(token)[0] == token.lower().replace("ё", "е")


def test_a_plain_word_has_one_reading() -> None:
    assert undisguise("Небо") == ("небо",)


def test_look_alike_letters_of_the_other_script_are_repaired() -> None:
    assert undisguise("Qаzindustry")[0] == "qazindustry"  # with a Cyrillic а
    assert undisguise("пoстaвка")[0] == "поставка"  # with a Latin o and a


@given(st.text(max_size=90))
def test_any_string_has_a_bounded_number_of_readings(text: str) -> None:
    assert 1 <= len(undisguise(text)) <= MAX_READINGS


@pytest.mark.parametrize("token", ["х" * 100_000, "а-" * 50_000, "xа" * 50_000, "*" * 100_000])
def test_long_tokens_take_no_time(token: str) -> None:
    start = time.perf_counter()
    undisguise(token)
    assert time.perf_counter() - start < 1


def pieces(text: str) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """Tokens and marks of a text whose words are runs of letters and signs between spaces are marks."""
    tokens: list[Token] = []
    marks = [""]
    for start, char in enumerate(text):
        if char.isalpha() and tokens and tokens[-1].end == start and not marks[-1]:
            last = tokens.pop()
            tokens.append(Token(last.start, start + 1, word(text[last.start : start + 1])))
        elif char.isalpha():
            tokens.append(Token(start, start + 1, word(char)))
            marks.append("")
        elif not char.isspace():
            marks[-1] += char
    return tuple(tokens), tuple(marks)


def word(text: str) -> Word:
    return Word(text, text.lower(), "word")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("ну х у й вам", "хуй"),
        ("п . и . з . д . е . ц", "пиздец"),
        ("а б л я т ь", "блять"),
        ("ты е.ба.нат", "е.ба.нат"),
        ('с ХУ"ЛОМ', 'ХУ"ЛОМ'),
    ],
)
def test_a_word_in_pieces_is_proposed(text: str, joined: str) -> None:
    assert joined in [run.text for run in spelled_out(*pieces(text))]


def test_its_place_is_that_of_the_pieces() -> None:
    (run,) = [run for run in spelled_out(*pieces("ну х у й вам")) if run.text == "хуй"]
    assert (run.first, run.last) == (1, 4)


@pytest.mark.parametrize("text", ["и с ней", "слова через пробел", "а, потом", "Иванов.Петров", ""])
def test_nothing_is_proposed_for_ordinary_words(text: str) -> None:
    assert spelled_out(*pieces(text)) == ()


def test_a_long_row_of_letters_proposes_little() -> None:
    assert len(spelled_out(*pieces(" ".join("абвгдежзик")))) <= 9
    assert spelled_out(*pieces(" ".join("а" * 10_000))) == ()
