"""What every value is made of: frozen models, spans, evidence, months.

A month is an integer: `year * 12 + month - 1` (so subtraction gives months). In JSON it is "YYYY-MM".
A duration is always in months.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer


class Frozen(BaseModel):
    """A value: equal by content, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, populate_by_name=True)


def month_of(day: date) -> int:
    """Return the month index of a day."""
    return day.year * 12 + day.month - 1


def month_text(month: int) -> str:
    """Return a month index as ISO 8601 "YYYY-MM"."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _read_month(value: object) -> object:
    if isinstance(value, str):
        year, month = value.split("-")
        return int(year) * 12 + int(month) - 1
    return value


Month = Annotated[int, BeforeValidator(_read_month), PlainSerializer(month_text, return_type=str)]


class Span(Frozen):
    """A stretch of a received text: code points, end exclusive."""

    start: int
    end: int


SourceName = Literal["posting", "cv", "summary", "answer", "rule"]


class Evidence(Frozen):
    """What supports a statement: a literal quote with its place in the text as it was received.

    `source` is "posting", "cv", "summary" (a second text of the same kind is "cv2", …), "answer"
    (then `quote` is what was answered, offsets 0) or "rule".
    """

    source: str
    quote: str
    start: int = 0
    end: int = 0


class Months(Frozen):
    """An interval of months, both ends included; `high` None means no upper bound is known."""

    low: int
    high: int | None = None


class MonthRange(Frozen):
    """A moment known to a precision: anything from `earliest` to `latest`, both months included."""

    earliest: Month
    latest: Month


Sector = Literal["gemeente", "overheid", "publieke sector", "privaat", "samenwerkingsverband"]
"""What an employer is. "samenwerkingsverband" is a shared service (ISD, omgevingsdienst): overheid,
and asked where a gemeente is wanted (C7). None in a field means unknown."""
