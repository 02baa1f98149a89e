"""Under which terms someone can be had: contract form, rate, hours, start, days, place (C10).

Only what stands outside the jobs counts: "gedetacheerd via X" and "32 uur" in a job's heading tell of that
job. Where two contract forms are named, or a start has no year, nothing is concluded.
"""

import re
from functools import cache
from typing import NamedTuple, cast

from core.candidate.cues import alternatives, any_of, compiled, entry
from core.candidate.drafts import WORK
from core.candidate.items import Unit
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.candidate.rates import read_rate
from core.candidate.workdays import read_days
from core.model.base import Evidence
from core.model.candidate import Rate, Willingness
from core.model.posting import ContractForm, Hours, Weekday
from core.text.dates import find_dates
from core.text.moments import MONTHS


class Terms(NamedTuple):
    """The terms, each with its evidence under the name of its field."""

    contract_form: ContractForm | None
    rate: Rate
    hours: Hours | None
    available_from: str | None
    start: Willingness | None
    days: tuple[Weekday, ...]
    not_days: tuple[Weekday, ...]
    place: str | None
    evidence: dict[str, Evidence]


def read_terms(page: Page, known: Marks, units: tuple[Unit, ...]) -> Terms:
    """Return the terms; `units` are those that stand outside the jobs."""
    evidence: dict[str, Evidence] = {}
    form, where = _contract(page, units)
    _note(evidence, "contract_form", page, where)
    hours, where = _hours(page, known, units)
    _note(evidence, "hours", page, where)
    available, start, where = _start(page, units)
    _note(evidence, "available_from", page, where if available else None)
    days, not_days, places = read_days(page, [unit for unit in units if unit.section not in _OTHER])
    _note(evidence, "days", page, places[0])
    _note(evidence, "not_days", page, places[1])
    place, where = _place(page, known, units)
    _note(evidence, "place", page, where)
    rate, rate_places = read_rate(page, units)
    for name, spot in rate_places.items():
        _note(evidence, f"rate.{name}", page, spot)
    return Terms(form, rate, hours, available, start, days, not_days, place, evidence)


Where = tuple[int, int] | None
_OTHER = frozenset({"education", "courses", "references", "leisure"})


def _note(evidence: dict[str, Evidence], name: str, page: Page, where: Where) -> None:
    if where is not None:
        evidence[name] = page.source.evidence(*where)


@cache
def _forms() -> dict[ContractForm, re.Pattern[str]]:
    return {
        cast(ContractForm, form): re.compile(alternatives(listed)) for form, listed in entry("terms.contract").items()
    }


def _contract(page: Page, units: tuple[Unit, ...]) -> tuple[ContractForm | None, Where]:
    """Return the one form that is offered; None where several are, or it is only wished for."""
    found: dict[ContractForm, tuple[int, int]] = {}
    for unit in units:
        taken: list[tuple[int, int]] = []
        for form in ("eigen_bv", "zzp", "detachering", "uitzend", "doorleen", "loondienst"):
            for match in _forms()[form].finditer(page.low, unit.start, unit.end):
                if any(a < match.end() and match.start() < b for a, b in taken):
                    continue
                taken.append(match.span())
                if compiled("terms.not_offered.tentative").match(page.low, match.end(), unit.end):
                    return None, None
                if _is_offered(page, unit, *match.span()):
                    found.setdefault(form, match.span())
    if "eigen_bv" in found and "zzp" in found:
        del found["zzp"]
    if found.keys() == {"loondienst", "detachering"} and _is_lent(page, found["loondienst"], found["detachering"]):
        del found["loondienst"]
    if len(found) != 1:
        return None, None
    return next(iter(found.items()))


