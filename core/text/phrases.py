"""Small Dutch phrases: weekdays, dates, amounts, lists."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

_DAYS = {"mon": "ma", "tue": "di", "wed": "wo", "thu": "do", "fri": "vr", "sat": "za", "sun": "zo"}
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def days_text(days: Sequence[str]) -> str:
    """Return weekdays as "di, wo en do"."""
    return listed([_DAYS.get(day, day) for day in days])


def listed(words: Sequence[str], last: str = "en") -> str:
    """Return "a, b en c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def amount_text(amount: Decimal) -> str:
    """Return euro as Dutch text without the sign: "72,75", "1.250,00"."""
    return f"{amount:,.2f}".replace(",", "\0").replace(".", ",").replace("\0", ".")


def points_text(points: float) -> str:
    """Return points without a needless decimal: "30", "7,5"."""
    return f"{points:g}".replace(".", ",")


def date_text(day: date) -> str:
    """Return "29 juni 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_words(month: int) -> str:
    """Return a month index as "mei 2019"."""
    return f"{_SHORT_MONTHS[month % 12]} {month // 12}"


def moment_text(moment: str) -> str:
    """Return an ISO 8601 date or moment as "ma 29 juni 09:00"."""
    day = datetime.fromisoformat(moment)
    words = f"{tuple(_DAYS.values())[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return f"{words} {day:%H:%M}" if len(moment) > 10 else words
