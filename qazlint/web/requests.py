"""What a client asks for, read strictly: plain data → `Draft`, or an error that names the field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from qazlint.config.settings import Post
from qazlint.types import LANGUAGES

LONGEST_TEXT = 200_000  # characters of a draft; a post has some hundreds
LONGEST_REASON = 2_000
MOST_ACCEPTED = 5_000
FORMATS = ("plain", "markdown", "html")


class RequestError(ValueError):
    """A request that cannot be answered. status: HTTP's; code: for programs; the text is for people."""

    def __init__(self, code: str, message: str, status: int = 422) -> None:
        super().__init__(message)
        self.code, self.status = code, status


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to be checked.

    text      what is to be published
    name      what the report calls it
    format    one of `FORMATS`
    lang      language of the messages
    post      what is known of it beside the text
    accepted  fingerprints of findings that are no violations → why
    """

    text: str
    name: str = "draft"
    format: str = "plain"
    lang: str = "ru"
    post: Post = field(default_factory=Post)
    accepted: Mapping[str, str] = field(default_factory=dict)


def read_draft(body: bytes) -> Draft:
    """The draft in the body of a request. Raises RequestError."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise RequestError("json", f"the body is not JSON: {error}", 400) from error
    if not isinstance(data, dict):
        raise RequestError("json", "the body must be a JSON object", 400)
    for key in data:
        if key not in _FIELDS:
            raise RequestError("unknown-field", f"unknown field «{key}», expected {', '.join(_FIELDS)}")
    if "text" not in data:
        raise RequestError("missing-field", "the field «text» is missing")
    text = _string(data, "text", "")
    if len(text) > LONGEST_TEXT:
        raise RequestError("too-long", f"text: {len(text)} characters, more than {LONGEST_TEXT}", 413)
    return Draft(
        text, _string(data, "name", "draft") or "draft",
        _one_of(data, "format", FORMATS), _one_of(data, "lang", LANGUAGES),
        Post(_string(data, "author", ""), _truth(data, "approved"), _moment(data, "publish")), _accepted(data),
    )  # fmt: skip


def _string(data: Mapping[str, Any], key: str, default: str) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise RequestError("wrong-type", f"{key}: a string was expected")
    return value


def _one_of(data: Mapping[str, Any], key: str, known: tuple[str, ...]) -> str:
    value = _string(data, key, known[0])
    if value not in known:
        raise RequestError("unknown-value", f"{key}: «{value}» is none of {', '.join(known)}")
    return value


def _truth(data: Mapping[str, Any], key: str) -> bool | None:
    value = data.get(key)
    if value is not None and not isinstance(value, bool):
        raise RequestError("wrong-type", f"{key}: true or false was expected")
    return value


def _moment(data: Mapping[str, Any], key: str) -> date | None:
    text = _string(data, key, "") if data.get(key) is not None else ""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise RequestError("unknown-value", f"{key}: «{text}» is no time such as 2026-03-02T10:00") from error


def _accepted(data: Mapping[str, Any]) -> dict[str, str]:
    items = data.get("accepted", [])
    if not isinstance(items, list) or len(items) > MOST_ACCEPTED:
        raise RequestError("wrong-type", f"accepted: a list of at most {MOST_ACCEPTED} was expected")
    found = {}
    for item in items:
        if not isinstance(item, dict) or set(item) != {"fingerprint", "reason"}:
            raise RequestError("wrong-type", "accepted: objects with fingerprint and reason were expected")
        reason = _string(item, "reason", "")
        if not reason.strip() or len(reason) > LONGEST_REASON:
            raise RequestError("no-reason", f"accepted: a reason of 1 to {LONGEST_REASON} characters was expected")
        found[_string(item, "fingerprint", "")] = reason
    return found


_FIELDS = ("text", "name", "format", "lang", "author", "approved", "publish", "accepted")
