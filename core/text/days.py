"""Working days and hours a week: "ma t/m do", "di, wo en do", "dinsdag- woensdag-donderdag", "32-36 u/w".

Short names ("ma", "do") count only beside another day or behind "op": "wo" and "zo" are words too.
Whether a day is wanted or not ("niet op vrijdag") is for the caller to say.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from core.model.posting import Hours, Weekday
from core.text.numbers import BEFORE, NUMBER, bound_before, value_of
from core.text.source import plain
from core.text.vocabulary import one_of, vocabulary, window_before, zones

_DAYS: Mapping[Weekday, list[str]] = vocabulary("calendar")["weekdays"]
_ORDER: tuple[Weekday, ...] = tuple(_DAYS)
_OF_WORD: dict[str, Weekday] = {word: day for day, words in _DAYS.items() for word in words}
_FULL = [word for word in _OF_WORD if word.endswith(("dag", "day"))]
_PART = r"(?:en)?(?:-?(?:ochtend|morgen|middag|avond|nacht)(?:en)?|s)?"
_DAY = re.compile(
    rf"(?<![\w.])(?:(?P<full>{one_of(_FULL, whole=False)})|(?P<short>{one_of((w for w in _OF_WORD if w not in _FULL), whole=False)})){_PART}(?!\w)\.?"
)

_JOINT = re.compile(
    r"\s{0,3}(?:,|;|/|&|\+|-|\bt/m\b|\btm\b|\btot en met\b|\btot\b|\ben/of\b|\ben\b|\bof\b|\bto\b|\band\b)?(?:\s{0,3}(?:en|op|de)\b)?\s{0,3}"
)
_THROUGH = re.compile(r"t/m|tm|tot en met|tot|to|-")
_ALL = re.compile(
    r"\b(?:alle|iedere|elke)\s(?:werk)?dag(?:en)?\b|\bdoordeweeks\b|\b5 dagen per week\b|\bvijf dagen per week\b"
)


class DaysHit(NamedTuple):
    """Days of the week named together at `[start, end)`, in the order of the week."""

    days: tuple[Weekday, ...]
    start: int
    end: int


class HoursHit(NamedTuple):
    """Hours a week at `[start, end)`."""

    hours: Hours
    start: int
    end: int


class _Named(NamedTuple):
    day: Weekday
    start: int
    end: int
    full: bool


def find_weekdays(text: str) -> tuple[Weekday, ...]:
    """Return the days of the week that canonical `text` names, each once, in the order of the week."""
    named = {day for hit in find_day_groups(text) for day in hit.days}
    return tuple(day for day in _ORDER if day in named)


def find_day_groups(text: str) -> tuple[DaysHit, ...]:
    """Return the groups of days in canonical `text` with their places: what a word as "niet" before one governs."""
    return tuple(_groups(plain(text)))


def _groups(low: str) -> Iterator[DaysHit]:
    found: list[tuple[int, DaysHit]] = [
        (match.start(), DaysHit(_ORDER[:5], match.start(), match.end())) for match in _ALL.finditer(low)
    ]
    group: list[_Named] = []
    for match in _DAY.finditer(low):
        word = match["full"] or match["short"]
        named = _Named(_OF_WORD[word], match.start(), match.end(), match["full"] is not None)
        if group and not _JOINT.fullmatch(low, group[-1].end, named.start):
            _close(low, group, found)
            group = []
        group.append(named)
    _close(low, group, found)
    yield from (hit for _, hit in sorted(found))


def _close(low: str, group: list[_Named], found: list[tuple[int, DaysHit]]) -> None:
    if not group or (
        len(group) == 1 and not group[0].full and not re.search(r"\bop\s{1,3}$", window_before(low, group[0].start, 6))
    ):
        return
    days: set[Weekday] = {group[0].day}
    joints = [low[a.end : b.start].strip() for a, b in pairwise(group)]
    for index, joint in enumerate(joints):
        left, right = group[index].day, group[index + 1].day
        days.add(right)
        if _THROUGH.fullmatch(joint) and not (joint == "-" and joints.count("-") > 1):
            at = _ORDER.index(left)
            while _ORDER[at % 7] != right:
                days.add(_ORDER[at % 7])
                at += 1
    found.append((group[0].start, DaysHit(tuple(day for day in _ORDER if day in days), group[0].start, group[-1].end)))


_HOUR_WORD = r"(?:uur|uren|u|hours|hrs|h)(?![\w:])\.?"
_PER_WEEK = r"\s{0,3}(?:per|/|p\.?/?|in\sde|a)\s{0,2}(?:week|w(?:k)?\b)\.?"
_HOURS = re.compile(
    rf"(?:(?P<before>{BEFORE})\s{{0,3}})?(?P<one>{NUMBER})(?:\s{{0,3}}(?:uur|u)?\s{{0,3}}(?:-|/|\btot(?:\sen\smet)?\b|\bt/m\b|\ba\b|\bof\b|\ben\b|,|\bto\b)?\s{{0,3}}"
    rf"(?:(?P<before2>{BEFORE})\s{{0,3}})?(?P<two>{NUMBER}))?\s{{0,3}}-?(?:(?P<unit>{_HOUR_WORD})(?P<week>{_PER_WEEK})?|(?P<week2>{_PER_WEEK})|(?P<uw>u\.?p\.?w\b|upw\b|urige\swerkweek))"
)
_HOUR_ANCHOR = re.compile(r"u(?:ur|ren|rige|\.?p|(?!\w))|w(?:eek|k?(?!\w))|h(?:ours|rs|(?!\w))")
_FULL_TIME = re.compile(r"\bfull\s?-?\s?time\b|\bvoltijds?\b")
_FTE = re.compile(r"(?<![\w.,])(?P<fte>[01](?:[.,]\d{1,2})?)\s?fte\b")
_NOT_A_WEEK = re.compile(
    r"\s{0,3}(?:per|/|p)\s?(?:dag|maand|jaar|d\b|m\b|j\b)|\s{0,3}(?:training|cursus|les|reis|rijden|rijafstand|van tevoren|na\b|voor\b)"
)
_NOT_HOURS = re.compile(r"(?:\b(?:binnen|om|uiterlijk|na|per|elke|ieder|reistijd|reistijd van)|:|€)\s{0,3}$")


def find_hours(text: str) -> Hours | None:
    """Return the first hours a week in canonical `text`, None where it names none."""
    hits = find_hour_spans(text)
    return hits[0].hours if hits else None


def find_hour_spans(text: str) -> tuple[HoursHit, ...]:
    """Return the hours a week in canonical `text` with their places, in order."""
    low = plain(text)
    found: list[HoursHit] = []
    for begin, end in zones(low, _HOUR_ANCHOR, before=72, after=16):
        found += [hit for match in _HOURS.finditer(low, begin, end) if (hit := _hours(low, match)) is not None]
    found += [HoursHit(Hours(min=36, max=40), match.start(), match.end()) for match in _FULL_TIME.finditer(low)]
    for match in _FTE.finditer(low):
        share = float(match["fte"].replace(",", "."))
        if 0 < share <= 1:
            found.append(
                HoursHit(Hours(min=round(share * 36, 1), max=round(share * 40, 1)), match.start(), match.end())
            )
    return tuple(sorted(found, key=lambda hit: hit.start))


def _hours(low: str, match: re.Match[str]) -> HoursHit | None:
    per_week = bool(match["week"] or match["week2"] or match["uw"])
    one = value_of(match["one"])
    two = value_of(match["two"]) if match["two"] else one
    if one is None or two is None or not 0 < two <= 60 or one > two:
        return None
    if not per_week and (
        two < 8 or _NOT_A_WEEK.match(low, match.end()) or _NOT_HOURS.search(window_before(low, match.start()))
    ):
        return None
    bound = bound_before(match["before"])
    least: float | None = one
    most: float | None = two
    if match["two"] is None and bound in ("least", "more"):
        most = None
    elif match["two"] is None and bound in ("most", "less"):
        least = None
    return HoursHit(Hours(min=least, max=most), match.start(), match.end())
