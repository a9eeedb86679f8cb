"""What a token looks like: one pattern with a named group for each kind, in the order in which they are tried.

Made for social-media text: @handles, #hashtags, addresses, sums, phones, emoji, words in disguise (п..дец, бл@ть).
Every quantifier is bounded or possessive, so the time is linear whatever is pasted.
"""

from __future__ import annotations

from itertools import groupby

import regex

from qazlint import kept
from qazlint.language.abbreviations import FORMS

KINDS = (
    "word", "number", "percent", "currency", "url", "email", "handle", "hashtag", "phone", "time", "date", "mask",
    "abbreviation", "suffix", "mark", "emoji", "other",
)  # fmt: skip

# Letters and the invisible characters (soft hyphen, zero width, direction) that people put between them.
LETTER = r"[\p{L}\p{M}]"
LETTERS = r"\p{L}[\p{L}\p{M}]{0,199}+"
INVISIBLE = r"[\u00AD\u034F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]"
END = r"(?![\p{L}\p{M}\p{N}])"
HYPHEN = r"[-\u2010\u2011]"
GAP = r"[ \u00A0\u2009\u202F]"

# ---- addresses on the net. A name without "www." or a scheme needs one of these top-level domains.
TOP_LEVEL = (
    "kz ru com org net info biz io me tv pro app dev online store shop site media news press club link"
    " uz kg by ua su eu uk de us cn tr ai co gg gov edu рф қаз"
)
PATH = r"""(?:[/?\#](?:[^\s<>"«»“”]{0,999}[^\s<>"«»“”.,!?:;)\]}'’…])?)?"""
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
URL = (
    r"(?i:https?://(?:[^\s<>\"«»“”]{0,1999}[^\s<>\"«»“”.,!?:;)\]}'’…])"
    rf"|(?=[a-z0-9])(?:{LABEL}\.){{1,6}}(?:{'|'.join(TOP_LEVEL.split()[:-2])}){END}{PATH}"
    rf"|(?=[\p{{L}}\d])[\p{{L}}\d-]{{1,40}}\.(?:рф|қаз){END}{PATH}"
    rf"|www\.(?:{LABEL}\.){{1,6}}[a-z]{{2,12}}{PATH})"
)
EMAIL = rf"(?i:(?=[a-z0-9])[a-z0-9._%+-]{{1,64}}+@(?:{LABEL}\.){{1,6}}[a-z]{{2,24}}(?![a-z0-9]))"
HANDLE = r"@[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.]{0,62}[\p{L}\p{M}\p{N}_])?+"
HASHTAG = r"\#(?=[\p{N}_]{0,40}\p{L})[\p{L}\p{M}\p{N}_]{1,100}+"

# ---- abbreviations: the listed ones, a space allowed inside (т. е., и т. д.); never the beginning of a longer word.
def _abbreviation(form: str) -> str:
    """A listed form as a pattern: a space allowed after an inner stop; after one, the last stop may be missing."""
    pattern: str = regex.escape(form)
    if not form.endswith("."):
        return pattern + END
    inner, last = pattern[:-2], pattern[-2:]
    if len(inner) == 1:  # д.бил and п..дец are words in disguise; г.алматы is not
        last += rf"(?!\p{{Ll}}{{1,{4 if inner == 'г' else 5}}}(?!\p{{L}})|[.…]{{1,12}}\p{{Ll}})"
    return inner.replace(r"\.", rf"\.{GAP}?") + (rf"(?:{last}|{END})" if r"\." in inner else last)


def _abbreviations() -> str:
    """All the listed forms, by their first letter."""
    longest_first = sorted(FORMS, key=lambda form: (form[0], -len(form), form))
    by_letter = groupby(longest_first, key=lambda form: form[0])
    return "|".join(f"(?={letter})(?:{'|'.join(map(_abbreviation, forms))})" for letter, forms in by_letter)


ABBREVIATION = rf"(?=\p{{L}}{{1,6}}+[-./])(?i:{_abbreviations()})"

