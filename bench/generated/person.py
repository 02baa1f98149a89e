"""The hidden truth about a person, near enough to what a posting asks to be interesting."""

from datetime import date, timedelta
from random import Random

from bench.generated.values import (
    Contract,
    Demand,
    Diploma,
    Employer,
    Experience,
    Form,
    Job,
    Kind,
    Person,
    Posting,
    Sector,
    Use,
    month,
)
from bench.generated.words import DAYS, EMPLOYERS, WORK, chance, pick

_NAMED: tuple[tuple[Sector, str], ...] = tuple(
    (group["sector"], name) for group in EMPLOYERS["named"] for name in group["names"]
)
_FAMILIES = tuple(WORK["work"])
_LEVELS = (
    "mbo-4",
    "mbo-4",
    "mbo-4",
    "hbo-bachelor",
    "hbo-bachelor",
    "hbo-bachelor",
    "wo-bachelor",
    "master",
    "mbo-3",
    "ad",
)
_LOWER = {
    "mbo-4": "mbo-3",
    "hbo-bachelor": "mbo-4",
    "wo-bachelor": "vwo",
    "master": "wo-bachelor",
    "mbo-3": "vmbo",
    "ad": "mbo-4",
}
_THINGS = {"laptop": 0.6, "telefoon": 0.6, "rijbewijs": 0.7, "vca": 0.3, "skj": 0.3, "engels": 0.7, "nederlands": 1.0}


def generate(draw: Random, posting: Posting, today: date) -> Person:
    """Return a person for a posting."""
    has = {name for name, share in _THINGS.items() if chance(draw, share)}
    courses = [*WORK["work"][posting.work]["courses"], *WORK["work"][pick(draw, _FAMILIES)]["courses"]]
    has |= {name for name in courses if chance(draw, 0.45)}
    off = tuple(day for day in DAYS if chance(draw, 0.15))
    return Person(
        jobs=_jobs(draw, posting, today),
        diplomas=_diplomas(draw, posting.work, today.year),
        has=frozenset(has),
        onsite=min(pick(draw, (0, 1, 2, 3, 4, 5)), 5 - len(off)),
        start=today + timedelta(days=pick(draw, (-10, 5, 20, 40, 70))),
        hours=pick(draw, (16, 24, 28, 32, 36, 40)),
        off=off,
        contract=_contract(draw, posting),
        rate=60 + int(draw.random() * 50),
    )


def _contract(draw: Random, posting: Posting) -> Form:
    """Return a contract form; where only employees are asked, nobody whose form leaves that unclear ("detachering")."""
    forms: tuple[Form, ...] = ("zzp", "detachering", "loondienst")
    employed = any(c.demand == Contract(("loondienst",)) for c in posting.criteria)
    return pick(draw, tuple(form for form in forms if form != "detachering" or not employed))


def _minimum(demands: list[Demand]) -> int | None:
    found = [d.minimum for d in demands if isinstance(d, Experience) and d.minimum and d.subjects[0].kind == "role"]
    return found[0] if found else None


def _jobs(draw: Random, posting: Posting, today: date) -> tuple[Job, ...]:
    now = month(today.year, today.month)
    wanted = _minimum([c.demand for c in posting.criteria]) if chance(draw, 0.4) else None
    jobs: list[Job] = []
    # One truth for each title and each employer, wherever it comes back.
    leaning = draw.random()
    end: int | None = None if chance(draw, 0.55) else now - 1 - int(draw.random() * 30)
    for _ in range(pick(draw, (1, 2, 2, 3, 3, 4, 5, 6))):
        family, grade = _work(draw, posting.work)
        months = pick(draw, (4, 7, 11, 12, 14, 18, 23, 24, 25, 29, 36, 40, 48, 61, 75))
        if wanted is not None and family == posting.work and grade == "same":
            months, wanted = max(1, wanted + pick(draw, (-2, -1, -1, 0, 0, 1, 2))), None
        last = now if end is None else end
        start = last - months + 1
        jobs.append(_job(draw, family, grade, (start, end), now, leaning))
        # The job before this one: after a gap, right before it, or still running when this one began.
        end = min(now - 1, start - 1 + pick(draw, (0, 0, 0, -1, -6, -14, 3, 8)))
    return tuple(jobs)


