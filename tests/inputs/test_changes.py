"""What is read of git's patches: which lines of which files have changed."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qazlint.inputs.changes import changes, hunks
from qazlint.inputs.git import diff
from tests.inputs.repository import Repository, seen


def test_text_that_looks_like_a_patch() -> None:
    patch = b"""\
diff --git a/x b/x
--- a/x
+++ b/x


@@ -1,2 +1,3 @@
--- a/no
-@@ -1 +1 @@
+++ b/no
+@@ -7 +7,7 @@
+diff --git a/no b/no
\\ No newline at end of file
@@ -9,0 +11 @@
++++ b/no
"""
    assert hunks(patch.splitlines(keepends=True)) == {"x": (range(1, 4), range(11, 12))}


def test_figures_belong_to_the_new_name() -> None:
    listed = b":100644 100644 1 2 R090\0a\0b\0:100644 100644 1 2 M\0c\x001\t1\t\0a\0b\0-\t-\tc\0"
    assert [(change.name, change.status, change.is_text) for change in changes(listed)] == [("b", "R", True), ("c", "M", False)]


LINES = st.lists(st.sampled_from(["a", "b", "+++ b/x", "@@ -1 +1 @@", "", "- a", "\r", "ж\x0c"]), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(old=LINES, new=LINES, end=st.sampled_from(["", "\n"]))
def test_the_other_lines_are_old_ones(old: list[str], new: list[str], end: str, repository: Repository) -> None:
    repository.write("x.txt", "\n".join(old) + end)
    repository.commit()
    repository.write("x.txt", "\n".join(new))
    found = seen(diff("HEAD", ["x.txt"])).get("x.txt", [])
    assert found is not None
    lines = "\n".join(new).split("\n")
    rest = [line for number, line in enumerate(lines, 1) if number not in found]
    remaining = iter("\n".join(old).split("\n"))
    assert all(line in remaining for line in rest if line), "an unchanged line is not in the old text, in its order"
    figures = repository.git("diff", "--numstat", "HEAD").split()
    assert len(found) == (int(figures[0]) if figures else 0)
