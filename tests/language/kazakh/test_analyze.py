"""Word, lemma, part of speech, features: by table, in lower, Title and UPPER case."""

from __future__ import annotations

import pytest

from qazlint.language.kazakh import analyze, is_known, roots
from qazlint.language.kazakh.stems import common

# form | lemma | UPOS | features that the reading must have
NOUNS = """
құпияларымыздан | құпия | NOUN | Number=Plur Number[psor]=Plur Person[psor]=1 Case=Abl
кітабым | кітап | NOUN | Number[psor]=Sing Person[psor]=1 Case=Nom
кітаптың | кітап | NOUN | Case=Gen
логотипін | логотип | NOUN | Person[psor]=3 Case=Acc
логотибін | логотип | NOUN | Person[psor]=3 Case=Acc
принципі | принцип | NOUN | Person[psor]=3
стартаптарын | стартап | NOUN | Number=Plur Person[psor]=3 Case=Acc
этапы | этап | NOUN | Person[psor]=3
балама | бала | NOUN | Person[psor]=1 Case=Dat
балаңызға | бала | NOUN | Person[psor]=2 Polite[psor]=Form Case=Dat
баласына | бала | NOUN | Person[psor]=3 Case=Dat
баласынан | бала | NOUN | Person[psor]=3 Case=Abl
үйін | үй | NOUN | Person[psor]=3 Case=Acc
үйіңде | үй | NOUN | Person[psor]=2 Case=Loc
үйдегілердің | үй | NOUN | Number=Plur Case=Gen
қызметкерлермен | қызметкер | NOUN | Number=Plur Case=Ins
қызметкеріміздікі | қызметкер | NOUN | Person[psor]=1 Case=Gen
орны | орын | NOUN | Person[psor]=3
аузын | ауыз | NOUN | Person[psor]=3 Case=Acc
халқы | халық | NOUN | Person[psor]=3
мүлкі | мүлік | NOUN | Person[psor]=3
қалпына | қалып | NOUN | Person[psor]=3 Case=Dat
моделін | модель | NOUN | Person[psor]=3 Case=Acc
процеске | процесс | NOUN | Case=Dat
фактісі | факт | NOUN | Person[psor]=3
банкке | банк | NOUN | Case=Dat
банктің | банк | NOUN | Case=Gen
клубтар | клуб | NOUN | Number=Plur
цехында | цех | NOUN | Person[psor]=3 Case=Loc
мұғаліммін | мұғалім | NOUN | Person=1 Number=Sing
адамбыз | адам | NOUN | Person=1 Number=Plur
надансың | надан | ADJ | Person=2 Number=Sing
надансың | надан | NOUN | Person=2
жұмыссызбыз | жұмыссыз | ADJ | Person=1 Number=Plur
баладай | бала | NOUN | Case=Equ
ауылдағыдай | ауыл | NOUN | Case=Equ
шыдамастық | шыдамастық | NOUN | Case=Nom
журналистерге | журналист | NOUN | Number=Plur Case=Dat
съезде | съезд | NOUN | Case=Loc
кәсіпорны | кәсіпорын | NOUN | Person[psor]=3
парктерде | парк | NOUN | Number=Plur Case=Loc
тезірек | тез | ADV | Degree=Cmp
үлкендеу | үлкен | ADJ | Degree=Cmp
үшінші | үш | NUM | NumType=Ord
төртіншіде | төртінші | NUM | NumType=Ord Case=Loc
жиырмасыншыда | жиырма | NUM | NumType=Ord Case=Loc
банкісінде | банк | NOUN | Person[psor]=3 Case=Loc
рейтингісі | рейтинг | NOUN | Person[psor]=3
съезінен | съезд | NOUN | Person[psor]=3 Case=Abl
аманбысың | аман | ADJ | PronType=Int Person=2 Number=Sing
саумысыз | сау | ADJ | PronType=Int Person=2 Polite=Form
достарымызбысыңдар | дос | NOUN | PronType=Int Person=2 Number=Plur
тігулі | тігулі | ADJ |
салбыраңқы | салбыраңқы | ADJ |
"""
PRONOUNS = """
маған | мен | PRON | Person=1 Case=Dat
менікі | мен | PRON | Case=Gen
одан | ол | PRON | Case=Abl
оның | ол | PRON | Case=Gen
бұнымен | бұл | PRON | Case=Ins
мұндағы | бұл | PRON | Case=Loc
осыған | осы | PRON | Case=Dat
өзіміздің | өз | PRON | Reflex=Yes Person[psor]=1 Case=Gen
бәріне | бәрі | PRON | Case=Dat
кімнен | кім | PRON | Case=Abl
сендерге | сен | PRON | Number=Plur Case=Dat
онысынан | ол | PRON | Person[psor]=3 Case=Abl
маган | мен | PRON | Person=1 Case=Dat
сіздерге | сіздер | PRON | Case=Dat
өзімдікі | өз | PRON | Reflex=Yes Person[psor]=1 Case=Gen
кімдікі | кім | PRON | Case=Gen
сонікі | сол | PRON | Case=Gen
анадай | ана | PRON | Case=Equ
осысын | осы | PRON | Person[psor]=3 Case=Acc
дәнеңені | дәнеңе | PRON | Case=Acc
бірдеме | бірдеме | PRON | Case=Nom
көбісіне | көп | PRON | Person[psor]=3 Case=Dat
кімбіз | кім | PRON | Number=Plur Person=1
"""
VERBS = """
әкеп | әкелу | VERB | VerbForm=Conv
емей | е | AUX | Polarity=Neg VerbForm=Conv
екенбіз | е | AUX | Number=Plur Person=1
мертігіпті | мертігу | VERB | Evident=Nfh
сыймайды | сыю | VERB | Polarity=Neg
бардым | бару | VERB | VerbForm=Fin Mood=Ind Tense=Past Person=1 Number=Sing
бармадық | бару | VERB | Polarity=Neg Tense=Past Person=1 Number=Plur
келмейді | келу | VERB | Polarity=Neg VerbForm=Fin Tense=Pres Person=3
оқиды | оқу | VERB | VerbForm=Fin Tense=Pres Person=3
оқып | оқу | VERB | VerbForm=Conv
қояды | қою | VERB | VerbForm=Fin Person=3
қойып | қою | VERB | VerbForm=Conv
қоюға | қою | VERB | VerbForm=Ger Case=Dat
киеді | кию | VERB | VerbForm=Fin Person=3
дамиды | даму | VERB | VerbForm=Fin Person=3
дейді | деу | VERB | VerbForm=Fin Person=3
жауып | жабу | VERB | VerbForm=Conv
табады | табу | VERB | VerbForm=Fin Person=3
тапты | табу | VERB | VerbForm=Fin Tense=Past Person=3
қорқып | қорқу | VERB | VerbForm=Conv
қорықпаймын | қорқу | VERB | Polarity=Neg Person=1
шыққанмын | шығу | VERB | VerbForm=Fin Tense=Past Person=1
айтсаң | айту | VERB | Mood=Cnd Person=2
айтыпты | айту | VERB | Evident=Nfh Person=3
айтқалы | айту | VERB | VerbForm=Conv
айтқанша | айту | VERB | VerbForm=Conv
айтқысы | айту | VERB | Mood=Des Person=3
айтыңызшы | айту | VERB | Mood=Imp Person=2 Polite=Form
айтпаңдар | айту | VERB | Mood=Imp Person=2 Number=Plur Polarity=Neg
айтайық | айту | VERB | Mood=Imp Person=1 Number=Plur
айтсын | айту | VERB | Mood=Imp Person=3
айтқай | айту | VERB | Mood=Opt
айтпақпын | айту | VERB | Tense=Fut Person=1
айтар | айту | VERB | VerbForm=Part Tense=Fut
айтпас | айту | VERB | Polarity=Neg Tense=Fut
айтарлық | айту | VERB | Mood=Pot
айтарын | айту | VERB | Tense=Fut Person[psor]=3 Case=Acc
айтармын | айту | VERB | VerbForm=Fin Tense=Fut Person=1
келгендіктен | келу | VERB | Case=Abl
баратынымды | бару | VERB | Aspect=Hab Person[psor]=1 Case=Acc
көтерілді | көтеру | VERB | Voice=Pass Tense=Past
көтерілді | көтерілу | VERB | Tense=Past
жаздырды | жазу | VERB | Voice=Cau Tense=Past
көрісеміз | көрісу | VERB | Person=1 Number=Plur
басқарушы | басқару | VERB | VerbForm=Part
айтқыш | айту | VERB | VerbForm=Part
отырмын | отыру | AUX | Tense=Pres Person=1
отрды | отыру | AUX | Tense=Past Person=3
отруға | отыру | AUX | VerbForm=Ger Case=Dat
жатыр | жату | AUX | Tense=Pres Person=3
жатырм | жату | AUX | Tense=Pres Person=1
келет | келу | VERB | Tense=Pres Person=3
болд | болу | VERB | Tense=Past Person=3
алдм | алу | VERB | Tense=Past Person=1
жазп | жазу | VERB |
емеспін | е | AUX | Polarity=Neg Person=1
еді | е | AUX | Tense=Past Person=3
екенін | е | AUX | Case=Acc
боп | болу | AUX | VerbForm=Conv
әкелді | әкелу | VERB | Tense=Past
бармасын | бару | VERB | Polarity=Neg Mood=Imp Person=3
аламысың | алу | VERB | PronType=Int Person=2 Number=Sing
барғанбысыздар | бару | VERB | PronType=Int Tense=Past Person=2 Polite=Form
жатырмысың | жату | AUX | PronType=Int Person=2
көрелік | көру | VERB | Mood=Imp Person=1 Number=Plur
барайлық | бару | VERB | Mood=Imp Person=1 Number=Plur
ойналық | ойнау | VERB | Mood=Imp Person=1 Number=Plur
сөйлейлікші | сөйлеу | VERB | Mood=Imp
айтқылары | айту | VERB | Mood=Des Person=3
жүріңкіреп | жүру | VERB | VerbForm=Conv
жүріңкіреп | жүріңкіреу | VERB | VerbForm=Conv
көрмегенсіді | көру | VERB | Polarity=Neg Tense=Past
білгенсініп | білу | VERB | VerbForm=Conv
баратырмын | бару | VERB | Tense=Pres Person=1
келатқанда | келу | VERB | VerbForm=Part Case=Loc
еместігін | е | AUX | Polarity=Neg Case=Acc
емеспіз | емес | AUX | Polarity=Neg Number=Plur Person=1
"""
OTHERS = """
да | да | PART |
бен | мен | CCONJ |
ме | ма | PART | PronType=Int
қой | ғой | PART |
үшін | үшін | ADP |
ойбай | ойбай | INTJ |
а | а | INTJ |
шығар | шығар | PART |
шығармын | шығар | PART | Person=1 Number=Sing
жүздеп | жүздеп | ADV |
өйткені | өйткені | SCONJ |
"""
DERIVED = [
    ("жемқорлыққа", "жемқорлық", "жемқор"),
    ("жұмыссыздық", "жұмыссыздық", "жұмыс"),
    ("өтірікшілер", "өтірікші", "өтірік"),
    ("есірткіге", "есірткі", None),
]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line]


