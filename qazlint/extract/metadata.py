"""What front matter says under the key `qazlint`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from qazlint.extract.document import Disabled, Metadata
from qazlint.extract.wording import notice
from qazlint.types import Span

KEY, DISABLE = "qazlint", "disable"
_NOWHERE = Span(0, 0)


class _UnusableError(Exception):
    """A value that is none: what is said of it in `wording`, the key in it that is meant, and what it speaks of."""

    def __init__(self, what: str, key: str = "", name: str = "") -> None:
        super().__init__(what)
        self.what, self.key, self.name = what, key, name


def read(
    fields: Mapping[str, object], places: Sequence[Span] = (), keys: Mapping[str, Span] | None = None
) -> Metadata:
    """The metadata of a document with these fields of front matter; unknown keys and values become problems.

    places  of what stands under `disable`, in the source, where its format tells
    keys    places of the fields, likewise
    """
    own, where = fields.get(KEY, {}), keys or {}
    if not isinstance(own, dict):
        problem = notice("mapping", where.get(KEY, _NOWHERE), KEY, ", ".join(_READ))
        return Metadata(fields=fields, problems=(problem,), places=where)
    known: dict[str, object] = {}
    problems = []
    for key, value in own.items():
        try:
            known[key] = _value(key, value)
        except _UnusableError as error:
            place = where.get(f"{KEY}.{key}") or where.get(KEY) or _NOWHERE
            problems.append(notice(error.what, place, f"{KEY}.{str(key)[:80]}{error.key}", error.name))
    disabled = known.get(DISABLE)
    return Metadata(
        author=str(known.get("author", "")),
        approved=approved if isinstance(approved := known.get("approved"), bool) else None,
        publish=publish if isinstance(publish := known.get("publish"), date) else None,
        disabled=_placed(disabled, places) if isinstance(disabled, list) else (),
        fields=fields,
        problems=tuple(problems),
        places=where,
    )


def _value(key: object, value: object) -> object:
    if key not in _READ:
        raise _UnusableError("key", name=", ".join(_READ))
    return _READ[str(key)](value)


def _author(value: object) -> str:
    if not isinstance(value, str):
        raise _UnusableError("role")
    return value


def _approved(value: object) -> bool:
    if not isinstance(value, bool):
        raise _UnusableError("truth")
    return value


def _publish(value: object) -> date:
    if isinstance(value, date):  # a datetime is one
        return value
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        raise _UnusableError("time") from None


def _disable(value: object) -> list[Disabled]:
    if not isinstance(value, list):
        raise _UnusableError("rules")
    return [_disabled(item) for item in value]


def _disabled(item: object) -> Disabled:
    if isinstance(item, dict):
        unknown = item.keys() - {"rule", "reason"}
        if unknown:
            raise _UnusableError("key", f".{min(map(str, unknown))[:80]}", "rule, reason")
        reason = item.get("reason", "")
        if not isinstance(reason, str):
            raise _UnusableError("reason")
        return Disabled(_rule(item.get("rule")), reason.strip())
    return Disabled(_rule(item))


def _rule(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):  # a clause: 23
        return str(value)
    raise _UnusableError("rule")


def _placed(disabled: list[Disabled], places: Sequence[Span]) -> tuple[Disabled, ...]:
    if len(places) != len(disabled):
        return tuple(disabled)
    return tuple(item._replace(span=place) for item, place in zip(disabled, places, strict=True))


_READ: dict[str, Callable[[object], object]] = {
    "author": _author, "approved": _approved, "publish": _publish, DISABLE: _disable,
}  # fmt: skip
