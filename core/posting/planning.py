"""The dates of the procedure: closing, questions, answers, interviews (P7, P8).

The header's date is the closing date; a sentence may give the same, or another one. What a date in the
text is for is told by the words of its own sentence (`data/planning.toml`).
"""

import re
from datetime import date, time
from typing import NamedTuple

from core.model.posting import Interview
from core.posting.header import Field
from core.posting.layout import Flow, sentence_at
from core.posting.values import Moment
from core.posting.words import near, pattern, table, wordlist
from core.text.dates import DateHit, find_dates, find_moments, iso_datetime


class Planned(NamedTuple):
    """A moment of the procedure at `[start, end)` of the flow."""

    moment: Moment
    start: int
    end: int

    @property
    def iso(self) -> str:
        """Return the moment as ISO 8601."""
        return iso_datetime(self.moment.day, self.moment.at)


class Meeting(NamedTuple):
    """A day for interviews at `[start, end)` of the flow."""

    interview: Interview
    start: int
    end: int


class Planning(NamedTuple):
    """The dates of the procedure; `others`: closing moments that differ from `closing` (P7)."""

    closing: Planned | None = None
    others: tuple[Planned, ...] = ()
    questions: Planned | None = None
    answers: Planned | None = None
    meetings: tuple[Meeting, ...] = ()


_REACH = 220


def read_planning(flow: Flow, header: dict[str, Field]) -> Planning:
    """Return the dates of the procedure from the header and the text."""
    told = _told(flow, header)
    closing, others = _closing(header, told["closing"])
    questions = _from_header(header, "questions") or next(iter(told["questions"]), None)
    answers = _from_header(header, "answers") or next(iter(told["answers"]), None)
    meetings = _meetings(flow, told["interview"])
    if not meetings and (planned := _from_header(header, "interview")):
        meetings = _meetings(flow, [planned])
    return Planning(closing, others, questions, answers, meetings)


def _from_header(header: dict[str, Field], name: str) -> Planned | None:
    field = header.get(name)
    return Planned(field.value, field.start, field.end) if field else None


def _told(flow: Flow, header: dict[str, Field]) -> dict[str, list[Planned]]:
    """Return the dates of the text by what they are for; dates of the header table are left out."""
    told: dict[str, list[Planned]] = {kind: [] for kind in ("closing", "questions", "answers", "interview", "notice")}
    taken = [(field.start, field.end) for field in header.values()]
    hits = [hit for hit in _all_dates(flow) if not any(start <= hit.start < end for start, end in taken)]
    previous: tuple[int, str] | None = None
    for hit in hits:
        begin, end = _sentence(flow, hit)
        kind = _kind(flow.low[begin : hit.start], flow.low[hit.end : end])
        if kind is None and previous is not None and previous[0] == begin:
            kind = previous[1]
        if kind is None:
            continue
        previous = (begin, kind)
        told[kind].append(Planned(Moment(hit.date, hit.time), hit.start, hit.end))
    return told


def _all_dates(flow: Flow) -> list[DateHit]:
    """Return every date of the text; a day without its year gets that of the nearest date."""
    dated = list(find_dates(flow.prose))
    if not dated:
        return []
    found = list(dated)
    for match in near(_yearless(), flow.low, wordlist("planning", "months"), 40):
        if any(hit.start < match.end() and match.start() < hit.end for hit in dated):
            continue
        nearest = min(dated, key=lambda hit: abs(hit.start - match.start()))
        written = f"{match['day']} {match['month']} {nearest.date.year}"
        moments = find_moments(written)
        if not moments or moments[0].day is None:
            continue
        day = moments[0].day
        if (nearest.date - day).days > 180:
            day = day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day
        found.append(DateHit(day, None, match.start(), match.end()))
    return sorted(found, key=lambda hit: hit.start)


def _yearless() -> re.Pattern[str]:
    return pattern("planning", "yearless")


