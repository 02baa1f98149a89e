"""A small second opinion, written from the domain rules (DESIGN 4) and nothing else: what is true, and what follows from a text.

`truth` judges the person. `allowed` judges the text: the statuses that a careful reader may give a criterion on the text
alone. One status where the rules decide; several where they leave room, or where readers may differ ("voorjaar").
"""

from dataclasses import replace
from itertools import product

from bench.generated.values import (
    Available,
    Band,
    Combined,
    Contract,
    Criterion,
    Demand,
    Document,
    Education,
    Experience,
    Holds,
    Onsite,
    Person,
    RateCap,
    Said,
    Status,
)
from bench.generated.working import stated_months, stated_once, true_months

_LADDER = ("vmbo", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo-bachelor", "wo-bachelor", "master")

_WORKING_DAYS = 5
MET: frozenset[Status] = frozenset({"met"})
UNMET: frozenset[Status] = frozenset({"unmet"})
OPEN: frozenset[Status] = frozenset({"open"})


def reaches(level: str, asked: str) -> bool:
    """Tell whether a level of education is enough (C5); vwo settles no vocational level."""
    return level in _LADDER and _LADDER.index(level) >= _LADDER.index(asked)


def points_at(bands: tuple[Band, ...], months: int) -> int:
    """Return the points of a number of months; in an overlap or a gap the fewer of the two (P5)."""
    inside = [band.points for band in bands if _holds(band, months)]
    if inside:
        return min(inside)
    below = [band for band in bands if band.high is not None and band.high <= months]
    above = [band for band in bands if band.low is not None and band.low >= months]
    if not below or not above:
        return 0
    nearest = (max(below, key=lambda b: b.high or 0), min(above, key=lambda b: b.low or 0))
    return min(band.points for band in nearest)


def _holds(band: Band, months: int) -> bool:
    low, high = band.low or 0, band.high
    enough = months >= low if band.low_inclusive else months > low
    return enough and (high is None or (months <= high if band.high_inclusive else months < high))


# What is true


def truth(criterion: Criterion, person: Person, reference: int) -> tuple[Status, int | None]:
    """Return the true outcome of a criterion, with its points where it has any; a document to make is open."""
    if criterion.bands and isinstance(criterion.demand, Experience):
        demand = criterion.demand
        points = points_at(criterion.bands, len(true_months(person, demand, demand.subjects[0], reference)))
        return ("met" if points else "unmet"), points
    status = _true(criterion.demand, person, reference)
    if criterion.points is None or status == "open":
        return status, None
    return status, criterion.points if status == "met" else 0


def _true(demand: Demand, person: Person, reference: int) -> Status:
    if isinstance(demand, Document):
        return "open"
    if isinstance(demand, Combined):
        parts = [_true(part, person, reference) for part in demand.parts]
        return _together(demand.need, parts)
    return "met" if is_true(demand, person, reference) else "unmet"


def is_true(demand: Demand, person: Person, reference: int) -> bool:
    """Tell whether a single demand is true of a person."""
    match demand:
        case Experience():
            return _experienced(demand, person, reference)
        case Education():
            fields = demand.fields
            return any(
                d.finished and reaches(d.level, demand.level) and (not fields or d.field in fields)
                for d in person.diplomas
            )
        case Holds():
            return set(demand.things) <= person.has
        case Onsite():
            return person.onsite >= demand.days
        case Available():
            in_time = demand.start is None or person.start <= demand.start
            return in_time and person.hours >= (demand.hours or 0) and not set(demand.days) & set(person.off)
        case RateCap():
            return person.rate <= demand.amount
        case Contract():
            return person.contract in demand.allowed
    return False


def _experienced(demand: Experience, person: Person, reference: int) -> bool:
    least = demand.minimum or 1
    months = [true_months(person, demand, subject, reference) for subject in demand.subjects]
    if demand.need == "all":
        return all(len(found) >= least for found in months)
    return len(set().union(*months)) >= least


def _together(need: str, parts: list[Status]) -> Status:
    decides: Status = "unmet" if need == "all" else "met"
    if decides in parts:
        return decides
    return "open" if "open" in parts else parts[0]


# What follows from the text


def allowed(criterion: Criterion, said: Said, reference: int, now: int) -> frozenset[Status]:
    """Return the statuses that a careful reader may give on the text alone."""
    if criterion.bands and isinstance(criterion.demand, Experience):
        demand = criterion.demand
        readings = _publicly(said, demand)
        return frozenset().union(*(_banded(criterion.bands, demand, one, reference, now) for one in readings))
    return _allowed(criterion.demand, said, reference, now)


def _publicly(said: Said, demand: Experience) -> list[Said]:
    """Return the text read both ways: whether a school or hospital is of the publieke sector may be asked (C7)."""
    sectors = {job.sector for job in said.jobs} | {told.sector for told in said.months}
    if demand.sector != "publieke sector" or "publieke sector" not in sectors:
        return [said]
    careful = [replace(job, sector=None) if job.sector == "publieke sector" else job for job in said.jobs]
    lengths = [replace(told, sector=None) if told.sector == "publieke sector" else told for told in said.months]
    return [said, replace(said, jobs=careful, months=lengths)]


def _allowed(demand: Demand, said: Said, reference: int, now: int) -> frozenset[Status]:
    match demand:
        case Experience():
            return frozenset().union(*(_experience(demand, one, reference, now) for one in _publicly(said, demand)))
        case Education():
            return _education(demand, said)
        case Holds():
            return _things(demand, said)
        case Onsite():
            return _onsite(demand, said)
        case Available():
            return _available(demand, said)
        case RateCap():
            if said.rate is None:
                return OPEN
            return OPEN | (MET if said.rate <= demand.amount else UNMET)
        case Contract():
            return OPEN if said.contract is None else MET if said.contract in demand.allowed else UNMET
        case Combined():
            parts = [_allowed(part, said, reference, now) for part in demand.parts]
            return frozenset(_together(demand.need, list(choice)) for choice in product(*parts))
        case Document():
            return OPEN


def _denied(demand: Experience, said: Said) -> frozenset[Status]:
    """Return what a denial leaves: "geen ervaring met de Wabo" says little of what somebody knows of it."""
    if demand.sector is not None and demand.sector in said.denied_sectors:
        return UNMET
    gone = [(s.kind, s.name) in said.denied for s in demand.subjects]
    if not (all(gone) if demand.need == "any" else any(gone)):
        return frozenset()
    # "A en B" under one verb may be read as one subject, of which a part is denied.
    one_thing = demand.need == "all" and not all(gone)
    return UNMET | OPEN if one_thing or demand.subjects[0].kind == "law" else UNMET


def _experience(demand: Experience, said: Said, reference: int, now: int) -> frozenset[Status]:
    if denied := _denied(demand, said):
        return denied
    if demand.minimum is None:
        parts = [stated_once(said, demand, subject, reference) for subject in demand.subjects]
    else:
        found = [stated_months(said, demand, subject, reference, now) for subject in demand.subjects]
        parts = [(low >= demand.minimum, high >= demand.minimum) for low, high in found]
    # Months with A and months with B may be added up where either will do; whether they overlap the text tells only in part.
    together = all if demand.need == "all" else any
    sure, maybe = together(p[0] for p in parts), together(p[1] for p in parts)
    return MET if sure else MET | OPEN if maybe else OPEN


def _banded(bands: tuple[Band, ...], demand: Experience, said: Said, reference: int, now: int) -> frozenset[Status]:
    if denied := _denied(demand, said):
        return denied if not points_at(bands, 0) else MET | OPEN
    low, high = stated_months(said, demand, demand.subjects[0], reference, now)
    if not low and not high and points_at(bands, 0):
        return MET | OPEN
    return MET if _least(bands, low) else MET | OPEN if _least(bands, high) else OPEN


def _least(bands: tuple[Band, ...], months: int) -> int:
    """Return the fewest points of so many months or more."""
    return min(points_at(bands, at) for at in range(months, max(months, 200) + 1))


def _education(demand: Education, said: Said) -> frozenset[Status]:
    fits = [
        d for d in said.diplomas if reaches(d.level, demand.level) and (not demand.fields or d.field in demand.fields)
    ]
    if any(d.finished != "no" for d in fits):
        return MET
    if demand.level in said.no_level:
        return UNMET
    return UNMET | OPEN if said.no_level and demand.level == "wo-bachelor" else OPEN


def _things(demand: Holds, said: Said) -> frozenset[Status]:
    """Weigh what one has: a course, a laptop or a registration that isn't there yet may still come (C6); a driving licence won't."""
    words = [said.things.get(name) for name in demand.things]
    if "no" in words:
        return UNMET if demand.things == ("rijbewijs",) else UNMET | OPEN
    if not all(word == "yes" for word in words):
        return OPEN
    # "BOA domein I" on a line of its own may be a job as well.
    return MET | OPEN if demand.things[0].startswith("BOA") else MET


def _onsite(demand: Onsite, said: Said) -> frozenset[Status]:
    """Weigh days on site: "hooguit 4 dagen" may be a yes to 3 of them, and is a no to 5."""
    if said.onsite is None:
        return OPEN
    low, high = said.onsite
    return UNMET if high < demand.days else MET if low >= demand.days else MET | OPEN


def _available(demand: Available, said: Said) -> frozenset[Status]:
    answers: list[bool | None] = []
    every = False
    if demand.start is not None:
        answers.append(None if said.start is None else said.start <= demand.start)
    if demand.hours is not None:
        answers.append(None if said.hours is None else said.hours >= demand.hours)
    if demand.days:
        off = bool(set(demand.days) & set(said.off))
        every = said.onsite is not None and said.onsite[0] >= _WORKING_DAYS
        answers.append(False if off else None if said.days is None else set(demand.days) <= set(said.days))
    if False in answers:
        return UNMET | OPEN
    if all(answers):
        return MET
    # "Niet op vrijdag", "5 dagen op kantoor": a reader may take the other days, or all of them, for granted.
    return MET | OPEN if (said.off or every) and answers[-1] is None and all(answers[:-1]) else OPEN