# ---- words in disguise. Short words that stand before an unspaced full stop by mistake («ну...ладно», «да!а»).
SHORT = (
    "а в и к о с у я ай ал ау ах ба бе бы во вы да де до ее её ей же за из им их ко ли ма ме мы на не но ну об ой ок ол"
    " он от ох па пе по со та те то ты эй эх бар бір бұл вас вот все где ғой ещё жоқ иә как кто мен мне нас нет осы сен"
    " сол так там тут уже ура что это"
)
NOT_SHORT = rf"(?!(?i:{'|'.join(SHORT.split())})(?!{LETTER}))"
MASK = "|".join(
    (
        # signs inside: х*й, бл@ть, п**дец, x_y_й; stars at the end: бл**, х*
        r"\p{L}{1,16}(?:[*@$%_\d]{0,2}[*@$%_][*@$%_\d]{0,8}\p{L}{1,16}){1,6}\*{0,8}" + END,
        r"\p{L}{1,3}\#\p{L}{1,12}" + END,
        r"\p{L}{1,5}\*{2,12}" + END,
        r"\p{L}{1,2}\*{1,12}" + END,
        # digits for letters: п3дц, уё60к (b2b and k8s are no disguise)
        r"(?![a-zA-Z]\d[a-zA-Z](?![\p{L}\d]))\p{L}{1,16}(?:\d{1,3}\p{Ll}{1,16}){1,6}" + END,
        # spelled out: н.а.х.у.й, е-б-а-т-ь
        r"\p{L}(?:[-.·•_]\p{L}){2,30}" + END,
        # stops inside: ё.б, д.бил, е.ба.нат, ху.и, п..дец (a capital after the stop is a name or a new sentence)
        NOT_SHORT + r"(?!г\.\p{Ll}{5})\p{L}\.\p{Ll}{1,12}(?:\.\p{Ll}{1,12}){0,6}" + END,
        NOT_SHORT + r"\p{L}{2}\.\p{Ll}{1,2}" + END,
        NOT_SHORT + r"\p{L}(?:\.{2,12}|…{1,4})\p{Ll}{1,7}" + END,
        NOT_SHORT + r"\p{L}{2,3}(?:\.{2,12}|…{1,4})" + NOT_SHORT + r"\p{Ll}{1,3}" + END,
        # other signs, only after a very short beginning: п!здец, х?й, х&й, х)й
        NOT_SHORT + r"\p{L}{1,2}[!?]\p{Ll}{1,10}" + END,
        NOT_SHORT + r"\p{L}[()]\p{Ll}{1,7}" + END,
        NOT_SHORT + r"\p{L}{1,3}[\^&|~+=]{1,3}\p{L}{1,10}" + END,
        NOT_SHORT + r"\p{L}{1,2}\p{Extended_Pictographic}\uFE0F?\p{Ll}{1,8}" + END,
        r"[бгджзлмнпрстфхцчшщ]" + HYPHEN + r"\p{Ll}{1,12}" + END,
    )
)

# What begins with a figure (6лядь, 0хуел) or with a sign (*уй, $ука).
MASK_OF_FIGURE = r"(?:0|3(?=а)|4(?=мо)|6(?=[лиу]))[а-яё]{2,16}" + END
MASK_OF_SIGN = r"(?<![\p{L}\p{N}*])\*{1,5}\p{L}{1,3}(?![\p{L}\p{M}\p{N}*])|\$[а-яё]{2,12}" + END

