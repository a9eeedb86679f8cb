"""What front matter says under the key `qazlint`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from qazlint.extract.document import Metadata

KEY = "qazlint"


def read(fields: Mapping[str, object]) -> Metadata:
    """The metadata of a document with these fields of front matter; unknown keys and values become problems."""
    own = fields.get(KEY, {})
    if not isinstance(own, dict):
        return Metadata(fields=fields, problems=(f"{KEY}: a mapping was expected: {', '.join(_READ)}",))
    known: dict[str, object] = {}
    problems = []
    for key, value in own.items():
        try:
            known[key] = _READ[key](value)
        except KeyError:
            problems.append(f"{KEY}: unknown key «{key}», expected {', '.join(_READ)}")
        except ValueError as error:
            problems.append(f"{KEY}.{key}: {error}")
    return Metadata(
        author=str(known.get("author", "")),
        approved=approved if isinstance(approved := known.get("approved"), bool) else None,
        publish=publish if isinstance(publish := known.get("publish"), date) else None,
        fields=fields,
        problems=tuple(problems),
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


_READ = {"author": _author, "approved": _approved, "publish": _publish}
