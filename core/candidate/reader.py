"""A candidate read from a CV or from what a recruiter tells: `read_candidate` (C1-C10).

Total: any text gives a candidate, an empty one where nothing can be read. The text becomes a page (lines,
headings, noise blanked), what the lexicon knows is marked, jobs are found, and what stands outside them is
read for everything else. Each value keeps the span of the received text that it was read from.
"""

from typing import Literal

from core.candidate.courses import read_courses
from core.candidate.denials import read_denials
from core.candidate.education import read_education
from core.candidate.employments import Job, employment, find_jobs
from core.candidate.items import Unit, units
from core.candidate.labels import labelled_jobs
from core.candidate.marks import Marks, marks
from core.candidate.page import Page, page
from core.candidate.people import find_people, initials_of, split_people
from core.candidate.skills import read_skills
from core.candidate.stated import read_durations
from core.candidate.statements import Piece, blocks, pieces, statements
from core.candidate.studies import find_studies
from core.candidate.terms import read_terms
from core.candidate.willing import read_devices, read_willingness
from core.model.candidate import Candidate
from core.text.source import LONGEST
from core.text.source import source as canonical

__all__ = ["read_candidate", "split_people"]

SourceKind = Literal["cv", "summary"]


def read_candidate(text: str, source: SourceKind | None = None) -> Candidate:
    """Return everything that a text says of a candidate; `people` alone where it is about several (C9)."""
    src = canonical(text[:LONGEST], source or "summary")
    people = find_people(src)
    if people:
        return Candidate(source=source or "summary", people=tuple(p.label for p in people))
    found = page(src)
    known = marks(found)
    listed = units(found)
    jobs = find_jobs(found, known, listed, labelled_jobs(found, known, listed))
    kind = source or _kind_of(found, jobs)
    found = found._replace(source=src._replace(name=kind))
    return _candidate(found, known, listed, jobs, kind)


def _kind_of(page: Page, jobs: tuple[Job, ...]) -> SourceKind:
    """A CV has sections, several dated blocks on lines of their own, or length; the rest is told by a recruiter."""
    headings = {line.section for line in page.lines if line.heading}
    blocks = sum(len(job.units) > 1 and job.dated for job in jobs)
    long = len(page.flow) > 2500 and len(jobs) >= 2
    return "cv" if len(headings) >= 2 or ("experience" in headings and jobs) or blocks >= 2 or long else "summary"


def _candidate(
    page: Page, known: Marks, listed: tuple[Unit, ...], jobs: tuple[Job, ...], kind: SourceKind
) -> Candidate:
    parts = pieces(page, known, listed, jobs)
    outside = tuple(p.unit for p in parts if p.job is None and not p.unit.heading)
    taken = frozenset(index for job in jobs for index in job.units)
    of = {p.number: p.job for p in parts if p.job is not None}
    whole = _whole(parts, taken)
    studies = find_studies(page, known, listed, whole)
    durations = read_durations(page, known, listed, of, frozenset(i for job in jobs if job.dated for i in job.units))
    terms = read_terms(page, known, outside)
    devices = read_devices(page, outside)
    skills = read_skills(page, known, listed, _with_headings(listed, outside), durations)
    willingness = read_willingness(page, known, outside)
    return Candidate(
        source=kind,
        initials=initials_of(page.source.text, page.low),
        employments=tuple(
            employment(page, known, listed, job, place) for job, place in zip(jobs, blocks(parts, jobs), strict=True)
        ),
        educations=read_education(page, known, listed, studies),
        courses=read_courses(page, known, listed, whole, studies),
        tools=skills.tools,
        durations=durations,
        denials=read_denials(page, known, listed, frozenset(p.number for p in parts if p.job is None)),
        contract_form=terms.contract_form,
        rate=terms.rate,
        hours=terms.hours,
        available_from=terms.available_from,
        days=terms.days,
        not_days=terms.not_days,
        place=terms.place,
        devices=devices.have,
        no_devices=devices.lack,
        languages=skills.languages,
        licences=skills.licences,
        registrations=skills.registrations,
        willingness=((terms.start,) if terms.start else ()) + willingness,
        statements=statements(page, parts),
        valid_until=skills.valid_until,
        evidence={**terms.evidence, **devices.evidence, **skills.evidence},
    )


def _whole(parts: tuple[Piece, ...], taken: frozenset[int]) -> frozenset[int]:
    """Return the units that are headings of jobs throughout: nothing else is told in them."""
    mixed = {p.number for p in parts if p.job is None}
    return frozenset(index for index in taken if index not in mixed)


def _with_headings(listed: tuple[Unit, ...], outside: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return the units outside the jobs with the headings among them, in order: a list of languages hangs on one."""
    return tuple(sorted((*outside, *(u for u in listed if u.heading)), key=lambda u: u.start))
