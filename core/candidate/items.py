"""A line as units (sentences) and items (the stretches between commas), and what each is about.

A hasty summary strings everything together: "hbo rechten 2012, 2016-2020 jurist UWV, zzp, € 82". What is
a study, a course or a term of the contract must not become part of a job, nor its year a period of work.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import Literal, NamedTuple

from core.candidate.cues import alternatives, any_of, compiled, entry
from core.candidate.marks import Marks, within
from core.candidate.page import Line, Page, PageSection, heading_section
from core.candidate.sentences import sentence_ends

Kind = Literal["job", "study", "course", "terms", "name", "plain"]


class Unit(NamedTuple):
    """A sentence, bullet or heading at `[start, end)` of logical line `line`; `first`: it begins that line."""

    start: int
    end: int
    line: int
    first: bool
    section: PageSection | None
    bullet: bool
    gap: bool
    heading: bool


_MOST = 4000
"""No CV has more sentences and items; a text that does is not read any further."""


def units(page: Page) -> tuple[Unit, ...]:
    """Return the units of a page, in order."""
    found = (unit for index, line in enumerate(page.lines) for unit in _units(page, index, line))
    return tuple(islice(found, _MOST))


def _units(page: Page, index: int, line: Line) -> Iterator[Unit]:
    at, first = line.start, True
    own: PageSection | None = None
    for end in _bounded(page.flow, at, (*sentence_ends(page.flow, page.low, line.start, line.end), line.end)):
        start, stop = _trimmed(page.flow, at, end)
        if start < stop:
            own = _own_section(page, start, stop) or (own if _follows_semicolon(page.flow, start) else None)
            yield Unit(start, stop, index, first, own or line.section, line.bullet, line.gap and first, line.heading)
            first = False
        at = end


_LONGEST = 3000
"""Nobody writes a sentence longer than this; a stretch that is gets cut, so that reading it stays linear."""


def _bounded(flow: str, start: int, ends: tuple[int, ...]) -> Iterator[int]:
    for end in ends:
        while end - start > _LONGEST:
            comma = max(flow.rfind(",", start, start + _LONGEST), flow.rfind(" ", start, start + _LONGEST))
            start = comma + 1 if comma > start else start + _LONGEST
            yield start
        yield end
        start = end


def _follows_semicolon(flow: str, start: int) -> bool:
    return flow[max(0, start - 4) : start].rstrip().endswith(";")


_LABEL = re.compile(r"([A-Za-z][\w &/'-]{2,40}):\s*(?=\S)")


def _own_section(page: Page, start: int, end: int) -> PageSection | None:
    """Return the section of a sentence that names its own: "Opleiding: hbo", "Talen: Nederlands, Engels"."""
    label = _LABEL.match(page.flow, start, end)
    return heading_section(label[1]) if label else None


def _trimmed(flow: str, start: int, end: int) -> tuple[int, int]:
    while start < end and flow[start] in " \t;.|\u2022":
        start += 1
    while end > start and flow[end - 1] in " \t;|\u2022":
        end -= 1
    return start, end


_COMMA = re.compile(r",(?!\d)(?=\s|$|[a-zA-Z])|;|\|(?=\s)")


_JOINT = re.compile(r"\s*\)?\s*(?:en|\+|&)\s")


@cache
def _then() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s)]){any_of('jobs.words.then')}(?=\s)")


def items(page: Page, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the items of a unit: cut at commas outside brackets, before "daarvoor", and at "en" behind a period."""
    low = page.low
    cuts = list(_commas(low, start, end))
    periods = page.periods_in(start, end)
    cuts += [
        m.start() for m in _then().finditer(low, start, end) if not any(p.begin < m.start() < p.stop for p in periods)
    ]
    for period in periods:
        joint = _JOINT.match(low, period.stop, end)
        if joint:
            cuts.append(joint.end())
        if low[max(start, period.begin - 4) : period.begin].endswith(" en "):
            cuts.append(period.begin)
    edges = [start, *sorted(cut for cut in set(cuts) if start < cut < end), end]
    spans = (_trimmed_item(page.flow, a, b) for a, b in pairwise(edges))
    return tuple((a, b) for a, b in spans if a < b)


def _commas(low: str, start: int, end: int) -> Iterator[int]:
    """Yield the places behind a comma, semicolon or bar that isn't inside brackets."""
    depth, at = 0, start
    for match in _COMMA.finditer(low, start, end):
        depth = max(0, depth + low.count("(", at, match.start()) - low.count(")", at, match.start()))
        at = match.start()
        if not depth:
            yield match.end()


