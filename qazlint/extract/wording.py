"""What is said of front matter that cannot be used, in the three languages."""

from __future__ import annotations

from collections.abc import Mapping

from qazlint.types import Notice, Span

KIND = "front-matter"
_TEXTS: Mapping[str, Mapping[str, str]] = {
    "unreadable": {
        "ru": "шапка документа не читается: {name}",
        "kk": "құжат басы оқылмайды: {name}",
        "en": "the front matter cannot be read: {name}",
    },
    "key": {
        "ru": "{field}: нет такого поля, есть поля {name}",
        "kk": "{field}: мұндай өріс жоқ, бар өрістер: {name}",
        "en": "{field}: no such field, there are {name}",
    },
    "twice": {
        "ru": "{field}: поле стоит дважды, учтено последнее",
        "kk": "{field}: өріс екі рет тұр, соңғысы ескерілді",
        "en": "{field}: the field stands here twice, the last one counts",
    },
    "mapping": {
        "ru": "{field}: здесь должны быть поля: {name}",
        "kk": "{field}: мұнда мынадай өрістер болуы керек: {name}",
        "en": "{field}: fields were expected here: {name}",
    },
    "role": {
        "ru": "{field}: здесь должна быть указана роль автора",
        "kk": "{field}: мұнда автордың рөлі көрсетілуі керек",
        "en": "{field}: the author's role was expected here",
    },
    "truth": {
        "ru": "{field}: здесь должно стоять true или false",
        "kk": "{field}: мұнда true немесе false жазылуы керек",
        "en": "{field}: true or false was expected here",
    },
    "time": {
        "ru": "{field}: здесь должны быть дата и время, например 2026-03-02 10:00",
        "kk": "{field}: мұнда күн мен уақыт көрсетілуі керек, мысалы: 2026-03-02 10:00",
        "en": "{field}: a date and time was expected here, such as 2026-03-02 10:00",
    },
    "rules": {
        "ru": "{field}: здесь должен быть список правил или пунктов",
        "kk": "{field}: мұнда ережелердің немесе тармақтардың тізімі болуы керек",
        "en": "{field}: a list of rules or clauses was expected here",
    },
    "rule": {
        "ru": "{field}: здесь должно быть имя правила или пункта в кавычках",
        "kk": "{field}: мұнда ереженің немесе тармақтың аты тырнақшаға алынып жазылуы керек",
        "en": "{field}: the name of a rule or a clause was expected here, in quotes",
    },
    "reason": {
        "ru": "{field}: причина должна быть текстом",
        "kk": "{field}: себеп мәтін түрінде жазылуы керек",
        "en": "{field}: the reason has to be a text",
    },
}


def notice(what: str, span: Span, field: str = "", name: str = "") -> Notice:
    """A notice; `field` is the path of keys to what it is about, `name` what the sentence speaks of."""
    return Notice(KIND, span, {lang: text.format(field=field, name=name) for lang, text in _TEXTS[what].items()})
