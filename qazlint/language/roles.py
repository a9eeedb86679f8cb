"""What a single word can be in a sum, a date or an address: tables in Russian and Kazakh.

The tables are the project's own. Words stand as a stem with its endings, so that they work whatever the morphology
knows; Kazakh ones also as typed without the Kazakh letters. A role is one character, so that `entities` can look for
entities with ordinary patterns over a string of roles.
"""

from __future__ import annotations

import regex

from qazlint import kept
from qazlint.language.memo import remembered
from qazlint.language.token_patterns import KAZAKH_ENDING
from qazlint.types import Word

OTHER, CAPITAL, LETTER = ".", "X", "x"  # any word; one that begins with a capital; a single letter
FIGURE, NUMERAL, WEAK = "D", "N", "A"  # WEAK: a numeral only beside another (он, один, бір)
SCALE, MANY, SLANG, SCALED = "S", "G", "s", "Z"  # MANY: тысяч, as in «тысяч триста»; SLANG: only after a numeral
CURRENCY, SIGN, NATION = "C", "c", "j"
WITH, EXTRA, ABOUT, ON = "w", "f", "k", "p"  # «с» «лишним»; астам, жуық; «тыщ на 60»
PERCENT_WORD, PERCENT_SIGN, PERCENT = "r", "%", "P"
THINGS, MANY_SUCH = "u", "n"  # what is counted when it is not money; «немецких»
STREET, STREET_SHORT, STREET_KK, HOUSE, ROOM, BUILDING = "L", "l", "K", "H", "e", "b"
MONTH, YEAR, DAYPART, CLOCK, BEFORE_TIME = "m", "y", "v", "q", "a"
PHONE_WORD, IIN_WORD, CARD_WORD = "T", "I", "B"

KINDS = {"phone": "1", "email": "2", "url": "3", "handle": "4", "hashtag": "5", "time": "6", "date": "7"}

# Endings are defined once and called by name: the table has dozens of them, and a pattern is compiled at every start.
_ENDINGS = (
    "(?(DEFINE)(?P<ru>а|у|ом|е|ы|и|ов|ам|ами|ах|я|ю|ем|ей|ям|ями|ях|ь|ью|ой|)"
    "(?P<case>(?:-?(?:[ғгкқ][ае]|[дтн][ае]н?|[днт][ыіи]ң?|[днт][ыіи]н|[дт][ае]й|[бмп]ен|ым[ыі]з|[ыі]м))?)"
    f"(?P<kk>-?{KAZAKH_ENDING}))"
)
NOUN_RU, CASE_KK, ENDING_KK = "(?&ru)", "(?&case)", "(?&kk)"
ANY = f"(?:{NOUN_RU}|{ENDING_KK})"

