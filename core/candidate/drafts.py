"""Periods as the anchors of jobs: which of them are periods of work, and which words belong to each.

One sentence may hold several jobs, with the period before or behind ("2016-2020 jurist UWV, 2021-heden …",
"jurist UWV 2016-2020, …"). Where it is cut follows from which side the first one shows.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from core.candidate.cues import compiled
from core.candidate.headings import Heading, read_heading
from core.candidate.items import Kind, Unit, items, kind_of
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.text.dates import PeriodHit

_NO_WORK = frozenset({"education", "courses", "references", "personal", "leisure", "motivation"})
WORK = frozenset({"experience", "internship", "volunteer"})


class Draft(NamedTuple):
    """A job in the making: its period, the stretch it was read from, and what its heading says.

    `unit` is the index of the unit with the period; `lines` are further units that belong to the heading.
    """

    start: int
    end: int
    unit: int
    period: PeriodHit
    heading: Heading
    lines: tuple[int, ...] = ()
    whole: bool = False

    @property
    def head_start(self) -> int:
        """Where the role, the employer and the period begin."""
        return min(self.period.begin, *(p.start for p in self.heading.places), self.period.begin)

    @property
    def head_end(self) -> int:
        """Where they end."""
        return max(self.period.stop, *(p.end for p in self.heading.places), self.period.stop)


class _Item(NamedTuple):
    start: int
    end: int
    kind: Kind
    periods: tuple[PeriodHit, ...]


def find_drafts(page: Page, known: Marks, all_units: tuple[Unit, ...]) -> tuple[Draft, ...]:
    """Return the jobs that a period in a work section or a summary shows, with what its own sentence says."""
    found: list[Draft] = []
    periods = list(page.periods)
    at = 0
    for index, unit in enumerate(all_units):
        while at < len(periods) and periods[at].begin < unit.start:
            at += 1
        mine = []
        while at < len(periods) and periods[at].begin < unit.end:
            mine.append(periods[at])
            at += 1
        if mine and unit.section not in _NO_WORK and not unit.heading:
            found.extend(_drafts(page, known, index, unit, tuple(mine)))
    return tuple(found)


def _drafts(page: Page, known: Marks, index: int, unit: Unit, periods: tuple[PeriodHit, ...]) -> Iterator[Draft]:
    listed = _items(page, known, unit, periods)
    anchors = [p for p in periods if _is_work(page, unit, listed, p) and not _is_aside(page, known, unit, p)]
    if not anchors:
        return
    whole = len(anchors) == 1
    held: Draft | None = None
    last: Heading | None = None
    stretches = _stretches(known, page.low, listed, anchors)
    for period, (start, end) in zip(_followed(page.low, anchors, unit.end), stretches, strict=True):
        heading = read_heading(page, known, start, end, holes(known, start, end, anchors))
        if last is not None and not heading.places and _is_bare(page, period, start, end):
            heading = last._replace(borrowed=True)
        last = heading if heading.role is not None else last
        if held is not None and not heading.sure and _breaks(page, held, period, start, end):
            before, held = _broken(held, period)
            yield before
            continue
        if period.bare and not (heading.sure_role and heading.sure_employer):
            continue
        if not heading.sure and unit.section not in WORK and not (whole and _is_only(page, known, unit, period)):
            continue
        if _SINCE.match(page.low, period.begin) and not heading.sure and not _is_only(page, known, unit, period):
            # "TOPdesk since January 2025", "vanaf 2015 in opdracht van gemeenten": what was done in a job, and no job.
            continue
        if compiled("jobs.gaps").search(page.low, start, end) and not heading.sure_role:
            continue
        if _is_gap(page, known, listed, period):
            continue
        if held is not None:
            yield held
        held = Draft(start, end, index, period, heading, whole=whole)
    if held is not None:
        yield held


_BREAK = re.compile(r"\b(?:onderbreking|onderbroken|tussenpoos|pauze|met uitzondering van|uitgezonderd|break)\b")


def _breaks(page: Page, held: Draft, period: PeriodHit, start: int, end: int) -> bool:
    """Whether a period is a break in the job before it: called one, or a time without work inside it ("2021-2023 wereldreis")."""
    if _BREAK.search(page.low, start, end):
        return True
    whole = held.period
    if (
        whole.start is None
        or period.start is None
        or period.end is None
        or period.start.earliest < whole.start.earliest
    ):
        return False
    inside = whole.ongoing or (whole.end is not None and period.end.latest <= whole.end.latest)
    return inside and compiled("jobs.gaps").search(page.low, period.stop, end) is not None


def _broken(draft: Draft, gap: PeriodHit) -> tuple[Draft, Draft]:
    """Cut a job in two round a break: "vanaf 2015, met onderbreking 2017-2021"."""
    whole = draft.period
    before = draft._replace(period=whole._replace(end=gap.start, ongoing=False))
    rest = gap._replace(start=gap.end, end=whole.end, ongoing=whole.ongoing)
    return before, draft._replace(period=rest, heading=draft.heading._replace(borrowed=True))


_STILL = re.compile(r"\b(?:heden|nu|now|present|current|today)\b")
_BESIDE = re.compile(r"\b(?:ook|tevens|daarnaast|ernaast|naast|parttime|deels)\b")


def _followed(low: str, anchors: list[PeriodHit], end: int) -> Iterator[PeriodHit]:
    """Yield the periods; "vanaf 2010 consulent, sinds 2023 teamleider": the first may have ended where the second began."""
    latest: PeriodHit | None = None
    for period, following in pairwise([*anchors, None]):
        if period is not None and latest is not None and _came_before(low, latest, period):
            # "sinds 2023 jurist bij UWV, daarvoor consulent vanaf 2015": it ended where the other began.
            yield period._replace(ongoing=False, end=latest.start)
            latest = period
            continue
        latest = period
        if (
            period is not None
            and following is not None
            and period.ongoing
            and following.ongoing
            and following.start is not None
            and period.start is not None
            and period.start.latest < following.start.earliest
            and not _STILL.search(low, period.begin, period.stop)
            and not _BESIDE.search(low, period.stop, end)
        ):
            period = period._replace(ongoing=False, end=following.start)
        if period is not None:
            yield period


_BEFORE = re.compile(r"\b(?:daarvoor|hiervoor|ervoor|voordien|voor die tijd)\b")


def _came_before(low: str, latest: PeriodHit, period: PeriodHit) -> bool:
    """Whether a period without an end is of the job before the one that was just told."""
    if (
        not period.ongoing
        or period.start is None
        or latest.start is None
        or _STILL.search(low, period.begin, period.stop)
    ):
        return False
    told = _BEFORE.search(low, latest.stop, period.begin) is not None
    return told and period.start.latest < latest.start.earliest


def _is_gap(page: Page, known: Marks, listed: tuple[_Item, ...], period: PeriodHit) -> bool:
    """Whether the period is of a time without work: "2015-2022 geen werk, daarvoor jurist gemeente Ede"."""
    own = next((item for item in listed if item.start <= period.begin < item.end), None)
    if own is None or within(known.heads, own.start, own.end):
        return False
    return compiled("jobs.gaps").search(page.low, own.start, own.end) is not None


def _is_bare(page: Page, period: PeriodHit, start: int, end: int) -> bool:
    """Whether a stretch is a period and nothing else: the same job once more, after a break."""
    rest = page.low[start : period.begin] + page.low[period.stop : end]
    return not re.search(r"[a-z]{4}", rest.replace("daarna", "").replace("opnieuw", "").replace("weer", ""))


def holes(known: Marks, start: int, end: int, periods: list[PeriodHit]) -> list[tuple[int, int]]:
    """Return what is no part of a role or a name in `[start, end)`: periods, durations, hours."""
    found = [(p.begin, p.stop) for p in periods if start <= p.begin < end]
    found += [(d.start, d.end) for d in within(known.durations, start, end)]
    found += [(h.start, h.end) for h in within(known.hours, start, end)]
    return sorted(found)


def _is_only(page: Page, known: Marks, unit: Unit, period: PeriodHit) -> bool:
    """Whether a line holds a period and nothing else: its role and employer stand on the lines beside it."""
    rest = page.low[unit.start : period.begin] + page.low[period.stop : unit.end]
    for duration in within(known.durations, unit.start, unit.end):
        rest = rest.replace(page.low[duration.start : duration.end], "")
    return not any(word.isalnum() for word in rest.replace("periode", "").replace("van", "").split())


_SINCE = re.compile(r"(?:sinds|vanaf|since|from|per)\b")


def _is_aside(page: Page, known: Marks, unit: Unit, period: PeriodHit) -> bool:
    """Whether the period is of a tool or task between brackets: "functioneel beheerder (Djuma, sinds begin 2021)"."""
    opened = page.low.rfind("(", unit.start, period.begin)
    closed = page.low.find(")", period.stop, unit.end)
    if (
        opened < 0
        or closed < 0
        or page.low.find(")", opened, period.begin) >= 0
        or not _SINCE.match(page.low, period.begin)
    ):
        return False
    return bool(within(known.known, opened, closed)) and not _tells_of_job(known, opened, closed)


def _items(page: Page, known: Marks, unit: Unit, periods: tuple[PeriodHit, ...]) -> tuple[_Item, ...]:
    return tuple(
        _Item(a, b, kind_of(page, known, a, b), tuple(p for p in periods if a <= p.begin < b))
        for a, b in items(page, unit.start, unit.end)
    )


def _is_work(page: Page, unit: Unit, listed: tuple[_Item, ...], period: PeriodHit) -> bool:
    if (
        page.flow[max(unit.start, period.begin - 24) : period.begin]
        .lower()
        .rstrip(" :")
        .endswith(("beschikbaar", "inzetbaar", "start"))
    ):
        return False
    place = next((i for i, item in enumerate(listed) if item.start <= period.begin < item.end), None)
    if place is None:
        return False
    item = listed[place]
    if item.kind in ("study", "course", "name") or (item.kind == "terms" and unit.section not in WORK):
        return False
    if item.kind == "plain" and place and listed[place - 1].kind in ("study", "course"):
        # "hbo rechten, 2012-2014": unless what follows is a job that the period opens.
        return False
    if item.kind == "plain" and place + 1 < len(listed) and not place and listed[place + 1].kind in ("study", "course"):
        return False
    return not (
        unit.section not in WORK
        and item.kind == "plain"
        and all(i.kind in ("plain", "terms", "name") for i in listed)
        and len(listed) > 1
    )


def _stretches(known: Marks, low: str, listed: tuple[_Item, ...], anchors: list[PeriodHit]) -> list[tuple[int, int]]:
    """Return the stretch of each anchor's job: the items round it that aren't about something else."""
    behind = len(anchors) > 1 and _is_behind(known, listed, anchors[0])
    cuts = [_cut(listed, before, after, behind=behind) for before, after in pairwise(anchors)]
    first, last = listed[0].start, listed[-1].end
    edges = [first, *cuts, last]
    return [_without_others(low, listed, a, b, p) for (a, b), p in zip(pairwise(edges), anchors, strict=True)]


def _is_behind(known: Marks, listed: tuple[_Item, ...], first: PeriodHit) -> bool:
    """Whether periods stand behind what they are of: something of a job stands before the first.

    Its own item decides where it can: "2023: gemeente Haarlem" has it in front, whatever stands before that item.
    """
    own = next((item for item in listed if item.start <= first.begin < item.end), None)
    if own is None:
        return False
    before, after = _tells_of_job(known, own.start, first.begin), _tells_of_job(known, first.stop, own.end)
    if before or after:
        return before
    return any(item.kind == "job" for item in listed if item.end <= own.start)


def _tells_of_job(known: Marks, start: int, end: int) -> bool:
    return any(within(hits, start, end) for hits in (known.heads, known.roles)) or bool(
        within(known.employers, start, end)
    )


def _cut(listed: tuple[_Item, ...], before: PeriodHit, after: PeriodHit, *, behind: bool) -> int:
    """Return where the job of one period ends and that of the next begins."""
    between = [item for item in listed if item.end > before.stop and item.start < after.begin]
    own = next((item for item in between if item.start <= after.begin < item.end), None)
    if behind:
        for item in between:
            if item.start >= before.stop and item.kind == "job":
                return item.start
    if own is not None and own.start >= before.stop:
        return own.start
    if behind:
        return before.stop
    return after.begin


_NEXT = re.compile(r"(?:en\s+)?(?:daarvoor|hiervoor|voordien|daarna|vervolgens|aansluitend|nadien|sindsdien)\b")


def _is_next(low: str, item: _Item, period: PeriodHit) -> bool:
    """Whether an item goes on to another job. Of a job that goes on it may be a part: "sinds 2022 …, daarna KPN"."""
    return not period.ongoing and _NEXT.match(low, item.start) is not None


def _without_others(low: str, listed: tuple[_Item, ...], start: int, end: int, period: PeriodHit) -> tuple[int, int]:
    """Leave out the items at either side that are about something else; stop at a study or term behind the job."""
    mine = [item for item in listed if item.start < end and item.end > start]
    at = next((i for i, item in enumerate(mine) if item.start <= period.begin < item.end), 0)
    first = at
    while first > 0 and mine[first - 1].kind in ("job", "plain") and not _is_next(low, mine[first], period):
        first -= 1
    last = at
    while (
        last + 1 < len(mine) and mine[last + 1].kind in ("job", "plain") and not _is_next(low, mine[last + 1], period)
    ):
        last += 1
    return max(start, mine[first].start), min(end, mine[last].end)
