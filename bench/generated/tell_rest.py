"""What a text says besides the jobs: diplomas, courses, devices, willingness, contract form and rate (C5-C10)."""

from collections.abc import Iterable
from random import Random

from bench.generated.values import (
    Available,
    Combined,
    Demand,
    Diploma,
    Education,
    Holds,
    Onsite,
    Person,
    Said,
    SaidDiploma,
)
from bench.generated.words import CANDIDATE, DAYS, WORK, capital, chance, day_text, joined, pick, say

_PLAIN = CANDIDATE["plain"]
LADDER = ("vmbo", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo-bachelor", "wo-bachelor", "master")
"""C5 without havo and vwo, which never settle a vocational level."""


def flat(demands: Iterable[Demand]) -> list[Demand]:
    """Return the demands, those inside a combination too."""
    return [part for d in demands for part in (flat(d.parts) if isinstance(d, Combined) else [d])]


def diplomas(draw: Random, person: Person, demands: list[Demand], year: int, said: Said) -> list[str]:
    """Tell the diplomas, or that there is none on a level that is asked."""
    lines = [_diploma(draw, diploma, year, said) for diploma in person.diplomas if chance(draw, 0.85)]
    best = max((LADDER.index(d.level) for d in person.diplomas if d.level in LADDER), default=-1)
    for level in dict.fromkeys(d.level for d in demands if isinstance(d, Education)):
        if best < LADDER.index(level) and level == "hbo-bachelor" and chance(draw, 0.4):
            said.no_level.add(level)
            lines.append(say(draw, CANDIDATE["diploma"]["denied"], level="hbo"))
        elif best < LADDER.index(level) and level == "hbo-bachelor" and chance(draw, 0.3):
            lines.append(say(draw, CANDIDATE["diploma"]["thinking"], level="hbo"))
    return lines


def _diploma(draw: Random, diploma: Diploma, year: int, said: Said) -> str:
    words = CANDIDATE["diploma"]
    form = "ongoing" if diploma.end > year else "stopped"
    if diploma.finished:
        form = pick(draw, ("done", "done", "plain"))
    said.diplomas.append(SaidDiploma(diploma.level, diploma.field, {"done": "yes", "plain": "bare"}.get(form, "no")))  # type: ignore[arg-type]  # one of the three
    level = pick(draw, CANDIDATE["level"][diploma.level])
    text: str = say(
        draw, words[form], level=level, field=diploma.field, end=diploma.end, start=diploma.end - 4, next=year + 1
    )
    return text.replace(" ,", ",").replace("  ", " ").strip()


def courses(draw: Random, person: Person, demands: list[Demand], work: str, year: int, said: Said) -> list[str]:
    """Tell courses that were done, are going on, are still to come, or were never done."""
    words = CANDIDATE["course"]
    asked = [name for d in demands if isinstance(d, Holds) and d.type == "course" for name in d.things]
    lines = []
    for name in dict.fromkeys([*asked, *WORK["work"][work]["courses"]]):
        form = (
            pick(draw, ("done", "done", "done", ""))
            if name in person.has
            else pick(draw, ("ongoing", "planned", "denied", "", "", ""))
        )
        if form == "denied" and name not in asked:
            form = ""
        if form:
            said.things[name] = "yes" if form == "done" else "no" if form == "denied" else "weak"
            lines.append(capital(say(draw, words[form], x=name, year=year - 2 - int(draw.random() * 8), next=year + 1)))
    return lines


def things(draw: Random, person: Person, demands: list[Demand], year: int, said: Said) -> list[str]:
    """Tell devices, licences, registrations and languages that are asked, and some that aren't."""
    asked = [name for d in demands if isinstance(d, Holds) and d.type != "course" for name in d.things]
    if chance(draw, 0.2):
        asked.append(pick(draw, ("rijbewijs", "laptop", "engels")))
    lines = []
    for name in dict.fromkeys(asked):
        has = name in person.has
        if name in ("laptop", "telefoon"):
            forms = _PLAIN["device_yes" if has else "device_no"]
        else:
            forms = _PLAIN.get(f"{name}_{'yes' if has else 'no'}", ())
        if forms and chance(draw, 0.5):
            said.things[name] = "yes" if has else "no"
            lines.append(pick(draw, forms).format(x=name, year=year - 3))
    return lines


def willing(draw: Random, person: Person, demands: list[Demand], said: Said) -> list[str]:
    """Tell of days on site, start, hours, days, contract form and rate."""
    lines = []
    if any(isinstance(d, Onsite) for d in demands) and chance(draw, 0.6):
        lines.append(_onsite(draw, person.onsite, said))
    asked = any(isinstance(d, Available) for d in demands)
    if chance(draw, 0.6 if asked else 0.2):
        said.start = person.start
        lines.append(say(draw, _PLAIN["from"], date=day_text(draw, person.start)))
    if chance(draw, 0.6 if asked else 0.2):
        said.hours = person.hours
        lines.append(say(draw, _PLAIN["hours"], h=person.hours))
    if chance(draw, 0.6 if asked else 0.1):
        lines += _days(draw, person, said)
    if chance(draw, 0.35):
        said.contract = person.contract
        lines.append(pick(draw, _PLAIN[person.contract]))
    if chance(draw, 0.35):
        said.rate = person.rate
        lines.append(say(draw, _PLAIN["rate"], a=person.rate))
    return lines


def _onsite(draw: Random, days: int, said: Said) -> str:
    if days == 0:
        said.onsite = (0, 0)
        return say(draw, _PLAIN["onsite_none"])
    if days == 1 or (days < 4 and chance(draw, 0.3)):
        said.onsite = (0, days)
        return say(draw, _PLAIN["onsite_most"], d=days)
    said.onsite = (days, 5)
    return say(draw, _PLAIN["onsite_least"], d=days)


def _days(draw: Random, person: Person, said: Said) -> list[str]:
    if person.off and chance(draw, 0.5):
        said.off = person.off
        return [say(draw, _PLAIN["not_days"], days=joined([DAYS[day] for day in person.off]))]
    said.days = tuple(day for day in DAYS if day not in person.off)
    return [say(draw, _PLAIN["days"], days=joined([DAYS[day] for day in said.days]))]
