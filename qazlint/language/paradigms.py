"""Forms of Russian words that the dictionary has not as words of their own, made as those of words that end alike.

pymorphy3 predicts what an unknown form most likely is, and that is often a form of another word: «доплатка» the
genitive of «доплаток». Who gives a policy a term gives it in its first form, and from that the rest follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from qazlint.language import russian

_VOWEL = regex.compile("[аеиоуыэюя]")
_LEAST = 3  # letters; what is shorter is an abbreviation

# Endings of a first form, each with words of the dictionary that end so and are inflected as most such words are.
_MODELS = {
    "VERB": (
        "овать рисовать", "евать воевать", "нуть кинуть", "стить простить", "дить бродить", "тить крутить",
        "зить возить", "сить просить", "бить любить", "пить купить", "вить ловить", "мить кормить", "ить говорить",
        "ать делать", "ять гулять", "еть жалеть",
    ),
    "ADJ": ("гий долгий", "кий дикий", "хий тихий", "ший старший", "щий общий", "ний синий", "ый новый", "ой простой"),
    "NOUN": (
        "ая столовая", "ое животное", "ый ученый", "ой рядовой",
        "чка ручка", "шка кошка", "жка ложка", "йка майка", "ька банька", "ка ветка", "га нога", "ха муха", "жа лужа",
        "ча туча", "ша груша", "ща роща", "ца больница", "а роза", "ия партия", "ья семья", "я неделя",
        "ние здание", "ие условие", "ье белье", "ще жилище", "це солнце", "о слово",
        "очек кусочек", "ечек человечек", "ок кусок", "ец конец", "ий гений", "й музей",
        "б гриб", "в актив", "д завод", "з приказ", "л стол", "м альбом", "н магазин", "п суп", "р мотор", "с вопрос",
        "т билет", "ф шкаф", "к волк", "г враг", "х пастух", "ж этаж", "ш малыш", "щ товарищ", "ч врач", "ц месяц",
        "рь словарь", "тель учитель", "ль рубль мебель", "ь тетрадь",
        "ане горожане", "ы столы розы", "чки ручки", "шки кошки", "ки ветки носки", "ги ноги враги", "хи мухи пастухи",
        "и рубли",
    ),
}  # fmt: skip


def inflected(term: str, pos: str | None = None) -> tuple[str, ...]:
    """The forms of a word (lower case, ё as е) that the dictionary has not as a word of its own; itself the first.

    pos  NOUN, ADJ or VERB (UPOS); None where the author does not say: then the ending does
    """
    predicted = () if russian.is_known(term) else russian.paradigm(term, pos)
    forms = predicted if len(predicted) > 1 else tuple(_by_models(term, pos or _likely(term)))
    return tuple(dict.fromkeys((term, *forms)))


def _likely(term: str) -> str:
    return "VERB" if term.endswith("ть") else "ADJ" if term.endswith(("ый", "кий", "щий")) else "NOUN"


def _by_models(term: str, pos: str) -> Iterator[str]:
    for ending, models in _models(pos):
        stem = term[: -len(ending)]
        if term.endswith(ending) and len(term) >= _LEAST and _VOWEL.search(stem):
            for at, forms in models:
                yield from (stem + form[at:] for form in forms)
            return


@lru_cache(maxsize=8)
def _models(pos: str) -> tuple[tuple[str, tuple[tuple[int, tuple[str, ...]], ...]], ...]:
    """Endings, the longest first, with their models' forms, and where in these the ending begins."""
    found = []
    for line in _MODELS.get(pos, ()):
        ending, *words = line.split()
        models = []
        for word in words:
            at = len(word) - len(ending)
            models.append((at, tuple(form for form in russian.paradigm(word, pos) if form[:at] == word[:at])))
        found.append((ending, tuple(models)))
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
