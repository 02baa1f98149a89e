"""What in the candidate's texts supports an experience requirement, and how strongly (C3, C4, C7, C8).

A *support* is one job, or one statement outside a job. Its strength is the weakest link of what it
needs: the name of the work, the sector, the domain.

    stated    it counts as it stands
    answered  it counts because the recruiter said so
    implied   it may count: to be confirmed with one tap
    sector    all that is missing is what kind of employer it is
"""

import re
from typing import Literal, NamedTuple

from core.assessment.calendar import Stretch, Window, core, hull, inside, months_in, overlap
from core.assessment.groups import Group
from core.assessment.knowledge import Effect, Knowledge
from core.assessment.scope import sector_asked
from core.candidate.polarity import polarity
from core.candidate.statements import is_doing, is_present
from core.lexicon import DOMAIN, SubjectHit, find_subject, is_of_kind, sector_satisfies
from core.lexicon.words import root
from core.model.base import Evidence, MonthRange
from core.model.candidate import Candidate, Employment, Statement
from core.model.posting import Experience
from core.model.question import Fact
from core.text.source import key, plain

Strength = Literal["stated", "answered", "sector", "implied"]
_ORDER: tuple[Strength, ...] = ("stated", "answered", "sector", "implied")


class Support(NamedTuple):
    """One job or statement in favour. `present`: for a requirement that any experience satisfies, it
    is stated as it stands (C4), whatever its months are worth.
    """

    strength: Strength
    stretch: Stretch
    evidence: Evidence
    employment: Employment | None = None
    present: bool = False
    task: bool = False
    from_cv: bool = True


class Mention(NamedTuple):
    """Where the subject is named: in the role, in a task, or in general."""

    grade: Literal["same", "near"]
    evidence: Evidence
    in_role: bool = False
    present: bool = False


def job_key(job: Employment) -> str:
    """Return a stable key of a job, for facts about it."""
    start = job.start.earliest if job.start else "?"
    return f"{key(job.role or '?')}@{key(job.employer or '?')}@{start}"


def stretch_of(job: Employment, reference: int, known: Knowledge) -> Stretch:
    """Return the job's time: what was answered about it, else what the text says ("heden": the reference)."""
    told = known.get(Fact(kind="period", employment=job_key(job)))
    start, end, ongoing = (told.start, told.end, told.ongoing) if told else (job.start, job.end, job.ongoing)
    if ongoing and end is None:
        end = MonthRange(earliest=reference, latest=reference)
    stated = job.stated_months if told is None else None
    return Stretch(start, end, stated.low if stated else 0)


def supports(
    wanted: Experience,
    group: Group,
    candidate: Candidate,
    known: Knowledge,
    window: Window,
) -> tuple[Support, ...]:
    """Return everything that supports `wanted`, jobs in the order of the text, then statements."""
    if group.need_all and wanted.min_months is None and (each := _one_by_one(wanted, group, candidate, known, window)):
        return each
    found = [
        support
        for index, job in enumerate(candidate.employments)
        if (support := _job_support(index, job, wanted, group, candidate, known, window)) is not None
    ]
    if group.knowledge and not window.bounded and wanted.sector is None and wanted.domain is None:
        found.extend(_known(group, candidate))
    if all(support.strength == "implied" and not support.present for support in found):
        now = _done_now(wanted, group, candidate, known, window)
        # What is told so beats what the name of the same job only makes likely.
        found = [one for one in found if all(one.employment is not other.employment for other in now)] + now
    if not found:
        found.extend(_loose_supports(group, candidate))
    return tuple(found)


def _one_by_one(
    wanted: Experience, group: Group, candidate: Candidate, known: Knowledge, window: Window
) -> tuple[Support, ...]:
    """Where any experience will do, one job may show QGIS and another FME; empty where one of them isn't shown."""
    found: list[Support] = []
    for subject in group.subjects:
        alone = group._replace(subjects=(subject,), need_all=False)
        shown = [one for one in supports(wanted, alone, candidate, known, window) if one.present]
        if not shown:
            return ()
        # Their months are those of a part: only that there are any is shown.
        found += [one._replace(strength="implied") if one.strength == "stated" else one for one in shown]
    return tuple(dict.fromkeys(found))


