"""The reports' own words, in the three languages."""

from __future__ import annotations

from collections.abc import Mapping

SEVERITY: Mapping[str, Mapping[str, str]] = {
    "error": {"ru": "нельзя", "kk": "болмайды", "en": "must not"},
    "warning": {"ru": "не рекомендуется", "kk": "ұсынылмайды", "en": "not recommended"},
    "note": {"ru": "нужно согласование", "kk": "келісу керек", "en": "needs approval"},
}
VERDICT: Mapping[str, Mapping[str, str]] = {
    "publish": {
        "ru": "можно публиковать: нарушений не найдено",
        "kk": "жариялауға болады: бұзушылық табылмады",
        "en": "can be published: nothing found",
    },
    "agree": {
        "ru": "сначала согласуйте с пресс-секретарём",
        "kk": "алдымен баспасөз хатшысымен келісіңіз",
        "en": "agree it with the press secretary first",
    },
    "stop": {
        "ru": "в таком виде публиковать нельзя",
        "kk": "осы күйінде жариялауға болмайды",
        "en": "must not be published as it stands",
    },
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "clause": {"ru": "п.", "kk": "т.", "en": "cl."},
    "clauses": {"ru": "пункты", "kk": "тармақтар", "en": "clauses"},
    "advice": {"ru": "Что делать", "kk": "Не істеу керек", "en": "What to do"},
    "see": {"ru": "См. также", "kk": "Тағы қараңыз", "en": "See also"},
    "verdict": {"ru": "Итог", "kk": "Қорытынды", "en": "Verdict"},
    "files": {"ru": "Проверено файлов", "kk": "Тексерілген файлдар", "en": "Files checked"},
    "findings": {"ru": "замечаний", "kk": "ескерту", "en": "findings"},
    "unread": {"ru": "не прочитано", "kk": "оқылмады", "en": "not read"},
    "suppressed": {"ru": "скрыто замечаний", "kk": "жасырылған ескерту", "en": "findings suppressed"},
    "because": {
        "ru": "из-за этого правило применено",
        "kk": "ереже осыған байланысты қолданылды",
        "en": "this is why the rule applies",
    },
    "encoding": {"ru": "кодировка угадана", "kk": "кодтау болжанды", "en": "encoding guessed"},
}


def say(table: Mapping[str, Mapping[str, str]], key: str, lang: str) -> str:
    """A wording in a language; Russian where there is none."""
    return table[key].get(lang) or table[key]["ru"]
