"""One generated case: a posting, a person, a text about that person, and what must come of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

from bench.generated import candidate, person, posting, reference
from bench.generated.values import (
    Combined,
    Criterion,
    Demand,
    Diploma,
    Document,
    Education,
    Experience,
    Holds,
    Job,
    Person,
    Posting,
    Said,
    Status,
    Subject,
    month,
)
from bench.truth import Diploma as TrueDiploma
from bench.truth import Job as TrueJob
from bench.truth import Truth


@dataclass(frozen=True)
class Case:
    """A case. `final`: every criterion with all questions answered; `status`: the statuses that the text alone allows."""

    seed: int
    posting: str
    candidate: str
    source: Literal["cv", "summary"]
    today: date
    truth: Truth
    final: dict[str, str | int]
    status: dict[str, frozenset[Status]]
    meant: Posting
    person: Person
    said: Said
    style: str


def generate(seed: int) -> Case:
    """Return the case of a seed: the same one every time."""
    draw = Random(seed)  # noqa: S311 - invented people, not secrets
    today = date(2026, 1, 5) + timedelta(days=int(draw.random() * 350))
    meant = posting.generate(draw, today)
    someone = person.generate(draw, meant, today)
    text, source, style, said = candidate.tell(draw, someone, meant, today)
    now = month(today.year, today.month)
    return Case(
        seed=seed,
        posting=meant.text,
        candidate=text,
        source=source,
        today=today,
        truth=_truth(meant, someone),
        final={c.id: _final(c, someone, meant.month) for c in meant.criteria},
        status={c.id: reference.allowed(c, said, meant.month, now) for c in meant.criteria},
        meant=meant,
        person=someone,
        said=said,
        style=style,
    )


def _final(criterion: Criterion, someone: Person, at: int) -> str | int:
    status, points = reference.truth(criterion, someone, at)
    return status if criterion.kind == "knockout" or points is None else points


# The truth as the simulated recruiter reads it (bench/cases/FORMAT.md)


def _truth(meant: Posting, someone: Person) -> Truth:
    jobs = [part for job in someone.jobs for part in _parts(job, meant)]
    return Truth(
        jobs=tuple(jobs),
        diplomas=tuple(_diploma(d, meant) for d in someone.diplomas),
        holds=tuple(label for c in meant.criteria for label in _holds(c.id, c.demand, someone, "")),
        contract=someone.contract,
        rate=str(someone.rate),
    )


def _labels(meant: Posting) -> list[tuple[str, Subject]]:
    """Return every piece of work that is asked, with the label under which the truth names it."""
    found: list[tuple[str, Subject]] = []
    for criterion in meant.criteria:
        parts = criterion.demand.parts if isinstance(criterion.demand, Combined) else (criterion.demand,)
        for demand in parts:
            if isinstance(demand, Experience):
                alone = len(parts) == len(demand.subjects) == 1
                found += [(criterion.id if alone else f"{criterion.id}/{s.phrase}", s) for s in demand.subjects]
    return found


def _parts(job: Job, meant: Posting) -> list[TrueJob]:
    """Return a job, and apart from it what was done in only some of its months."""
    labels = [] if job.stage else _labels(meant)
    whole = [label for label, s in labels if s.kind == "role" and s.name == job.work]
    spans: dict[tuple[int, int | None], list[str]] = {}
    for use in job.uses:
        spans.setdefault((use.start, use.end), []).extend(
            label for label, s in labels if (s.kind, s.name) == (use.kind, use.name)
        )
    whole += spans.pop((job.start, job.end), [])
    found = [_job(job, job.start, job.end, whole)]
    return found + [_job(job, start, end, does) for (start, end), does in spans.items() if does]


def _job(job: Job, start: int, end: int | None, does: list[str]) -> TrueJob:
    return TrueJob(
        role=job.title, employer=job.employer.name, sector=job.employer.sector, start=start, end=end, does=tuple(does)
    )


def _diploma(diploma: Diploma, meant: Posting) -> TrueDiploma:
    fits = [
        criterion.id
        for criterion in meant.criteria
        for demand in (criterion.demand.parts if isinstance(criterion.demand, Combined) else (criterion.demand,))
        if isinstance(demand, Education) and (not demand.fields or diploma.field in demand.fields)
    ]
    return TrueDiploma(level=diploma.level, field=diploma.field, finished=diploma.finished, fits=tuple(fits))


def _holds(criterion: str, demand: Demand, someone: Person, part: str) -> list[str]:
    if isinstance(demand, Combined):
        return [label for inner in demand.parts for label in _holds(criterion, inner, someone, "part")]
    if isinstance(demand, Experience | Education | Document):
        return []
    if isinstance(demand, Holds) and (part or len(demand.things) > 1):
        return [f"{criterion}/{thing}" for thing in demand.things if thing in someone.has]
    return [criterion] if reference.is_true(demand, someone, 0) else []
