"""Reports that qazlint has written, told by how they begin: who checks a folder of drafts does not mean these."""

from __future__ import annotations

import codecs
import re

HEAD = 4096  # bytes that are looked at

_VERDICT = r"[^\n:]+:[ ][^\n]+\n"
_FINDING = r"[ ]{2}\d+:\d+[ ]{2}[^\n]+[ ]{2}\[[\w.-]+\]\n[ ]{4}\|[ ]"
_BEGINNINGS = re.compile(
    rf"""<!doctype[ ]html>\s*<html[^>]*>\s*<head>\s*<meta[ ]name="generator"[ ]content="qazlint"  # html
      | \{{\s*"schema_version":\s*\d+,\s*"qazlint":\s*"                                           # json, jsonl
      | [^\n]+:\d+:\d+:[ ](?:error|warning|note)[ ][\w.]+[ ]\[[\w.-]+\][ ]                        # line
      | (?:[^\n]+\n\n{_VERDICT}\n)*[^\n]+(?<!:)\n\n{_FINDING}                                     # text
    """,
    re.VERBOSE,
)


def is_report(head: bytes) -> bool:
    """Whether a file that begins so is a report of findings; one without them looks like any text, and harms nobody."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # as PowerShell redirects
    text = head[:HEAD].decode("utf-16" if wide else "utf-8-sig", "ignore").replace("\r\n", "\n")
    return bool(_BEGINNINGS.match(text))
