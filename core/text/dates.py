"""Dates with their times, and the door to moments and periods.

`find_dates` reads full dates in every form that postings use, weekday and time included; a date that
doesn't exist ("31 juni 2026") is none. `iso_datetime` prints one with the offset of Europe/Amsterdam.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from core.text.moments import MONTHS, Moment, find_moments, moments
from core.text.periods import PeriodHit, find_periods
from core.text.source import plain
from core.text.vocabulary import one_of, vocabulary, window_before

__all__ = ["DateHit", "Moment", "PeriodHit", "find_dates", "find_moments", "find_periods", "find_time", "iso_datetime"]


class DateHit(NamedTuple):
    """A full date at `[start, end)`, weekday and time included."""

    date: date
    time: time | None
    start: int
    end: int


_WEEKDAYS = [word for words in vocabulary("calendar")["weekdays"].values() for word in words]
_WEEKDAY_BEFORE = re.compile(one_of(_WEEKDAYS) + r"\.?,?\s{1,3}(?:de\s{1,3})?$")
_CLOCK = (
    r"(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)(?::[0-5]\d)?\s{0,3}(?:uur|u|h|hrs|hours)\b"
    r"|:(?P<m2>[0-5]\d)(?::[0-5]\d)?(?!\d)|[uh](?P<m3>[0-5]\d)(?!\d))"
)
_TIME = re.compile(
    rf"[\s,]{{0,4}}(?:[(-]\s?)?(?:(?:om|voor|van|vanaf|tot|uiterlijk|t|at|before|until)\s{{0,3}})?{_CLOCK}"
)
_HOUR = re.compile(
    r"[\s,]{0,4}(?:om|voor|tot|vanaf|van|uiterlijk)\s{1,3}(?P<h>[01]?\d|2[0-3])\s{0,2}(?:uur|u)\b(?!\s{0,3}(?:per|/|p\.?\s?w|in de)\s{0,2}(?:week|w\b|\.))"
)
_LONE_TIME = re.compile(rf"(?<![\w.,:€-]){_CLOCK}")
_MORE_DAYS = re.compile(
    rf"(?<![\w.,/-])(?P<day>0?[1-9]|[12]\d|3[01])(?:e|ste|de)?(?:\s{{1,3}}(?P<month>{one_of(MONTHS)})\.?)?\s{{0,3}}"
    rf"(?:,|en/of|en|of|t/m|tot\sen\smet|tot|-|/|and)\s{{0,3}}(?:{one_of(_WEEKDAYS)}\.?\s{{1,3}})?$"
)


def find_dates(text: str) -> tuple[DateHit, ...]:
    """Return the full dates in canonical `text`, in order, with the time behind each."""
    low = plain(text)
    found: list[DateHit] = []
    for moment in moments(low):
        if moment.day is None:
            continue
        floor = found[-1].end if found else 0
        found.extend(_listed_days(low, moment, floor))
        start = _with_weekday(low, moment.start)
        clock, end = _time_behind(low, moment.end)
        found.append(DateHit(moment.day, clock, start, end))
    return tuple(found)


def _listed_days(low: str, moment: Moment, floor: int) -> list[DateHit]:
    """Read the days that share the month and year of `moment`: "20 en 21 juli 2026", "20, 21 of 22 juli 2026"."""
    days: list[DateHit] = []
    last = moment.day
    at = _with_weekday(low, moment.start)
    while last is not None and len(days) < 10:
        match = _MORE_DAYS.search(low, max(floor, at - 36), at)
        if match is None:
            break
        month = MONTHS[match["month"]] if match["month"] else last.month
        try:
            day = date(last.year, month, int(match["day"]))
        except ValueError:
            break
        if day >= last:
            break
        begin = _with_weekday(low, match.start())
        days.append(DateHit(day, None, begin, match.end("month") if match["month"] else match.end("day")))
        last, at = day, begin
    return days[::-1]


def _with_weekday(low: str, start: int) -> int:
    before = _WEEKDAY_BEFORE.search(window_before(low, start, 18))
    return start - len(before[0]) if before else start


def _time_behind(low: str, end: int) -> tuple[time | None, int]:
    match = _TIME.match(low, end) or _HOUR.match(low, end)
    if match is None:
        return None, end
    return _clock(match), match.end()


def _clock(match: re.Match[str]) -> time:
    groups = match.groupdict()
    minutes = groups.get("m") or groups.get("m2") or groups.get("m3") or "0"
    return time(int(match["h"]), int(minutes))


def find_time(text: str) -> time | None:
    """Return the first time of day in canonical `text` ("09:00 uur", "15.00u", "9u30"), None where there is none."""
    match = _LONE_TIME.search(plain(text))
    return _clock(match) if match else None


def iso_datetime(day: date, at: time | None) -> str:
    """Return a moment as ISO 8601 with the offset of Europe/Amsterdam; without a time, the date alone."""
    if at is None:
        return day.isoformat()
    return datetime.combine(day, at, tzinfo=timezone(_offset(day, at))).isoformat()


def _offset(day: date, at: time) -> timedelta:
    """Return +02:00 from the last Sunday of March 02:00 to the last Sunday of October 03:00, else +01:00.

    The rule of the EU since 1996, written out: the zone database may be absent.
    """
    # The clock is naive on purpose: it is compared with local moments.
    local = datetime.combine(day, at)
    summer = (
        datetime.combine(_last_sunday(day.year, 3), time(2))
        <= local
        < datetime.combine(_last_sunday(day.year, 10), time(3))
    )
    return timedelta(hours=2 if summer else 1)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
