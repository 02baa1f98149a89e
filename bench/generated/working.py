"""Months of work: the true ones, and those that a text states (C2-C4, C7)."""

from bench.generated.values import Experience, Person, Said, SaidJob, Sector, Subject, Window

_INSIDE: dict[str, tuple[Sector, ...]] = {
    "gemeente": ("gemeente",),
    "overheid": ("gemeente", "provincie", "waterschap", "rijk"),
    "publieke sector": ("gemeente", "provincie", "waterschap", "rijk", "publieke sector"),
}


def sector_fits(sector: Sector | None, asked: str | None) -> bool:
    """Tell whether an employer is of the sector that is asked: gemeente, overheid, publieke sector (C7)."""
    return asked is None or sector in _INSIDE[asked]


def window_span(window: Window, reference: int) -> tuple[int, int]:
    """Return the first and the last month that count: up to and including the month of the reference date (C3)."""
    if window.since is not None:
        return window.since, reference
    return (0 if window.months is None else reference - window.months + 1), reference


def true_months(person: Person, demand: Experience, subject: Subject, reference: int) -> set[int]:
    """Return the months that count for a subject; overlaps once, a stage never (C3)."""
    first, last = window_span(demand.window, reference)
    months: set[int] = set()
    for job in person.jobs:
        if job.stage or not sector_fits(job.employer.sector, demand.sector):
            continue
        if subject.kind == "role":
            periods = [(job.start, job.end)] if job.work == subject.name else []
        else:
            periods = [(use.start, use.end) for use in job.uses if (use.kind, use.name) == (subject.kind, subject.name)]
        for start, end in periods:
            months.update(range(max(start, first), min(last if end is None else end, last) + 1))
    return months


def _certain(job: SaidJob, span: tuple[int, int], *, generous: bool) -> range:
    """Return the months that a job certainly takes up, inside the window."""
    first, last = span
    if job.period is None:
        return range(0)
    start, end = job.period.start, job.period.end
    opening = start.latest + (0 if generous else start.slack)
    closing = last if end is None else end.earliest - (0 if generous else end.slack)
    return range(max(opening, first), min(closing, last) + 1)


def stated_months(said: Said, demand: Experience, subject: Subject, reference: int, now: int) -> tuple[int, int]:
    """Return the months that the text certainly states, read strictly and read generously.

    A task or tool in a job is only implied for its months (C4): there only "4 jaar TOPdesk" states any.
    """
    span = window_span(demand.window, reference)
    low, high = _durations(said, demand, subject, span, now)
    named = _naming(said, demand, subject)
    if subject.kind != "role":
        # Beside a job that shows other months, a duration counts with that job's months: the hull of both (C4).
        return (0 if named and low else low), high
    strict = {at for job in named for at in _certain(job, span, generous=False)}
    generous = {at for job in named for at in _certain(job, span, generous=True)}
    # A length beside the dates says more than years do; in a window it may lie outside in part.
    more = sum(max(0, job.length - len(_certain(job, span, generous=True))) for job in named)
    high += more
    # Two jobs, one with dates and one with a length alone, may overlap: the longer of the two is certain, the sum possible.
    return max(len(strict), low), len(generous) + high


def _naming(said: Said, demand: Experience, subject: Subject) -> list[SaidJob]:
    """Return the dated jobs at the right kind of employer that name the subject."""
    fitting = [j for j in said.jobs if not j.stage and j.period is not None and sector_fits(j.sector, demand.sector)]
    if subject.kind == "role":
        return [job for job in fitting if job.title == subject.name]
    return [job for job in fitting if any((u.kind, u.name) == (subject.kind, subject.name) for u in job.uses)]


def _durations(said: Said, demand: Experience, subject: Subject, span: tuple[int, int], now: int) -> tuple[int, int]:
    """Return the months of "4 jaar TOPdesk": none inside a window, unless tied to today (C4)."""
    first, last = span
    low = high = 0
    for told in said.months:
        if (told.kind, told.name) != (subject.kind, subject.name) or not sector_fits(told.sector, demand.sector):
            continue
        if first == 0:
            low, high = max(low, told.months), high + told.months
        elif told.tied:
            start = now - told.months + 1
            low = max(low, len(range(max(start + 1, first), now + 1)))
            high += len(range(max(start, first), last + 1))
    return low, high


def stated_once(said: Said, demand: Experience, subject: Subject, reference: int) -> tuple[bool, bool]:
    """Tell whether the text states any such work in the window, read strictly and read generously (C4)."""
    span = window_span(demand.window, reference)
    ways = [_once(job, subject, span) for job in said.jobs if not job.stage and sector_fits(job.sector, demand.sector)]
    for told in said.months:
        if (told.kind, told.name) == (subject.kind, subject.name) and sector_fits(told.sector, demand.sector):
            ways.append((span[0] == 0 or told.tied, span[0] == 0 or told.tied))
    return any(sure for sure, _ in ways), any(maybe for _, maybe in ways)


def _once(job: SaidJob, subject: Subject, span: tuple[int, int]) -> tuple[bool, bool]:
    first, _ = span
    if job.period is None:
        named = subject.kind == "role" and job.title == subject.name and first == 0
        return named, named
    start = job.period.start
    inside = start.earliest - start.slack >= first, start.earliest >= first
    if subject.kind == "role":
        if job.title != subject.name:
            return False, False
        sure = inside[0] or bool(_certain(job, span, generous=False))
        return sure, inside[1] or bool(_certain(job, span, generous=True))
    sure = maybe = False
    for use in job.uses:
        if (use.kind, use.name) == (subject.kind, subject.name):
            now = use.present and job.period.end is None
            # "behandelde klachten" is another form of what the posting asks: a reader may want it confirmed (C8).
            sure |= (inside[0] or now) and use.literal
            maybe |= inside[1] or now
    return sure, maybe
