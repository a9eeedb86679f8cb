"""What `qazlint morph` shows of words."""

from __future__ import annotations

from qazlint.language.pipeline import analyse
from qazlint.report.morph import render


def test_readings_stand_in_columns_under_the_word_and_its_language() -> None:
    shown = render(analyse("Біз бастық туралы айттық")).splitlines()
    at = shown.index("бастық  [kk]")
    assert shown[at + 1 : at + 4] == [
        "    kk  бастық  NOUN   Case=Nom",
        "    kk  басу    VERB   Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin",
        "    for terms with ~: бас NOUN",
    ]


def test_each_word_of_a_mixed_sentence_has_its_language() -> None:
    shown = render(analyse("Мама сказала, что мен ертең келемін, 5 млн"))
    for line in ("сказала  [ru]", "что  [ru]", "ертең  [kk]", "келемін  [kk]", "5  <number>"):
        assert f"\n{line}\n" in shown


def test_guesses_without_kazakh_letters_are_set_apart() -> None:
    shown = render(analyse("Біз совещаниеде шаршадық"))
    assert "kk совещание NOUN Case=Loc (unknown)" in [" ".join(line.split()) for line in shown.splitlines()]
    assert "    without Kazakh letters: " in shown


def test_a_listed_word_typed_without_its_letters_is_a_reading() -> None:
    assert "kk  қызметкер" in render(analyse("Менің кызметкерим"))
    assert "(folded)" in render(analyse("Менің кызметкерим"))
