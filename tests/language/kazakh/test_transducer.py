"""The optional apertium-kaz backend, over a transducer of a few words that the test writes."""

from __future__ import annotations

import sys
from pathlib import Path
from struct import pack

import pytest

from qazlint.language.kazakh import analyze as ours
from qazlint.language.kazakh.analyzer import LONGEST_WORD
from qazlint.language.kazakh.transducer import Analyzer, TransducerError, _features, _may_be_one, load, read_tags
from qazlint.language.pipeline import analyse
from tests.language.kazakh.optimized_lookup import write

READINGS = {
    "балама": [("бала<n><px1sg><dat>", 0.0), ("балама<n><nom>", 0.0)],
    "келдім": [("кел<v><iv><ifi><p1><sg>", 0.0)],
    "бұрбанды": [("бұрбан<n><acc>", 2.0), ("бұрбан<v><iv><ifi><p3><sg>", 0.0)],
    "Бұрабайға": [("Бұрабай<np><top><dat>", 0.0)],
    "чат": [("чат<n><nom>", 0.0)],
    "шу": [("шу<unknown>", 0.0), ("шу<n><nom>", 0.0)],
    "чат" * 20: [("чат<n><nom>", 0.0)],
    "чат" * 20 + "ч": [("чат<n><nom>", 0.0)],
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("hfst") / "tiny.hfstol", READINGS)


@pytest.fixture(scope="module")
def analyze(path: Path) -> Analyzer:
    pytest.importorskip("pyhfst")
    return load(path)


def short(analyze: Analyzer, form: str) -> list[tuple[str, str]]:
    return [(reading.lemma, reading.pos) for reading in analyze(form)]


@pytest.mark.parametrize(
    ("tags", "lemma", "pos", "feats"),
    [
        ("кітап<n><pl><px1sg><dat>", "кітап", "NOUN", "Number[psor]=Sing Person[psor]=1 Number=Plur Case=Dat"),
        ("бала<n><px2sg><frm><nom>", "бала", "NOUN", "Person[psor]=2 Number[psor]=Sing Polite[psor]=Form Case=Nom"),
        ("Алматы<np><top><loc>", "алматы", "PROPN", "Case=Loc"),
        ("кел<v><iv><ifi><p1><sg>", "келу", "VERB", "VerbForm=Fin Mood=Ind Tense=Past Person=1 Number=Sing"),
        ("оқы<v><tv><neg><aor><p3><sg>", "оқу", "VERB", "VerbForm=Fin Mood=Ind Tense=Pres Polarity=Neg Person=3"),
        ("айт<v><tv><gpr_past>", "айту", "VERB", "VerbForm=Part Tense=Past"),
        ("айт<v><tv><imp><p2><frm><sg>", "айту", "VERB", "VerbForm=Fin Mood=Imp Person=2 Polite=Form Number=Sing"),
        ("көтер<v><tv><pass><ger><dat>", "көтеру", "VERB", "VerbForm=Ger Voice=Pass Case=Dat"),
        ("қой<v><tv><prc_perf>", "қою", "VERB", "VerbForm=Conv Aspect=Perf"),
        ("отыр<vaux><prc_impf>", "отыру", "AUX", "VerbForm=Conv Aspect=Imp"),
        ("мұғалім<n><nom>+е<cop><aor><p1><sg>", "мұғалім", "NOUN", "Case=Nom Person=1 Number=Sing"),
        ("үш<num><ord>", "үш", "NUM", "NumType=Ord"),
        ("кел<v><iv><ifi><p3><sg>+ма<qst>", "келу", "VERB", "VerbForm=Fin Mood=Ind Tense=Past Person=3"),
        ("үлкен<adj><comp>", "үлкен", "ADJ", "Degree=Cmp"),
        ("е<cop><ifi><p1><sg>", "е", "AUX", "VerbForm=Fin Mood=Ind Tense=Past Person=1 Number=Sing"),
        ("айт<v><tv><gpr_past>+е<cop><aor><p1><sg>", "айту", "VERB", "VerbForm=Fin Tense=Past Person=1 Number=Sing"),
        ("мұғалім<n><nom>+<cop><aor><p1><sg>", "мұғалім", "NOUN", "Case=Nom Person=1 Number=Sing"),
        ("бала<n><nom>+мен<prn><pers><p1><sg><nom>", "бала", "NOUN", "Case=Nom"),
    ],
)
def test_tags(tags: str, lemma: str, pos: str, feats: str) -> None:
    assert read_tags(tags) == (lemma, pos, dict(pair.split("=", 1) for pair in feats.split()))


@pytest.mark.parametrize(
    ("tags", "form"),
    [
        ("кітап<n><pl><px1sg><dat>", "кітаптарыма"),
        ("кел<v><iv><ifi><p1><sg>", "келдім"),
        ("оқы<v><tv><neg><aor><p3><sg>", "оқымайды"),
        ("айт<v><tv><imp><p2><frm><sg>", "айтыңыз"),
        ("қой<v><tv><prc_perf>", "қойып"),
    ],
)
def test_our_grammar_says_the_same(tags: str, form: str) -> None:
    assert read_tags(tags) in [(reading.lemma, reading.pos, reading.feats) for reading in ours(form)]