def _is_lent(page: Page, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether who is employed is lent out: "loondienst via bureau, wordt gedetacheerd", not "loondienst of detachering"."""
    between = page.low[min(one[1], other[1]) : max(one[0], other[0])]
    return "\n" not in between and re.search(r"\bof\b|/", between) is None


def _is_offered(page: Page, unit: Unit, start: int, end: int) -> bool:
    meant = polarity(page.flow, start, end)
    if meant == "negated" or unit.section in _OTHER:
        return False
    before = page.low[max(unit.start, start - 40) : start]
    if _is_over(page, unit, start, end) or compiled("terms.not_offered.behind").match(page.low, end, unit.end):
        return False
    if any(m.end() == len(before) for m in _not_offered().finditer(before)):
        return False
    return not re.search(
        r"\b(?:voorheen|eerder|ervaring (?:als|met)|was|werkte|sinds|jaar(?: als)?|tot)\s+(?:\w+\s+){0,2}$", before
    )


@cache
def _not_offered() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of('terms.not_offered.before')}[\s-]+(?:(?:een|de|als|het|tot|aan|met|over|om|voor|diverse)\s+){{0,2}}"
    )


def _is_over(page: Page, unit: Unit, start: int, end: int) -> bool:
    """Whether a form is that of a time that has passed: "zzp'er tot 2023", "in 2015-2018 als zzp'er gewerkt"."""
    begin = max(unit.start, page.low.rfind(",", unit.start, start) + 1)
    comma = page.low.find(",", end, unit.end)
    return any(not p.ongoing and not p.bare for p in page.periods_in(begin, comma if comma >= 0 else unit.end))


def _hours(page: Page, known: Marks, units: tuple[Unit, ...]) -> tuple[Hours | None, Where]:
    for unit in units:
        # "fulltime (36 uur)": a printed number says more.
        for hit in sorted(within(known.hours, unit.start, unit.end), key=lambda hit: hit.hours.min != hit.hours.max):
            if polarity(page.flow, hit.start, hit.end) == "negated" or unit.section in _OTHER:
                continue
            if unit.section in WORK and not _OFFERS.search(page.low, unit.start, unit.end):
                # "KCC-medewerker, gemeente Ede · Fulltime": the hours of that job.
                continue
            return hit.hours, (hit.start, hit.end)
    for unit in units:
        match = _HOURS_LABEL.match(page.low, unit.start, unit.end) or _HOURS_FOR.search(page.low, unit.start, unit.end)
        if match and unit.section not in _OTHER:
            low, high = float(match["low"]), float(match["high"] or match["low"])
            if 8 <= low <= high <= 48:
                return Hours(min=low, max=high), (unit.start, unit.end)
    return None, None


_OFFERS = re.compile(r"\b(?:beschikba\w+|inzetba\w+|per direct|zzp|tarief|available|zoekt?|wil)\b")
# "voor 12 uur" is a time of day as well: only behind a word for work.
_HOURS_FOR = re.compile(
    r"\b(?:opdracht|klus|baan|beschikbaar|inzetbaar|inzet)\b[^.;\n]{0,36}?\s(?:van|voor)\s+(?P<low>\d{2})(?:\s*(?:-|tot|a|t/m)\s*(?P<high>\d{2}))?\s?(?:uur|u)\b"
)
_HOURS_LABEL = re.compile(
    r"(?:aantal uur|aantal uren|uren|uren per week|beschikbare uren|omvang|inzet|uren p\.?/?w\.?)(?:\s+per week)?\s*:\s*(?P<low>\d{1,2})(?:\s*(?:-|tot|a|t/m)\s*(?P<high>\d{1,2}))?(?!\S)"
)


@cache
def _now() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('terms.start.not_now')})|(?P<now>{any_of('terms.start.now')})")


_DAY_AND_MONTH = r"(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])\b(?![/.-]?\d|\s*(?:u|uur|dagen)\b)"


@cache
def _vague_start() -> re.Pattern[str]:
    months = "|".join(sorted(MONTHS, key=len, reverse=True))
    return re.compile(
        rf"(?P<cue>{any_of('terms.start.cue')})\s*(?::|per|vanaf|is|op)?\s*(?P<when>(?:\d{{1,2}}\s+|begin\s+|medio\s+|eind\s+|half\s+)?(?:{months})\b\.?(?:\s+(?:20\d\d))?|{_DAY_AND_MONTH}|(?:over|na)\s+\w+\s+(?:weken|maanden?)|(?:in overleg))"
    )


def _vague(low: str) -> tuple[int, int] | None:
    notice = re.search(rf"{any_of('terms.start.notice')}[^.;\n]{{0,30}}", low)
    if notice is not None:
        return notice.span()
    vague = _vague_start().search(low)
    return vague.span("when") if vague is not None else None


def _yearless(low: str) -> str | None:
    """Return "1 augustus" and "1/8" as "--08-01" (ISO 8601 without a year), None where it isn't a day of a month."""
    if figures := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})", low.strip()):
        return f"--{int(figures[2]):02d}-{int(figures[1]):02d}"
    match = re.fullmatch(r"(\d{1,2})\s+([a-z]+)\.?", low.strip())
    if match is None or match[2] not in MONTHS or not 1 <= int(match[1]) <= 31:
        return None
    return f"--{MONTHS[match[2]]:02d}-{int(match[1]):02d}"


