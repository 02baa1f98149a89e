"""What a text says of somebody's jobs, and how: dated or not, with what was done there, or left out (C1-C4)."""

from dataclasses import dataclass
from random import Random

from bench.generated import dates
from bench.generated.values import Experience, Job, Kind, Person, Said, SaidJob, SaidMonths, SaidUse, Use
from bench.generated.words import CANDIDATE, EMPLOYERS, WORK, capital, chance, pick, say

_STYLE = CANDIDATE["style"]
_TASKS: dict[str, tuple[str, str]] = {
    task[1]: (task[2], task[3]) for words in WORK["work"].values() for task in words["tasks"]
}


@dataclass(frozen=True)
class Voice:
    """How one text is written: its style, the layout of a job (None: any), its one form of dates (None: any), its bullet,
    what month it is.
    """

    style: str
    layout: str | None
    dates: str | None
    bullet: str
    now: int


def jobs(draw: Random, person: Person, voice: Voice, said: Said) -> list[str]:
    """Tell the jobs, newest first or the other way round; what is told goes into `said`."""
    told = [_job(draw, job, voice, said) for job in person.jobs if not chance(draw, 0.1)]
    if chance(draw, 0.12):
        told.reverse()
    between = [""] if voice.style in ("block", "linkedin") else []
    return [line for text in told for line in [*text.split("\n"), *between]]


def _job(draw: Random, job: Job, voice: Voice, said: Said) -> str:
    title = WORK["work"].get(job.work or "", {})
    family = job.work if job.grade == "same" and title else None
    sector = job.employer.sector if job.employer.told else None
    if voice.style in ("short", "mail") and family and not job.stage and chance(draw, 0.25):
        return _undated(draw, job, family, voice, said)
    text, period = dates.told(draw, voice.dates or pick(draw, dates.FORMS), job.start, job.end)
    uses = [_use(draw, use) for use in job.uses if chance(draw, 0.65)]
    beside, months = (
        dates.length(job.start, job.end, voice.now) if voice.style == "linkedin" and chance(draw, 0.8) else ("", 0)
    )
    said.jobs.append(SaidJob(family, sector, period, tuple(use for _, use in uses), job.stage, months))
    return _written(draw, job, voice, f"{text}{beside}", [words for words, _ in uses])


def _undated(draw: Random, job: Job, family: str, voice: Voice, said: Said) -> str:
    """Tell a job by its length alone, or without even that."""
    sector = job.employer.sector if job.employer.told else None
    months = (voice.now if job.end is None else job.end) - job.start + 1
    if months < 12 or chance(draw, 0.3):
        said.jobs.append(SaidJob(family, sector, None))
        return say(draw, CANDIDATE["role"]["undated"], x=job.title, employer=job.employer.name)
    tied = job.end is None and chance(draw, 0.5)
    words, least = length(draw, months)
    said.months.append(SaidMonths("role", family, least, sector, tied))
    return say(draw, CANDIDATE["role"]["tied" if tied else "months"], x=job.title, employer=job.employer.name, n=words)


def length(draw: Random, months: int) -> tuple[str, int]:
    """Write a number of months, in full or cut down to whole years, and say how many are told."""
    years, rest = divmod(months, 12)
    words = CANDIDATE["words"]
    if years and rest and chance(draw, 0.4):
        return say(draw, words["years_months"], n=years, m=rest), months
    if not years or (months <= 30 and chance(draw, 0.2)):
        return say(draw, words["months"], n=months), months
    return say(draw, words["years"], n=years), years * 12


def use_words(kind: Kind, name: str, *, literal: bool, present: bool, draw: Random) -> str:
    """Write a task, tool or law as something that is or was done."""
    if kind == "task":
        return name if literal else _TASKS[name][present]
    return say(draw, CANDIDATE[kind]["now" if present else "done"], x=name)


def _use(draw: Random, use: Use) -> tuple[str, SaidUse]:
    present = use.end is None and chance(draw, 0.5)
    literal = use.kind != "task" or (not present and chance(draw, 0.6))
    words = use_words(use.kind, use.name, literal=literal, present=present, draw=draw)
    return words, SaidUse(use.kind, use.name, literal, present)


