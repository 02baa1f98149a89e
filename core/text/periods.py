"""Periods of work as CVs write them (C2): "sept. 2019 – heden", "01-2018 t/m 06-2021", "'16-'19", "sinds 2019".

A period is a moment, a joint and a moment; or one moment with a word before it. Each end is a range of
months: what the writer may have meant, never more precise than what stands there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.model.base import MonthRange, Months
from core.text.durations import find_durations
from core.text.moments import MONTHS, PARTIAL, PARTS, WEEKDAY, Moment, Partial, is_joined, looks_like_postcode, moments
from core.text.source import plain
from core.text.vocabulary import one_of, phrase_before, vocabulary, window_before


class PeriodHit(NamedTuple):
    """A period at `[begin, stop)`. An end that isn't said is None; `ongoing`: up to today.

    `bare`: a single moment in brackets or at the edge of a line or sentence; start and end are then the same,
    and whether it is a period is for the reader to say. `stated`: a duration that stands right behind it
    ("2018 – 2019 (9 maanden)").
    """

    start: MonthRange | None
    end: MonthRange | None
    ongoing: bool
    begin: int
    stop: int
    text: str
    bare: bool = False
    stated: Months | None = None


_DATA = vocabulary("calendar")
_WORDS = _DATA["period"]
_ONGOING = one_of(_WORDS["ongoing"])
_THROUGH = rf"-{{1,2}}>?|/|>|\+/-|{one_of(_WORDS['through'])}"
_UNTIL = one_of(_WORDS["until"])
_FILL = rf"(?:{WEEKDAY}|(?:ca\.?|circa|ongeveer|ergens|in|de|het|en\smet)\s{{1,3}}|[(]en met[)]\s{{1,3}})?"
_JOINT = re.compile(rf"[\s)]{{0,4}},?(?:(?P<through>{_THROUGH})|(?P<until>{_UNTIL}))[\s(]{{0,4}}{_FILL}")
_TO_NOW = re.compile(rf"[\s)]{{0,4}},?(?:(?:{_THROUGH}|{_UNTIL})[\s(]{{0,4}})+(?P<now>{_ONGOING})")
_NOW_JOINT = re.compile(rf"{_ONGOING}\s{{0,3}}(?:{_THROUGH}|{_UNTIL})\s{{0,3}}$")
_LONE_NOW = re.compile(rf"\b(?:tot(?:\sen\smet)?|t/m|until|to)\s{{1,3}}(?:aan\s)?{_ONGOING}")
_SINCE = frozenset(_WORDS["since"])
_UNTIL_BEFORE = re.compile(rf"(?:(?P<through>{one_of(_WORDS['through'])})|(?P<until>{_UNTIL}))\s{{1,3}}$")
_NOT_PERIOD = re.compile(one_of(_DATA["not_period"]["before"]) + r"[^.;\n]{0,20}$")
_BARE_BEFORE = re.compile(r"(?:^|[\n(\[]|[.;|]\s)[\s\u2022*>-]{0,8}(?:in\s{1,3})?$")
_BARE_AFTER = re.compile(r"[\s]{0,3}(?:$|[\n)\]|]|[.;](?:\s|$))")
_IN_BRACKETS = re.compile(r"[\s(,\u2022|:-]{1,4}$")
_OPEN_END = re.compile(r"\s{0,3}-{1,2}\s{0,3}(?:$|\n|\)|\.\.\.|\u2026)")
_YEAR_PAIR = re.compile(r"\s?[-/]\s?'?(\d\d)(?![\w%]|[-/.,:]\d|\s?%)")


def find_periods(text: str) -> tuple[PeriodHit, ...]:
    """Return the periods in canonical `text`, in order; never one that starts after its end."""
    low = plain(text)
    hits = [_with_duration(text, hit) for hit in _periods(text, low, list(moments(low)))]
    ends = [hit.stop for hit in hits]
    for match in _LONE_NOW.finditer(low):
        if match.end() not in ends:
            hits.append(PeriodHit(None, None, True, match.start(), match.end(), text[match.start() : match.end()]))
    return tuple(sorted(hits, key=lambda hit: hit.begin))


def _periods(text: str, low: str, found: list[Moment]) -> Iterator[PeriodHit]:
    taken = 0
    index = 0
    while index < len(found):
        first = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        index += 1
        joint = _joint(low, first.end, following)
        if joint and following is not None and (first.sure or following.sure or _clear(first, following)):
            index += 1
            taken = following.end
            hit = _pair(text, first, following, until=joint == "until")
            if hit is not None:
                yield hit
            continue
        now = _TO_NOW.match(low, first.end)
        if now:
            taken = now.end()
            yield _hit(text, first.range, None, first.start, now.end(), ongoing=True)
            continue
        short = _short_pair(text, first, following)
        if short is not None:
            yield short
            continue
        if is_joined(text, first, following):
            continue
        partial = _partial_before(low, first, taken)
        if partial is not None:
            hit = _from_partial(text, partial, first)
            if hit is not None:
                yield hit
            taken = first.end
            continue
        hit = _single(text, low, first)
        if hit is not None:
            yield hit
            taken = hit.stop


def _joint(low: str, at: int, following: Moment | None) -> str | None:
    if following is None or following.start - at > 40:
        return None
    match = _JOINT.match(low, at)
    if match is None or match.end() != following.start:
        return None
    return "until" if match["until"] else "through"


def _clear(first: Moment, following: Moment) -> bool:
    """Tell whether two unsure moments make a period: at least one year that can't be a month or a day, or both named."""
    return any(m.precision == "year" or m.range.earliest // 12 > 2012 for m in (first, following))


def _pair(text: str, first: Moment, following: Moment, *, until: bool) -> PeriodHit | None:
    end = _end(following, until=until)
    if first.range.earliest > end.latest or _is_later_day(first, following):
        return None
    return _hit(text, first.range, end, first.start, following.end)


def _is_later_day(first: Moment, following: Moment) -> bool:
    return first.day is not None and following.day is not None and first.day > following.day


def _end(moment: Moment, *, until: bool) -> MonthRange:
    """Return the last month that counts: "tot juni" ends in May or June, "tot 1 juni" in May, "t/m juni" in June."""
    earliest, latest = moment.range.earliest, moment.range.latest
    if moment.day is not None:
        if moment.day.day == 1:
            return MonthRange(earliest=earliest - 1, latest=latest - 1 if until else latest)
        return moment.range
    if until and moment.edge:
        return MonthRange(earliest=earliest - 1, latest=latest)
    return moment.range


def _hit(
    text: str,
    start: MonthRange | None,
    end: MonthRange | None,
    begin: int,
    stop: int,
    *,
    ongoing: bool = False,
    bare: bool = False,
) -> PeriodHit:
    return PeriodHit(start, end, ongoing, begin, stop, text[begin:stop], bare)


def _short_pair(text: str, first: Moment, following: Moment | None) -> PeriodHit | None:
    """Read "2019-21" and "2018/'19"; "2009-12" may be a month or two years, and is anything that both allow."""
    if first.precision == "year" and first.sure:
        match = _YEAR_PAIR.match(text, first.end)
        if match and not (following is not None and following.start < match.end() and following.sure):
            year = first.range.earliest // 12
            end = year - year % 100 + int(match[1])
            if year <= end <= year + 45:
                return PeriodHit(
                    first.range,
                    MonthRange(earliest=end * 12, latest=end * 12 + 11),
                    False,
                    first.start,
                    match.end(),
                    text[first.start : match.end()],
                )
    return None


def _partial_before(low: str, moment: Moment, taken: int) -> tuple[Partial, str] | None:
    """Find a moment without a year that is joined to `moment`: "mei t/m aug 2020"."""
    begin = max(taken, moment.start - 44)
    best: tuple[Partial, str] | None = None
    for match in PARTIAL.finditer(low, begin, moment.start):
        joint = _JOINT.match(low, match.end())
        if joint and joint.end() == moment.start:
            best = _partial(match), "until" if joint["until"] else "through"
    return best


def _partial(match: re.Match[str]) -> Partial:
    if match["month"]:
        month = MONTHS[match["month"].rstrip(".")] - 1
        day = re.match(r"\d+", match["day"] or "")
        return Partial(month, month, match.start(), match.end(), int(day[0]) if day else None)
    if match["quarter"]:
        quarter = int(match["quarter"][-1]) - 1
        return Partial(quarter * 3, quarter * 3 + 2, match.start(), match.end())
    first, last = PARTS[match["part"]]
    return Partial(first - 1, last - 1, match.start(), match.end())


def _from_partial(text: str, found: tuple[Partial, str], moment: Moment) -> PeriodHit | None:
    partial, joint = found
    if moment.precision == "year" or not moment.sure:
        return None
    year = moment.range.latest // 12 * 12
    if year + partial.first > moment.range.latest:
        year -= 12
    start = MonthRange(earliest=year + partial.first, latest=year + partial.last)
    end = _end(moment, until=joint == "until")
    if start.earliest > end.latest:
        return None
    return _hit(text, start, end, partial.start, moment.end)


def _single(text: str, low: str, moment: Moment) -> PeriodHit | None:
    before = window_before(low, moment.start)
    if _NOT_PERIOD.search(before) or _NOW_JOINT.search(before) or looks_like_postcode(text, moment):
        return None
    since = phrase_before(low, moment.start, _SINCE)
    if since is not None:
        return _hit(text, moment.range, None, since, moment.end, ongoing=True)
    until = _UNTIL_BEFORE.search(before)
    if until:
        end = _end(moment, until=until["until"] is not None)
        return _hit(text, None, end, moment.start - len(until[0]), moment.end)
    if not moment.sure:
        return None
    dangling = _OPEN_END.match(low, moment.end)
    if dangling:
        return _hit(text, moment.range, None, moment.start, moment.end + dangling[0].rindex("-") + 1)
    if moment.day is None and (_BARE_BEFORE.search(before) or _BARE_AFTER.match(low, moment.end)):
        return _hit(text, moment.range, moment.range, moment.start, moment.end, bare=True)
    return None


def _with_duration(text: str, hit: PeriodHit) -> PeriodHit:
    """Add the duration that stands right behind a period, in brackets or behind a dot or bar."""
    behind = re.match(r"\s{0,3}[(,:|\u2022-]\s{0,3}", text[hit.stop : hit.stop + 8])
    if behind is None:
        return hit
    at = hit.stop + behind.end()
    durations = find_durations(text[at : at + 60])
    if durations and durations[0].start == 0:
        return hit._replace(stated=durations[0].months)
    return hit
