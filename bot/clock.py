"""The day in the Netherlands: adapters read the clock, the core is told."""

from datetime import date, datetime, timedelta, timezone


def today_in_the_netherlands() -> date:
    """Return today's date in Europe/Amsterdam; at UTC+1 where the machine has no time zone data."""
    try:
        from zoneinfo import ZoneInfo

        return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    except Exception:  # noqa: BLE001 - a machine without tzdata: an hour's error at midnight is all it costs
        return datetime.now(timezone(timedelta(hours=1))).date()
