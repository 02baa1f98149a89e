"""What a candidate commits to: devices, working on site, days and hours."""

import re
from datetime import date

from core.model.posting import Availability, Device, Hours, Onsite, Other, Requirement
from core.posting.req_data import Lazy, alternatives, count, cue, cues, words
from core.text.dates import find_dates, find_moments
from core.text.days import find_hour_spans, find_weekdays
from core.text.moments import MONTHS
from core.text.numbers import value_of
from core.text.source import plain

# --- devices ---

_DEVICES = {name: words("terms", f"device.{name}") for name in ("laptop", "tablet", "telefoon")}
_DEVICE = Lazy(lambda: "|".join(f"(?P<{name}>{alternatives(entries)})" for name, entries in _DEVICES.items()))
_BYOD = cues("terms", "device.byod")
_OWN = cues("terms", "device.own")
_OR = Lazy(lambda: rf",? ?\(?(?:{cue('terms', 'device.or')}) ?(?:(?:een|eigen|de|zelf|mobiele) ){{0,3}}")
_COMMA = re.compile(r", (?:een |eigen )*")
_NOT = Lazy(lambda: rf"{cue('terms', 'device.not')} (?:(?:een|eigen|de) )*$")
_AND_NOT = re.compile(r"(?:,| of| en|/) ?(?:(?:een|eigen) )*")
# What the buyer supplies is nothing to bring.
_PROVIDED = re.compile(
    r"(?:gemeente|opdrachtgever|organisatie|wij|we)(?: [\w-]+){0,3}? (?:stelt|stellen|verstrekt|verstrekken|levert|leveren|zorgt voor|zorgen voor)(?!\w)[^,;.]*"
    r"|[^,;.]{0,80}(?:wordt|worden) (?:door de (?:gemeente|opdrachtgever|organisatie) )?(?:verstrekt|beschikbaar gesteld|geleverd)"
)
UNNAMED_DEVICE = "eigen apparaat"


def read_device(text: str) -> tuple[Requirement, ...]:
    """Return the devices to bring: each item must be there, alternatives in one joined by " of "."""
    low = plain(text)
    if not _BYOD.search(low) and not _DEVICE.search(low):
        return ()
    low = _PROVIDED.sub(lambda match: " " * len(match[0]), low)
    byod = _BYOD.search(low)
    found = [(match.lastgroup or "", match.start(), match.end()) for match in _DEVICE.finditer(low)]
    if not byod and not (found and _OWN.search(low)):
        return ()
    items: list[list[str]] = []
    banned: list[str] = []
    for index, (name, start, end) in enumerate(found):
        gap = low[found[index - 1][2] : start] if index else ""
        if _NOT.search(low[max(0, start - 32) : start]) or (banned and index and _AND_NOT.fullmatch(gap)):
            banned.append(name)
        elif index and items and not banned and _OR.fullmatch(gap):
            if name not in items[-1]:
                items[-1].append(name)
        elif index and items and not banned and _COMMA.fullmatch(gap) and _followed_by_or(low, end, found[index + 1 :]):
            items[-1].append(name)
        elif not any(name in item for item in items):
            items.append([name])
    if not items and not byod:
        return ()
    named = tuple(" of ".join(item) for item in items) or (UNNAMED_DEVICE,)
    return (Device(items=named, not_allowed=tuple(dict.fromkeys(banned))),)


def _followed_by_or(low: str, end: int, rest: list[tuple[str, int, int]]) -> bool:
    return bool(rest) and _OR.fullmatch(low[end : rest[0][1]]) is not None


def joined_devices(devices: list[Device]) -> Device:
    """Return what several sentences about devices ask together."""
    items = list(dict.fromkeys(item for device in devices for item in device.items if item != UNNAMED_DEVICE))
    banned = tuple(dict.fromkeys(name for device in devices for name in device.not_allowed))
    return Device(items=tuple(items) or (UNNAMED_DEVICE,), not_allowed=banned)


# --- on site ---

_SITE = cues("terms", "onsite.place")
_SITE_NEVER = cues("terms", "onsite.never")
_DAYS = Lazy(
    lambda: (
        rf"(?P<n>{count()})(?: (?:tot|a|of|-|à) (?:{count()}))? (?:(?:werk|kantoor|vaste|hele|volledige) ?)?dag(?:en)?(?!\w)(?: (?:per|in de|p/|/) ?w(?:eek)?)?"
    )
)
_SHARE = re.compile(r"(?P<n>\d{1,3}) ?(?:%|procent)")
_HALF = cues("terms", "onsite.half")
_WHOLE = cues("terms", "onsite.whole")
_NAME = r"(?:Den |De |'s-|'t )?[A-Z][\w'-]*(?:(?: (?:aan|op|bij|den|de|het|der|ten|ter))* [A-Z][\w'-]+){0,3}"
_PLACE = Lazy(
    lambda: (
        rf"(?:(?:\b(?:in|te|gemeente|locatie)|locatie:|(?:stadhuis|gemeentehuis|stadskantoor|gemeentekantoor|raadhuis|kantoor)(?: van| in| te)?) (?:de gemeente |gemeente |stadhuis )?|\()(?P<place>{_NAME})"
    )
)
_REST_AT_HOME = re.compile(r"rest|overige")
_HOME = re.compile(
    r"[,;.]? ?(?:(?:de )?(?:rest|overige (?:dagen|tijd|uren))(?: \w+){0,3} thuis\w*|\(?thuiswerken is (?:helaas )?niet (?:mogelijk|toegestaan)|geen thuiswerk\w*(?: mogelijk)?|niet vanuit huis)\)?\.?$"
)
_SITE_PART = re.compile(
    r",? \(?(?:waarbij|waarvan|met|en daarvan)(?: (?:de|op|in ieder geval|minimaal|elke))* (?=[^,;.]{0,60}\b(?:ma|di|wo|do|vr|\w+dag)\b)"
)
_NO_PLACE = frozenset({"overleg", "nederland", "nederlands", "cv", "verband", "windows"})