def _done_now(
    wanted: Experience, group: Group, candidate: Candidate, known: Knowledge, window: Window
) -> list[Support]:
    """Work that a sentence outside the jobs tells in the present tense, where just one job still runs: it is done there.

    "Werkt met OpenWave", some lines below "vergunningverlener, gemeente Kampen, 2021 - heden". What someone has or
    can isn't done anywhere, and neither is what stands in a profile or a list of skills.
    """
    running = [job for job in candidate.employments if job.ongoing]
    if len(running) != 1 or running[0].kind != "job" or group.need_all or not group.subjects:
        return []
    job = running[0]
    told = known.decided(counts_as_fact(wanted, group, job))
    sector = sector_of(job, wanted, known)
    if told is not None or sector is False or wanted.domain is not None or wanted.degree is not None:
        return []
    for statement in candidate.statements:
        loose = statement.employment is None and statement.section in (None, "experience")
        if not loose or not statement.present or not is_doing(key(statement.text)):
            continue
        hits = [m for subject in group.subjects for m in _in_statements(subject, [statement])]
        if any(hit.grade == "same" for hit in hits):
            stretch = stretch_of(job, window.last, known)
            strength: Strength = "implied" if sector else "sector"
            from_cv = statement.evidence.source.startswith("cv")
            return [Support(strength, stretch, statement.evidence, job, bool(sector), task=True, from_cv=from_cv)]
    return []


def _job_support(
    index: int,
    job: Employment,
    wanted: Experience,
    group: Group,
    candidate: Candidate,
    known: Knowledge,
    window: Window,
) -> Support | None:
    if job.kind == "internship":
        return None
    told = known.decided(counts_as_fact(wanted, group, job))
    if told is not None and told.yes is False:
        return None
    sector = sector_of(job, wanted, known)
    if sector is False:
        return None
    stretch = stretch_of(job, window.last, known)
    if told is not None:
        stretch = _counted_part(stretch, told)
    if hull(stretch, window) is None:
        return None
    mention = mention_in_job(index, job, group, candidate)
    evidence = mention.evidence if mention and not mention.in_role else job.evidence
    if told is not None:
        strength: Strength = "answered" if sector else "sector"
        present = bool(sector) and (told.yes is True or months_in([stretch], window).low > 0)
        return Support(strength, stretch, told.evidence, job, present=present, from_cv=False)
    if mention is None:
        return None
    in_domain = _domain(wanted.domain, index, job, candidate)
    named = mention.grade == "same" and in_domain and job.kind == "job" and wanted.degree is None
    links = ["stated" if named else "implied"]
    if sector is None:
        links.append("sector")
    if mention.in_role:
        counts = not window.bounded or inside(stretch, window) or core(stretch, window) is not None
    else:
        counts = not window.bounded or inside(stretch, window) or (job.ongoing and mention.present)
    solid = links == ["stated"]
    if not mention.in_role:
        links.append("implied")
    strength = max((_ORDER[_ORDER.index(_strength(link))] for link in links), key=_ORDER.index)
    return Support(
        strength,
        stretch,
        evidence,
        job,
        present=solid and counts,
        task=not mention.in_role,
        from_cv=job.evidence.source.startswith("cv"),
    )


def _counted_part(stretch: Stretch, told: Effect) -> Stretch:
    """Return the part of a job that counts: "alleen 1 jaar", "pas sinds 2024"; all of it after a plain yes."""
    if told.months is not None:
        return stretch._replace(least=0, part=told.months)
    if told.start is not None or told.end is not None:
        return overlap(stretch, Stretch(told.start, None if told.ongoing else told.end))
    return stretch


def _strength(link: str) -> Strength:
    return "stated" if link == "stated" else "sector" if link == "sector" else "implied"


def counts_as_fact(wanted: Experience, group: Group, job: Employment) -> Fact:
    """Return the fact "this job counts as the subject", in the domain and the degree that are wanted."""
    return Fact(
        kind="counts_as", subject=group.key, domain=wanted.domain, degree=wanted.degree, employment=job_key(job)
    )


def sector_fact(job: Employment, wanted: Experience) -> Fact:
    """Return the fact "this employer is of the wanted kind"; of the job where no employer is named."""
    employer = key(job.employer) if job.employer else job_key(job)
    return Fact(kind="sector", subject=employer, sector=sector_asked(wanted))


def sector_of(job: Employment, wanted: Experience, known: Knowledge) -> bool | None:
    """Return whether the job's employer lies in the wanted sector; None: must be asked (C7)."""
    if wanted.sector is None:
        return True
    told = known.decided(sector_fact(job, wanted))
    if told is not None:
        return told.yes
    if job.employer and any(_is_kind(job.employer, kind) for kind in wanted.also_at):
        return True
    inside_sector = sector_satisfies(wanted.sector, job.sector)
    # "of vergelijkbare organisatie": another employer isn't refused but asked.
    return None if inside_sector is False and wanted.sector_open else inside_sector


def _is_kind(employer: str, kind: str) -> bool:
    """Whether an employer is of a kind that the criterion names ("provincie Utrecht", "omgevingsdiensten")."""
    stem = root(key(kind))
    named = any(root(word) == stem for word in key(employer).split())
    return len(stem) > 3 and (named or is_of_kind(employer, kind))


