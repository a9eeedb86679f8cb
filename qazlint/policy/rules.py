"""Rule files: the head's defaults and the rules of one clause."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import regex
import yaml

from qazlint.policy import limits
from qazlint.policy.compiler import Compiler
from qazlint.policy.fields import Calendar, checks, facts
from qazlint.policy.heads import SHARED, Head
from qazlint.policy.literals import required
from qazlint.policy.model import DEFAULT_SET, NOTHING, Clause, Condition, Examples, Regex, Rule, Scale, Yields
from qazlint.policy.names import SCOPES, suggestion
from qazlint.policy.phrases import PhraseError, parse
from qazlint.policy.problems import Place
from qazlint.policy.reader import RUSSIAN_MISSING, FileReader
from qazlint.types import NO_SEVERITY, SEVERITIES

_FILE = ("clause", "rules", "head", *SHARED)
_RULE = ("id", "any", "regex", "fields", "weigh", "certain", "confidence", "examples", *SHARED)
CONFIDENCES = ("high", "medium", "low")


@dataclass(slots=True)
class RuleReader:
    """Reads rule files into rules, compiling their phrases; equal phrases are compiled once."""

    clauses: Mapping[str, Clause]
    roles: Collection[str]
    compiler: Compiler
    numbers: dict[str, int]
    ids: dict[str, str]
    sets: Collection[str]
    calendar: Calendar
    scales: Mapping[str, Scale]
    heads: Mapping[str, Head]
    weighed_by: set[str] = field(default_factory=set)  # tables that a rule names
    headed_by: set[str] = field(default_factory=set)  # heads that a file names
    places: dict[str, tuple[Place, str]] = field(default_factory=dict)  # of each phrase, with the path of keys to it

    def file(self, reader: FileReader, root: yaml.Node) -> list[Rule]:
        """The rules of one file; what is wrong goes to the reader's problems."""
        if not self.clauses:  # nothing of the policy file could be read, and that has been said
            return []
        head = reader.mapping(root, "", _FILE, ("clause", "rules"))
        clause = reader.string(head.get("clause"), "clause", numbers=True)
        if clause and clause not in self.clauses:
            message = f"the policy has no clause «{clause}»{suggestion(clause, self.clauses)}"
            reader.error(head["clause"], "clause", message)
            return []
        rules = head.get("rules")
        if rules is None or not clause:
            return []
        if not isinstance(rules, yaml.SequenceNode):
            reader.error(rules, "rules", "a list of rules is expected here")
            return []
        heads = [self.heads[name] for name in self._named_heads(reader, head.get("head"))] + [head]
        return [rule for node in rules.value if (rule := self._rule(reader, node, heads, clause))]

    def _named_heads(self, reader: FileReader, node: yaml.Node | None) -> list[str]:
        names = [name for name in self._known(reader, node, "head", self.heads, "head") if name in self.heads]
        self.headed_by.update(names)
        return names

    def _rule(self, reader: FileReader, node: yaml.Node, heads: Sequence[Head], clause: str) -> Rule | None:
        own = reader.mapping(node, "rules", _RULE, ("id", "examples"))
        rule_id = reader.string(own.get("id"), "id", numbers=True)
        if not rule_id or not self._id_is_good(reader, own["id"], rule_id, clause):
            return None
        parts = [(head, "") for head in heads] + [(own, f"{rule_id}.")]
        both = {key: part[key] for part, _ in parts for key in SHARED if key in part}
        # What a head says wrongly is said once, not for each of its rules.
        where = {key: f"{rule_id}.{key}" if key in own else key for key in SHARED}
        said = {key: reader.texts(both.get(key), where[key]) for key in ("message", "advice")}
        for key in said:
            if key not in both:
                reader.error(node, f"{rule_id}.{key}", RUSSIAN_MISSING)
        on_page = "fields" in own
        if sum(("any" in own or "regex" in own, on_page, "weigh" in own)) != 1:
            reader.error(node, rule_id, "a rule has either phrases («any», «regex») or «fields» or «weigh»")
        if "weigh" in own and "certain" in own:
            reader.error(own["certain"], f"{rule_id}.certain", "a rule that weighs doubts others and is not doubted")
        defaults = self.clauses[clause]
        if defaults.severity == NO_SEVERITY and "severity" not in both:
            message = f"the clause is there for context and has none: give the rule one of {', '.join(SEVERITIES)}"
            reader.error(node, where["severity"], message)
        return Rule(
            id=rule_id,
            clause=clause,
            part=next((part for part in defaults.parts if rule_id.startswith(f"{clause}.{part}")), ""),
            severity=reader.one_of(both.get("severity"), where["severity"], SEVERITIES, defaults.severity),
            confidence=reader.one_of(own.get("confidence"), f"{rule_id}.confidence", CONFIDENCES, "high"),
            message=said["message"],
            advice=said["advice"],
            exempt=frozenset(self._known(reader, both.get("exempt"), where["exempt"], self.roles, "role")),
            cites=tuple(self._known(reader, both.get("cites"), where["cites"], self.clauses, "clause"))
            or defaults.cites,
            phrases=self.phrases(reader, own.get("any"), f"{rule_id}.any"),
            regexes=tuple(self._regexes(reader, own.get("regex"), f"{rule_id}.regex")),
            conditions=() if on_page else tuple(c for part in parts for c in self._conditions(reader, *part)),
            examples=self._examples(reader, own.get("examples"), rule_id),
            place=reader.place(node),
            set=reader.one_of(both.get("set"), where["set"], tuple(self.sets), DEFAULT_SET),
            facts=tuple(fact for part in parts for fact in facts(reader, *part)) if on_page else (),
            checks=checks(reader, own.get("fields"), f"{rule_id}.fields", self.calendar),
            yields=self._yields(reader, both.get("yields"), where["yields"]),
            scale=self._scale(reader, own.get("weigh"), f"{rule_id}.weigh"),
            certain=reader.truth(own.get("certain"), f"{rule_id}.certain"),
        )

    def _id_is_good(self, reader: FileReader, node: yaml.Node, rule_id: str, clause: str) -> bool:
        if not rule_id.startswith(clause + "."):
            reader.error(node, "id", f"«{rule_id}» does not begin with its clause: «{clause}.…»")
        elif rule_id in self.ids:
            reader.error(node, "id", f"«{rule_id}» is taken: {self.ids[rule_id]}")
        else:
            self.ids[rule_id] = str(reader.place(node))
            return True
        return False

    def _known(
        self, reader: FileReader, node: yaml.Node | None, where: str, known: Collection[str], what: str
    ) -> list[str]:
        found = reader.strings(node, where, numbers=True)
        for text, item in found:
            if text not in known:
                reader.error(item, where, f"unknown {what} «{text}»{suggestion(text, known)}")
        return [text for text, _ in found]

    def _yields(self, reader: FileReader, node: yaml.Node | None, where: str) -> Yields:
        """To what a rule gives way: clauses, and the parts that they name apart."""
        parts = [f"{number}.{part}" for number, clause in self.clauses.items() for part in clause.parts]
        scopes = _by_scope(reader, node, where, Yields._fields)
        return NOTHING._replace(**{
            scope: frozenset(self._known(reader, inner, f"{where}.{scope}", [*self.clauses, *parts], "clause"))
            for scope, inner in scopes.items()
        })  # fmt: skip

    def _scale(self, reader: FileReader, node: yaml.Node | None, where: str) -> Scale | None:
        if node is None:
            return None
        name = reader.string(node, where, numbers=True)
        if name not in self.scales:
            reader.error(node, where, f"there is no table weights/{name}.yaml{suggestion(name, self.scales)}")
        self.weighed_by.add(name)
        return self.scales.get(name)

    def phrases(self, reader: FileReader, node: yaml.Node | None, where: str) -> tuple[int, ...]:
        """Numbers of the phrases of a list; what is wrong goes to the reader's problems."""
        numbers: list[int] = []
        for text, item in reader.strings(node, where):
            try:
                if text not in self.numbers:
                    self.numbers[text] = self.compiler.phrase(parse(text))
                    self.places[text] = reader.place(item), where
                numbers.append(self.numbers[text])
            except PhraseError as error:
                reader.error(item, where, f"«{limits.shown(text)}»: {error}")
        return tuple(dict.fromkeys(numbers))

    def _regexes(self, reader: FileReader, node: yaml.Node | None, where: str) -> list[Regex]:
        found = []
        for text, item in reader.strings(node, where):
            try:
                limits.regular(text)
                found.append(Regex(text, tuple(sorted(required(text) or ()))))
            except ValueError as error:
                reader.error(item, where, f"«{limits.shown(text)}» is no regular expression: {error}")
        return found

    def _conditions(self, reader: FileReader, pairs: Head, where: str) -> list[Condition]:
        found = []
        for key in ("with", "unless"):
            for scope, phrases in _by_scope(reader, pairs.get(key), where + key, SCOPES).items():
                numbers = self.phrases(reader, phrases, f"{where}{key}.{scope}")
                if numbers:
                    found.append(Condition(scope, key == "unless", numbers))
        return found

    def _examples(self, reader: FileReader, node: yaml.Node | None, rule_id: str) -> Examples:
        where = f"{rule_id}.examples"
        pairs = reader.mapping(node, where, ("bad", "good"), ("bad", "good"))
        bad = [(text, item) for text, item in reader.strings(pairs.get("bad"), f"{where}.bad")]
        good = reader.strings(pairs.get("good"), f"{where}.good")
        if node is not None and (not bad or not good):
            reader.error(node, where, "a rule needs at least one bad and one good example")
        for text, item in bad:
            if not regex.search(r"\[\[.+?\]\]", text, regex.DOTALL):
                reader.error(item, f"{where}.bad", "mark the expected passage with [[…]]")
        return Examples(tuple(text for text, _ in bad), tuple(text for text, _ in good))


def _by_scope(
    reader: FileReader, node: yaml.Node | None, where: str, scopes: Collection[str]
) -> Mapping[str, yaml.Node | None]:
    """What stands under each scope; without any it holds for the sentence."""
    return reader.mapping(node, where, scopes) if isinstance(node, yaml.MappingNode) else {"sentence": node}
