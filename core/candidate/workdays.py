"""On which days someone works, and on which not ("ma t/m do", "niet op vrijdag", "woensdag is haar vrije dag").

A day counts as offered only where nothing in its clause takes it back; what stays unclear is neither, and asked.
Why somebody doesn't work on a day is nobody's business: only that it is so is read.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from core.candidate.cues import any_of, compiled
from core.candidate.items import Unit
from core.candidate.page import Page
from core.model.posting import Weekday
from core.text.days import find_day_groups

Where = tuple[int, int] | None
_REACH = 90
# A clause ends at a comma too, but "…, dus dan is hij niet beschikbaar" goes on about the same day.
_CLAUSE_ENDS = re.compile(
    r"[.;\n\t|)](?!\w)|\bmaar\b|(?<!niet )\bwel\b|,(?!\s*(?:dus|dan|die dag|daar|want|omdat|en dan)\b)|/"
)
# "vrij" behind a day means that it is off, not another Friday.
_FREE = re.compile(r"(?<=dag )vrij\b")


def read_days(
    page: Page, units: Sequence[Unit]
) -> tuple[tuple[Weekday, ...], tuple[Weekday, ...], tuple[Where, Where]]:
    """Return the days that are offered, those that are not, and where each is said first."""
    days: list[Weekday] = []
    not_days: list[Weekday] = []
    places: list[Where] = [None, None]
    for unit in units:
        groups = find_day_groups(_FREE.sub("    ", page.flow[unit.start : unit.end]))
        low = page.low[unit.start : unit.end]
        for index, hit in enumerate(groups):
            following = groups[index + 1].start if index + 1 < len(groups) else len(low)
            meant = _meant(low, hit.start, hit.end, following)
            where = (unit.start + hit.start, unit.start + hit.end)
            if meant == "off":
                not_days += [day for day in hit.days if day not in not_days]
                places[1] = places[1] or where
            elif meant == "on":
                days += [day for day in hit.days if day not in days]
                places[0] = places[0] or where
    offered = [day for day in days if day not in not_days]
    return tuple(offered), tuple(not_days), (places[0] if offered else None, places[1])


def _meant(low: str, start: int, end: int, following: int) -> Literal["on", "off", "unclear"]:
    """Return whether days at `[start, end)` are worked; `following` is where other days begin."""
    before = low[max(0, start - 40) : start]
    if compiled("terms.days.other").search(low[_clause_begin(low, start) : start]):
        return "unclear"
    if _not_before().search(before):
        return "off"
    stop = min(following, end + _REACH)
    cut = _CLAUSE_ENDS.search(low, end, stop)
    behind = compiled("terms.days.harmless").sub(" ", low[end : cut.start() if cut else stop])
    if compiled("terms.days.unsure").search(behind) or compiled("terms.days.other").search(behind):
        return "unclear"
    if not compiled("terms.days.off").search(behind):
        return "on"
    # "Donderdag is haar vrije dag, schuiven kan": off, and yet to be had.
    return "unclear" if compiled("terms.days.movable").search(low[end:stop]) else "off"


def _clause_begin(low: str, start: int) -> int:
    return max((cut.end() for cut in _CLAUSE_ENDS.finditer(low, 0, start)), default=0)


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(rf"{any_of('terms.days.not_before')}\s*:?\s*(?:de\s|op\s)?$")