def _start(page: Page, units: tuple[Unit, ...]) -> tuple[str | None, Willingness | None, Where]:
    """Return the day from which someone is free ("now": at once); a start without a year only as it is written."""
    for unit in units:
        if unit.section in _OTHER:
            continue
        low = page.low[unit.start : unit.end]
        for hit in find_dates(page.flow[unit.start : unit.end]):
            before = low[max(0, hit.start - 40) : hit.start]
            if compiled("terms.start.cue").search(before) and not compiled("terms.start.not_start").search(before):
                return hit.date.isoformat(), None, (unit.start + hit.start, unit.start + hit.end)
        match = next((m for m in _now().finditer(low) if m["now"]), None)
        if match and (len(low.split()) <= 8 or compiled("kinds.terms").search(low)):
            return "now", None, (unit.start + match.start(), unit.start + match.end())
    for unit in units:
        low = page.low[unit.start : unit.end]
        span = _vague(low)
        if span is not None and unit.section not in _OTHER:
            where = (unit.start + span[0], unit.start + span[1])
            yearless = _yearless(low[slice(*span)])
            if yearless is not None and polarity(page.flow, *where) == "affirmed":
                return yearless, None, where
            value = page.flow[where[0] : where[1]].strip(" .,")
            told = Willingness(subject="start", agreed=True, value=value, evidence=page.source.evidence(*where))
            return None, told, where
    return None, None, None


@cache
def _place_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of('terms.place.cue')}[\s:]+")


def _place(page: Page, known: Marks, units: tuple[Unit, ...]) -> tuple[str | None, Where]:
    for unit in units:
        if unit.section in _OTHER:
            continue
        for match in _place_pattern().finditer(page.low, unit.start, unit.end):
            town = next((t for t in within(known.towns, match.end(), unit.end) if t.start <= match.end() + 1), None)
            if town is not None:
                return page.flow[town.start : town.end], (town.start, town.end)
        label = re.match(r"(?:woonplaats|standplaats|plaats)\s*[:\t]\s*", page.low[unit.start : unit.end])
        if label:
            start = unit.start + label.end()
            name = re.match(
                r"[A-Z][\w'-]*(?:\s(?:aan|den|de|op|van|bij|en|a/d)\s?|\s)?(?:[A-Z][\w'-]*)?",
                page.flow[start : unit.end],
            )
            if name and name[0].strip():
                return name[0].strip(), (start, start + len(name[0].rstrip()))
    for unit in units:
        street = re.search(entry("terms.place.street") + r"\s+\d+\w{0,2}\b", page.low[unit.start : unit.end])
        if street:
            town = next(iter(within(known.towns, unit.start + street.end(), unit.end)), None)
            if town is not None:
                return page.flow[town.start : town.end], (town.start, town.end)
    return None, None
