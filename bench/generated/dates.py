"""Periods of jobs in all the ways that people write them, each with what it says (C2)."""

from random import Random

from bench.generated.values import Moment, Period, month
from bench.generated.words import MONTHS, SHORT_MONTHS, chance, pick

FORMS = (
    "short", "full", "numeric", "slashes", "iso", "days", "until", "years", "decade", "parts", "seasons", "quarters", "mixed",
)  # fmt: skip
_NOW = ("heden", "nu", "heden", "heden")
_DASH = (" - ", " – ", "-", " t/m ", " – ")
_SEASONS = {
    2: "voorjaar",
    3: "voorjaar",
    4: "voorjaar",
    5: "zomer",
    6: "zomer",
    7: "zomer",
    8: "najaar",
    9: "najaar",
    10: "najaar",
}


def exact(at: int) -> Moment:
    """Return a month that is known."""
    return Moment(at, at)


def a_year(at: int) -> Moment:
    """Return all that is known of a month of which only the year is told."""
    return Moment(month(at // 12, 1), month(at // 12, 12))


def told(draw: Random, form: str, start: int, end: int | None) -> tuple[str, Period]:
    """Write a period in a form; what it says goes with it."""
    if end is None and chance(draw, 0.35) and form not in ("until", "days"):
        text, moment = _moment(form, start)
        return f"{pick(draw, ('sinds', 'vanaf'))} {text}", Period(moment, None)
    if form == "until" and end is not None:
        return _until(draw, start, end)
    dash = pick(draw, _DASH)
    if form in ("numeric", "iso", "days") and dash == "-":
        dash = " - "
    first, opening = _moment(form, start)
    if end is None:
        return f"{first}{' - ' if 't/m' in dash else dash}{pick(draw, _NOW)}", Period(opening, None)
    last, closing = _moment("years" if form == "mixed" else form, end, closing=True)
    if first == last:
        return first, Period(opening, closing)
    return f"{first}{dash}{last}", Period(opening, closing)


def _until(draw: Random, start: int, end: int) -> tuple[str, Period]:
    after = end + 1
    first = f"1 {MONTHS[start % 12]} {start // 12}"
    text = f"van {first} tot 1 {MONTHS[after % 12]} {after // 12}"
    if chance(draw, 0.3):
        text = f"{MONTHS[start % 12]} {start // 12} tot en met {MONTHS[end % 12]} {end // 12}"
    return text, Period(exact(start), exact(end))


def _moment(form: str, at: int, *, closing: bool = False) -> tuple[str, Moment]:
    year, number = divmod(at, 12)
    if form == "years":
        return str(year), a_year(at)
    if form == "decade":
        return f"'{year % 100:02d}", a_year(at)
    if form == "parts":
        part, first, last = ("begin", 0, 2) if number < 3 else ("medio", 3, 8) if number < 9 else ("eind", 9, 11)
        return f"{part} {year}", Moment(year * 12 + first, year * 12 + last)
    if form == "seasons":
        name = _SEASONS.get(number)
        if name is None:
            return _moment("full", at)
        first = {"voorjaar": 2, "zomer": 5, "najaar": 8}[name]
        return f"{name} {year}", Moment(year * 12 + first, year * 12 + first + 2, slack=1)
    if form == "quarters":
        quarter = number // 3
        return f"Q{quarter + 1} {year}", Moment(year * 12 + quarter * 3, year * 12 + quarter * 3 + 2)
    return _exact_text(form, year, number, closing=closing), exact(at)


def _exact_text(form: str, year: int, number: int, *, closing: bool) -> str:
    name = {
        "short": f"{SHORT_MONTHS[number]} {year}",
        "numeric": f"{number + 1:02d}-{year}",
        "slashes": f"{number + 1:02d}/{year}",
        "iso": f"{year}-{number + 1:02d}",
    }.get(form)
    if form == "days":
        last = (28, 29)[year % 4 == 0] if number == 1 else 30 if number in (3, 5, 8, 10) else 31
        return f"{last if closing else 1:02d}-{number + 1:02d}-{year}"
    return name or f"{MONTHS[number]} {year}"


def length(start: int, end: int | None, now: int) -> tuple[str, int]:
    """Write the length of a job as LinkedIn does: " · 2 jr 3 mnd"; and return it in months."""
    months = (now if end is None else end) - start + 1
    parts = [f"{months // 12} jr"] * (months > 11) + [f"{months % 12} mnd"] * (months % 12 > 0)
    return f" · {' '.join(parts)}", months