def has(form: str, lemma: str, pos: str, feats: str) -> bool:
    wanted = dict(pair.split("=", 1) for pair in feats.split())
    same = {pos} | ({"VERB", "AUX"} if pos == "VERB" else set())
    return any(a.lemma == lemma and a.pos in same and wanted.items() <= a.feats.items() for a in analyze(form))


@pytest.mark.parametrize("case", [str.lower, str.title, str.upper], ids=["lower", "Title", "UPPER"])
@pytest.mark.parametrize("row", rows(NOUNS + PRONOUNS + VERBS + OTHERS), ids=lambda row: f"{row[0]}-{row[1]}")
def test_reading(row, case):
    form, *reading = row
    assert has(case(form), *reading), [(a.lemma, a.pos, a.feats) for a in analyze(case(form))]


@pytest.mark.parametrize("form", ["анауса", "мағандар", "қайтіб", "екентер"])
def test_an_irregular_form_takes_no_endings_but_its_own(form):
    assert not any(a.is_known for a in analyze(form))


def test_what_is_common_is_listed():
    assert [lemma for lemma in common() if not is_known(lemma)] == []


def test_public_example_comes_first():
    first = analyze("құпияларымыздан")[0]
    assert (first.lemma, first.pos, first.lang) == ("құпия", "NOUN", "kk")
    assert first.feats == {"Number": "Plur", "Number[psor]": "Plur", "Person[psor]": "1", "Case": "Abl"}
    assert first.is_known
    assert not first.derived


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("алып", "алу"), ("жазда", "жаз"), ("онымен", "ол"), ("басқа", "басқа"), ("күшті", "күшті"), ("енді", "енді"),
        ("ойын", "ойын"), ("жер", "жер"), ("айтып", "айту"), ("тауға", "тау"), ("бөлімде", "бөлім"), ("киім", "киім"),
    ],
)  # fmt: skip
def test_first_reading(form, lemma):
    assert analyze(form)[0].lemma == lemma