def mention_in_job(index: int, job: Employment, group: Group, candidate: Candidate) -> Mention | None:
    """Return the best mention of the group's subject in a job, None where it isn't named there."""
    if not group.subjects:
        # "2 jaar werkervaring bij een gemeente": any work there counts.
        return Mention("same", job.evidence, in_role=True, present=job.ongoing)
    statements = [s for s in candidate.statements if s.employment == index]
    if group.need_all:
        parts = [_best((subject,), job, statements) for subject in group.subjects]
        named = [part for part in parts if part is not None]
        if not named:
            return None
        complete = len(named) == len(parts)
        same = complete and all(part.grade == "same" for part in named)
        return Mention(
            "same" if same else "near",
            named[0].evidence,
            in_role=complete and all(part.in_role for part in named),
            present=all(part.present for part in named),
        )
    return _best(group.subjects, job, statements)


def _best(subjects: tuple[str, ...], job: Employment, statements: list[Statement]) -> Mention | None:
    found: list[Mention] = []
    for subject in subjects:
        if job.role and (hits := _affirmed(find_subject(subject, job.role), job.role)):
            grade: Literal["same", "near"] = "same" if any(h.grade == "same" for h in hits) else "near"
            found.append(Mention(grade, job.evidence, in_role=True, present=job.ongoing))
        found.extend(_in_statements(subject, statements))
    return max(found, key=lambda m: (m.grade == "same", m.in_role, m.present), default=None)


def _affirmed(hits: tuple[SubjectHit, ...], text: str) -> list[SubjectHit]:
    """The hits that no "geen", "affiniteit met" or "wil graag" takes back (C6)."""
    return [hit for hit in hits if polarity(text, hit.start, hit.end) == "affirmed"]


def _in_statements(subject: str, statements: list[Statement]) -> list[Mention]:
    found = []
    for statement in statements:
        for hit in _affirmed(find_subject(subject, statement.text), statement.text):
            # "hielp de klachtcoördinator": a role named among the tasks may be somebody else's, so it is asked.
            of_a_role = (hit.where_term or "").startswith("role.")
            grade: Literal["same", "near"] = "near" if of_a_role else hit.grade
            present = statement.present and _is_said_now(statement.text, hit.start)
            found.append(Mention(grade, statement.evidence, present=present))
    return found


_OWN_VERB = re.compile(r"\s*(?:ge\w{3,}[dt]|\w{3,}en (?:van|met|aan|op))\b", re.I)


def _is_said_now(text: str, at: int) -> bool:
    """Whether the present tense of a sentence reaches an item: in "behandelt A, gewerkt met B" not B (C4)."""
    start = max(text.rfind(", ", 0, at), text.rfind(": ", 0, at)) + 1
    stop = text.find(", ", at)
    item = text[start : stop if stop >= 0 else len(text)]
    return _OWN_VERB.match(item) is None or is_present(plain(item))


def _domain(domain: str | None, index: int, job: Employment, candidate: Candidate) -> bool:
    """Whether the text places the job inside the domain; silence means: to be confirmed."""
    if domain is None:
        return True
    texts = [job.role or ""] + [s.text for s in candidate.statements if s.employment == index]
    return any(hit.grade == "same" for text in texts for hit in find_subject(domain, text, DOMAIN))


_KNOWS = re.compile(r"\b(?:kennis (?:van|over)|ken|kent|bekend met|vertrouwd met)\b[^.;:!?]{0,60}$")
_IS_KNOWN = re.compile(r"[^.;:,!?]{0,12}\b(?:kent|ken|kennen|is bekend|goed bekend)\b")


def _known(group: Group, candidate: Candidate) -> list[Support]:
    """Where the text says in so many words that somebody knows what is asked to be known: "kent de cao door en door"."""
    if group.need_all:
        return []
    found = []
    for statement in candidate.statements:
        if statement.employment is not None:
            continue
        low = key(statement.text)
        for subject in group.subjects:
            for hit in _affirmed(find_subject(subject, statement.text), statement.text):
                said = _KNOWS.search(low[: hit.start]) or _IS_KNOWN.match(low[hit.end :])
                if hit.grade == "same" and said and len(low) == len(statement.text):
                    from_cv = statement.evidence.source.startswith("cv")
                    nowhere = Stretch(None, None)
                    found.append(
                        Support("implied", nowhere, statement.evidence, present=True, task=True, from_cv=from_cv)
                    )
    return found[:1]


def _loose_supports(group: Group, candidate: Candidate) -> list[Support]:
    """Mentions outside any job: in a profile, a skills list, a course. They have no months."""
    nowhere = Stretch(None, None)
    loose = [s for s in candidate.statements if s.employment is None]
    found = []
    for statement in loose:
        mentions = [m for subject in group.subjects for m in _in_statements(subject, [statement])]
        if mentions:
            found.append(
                Support(
                    "implied",
                    nowhere,
                    statement.evidence,
                    task=True,
                    from_cv=statement.evidence.source.startswith("cv"),
                )
            )
    return found[:1]
