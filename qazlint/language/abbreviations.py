"""Abbreviations written with a full stop (or a slash), Russian and Kazakh. The list is the project's own.

Two tables, because they matter differently to a sentence: those of `LEADING` stand before what they belong to
(ул. Абая, тел. 55-20-16), so that no sentence ends after them; those of `CLOSING` stand after it (5 млн., и т.д.),
so that a sentence may end with them when a capital follows.
"""

from __future__ import annotations

LEADING: dict[str, tuple[str, ...]] = {
    "place": (
        "а/я", "бул.", "г.", "гор.", "д.", "ауд.", "каб.", "кв.", "корп.", "көш.", "м-н", "мкр.", "мкрн.", "наб.",
        "обл.", "оф.", "п.", "пер.", "пл.", "пос.", "пр.", "пр-т", "пр-кт", "просп.", "р-н", "с.", "стр.", "ул.", "ш.",
        "эт.", "ықш.", "даң.", "қ.",
    ),
    "contact": ("вн.", "внутр.", "доб.", "моб.", "раб.", "сот.", "тел.", "тлф."),
    "person": (
        "акад.", "гр.", "д-р", "г-н", "г-жа", "зав.", "зам.", "и.о.", "к.т.н.", "к.э.н.", "д.т.н.", "д.э.н.", "м.а.",
        "нач.", "проф.", "тов.",
    ),
    "reference": ("гл.", "напр.", "п.п.", "пп.", "см.", "ср.", "ст.", "т.", "т.е.", "т.к.", "т.н.", "мыс."),
}  # fmt: skip

CLOSING: dict[str, tuple[str, ...]] = {
    "sum": ("бакс.", "долл.", "коп.", "млн.", "млрд.", "руб.", "р.", "т.р.", "т.тг.", "тг.",
            "тнг.", "трлн.", "тыс.", "тыщ."),
    "measure": ("га.", "гр.", "кг.", "км.", "кв.м.", "м.", "мес.", "мин.", "сек.", "см.", "чел.", "шт.", "экз."),
    "time": ("б.з.", "б.з.д.", "вв.", "г.", "гг.", "ғ.", "ж.", "жж.", "н.э."),
    "and so on": ("др.", "пр.", "т.б.", "т.д.", "т.п.", "т.с.с."),
    "slash": ("б/у", "в/о", "д/р", "з/п", "к/т", "н/а", "п/п", "р/с", "с/х", "т/с", "х/б", "ж/д", "ч/б"),
}  # fmt: skip


def compact(text: str) -> str:
    """An abbreviation as it is listed: lower case, without the spaces that may be typed inside (т. е.)."""
    return "".join(text.lower().split())


LEADING_FORMS: frozenset[str] = frozenset(form for forms in LEADING.values() for form in forms)
CLOSING_FORMS: frozenset[str] = frozenset(form for forms in CLOSING.values() for form in forms)
FORMS: frozenset[str] = LEADING_FORMS | CLOSING_FORMS
