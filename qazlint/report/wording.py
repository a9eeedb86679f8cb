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
        "ru": "можно публиковать, нарушений не найдено",
        "kk": "жариялауға болады, бұзушылық табылмады",
        "en": "can be published, nothing found",
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
    "clause": {"ru": "п. {}", "kk": "{}-тармақ", "en": "cl. {}"},
    "one-clause": {"ru": "пункт {}", "kk": "{}-тармақ", "en": "clause {}"},
    "clauses": {"ru": "пункты {}", "kk": "{}-тармақтар", "en": "clauses {}"},
    "advice": {"ru": "Что делать", "kk": "Не істеу керек", "en": "What to do"},
    "exempt": {"ru": "Не действует для", "kk": "Мыналарға қолданылмайды", "en": "Does not bind"},
    "see": {"ru": "См. также", "kk": "Тағы қараңыз", "en": "See also"},
    "verdict": {"ru": "Итог", "kk": "Қорытынды", "en": "Verdict"},
    "files": {"ru": "Проверено файлов", "kk": "Тексерілген файл", "en": "Files checked"},
    "findings": {"ru": "замечаний", "kk": "ескерту", "en": "findings"},
    "unread": {"ru": "не прочитано", "kk": "оқылмаған файл", "en": "not read"},
    "typing": {
        "ru": "введите текст, в конце нажмите Enter и Ctrl+D", "kk": "мәтінді теріп, соңында Enter мен Ctrl+D басыңыз",
        "en": "type the text, then Enter and Ctrl+D",
    },
    "formats": {
        "ru": "не проверены, такой формат не читается", "kk": "тексерілмеді, мұндай пішім оқылмайды",
        "en": "not checked, this format is not read",
    },
    "reports": {
        "ru": "не проверены, это отчёты qazlint", "kk": "тексерілмеді, бұлар qazlint есептері",
        "en": "not checked, these are reports of qazlint",
    },
    "suppressed": {"ru": "скрыто замечаний", "kk": "жасырылған ескерту", "en": "findings suppressed"},
    "because": {
        "ru": "из-за этого правило применено",
        "kk": "ереже осыған байланысты қолданылды",
        "en": "this is why the rule applies",
    },
    "report": {"ru": "Проверка публикации", "kk": "Жарияланымды тексеру", "en": "Check of a post"},
    "edition": {"ru": "редакция правил", "kk": "қағидалардың редакциясы", "en": "edition of the policy"},
    "checked": {"ru": "проверено", "kk": "тексерілген күні", "en": "checked"},
    "author": {"ru": "Автор", "kk": "Авторы", "en": "Author"},
    "approved": {
        "ru": "согласовано с пресс-секретарём", "kk": "баспасөз хатшысымен келісілген",
        "en": "agreed with the press secretary",
    },
    "draft": {"ru": "Текст", "kk": "Мәтін", "en": "Text"},
    "list": {"ru": "Замечания", "kk": "Ескертулер", "en": "Findings"},
    "finding": {"ru": "замечание {}", "kk": "{}-ескерту", "en": "finding {}"},
    "line": {"ru": "строка {}", "kk": "{}-жол", "en": "line {}"},
    "rule": {"ru": "правило {}", "kk": "{} ережесі", "en": "rule {}"},
    "to-text": {"ru": "к месту в тексте", "kk": "мәтіндегі орнына өту", "en": "to the place in the text"},
    "passed": {"ru": "Не учтено", "kk": "Есепке алынбаған", "en": "Passed over"},
    "summary": {"ru": "Сводка", "kk": "Жиынтық", "en": "Summary"},
    "caution": {
        "ru": "Программа видит слова, а не намерения: замечание — вопрос автору, а молчание — не гарантия.",
        "kk": "Бағдарлама ниетті емес, сөзді көреді: ескерту – авторға сұрақ, үнсіздік – кепілдік емес.",
        "en": "The program sees words, not intentions: a finding is a question to the author, silence is no guarantee.",
    },
}

# why a finding does not count: `Suppressed.how`
HOW: Mapping[str, Mapping[str, str]] = {
    "comment": {"ru": "пометка в тексте", "kk": "мәтіндегі белгі", "en": "a comment in the text"},
    "front-matter": {"ru": "шапка документа", "kk": "құжат басы", "en": "front matter"},
    "baseline": {"ru": "известно раньше", "kk": "бұрыннан белгілі", "en": "known before"},
    "approval": {"ru": "согласовано", "kk": "келісілген", "en": "approved"},
    "accepted": {"ru": "не нарушение", "kk": "бұзушылық емес", "en": "no violation"},
}


def named(key: str, what: str | int, lang: str) -> str:
    """What has a number or a name: «п. 3», but «3-тармақ», since languages put the word before it or after."""
    return say(WORDS, key, lang).format(what)


def say(table: Mapping[str, Mapping[str, str]], key: str, lang: str) -> str:
    """A wording in a language; Russian where there is none."""
    return table[key].get(lang) or table[key]["ru"]