def test_a_frequent_noun_with_a_case_is_no_participle():
    assert "жеу" not in {reading.lemma for reading in analyze("жерге")}
    assert "жеу" in {reading.lemma for reading in analyze("жер")}


@pytest.mark.parametrize(("form", "whole", "root"), DERIVED)
def test_derivation(form, whole, root):
    assert any(a.lemma == whole and not a.derived for a in analyze(form))
    assert not any(a.lemma == root and not a.derived for a in analyze(form))
    assert root is None or any(a.lemma == root and a.derived for a in roots(form))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("көтереді", "көт"), ("көтерген", "көт"), ("аманатты", "ам"), ("боксшы", "боқ"), ("итальяндық", "ит"),
     ("ақшақар", "ақша"), ("есеге", "есек"), ("малайлар", "мал"), ("кот", "көт"), ("коты", "көт"), ("мали", "мал"), ("дец", "деу"), ("котти", "көт"), ("колым", "көл"),
     ("кітапы", "кітап"), ("мектепі", "мектеп")],
)  # fmt: skip
def test_no_such_reading(form, lemma):
    assert lemma not in {a.lemma for a in analyze(form)}


def test_verb_never_falls_together_with_a_noun():
    assert {a.pos for a in analyze("көттің") if a.lemma == "көт"} == {"NOUN"}
    assert has("көтерді", "көтеру", "VERB", "")


def test_is_known():
    assert is_known("қызметкер")
    assert is_known("көтеру")
    assert not is_known("қызметкерге")
    assert not is_known("абракадабра")


def test_scores_fall_and_sum_to_one():
    scores = [a.score for a in analyze("балама")]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1, abs=0.01)
