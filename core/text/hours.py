"""Hours a week: "36 uur", "32-36 u/w", "24 tot 27 uur per week", "min. 16 max. 24 uur", "4 x 9 uur", "0,8 fte".

Where "per week" isn't said, a time of day, a deadline and hours a day are none. Full time is 36 to 40.
"""

import re
from typing import NamedTuple

from core.model.posting import Hours
from core.text.numbers import BEFORE, NUMBER, bound_before, value_of
from core.text.source import plain
from core.text.vocabulary import one_of, phrase_before, vocabulary, zones


class HoursHit(NamedTuple):
    """Hours a week at `[start, end)`."""

    hours: Hours
    start: int
    end: int


_DATA = vocabulary("hours")
FULL_WEEK = (36.0, 40.0)
"""What full time and 1 fte may be."""
_LONGEST_WEEK = 60
_SHORTEST_WEEK = 8
"""Fewer hours count only with "per week" beside them."""

_UNIT = one_of(_DATA["unit"]["hour"], whole=False) + r"(?![\w:/])(?:(?<=\du)\.|(?<=\d\su)\.)?"
_WEEK = rf"\s{{0,3}}\(?{one_of(_DATA['unit']['week'])}"
_JOINT = r"\s{0,3}(?:uur|u)?\s{0,3}(?P<joint>-|/|,|\b(?:tot(?:\sen\smet)?|t/m|a|of|en|to)\b)?\s{0,3}(?:en\s)?"
_HOURS = re.compile(
    rf"(?:(?P<before>{BEFORE})\s{{0,3}}|(?P<between>\b(?:tussen(?:\sde)?|van)\s{{1,3}}))?(?P<one>{NUMBER})"
    rf"(?:{_JOINT}(?:(?P<before2>{BEFORE})\s{{0,3}})?(?P<two>{NUMBER}))?"
    rf"\s{{0,3}}-?(?:(?P<both>{one_of(_DATA['unit']['both'], whole=False)}(?!\w))|{_UNIT}(?P<week>{_WEEK})?"
    rf"|{one_of(_DATA['unit']['hour'], whole=False)}(?P<week3>{_WEEK})|(?P<week2>{_WEEK}))"
)
_A_DAY = re.compile(
    r"(?P<days>[1-6])(?<![\w.,][1-6])\s?(?:x|(?:werk)?dagen(?:\sper\sweek)?\s(?:van|a|x))\s?(?P<daily>\d{1,2}(?:[.,]\d)?)\s?(?:uur|u)(?!\w)"
)
_FULL_TIME = re.compile(one_of(_DATA["full_time"]["words"]))
_FTE = re.compile(
    r"(?<![\w.,])(?:(?P<low>[01](?:[.,]\d{1,2})?)\s?(?:-|tot|a)\s?)?(?P<fte>[01](?:[.,]\d{1,2})?)\s?fte\b"
)
_ANCHOR = re.compile(r"u(?:ur|ren|rige|\.?/?p?\.?w|(?!\w))|w(?:eek|k?(?!\w))|h(?:ours|rs|pw|(?!\w))")
_OTHER_BEFORE = frozenset(_DATA["other"]["before"])
_OTHER_AFTER = re.compile(r"\s{0,3}" + one_of(_DATA["other"]["after"]))
_CLOCK = re.compile(r"\d{1,2}\.\d\d|0\d")
_GLUED_BEFORE = re.compile(r"[:€/]\s?$")


def find_hours(text: str) -> Hours | None:
    """Return the hours a week that canonical `text` names first, printed numbers before "fulltime"; None: none."""
    hits = find_hour_spans(text)
    return hits[0].hours if hits else None


def find_hour_spans(text: str) -> tuple[HoursHit, ...]:
    """Return the hours a week in canonical `text` with their places; printed numbers first, then fte, then "fulltime"."""
    low = plain(text)
    numbers = [_week_of_days(match) for match in _A_DAY.finditer(low)]
    taken = [(hit.start, hit.end) for hit in numbers]
    for begin, end in zones(low, _ANCHOR, before=72, after=24):
        for match in _HOURS.finditer(low, begin, end):
            hit = _hours(low, match)
            if hit is not None and not any(start < hit.end and hit.start < stop for start, stop in taken):
                numbers.append(hit)
    shares = [hit for match in (_FTE.finditer(low) if "fte" in low else ()) if (hit := _share(match)) is not None]
    full = [_hit(FULL_WEEK[0], FULL_WEEK[1], match) for match in _FULL_TIME.finditer(low)]
    return (*sorted(numbers, key=lambda hit: hit.start), *shares, *full)


def _hit(least: float | None, most: float | None, match: re.Match[str]) -> HoursHit:
    return HoursHit(Hours(min=least, max=most), match.start(), match.end())


def _week_of_days(match: re.Match[str]) -> HoursHit:
    hours = int(match["days"]) * _number(match["daily"])
    return _hit(hours, hours, match)


def _share(match: re.Match[str]) -> HoursHit | None:
    high = _number(match["fte"])
    low = _number(match["low"]) if match["low"] else high
    if not 0 < low <= high <= 1:
        return None
    return _hit(round(low * FULL_WEEK[0], 1), round(high * FULL_WEEK[1], 1), match)


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def _hours(low: str, match: re.Match[str]) -> HoursHit | None:
    one = value_of(match["one"])
    two = value_of(match["two"]) if match["two"] else one
    if one is None or two is None:
        return None
    start, has_two = match.start(), match["two"] is not None
    if has_two and (one > two or (match["joint"] in (",", None) and not match["before2"])):
        # "€ 61,50, 36 uur", "1 september 2026, 24 uur": only the last number is one of hours.
        one, start, has_two = two, match.start("before2" if match["before2"] else "two"), False
    if not 0 < one <= two <= _LONGEST_WEEK:
        return None
    a_week = match["week"] or match["week2"] or match["week3"] or match["both"]
    if not a_week and not _may_be_a_week(low, match, start, one, two):
        return None
    least: float | None = one
    most: float | None = two
    bound = None if has_two else bound_before(match["before"] if start == match.start() else match["before2"])
    if bound in ("most", "less"):
        least = None
    elif bound in ("least", "more"):
        most = None
    return HoursHit(Hours(min=least, max=most), start, match.end())


def _may_be_a_week(low: str, match: re.Match[str], start: int, one: float, two: float) -> bool:
    """Tell whether hours without "per week" can be a week's: no time of day, deadline, or hours of something else."""
    if two < _SHORTEST_WEEK or _CLOCK.fullmatch(match["two"] or match["one"]) or _CLOCK.fullmatch(match["one"]):
        return False
    if match["between"] and one <= 10 and 15 <= two <= 20:  # "van 9 tot 17 uur"
        return False
    if _OTHER_AFTER.match(low, match.end()) or _GLUED_BEFORE.search(low, max(0, start - 2), start):
        return False
    return phrase_before(low, start, _OTHER_BEFORE) is None
