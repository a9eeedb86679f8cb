"""What happens to findings between the matcher and the report: list → list."""

from __future__ import annotations

from qazlint.filters.approval import by_approval, working_time_notice
from qazlint.filters.author import binds, for_author
from qazlint.filters.baseline import Baseline, BaselineError, without_known
from qazlint.filters.fingerprint import with_fingerprints, with_own_fingerprint
from qazlint.filters.lines import on_lines
from qazlint.filters.merge import in_order, merge, without_doubtful
from qazlint.filters.suppressions import suppress
from qazlint.filters.yielding import give_way

__all__ = [
    "Baseline", "BaselineError", "binds", "by_approval", "for_author", "give_way", "in_order", "merge",
    "on_lines", "suppress", "with_fingerprints", "with_own_fingerprint", "without_doubtful", "without_known",
    "working_time_notice",
]  # fmt: skip
