"""The values of header fields, each read in its own way from the text behind its label.

Each reader takes canonical text that begins where the value should, and returns the value with its place,
or None where the text isn't a value of that kind: then the "label" was a word of something else.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, NamedTuple

from core.model.posting import Extension, Hours
from core.posting.words import pattern, wordset
from core.text.dates import find_dates, find_moments, find_time
from core.text.days import find_day_groups, find_hour_spans, find_weekdays
from core.text.durations import find_durations
from core.text.money import find_amounts
from core.text.numbers import find_numbers
from core.text.source import fold, plain


class Hit(NamedTuple):
    """A value (of the field's own type) at `[start, end)` of the text that was read."""

    value: Any
    start: int
    end: int


class Moment(NamedTuple):
    """A day with the time behind it, where one is given."""

    day: date
    at: time | None


class Span(NamedTuple):
    """A duration: so many months, or the first and last day."""

    months: int | None = None
    first: date | None = None
    last: date | None = None


class Rate(NamedTuple):
    """What the header says of the rate: the highest amount, or that there is none."""

    amount: Decimal | None
    unlimited: bool


_NEAR = 32
"""How far into the text a value may begin: behind "uiterlijk", "vrijdag", "maximaal"."""


def read_reference(text: str) -> Hit | None:
    """Read a reference number: the first word, with a digit in it."""
    match = re.match(r"[:#]?\s?((?:[A-Za-z]{1,6}[ -])?[A-Za-z0-9][\w./-]{0,30})", text)
    if match is None or not any(char.isdigit() for char in match[1]):
        return None
    value = match[1].rstrip(".,-/")
    if " " in value and not re.fullmatch(r"[A-Z]{1,6} [\w./-]+", value):
        value = value.split(" ", 1)[0]
        if not any(char.isdigit() for char in value):
            return None
    return Hit(value, match.start(1), match.start(1) + len(value))


def read_moment(text: str) -> Hit | None:
    """Read a day with its time: `Moment`."""
    for hit in find_dates(text[:110]):
        if hit.start > _NEAR:
            return None
        return Hit(Moment(hit.date, hit.time), hit.start, hit.end)
    return None


def read_time(text: str) -> Hit | None:
    """Read a time of day."""
    head = text[:16]
    match = re.match(r"\D{0,8}(\d{1,2}(?:[:.]\d\d)?(?:\s?(?:uur|u|h)\b)?)", head)
    found = find_time(head)
    if match is None:
        return None
    if found is None and (hour := re.match(r"(\d{1,2})\s?(?:uur|u)\b", match[1])) and int(hour[1]) < 24:
        found = time(int(hour[1]))
    return Hit(found, match.start(1), match.end(1)) if found else None


def read_start(text: str) -> Hit | None:
    """Read a start: an ISO date where a day is given, else the words as printed."""
    low = plain(text[:110])
    soon = re.match(rf"(?:per |start |uiterlijk )?(?:{pattern('labels', 'values.soon').pattern})(?!\w)", low)
    if soon:
        end = soon.end()
        while end < len(text) and text[end : end + 1] == "." and "." in text[soon.start() : end]:
            end += 1
        return Hit(fold(text[:end]), 0, end)
    for hit in find_dates(text[:110]):
        if hit.start <= _NEAR:
            return Hit(hit.date.isoformat(), hit.start, hit.end)
        break
    moments = find_moments(text[:60])
    if moments and moments[0].start <= 16:
        return Hit(fold(text[: moments[0].end]), 0, moments[0].end)
    week = re.match(
        r"(?:vanaf |per |medio |begin |eind )?(?:week \d{1,2}|[1-9]\d? (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))(?: \d{4})?",
        low,
    )
    return Hit(fold(text[: week.end()]), 0, week.end()) if week else None


def read_duration(text: str) -> Hit | None:
    """Read a duration as `Span`: months ("6 - 8 maanden": the fewest), two days, or a last day."""
    head = text[:110]
    days = [hit for hit in find_dates(head) if hit.start <= 60]
    if days and days[0].start <= _NEAR:
        if len(days) > 1 and days[1].date > days[0].date:
            return Hit(Span(first=days[0].date, last=days[1].date), days[0].start, days[1].end)
        return Hit(Span(last=days[0].date), days[0].start, days[0].end)
    for found in find_durations(head):
        if found.start > _NEAR:
            break
        return Hit(Span(months=found.printed.low), found.start, found.end)
    bare = re.match(r"(\d{1,2})(?!\s?(?:x|maal|keer|uur|u\b|dagen|[.,/:-]?\d))(?=\s|$)", head)
    return Hit(Span(months=int(bare[1])), 0, bare.end()) if bare else None


_TIMES = re.compile(
    r"(?P<count>\d{1,2}|[a-z]{3,6})(?:\s?\((?P<digits>\d{1,2})\))?\s?(?:x|maal|keer|\*|\u00d7)\s?(?:-\s?)?(?:(?:een )?(?:periode|termijn) van\s)?(?:max(?:imaal|\.)?\s)?(?:met\s)?"
)
_POSSIBLE = re.compile(
    r"(?:ja\b|mogelijk|optioneel|optie\b|in overleg|nader|nog (?:niet|te)|onbekend|n\.?t\.?b|wel\b|aanwezig|yes)"
)
_NONE = re.compile(r"(?:mogelijk ?[:?]? )?(?:nee\b|geen\b|niet\b|n\.?v\.?t|no\b|-(?=\s|$))")


def read_extension(text: str) -> Hit | None:
    """Read the options to extend; the value None where there are none."""
    head = text[:110]
    low = plain(head)
    durations = find_durations(head)
    for match in _TIMES.finditer(low):
        if match.start() > _NEAR:
            break
        numbers = find_numbers(head[match.start() : match.end()])
        written = match["digits"] or match["count"]
        count = int(written) if written.isdigit() else int(numbers[0].value) if numbers else {"een": 1}.get(written)
        behind = next((d for d in durations if match.end() <= d.number_start <= match.end() + 10), None)
        if count is not None and behind is not None:
            return Hit(Extension(count=count, months=behind.printed.low), match.start(), behind.end)
    if _NONE.match(low):
        return Hit(None, 0, len(fold(head.split(",", 1)[0])))
    if durations and durations[0].start <= _NEAR:
        return Hit(Extension(count=1, months=durations[0].printed.low), durations[0].start, durations[0].end)
    possible = _POSSIBLE.match(low)
    return Hit(Extension(), 0, possible.end()) if possible else None


_BARE_HOURS = re.compile(
    r"(?:(?P<least>min(?:imaal|\.)?|minstens|vanaf)|(?P<most>max(?:imaal|\.)?|tot))?\s?(?:ca\.?\s|circa\s|gemiddeld\s)?(?P<one>\d{1,2}(?:[.,]5)?)"
    r"(?:\s?(?:uur)?\s?(?:-|/|tot|a|t/m|tot en met|of)\s?(?:max(?:imaal|\.)?\s)?(?P<two>\d{1,2}(?:[.,]5)?))?(?!\s?(?:dagen|dag|maanden|weken|[.,:/-]?\d))(?:\s?(?:uur|uren|u|per week))*"
)


def read_hours(text: str) -> Hit | None:
    """Read hours a week, with or without their unit ("32-36", "28 per week", a bare "36")."""
    head = text[:80]
    low = plain(head)
    bare = _BARE_HOURS.match(low)
    if bare:
        one = float(bare["one"].replace(",", "."))
        two = float(bare["two"].replace(",", ".")) if bare["two"] else one
        if 0 < one <= two <= 60:
            least, most = one, two
            if bare["two"] is None and bare["least"]:
                return Hit(Hours(min=least, max=None), 0, bare.end())
            if bare["two"] is None and bare["most"]:
                return Hit(Hours(min=None, max=most), 0, bare.end())
            return Hit(Hours(min=least, max=most), 0, bare.end())
    spans = find_hour_spans(head)
    if spans and spans[0].start <= _NEAR:
        return Hit(spans[0].hours, spans[0].start, spans[0].end)
    return None


_LEVEL = re.compile(
    r"(?:minimaal |min\.? )?(?P<level>(?:post-?)?(?:vmbo|mbo|hbo|wo|havo|vwo|lbo|mavo|universitair|academisch|bachelor|master)\b(?:[ -]?(?:niveau )?[1-4]\b(?!\s?(?:jaar|x)))?(?:[ -]?\+)?"
    r"(?:\s?(?:/|-|en|of)\s?(?:vmbo|mbo|hbo|wo|master|bachelor)\b(?:[ -]?[1-4]\b)?\+?)?)"
)


def read_level(text: str) -> Hit | None:
    """Read a level of education as printed ("MBO+")."""
    match = _LEVEL.match(plain(text[:60]))
    return (
        Hit(fold(text[match.start("level") : match.end("level")]), match.start("level"), match.end("level"))
        if match
        else None
    )


_NAME = re.compile(
    r"[A-Z'][\w'.-]*(?:[ /,&]{1,3}(?:(?:en|de|den|der|het|aan|op|van|in|bij|'t|te|ter|ten|a/d|o/d)\s)*[A-Z(][\w'.()-]*){0,5}"
)


def read_region(text: str) -> Hit | None:
    """Read a province, else a place as printed."""
    low = plain(text[:40])
    for name in sorted(wordset("labels", "values.provinces"), key=len, reverse=True):
        if low.startswith(name) and not low[len(name) : len(name) + 1].isalnum():
            return Hit(fold(text[: len(name)]), 0, len(name))
    return read_name(text)


def read_name(text: str) -> Hit | None:
    """Read a name: words with capitals."""
    match = _NAME.match(text[:80])
    if match is None:
        return None
    value = match[0].rstrip(" .,(")
    return Hit(value, 0, len(value)) if len(value) > 1 else None


def read_client(text: str) -> Hit | None:
    """Read an organisation; a sentence about it is none."""
    line = text.strip()
    if (
        not line
        or not (line[0].isupper() or line[0].isdigit())
        or len(line) > 80
        or line.endswith(".")
        or len(line.split()) > 9
    ):
        return None
    return Hit(line, 0, len(line))


def read_title(text: str) -> Hit | None:
    """Read the title of a role: a short line that is no sentence."""
    line = text.strip()
    if not line or len(line) > 110 or line.endswith((".", ";", ":")) or len(line.split()) > 14 or not line[0].isalnum():
        return None
    return Hit(line, 0, len(line))


_YES = re.compile(r"(?:ja|yes|wel|mogelijk|deels|gedeeltelijk)\b")
_NO = re.compile(r"(?:nee|neen|no|niet|geen|onmogelijk)\b")


def read_yes_no(text: str) -> Hit | None:
    """Read yes or no."""
    low = plain(text[:40])
    for answer, known in ((True, _YES), (False, _NO)):
        match = known.match(low)
        if match:
            return Hit(answer, 0, match.end())
    return None


_SCALE = re.compile(
    r"(?:functie|salaris)?(?:schaal\s)?(\d{1,2}[a-z]?(?:\s?(?:-|/|tot|of|en|t/m)\s?\d{1,2}[a-z]?)?)(?![\w:]|[.,]\d)",
    re.IGNORECASE,
)


def read_scale(text: str) -> Hit | None:
    """Read a salary scale as printed: "9", "10a", "10-11"."""
    match = _SCALE.match(text)
    return Hit(match[1], match.start(1), match.end(1)) if match else None


def read_count(text: str) -> Hit | None:
    """Read how many."""
    head = text[:20]
    for number in find_numbers(head):
        if number.start <= 4 and number.value == int(number.value) and 0 < number.value < 100:
            return Hit(int(number.value), number.start, number.end)
        break
    word = re.match(r"een\b", plain(head))
    return Hit(1, 0, word.end()) if word else None


def read_rate(text: str) -> Hit | None:
    """Read a rate: the highest amount, or "geen maximum"."""
    head = text[:80]
    low = plain(head)
    unlimited = re.match(
        r"(?:geen (?:maximum|max\b|plafond|maximaal)[a-z]*|marktconform|n\.?v\.?t\b|nader te bepalen|in overleg|onbekend)",
        low,
    )
    if unlimited:
        return Hit(Rate(None, "geen" in unlimited[0]), 0, unlimited.end())
    amounts = [amount for amount in find_amounts("tarief " + head) if amount.per in (None, "hour")]
    if not amounts or amounts[0].start - 7 > _NEAR:
        return None
    last = amounts[0]
    for amount in amounts[1:]:
        if amount.start - last.end > 6:
            break
        last = amount
    return Hit(
        Rate(max(a.value for a in amounts if a.start <= last.start), False), max(0, amounts[0].start - 7), last.end - 7
    )


_NOT_THESE = re.compile(
    r"(?:\b(?:niet|geen|behalve|uitgezonderd|vrije dag(?:en)?|m\.?u\.?v\.?|bij voorkeur niet)(?: (?:op|de|is|van))?:? ?)$"
)
_MAYBE = re.compile(r"\W{0,3}(?:is (?:een )?|in |eventueel |naar )?(?:overleg|optioneel|vrije dag|vrij\b|keuze)")


def read_days(text: str) -> Hit | None:
    """Read working days; "in overleg" is none."""
    head = text[:110]
    low = plain(head)
    open_ = re.match(
        r"(?:nader )?(?:in (?:nader )?overleg|nader te bepalen|flexibel|n\.?t\.?b|onbekend|in afstemming|variabel)", low
    )
    if open_:
        return Hit((), 0, open_.end())
    groups = [
        group
        for group in find_day_groups(head)
        if not _NOT_THESE.search(low[: group.start]) and not _MAYBE.match(low[group.end :])
    ]
    named = {day for group in groups for day in group.days}
    days = tuple(day for day in find_weekdays(head) if day in named)
    return Hit(days, 0, groups[-1].end) if days else None


READERS: Mapping[str, Callable[[str], Hit | None]] = {
    "reference": read_reference,
    "closing": read_moment,
    "closing_time": read_time,
    "clock": read_time,
    "questions": read_moment,
    "answers": read_moment,
    "start": read_start,
    "end": read_duration,
    "duration": read_duration,
    "extension": read_extension,
    "hours": read_hours,
    "level": read_level,
    "region": read_region,
    "place": read_name,
    "das": read_yes_no,
    "scale": read_scale,
    "positions": read_count,
    "rate": read_rate,
    "client": read_client,
    "title": read_title,
    "hybrid": read_yes_no,
    "workdays": read_days,
    "interview": read_moment,
}

LINE_FIELDS = frozenset({"client", "title", "region", "place", "workdays", "hybrid"})
"""Fields whose value ends with its line; the others read on over a line break (it may be a wrap)."""
