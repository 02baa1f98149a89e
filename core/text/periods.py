"""Periods of work as CVs write them (C2): "sept. 2019 – heden", "01-2018 t/m 06-2021", "'16-'19", "sinds 2019".

A period is a moment, a joint and a moment; or one moment with a word before it. Each end is a range of
months: what the writer may have meant, never more precise than what stands there.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from core.model.base import MonthRange, Months
from core.text.durations import find_durations
from core.text.moments import PARTIAL, WEEKDAY, Moment, Partial, read_partial, runs_on, short_year, stands_apart
from core.text.source import plain
from core.text.spans import Span, find_spans
from core.text.vocabulary import one_of, phrase_before, vocabulary, window_before

Joint = Literal["through", "sign", "until"]
"""How two moments are joined: both count ("t/m"), by a mere sign ("-"), or the second is the limit ("tot")."""


class PeriodHit(NamedTuple):
    """A period at `[begin, stop)` (a word as "sinds" included). An end that isn't said is None; `ongoing`: up to today.

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
_SINCE = frozenset(_WORDS["since"])
_BETWEEN = frozenset(_WORDS["between"])
_FILL = rf"(?:{one_of(_WORDS['fill'])}\s{{1,3}}|{WEEKDAY})?"
# A dash that opens a line is a bullet; one that ends a line is not.
# In a table start and end may have a column each: "| 02-2023 | 01-2025 |".
_SIGN = r"(?:[ )]{0,4}(?:-{1,2}>?|[–—→~]|>{1,2})|[ \t]{0,12}[|\t])"
_THROUGH = rf"(?:{_SIGN}|[\s),;|]{{0,4}}{one_of(_WORDS['through'])}:?)"
_UNTIL = rf"[\s),;|]{{0,4}}{one_of(_WORDS['until'])}:?"
_AND = r"\s{1,3}(?:en|and)\b"
_JOINT = re.compile(
    rf"(?:(?P<sign>{_SIGN})|(?P<through>{_THROUGH})|(?P<until>{_UNTIL})|(?P<and>{_AND}))[\s(]{{0,4}}{_FILL}"
)
_TO_NOW = re.compile(
    rf"(?:{_THROUGH}|\s{{1,3}}[-–]\s|{_UNTIL})[\s(]{{0,4}}(?:{_UNTIL}[\s(]{{1,3}})?{_ONGOING}| {{1,4}}(?:heden|present)(?!\w)"
)
_FROM_NOW = re.compile(rf"{_ONGOING}(?:{_THROUGH}|{_UNTIL})\s{{0,3}}$")
_LONE_NOW = re.compile(rf"{one_of(_WORDS['to_now'])}\s{{1,3}}(?:aan\s)?{_ONGOING}")
_TO_BEFORE = re.compile(
    rf"(?:(?P<through>{one_of(_WORDS['through'])})|(?P<until>{one_of(_WORDS['until'])}))\s{{1,3}}{_FILL}$"
)
_OTHER_THAN_WORK = re.compile(one_of(_DATA["not_period"]["before"]) + r"[^.,;\n]{0,16}$")
_TO_BEGIN = frozenset(_DATA["not_period"]["before_since"])
_EDGE_BEFORE = re.compile(r"(?:^|[\n(\[]|[.;|]\s)[\s\u2022*>-]{0,8}(?:in\s{1,3})?$")
_EDGE_AFTER = re.compile(r"\s{0,3}(?:$|[\n)\]|]|[.;](?:\s|$))")
# "'22: jurist gemeente Ede", "jurist gemeente Ede ('22)"
_YEAR_ALONE = re.compile(r"(?:^|\n)'\d\d:?\s|\('\d\d\)")
_DANGLING = re.compile(r"\s{0,3}[-–](?=\s{0,3}(?:$|\n|\)|\.\.\.|\?))")
_TWO_DIGITS = re.compile(r"\s?-\s?'?(\d\d)(?![\w%]|[-/.,:]\d|\s?%)")
_MONTH_OR_YEARS = re.compile(r"(\d\d)(\d\d)[-/](\d\d)")
_BEHIND = re.compile(r"\s{0,3}[(,:|\u2022-]\s{0,3}")


