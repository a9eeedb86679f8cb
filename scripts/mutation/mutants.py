"""The mutants of a module: cosmic-ray's operators that say something, and three of our own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from difflib import ndiff
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

# An operator becomes its neighbour, not all eleven others: `a | b` as `a % b` is killed by anything. A condition is not
# negated: who minds that it always holds, and that it never does, minds that too.
_BINARY = ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "BitOr_BitAnd", "BitAnd_BitOr", "LShift_RShift")
_COMPARED = ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")
_OTHER = (
    "ReplaceUnaryOperator_USub_UAdd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr",
    "ReplaceOrWithAnd", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "NumberReplacer",
    "ZeroIterationForLoop",
)  # fmt: skip
OPERATORS = (
    *(f"core/ReplaceBinaryOperator_{name}" for name in _BINARY),
    *(f"core/ReplaceComparisonOperator_{name}" for name in _COMPARED),
    *(f"core/{name}" for name in _OTHER),
)


class Mutant(NamedTuple):
    """A module with one change.

    line    number of the first changed line
    change  the changed lines as they were and as they are, `old → new`
    source  the whole text
    """

    line: int
    change: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """All of them, by line; those that only differ in annotations, or not at all, are left out."""
    seen = {_meaning(source)}
    made = []
    for text in (*_by_cosmic_ray(source), *_by_us(source)):
        try:
            meaning = _meaning(text)
        except SyntaxError:
            continue
        if meaning not in seen:
            seen.add(meaning)
            made.append(_mutant(source, text))
    yield from sorted(made)


def _by_cosmic_ray(source: str) -> Iterator[str]:
    nodes = list(ast_nodes(get_ast(source)))
    for name in OPERATORS:
        operator = get_operator(name)()
        for occurrence in range(sum(len(list(operator.mutation_positions(node))) for node in nodes)):
            text = mutate_code(source, operator, occurrence)
            if text is not None:
                yield text


def _by_us(source: str) -> Iterator[str]:
    """A condition settled, or a part of it, a bound of a slice, a statement that is there for its effect left out."""
    data, starts = source.encode(), [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def without(node: ast.expr | ast.stmt, text: str) -> str:
        first = starts[node.lineno - 1] + node.col_offset
        last = starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
        return (data[:first] + text.encode() + data[last:]).decode()

    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.BoolOp(op=ast.And()):
                yield from (without(part, "True") for part in node.values)
            case ast.BoolOp(op=ast.Or()):
                yield from (without(part, "False") for part in node.values)
            case ast.Slice():
                yield from (without(bound, "") for bound in (node.lower, node.upper) if bound)
            case ast.Expr(value=ast.Constant()):
                pass  # a docstring
            case ast.Expr() | ast.AugAssign() | ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
                yield without(node, "pass")
            case ast.Compare() | ast.UnaryOp(op=ast.Not()):
                yield from (without(node, text) for text in ("True", "False"))
            case ast.comprehension():
                yield from (without(test, text) for test in node.ifs for text in ("True", "False"))
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                pass
            case ast.If() | ast.IfExp():
                yield from (without(node.test, text) for text in ("True", "False"))


class _Bare(ast.NodeTransformer):
    """Annotations are never evaluated here, so a change in one changes nothing."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(value=None)
        return self.generic_visit(node)


def _meaning(source: str) -> str:
    return ast.dump(_Bare().visit(ast.parse(source)))


def _mutant(source: str, text: str) -> Mutant:
    old, new = source.splitlines(), text.splitlines()
    line = next(number for number, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1])
    lines = list(ndiff(old[line : line + 12], new[line : line + 12]))
    gone, come = (" ".join(diff[2:].strip() for diff in lines if diff.startswith(sign)) for sign in "-+")
    return Mutant(line + 1, f"{gone} → {come}", text)
