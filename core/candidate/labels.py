"""Jobs as labelled blocks: "Functie: … Werkgever: … Periode: … Werkzaamheden: …", on lines of their own or on one.

A block without a period is a job only under a heading for work experience: elsewhere it may be the job that
the candidate is offered for.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from core.candidate.cues import alternatives, entry
from core.candidate.drafts import WORK
from core.candidate.employments import Job
from core.candidate.headings import Heading, lone_name, read_heading
from core.candidate.items import Unit
from core.candidate.marks import Marks, Place, within
from core.candidate.page import Page
from core.model.base import MonthRange, Months
from core.text.dates import PeriodHit, find_moments
from core.text.source import key

_JOB_LABELS = ("role", "employer", "client", "via", "period", "from", "to", "tasks", "department", "hours")
_OPENING = frozenset({"role", "employer", "client", "period", "from"})


class Labelled(NamedTuple):
    """A label with its value at `[start, end)`, both in unit `unit`; `at` is where the label begins."""

    family: str
    at: int
    start: int
    end: int
    unit: int


@cache
def _families() -> dict[str, str]:
    return {label: family for family in _JOB_LABELS for label in entry(f"sections.labels.{family}")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s|;,\t(]))(?P<label>{alternatives(_families())})\s{{0,3}}(?::|(?<=\w)\t)\s{{0,3}}")


def labelled(page: Page, units: tuple[Unit, ...]) -> tuple[Labelled, ...]:
    """Return the labels of jobs with their values, in order."""
    found = [hit for index, unit in enumerate(units) for hit in _in_unit(page, index, unit)]
    return tuple(found) if found else tuple(_alternating(page, units))


def _in_unit(page: Page, index: int, unit: Unit) -> Iterator[Labelled]:
    begins = range(unit.start, min(unit.start + 3, unit.end))
    if not any(_pattern().match(page.low, at, unit.end) for at in begins):
        return
    hits = list(_pattern().finditer(page.low, unit.start, unit.end))
    if (
        all(
            not page.flow[m.end() : (hits[i + 1].start() if i + 1 < len(hits) else unit.end)].strip()
            for i, m in enumerate(hits)
        )
        and len(hits) > 1
    ):
        return
    for place, match in enumerate(hits):
        end = hits[place + 1].start() if place + 1 < len(hits) else unit.end
        start = match.end()
        while end > start and page.flow[end - 1] in " \t,;|":
            end -= 1
        yield Labelled(_families()[re.sub(r"\s+", " ", match["label"])], match.start(), start, end, index)


def _alternating(page: Page, units: tuple[Unit, ...]) -> Iterator[Labelled]:
    """Labels on lines of their own, their values on the next."""
    names = [_families().get(key(page.text(u.start, u.end)).rstrip(" :")) for u in units]
    if len({name for name in names if name in _OPENING}) < 2:
        return
    for index, name in enumerate(names):
        if name is not None and index + 1 < len(units) and names[index + 1] is None:
            value = units[index + 1]
            yield Labelled(name, units[index].start, value.start, value.end, index + 1)


def labelled_jobs(page: Page, known: Marks, units: tuple[Unit, ...]) -> tuple[Job, ...]:
    """Return the jobs of labelled blocks, in order."""
    return tuple(
        job for block in _blocks(units, labelled(page, units)) if (job := _job(page, known, units, block)) is not None
    )


def _blocks(units: tuple[Unit, ...], labels: tuple[Labelled, ...]) -> Iterator[list[Labelled]]:
    block: list[Labelled] = []
    for label in labels:
        here = {other.family for other in block}
        again = label.family in here and label.family in _OPENING
        apart = bool(block) and any(u.heading for u in units[block[-1].unit : label.unit])
        closed = "tasks" in here and label.family in _OPENING
        if block and (again or apart or closed):
            yield block
            block = []
        block.append(label)
    if block:
        yield block


def _job(page: Page, known: Marks, units: tuple[Unit, ...], block: list[Labelled]) -> Job | None:
    values: dict[str, Labelled] = {}
    for label in block:
        values.setdefault(label.family, label)
    heading = _heading(page, known, units, values, block)
    start, end, ongoing, stated = _period(page, known, values)
    dated = start is not None or end is not None
    above = () if dated or _TIMES & values.keys() else _above(page, units, block[0])
    if above:
        start, end, ongoing, stated = _told(above[0][1])
        dated = True
        if heading.employer is None and heading.unnamed is None:
            heading = _with_name(page, known, units, [index for index, _ in above], heading)
    section = units[block[0].unit].section
    named = heading.employer is not None or heading.unnamed is not None
    if not (heading.role or named) or not (dated or (section in WORK and heading.role and named)):
        return None
    head = [label for label in block if label.family not in ("tasks", "department")]
    if not head:
        # "Werkzaamheden: …" alone is no job.
        return None
    used = sorted(
        {label.unit for label in head}
        | {u for label in head for u in _label_line(units, label)}
        | {index for index, _ in above}
    )
    first = min([label.at for label in head] + [units[index].start for index, _ in above])
    places = [p for p in heading.places if p.start < first]
    return Job(
        heading,
        start,
        end,
        ongoing,
        stated,
        (min([first, *(p.start for p in places)]), max(label.end for label in head)),
        tuple(used),
        dated=dated,
    )


def _label_line(units: tuple[Unit, ...], label: Labelled) -> Iterator[int]:
    """The unit of the label, where that is another than that of its value."""
    if label.at < units[label.unit].start:
        yield label.unit - 1


def _heading(
    page: Page, known: Marks, units: tuple[Unit, ...], values: dict[str, Labelled], block: list[Labelled]
) -> Heading:
    role = _role(page, known, values.get("role"))
    client, employer = _employer(page, known, values.get("client")), _employer(page, known, values.get("employer"))
    via = values.get("via")
    bureau = Place(via.start, via.end) if via and via.end > via.start else None
    main = client if client.employer or client.unnamed else employer
    if main is client and employer.employer is not None and bureau is None:
        bureau = employer.employer
    if main.employer is None and main.unnamed is None:
        main = role if role.employer is not None else _line_above(page, known, units, block[0])
    bureau = bureau or main.via or role.via
    return Heading(
        role.role, main.employer, main.sector, bureau, role.role is not None, main.employer is not None, main.unnamed
    )


def _role(page: Page, known: Marks, label: Labelled | None) -> Heading:
    if label is None or label.end <= label.start:
        return Heading()
    heading = read_heading(page, known, label.start, label.end)
    if heading.role is not None and (heading.sure_role or heading.employer is not None):
        return heading
    return heading._replace(role=Place(label.start, label.end))


def _employer(page: Page, known: Marks, label: Labelled | None) -> Heading:
    if label is None or label.end <= label.start:
        return Heading()
    heading = read_heading(page, known, label.start, label.end)
    if page.low.startswith("gemeente", label.at):
        return Heading(employer=Place(label.start, label.end), sector="gemeente")
    if heading.employer is not None or heading.unnamed is not None:
        return heading
    stop = re.search(r"[,(|\t]|\s-\s", page.flow[label.start : label.end])
    end = label.start + stop.start() if stop and stop.start() else label.end
    return heading._replace(role=None, employer=Place(label.start, end))


_TIMES = frozenset({"period", "from", "to"})
_Above = tuple[tuple[int, PeriodHit], ...]


def _above(page: Page, units: tuple[Unit, ...], first: Labelled) -> _Above:
    """Return the lines above a block that are of its heading: the period, and the employer beside it or below it.

    "Mei 2021 t/m heden", "Rabobank Graafschap", "Functie: medewerker hypotheken".
    """
    found: list[int] = []
    at = first.unit
    while at > 0 and len(found) < 2 and not units[at].gap and not units[at - 1].heading:
        above = units[at - 1]
        words = page.text(above.start, above.end).split()
        if above.bullet or above.section != units[first.unit].section or len(words) > 14:
            return ()
        at -= 1
        found.append(at)
        hits = page.periods_in(above.start, above.end)
        if hits:
            if len(found) == 1 and _may_be_name(page, units, at):
                found.append(at - 1)
            return tuple((index, hits[0]) for index in found) if len(hits) == 1 and not hits[0].bare else ()
    return ()


def _may_be_name(page: Page, units: tuple[Unit, ...], at: int) -> bool:
    """Whether a short line stands right above a period: "Achmea", "2015 - 2021", "Functie: polisbeheerder"."""
    if at == 0 or units[at].gap or units[at - 1].section != units[at].section:
        return False
    above = units[at - 1]
    return not (above.heading or above.bullet) and len(page.text(above.start, above.end).split()) <= 6


def _told(hit: PeriodHit) -> tuple[MonthRange | None, MonthRange | None, bool, Months | None]:
    return hit.start, hit.end, hit.ongoing, hit.stated


def _with_name(page: Page, known: Marks, units: tuple[Unit, ...], above: list[int], heading: Heading) -> Heading:
    """Give a heading the employer of the lines above it."""
    for index in above:
        unit = units[index]
        hits = page.periods_in(unit.start, unit.end)
        holes = [(hit.begin, hit.stop) for hit in hits]
        read = read_heading(page, known, unit.start, unit.end, holes)
        if read.employer is not None and not read.sure_role:
            return heading._replace(
                employer=read.employer, sector=read.sector, via=heading.via or read.via, sure_employer=True
            )
        name = None if hits else lone_name(page, known, unit.start, unit.end)
        if name is not None:
            return heading._replace(employer=name, sure_employer=True)
    return heading


def _line_above(page: Page, known: Marks, units: tuple[Unit, ...], first: Labelled) -> Heading:
    """Read the employer off the line above a block that names none."""
    if first.unit == 0 or units[first.unit].start != first.at:
        return Heading()
    above = units[first.unit - 1]
    if above.heading or above.section != units[first.unit].section or above.bullet:
        return Heading()
    heading = read_heading(page, known, above.start, above.end)
    if heading.sure_employer and not heading.sure_role:
        return heading
    name = lone_name(page, known, above.start, above.end)
    return Heading(employer=name) if name is not None and not units[first.unit].gap else Heading()


def _period(
    page: Page, known: Marks, values: dict[str, Labelled]
) -> tuple[MonthRange | None, MonthRange | None, bool, Months | None]:
    label = values.get("period")
    if label is not None:
        for hit in page.periods_in(label.at, label.end):
            if hit.stop <= label.end:
                return _told(hit)
        durations = within(known.durations, label.start, label.end)
        if durations:
            return None, None, False, durations[0].months
    first, last = values.get("from"), values.get("to")
    begin = find_moments(page.flow[first.start : first.end]) if first else ()
    end = find_moments(page.flow[last.start : last.end]) if last else ()
    ongoing = last is not None and bool(
        re.match(r"\s*(?:heden|nu|present|now|vandaag|lopend)\b", page.low[last.start : last.end])
    )
    if not begin and not end:
        return None, None, False, None
    if begin and end and begin[0].range.earliest > end[0].range.latest:
        return None, None, False, None
    return begin[0].range if begin else None, end[0].range if end else None, ongoing, None
