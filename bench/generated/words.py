"""The words of postings and candidates, from `data/`; and the little Dutch that is needed to fill them in."""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

_DATA = Path(__file__).parent / "data"

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAYS = {"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag"}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


WORK: dict[str, Any] = _load("work")
EMPLOYERS: dict[str, Any] = _load("employers")
POSTING: dict[str, Any] = _load("posting")
CANDIDATE: dict[str, Any] = _load("candidate")


def pick(draw: Random, options: Sequence[T]) -> T:
    """Return one of the options. Quicker than `draw.choice`, and one draw each."""
    return options[int(draw.random() * len(options))]


def say(draw: Random, wordings: Sequence[str], **values: object) -> str:
    """Return one of the wordings, filled in."""
    return pick(draw, wordings).format(**values)


def chance(draw: Random, share: float) -> bool:
    """Tell whether something that happens in `share` of the cases happens now."""
    return draw.random() < share


def capital(text: str) -> str:
    """Return the text with a capital to begin with."""
    return text[:1].upper() + text[1:]


def joined(items: Sequence[str]) -> str:
    """Return "a, b en c"."""
    return ", ".join(items[:-1]) + " en " + items[-1] if len(items) > 1 else "".join(items)


def day_text(draw: Random, day: date) -> str:
    """Write a date out."""
    return pick(
        draw,
        (
            f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            f"{day.day:02d}-{day.month:02d}-{day.year}",
            f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        ),
    )


def weekday(day: date) -> str:
    """Return the Dutch name of the day of the week."""
    return _WEEKDAYS[day.weekday()]


def duration(draw: Random, months: int) -> str:
    """Write a number of months the way postings do."""
    if months % 12:
        return f"{months} maanden"
    years = months // 12
    number: str = CANDIDATE["words"]["number"][years] if years <= 10 else str(years)
    return pick(
        draw,
        (
            f"{years} jaar",
            f"{years} jaar",
            f"{number} ({years}) jaar",
            f"{years} jaar",
            f"{number} jaar",
            f"{months} maanden",
        ),
    )
