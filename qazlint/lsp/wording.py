"""What the editor's door says of its own, in the three languages."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "on-line": {
        "ru": "Скрыть на этой строке: {rule}", "kk": "Осы жолда жасыру: {rule}", "en": "Suppress on this line: {rule}",
    },
    "in-file": {
        "ru": "Скрыть во всём файле: {rule}", "kk": "Бүкіл файлда жасыру: {rule}",
        "en": "Suppress in the whole file: {rule}",
    },
    "explain": {"ru": "Объяснить: {clause}", "kk": "Түсіндіру: {clause}", "en": "Explain: {clause}"},
    # Where the author is to write why. It counts as a reason, so that the action does at once what it says.
    "reason": {"ru": "укажите причину", "kk": "себебін жазыңыз", "en": "give the reason"},
    "broken": {
        "ru": "Текст не проверен: настройки или правила не годятся",
        "kk": "Мәтін тексерілмеді: баптаулар немесе қағидалар жарамсыз",
        "en": "The text was not checked: the configuration or the policy cannot be used",
    },
    "no-policy": {
        "ru": "нет таких правил: «{name}»", "kk": "мұндай қағидалар жоқ: «{name}»", "en": "no such policy: «{name}»",
    },
    "long": {
        "ru": "Текст слишком длинный, при наборе он не проверяется; для него есть команда «qazlint check»",
        "kk": "Мәтін тым ұзын, сондықтан теру кезінде тексерілмейді; ол үшін «qazlint check» пәрмені бар",
        "en": "The text is too long to be checked while it is written; there is «qazlint check» for it",
    },
    "failed": {
        "ru": "Текст не проверен, в программе ошибка: {name}",
        "kk": "Мәтін тексерілмеді, бағдарламада қате бар: {name}",
        "en": "The text was not checked, the program has an error: {name}",
    },
}  # fmt: skip
