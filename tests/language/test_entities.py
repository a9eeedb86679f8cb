"""Entities by example: `[[kind:text]]` in a sentence marks what is found, and nothing else is."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from qazlint.language.entities import PATTERNS, find
from qazlint.language.scanner import scan
from qazlint.types import Token, Word

INVISIBLE = {"mark", "emoji", "suffix", "other"}


@lru_cache
def bare(text: str, kind: str) -> Word:
    """A word without analyses: entities must be found whatever the morphology knows."""
    return Word(text, text.lower().replace("ё", "е"), kind)


def tokens_of(text: str) -> list[Token]:
    return [Token(s, e, bare(text[s:e], kind)) for s, e, kind in scan(text) if kind not in INVISIBLE]


SENTENCES = [
    # sums
    "срезали на [[money:190 с лишним млн]] сразу",
    "минус [[money:190 с хвостиком млн тенге]] за год",
    "столы за [[money:9,6 млн-ға]] сатып алдық",
    "ушло [[money:полмиллиона]], потом [[money:миллион тенге]] и [[money:500к]]",
    "это [[money:$200]] или [[money:200 $]], или [[money:KZT 500]]",
    "платят [[money:тысяч триста]], у ведущего [[money:тыщ на 60]] меньше",
    "дали [[money:двадцать пять тысяч]], обещали [[money:полтора ляма]]",
    "[[money:два с половиной миллиона тенге]] за проект",
    "[[money:миллион двести тысяч]] ушло",
    "урезали с [[money:6,1 до 4,8 млрд]]",
    "[[money:5 млн 200 тыс тенге]], [[money:60-70 мың теңге]], [[money:1 200 000 тг]]",
    "[[money:5 рублей]], [[money:14 долларов]], [[money:сто евро]], [[money:12 юаней]], [[money:15 т.р.]]",
    "[[money:жиырма бес мың теңге]] алды, [[money:жарты миллион]] берді, [[money:он мыңға]] сатты",
    "[[money:6,5 мыңнан астам теңге]], [[money:екі мыңға жуық теңге]], [[money:бір жарым миллион]]",
    "жалақысы [[money:240 мын]] екен, [[money:310 мың тг]] болды",
    "[[money:пара тысяч]] и [[money:мыңдаған теңге]]",
    # numbers: counted things are no money
    "[[number:5 тысяч]] человек и [[number:5 тысяч]] разных людей",
    "[[number:миллион]] раз, [[number:полмиллиона]] подписчиков, [[number:екі мың]] адам",
    "оклад [[number:280]] на руки, [[number:двадцать один]] стол",
    "он пришёл один, бір адам, онда отыр, үшін, алтын, мына жерде",
    "с [[number:500]] к ней",
    # shares
    "[[percent:13,5%]] и [[percent:12 процентов]], [[percent:он пайыз]], [[percent:бес пайызға]]",
    # persons
    "ИИН [[iin:910101300001]], ЖСН [[iin:910101 300001]]",
    "карта [[card:4400 0000 0000 0001]] на имя",
    "тел. [[phone:00-00-21]] или тел. [[phone:00 00 21]], номер [[phone:790000]]",
    "звоните [[phone:8 701 000 00 00]], вн. [[number:118]]",
    # addresses
    "[[address:ул. Абая, 12, кв. 5]]",
    "[[address:Абай көшесі 12]]",
    "[[address:Абай даңғылы, 12-үй]]",
    "[[address:мкр Самал 2, дом 15]]",
    "[[address:пр. Мәңгілік Ел 55]]",
    "живу: [[address:Достық көшесі, 214-үй, 8-пәтер]]",
    "[[address:Кабанбай батыра 17, кв 3]]",
    "[[address:Қабанбай батыр 17, блок Е, 4-қабат]]",
    "[[address:ул абая 12]]",
    "[[address:12 мкр, д. 5, кв. 14]]",
    "на улице [[number:12]] градусов, на проспекте людно",
    # dates and times
    "[[date:5 марта 2024 года]], [[date:12 наурыз]], [[date:14-ші сәуір]], [[date:2024 жылы]], [[date:12.03.2024]]",
    "[[number:45]] марта не бывает",
    "в [[time:семь вечера]], сағат [[time:11:00]], [[time:сағат тоғызда]], до [[time:22.00]]",
    # the rest comes from the scanner
    "[[email:a.b@example.kz]] [[url:www.example.kz]] [[handle:@name]] [[hashtag:#тег]]",
    "ничего такого тут нет, бұл жерде ештеңе жоқ",
]

MARKED = regex.compile(r"\[\[(\w+):(.*?)\]\]")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_entities(sentence: str) -> None:
    text = MARKED.sub(r"\2", sentence)
    tokens = tokens_of(text)
    found = [(arc.kind, text[tokens[arc.first].start : tokens[arc.last - 1].end]) for arc in find(tokens)]
    assert found == [(match[1], match[2]) for match in MARKED.finditer(sentence)]


PIECES = (
    "5", "12", "1 000", "млн", "мың", "тысяч", "тенге", "$", "%", "к", "с", "лишним", "на", "до", "ул.", "Абая",
    "көшесі", "кв.", "үй", "дом", "марта", "жылы", "вечера", "сағат", "тел.", "ИИН", "карта", "он", "бір", "екі",
    ",", "человек",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_entities_are_in_order_and_do_not_overlap(text: str) -> None:
    tokens = tokens_of(text)
    arcs = find(tokens)
    assert all(0 <= arc.first < arc.last <= len(tokens) for arc in arcs)
    assert all(before.last <= after.first for before, after in pairwise(arcs))


@given(st.text("LlXx.KDbHeNASGsZCcjkuvqapmywfPr%1234567n#", max_size=10))
@settings(max_examples=500, deadline=None)
def test_a_pattern_needs_the_roles_by_which_it_is_chosen(roles: str) -> None:
    for _, needed, pattern, _ in PATTERNS:
        assert not (needed.isdisjoint(roles) and pattern.search(roles))
