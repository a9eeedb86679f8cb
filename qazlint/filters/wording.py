"""What is said of suppressions and roles that do not do what their author thinks, in the three languages."""

from __future__ import annotations

from collections.abc import Mapping

from qazlint.types import Notice, Span

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "unused-suppression": {
        "ru": "отключение «{name}» здесь ничего не скрывает, его можно убрать",
        "kk": "«{name}» деген өшіру белгісі мұнда ештеңені жасырмайды, оны алып тастауға болады",
        "en": "«{name}» is suppressed, but there is nothing of it here: the suppression can go",
    },
    "unknown-name": {
        "ru": "нет такого правила или пункта: «{name}»{meant}",
        "kk": "мұндай ереже немесе тармақ жоқ: «{name}»{meant}",
        "en": "no such rule or clause: «{name}»{meant}",
    },
    "unknown-role": {
        "ru": "в правилах нет роли «{name}»{meant}",
        "kk": "қағидаларда «{name}» рөлі жоқ{meant}",
        "en": "the policy has no role «{name}»{meant}",
    },
    "no-reason": {
        "ru": "отключение без причины не действует: напишите её после двоеточия",
        "kk": "себебі жазылмаған өшіру белгісі есепке алынбайды: себебін қос нүктеден кейін жазыңыз",
        "en": "a suppression without a reason has no effect: write the reason after a colon",
    },
    "no-name": {
        "ru": "«{name}»: не сказано, какое правило или какой пункт отключить",
        "kk": "«{name}»: қай ережені немесе тармақты өшіру керегі көрсетілмеген",
        "en": "«{name}»: it does not say which rule or clause to suppress",
    },
    "unknown-directive": {
        "ru": "непонятное указание «{name}»{meant}",
        "kk": "түсініксіз нұсқау «{name}»{meant}",
        "en": "unknown directive «{name}»{meant}",
    },
    "stray-enable": {
        "ru": "включать здесь нечего: «{name}» не отключено",
        "kk": "мұнда қайта қосатын ештеңе жоқ: «{name}» өшірілмеген",
        "en": "there is nothing to switch on here: «{name}» is not suppressed",
    },
}
_MEANT = {"ru": "; возможно, «{}»", "kk": "; мүмкін, «{}»", "en": " — did you mean «{}»?"}
_EVERYTHING = {"ru": "всё", "kk": "бәрі", "en": "everything"}


def notice(kind: str, span: Span, name: str = "", meant: str = "") -> Notice:
    """A notice; `name` is what it is about, everything when empty, `meant` what was likely meant."""
    texts = {
        lang: text.format(name=name or _EVERYTHING[lang], meant=_MEANT[lang].format(meant) if meant else "")
        for lang, text in _TEXTS[kind].items()
    }
    return Notice(kind, span, texts)
