"""What front matter says under the key `qazlint`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from qazlint.extract.document import Disabled, Metadata
from qazlint.types import Span

KEY, DISABLE = "qazlint", "disable"


def read(
    fields: Mapping[str, object], places: Sequence[Span] = (), keys: Mapping[str, Span] | None = None
) -> Metadata:
    """The metadata of a document with these fields of front matter; unknown keys and values become problems.

    places  of what stands under `disable`, in the source, where its format tells
    keys    places of the fields, likewise
    """
    own = fields.get(KEY, {})
    if not isinstance(own, dict):
        problem = f"{KEY}: a mapping was expected: {', '.join(_READ)}"
        return Metadata(fields=fields, problems=(problem,), places=keys or {})
    known: dict[str, object] = {}
    problems = []
    for key, value in own.items():
        try:
            known[key] = _READ[key](value)
        except KeyError:
            problems.append(f"{KEY}: unknown key «{key}», expected {', '.join(_READ)}")
        except ValueError as error:
            problems.append(f"{KEY}.{key}: {error}")
    disabled = known.get(DISABLE)
    return Metadata(
        author=str(known.get("author", "")),
        approved=approved if isinstance(approved := known.get("approved"), bool) else None,
        publish=publish if isinstance(publish := known.get("publish"), date) else None,
        disabled=_placed(disabled, places) if isinstance(disabled, list) else (),
        fields=fields,
        problems=tuple(problems),
        places=keys or {},
    )


def _author(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("the name of a role was expected")
    return value


def _approved(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false was expected")
    return value


def _publish(value: object) -> date:
    if isinstance(value, date):  # a datetime is one
        return value
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError("a date and time was expected, such as 2026-03-02 10:00") from None


def _disable(value: object) -> list[Disabled]:
    if not isinstance(value, list):
        raise ValueError("a list of rules or clauses was expected")
    return [_disabled(item) for item in value]


def _disabled(item: object) -> Disabled:
    if isinstance(item, dict):
        unknown = item.keys() - {"rule", "reason"}
        if unknown:
            raise ValueError(f"unknown key «{min(map(str, unknown))}», expected rule, reason")
        reason = item.get("reason", "")
        if not isinstance(reason, str):
            raise ValueError("the reason has to be a text")
        return Disabled(_rule(item.get("rule")), reason.strip())
    return Disabled(_rule(item))


def _rule(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):  # a clause: 23
        return str(value)
    raise ValueError("the name of a rule or a clause was expected, in quotes")


def _placed(disabled: list[Disabled], places: Sequence[Span]) -> tuple[Disabled, ...]:
    if len(places) != len(disabled):
        return tuple(disabled)
    return tuple(item._replace(span=place) for item, place in zip(disabled, places, strict=True))


_READ: dict[str, Callable[[object], object]] = {
    "author": _author, "approved": _approved, "publish": _publish, DISABLE: _disable,
}  # fmt: skip
