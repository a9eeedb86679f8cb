"""What `qazlint init` writes: a commented configuration, and the folder of a policy to begin with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_PLAIN = re.compile(r"(?!(?:yes|no|on|off|true|false|null|y|n)$)[a-zA-Z][\w-]*", re.ASCII | re.IGNORECASE)

CONFIG = """\
# How qazlint checks the texts in this folder and below it. Every line is as by default; take the # away to change one.
# All of it is described in docs/configuration.md of qazlint.

# The policy: a name of one that comes with qazlint, or a folder beside this file.
{policy}

# Lexicons of your own: their entries are added to the policy's lexicon of the same name (employer.yaml: to its names).
# lexicons: [lexicons/works.yaml]

# Rules, clauses or parts of clauses (26.insult) that are not wanted here.
# disable: ["18.work-email"]

# Another severity than the policy's: error, warning or note.
# severity: {{"23": note}}

# What is known of the posts: for all of them, and by path (patterns as in .gitignore; the last that matches wins).
# author: employee
# paths:
#   - {{path: "official/**", author: official, approved: true}}

# Which sets of the policy's rules hold: for all files (here), and by path (under paths). docs/site.md of qazlint.
# sets: [posts]

# What is not checked: patterns as in .gitignore. What git ignores is left out in any case.
# exclude: ["archive/"]

# Least severity that makes the exit status 1: error, warning, note or never.
# fail-on: warning

# Language of the report: ru, kk or en.
# lang: ru

# Suppressions in the texts count only when they give a reason.
# require-reason: false

# Known findings that do not count; qazlint check --write-baseline FILE writes it.
# baseline: .qazlint-baseline.json

# A compiled apertium-kaz for Kazakh words, before qazlint's own stems.
# kazakh: {{transducer: kaz.automorf.hfstol}}
"""

_POLICY = """\
# A policy of your own. Clauses are what your document says; the rules beside this file say how posts may violate them.
# qazlint rules test --policy FOLDER runs the rules' examples, qazlint rules check --policy FOLDER looks for mistakes.
name:
  ru: "Правила работодателя для сотрудников в социальных сетях"
  kk: "Жұмыс беруші қызметкерлерінің әлеуметтік желілерді пайдалану қағидалары"
  en: "The employer's social-media rules for employees"
version: "0.1.0"
source:
  ru: "Проект"
  kk: "Жоба"
  en: "A draft"

# How posts name the employer. Replace «ромашка» by your names; domains and handles are recognised in links and mail.
employer:
  name:
    ru: ["ромашка"]
    kk: ["ромашка"]
  ours:
    ru: ["наш компания"]
    kk: ["біз[Case=Gen] компания"]
  domains: ["romashka.example"]
  handles: ["romashka_example"]

# Who posts; a rule can be made not to bind a role (exempt).
roles:
  employee: {ru: "Сотрудник", kk: "Қызметкер", en: "Employee"}
  management: {ru: "Руководство", kk: "Басшылық", en: "Management"}
  official: {ru: "Официальный аккаунт", kk: "Ресми аккаунт", en: "Official account"}

clauses:
  - number: "1"
    title: {ru: "Деньги", kk: "Ақша", en: "Money"}
    text:
      ru: "Сотрудники не публикуют сведения о зарплатах и премиях в компании."
      kk: "Қызметкерлер компаниядағы жалақы мен сыйлықақы туралы мәліметтерді жарияламайды."
      en: "Employees do not publish what the company pays."
    strength: {ru: "запрещено", kk: "тыйым салынады", en: "prohibited"}
    severity: error
"""

_RULE = """\
# The rules of clause 1. The language of phrases is described in docs/rules.md of qazlint.
clause: "1"
exempt: [management]
rules:
  - id: 1.pay
    message:
      ru: "Сказано, сколько платят в компании"
      kk: "Компанияда қанша төленетіні айтылған"
      en: "It says what the company pays"
    advice:
      ru: "Уберите суммы и слова о премиях"
      kk: "Сомаларды және сыйлықақы туралы сөздерді алып тастаңыз"
      en: "Take out the sums"
    any:
      - "@pay &8 <money>"
      - "@employer &8 @pay"
    examples:
      bad:
        - "Вчера пришла [[премия 200 тысяч]], гуляем!"
        - "[[Біздің компанияда сыйлықақы]] берілді."
      good:
        - "Премия «Оскар» досталась новичку."
        - "Кеше саябақта серуендедік."
"""

_PAY = """\
about: Words for pay
ru:
  NOUN: [зарплата, оклад, премия]
kk:
  NOUN: [айлық, жалақы, сыйлықақы]
"""

POLICY_FILES: Mapping[str, str] = {"policy.yaml": _POLICY, "1-money.yaml": _RULE, "lexicons/pay.yaml": _PAY}


def config(policy: str = "") -> str:
    """The configuration, commented; it names `policy` when one is given."""
    return CONFIG.format(policy=policy_line(policy) if policy else "# policy: qazindustry")


def policy_line(policy: str) -> str:
    """How a configuration names a policy."""
    name = policy if _PLAIN.fullmatch(policy) else json.dumps(policy, ensure_ascii=False)  # 2030, no, a: b
    return f"policy: {name}"
