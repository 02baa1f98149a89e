"""Hourly rates: the candidate's own or the one that is bid, and what is in it (C10).

A rate that nobody names is the candidate's own. A budget, a salary or a fee is no rate.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from core.candidate.cues import alternatives, any_of, compiled, entry
from core.candidate.items import Unit
from core.candidate.page import Page
from core.model.candidate import Rate
from core.text.money import Amount, find_amounts

_LEAST, _MOST = Decimal(15), Decimal(350)


def read_rate(page: Page, units: tuple[Unit, ...]) -> tuple[Rate, dict[str, tuple[int, int]]]:
    """Return the rates and the place of each ("own", "bid"); `units` stand outside the jobs."""
    found: dict[str, tuple[Amount, int]] = {}
    includes: list[str] = []
    for unit in units:
        if unit.section in ("education", "courses", "references", "leisure"):
            continue
        amounts = [
            a
            for a in find_amounts(page.flow[unit.start : unit.end])
            if a.per in (None, "hour") and _LEAST <= a.value <= _MOST
        ]
        amounts += _loose_amounts(page, unit, amounts)
        mine = [a for a in sorted(amounts, key=lambda a: a.start) if not _is_no_rate(page, unit, a)]
        for place, amount in enumerate(mine):
            floor = mine[place - 1].end if place else 0
            ceiling = mine[place + 1].start if place + 1 < len(mine) else unit.end - unit.start
            kind = _whose(page, unit, amount, floor, ceiling)
            found.setdefault(kind, (amount, unit.start))
            includes += _included(page, unit.start + floor, unit.start + ceiling)
        if not mine and found and compiled("terms.rate.including").match(page.low, unit.start, unit.end):
            includes += _included(page, unit.start, unit.end)
    places = {kind: (at + amount.start, at + amount.end) for kind, (amount, at) in found.items()}
    first = min(places.values(), default=None)
    return (
        Rate(
            own=_decimal(found.get("own")),
            bid=_decimal(found.get("bid")),
            includes=tuple(dict.fromkeys(includes)),
            evidence=page.source.evidence(first[0], max(end for _, end in places.values()))
            if first and _near(places)
            else page.source.evidence(*first)
            if first
            else None,
        ),
        places,
    )


def _near(places: dict[str, tuple[int, int]]) -> bool:
    return max(end for _, end in places.values()) - min(start for start, _ in places.values()) < 120


def _decimal(found: tuple[Amount, int] | None) -> str | None:
    if found is None:
        return None
    value = found[0].value
    return f"{value:.0f}" if value == value.to_integral_value() else f"{value:.2f}"


_OFFERED = re.compile(
    r"\b(?:bieden|aanbieden|bied|biedt|aangeboden|inschrijven|inschrijving)\b(?:\s+(?!voor\b)\w+){0,4}\s+(?:voor|tegen|op|met)\s+(?P<amount>\d{2,3}(?:[.,]\d{1,2})?)(?!\s*(?:uur|jaar|dagen|%|\d|u\b))"
)
_TRAILING = re.compile(
    r"(?<![\w€.,/-])(?P<amount>\d{2,3}(?:[.,]\d{1,2})?)\s+(?:all[- ]?in|excl(?:usief|\.)?|incl(?:usief|\.)?|ex\.?\s+btw)(?!\w)"
)
_LOOSE = re.compile(
    r"\b(?:vraagt|wenst|wil)\s+(?:hij|zij|ze|zelf)?\s*(?P<amount>\d{2,3}(?:[.,]\d{1,2})?)(?!\s*(?:uur|jaar|dagen|%|\d))"
)


def _loose_amounts(page: Page, unit: Unit, amounts: list[Amount]) -> Iterator[Amount]:
    """Read "vraagt ze 70 excl. btw": a bare number behind a word for asking, beside other talk of rates."""
    matches = (m for pattern in (_LOOSE, _OFFERED, _TRAILING) for m in pattern.finditer(page.low, unit.start, unit.end))
    for match in matches:
        start, end = match.start("amount") - unit.start, match.end("amount") - unit.start
        value = Decimal(match["amount"].replace(",", "."))
        if _LEAST <= value <= _MOST and not any(a.start < end and start < a.end for a in amounts):
            yield Amount(value, start, end, "hour")


def _is_no_rate(page: Page, unit: Unit, amount: Amount) -> bool:
    start, end = unit.start + amount.start, unit.start + amount.end
    around = page.low[max(unit.start, start - 28) : start] + " | " + page.low[end : min(unit.end, end + 16)]
    return compiled("terms.rate.not_rate").search(around) is not None


def _whose(page: Page, unit: Unit, amount: Amount, floor: int, ceiling: int) -> str:
    """Return "bid" where the words round an amount say so; a rate that nobody names is the candidate's own (C10)."""
    before = page.low[unit.start + floor : unit.start + amount.start]
    bids = [m.end() for m in compiled("terms.rate.bid").finditer(before)]
    owns = [m.end() for m in compiled("terms.rate.own").finditer(before)]
    if bids or owns:
        return "bid" if max(bids, default=-1) > max(owns, default=-1) else "own"
    behind = page.low[unit.start + amount.end : min(unit.start + ceiling, unit.start + amount.end + 40)].split(",")[0]
    return "bid" if compiled("terms.rate.bid").search(behind) else "own"


@cache
def _including() -> re.Pattern[str]:
    return re.compile(rf"(?P<incl>{any_of('terms.rate.including')})|(?P<excl>{any_of('terms.rate.excluding')})")


@cache
def _parts() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(alternatives(listed)) for name, listed in entry("terms.rate.parts").items()}


def _included(page: Page, start: int, end: int) -> list[str]:
    low = page.low[start:end]
    found = ["all-in"] if compiled("terms.rate.all_in").search(low) else []
    marks = list(_including().finditer(low))
    for place, mark in enumerate(marks):
        if mark["incl"]:
            stretch = low[mark.end() : marks[place + 1].start() if place + 1 < len(marks) else len(low)]
            stretch = re.split(r"[.;\n]\s", stretch)[0]
            found += [name for name, pattern in _parts().items() if pattern.search(stretch)]
    return found
