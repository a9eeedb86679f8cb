"""What people really type: folded, stretched, look-alike, glued, foreign, Latin."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import analyze, fold, fold_readings

SPELLINGS = """
жаксы | жақсы | folded
кызметкерлеримиз | қызметкер | folded
озим | өз | folded
жумыска | жұмыс | folded
жулдыз | жұлдыз | folded
кайда | қайда | folded
оте | өте | folded
деди | деу | folded
малдын | мал | folded
экелди | әкелу | folded
эриптесим | әріптес | folded
эрине | әрине | folded
мэселе | мәселе | folded
энгиме | әңгіме | folded
абзацтын | абзац | folded
экем | әке | folded
ишинде | іш | folded
шыктым | шығу | folded
тапкан | табу | folded
кулди | күлу | folded
тойга | той | folded
жедим | жеу | folded
шыгады | шығу | folded
кетти | кету | folded
унайды | ұнау | folded
қалаи | қалай | folded
котеру | көтеру | folded
жақсыыыы | жақсы | exact
рахмееет | рахмет | exact
болсада | болу | exact
болама | болу | exact
көтермейді-ау | көтеру | exact
бiздiң | біз | exact
aйтты | айту | exact
jumys | жұмыс | latin
zhumys | жұмыс | latin
jumıs | жұмыс | latin
jumystan | жұмыс | latin
qyzmetker | қызметкер | latin
kyzmetker | қызметкер | latin
qyzmetkerlerimizge | қызметкер | latin
jaqsy | жақсы | latin
zhaksy | жақсы | latin
qazaqstan | қазақстан | latin
áńgime | әңгіме | latin
äŋgime | әңгіме | latin
bılım | білім | latin
көтермиді | көтеру | exact
болад | болу | exact
береди | беру | folded
баргым | бару | folded
"""
FOREIGN = """
АҚШ-пен | ақш | PROPN | Case=Ins
КЦИЭ-ге | кциэ | PROPN | Case=Dat
КЦИЭге | кциэ | PROPN | Case=Dat
QazIndustry-дің | qazindustry | PROPN | Case=Gen
KPI-ымыз | kpi | PROPN | Person[psor]=1
KPIға | kpi | PROPN | Case=Dat
90%-ға | 90 | NUM | Case=Dat
2019-дың | 2019 | NUM | Case=Gen
5-ші | 5 | NUM | NumType=Ord
приложениені | приложение | NOUN | Case=Acc
директорымыз | директор | NOUN | Person[psor]=1
начальнигім | начальник | NOUN | Person[psor]=1
Назарбаевтың | назарбаев | PROPN | Case=Gen
Гонконгте | гонконг | PROPN | Case=Loc
келісім-шартты | келісім-шарт | NOUN | Case=Acc
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line]


@pytest.mark.parametrize(("form", "lemma", "spelling"), rows(SPELLINGS))
def test_restored(form, lemma, spelling):
    found = [(a.lemma, a.spelling) for a in analyze(form)]
    assert (lemma, spelling) in found


@pytest.mark.parametrize(("form", "lemma", "pos", "feat"), rows(FOREIGN))
def test_ending_on_a_foreign_stem(form, lemma, pos, feat):
    name, _, value = feat.partition("=")
    assert any(a.lemma == lemma and a.pos == pos and a.feats.get(name) == value for a in analyze(form))


def test_the_exact_reading_comes_before_the_folded_one():
    assert all(a.spelling == "exact" for a in analyze("алдым"))


@pytest.mark.parametrize(
    "spelling", ["жұмыс", "жумыс", "жумис", "ЖҰМЫС", "Жұмыс"]
)  # fmt: skip
def test_fold(spelling):
    assert fold(spelling) == "жумис"


@pytest.mark.parametrize(
    ("form", "term", "pos"),
    [
        ("парақордын", "парақор", "NOUN"),
        ("жемкорлар", "жемқор", "NOUN"),
        ("jemqorlar", "жемқор", "NOUN"),
        ("котеремиз", "көтеру", "VERB"),
        ("шыгады", "шығу", "VERB"),
        ("коиды", "қою", "VERB"),
        ("коямын", "қою", "VERB"),
        ("окиды", "оқу", "VERB"),
        ("жауып", "жабу", "VERB"),
        ("kurmandasyna", "құрмандас", "NOUN"),
        ("қызметкерлеримизди", "қызметкер", "NOUN"),
    ],
)
def test_fold_readings_meet_the_folded_term(form, term, pos):
    found = fold_readings(form)
    assert (fold(term), pos) in {(a.lemma, a.pos) for a in found}
    assert {a.spelling for a in found} <= {"folded", "latin"}


def test_a_borrowed_stem_becomes_a_verb():
    assert any((a.lemma, a.pos) == ("звондау", "VERB") for a in analyze("звондады"))


def test_a_derived_word_gets_its_letters_back():
    assert "жұмыссыз" in {a.lemma for a in analyze("жумыссызга")}