_UNITS_RU = (
    "дв(?:а|е|ух|ум|умя)|тр(?:и|ех|ем|емя)|четыр(?:е|ех|ем|ьмя)|(?:пят|шест|сем|девят|десят)(?:ь|и|ью)|вос(?:емь|ьми|емью)"
)
_TEENS_RU = (
    "(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат(?:ь|и|ью)|(?:два|три)дцат(?:ь|и|ью)"
)
_TENS_RU = "(?:пят|шест|сем|восем)(?:ь|и)десят(?:и|ью)?|восьмидесяти|сорока?|девяност[оа]|ст[оа]"
_HUNDREDS_RU = (
    "(?:две|двух|двум|двумя|три|трех|трем|тремя|четыре|четырех|четырем|четырьмя|пять|пяти|шесть|шести|семь|семи|восемь"
    "|восьми|девять|девяти)(?:сти|ста|сот|стам|стах|стами)"
)
_OTHERS_RU = (
    "полтор[аы]|полутора|двое|двоих|трое|троих|четверо|четверых|пятеро|пятерых|шестеро|семеро|десят(?:ок|ка|ков|ком)"
    "|сотн(?:я|и|ю|ей|ями)|сотен|полсотни|полторы|пятьсот"
)
_NUMERALS_KK = (
    "екі|еки|үш|уш|төрт|бес|алты|жеті|жети|сегіз|сегиз|тоғыз|тогыз|жиырма|жыйырма|отыз|қырық|кырык|елу|алпыс|жетпіс"
    "|жетпис|сексен|тоқсан|токсан|жарты|жарым"
)
_NOT_NUMERALS = frozenset(
    ("алтын", "алтыны", "елуі", "жартыда", "тоқсанда", "тоқсанды", "тоқсанның", "тоқсаннан", "тоқсанға")
)  # gold; a half; a quarter of the year
_MONTHS = (
    "январ(?:ь|я|е|ю)|феврал(?:ь|я|е|ю)|март(?:а|е|у)?|апрел(?:ь|я|е|ю)|ма(?:й|я|е|ю)|июн(?:ь|я|е|ю)|июл(?:ь|я|е|ю)"
    "|август(?:а|е|у)?|сентябр(?:ь|я|е|ю)|октябр(?:ь|я|е|ю)|ноябр(?:ь|я|е|ю)|декабр(?:ь|я|е|ю)"
    f"|(?:қаңтар|кантар|ақпан|акпан|наурыз|сәуір|сауир|мамыр|маусым|шілде|шилде|тамыз|қыркүйек|қыркүйег|кыркуйек"
    f"|қазан|казан|қараша|караша|желтоқсан|желтоксан){ENDING_KK}?"
)
_THINGS_RU = (
    "человек|люд(?:и|ей)|чел|раз(?:а)?|лет|год(?:а|ов)|час(?:а|ов)|дн(?:я|ей)|минут[аы]?|тонн[аы]?|километр|км"
    "|метр|шаг|подписчик|лайк|просмотр|страниц[аы]?|комментари(?:й|я|ев)|участник|экземпляр|слов[ао]?|знак|гектар|га"
    "|предприяти(?:е|я|й)|завод|компани(?:я|и|й)|сотрудник|работник|студент|житель|жител(?:я|ей)|гост(?:я|ей)|зрител(?:я|ей)"
    "|ваканси(?:я|и|й)|отзыв|позици(?:я|и|й)|заяв(?:ка|ки|ок)|штук[аи]?|шт|кг|килограмм|сем(?:ья|ьи|ей)|дет(?:и|ей)"
    "|школьник|солдат|мест[ао]?|деревь(?:я|ев)|голов[аы]?|товар|книг[аи]?|писем|письм[ао]|сообщени(?:е|я|й)|экспортер"
    "|предпринимател(?:ь|я|ей)|пользовател(?:ь|я|ей)|калори(?:я|и|й)|гра(?:дус|мм)|километров|оборот|знакомых|друзей"
)
_THINGS_KK = (
    "адам|рет|жыл|жас|күн|сағат|минут|тонна|шақырым|қадам|жазылушы|қаралым|бет|пікір|қатысушы|дана|сөз|кәсіпорын|зауыт"
    "|қызметкер|жұмысшы|студент|оқушы|тұрғын|қонақ|көрермен|өтінім|отбасы|бала|сарбаз|орын|кітап|ағаш|бас|мал|хабарлама"
    "|экспорттаушы|кәсіпкер|пайдаланушы|гектар|шаршы|кісі|түп|килограмм|келі|градус"
)

