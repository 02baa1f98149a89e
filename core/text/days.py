"""Working days: "ma t/m do", "di, wo en do", "dinsdag- woensdag-donderdag", "ma/di/do", "alle werkdagen".

Short names ("ma", "do") count only beside another day or behind a word as "op": "wo" and "zo" are words too.
Whether a day is wanted or not ("niet op vrijdag") is for the caller to say. Hours stand in `hours.py`.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from core.model.posting import Weekday
from core.text.hours import HoursHit, find_hour_spans, find_hours
from core.text.source import plain
from core.text.vocabulary import one_of, phrase_before, vocabulary

__all__ = ["DaysHit", "HoursHit", "find_day_groups", "find_hour_spans", "find_hours", "find_weekdays"]


class DaysHit(NamedTuple):
    """Days that are named together at `[start, end)`, in the order of the week."""

    days: tuple[Weekday, ...]
    start: int
    end: int


class _Named(NamedTuple):
    day: Weekday
    start: int
    end: int
    short: bool


_DAYS: Mapping[Weekday, list[str]] = vocabulary("calendar")["weekdays"]
_ORDER: tuple[Weekday, ...] = tuple(_DAYS)
_OF_WORD: Mapping[str, Weekday] = {word: day for day, words in _DAYS.items() for word in words}
_SINGLE = frozenset(vocabulary("calendar")["days"]["single"])
_PART = r"(?:en)?(?:-?(?:ochtend|morgen|middag|avond|nacht)(?:en)?|s)?"
_DAY = re.compile(rf"(?<![\w.])(?P<word>{one_of(_OF_WORD, whole=False)}){_PART}(?!\w)\.?")
_JOINT = re.compile(
    r"\s{0,3}(?:,|;|/|&|\+|-|\bt/m\b|\btm\b|\btot(?:\sen\smet)?\b|\b(?:en/of|en|of|to|and)\b)?(?:\s{0,3}(?:en|op|de)\b)?\s{0,3}"
)
_THROUGH = re.compile(r"t/m|tm|tot(?:\sen\smet)?|to|-")
_WORKING_DAYS = re.compile(
    r"\b(?:alle|iedere|elke)\swerkdag(?:en)?\b|\bdoordeweeks\b|\b(?:5|vijf)\s(?:\(5\)\s)?(?:werk)?dagen\s(?:per|in de)\sweek\b"
)


def find_weekdays(text: str) -> tuple[Weekday, ...]:
    """Return the days of the week that canonical `text` names, each once, in the order of the week."""
    named = {day for hit in find_day_groups(text) for day in hit.days}
    return tuple(day for day in _ORDER if day in named)


def find_day_groups(text: str) -> tuple[DaysHit, ...]:
    """Return the groups of days in canonical `text` with their places: what "niet op" before one governs."""
    low = plain(text)
    hits = [DaysHit(_ORDER[:5], match.start(), match.end()) for match in _WORKING_DAYS.finditer(low)]
    hits += [hit for group in _groups(low) if (hit := _hit(low, group)) is not None]
    return tuple(sorted(hits, key=lambda hit: hit.start))


def _groups(low: str) -> Iterator[list[_Named]]:
    group: list[_Named] = []
    for match in _DAY.finditer(low):
        word = match["word"]
        named = _Named(_OF_WORD[word], match.start(), match.end(), not word.endswith(("dag", "day")))
        if group and not _JOINT.fullmatch(low, group[-1].end, named.start):
            yield group
            group = []
        group.append(named)
    if group:
        yield group


def _hit(low: str, group: list[_Named]) -> DaysHit | None:
    first, last = group[0], group[-1]
    if (
        all(named.short and named.day == first.day for named in group)
        and phrase_before(low, first.start, _SINGLE) is None
    ):
        return None
    days = {first.day}
    joints = [low[left.end : right.start].strip() for left, right in pairwise(group)]
    for joint, (left, right) in zip(joints, pairwise(group), strict=True):
        days.add(right.day)
        # One dash spans days, several are a list: "ma-do", "dinsdag- woensdag-donderdag".
        if _THROUGH.fullmatch(joint) and not (joint == "-" and joints.count("-") > 1):
            days.update(_span(left.day, right.day))
    end = last.end - 1 if low[last.end - 1] == "." else last.end
    return DaysHit(tuple(day for day in _ORDER if day in days), first.start, end)


def _span(first: Weekday, last: Weekday) -> Iterator[Weekday]:
    at = _ORDER.index(first)
    while _ORDER[at % 7] != last:
        yield _ORDER[at % 7]
        at += 1