def _work(draw: Random, wanted: str) -> tuple[str | None, str]:
    at = draw.random()
    if at < 0.5:
        return wanted, "same"
    if at < 0.62:
        return wanted, "near"
    return (pick(draw, _FAMILIES), "same") if at < 0.8 else (None, "other")


def _job(draw: Random, family: str | None, grade: str, period: tuple[int, int | None], now: int, leaning: float) -> Job:
    start, end = period
    agency = pick(draw, EMPLOYERS["agencies"]) if chance(draw, 0.12) else None
    if family is None:
        at = Employer(pick(draw, EMPLOYERS["elsewhere"]), "privaat", told=False)
        return Job(pick(draw, WORK["elsewhere"]["titles"]), "other", None, at, start, end)
    words = WORK["work"][family]
    uses = _uses(draw, words, period, now)
    stage = end is not None and chance(draw, 0.06)
    if grade == "near":
        second = chance(draw, 0.5)
        counts = leaning < 0.5 if second else 0.25 < leaning < 0.75
        return Job(
            words["near"][second],
            "near",
            family if counts else None,
            _employer(draw, leaning),
            start,
            end,
            uses,
            stage,
            agency,
        )
    titles = (words["role"], words["role"], *words["spelled"], *words["english"])
    return Job(pick(draw, titles), "same", family, _employer(draw, leaning), start, end, uses, stage, agency)


def _employer(draw: Random, leaning: float) -> Employer:
    at = draw.random()
    if at < 0.6:
        return Employer(f"gemeente {pick(draw, EMPLOYERS['gemeenten'])}", "gemeente", told=True)
    if at < 0.83:
        sector, name = pick(draw, _NAMED)
        return Employer(name, sector, told=True)
    at_unknown = int(draw.random() * len(EMPLOYERS["unknown"]["names"]))
    sector = "privaat" if (leaning * 7 + at_unknown) % 2 < 1 else "publieke sector"
    return Employer(EMPLOYERS["unknown"]["names"][at_unknown], sector, told=False)


def _uses(draw: Random, words: dict[str, list[list[str]]], period: tuple[int, int | None], now: int) -> tuple[Use, ...]:
    kinds: tuple[tuple[Kind, list[str]], ...] = (
        ("task", [task[1] for task in words["tasks"]]),
        ("tool", [str(tool) for tool in words["tools"]]),
        ("law", [str(law) for law in words["laws"]]),
    )
    found = []
    for kind, names in kinds:
        for name in names:
            if chance(draw, 0.5):
                found.append(Use(kind, name, *_part(draw, period, now)))
    return tuple(found)


def _part(draw: Random, period: tuple[int, int | None], now: int) -> tuple[int, int | None]:
    """Most things are done all the time; some only in the first months of a job that is over by now or that still runs."""
    start, end = period
    if chance(draw, 0.2):
        last = start + 2 + int(draw.random() * 20)
        if last < (now if end is None else end):
            return start, last
    return start, end


def _diplomas(draw: Random, family: str, year: int) -> tuple[Diploma, ...]:
    level = pick(draw, _LEVELS)
    end = year - pick(draw, (3, 8, 12, 18, 25))
    found = [Diploma(level, _field(draw, family, level), finished=True, end=end)]
    if chance(draw, 0.2):
        found = [Diploma(level, found[0].field, finished=False, end=pick(draw, (end, year + 1)))]
    if chance(draw, 0.45) or not found[0].finished:
        lower = _LOWER[level]
        found.append(Diploma(lower, _field(draw, family, lower), finished=True, end=found[0].end - 5))
    return tuple(found) if chance(draw, 0.93) else ()


def _field(draw: Random, family: str, level: str) -> str:
    if level in ("vmbo", "vwo"):
        return ""
    words = WORK["work"][family if chance(draw, 0.6) else pick(draw, _FAMILIES)]
    fields: list[str] = words["mbo" if level.startswith("mbo") else "hbo"]
    elsewhere: list[str] = WORK["elsewhere"]["fields"]
    return pick(draw, elsewhere if chance(draw, 0.2) else fields)