@pytest.mark.parametrize(
    ("tags", "polite"), [("px2sg frm", "Polite[psor]"), ("p2 frm", "Polite"), ("px1sg p2 frm", "Polite"), ("frm", "Polite")]
)
def test_to_whom_a_form_is_polite(tags: str, polite: str) -> None:
    feats = _features(tags.split())
    assert [name for name in feats if name.startswith("Polite")] == [polite]
    assert feats[polite] == "Form"


@pytest.mark.parametrize("text", ["", "<n>", "сөз", "сөз<unknowntag>"])
def test_no_reading(text: str) -> None:
    assert read_tags(text) is None


def test_readings_of_the_transducer_in_our_order(analyze: Analyzer) -> None:
    assert short(analyze, "балама") == [("бала", "NOUN"), ("балама", "NOUN")]
    assert all(reading.is_known and reading.lang == "kk" for reading in analyze("балама"))
    assert not any(reading.derived for reading in analyze("балама"))
    assert sum(reading.score for reading in analyze("балама")) == pytest.approx(1, abs=0.01)


def test_readings_with_unknown_tags_are_passed_over(analyze: Analyzer) -> None:
    assert short(analyze, "шу") == [("шу", "NOUN")]


def test_weights_go_before_our_order(analyze: Analyzer) -> None:
    assert short(analyze, "бұрбанды") == [("бұрбану", "VERB"), ("бұрбан", "NOUN")]


@pytest.mark.parametrize("form", ["келдім", "Келдім", "КЕЛДІМ"])
def test_any_case(analyze: Analyzer, form: str) -> None:
    assert short(analyze, form) == [("келу", "VERB")]


def test_names(analyze: Analyzer) -> None:
    assert short(analyze, "бұрабайға") == short(analyze, "Бұрабайға") == [("бұрабай", "PROPN")]


@pytest.mark.parametrize("form", ["қызметкерлерге", "жаксы", "KPI-ымыз", "", "к" * 61])
def test_our_grammar_reads_the_rest(analyze: Analyzer, form: str) -> None:
    assert analyze(form) == ours(form)


def test_the_language_stage_uses_it(analyze: Analyzer) -> None:
    text = "Балалар бұрбанды"
    first = analyse(text, analyze)[0].tokens[1].word.analyses[0]
    assert (first.lemma, first.is_known) == ("бұрбану", True)
    assert not analyse(text)[0].tokens[1].word.analyses[0].is_known


def test_a_file_with_a_header_of_hfst3(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyhfst")
    extra = b"version\x003.3\0type\0HFST_OLW\0"
    wrapped = tmp_path / "wrapped.hfstol"
    wrapped.write_bytes(b"HFST\0" + len(extra).to_bytes(2, "little") + b"\0" + extra + path.read_bytes())
    assert short(load(wrapped), "келдім") == [("келу", "VERB")]


def test_what_is_too_long_is_not_looked_up(analyze: Analyzer) -> None:
    assert LONGEST_WORD == 60
    assert short(analyze, "чат" * 20) == [("чат", "NOUN")]
    assert analyze("чат" * 20 + "ч") == ()


@pytest.mark.parametrize("before", [b"", b"HFST\0" + (700).to_bytes(2, "little") + b"\0" + b"x" * 700])
@pytest.mark.parametrize(("weighted", "needed"), [(0, 5 + 7 * 6 + 11 * 8), (1, 5 + 7 * 6 + 11 * 12)])
def test_the_tables_that_are_announced_fit_into_the_file(
    tmp_path: Path, weighted: int, needed: int, before: bytes
) -> None:
    file = tmp_path / "some.hfstol"
    header = pack("<HHIIIII", 3, 5, 7, 11, 0, 0, weighted).ljust(56, b"\0")
    file.write_bytes(header + bytes(needed - 56))
    assert _may_be_one(file)
    file.write_bytes(header + bytes(needed - 57))
    assert not _may_be_one(file)
    file.write_bytes(before + header + bytes(needed))
    assert _may_be_one(file)


def test_no_room_is_made_for_tables_that_a_file_only_announces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pyhfst = pytest.importorskip("pyhfst")
    opened: list[str] = []
    monkeypatch.setattr(pyhfst, "HfstInputStream", lambda name, cache: opened.append(name))
    (tmp_path / "huge.hfstol").write_bytes(pack("<HHIIIII", 3, 5, 1 << 31, 1 << 30, 0, 0, 1).ljust(90, b"\0"))
    with pytest.raises(TransducerError, match="optimized-lookup"):
        load(tmp_path / "huge.hfstol")
    assert opened == []


def test_clear_errors(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyhfst")
    with pytest.raises(TransducerError, match="no such file"):
        load(tmp_path / "missing.hfstol")
    for content in (b"not a transducer", bytes(range(256)), b"HFST\0" + b"x" * 300, path.read_bytes()[:200]):
        (tmp_path / "wrong.hfstol").write_bytes(content)
        with pytest.raises(TransducerError, match="optimized-lookup"):
            load(tmp_path / "wrong.hfstol")
    monkeypatch.setitem(sys.modules, "pyhfst", None)
    with pytest.raises(TransducerError, match=r"pip install qazlint\[apertium\]"):
        load(path)