def read_onsite(text: str) -> tuple[Requirement, ...]:
    """Return the work on site that is asked; with fixed days, these as a second part."""
    low = plain(text)
    part = _SITE_PART.search(low)
    if part and not _SITE.search(low, 0, part.start()) and (week := find_weekdays(text[: part.start()])):
        # "maandag t/m donderdag, waarbij dinsdag op locatie": the other days are worked, anywhere.
        behind = text[part.end() :]
        on_days = find_weekdays(f"op {behind}")
        fixed = tuple(one for one in read_onsite(behind) if isinstance(one, Onsite))
        if not fixed or not on_days or not set(on_days) <= set(week):
            return ()
        return (fixed[0].model_copy(update={"days_per_week": float(len(on_days))}), Availability(days=week))
    at_home = _HOME.search(low)
    no_home = at_home is not None and not _REST_AT_HOME.search(at_home[0])
    if at_home:
        text, low = text[: at_home.start()], low[: at_home.start()]
    if not _SITE.search(low) or _SITE_NEVER.search(low) or re.search(r"(?<!\w)(?:geen|niet|thuis)(?!\w)", low):
        return ()
    share = _SHARE.search(low)
    days = _DAYS.search(low)
    named = find_weekdays(text)
    days_per_week = value_of(days["n"]) if days else float(len(named)) if named else None
    percent = (
        float(share["n"])
        if share
        else 50.0
        if _HALF.search(low)
        else 100.0
        if (_WHOLE.search(low) or no_home) and not days
        else None
    )
    if days_per_week is not None and days_per_week > 7:
        return ()
    place = _PLACE.search(text)
    name = place["place"] if place and plain(place["place"]) not in _NO_PLACE else None
    onsite = Onsite(days_per_week=days_per_week, share=percent, place=name)
    if named and not (days and days_per_week != len(named)):
        times = (Other(text=text.strip(" .;")),) if _CLOCK.search(low) else ()
        return (onsite, Availability(days=named), *times)
    if named:
        return (onsite, Other(text=text))
    return (onsite,)


# --- availability ---

_AVAILABLE = cues("terms", "availability.cue")
_AVAILABLE_NEVER = cues("terms", "availability.never")
_DIRECT = cues("terms", "availability.direct")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?: ?(?:uur|u|-)|\b)|(?<!\d)\d{1,2} uur tot|van \d{1,2} tot \d{1,2} uur")
_PART_OF_MONTH = Lazy(
    lambda: rf"(?:medio|half|eind|halverwege|eerste helft|tweede helft|de loop van) {alternatives(MONTHS)}(?: \d{{4}})?"
)
_DAY_AND_MONTH = Lazy(
    lambda: (
        rf"(?<![\d.,/-])(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:e|ste)?|(?:per|vanaf|in|met ingang van|m\.i\.v\.|begin)) (?P<month>{alternatives(MONTHS)})(?!\w)"
    )
)
_UNTIL = re.compile(r"(?:tot|t/m|tot en met|einde|einddatum) (?:uiterlijk )?$")
_NOT_A_DAY = re.compile(r"(?<!\w)(?:niet|geen|behalve|m\.u\.v\.|met uitzondering)(?!\w)")


def read_availability(text: str, closing: date | None) -> tuple[Requirement, ...]:
    """Return the day, hours and days of the week that are asked; dates without a year follow `closing`."""
    low = plain(text)
    hours = find_hour_spans(text)
    if (
        _AVAILABLE_NEVER.search(low)
        or _NOT_A_DAY.search(low)
        or not (_AVAILABLE.search(low) or (hours and "week" in low))
    ):
        return ()
    if len(hours) > 1:
        return ()
    days = find_weekdays(text)
    clock = _CLOCK.search(low) is not None
    asked_hours = hours[0].hours if hours and not clock else None
    part = _PART_OF_MONTH.search(low)
    start, several = (None, False) if part else _start(text, low, closing)
    direct = part or (_DIRECT.search(low) if start is None else None)
    if start is None and asked_hours is None and not days and direct is None:
        return ()
    availability = Availability(
        from_=start,
        hours=_whole(asked_hours),
        days=days,
        start_text=low[direct.start() : direct.end()] if direct else None,
    )
    if clock or several:
        # Times of the day and an end date have no place in an availability: they are asked as they stand.
        return (availability, Other(text=text.strip(" .;")))
    return (availability,)


def _whole(hours: Hours | None) -> Hours | None:
    return Hours(min=hours.min, max=hours.max) if hours else None


def _start(text: str, low: str, closing: date | None) -> tuple[date | None, bool]:
    """Return the first date of `text` and whether there are more."""
    hits = find_dates(text)
    dates = [hit.date for hit in hits if not _UNTIL.search(low, 0, hit.start)]
    if hits:
        return (dates[0] if dates else None), len({hit.date for hit in hits}) > 1 or not dates
    months = [moment for moment in find_moments(text) if moment.precision == "month"]
    if months and not _UNTIL.search(low, 0, months[0].start):
        first = months[0].range.earliest
        return date(first // 12, first % 12 + 1, 1), len(months) > 1
    match = _DAY_AND_MONTH.search(low)
    if match is None or closing is None:
        return None, False
    for year in (closing.year, closing.year + 1):
        try:
            day = date(year, MONTHS[match["month"]], int(match["day"] or 1))
        except ValueError:
            continue
        if day >= closing:
            return day, False
    return None, False
