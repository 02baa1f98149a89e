"""The day in the Netherlands: adapters read the clock, the core is told."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def today_in_the_netherlands(now: datetime | None = None) -> date:
    """Return the date in Europe/Amsterdam; at UTC+1 where the machine has no time zone data. `now` is for tests."""
    try:
        zone: ZoneInfo | timezone = ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        # An hour's error around midnight in summer is all that it costs.
        zone = timezone(timedelta(hours=1))
    return (now or datetime.now(UTC)).astimezone(zone).date()
