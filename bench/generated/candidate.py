"""A person told to a recruiter: a CV, a LinkedIn paste, a mail or three hasty lines, with noise around it."""

from datetime import date
from random import Random
from typing import Literal

from bench.generated import dates, tell_jobs, tell_rest
from bench.generated.values import Experience, Person, Posting, Said, month
from bench.generated.words import CANDIDATE, EMPLOYERS, chance, pick, say

STYLES = ("block", "block", "table", "linkedin", "short", "short", "prose", "mail")


def tell(
    draw: Random, person: Person, posting: Posting, today: date
) -> tuple[str, Literal["cv", "summary"], str, Said]:
    """Return a text about a person, what it is, its style, and all that it says."""
    said = Said()
    style = pick(draw, STYLES)
    loose = style in ("short", "mail", "prose") and chance(draw, 0.5)
    voice = tell_jobs.Voice(
        style=style,
        layout=None if loose else pick(draw, tell_jobs.layouts(style)),
        dates=pick(draw, dates.FORMS) if chance(draw, 0.75) else None,
        bullet=pick(draw, CANDIDATE["style"]["bullet"]),
        now=month(today.year, today.month),
    )
    demands = tell_rest.flat(c.demand for c in posting.criteria)
    jobs = tell_jobs.jobs(draw, person, voice, said)
    asked = [d for d in demands if isinstance(d, Experience)]
    practice = tell_jobs.practice(draw, person, asked, voice.now, said)
    diplomas = tell_rest.diplomas(draw, person, demands, today.year, said)
    courses = tell_rest.courses(draw, person, demands, posting.work, today.year, said)
    rest = [*tell_rest.things(draw, person, demands, today.year, said), *tell_rest.willing(draw, person, demands, said)]
    if style in ("short", "mail", "prose"):
        lines = _loose(draw, style, jobs, practice, diplomas, courses, rest)
    else:
        lines = _sections(draw, jobs, practice, diplomas, courses, rest)
    source: Literal["cv", "summary"] = "summary" if style in ("short", "mail") else "cv"
    return "\n".join(lines), source, style, said


def _noise(draw: Random, where: str, share: float) -> list[str]:
    if not chance(draw, share):
        return []
    words = CANDIDATE["noise"]
    return [say(draw, words[where], name=pick(draw, words["names"]), place=pick(draw, EMPLOYERS["gemeenten"]))]


def _sections(
    draw: Random, jobs: list[str], practice: list[str], diplomas: list[str], courses: list[str], rest: list[str]
) -> list[str]:
    """Write it under headings, in one of two orders."""
    words = CANDIDATE["section"]
    work = ["", pick(draw, CANDIDATE["style"]["heading"]), "", *jobs] if jobs else []
    learnt = ["", pick(draw, words["education"]), *diplomas] if diplomas else []
    if courses:
        learnt += ["", pick(draw, words["courses"]), *(f"- {line}" for line in courses)]
    body = [*learnt, *work] if chance(draw, 0.35) else [*work, *learnt]
    other = ["", "Overig", *practice, *rest] if practice or rest else []
    return [*_noise(draw, "top", 0.8), *_noise(draw, "profile", 0.5), *body, *other, "", *_noise(draw, "bottom", 0.5)]


def _loose(
    draw: Random,
    style: str,
    jobs: list[str],
    practice: list[str],
    diplomas: list[str],
    courses: list[str],
    rest: list[str],
) -> list[str]:
    """Write it line by line, as a mail or a few hasty lines."""
    learnt = [f"Opleiding: {line}" if chance(draw, 0.3) else line for line in diplomas]
    body = [*jobs, *learnt] if chance(draw, 0.6) else [*learnt, *jobs]
    lines = [*body, *practice, *courses, *rest]
    if style == "mail":
        return [
            *_noise(draw, "mail_top", 1),
            *_noise(draw, "mail_line", 0.8),
            "",
            *lines,
            "",
            *_noise(draw, "mail_bottom", 1),
        ]
    return [*_noise(draw, "profile", 0.4), *lines, *_noise(draw, "bottom", 0.2)]
