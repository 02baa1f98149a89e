"""Jobs: drafts completed, grouped under one employer where that is how they stand, and made into `Employment`s (C1, C3)."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from core.candidate.cues import compiled, words
from core.candidate.drafts import Draft, find_drafts, holes
from core.candidate.headings import Heading, read_heading
from core.candidate.items import Unit, kind_of
from core.candidate.layout import Layout
from core.candidate.marks import Marks, Place, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.model.base import Evidence, MonthRange, Months
from core.model.candidate import Employment
from core.text.durations import Duration
from core.text.source import fold, key


class Job(NamedTuple):
    """A job with its place: `head` spans its heading, `units` are those that the heading stands in.

    `tail` is where the heading ends inside its last unit; what follows there are tasks.
    """

    heading: Heading
    start: MonthRange | None
    end: MonthRange | None
    ongoing: bool
    stated: Months | None
    head: tuple[int, int]
    units: tuple[int, ...]
    dated: bool = True


def find_jobs(page: Page, known: Marks, units: tuple[Unit, ...], labelled: tuple[Job, ...]) -> tuple[Job, ...]:
    """Return every job in the order of the text; `labelled` are those of "Functie: … Werkgever: …" blocks."""
    claimed = {index for job in labelled for index in job.units}
    drafts = tuple(d for d in find_drafts(page, known, units) if d.unit not in claimed)
    layout = Layout(page, known, units, drafts)
    layout.taken |= claimed
    completed = layout.completed(drafts)
    jobs = [*labelled, *(_job(page, known, d) for d in _grouped(page, known, units, completed))]
    jobs = [_with_role_above(page, known, units, job) for job in _without_doubles(page, jobs)]
    taken = {index for job in jobs for index in job.units}
    jobs += list(_undated(page, known, units, taken, jobs))
    jobs += list(_next_jobs(page, known, units, jobs))
    return tuple(_with_same_role(page, sorted(jobs, key=lambda job: job.head)))


def _with_role_above(page: Page, known: Marks, units: tuple[Unit, ...], job: Job) -> Job:
    """Give an employer in a list the role of the line above it: "secretaresse bij", "- GGD, 2021", "- gemeente Ede, 2022"."""
    at = job.units[0]
    if job.heading.role is not None or not units[at].bullet:
        return job
    while at > 0 and units[at].bullet and units[at - 1].section == units[job.units[0]].section:
        at -= 1
    above = units[at]
    if above.bullet or above.heading or not page.low[above.start : above.end].rstrip(" :").endswith(" bij"):
        return job
    read = read_heading(page, known, above.start, above.end)
    return job._replace(heading=job.heading._replace(role=read.role, sure_role=True)) if read.sure_role else job


def _with_same_role(page: Page, jobs: list[Job]) -> Iterator[Job]:
    """Read "idem" and "zelfde functie" as the role before it."""
    before: Place | None = None
    for job in jobs:
        role = job.heading.role
        if role is not None and before is not None and page.low[role.start : role.end] in words("jobs.same_role"):
            job = job._replace(heading=job.heading._replace(role=before))
        before = job.heading.role or before
        yield job


def _job(page: Page, known: Marks, draft: Draft) -> Job:
    period = draft.period
    start = period.start
    told = [d for d in within(known.durations, draft.start, draft.end) if not d.ago]
    if start is None and period.end is not None and len(told) == 1 and told[0].months.high is not None:
        # "15 jr klachtbehandelaar gemeente Amsterdam (tot 2019)"
        months = told[0].months
        start = MonthRange(
            earliest=period.end.earliest - told[0].months.high + 1, latest=period.end.latest - months.low + 1
        )
    return Job(
        draft.heading,
        start,
        period.end,
        period.ongoing,
        _beside(page, told, draft),
        (draft.head_start, draft.head_end),
        tuple(sorted({draft.unit, *draft.lines})),
    )


_ALONE_BEFORE = re.compile(r"(?:^|[(,|;:\u2022\t-])\s*(?:in totaal|totaal|ca\.?|circa)?\s*$")
_ALONE_BEHIND = re.compile(r"\s*(?:$|[),|;.:\u2022\t-])")


def _beside(page: Page, told: list[Duration], draft: Draft) -> Months | None:
    """Return the length that stands by itself beside the years ("2022-2025 (3 jr)"), not one of something else."""
    if len(told) != 1 or draft.period.start is None or draft.period.ongoing:
        return None
    hit, period = told[0], draft.period
    if not -4 <= hit.start - period.stop <= 60 and not -4 <= period.begin - hit.end <= 60:
        return None
    before = "" if hit.start - period.stop in (1, 2) else page.low[max(draft.start, hit.start - 12) : hit.start]
    behind = "" if period.begin - hit.end in (1, 2) else page.low[hit.end : min(draft.end, hit.end + 4)]
    return hit.months if _ALONE_BEFORE.search(before) and _ALONE_BEHIND.match(behind) else None


def _grouped(page: Page, known: Marks, units: tuple[Unit, ...], drafts: tuple[Draft, ...]) -> list[Draft]:
    """Give roles without an employer that of the line above them all ("Gemeente Haarlem", then three roles)."""
    found: list[Draft] = []
    children: dict[int, list[Draft]] = {}
    parent: int | None = None
    group: tuple[int, Heading] | None = None
    for draft in drafts:
        section = units[draft.unit].section
        above = _group_line(page, known, units, found[-1].unit if found else -1, draft.unit)
        if above is not None:
            group, parent = above, None
        heading = draft.heading
        if heading.employer is None and heading.unnamed is None:
            if parent is not None and units[found[parent].unit].section == section and _contains(found[parent], draft):
                draft = draft._replace(heading=_with_employer(heading, found[parent].heading))
                children.setdefault(parent, []).append(draft)
            elif group is not None and units[group[0]].section == section:
                draft = draft._replace(heading=_with_employer(heading, group[1]))
            elif units[draft.unit].bullet and (over := _job_above(units, found, draft)) is not None:
                draft = draft._replace(heading=_with_employer(heading, over.heading))
        else:
            group = group if above is not None else None
            parent = len(found) if heading.role is None and heading.employer is not None else None
        found.append(draft)
    return [d for i, d in enumerate(found) if i not in children or not _covered(d, children[i])]


def _job_above(units: tuple[Unit, ...], found: list[Draft], draft: Draft) -> Draft | None:
    """Return the job in whose tasks a role with a period of its own stands."""
    over = next((d for d in reversed(found) if not units[d.unit].bullet), None)
    if over is None or units[over.unit].section != units[draft.unit].section or over.heading.employer is None:
        return None
    return over if _contains(over, draft) else None


def _with_employer(heading: Heading, other: Heading) -> Heading:
    return heading._replace(employer=other.employer, sector=other.sector, via=heading.via or other.via, shared=True)


def _group_line(
    page: Page, known: Marks, units: tuple[Unit, ...], after: int, before: int
) -> tuple[int, Heading] | None:
    """Find a line with an employer alone and a line with a bare duration behind it."""
    for index in range(before - 1, max(after, -1), -1):
        if index + 1 >= before:
            continue
        unit, following = units[index], units[index + 1]
        durations = within(known.durations, following.start, following.end)
        if not durations or following.end - following.start > durations[-1].end - durations[0].start + 14:
            continue
        heading = read_heading(page, known, unit.start, unit.end, holes(known, unit.start, unit.end, []))
        if heading.employer is not None and heading.role is None:
            return index, heading
    return None


def _contains(parent: Draft, child: Draft) -> bool:
    outer, inner = parent.period, child.period
    if outer.start is None or inner.start is None or inner.start.latest < outer.start.earliest:
        return False
    if outer.ongoing or inner.ongoing:
        return outer.ongoing
    return outer.end is not None and inner.end is not None and inner.end.earliest <= outer.end.latest


def _covered(parent: Draft, children: list[Draft]) -> bool:
    """Whether the roles under an employer together take as long as the line above them says."""
    starts = [d.period.start.earliest for d in children if d.period.start]
    outer = parent.period
    if not starts or outer.start is None or min(starts) > outer.start.latest:
        return False
    if outer.ongoing:
        return any(d.period.ongoing for d in children)
    ends = [d.period.end.latest for d in children if d.period.end]
    return bool(ends) and outer.end is not None and max(ends) >= outer.end.earliest


def _without_doubles(page: Page, jobs: list[Job]) -> list[Job]:
    """Keep one of two readings of the same months at the same employer (a profile that repeats the list)."""
    found: dict[object, list[Job]] = {}
    ends = {(key(name), job.end) for job in jobs if job.start and (name := name_of(page, job.heading.employer))}
    jobs = [job for job in jobs if job.start or job.heading.role or (_employer_key(page, job), job.end) not in ends]
    for job in sorted(jobs, key=lambda j: (j.heading.role is None, j.heading.employer is None, j.head)):
        alike = found.setdefault((job.start, job.end, job.ongoing), [])
        if len(alike) < _MANY and not any(_same(page, job, other) for other in alike):
            alike.append(job)
    return sorted((job for alike in found.values() for job in alike), key=lambda job: job.head)


def _employer_key(page: Page, job: Job) -> str:
    return key(name_of(page, job.heading.employer) or "")


_MANY = 40
"""Nobody has more jobs than this in the same months: a text that says so is no CV."""


def _same(page: Page, one: Job, other: Job) -> bool:
    mine, theirs = name_of(page, one.heading.employer), name_of(page, other.heading.employer)
    roles = role_of(page, one.heading), role_of(page, other.heading)
    same_employer = mine is None or theirs is None or key(mine) == key(theirs)
    same_role = None in roles or key(roles[0] or "") == key(roles[1] or "")
    return same_employer and same_role


_NOW = re.compile(r"\b(?:nu|momenteel|thans|op dit moment|huidige?|werkt|werk|werkzaam|currently)\b")
_OVER = re.compile(r"\b(?:was|werkte|gewerkt|voorheen|eerder|daarvoor|vroeger|ex)\b")


_TOLD = re.compile(r"\b(?:werkte|werkt|werkzaam|gewerkt|was|jaar|jr)\b[^.;\n]{0,60}\bbij\s")


_NEXT = re.compile(
    r"\b(?:daarna|daarvoor|ervoor|hiervoor|voordien|vervolgens|aansluitend|nadien|daarvr|drvoor|dvr|sindsdien|sedertdien|voor die tijd)\b"
)
_SINCE_THEN = frozenset({"sindsdien", "sedertdien"})


def _next_jobs(page: Page, known: Marks, units: tuple[Unit, ...], jobs: list[Job]) -> Iterator[Job]:
    """Read the job behind "daarna" in the sentence of another: "… (tot aug 23) daarna via Maandag bij Capelle als jobcoach"."""
    last: dict[int, Job] = {}
    for job in jobs:
        for index in job.units:
            last[index] = max(last.get(index, job), job, key=lambda one: one.head[1])
    for index, before in last.items():
        unit = units[index]
        match = _NEXT.search(page.low, before.head[1], unit.end)
        if match is None or page.periods_in(match.end(), unit.end):
            continue
        line = page.source.text.find("\n", match.end(), unit.end) if match[0] in _SINCE_THEN else -1
        end = line if line >= 0 else unit.end
        heading = read_heading(page, known, match.end(), end, holes(known, match.end(), end, []))
        if heading.role is None or not heading.sure_role:
            continue
        if any(polarity(page.flow, p.start, p.end) != "affirmed" for p in heading.places):
            continue
        head = min(p.start for p in heading.places), max(p.end for p in heading.places)
        if match[0] in _SINCE_THEN:
            # "jeugdconsulent 2015 - 2023, sindsdien teamleider": from then on, and still.
            if before.end is not None:
                yield Job(heading, before.end, None, True, None, head, (index,))
            continue
        told = [d for d in within(known.durations, match.end(), unit.end) if not d.ago]
        stated = told[0].months if len(told) == 1 else None
        if heading.employer is not None or stated is not None:
            yield Job(heading, None, None, False, stated, head, (index,), dated=False)


def _undated(page: Page, known: Marks, units: tuple[Unit, ...], taken: set[int], jobs: list[Job]) -> Iterator[Job]:
    """Jobs that are told without dates: "werkt als klantmanager bij gemeente Tiel", "3 jaar jurist bij UWV"."""
    dated = {key(name) for job in jobs if (name := name_of(page, job.heading.employer))}
    blocks = sorted(job.head[0] for job in jobs)
    for index, unit in enumerate(units):
        if (
            index in taken
            or unit.heading
            or unit.section not in (None, "experience", "profile", "internship", "volunteer")
        ):
            continue
        if unit.section == "experience" and blocks and unit.start > blocks[0]:
            continue
        named = any(not h.agency for h in within(known.employers, unit.start, unit.end))
        if (
            not (named or _TOLD.search(page.low, unit.start, unit.end))
            or kind_of(page, known, unit.start, unit.end) != "job"
        ):
            continue
        following = _NEXT.search(page.low, unit.start + 12, unit.end)
        start, end = unit.start, following.start() if following else unit.end
        heading = read_heading(page, known, start, end, holes(known, start, end, []))
        if following and not heading.sure:
            start, end = following.end(), unit.end
            heading = read_heading(page, known, start, end, holes(known, start, end, []))
        if heading.employer is None or not heading.sure_role or heading.role is None:
            continue
        if key(name_of(page, heading.employer) or "") in dated:
            continue
        if any(polarity(page.flow, p.start, p.end) != "affirmed" for p in (heading.role, heading.employer)):
            continue
        low = page.low[start:end]
        durations = [d for d in within(known.durations, start, end) if not d.ago]
        ongoing = bool(_NOW.search(low)) and not _OVER.search(low)
        head = min(p.start for p in heading.places), max(p.end for p in heading.places)
        stated = durations[0].months if len(durations) == 1 else None
        yield Job(heading, None, None, ongoing, stated, head, (index,), dated=False)


def name_of(page: Page, place: Place | None) -> str | None:
    """Return the words at a place, folded; None for no place."""
    if place is None:
        return None
    return clean(page.flow[place.start : place.end])


def role_of(page: Page, heading: Heading) -> str | None:
    """Return the role of a heading as it reads."""
    return name_of(page, heading.role)


def clean(text: str) -> str:
    """Return a value as it reads: white space folded, a word that was cut at a line's end made whole."""
    text = re.sub(r"(?<=[a-z])-\s+(?=[a-z])(?!(?:en|of)\b)", "", text)
    return fold(text).strip(" ,;:|\u2022-")


