"""Which one-byte code page a Russian or Kazakh text was written in.

General detectors need some hundred bytes and choose among all the world's code pages; a post is short and the likely
ones are six. Each is tried, and the text that looks most like Russian or Kazakh wins: frequent letters, small letters
rather than capitals, no capital inside a word, no signs that nobody types. The order of letters by frequency is common
knowledge; the weights are ours.
"""

from __future__ import annotations

from functools import lru_cache

import regex

# The commonest first: it wins a draw. kz1048 and ptcp154 are windows-1251 with the Kazakh letters.
CANDIDATES = ("windows-1251", "koi8-r", "kz1048", "ptcp154", "ibm866", "mac-cyrillic", "iso8859-5")
RARE = {"mac-cyrillic": -3.0}  # differs from windows-1251 by little more than the capitals
BY_FREQUENCY = "оаеиынтрлсдвмкпжбгугзқйуяьіғұәчхүңөшюцэщфъёһ"
VOWELS = "аеёиоуыэюяәіөұү"
SAMPLE = 6000  # bytes

_CAPITAL_INSIDE = regex.compile(r"[\p{Ll}--\x00-\x7F][\p{Lu}--\x00-\x7F]", regex.VERSION1)
_HARD = regex.compile(rf"[а-яёәіңғүұқөһ--{VOWELS}]{{5,}}|[{VOWELS}]{{5,}}", regex.VERSION1 | regex.IGNORECASE)


def guess(data: bytes) -> str:
    """The likeliest code page (Python's name), or "" when none gives a text of letters."""
    sample = data[:SAMPLE]
    scored = [(score, encoding) for encoding in CANDIDATES if (score := _score(sample, encoding)) is not None]
    if not scored:
        return ""
    best = max(score for score, _ in scored)
    return next(encoding for score, encoding in scored if score == best) if best > 0 else ""


def _score(sample: bytes, encoding: str) -> float | None:
    """How much the sample looks like a text when read so; None when it cannot be read."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return None
    weights = _weights()
    total = RARE.get(encoding, 0.0) + sum(weights.get(character, -6.0) for character in text if character >= "\x80")
    total -= 8 * len(_CAPITAL_INSIDE.findall(text))
    total -= 4 * len(_HARD.findall(text))
    return total


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """Points for each character above ASCII: letters by their place in the order, typographic signs a little."""
    weights = dict.fromkeys("«»—–“”„’№…•°€₸\u00a0", 0.5)
    for place, letter in enumerate(dict.fromkeys(BY_FREQUENCY)):
        weights[letter] = 4.0 - 0.1 * place
        weights[letter.upper()] = 1.5 - 0.02 * place
    return weights


