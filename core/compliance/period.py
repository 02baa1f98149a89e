"""The term of an assignment against the dates of the law.

The whole period counts, options to extend included. Where the posting leaves its length open there are
two stretches: the one that is sure, and the one that it may come to be.
"""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from core.compliance.logic import Three
from core.model.posting import Extension, Posting
from core.text.dates import find_moments


class Stretch(NamedTuple):
    """From `first` to `last`, both days included."""

    first: date
    last: date


class Period(NamedTuple):
    """`sure`: the days on which work is due, all known options used. `may`: the days on which it could be.

    None where no such day is left.
    """

    sure: Stretch | None
    may: Stretch | None

    def touches(self, first: date | None, last: date | None) -> Three:
        """Tell whether it has a day from `first` to `last` (None: no bound); None where it only may have."""
        if _meets(self.sure, first, last):
            return True
        return None if _meets(self.may, first, last) else False


def period_of(posting: Posting, today: date | None, reach: int) -> Period:
    """Return the days of the assignment from `today` on; `today` None: of the whole assignment.

    A start "z.s.m." is the closing date, or today where that has passed; "januari 2027" is any day of it. `reach`
    is the number of months that an unknown duration, or an unknown extension, may come to.
    """
    start = _start(posting, today)
    if start is None:
        return Period(None, Stretch(date.min, date.max))
    duration, options = posting.duration_months, extension_months(posting.extension)
    certain = (duration or 0) + (options or 0 if duration is not None else 0)
    possible = certain if duration is not None and options is not None else certain + reach
    sure = Stretch(start.last, _last_day(start.first, certain))
    may = Stretch(start.first, _last_day(start.last, possible))
    return Period(_from(sure, today), _from(may, today))


def extension_months(extension: Extension | None) -> int | None:
    """Return the months that the options add: 0 without options, None where they aren't known."""
    if extension is None:
        return 0
    if extension.count is None or extension.months is None:
        return 0 if 0 in (extension.count, extension.months) else None
    return extension.count * extension.months


def day_of(text: str | None) -> date | None:
    """Return the day at the head of an ISO 8601 text, or None where there is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _start(posting: Posting, today: date | None) -> Stretch | None:
    """Return the days on which the assignment may begin; None where nothing tells."""
    day = day_of(posting.start)
    if day is None and (moment := next(iter(find_moments(posting.start or "")), None)):
        if moment.day is None:
            return Stretch(_first_day(moment.range.earliest), _last_day(_first_day(moment.range.latest), 1))
        day = moment.day
    day = day or max((known for known in (day_of(posting.closing), today) if known), default=None)
    return None if day is None else Stretch(day, day)


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _last_day(start: date, months: int) -> date:
    """Return the last day of so many months: from 1-10 three months last up to and including 31-12. Without
    months: the day itself.
    """
    if months <= 0:
        return start
    year, index = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    length = calendar.monthrange(year, index + 1)[1]
    if start.day > length:  # from 31-1 one month lasts the whole of February
        return date(year, index + 1, length)
    return date(year, index + 1, start.day) - timedelta(days=1)


def _from(stretch: Stretch, today: date | None) -> Stretch | None:
    """Return what is left of it from today on: a law that has ended says nothing to what is still to come."""
    if stretch.last < stretch.first:
        return None
    if today is None or stretch.first >= today:
        return stretch
    return Stretch(today, stretch.last) if stretch.last >= today else None


def _meets(stretch: Stretch | None, first: date | None, last: date | None) -> bool:
    return stretch is not None and (last is None or stretch.first <= last) and (first is None or stretch.last >= first)