# ---- words: inner hyphens, apostrophes, invisible characters; digits after (covid19, МиГ-29) and before (1С, 2ГИС).
TAIL = r"(?![\p{L}\p{N}]|[.,/-]\d)"
JOINT = rf"(?:{INVISIBLE}{{1,8}}+|{INVISIBLE}{{0,4}}['’ʼ`´‘\u2010\u2011-]{INVISIBLE}{{0,4}})"
JOINED = rf"{LETTERS}(?:{JOINT}{LETTERS}){{0,24}}+"
UNITS = "[КKМMТTкkмmтt]|[Кк][Кк]|(?i:тг|тыс|млн|мың|kzt|usd|eur|кг|км|см|мм)"
WORD = "|".join(
    (
        r"[A-Z]{1,6}\d{1,10}[A-Z][A-Z\d]{0,30}" + END,  # B2B, an account number
        rf"{JOINED}(?:_?\d{{1,8}}{TAIL}|(?<=[A-Za-z\p{{Lu}}]|\p{{Lu}}\p{{L}}{{1,12}})-\d{{1,4}}{TAIL})?",
    )
)
WORD_OF_FIGURE = rf"(?!\d{{1,4}}(?:{UNITS}){END})(?:\d{{1,4}}\p{{Lu}}[\p{{Lu}}\d]{{0,8}}|\d{{1,2}}[a-z]{{1,2}}){END}"

# ---- figures
TRIPLES = rf"\d{{1,3}}(?:{GAP}\d{{3}}){{1,6}}(?!\d)"
COUNT = rf"(?:{TRIPLES}(?:[.,]\d{{1,4}}(?!\d))?|\d{{1,3}}(?:[.,]\d{{3}}){{2,6}}(?!\d)|\d{{1,100}}+(?:[.,]\d{{1,20}}+)?)"
NUMBER = "|".join(
    (
        rf"\d{{4}}(?:{GAP}|{HYPHEN})?(?:(?:\d{{4}}|[*xXхХ]{{4}})(?:{GAP}|{HYPHEN})?){{2}}\d{{4}}(?!\d)",  # a card
        r"\d{1,4}[xXхХ×]\d{1,4}(?![\p{L}\d])",  # 3х6
        r"\d{1,3}/\d{1,3}(?![\d/])",  # 1/4, 24/7
        rf"{COUNT}(?:[-–—]{COUNT}(?![-–]?\d))?",
    )
)
PERCENT = rf"{COUNT}(?:[-–—]{COUNT})?{GAP}?[%‰]"
SEPARATOR = r"[ \u00A0().-]{0,3}"
PHONE = "|".join(
    (
        rf"(?!\d{{1,3}}(?: \d{{3}}){{2,4}}(?![\d -]))(?:\+{GAP}?7|[78])(?:{SEPARATOR}\d){{10}}(?!\d)",
        rf"\+\d{{1,3}}(?:{SEPARATOR}\d){{8,12}}(?!\d)",
        r"\(\d{3,5}\)[ \u00A0-]{0,2}\d{1,3}[ \u00A0-]\d{2}[ \u00A0-]?\d{2}(?!\d)",
        r"7\d{2,3}[ \u00A0-]\d{2,3}[ \u00A0-]\d{2}[ \u00A0-]?\d{2}(?!\d)",
        r"\d{2,3}-\d{2}-\d{2}(?!-?\d)",
        r"\d{3}-\d{3}(?!-?\d)(?<=(?i:тел|т|тлф|вн|раб|сот|моб|номер|нөмір|нөмірі)[.:]?\s?\d{3}-\d{3})",
    )
)
TIME = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])"
DAY, MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
DATE = (
    rf"{DAY}(?P<dot>[./]){MONTH}(?P=dot)(?:\d{{4}}|\d{{2}})(?!\d|[./]\d)"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
)