def employment(page: Page, known: Marks, units: tuple[Unit, ...], job: Job, block: tuple[int, int]) -> Employment:
    """Return a job as the value that leaves here."""
    heading = job.heading
    text = " ".join(page.low[units[i].start : units[i].end] for i in job.units)
    section = units[job.units[0]].section
    return Employment(
        role=role_of(page, heading),
        employer=_in_order(name_of(page, heading.employer)),
        sector=heading.sector,
        via=name_of(page, heading.via),
        start=job.start,
        end=job.end,
        ongoing=job.ongoing,
        kind=_kind(page, heading, text, section),
        part_time=_part_time(page, known, job),
        stated_months=job.stated,
        evidence=_evidence(page, job.head),
        block=_evidence(page, block),
    )


def _in_order(name: str | None) -> str | None:
    """Return "Hardenberg Gemeente" as "gemeente Hardenberg"; any other name as it reads."""
    match = re.fullmatch(r"(?P<town>[A-Z].+) (?:Gemeente|Municipality)", name or "")
    return f"gemeente {match['town']}" if match else name


def _kind(page: Page, heading: Heading, text: str, section: str | None) -> Literal["job", "internship", "volunteer"]:
    role = page.low[heading.role.start : heading.role.end] if heading.role else text
    learning = compiled("jobs.internship").search(role) and not re.search(r"\b(?:advocaat|notaris|officier)-", role)
    if section == "internship" or learning or re.search(r"\(stage\b", text):
        return "internship"
    if section == "volunteer" or compiled("jobs.volunteer").search(role) or compiled("jobs.volunteer").search(text):
        return "volunteer"
    return "job"


def _part_time(page: Page, known: Marks, job: Job) -> str | None:
    start, end = job.head
    line_end = page.flow.find("\n", end)
    stop = line_end if line_end >= 0 else len(page.flow)
    for hit in within(known.hours, start, min(stop, end + 30)):
        if hit.hours.max is not None and hit.hours.max < 36:
            return fold(page.flow[hit.start : hit.end])
    match = compiled("jobs.part_time").search(page.low, start, min(stop, end + 20))
    return fold(page.flow[match.start() : match.end()]) if match else None


def _evidence(page: Page, span: tuple[int, int]) -> Evidence:
    return page.source.evidence(*span)
