"""Writes a small transducer in HFST's optimized-lookup format, which `pyhfst` reads and cannot write.

The layout is described in M. Silfverberg and K. Lindén, "HFST Runtime Format" (2009): a header, the symbols, a table of
indices by state and input symbol, a table of transitions. Here each state has a block of its own in the first table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from struct import pack

NO_SYMBOL, NO_INDEX, TRANSITIONS = 0xFFFF, 0xFFFFFFFF, 1 << 31

State = dict[int, list[tuple[int, int, float]]]  # input symbol -> (output symbol, target state, weight)


class Builder:
    """States 0, 1, … of an automaton, where state 0 is the start."""

    def __init__(self, letters: str, tags: Sequence[str]) -> None:
        self.symbols = ["@_EPSILON_SYMBOL_@", *letters, *tags]
        self.inputs = 1 + len(letters)
        self.states: list[State] = [{}]
        self.final: set[int] = set()

    def add(self, form: str, reading: str, weight: float) -> None:
        """The form is read letter by letter; then its reading is written."""
        at = 0
        for letter in form:
            at = self._read(at, self.symbols.index(letter))
        for number, piece in enumerate(re.findall("<[^>]+>|.", reading)):
            self.states.append({})
            target = len(self.states) - 1
            self.states[at].setdefault(0, []).append((self.symbols.index(piece), target, 0 if number else weight))
            at = target
        self.final.add(at)

    def _read(self, state: int, symbol: int) -> int:
        for _, target, _ in self.states[state].get(symbol, ()):
            return target
        self.states.append({})
        self.states[state][symbol] = [(0, len(self.states) - 1, 0.0)]
        return len(self.states) - 1

    def bytes(self) -> bytes:
        """The file."""
        block = self.inputs + 1
        indices, transitions, count = b"", b"", 0
        for number, state in enumerate(self.states):
            indices += pack("<HI", NO_SYMBOL, 0 if number in self.final else NO_INDEX)
            for symbol in range(self.inputs):
                arcs = state.get(symbol)
                indices += pack("<HI", symbol, TRANSITIONS + count) if arcs else pack("<HI", NO_SYMBOL, NO_INDEX)
                for output, target, weight in arcs or ():
                    transitions += pack("<HHIf", symbol, output, target * block, weight)
                if arcs:
                    transitions += pack("<HHIf", NO_SYMBOL, NO_SYMBOL, NO_INDEX, 0)
                    count += len(arcs) + 1
        counts = pack(
            "<HHIIII", self.inputs, len(self.symbols), len(self.states) * block, count, len(self.states), count
        )
        flags = pack("<9I", 1, *[0] * 8)
        return counts + flags + b"".join(s.encode() + b"\0" for s in self.symbols) + indices + transitions


def write(path: Path, readings: Mapping[str, Sequence[tuple[str, float]]]) -> Path:
    """A transducer from each form to its readings with their weights."""
    texts = [reading for found in readings.values() for reading, _ in found]
    letters = "".join(sorted({*"".join(readings), *re.sub("<[^>]+>", "", "".join(texts))}))
    builder = Builder(letters, sorted(set(re.findall("<[^>]+>", "".join(texts)))))
    for form, found in readings.items():
        for reading, weight in found:
            builder.add(form, reading, weight)
    path.write_bytes(builder.bytes())
    return path
