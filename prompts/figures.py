"""The numbers and dates of a text, so that a quote can be held against the value that it is to prove.

The core's readers say what stands there: "maart 2021" and "03-2021" are one month, "2 jaar" and "24 maanden" one
duration. What a number is about, nobody asks here; only whether both sides say the same ones.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.text.dates import find_moments, find_periods
from core.text.durations import find_durations
from core.text.moments import MONTHS
from core.text.numbers import find_numbers
from core.text.source import plain, source


class Figure(NamedTuple):
    """Something said in figures at `[start, end)` of a canonical text, and what it says in one form."""

    start: int
    end: int
    meaning: str


def figures_in(text: str) -> Iterator[Figure]:
    """Yield what `text` says in figures; the same thing in other words has the same meaning."""
    for period in find_periods(text):
        if not period.bare:
            yield Figure(period.begin, period.stop, f"period {period.start} {period.end} {period.ongoing}")
    for moment in find_moments(text):
        yield Figure(moment.start, moment.end, f"moment {moment.day or moment.range}")
    for duration in find_durations(text):
        yield Figure(duration.start, duration.end, f"months {duration.months} {duration.ago}")
    for number in find_numbers(text):
        yield Figure(number.start, number.end, f"number {number.value:g} {number.approx or ''}")


_DIGITS_OR_WORD = re.compile(r"\d+|[^\W\d_]{4,}")


def figures(text: str) -> frozenset[str]:
    """Return the numbers, dates, durations and periods that `text` says: "2 jaar" and "24 maanden" are one.

    What the core's readers leave over counts as it stands: digits glued to a word ("mbo4"), a month without a year.
    """
    canonical = source(text, "figures").text
    taken: list[Figure] = []
    for hit in figures_in(canonical):  # from the widest meaning to the narrowest: a number in a date is no number
        if not any(other.start < hit.end and hit.start < other.end for other in taken):
            taken.append(hit)
    said = {hit.meaning for hit in taken}
    for match in _DIGITS_OR_WORD.finditer(plain(canonical)):
        if any(hit.start < match.end() and match.start() < hit.end for hit in taken):
            continue
        if match[0].isdigit():
            said.add(f"digits {match[0]}")
        elif match[0] in MONTHS:
            said.add(f"month {MONTHS[match[0]]}")
    return frozenset(said)