# ---- endings after a hyphen: figures, closing quotes, addresses. ы, і and и alike, since people type without і.
I = "[ыіи]"  # noqa: E741
KAZAKH_CASE = "|".join((
    "[ғгкқ][аеә]", "н[аеә]", "[дтн][аеә]н?", "[дт][ыіи]", "н[ыіи]", f"[ндт]{I}[ңн]", "[мбп]ен(?:ен)?",
    f"[дт][аеә][ғгй]{I}?", f"[дтл]{I}[кқ]", "ша|ше",
))  # fmt: skip
KAZAKH_PERSON = f"{I}м{I}з|{I}ң{I}з|м{I}з|с?{I}н?|{I}м|еу{I}?|{I}ншы"
KAZAKH_ENDING = (
    f"(?={LETTER})(?:{I}?нш{I}|[шщ]{I})?(?:[лдт][ае]р)?(?:{KAZAKH_PERSON})?(?:{KAZAKH_CASE}|н|[ае])?"
    f"(?:ғ{I})?"
)
RUSSIAN_ENDING = "|".join((
    "го", "его", "ого", "й", "ый", "ой", "ий", "я", "ая", "яя", "е", "ое", "ее", "ые", "ие", "ых", "их", "х", "ух",
    "ёх", "ех", "му", "ому", "ему", "м", "ым", "им", "ом", "ем", "ми", "мя", "ти", "ю", "ую", "юю", "и", "а", "у", "ов",
    "ам", "ами", "ах", "шник", "шный",
))  # fmt: skip
SUFFIX = rf"(?<=[^\s\-–—(\[«„]){HYPHEN}(?i:{RUSSIAN_ENDING}|{KAZAKH_ENDING}){END}"

TONE = r"[\U0001F3FB-\U0001F3FF]"
PICTURE = rf"(?![©®™‼⁉〰〽])\p{{Extended_Pictographic}}[\uFE0E\uFE0F]?{TONE}?"
EMOJI = (
    rf"[\U0001F1E6-\U0001F1FF]{{2}}|{PICTURE}(?:\u200D{PICTURE}|\u200D[♀♂]\uFE0F?){{0,8}}[\U000E0020-\U000E007F]{{0,8}}"
    rf"|[#*]\uFE0F?\u20E3|{TONE}|[\U0001F1E6-\U0001F1FF]|❤\uFE0F?"
)

# ---- the order. What a character can begin is looked up first: common tokens are not tried against everything.
COMMON = r"[a-zA-Z\u0400-\u0481\u048A-\u052F]"
PLAIN_WORD = rf"{COMMON}{{1,64}}+(?=[\s,;»]|:(?!//)|\Z|[!?]\s)|{COMMON}{{7,64}}+(?=\.(?:\s|\Z))"
PLAIN_MARK = r"(?P<sign>[,.!?…:;)»«—–\"])(?P=sign){0,63}+"
MASK_AHEAD = r"(?=[*$\d]|\p{L}{1,16}+(?:\*|[^\s\p{L},;:»«'’\"]\S))"

BEGINS_WITH_LETTER = (
    ("email", EMAIL),
    ("url", URL),
    ("abbreviation", ABBREVIATION),
    ("mask", f"{MASK_AHEAD}(?:{MASK})"),
    ("word", WORD),
)
BEGINS_WITH_FIGURE = (
    ("emoji", r"\d\uFE0F?\u20E3"),
    ("email", EMAIL),
    ("url", URL),
    ("mask", MASK_OF_FIGURE),
    ("phone", PHONE),
    ("date", DATE),
    ("time", TIME),
    ("percent", PERCENT),
    ("word", WORD_OF_FIGURE),
    ("number", NUMBER),
)
BEGINS_WITH_SIGN = (
    ("phone", rf"(?=[+(]{GAP}?\d)(?:{PHONE})"),
    ("number", r"\p{N}"),
    ("percent", r"[%‰]"),
    ("handle", HANDLE),
    ("hashtag", HASHTAG),
    ("suffix", SUFFIX),
    ("mask", MASK_OF_SIGN),
    ("currency", r"\p{Sc}"),
    ("emoji", EMOJI),
    ("mark", r"(?P<sign>[\p{P}\p{S}])(?P=sign){0,63}+"),
    ("other", r"\S|[\x1C-\x1F]"),
)


def _one_of(kinds: tuple[tuple[str, str], ...]) -> str:
    return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds)


PATTERN = kept.pattern(
    rf"(?!\s)(?:{_one_of((('word', PLAIN_WORD), ('mark', PLAIN_MARK)))}"
    rf"|(?=\p{{L}})(?:{_one_of(BEGINS_WITH_LETTER)})|(?=\d)(?:{_one_of(BEGINS_WITH_FIGURE)})"
    rf"|{_one_of(BEGINS_WITH_SIGN)})"
)