def find_periods(text: str) -> tuple[PeriodHit, ...]:
    """Return the periods in canonical `text`, in order; never one that starts after its end."""
    low = plain(text)
    hits = [_with_duration(text, hit) for hit in _Scan(text, low).hits()]
    stops = {hit.stop for hit in hits}
    for match in _LONE_NOW.finditer(low):
        if match.end() not in stops:
            hits.append(_hit(text, None, None, match.start(), match.end(), ongoing=True))
    return tuple(sorted(hits, key=lambda hit: hit.begin))


class _Scan(NamedTuple):
    """One pass over a text: each moment is the start of a pair, or stands alone."""

    text: str
    low: str

    def hits(self) -> Iterator[PeriodHit]:
        taken = 0
        joined = False
        for span, following in pairwise([*find_spans(self.text, self.low), None]):
            if span is None or joined:
                joined = False
                continue
            joint = self.joint(span.moment, following.moment) if following else None
            if following is not None and joint:
                joined = True
                taken, hit = following.moment.end, self.pair(span.moment, following.moment, joint)
            else:
                hit = self.to_now(span.moment) or self.years(span.moment) or self.alone(span, taken)
                taken = hit.stop if hit else span.moment.end
            if hit is not None and not _OTHER_THAN_WORK.search(window_before(self.low, hit.begin)):
                yield hit

    def joint(self, first: Moment, following: Moment) -> Joint | None:
        """Return how two moments are joined, None where they aren't."""
        if not (first.sure or following.sure or _is_year(first) or _is_year(following)):
            return None
        match = _JOINT.match(self.low, first.end, following.start)
        if match is None or match.end() != following.start or not stands_apart(self.text, first):
            return None
        if runs_on(self.text, following):
            return None
        if match["and"]:
            return "through" if phrase_before(self.low, first.start, _BETWEEN) is not None else None
        return _joint(match)

    def pair(self, first: Moment, following: Moment, joint: Joint) -> PeriodHit | None:
        end = _end(following, joint)
        if first.range.earliest > end.latest or (first.day and following.day and first.day > following.day):
            return None
        now = _TO_NOW.match(self.low, following.end)
        if now is not None:  # "2015 - 2017 - heden": one of the two is something else
            return _hit(self.text, first.range, None, first.start, now.end())
        return _hit(self.text, first.range, end, first.start, following.end)

    def to_now(self, moment: Moment) -> PeriodHit | None:
        match = _TO_NOW.match(self.low, moment.end)
        if match is None or not (moment.sure or _is_year(moment)) or not stands_apart(self.text, moment):
            return None
        return _hit(self.text, moment.range, None, moment.start, match.end(), ongoing=True)

    def years(self, moment: Moment) -> PeriodHit | None:
        """Read "2019-21"; "2009-12" may be a month or four years, and is anything that both allow."""
        either = _MONTH_OR_YEARS.fullmatch(self.text, moment.start, moment.end)
        if either and moment.precision == "month" and either[2] < either[3]:
            start, last = moment.range.earliest // 12 * 12, int(either[1] + either[3]) * 12
            end = MonthRange(earliest=start, latest=last + 11)
            return _hit(self.text, _year(start), end, moment.start, moment.end)
        if moment.precision != "year" or not moment.sure or not stands_apart(self.text, moment):
            return None
        match = _TWO_DIGITS.match(self.text, moment.end)
        last = short_year(match[1]) * 12 if match else 0
        if match is None or not moment.range.earliest < last <= moment.range.earliest + 45 * 12:
            return None
        return _hit(self.text, moment.range, _year(last), moment.start, match.end())

    def alone(self, span: Span, taken: int) -> PeriodHit | None:
        """Read what no other moment follows: its start may lack the year ("mei t/m aug 2020"), or a word precedes it."""
        moment = span.moment
        if not stands_apart(self.text, moment) or runs_on(self.text, moment):
            return None
        partial = self.partial_before(moment, taken) if moment.sure else None
        if partial is not None:
            return self.from_partial(*partial, moment)
        before = window_before(self.low, moment.start)
        since = phrase_before(self.low, moment.start, _SINCE)
        if since is not None:
            if phrase_before(self.low, since, _TO_BEGIN) is not None:
                return None
            return _hit(self.text, moment.range, None, since, moment.end, ongoing=True)
        to = _TO_BEFORE.search(before)
        if to is not None:
            return _hit(
                self.text,
                None,
                _end(moment, "until" if to["until"] else "through"),
                moment.start - len(to[0]),
                moment.end,
            )
        if not moment.sure and _YEAR_ALONE.match(self.low, max(0, moment.start - 1)):
            return self.bare(moment, before)
        if not moment.sure or _FROM_NOW.search(before):
            return None
        if span.halves is not None:
            return self.pair(*span.halves, "sign")
        return self.open_end(moment) or self.bare(moment, before)

    def partial_before(self, moment: Moment, taken: int) -> tuple[Partial, Joint] | None:
        """Find the moment without a year that is joined to `moment`, and how."""
        found: tuple[Partial, Joint] | None = None
        for match in PARTIAL.finditer(self.low, max(taken, moment.start - 48), moment.start):
            joint = _JOINT.match(self.low, match.end(), moment.start)
            if joint and joint.end() == moment.start and not joint["and"]:
                found = read_partial(match), _joint(joint)
        return found

    def from_partial(self, partial: Partial, joint: Joint, moment: Moment) -> PeriodHit | None:
        if moment.precision == "year":
            return None
        year = moment.range.latest // 12 * 12
        if year + partial.first > moment.range.latest:
            year -= 12
        start, end = MonthRange(earliest=year + partial.first, latest=year + partial.last), _end(moment, joint)
        return _hit(self.text, start, end, partial.start, moment.end) if start.earliest <= end.latest else None

    def open_end(self, moment: Moment) -> PeriodHit | None:
        """Read a start whose end isn't legible: "05/2019 -", "mei 2019 t/m aug". Neither ongoing nor ended."""
        dangling = _DANGLING.match(self.low, moment.end)
        if dangling is not None:
            return _hit(self.text, moment.range, None, moment.start, dangling.end())
        joint = _JOINT.match(self.low, moment.end)
        partial = PARTIAL.match(self.low, joint.end()) if joint and not joint["and"] else None
        return _hit(self.text, moment.range, None, moment.start, partial.end()) if partial else None

    def bare(self, moment: Moment, before: str) -> PeriodHit | None:
        if moment.day is not None or not (_EDGE_BEFORE.search(before) or _EDGE_AFTER.match(self.low, moment.end)):
            return None
        return _hit(self.text, moment.range, moment.range, moment.start, moment.end, bare=True)


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


