"""Which facts could still change an experience requirement, the best question first (Q1, Q5, C2, S2).

1. a job that may count: is it the work meant (`counts_as`), is its employer in the sector (`sector`);
2. a job whose months are imprecise, where a threshold lies inside the interval (`period`);
3. the months themselves (`months`): what the text doesn't show may still be there.
"""

from core.assessment.calendar import Window, months_in
from core.assessment.groups import Group
from core.assessment.judged import Need
from core.assessment.scope import domain_text, months_fact, sector_asked, sector_text
from core.assessment.support import Support, counts_as_fact, job_key, sector_fact
from core.model.base import Months
from core.model.posting import Experience, Tier
from core.model.question import Fact


def thresholds_of(wanted: Experience, tiers: tuple[Tier, ...]) -> tuple[int, ...]:
    """Return the months at which the outcome or the points change, ascending, zero left out."""
    marks: set[int] = set()
    if wanted.min_months is not None:
        marks.add(wanted.min_months + (1 if wanted.more_than else 0))
    for tier in tiers:
        if tier.low:
            marks.add(tier.low if tier.low_inclusive else tier.low + 1)
        if tier.high:
            marks.add(tier.high + 1 if tier.high_inclusive else tier.high)
    return tuple(sorted(marks)) or (1,)


def experience_needs(
    wanted: Experience,
    group: Group,
    window: Window,
    found: tuple[Support, ...],
    certain: int,
    possible: int | None,
    tiers: tuple[Tier, ...],
) -> tuple[Need, ...]:
    """Return what to ask, none where no threshold is left between what is certain and what is possible."""
    marks = thresholds_of(wanted, tiers)
    open_marks = tuple(m for m in marks if m > certain and (possible is None or m <= possible))
    if not open_marks:
        return ()
    needs = [*_doubtful_jobs(wanted, group, window, found, open_marks)]
    needs += _imprecise_jobs(window, found, certain, open_marks, wanted.contiguous)
    seen = tuple(s.evidence for s in found)
    needs.append(Need("months", months_fact(wanted, group.key), group.label, seen, marks, certain, possible))
    return tuple(needs)


def _doubtful_jobs(
    wanted: Experience,
    group: Group,
    window: Window,
    found: tuple[Support, ...],
    open_marks: tuple[int, ...],
) -> list[Need]:
    """Jobs to confirm, the one that gives most first."""
    doubtful = [s for s in found if s.strength in ("implied", "sector")]
    doubtful.sort(key=lambda s: -(months_in([s.stretch], window).high or 0))
    needs = []
    for support in doubtful:
        job = support.employment
        if job is None:
            continue
        if support.strength == "sector" and wanted.sector is not None:
            label = sector_text(sector_asked(wanted)).strip()
            needs.append(Need("sector", sector_fact(job, wanted), label, (job.evidence,), job=job))
        else:
            fact = counts_as_fact(wanted, group, job)
            label = group.label + domain_text(wanted.domain)
            needs.append(Need("counts_as", fact, label, (support.evidence,), open_marks, job=job))
    return needs


def _imprecise_jobs(
    window: Window,
    found: tuple[Support, ...],
    certain: int,
    open_marks: tuple[int, ...],
    contiguous: bool,
) -> list[Need]:
    """The job whose exact months would decide most, where they can decide anything (C2)."""
    counted = [s for s in found if s.strength in ("stated", "answered") and s.employment is not None]
    reach = months_in((s.stretch for s in counted), window, contiguous=contiguous)
    if not any(certain < mark <= (reach.high or 0) for mark in open_marks):
        return []
    # Of a job that counts only in part, its own dates wouldn't tell more.
    loose = [s for s in counted if not s.stretch.precise and s.stretch.part is None]
    loose.sort(key=lambda s: -_slack(months_in([s.stretch], window)))
    needs = []
    for support in loose:
        job = support.employment
        if job is None:
            continue
        fact = Fact(kind="period", employment=job_key(job))
        label = job.role or job.evidence.quote
        needs.append(Need("period", fact, label, (job.evidence,), open_marks, job=job))
    return needs


def _slack(months: Months) -> int:
    return (months.high or 0) - months.low
