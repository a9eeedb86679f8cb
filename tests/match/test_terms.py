"""What one term of a lexicon finds: inflected forms, one part of speech, and derivatives only where ~ asks for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qazlint import Linter
from tests.policy.small import write

# section | term | text, with what the term finds in brackets
TABLE = """
kk | жемқор | Мына [жемқорлар] тағы келді
kk | жемқор | Жемқорлыққа қарсы күрес
kk | айту | Кеше [айтқанмын]
kk | айту | Кеше айтыс болды
kk | көт:NOUN | [Көтіңді] қыс
kk | көт:NOUN | Жүкті көтерді
kk | жаз:NOUN | Биыл [жазда] демаламыз
kk | жазу:VERB | Хатты [жазып] отыр
kk | жемқор~ | [Жемқорлыққа] қарсы күрес
kk | жемқор~ | Мына [жемқорлар] тағы келді
kk | жұмыс~ | [Жұмыссыздық] өсті
kk | жұмыс~ | Қазір [жұмыссызбын]
kk | жұмыс~ | [Жұмысшылар] ашулы
kk | жұмыс~ | [Жұмыста] отырмын
kk | өтірік~ | Сен [өтірікшісің]
kk | қызмет~ | Біз [қызметтеспіз]
kk | ақша~ | Олар [ақшалы] адамдар
kk | ат~ | Атап айтсақ, бәрі жақсы
kk | ит~ | Италияға кетті
ru | коррупция | Мы против [коррупции]
ru | коррупция | Пойман коррупционер
ru | стать:NOUN | Какая у коня [стать]
ru | стать:NOUN | Он стал старше
ru | коррупция~ | Пойман [коррупционер]
ru | коррупция~ | Это [коррупционная] схема
ru | коррупция~ | Мы против [коррупции]
ru | коррупция~ | [Коррупционерлердің] ісі
ru | пират~ | [Пиратский] диск
ru | экстремизм~ | [Экстремистские] лозунги
ru | экстремизм~ | Экстремальный спорт
ru | критиковать~ | Услышал [критику]
ru | вор~ | Рынок и ворота
ru | допка:NOUN | Заплатили [допку], обещали ещё две [допки]
ru | переговорка | Сидим в [переговорке]
ru | микрозайм | Взял [микрозайм], второй [микрозайма] не дали
ru | кидала:NOUN | Связался с [кидалой]
ru | закреп:NOUN | Ответ под [закрепом]
ru | закреп | Ответ под закрепом
ru | козлина:NOUN | Ну и [козлина], таким [козлинам] не верю
ru | драм:NOUN | Смотрели драму, потом драмы
ru | шорт:NOUN | Купил шорты, снял пять [шорт]
ru | прогнивший:ADJ | Вся [прогнившая] система
ru | просроченный | [Просроченные] йогурты
ru | пострадавший:NOUN | Имена [пострадавших]
ru | больничный:NOUN | Ушла на [больничный], неделю на [больничном]
ru | налоговая:NOUN | Была в [налоговой], там налоговый кодекс
any | служебка | Написала [служебку]
any | барып | Ол [барып] келді
ru | спившийся:ADJ[Number=Plur] | Спившийся сосед и [спившиеся] родичи
ru | доплатка:NOUN[Number=Plur] | Заплатили доплатку
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


def linter(folder: Path, terms: list[tuple[str, ...]]) -> Linter:
    """A linter in whose policy each term has a rule."""
    rules = "".join(
        f"""\
  - id: 1.t{number}
    message: {{ru: Слово}}
    advice: {{ru: Уберите}}
    any: ["@money.t{number}"]
    examples: {{bad: ["[[слово]]"], good: ["ничего"]}}
"""
        for number in range(len(terms))
    )
    groups = "".join(f'  t{number}:\n    {section}: ["{term}"]\n' for number, (section, term) in enumerate(terms))
    return Linter(policy=str(write(folder, rule=f"clause: '1'\nrules:\n{rules}", lexicon=f"groups:\n{groups}")))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str, str], list[str]]:
    """The passages that a term finds. Terms with ~ have a policy of their own: of two findings of one clause on the
    same words only one is kept."""
    chosen = {sign: sorted({row[:2] for row in ROWS if row[1].endswith("~") == sign}) for sign in (False, True)}
    linters = {sign: linter(tmp_path_factory.mktemp("terms"), terms) for sign, terms in chosen.items()}

    def find(section: str, term: str, text: str) -> list[str]:
        sign = term.endswith("~")
        rule = f"1.t{chosen[sign].index((section, term))}"
        findings = linters[sign].check(text).findings
        return [text[f.span.start : f.span.end] for f in findings if f.rule_id == rule]

    return find


@pytest.mark.parametrize(("section", "term", "marked"), ROWS)
def test_term(found: Callable[[str, str, str], list[str]], section: str, term: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert found(section, term, text) == [part.partition("]")[0] for part in marked.split("[")[1:]]