def _trimmed_item(flow: str, start: int, end: int) -> tuple[int, int]:
    while start < end and flow[start] in " \t,;|":
        start += 1
    while end > start and flow[end - 1] in " \t,;|":
        end -= 1
    return start, end


@cache
def _study_start() -> re.Pattern[str]:
    lead = r"(?:(?:opleiding(?:en)?|diploma|studie|niveau|opl\.?|heeft|in bezit van|zij|hij|ze|een|afgeronde|afgerond|volgde|deed|behaalde|haalde|wel|en|nog|geen|bezig met|heeft een|is|opgeleid|gestudeerd|studeerde)[\s:.]+){0,4}$"
    return re.compile(lead)


_NAME = re.compile(r"(?:[A-Z]\.\s?){1,4}(?:(?:de|van|den|der|ter|ten|el|la|le|'t|in)\s){0,3}(?:[A-Z]\.|[A-Z][\w'-]+)?$")


def kind_of(page: Page, known: Marks, start: int, end: int) -> Kind:
    """Return what `[start, end)` is about. "job": it names a role or an employer; "plain": nothing in particular."""
    low = page.low[start:end]
    if _NAME.fullmatch(page.flow[start:end].strip(" .")):
        return "name"
    jobs = (*within(known.heads, start, end), *within(known.roles, start, end))
    has_job = bool(jobs)
    levels = within(known.levels, start, end)
    first_job = min([p.start for p in jobs], default=end)
    paper = _paper().search(low)
    if paper and start + paper.start() <= first_job < start + paper.end():
        # "boa-akte domein I heeft ie": the paper of a job, and no job.
        return "terms"
    if levels and (
        _study_start().match(page.low[start : levels[0].start].lstrip()) or levels[0].start < first_job or not has_job
    ):
        return "study"
    if not levels and _CERTIFIED.search(low) and "diploma" not in low:
        # "Opleiding tot coach, 2023 (certificaat)"
        return "course"
    study = compiled("kinds.study").search(low)
    if study and study[0].startswith("diploma") and not levels and within(known.courses, start, end) and not has_job:
        return "course"  # "NEVI 2 diploma"
    if study and study[0] == "opleiding" and not levels and within(known.courses, start, end):
        return "course"  # "Opleiding schuldhulpverlening": no level, and a course by that name
    if study and (not has_job or start + study.start() < first_job) and not _employs_study(page, known, start, end):
        return "study"
    course = _course().search(low)
    if course and not compiled("kinds.gives").search(low) and (not has_job or start + course.start() < first_job):
        return "course"
    if within(known.courses, start, end) and not has_job:
        return "course"
    employers = within(known.employers, start, end)
    if has_job or any(not h.agency for h in employers):
        return "job"
    if _is_terms(page, known, start, end):
        return "terms"
    return "plain"


_CERTIFIED = re.compile(r"\bopleiding (?:tot|voor|in) .*\bcertificaat\b")


def _employs_study(page: Page, known: Marks, start: int, end: int) -> bool:
    """Whether a word for a study stands in the name of an employer and nothing else tells of one."""
    return any(compiled("kinds.study").search(page.low, h.start, h.end) for h in within(known.employers, start, end))


# How or on what level a whole study was done, and no course.
_FULL_STUDY = r"(?:avond|dag|deeltijd|voltijd|voor|hbo|mbo|wo|bachelor|master)-?opleiding"


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(alternatives(word for listed in entry("skills.licences").values() for word in listed))


@cache
def _course() -> re.Pattern[str]:
    words = entry("kinds.course")
    endings = "|".join(word[1:] for word in words if word.startswith("*"))
    plain = [word for word in words if not word.startswith("*")]
    return re.compile(rf"{alternatives(plain)}|\b(?!{_FULL_STUDY})\w{{3,}}(?:{endings})(?:en|sen)?\b")


_MONEY = re.compile(r"€|\beuro\b")


def _is_terms(page: Page, known: Marks, start: int, end: int) -> bool:
    low = page.low[start:end]
    if compiled("kinds.contract").search(low) or _MONEY.search(low) or within(known.hours, start, end):
        return True
    return compiled("kinds.terms").search(low) is not None


def is_general(page: Page, start: int, end: int) -> bool:
    """Whether a sentence speaks of the person as a whole rather than of the job before it."""
    return compiled("kinds.general").match(page.low, start, end) is not None
