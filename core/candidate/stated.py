"""Durations that are told instead of dated: "4 jaar TOPdesk", "ruim 10 jaar ervaring als jurist bij gemeenten" (C4)."""

import re
from functools import cache

from core.candidate.cues import any_of, compiled, words
from core.candidate.headings import read_heading
from core.candidate.items import Unit
from core.candidate.marks import Marks, generic_pattern, generic_sector, is_shared, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.lexicon import employer_sector
from core.model.base import Sector
from core.model.candidate import StatedDuration
from core.text.durations import Duration
from core.text.source import fold

_LONGEST = 12 * 50
Span = tuple[int, int]
_WANTED = re.compile(r"\b(?:gewenst|gevraagd|vereist|nodig|een pre|required|-achtige?)\b|\bachtige?\b")
_CLAUSE = re.compile(
    r"(?<!\bgem)(?<!\bprov)\.(?!\w)|[;:()|\n\t\u2022]|,(?!\d)|\s-{1,2}\s|\ben\s(?=\w+\s(?:jaar|jr|maanden)\b)|\bwaarvan\b|\bmaar\b|\bdaarna\b|\bdaarvoor\b"
)


def read_durations(
    page: Page, known: Marks, units: tuple[Unit, ...], jobs: dict[int, int], dated: frozenset[int]
) -> tuple[StatedDuration, ...]:
    """Return the durations that are told; `jobs`: unit → employment, `dated`: units of headings that have dates."""
    found = []
    for index, unit in enumerate(units):
        if unit.heading or unit.section in ("education", "courses", "references", "leisure", "personal"):
            continue
        hits = within(known.durations, unit.start, unit.end)
        for place, hit in enumerate(hits):
            if index in dated and "waarvan" not in page.low[hit.end : unit.end]:
                # A length beside the period of a job; "7 jaar jurist, waarvan 3 bij UWV (2021-heden)" says more.
                continue
            floor = hits[place - 1].end if place else unit.start
            ceiling = hits[place + 1].start if place + 1 < len(hits) else unit.end
            told = _told(page, known, unit, hit, floor, ceiling)
            if told is not None:
                found.append(told.model_copy(update={"employment": jobs.get(index)}))
    return tuple(found)


def _told(page: Page, known: Marks, unit: Unit, hit: Duration, floor: int, ceiling: int) -> StatedDuration | None:
    before, behind = _around(page, known, hit, floor, ceiling)
    if not _counts(page, unit, hit, before, behind):
        return None
    start, end, sector = _named(page, known, before, behind)
    if end - start > _LONGEST_SUBJECT or (start >= end and sector is None):
        return None
    negated = compiled("polarity.negation").search(page.low, start, end)  # "afgelopen 3 jaar geen TOPdesk"
    if negated or (start < end and polarity(page.flow, start, end) != "affirmed"):
        return None
    places = [(hit.start, hit.end)] + ([(start, end)] if start < end else [])
    if sector is not None and start >= end:
        places.append((hit.end, behind[1]))
    return StatedDuration(
        subject=fold(page.flow[start:end]),
        months=hit.months,
        sector=sector,
        tied_to_today=hit.tied_to_today or _is_present(page.low, unit, hit),
        evidence=page.source.evidence(min(a for a, _ in places), max(b for _, b in places)),
    )


_LONGEST_SUBJECT = 80


def _around(page: Page, known: Marks, hit: Duration, floor: int, ceiling: int) -> tuple[Span, Span]:
    """Return what stands before and behind a duration in its clause; before "(3 jaar)" and ": 3 jaar" the clause before."""
    low = page.low
    stop = _CLAUSE.search(low, hit.end, ceiling)
    begins = [m.end() for m in _CLAUSE.finditer(low, floor, hit.start)]
    before = (begins[-1] if begins else floor, hit.start)
    if begins and not low[begins[-1] : hit.start].strip(" .-") and _labels(low, begins, floor, known):
        before = (begins[-2] if len(begins) > 1 else floor, begins[-1] - 1)
    return before, (hit.end, stop.start() if stop else ceiling)


def _counts(page: Page, unit: Unit, hit: Duration, before: Span, behind: Span) -> bool:
    """Whether it is a time worked by this person: no age, notice or stage, not beside a period, not what a posting asks."""
    low = page.low
    if hit.ago or hit.months.low > _LONGEST or _is_no_work(low, unit, hit):
        return False
    if any(p.begin < hit.end + 4 and hit.start - 4 < p.stop for p in page.periods_in(unit.start, unit.end)):
        return False
    if compiled("jobs.internship").search(low, *before) or compiled("jobs.volunteer").search(low, before[0], behind[1]):
        return False
    others = compiled("stated.others").search(low, max(unit.start, hit.start - 80), hit.start)
    if others or _WANTED.search(low, *behind):
        return False
    return polarity(page.flow, hit.start, hit.end) == "affirmed"