def _year(first: int) -> MonthRange:
    return MonthRange(earliest=first, latest=first + 11)


def _is_year(moment: Moment) -> bool:
    """Tell whether the two digits of an unsure moment can only be a year: no day of a month, no month."""
    return moment.precision == "year" or moment.range.earliest // 12 > 2012


def _joint(match: re.Match[str]) -> Joint:
    return "until" if match["until"] else "sign" if match["sign"] else "through"


def _end(moment: Moment, joint: Joint) -> MonthRange:
    """Return the month that counts as the last: "tot juni" is May or June, "tot 1 juni" May, "t/m juni" June.

    Of "1 mei 2019 - 1 juni 2021" both May and June may be meant. "tot 2021" is any month of 2021, as C2 has it.
    """
    earliest, latest = moment.range.earliest, moment.range.latest
    if moment.day is None:
        stops_before = joint == "until" and moment.edge and moment.precision != "year"
        return MonthRange(earliest=earliest - stops_before, latest=latest)
    if moment.day.day > 1 or joint == "through":
        return moment.range
    return MonthRange(earliest=earliest - 1, latest=latest - (joint == "until"))


def _with_duration(text: str, hit: PeriodHit) -> PeriodHit:
    """Add the duration that stands right behind a period, in brackets or behind a comma, dot or bar."""
    behind = _BEHIND.match(text, hit.stop)
    if behind is None:
        return hit
    durations = find_durations(text[behind.end() : behind.end() + 60])
    return hit._replace(stated=durations[0].months) if durations and durations[0].start == 0 else hit
