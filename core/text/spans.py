"""Moments with those that a slash joins as one: "2018/2019", "2018/'19", "mei/juni 2019", "winter 2018/2019".

What stands on both sides of a slash is a period where it stands alone, and one moment of less precision where
it is itself the start or the end of one: "2018/2019 – heden" began somewhere in those two years.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from core.model.base import MonthRange
from core.text.moments import MONTH, MONTHS, Moment, moments, runs_on, short_year, stands_apart
from core.text.vocabulary import window_before


class Span(NamedTuple):
    """A moment as it counts, and its two halves where a slash joins them."""

    moment: Moment
    halves: tuple[Moment, Moment] | None = None


_SLASH = re.compile(r"\s?/\s?")
_YEAR_BEHIND = re.compile(r"\s?/\s?'?(\d\d)(?![\w%]|[-/.,:]\d|\s?%)")
_MONTH_BEFORE = re.compile(rf"({MONTH})\s?/\s?$")


def find_spans(text: str, low: str) -> list[Span]:
    """Return the moments of canonical `text` (`low` is its plain form), in order, joined where a slash joins them."""
    return list(_spans(text, low))


def _spans(text: str, low: str) -> Iterator[Span]:
    joined = False
    for first, following in pairwise([*moments(low), None]):
        if first is None or joined:
            joined = False
        elif following is not None and _are_joined(text, first, following):
            joined = True
            yield _join(first, following)
        else:
            second = _short_year_behind(text, first, following)
            month = _month_before(low, first)
            yield _join(first, second) if second else _join(month, first) if month else Span(first)


def _are_joined(text: str, first: Moment, following: Moment) -> bool:
    return (
        _SLASH.fullmatch(text, first.end, following.start) is not None
        and (first.sure or following.sure or first.precision == following.precision == "year")
        and first.range.earliest <= following.range.latest
        and stands_apart(text, first)
        and not runs_on(text, following)
    )


def _join(first: Moment, second: Moment) -> Span:
    precision = first.precision if first.precision == second.precision else "part"
    if first.across and second.precision == "year" and second.range.latest <= first.range.latest + 10:
        # "winter 2018/2019" is one winter: the second year says which.
        january = second.range.earliest
        winter = MonthRange(earliest=january - 1, latest=january + 1)
        return Span(Moment(winter, first.start, second.end, "part"))
    hull = MonthRange(earliest=first.range.earliest, latest=second.range.latest)
    return Span(Moment(hull, first.start, second.end, precision), (first, second))


def _short_year_behind(text: str, moment: Moment, following: Moment | None) -> Moment | None:
    """Return the second year of "2018/19" or "winter 2018/'19"."""
    if (moment.precision != "year" and not moment.across) or not moment.sure or not stands_apart(text, moment):
        return None
    match = _YEAR_BEHIND.match(text, moment.end)
    if match is None or (following is not None and following.sure and following.start < match.end()):
        return None
    year = short_year(match[1])
    first = moment.range.latest // 12 - moment.across
    if not first < year <= first + 45:
        return None
    return Moment(MonthRange(earliest=year * 12, latest=year * 12 + 11), match.start(1), match.end(), "year")


def _month_before(low: str, moment: Moment) -> Moment | None:
    """Return the first month of "mei/juni 2019"."""
    match = _MONTH_BEFORE.search(window_before(low, moment.start, 16)) if moment.precision == "month" else None
    if match is None:
        return None
    month = MONTHS[match[1].rstrip(".")] - 1
    year = moment.range.earliest // 12 - (month > moment.range.earliest % 12)
    at = year * 12 + month
    return Moment(MonthRange(earliest=at, latest=at), moment.start - len(match[0]), moment.start - 1, "month")