def _named(page: Page, known: Marks, before: Span, behind: Span) -> tuple[int, int, Sector | None]:
    """Return the subject and the sector: what follows names them, else what stands before."""
    start, end, sector = _subject(page, known, *behind)
    if start < end:
        return start, end, sector
    first, last, own = _subject(page, known, *before)
    told = any(within(places, first, last) for places in (known.heads, known.known, known.roles))
    return (first, last, sector or own) if sector is None or told else (start, end, sector)


def _labels(low: str, begins: list[int], floor: int, known: Marks) -> bool:
    """Whether what stands right before the duration is what it is of: "Key2: 2,5 jaar", "TOPdesk (3 jaar)", "jurist, 10 jaar"."""
    mark = low[begins[-1] - 1]
    if mark in ":(-|\t":
        return True
    start = begins[-2] if len(begins) > 1 else floor
    return mark in ", " and bool(within(known.heads, start, begins[-1]) or within(known.known, start, begins[-1]))


@cache
def _no_work() -> re.Pattern[str]:
    return re.compile(rf"{any_of('stated.not_worked')}\s*:?\s*(?:van\s)?$")


def _is_no_work(low: str, unit: Unit, hit: Duration) -> bool:
    before = low[max(unit.start, hit.start - 32) : hit.start]
    behind = low[hit.end : min(unit.end, hit.end + 16)]
    return (
        _no_work().search(before) is not None
        or re.match(
            r"\s*(?:opzegtermijn|contract|geleden|oud|garantie|kinderen|dochter|zoon|verlenging|opleiding)\b", behind
        )
        is not None
    )


_PRESENT = re.compile(
    r"\b(?:werkt|werk|is|ben|doet|doe|werkzaam|nu|momenteel|thans)\s+(?:(?:nu|al|reeds|inmiddels|ruim|bijna|meer dan|momenteel|zelf)\s+)*$"
)


def _is_present(low: str, unit: Unit, hit: Duration) -> bool:
    return _PRESENT.search(low[max(unit.start, hit.start - 40) : hit.start]) is not None


@cache
def _at() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:bij|binnen|voor|in|at)\s+(?:{any_of('jobs.words.articles')}\s+){{0,3}}(?P<name>{generic_pattern().pattern})"
    )


_AT_NAME = re.compile(r"\s(?:bij|at)\s+(?:de\s|het\s)?[A-Z]")


def _subject(page: Page, known: Marks, start: int, end: int) -> tuple[int, int, Sector | None]:
    """Return the stretch that names the subject, and the sector that stands beside it."""
    sector: Sector | None = None
    match = _at().search(page.low, start, end)
    employers = [h for h in within(known.employers, start, end) if not h.agency]
    if employers:
        sector = employers[0].sector or employer_sector(employers[0].name)
        others = {hit.sector for hit in employers}
        if len(others) > 1 or is_shared(page.low, employers[0].end, sector):
            sector = None
        heading = read_heading(page, known, start, end)
        if heading.role is not None:
            return heading.role.start, heading.role.end, sector and heading.sector
        cut = employers[0]
        start, end = (start, cut.start) if cut.start - start > end - cut.end else (cut.end, end)
    elif match is not None:
        sector = generic_sector(match["name"])
        sector = None if is_shared(page.low, match.end(), sector) else sector
        before = _trimmed(page, start, match.start())
        start, end = before if before[0] < before[1] else (match.end(), end)
    named = _AT_NAME.search(page.flow, start, end)
    start, end = _trimmed(page, start, named.start() if named else end)
    return start, end, sector


def _trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    found = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", page.low[start:end])]
    lead, trail = words("stated.lead"), words("stated.trail")

    def word(span: tuple[int, int]) -> str:
        return page.low[span[0] : span[1]].strip(".,:;()'\"-")

    while found and (word(found[0]) in lead or not word(found[0])):
        found.pop(0)
    while found and (word(found[-1]) in trail or not word(found[-1])):
        found.pop()
    if not found:
        return start, start
    first, last = found[0][0], found[-1][1]
    while last > first and page.low[last - 1] in ".,:;(-":
        last -= 1
    return first, last
