"""Numbers as Dutch writes them: digits, words, both ("drie (3)"), halves, and the words round them.

`find_numbers` takes canonical text and returns each number with its place. "een" counts only where it
can't be an article: with its accents ("één") or in "een half". "tientallen" and "een paar" are no numbers.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from core.text.source import plain
from core.text.vocabulary import one_of, phrase_before, vocabulary

Bound = Literal["ample", "more", "least", "almost", "about", "most", "less"]
"""What the words round a number do to it: "ruim", "meer dan", "minimaal", "bijna", "ca.", "maximaal", "minder dan"."""


class Number(NamedTuple):
    """A number at `[start, end)`, its words of approximation left out; `approx` tells what those said."""

    value: float
    start: int
    end: int
    approx: Literal["over", "under", "about"] | None = None


_APPROX: Mapping[Bound, Literal["over", "under", "about"]] = {
    "ample": "over",
    "more": "over",
    "least": "over",
    "almost": "under",
    "most": "under",
    "less": "under",
    "about": "about",
}


_DATA = vocabulary("numbers")
_SMALL: Mapping[str, float] = _DATA["words"]
_TENS: Mapping[str, float] = _DATA["tens"]
_FRACTIONS: Mapping[str, float] = _DATA["fractions"]
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,3})?(?!\d)"
_HALF = r"\s?(?:½|1/2|(?:en\s)?een\shal(?:f|ve)\b)"
WORD_PART = (
    rf"(?<!\w)(?:{one_of(_FRACTIONS, whole=False)}|{one_of(_SMALL, whole=False)}"
    rf"(?:en(?:{one_of(_TENS, whole=False)}|(?:een)?hal(?:f|ve)))?|{one_of(_TENS, whole=False)}|honderd)"
)
"""A number word as the first part of another word ("vijfjarige"), to build patterns of."""
_WORD = rf"{WORD_PART}(?!\w)"
NUMBER = rf"(?:(?:(?:(?<![\w.,])|(?<=\dx))(?:{_DIGITS})|{_WORD})(?:{_HALF})?|½)(?:\s?\((?:{_DIGITS}|{_WORD})\))?"
"""One number, to build patterns of; for `plain` text. `value_of` reads what it matches."""

_NUMBER = re.compile(NUMBER)
_TRAILING_HALF = re.compile(rf"(?:{_HALF}|½)$")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_BLANKS = re.compile(r"\s+")

_BOUNDS: Mapping[str, Bound] = {word: bound for bound, words in _DATA["before"].items() for word in words}
BEFORE = one_of(_BOUNDS)
"""A word of approximation or a bound before a number; `bound_before` tells which."""

_AFTER: Mapping[str, list[str]] = _DATA["after"]
AFTER_LEAST = rf"(?:\s?\+|\s{{1,3}}{one_of(_AFTER['least'])})"
AFTER_MOST = rf"(?:\s{{1,3}}{one_of(_AFTER['most'])})"
_IS_LEAST = re.compile(AFTER_LEAST)


def bound_before(words: str | None) -> Bound | None:
    """Return what the words of `BEFORE` (plain text) do to the number behind them."""
    return _BOUNDS.get(_BLANKS.sub(" ", words).strip()) if words else None


def value_of(written: str) -> float | None:
    """Return the value of what `NUMBER` matched (plain text), None where word and digits in brackets differ."""
    outside = written.partition("(")
    value = _single(outside[0].strip())
    if outside[1]:
        inside = _single(outside[2].rstrip(") ").strip())
        if inside != value:
            return None
    return value


def _single(written: str) -> float | None:
    if written == "½":
        return 0.5
    match = _TRAILING_HALF.search(written)
    half = 0.0
    if match and match.start() > 0:
        half, written = 0.5, written[: match.start()].strip()
    value = _word(_BLANKS.sub(" ", written))
    if value is None:
        value = _digits(written)
    return None if value is None else value + half


def _word(written: str) -> float | None:
    """Return the value of a number word: a simple one, "drieentwintig" or "tweeenhalf"."""
    for words in (_SMALL, _TENS, _FRACTIONS):
        if written in words:
            return float(words[written])
    if written == "honderd":
        return 100.0
    if not written.startswith(_JOINED):
        return None
    unit = next((word for word in _SMALL if written.startswith(word + "en")), None)
    if unit is None:
        return None
    rest = written[len(unit) + 2 :]
    if rest in _TENS:
        return float(_SMALL[unit] + _TENS[rest])
    return float(_SMALL[unit]) + 0.5 if rest in _HALVES else None


_JOINED = tuple(word + "en" for word in _SMALL)
_HALVES = frozenset({"half", "halve", "eenhalf", "eenhalve"})


def _digits(written: str) -> float | None:
    if _THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return every number in canonical `text`, in order, each with its place and approximation."""
    return tuple(_numbers(text, plain(text)))


def _numbers(text: str, low: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(low):
        if match[0] == "een" and "é" not in text[match.start() : match.end()].lower():
            continue
        value = value_of(match[0])
        if value is None:
            continue
        bound: Bound | None = None
        before = phrase_before(low, match.start(), _BOUNDS)
        if before is not None:
            bound = bound_before(low[before : match.start()])
        elif _IS_LEAST.match(low, match.end()):
            bound = "least"
        yield Number(value, match.start(), match.end(), _APPROX[bound] if bound else None)


def number_at(text: str, pos: int) -> Number | None:
    """Return the number that begins at `pos` in canonical `text` ("een" included), None where none does."""
    low = plain(text)
    match = _NUMBER.match(low, pos)
    value = value_of(match[0]) if match else None
    if match is None or value is None:
        return None
    return Number(value, match.start(), match.end())