# In the order in which they are tried; a stem with its endings must be the whole form.
TABLE: tuple[tuple[str, str], ...] = (
    (NUMERAL, f"{_UNITS_RU}|{_TEENS_RU}|{_TENS_RU}|{_HUNDREDS_RU}|{_OTHERS_RU}"),
    (NUMERAL, f"(?:{_NUMERALS_KK}){CASE_KK}"),
    (WEAK, "пар[ау]|парочк[ау]|несколько|бірнеше"
           "|од(?:ин|на|но|ного|ной|ному|ним|ну)|бір|бир|он|(?:жүз|жуз)(?:ге|ден|дей)?|он(?:ға|нан)"),
    (MANY, "тысяч|тыщ|тыс|миллионов|мильонов|миллиардов|лямов"),
    (SCALE, f"(?:тысяч|тыщ|миллион|мильон|миллиард|триллион){ANY}|(?:млн|млрд|трлн|тыс){ENDING_KK}?"),
    (SCALE, f"мың{ENDING_KK}?|(?:мын|myń|myn|mıñ|mın|myñ|mıng|myng|mln){CASE_KK}|(?:мың|мын)да(?:ған|ган)"),
    (SLANG, f"(?:лям|лимон|косарь?|ярд){ANY}|[кk]{{1,2}}"),
    (SCALED, f"пол-?(?:миллион|мильон|миллиард|лям|лимон|тысяч|тыщ){ANY}"),
    (CURRENCY, "(?:теңге|тенге|тенг|тиын|teñge|tenge|teńge|тг|tg|тнг|доллар|бакс|рубл|юань?|дирхам|йен|иен|фунт|крон)"
               f"{ANY}"),
    (CURRENCY, f"евро{ENDING_KK}?|руб|р|т\\.р|т\\.тг|долл|коп|копе(?:ек|йка|йки|йку)|сом(?:а|ов)?|сум(?:ов)?|лир[аы]?"
               "|у\\.?е"),
    (SIGN, f"(?:kzt|usd|eur|rub|cny){ENDING_KK}?"),
    (NATION, "казахстанск(?:их|ий|ого|ие)|американск(?:их|ий|ого|ие)|российск(?:их|ий|ого|ие)|қазақстандық|американдық"
             "|америкалық|ресейлік"),
    (WITH, "с|со"),
    (EXTRA, "лишним|лишком|хвостиком|хвостом|копейками|гаком|небольшим|лихвой|половиной|четвертью|чем-то|мелочью"),
    (ABOUT, "астам|жуық|жуык|артық|артык|аса|таяу|тарта|шамасында|шамалы|шақты|шакты|ғана|гана|лишним|почти|чуть|менее"
            "|кемдеу|бе|миллионнан"),
    (ON, "на|по|за|в"),
    (PERCENT_WORD, f"(?:процент|пайыз){ANY}|проц"),
    (PERCENT_SIGN, "[%‰]"),
    (STREET_SHORT, "ул|пр-т|пр-кт|просп|мкр|мкрн|м-н|пер|б-р|бул|көш|кош|даң|ықш|ш/а|ш-а|пр|наб|пл"),
    (STREET_KK, "(?:көшес[іи]|кошес[іи]|даңғылы|дангылы|(?:ықшам|шағын|ыкшам|шагын)ауданы|тұйығы|бульвары|проспекті"
                f"|шоссесі|koshesi|köshesi|dangyly)(?:н?{CASE_KK})"),
    (STREET, f"улиц(?:а|ы|е|у|ей)|(?:проспект|переулок|переулк|микрорайон|бульвар|тупик|квартал){NOUN_RU}|шоссе"
             "|набережн(?:ая|ой|ую)"),
    (HOUSE, f"дом(?:а|е)?|д|кв|квартир(?:а|ы|е|у)|корпус(?:а|е)?|корп|(?:үй|пәтер|патер){ENDING_KK}?"),
    (ROOM, "блок|офис(?:а|е)?|оф|подъезд|этаж(?:е)?|эт|каб|кабинет|секция"
           f"|(?:қабат|кабат|бөлме|болме|кеңсе){ENDING_KK}?"),
    (MONTH, _MONTHS),
    (YEAR, "год(?:а|у|ом|е)?|г|жыл(?:ы|ғы|гы|дың|дан)?|ж"),
    (DAYPART, "утра|вечера|ночи|пополудни"),
    (CLOCK, "сағат(?:ы|тың)?|сагат"),
    (BEFORE_TIME, "до|к|после|дейін"),
    (PHONE_WORD, f"тел|тлф|телефон(?:{ANY}|сы)|моб|сот|раб|сотовый|городской|ватсап|вотсап|whatsapp|вацап"
                 f"|нөмір{ENDING_KK}?|нөмер|номер(?:а|у|ом)?|номири?|ұялы"),
    (IIN_WORD, f"(?:иин|жсн|бин|бсн){ANY}"),
    (CARD_WORD, f"(?:карт|картк|карточк)(?:а|ы|и|у|е|ой)|карта{ENDING_KK}"),
    (THINGS, f"(?:{_THINGS_RU})(?:а|ов)?|(?:{_THINGS_KK}){ENDING_KK}?"),
    (MANY_SUCH, r"\w{2,20}[ыи]х"),
)  # fmt: skip

_ROWS = "|".join(f"(?P<r{number}>{pattern})" for number, (_, pattern) in enumerate(TABLE))
PATTERN = kept.pattern(f"{_ENDINGS}(?:{_ROWS})")
_BUILDING = regex.compile(r"\d{1,4}\p{L}")


@remembered(200_000)
def role(word: Word) -> str:
    """The one-character role of a word."""
    if word.kind != "word" and word.kind != "abbreviation":
        return _of_kind(word)
    form = word.form.rstrip(".") if word.kind == "abbreviation" else word.form
    found = _of_form(form)
    if found != OTHER:
        return found
    if _BUILDING.fullmatch(form):
        return BUILDING
    if len(form) == 1:
        return LETTER
    return CAPITAL if word.text[:1].isupper() else OTHER


def _of_kind(word: Word) -> str:
    if word.kind == "number":
        return FIGURE
    if word.kind == "percent":
        return PERCENT if len(word.text) > 1 else PERCENT_SIGN
    if word.kind == "currency":
        return SIGN
    return KINDS.get(word.kind, OTHER)


def _of_form(form: str) -> str:
    if form in _NOT_NUMERALS or len(form) > 30:
        return OTHER
    match = PATTERN.fullmatch(form)
    return TABLE[int(match.lastgroup[1:])][0] if match and match.lastgroup else OTHER
