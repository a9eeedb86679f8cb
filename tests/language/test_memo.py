"""What is worked out once for a word."""

from __future__ import annotations

from qazlint.language.memo import remembered


def test_a_value_is_worked_out_once_and_forgotten_when_there_are_too_many() -> None:
    asked = []

    @remembered(2)
    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [doubled(number) for number in (1, 2, 1, 2)] == [2, 4, 2, 4]
    assert asked == [1, 2]
    assert [doubled(number) for number in (3, 3, 1)] == [6, 6, 2]
    assert asked == [1, 2, 3, 1]