def layouts(style: str) -> tuple[str, ...]:
    """Return the layouts of a job in a style; a mail is written as any few lines."""
    return tuple(_STYLE["short" if style == "mail" else style])


def _written(draw: Random, job: Job, voice: Voice, period: str, uses: list[str]) -> str:
    title = f"{pick(draw, ('stagiair', 'stage'))} {job.title}" if job.stage else job.title
    employer = job.employer.name + (say(draw, _STYLE["via"], x=job.agency) if job.agency else "")
    if voice.style != "block" and employer.startswith("gemeente ") and chance(draw, 0.15):
        employer = employer.replace("gemeente ", "gem. ", 1)
    who = pick(draw, ("zij", "hij", "de kandidaat"))
    tasks = ", ".join(uses)
    text = (voice.layout or pick(draw, layouts(voice.style))).format(
        period=period,
        title=title,
        Title=capital(title),
        employer=employer,
        Employer=capital(employer),
        tasks=tasks,
        comma=f", {tasks}" if tasks else "",
        list="\n".join(f"{voice.bullet}{capital(words)}" for words in uses),
        place=pick(draw, EMPLOYERS["gemeenten"]),
        who=who,
        Who=capital(who),
        did=say(draw, _STYLE["did"], tasks=tasks) if tasks else "",
    )
    return text.rstrip("\n\t |")


def practice(draw: Random, person: Person, demands: list[Experience], now: int, said: Said) -> list[str]:
    """Tell of tools and laws apart from the jobs, and what was never done (C4, C6)."""
    lines = []
    for kind, name in dict.fromkeys((s.kind, s.name) for d in demands for s in d.subjects):
        months = practised(person, kind, name, now)
        if months and kind == "tool":
            lines += _tool(draw, name, months, now, said)
        elif not months and not _ever(person, kind, name) and chance(draw, 0.3):
            lines += _denied(draw, kind, name, said)
    if not any(job.employer.sector == "gemeente" for job in person.jobs) and chance(draw, 0.25):
        said.denied_sectors.add("gemeente")
        lines.append(pick(draw, CANDIDATE["role"]["sector"]["gemeente"]))
    return lines


def practised(person: Person, kind: Kind, name: str, now: int) -> set[int]:
    """Return the months in which something was practised, up to now."""
    return {
        at
        for job in person.jobs
        if not job.stage
        for use in job.uses
        if (use.kind, use.name) == (kind, name)
        for at in range(use.start, (now if use.end is None else min(use.end, now)) + 1)
    }


def _ever(person: Person, kind: Kind, name: str) -> bool:
    """Tell whether somebody did this anywhere, be it as a trainee or under another name."""
    if kind == "role":
        near = WORK["work"][name]["near"]
        return any(job.work == name or job.title in near for job in person.jobs)
    return any((use.kind, use.name) == (kind, name) for job in person.jobs for use in job.uses)


def _tool(draw: Random, name: str, months: set[int], now: int, said: Said) -> list[str]:
    words = CANDIDATE["tool"]
    if chance(draw, 0.2):
        tied = set(range(now - len(months) + 1, now + 1)) == months and chance(draw, 0.5)
        text, least = length(draw, len(months))
        said.months.append(SaidMonths("tool", name, least, tied=tied))
        return [capital(say(draw, words["tied" if tied else "months"], n=text, x=name)) + "."]
    if chance(draw, 0.2):
        said.listed.add(("tool", name))
        return [say(draw, CANDIDATE["section"]["skills"], x=f"Word, {name}, Teams")]
    return []


def _denied(draw: Random, kind: Kind, name: str, said: Said) -> list[str]:
    """Say that something was never done, or something weaker that proves neither."""
    if kind == "role":
        if chance(draw, 0.3):
            return [say(draw, CANDIDATE["role"]["wish"], x=WORK["work"][name]["role"])]
        said.denied.add((kind, name))
        return [capital(say(draw, CANDIDATE["role"]["denied"], x=WORK["work"][name]["role"])) + "."]
    words = CANDIDATE["law" if kind == "law" else "tool"]
    if kind != "task" and chance(draw, 0.4):
        return [capital(say(draw, words["weak"], x=name)) + "."]
    said.denied.add((kind, name))
    form = words["denied"][0] if kind == "task" else pick(draw, words["denied"])
    return [capital(str(form).format(x=name)) + "."]
