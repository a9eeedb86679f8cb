"""Characters of a post that would do harm in an output, made harmless: one for one, so that columns stay the same."""

from __future__ import annotations

import json
import re

_SURROGATES = "\ud800-\udfff"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"  # they turn round what follows, the report's own words too
_LINE_ENDS = "\u2028\u2029"
_UNPRINTABLE = re.compile(f"[\x00-\x1f\x7f-\x9f{_DIRECTION}{_LINE_ENDS}{_SURROGATES}]")
_UNREADABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_DIRECTION}{_SURROGATES}\ufffe\uffff]")
_UNENCODABLE = re.compile(f"[{_SURROGATES}]")
_ESCAPED = re.compile(f"[\x7f-\x9f{_DIRECTION}{_LINE_ENDS}]")
_NOT_XML = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{_SURROGATES}\ufffe\uffff]")


def printable(text: str) -> str:
    """A text that a terminal shows on one line and as it reads: no control characters, no direction controls."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def readable(text: str) -> str:
    """A text of several lines that a page shows as it reads: its line ends and tabs are kept."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def encodable(text: str) -> str:
    """A text that UTF-8 can hold: lone surrogates (undecodable bytes in a file's name) are replaced."""
    return _UNENCODABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def xml(text: str) -> str:
    """A text that XML 1.0 can hold, not yet escaped."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def dumps(data: object, indent: int | None = None) -> str:
    """JSON on one line, or indented; what a terminal or a reader of lines would trip over is escaped."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", encodable(text))
