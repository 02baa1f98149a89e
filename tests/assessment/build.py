"""Hand-made values for the tests: a posting of one or more criteria, a candidate of jobs."""

from datetime import date

from core.model.base import Evidence, MonthRange, Span, month_of
from core.model.candidate import Candidate, Employment, Statement
from core.model.posting import Criterion, Posting, Requirement, Tier


def month(text: str) -> int:
    """Return "2019-03" as a month index."""
    year, number = text.split("-")
    return month_of(date(int(year), int(number), 1))


def when(text: str) -> MonthRange:
    """Return "2019-03", or "2019-01..2019-12" for a range."""
    first, _, last = text.partition("..")
    return MonthRange(earliest=month(first), latest=month(last or first))


def year(number: int) -> MonthRange:
    """A year's precision."""
    return when(f"{number}-01..{number}-12")


def seen(quote: str, source: str = "cv") -> Evidence:
    """Evidence in the CV."""
    return Evidence(source=source, quote=quote, start=0, end=len(quote))


def job(
    role: str,
    employer: str | None = None,
    start: str | MonthRange | None = None,
    end: str | MonthRange | None = None,
    *,
    sector: str | None = None,
    kind: str = "job",
) -> Employment:
    """A job; `end` None with a start means "heden"."""
    first = when(start) if isinstance(start, str) else start
    last = when(end) if isinstance(end, str) else end
    quote = f"{role} {employer or ''} {start} {end}"
    return Employment.model_validate(
        {
            "role": role,
            "employer": employer,
            "sector": sector,
            "start": first,
            "end": last,
            "ongoing": first is not None and last is None,
            "kind": kind,
            "evidence": seen(quote),
            "block": seen(quote),
        }
    )


def candidate(*jobs: Employment, tasks: dict[int, str] | None = None, **values: object) -> Candidate:
    """A candidate with a CV; `tasks` are statements by the position of their job (-1: outside any job)."""
    statements = tuple(
        Statement(text=text, employment=position if position >= 0 else None, evidence=seen(text))
        for position, text in (tasks or {}).items()
    )
    data = {"source": "cv", "employments": jobs, "statements": statements, **values}
    return Candidate.model_validate(data)


def criterion(
    identity: str, wanted: Requirement, points: float | None = None, text: str = "", tiers: tuple[Tier, ...] = ()
) -> Criterion:
    """A criterion; K… is a knock-out, A… an award criterion."""
    return Criterion(
        id=identity,
        kind="knockout" if identity.startswith("K") else "award",
        number=identity[1:],
        text=text or identity,
        points=points,
        tiers=tiers,
        requirement=wanted,
        span=Span(start=0, end=0),
    )


def posting(*criteria: Criterion, closing: str = "2026-07-14", **values: object) -> Posting:
    """A posting of these criteria."""
    total = sum(c.points or 0 for c in criteria if c.kind == "award")
    return Posting.model_validate({"closing": closing, "criteria": criteria, "total_points": total, **values})