def _sentence(flow: Flow, hit: DateHit) -> tuple[int, int]:
    # "09.00 uur." takes its mark along.
    behind = hit.end - 1 if flow.prose[hit.end - 1] == "." else hit.end
    begin, end = sentence_at(flow, hit.start, behind)
    line = flow.lines[flow.line_at(hit.start)]
    if line.start < begin and flow.prose[line.start : begin].rstrip().endswith(":"):
        begin = line.start  # "Gesprekken: maandag 7 september" says of its own line what it is for
    return max(begin, hit.start - _REACH), max(hit.end, min(end, hit.end + _REACH))


def _kind(before: str, behind: str) -> str | None:
    kinds = table("planning")
    for kind in wordlist("planning", "order"):
        if kind in kinds["before"] and pattern("planning", f"before.{kind}").search(before):
            return kind
        if kind in kinds["behind"] and pattern("planning", f"behind.{kind}").search(behind):
            return kind
    return None


def _closing(header: dict[str, Field], told: list[Planned]) -> tuple[Planned | None, tuple[Planned, ...]]:
    """Return the closing moment and those that differ from it; the header's governs (P7)."""
    closing = _from_header(header, "closing")
    clock = header.get("closing_time") or _clock_below(header)
    if closing is not None and closing.moment.at is None and clock is not None:
        closing = closing._replace(moment=Moment(closing.moment.day, clock.value))
    if closing is None:
        if not told:
            return None, ()
        closing, told = told[0], told[1:]
    if closing.moment.at is None:
        same_day = next((one.moment.at for one in told if one.moment.day == closing.moment.day and one.moment.at), None)
        closing = closing._replace(moment=Moment(closing.moment.day, same_day))
    return closing, tuple(one for one in told if _differs(closing.moment, one.moment))


def _clock_below(header: dict[str, Field]) -> Field | None:
    """Return "Tijd: 09.00 uur" where it stands right below the closing date."""
    closing, clock = header.get("closing"), header.get("clock")
    beside = closing is not None and clock is not None and 0 <= clock.label - closing.end <= _BESIDE
    return clock if beside else None


_BESIDE = 12


def _differs(one: Moment, other: Moment) -> bool:
    return one.day != other.day or (one.at is not None and other.at is not None and one.at != other.at)


_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?\s?(?:uur|u\b|h\b)?"
_TIMES = re.compile(
    rf"[\s,(]{{0,3}}(?:(?:tussen|van|vanaf|om|from)\s(?:ca\.?\s)?)?{_CLOCK}\s?(?:tot(?:\sen\smet)?|t/m|en|-|to)\s?{_CLOCK}"
)
_CLOCK_NEAR = re.compile(r"(?:uur|u\b|h\b|[:.]\d\d)")


def _meetings(flow: Flow, told: list[Planned]) -> tuple[Meeting, ...]:
    """Return the days for interviews; days named together share the times behind the last."""
    found: list[Meeting] = []
    shared: tuple[str | None, str | None] = (None, None)
    following_start = -1
    for planned in reversed(told):
        own = _times(flow, planned)
        if own == (None, None) and 0 <= following_start - planned.end <= 12:
            own = shared
        shared, following_start = own, planned.start
        found.append(
            Meeting(Interview(date=planned.moment.day.isoformat(), from_=own[0], to=own[1]), planned.start, planned.end)
        )
    unique: dict[str, Meeting] = {}
    for meeting in sorted(found, key=lambda one: one.start):
        unique.setdefault(meeting.interview.date, meeting)
    return tuple(unique.values())


def _times(flow: Flow, planned: Planned) -> tuple[str | None, str | None]:
    # The date may have taken its first time along: "2 juli 2026, tussen 12:00 uur".
    written = flow.low[planned.start : planned.end + 60]
    year = re.search(r"(?:19|20)\d\d(?!\d)", written)
    at = planned.start + year.end() if year else planned.end
    match = _TIMES.match(flow.low, at)
    if match and _CLOCK_NEAR.search(match[0]):
        first, last = _time(match[1], match[2]), _time(match[3], match[4])
        if first and last:
            return first.isoformat("minutes"), last.isoformat("minutes")
    return (planned.moment.at.isoformat("minutes"), None) if planned.moment.at else (None, None)


def _time(hours: str, minutes: str | None) -> time | None:
    hour, minute = int(hours), int(minutes or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_of(iso: str) -> date:
    """Return the day of an ISO 8601 moment."""
    return date.fromisoformat(iso[:10])
