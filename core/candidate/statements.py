"""Every sentence of a text as a statement: in which job it stands, whether it names that job, its tense (C4).

A heading that goes on with tasks ("mei 2019 – heden: servicedeskmedewerker gemeente Zwolle, TOPdesk, kennisbank,
zzp") is cut: the heading, the tasks, and what is about something else.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.candidate.cues import compiled, entry, words
from core.candidate.drafts import WORK
from core.candidate.employments import Job
from core.candidate.items import Unit, is_general, items, kind_of
from core.candidate.marks import Marks, within
from core.candidate.page import Page, outer_section
from core.model.candidate import Statement
from core.text.source import fold

Span = tuple[int, int]


class Piece(NamedTuple):
    """A unit or a part of one; `unit` has the place of the part, `number` is the index of the whole. `job`: whose it is; `heading`: it names that job."""

    unit: Unit
    number: int
    job: int | None = None
    heading: bool = False


def pieces(page: Page, known: Marks, units: tuple[Unit, ...], jobs: tuple[Job, ...]) -> tuple[Piece, ...]:
    """Return the text in pieces, each with the job that it belongs to."""
    heads: dict[int, list[int]] = {}
    for number, job in enumerate(jobs):
        for index in job.units:
            heads.setdefault(index, []).append(number)
    found: list[Piece] = []
    current: int | None = None
    for index, unit in enumerate(units):
        if index in heads:
            found += _head_pieces(page, known, unit, index, [(n, jobs[n]) for n in heads[index]])
            last = heads[index][-1]
            goes_on = unit.section in WORK or _stays_open(found, index) or _lists_below(units, index)
            if index == max(jobs[last].units) and goes_on:
                current = last
            elif index == max(jobs[last].units):
                current = None
            continue
        if current is not None and _closes(page, known, units, index, jobs[current]):
            current = None
        found.append(Piece(unit, index, _ongoing(page, unit, jobs, current)))
    return tuple(found)


_NOW = re.compile(r"\b(?:nog steeds|nu|momenteel|op dit moment|tegenwoordig|thans)\b")


def _ongoing(page: Page, unit: Unit, jobs: tuple[Job, ...], current: int | None) -> int | None:
    """Return whose a sentence is: one that says "nog steeds" behind a job that ended is of the one that goes on."""
    if current is None or jobs[current].ongoing or unit.bullet or unit.section in WORK:
        return current
    low = page.low[unit.start : unit.end]
    running = [number for number, job in enumerate(jobs) if job.ongoing and job.head[0] < unit.start]
    return running[0] if len(running) == 1 and _NOW.search(low) and is_present(low) else current


def _stays_open(found: list[Piece], index: int) -> bool:
    """Whether what follows may still be of the job: its own sentence didn't turn to something else."""
    return found[-1].number == index and found[-1].job is not None


def _lists_below(units: tuple[Unit, ...], index: int) -> bool:
    """Whether the items right below a heading are of its job, though its line ended with terms ("…, zzp, 24 uur")."""
    below = units[index + 1] if index + 1 < len(units) else None
    return below is not None and below.bullet and not (below.heading or below.gap or units[index].bullet)


def _closes(page: Page, known: Marks, units: tuple[Unit, ...], index: int, job: Job) -> bool:
    unit, home = units[index], units[job.units[-1]].section
    if unit.heading or unit.section != home:
        return True
    if home in WORK:
        return False
    if kind_of(page, known, unit.start, unit.end) in ("study", "course", "terms", "name") or is_general(
        page, unit.start, unit.end
    ):
        return True
    if not unit.bullet and any(
        hit.start - unit.start <= _LEAD for hit in within(known.durations, unit.start, unit.end)
    ):
        # "4 jaar ervaring met TOPdesk" on a line of its own tells of all jobs together (C4).
        return True
    return unit.gap and not unit.bullet


_LEAD = 12
"""Code points of "ruim " or "de laatste " before a length."""


def _head_pieces(page: Page, known: Marks, unit: Unit, index: int, jobs: list[tuple[int, Job]]) -> Iterator[Piece]:
    """Cut a unit with headings into those, their tasks, and the rest."""
    at = unit.start
    spans = [
        (n, max(job.head[0], unit.start), min(job.head[1], unit.end))
        for n, job in sorted(jobs, key=lambda pair: pair[1].head)
    ]
    for place, (number, start, end) in enumerate(spans):
        if start > at and place == 0 and _is_lead(page, known, at, start):
            start = at
        if start > at:
            yield from _rest(page, known, unit, index, at, start, None)
        end = _closed(page, end, unit.end)
        if start < end:
            yield Piece(unit._replace(start=start, end=end), index, number, heading=True)
        at = max(at, end)
        stop = spans[place + 1][1] if place + 1 < len(spans) else unit.end
        if at < stop:
            yield from _rest(page, known, unit, index, at, stop, number)
            at = stop


def _is_lead(page: Page, known: Marks, start: int, end: int) -> bool:
    """Whether what stands before a heading is only the start of its sentence: "Nadia is een"."""
    found = page.low[start:end].split()
    if kind_of(page, known, start, end) != "plain":
        return False
    return len(found) <= 4 and bool(found) and found[-1].strip(",:") in words("jobs.words.before_role")


_BRACKET = 60


def _closed(page: Page, end: int, limit: int) -> int:
    """Take a closing bracket and what stands in it with the heading."""
    if page.flow[end : end + 1] == ")":
        return end + 1
    opened = page.flow.rfind("(", max(0, end - _BRACKET), end)
    if opened >= 0 and page.flow.find(")", opened, end) < 0:
        # "gemeente Ede (via Yacht, 28 uur)": the hours stand in the same brackets
        closed = page.flow.find(")", end, min(limit, end + _BRACKET))
        if closed >= 0 and "\n" not in page.flow[opened:closed]:
            return closed + 1
    match = re.match(r"\s*\([^()\n]{0,120}\)", page.flow[end:limit])
    return end + match.end() if match else end


def _rest(page: Page, known: Marks, unit: Unit, index: int, start: int, end: int, job: int | None) -> Iterator[Piece]:
    """Yield what stands before or behind a heading: tasks as one piece, the rest item by item."""
    tasks: list[Span] = []
    open_to = job
    for a, b in items(page, start, end):
        other = kind_of(page, known, a, b) in ("study", "course", "terms", "name") or is_general(page, a, b)
        if open_to is not None and not other:
            tasks.append((a, b))
            continue
        if tasks:
            yield from _piece(page, unit, index, tasks[0][0], tasks[-1][1], job)
            tasks = []
        open_to = None if other else open_to
        yield from _piece(page, unit, index, a, b, None)
    if tasks:
        yield from _piece(page, unit, index, tasks[0][0], tasks[-1][1], job)


def _piece(page: Page, unit: Unit, index: int, start: int, end: int, job: int | None) -> Iterator[Piece]:
    while start < end and page.flow[start] in " ,;:.|()\u2022-\t":
        start += 1
    while end > start and page.flow[end - 1] in " ,;|(\u2022\t":
        end -= 1
    said = re.findall(r"\w+", page.low[start:end])
    fragment = len(said) == 1 and said[0] in words("jobs.words.before_role") and said[0] not in words("kinds.contract")
    if said and not fragment:
        yield Piece(unit._replace(start=start, end=end, first=False), index, job)


def blocks(parts: tuple[Piece, ...], jobs: tuple[Job, ...]) -> list[Span]:
    """Return the place of each job's whole block: its heading and its tasks."""
    found = [job.head for job in jobs]
    for part in parts:
        if part.job is not None:
            start, end = found[part.job]
            found[part.job] = min(start, part.unit.start), max(end, part.unit.end)
    return found


def statements(page: Page, parts: tuple[Piece, ...]) -> tuple[Statement, ...]:
    """Return the statements, in the order of the text; headings of sections are none."""
    return tuple(
        Statement(
            text=fold(page.flow[p.unit.start : p.unit.end]),
            section=outer_section(p.unit.section),
            employment=p.job,
            heading=p.heading,
            present=not p.heading and is_present(page.low[p.unit.start : p.unit.end]),
            evidence=page.source.evidence(p.unit.start, p.unit.end),
        )
        for p in parts
        if not p.unit.heading and p.unit.section not in ("personal", "leisure")
    )


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The first person, the third person, and the past of the verbs that CVs use."""
    stems = entry("tense.stems")
    third = {stem if stem.endswith("t") else stem + "t" for stem in stems} | set(entry("tense.whole"))
    past = {stem + ending for stem in stems for ending in ("de", "te", "den", "ten")} | set(entry("tense.past"))
    return frozenset(stems), frozenset(third), frozenset(past)


_PERFECT = re.compile(
    r"\b(?:heeft|heb|is|ben|zijn|hebben)\b(?:\s+[\w-]+){0,12}?\s+(?:ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{2,}(?:d|t))\b"
)


# "Past de Wgs toe"; "past" and "pas" alone are other words as well.
_APPLIES = re.compile(r"(?:^|\b(?:ik|hij|zij|ze|en|ie)\s)past?\b[^.;,]*\b(?:toe|aan)\b")


def is_doing(low: str) -> bool:
    """Tell whether a sentence (plain text) has a verb of work in the present tense: no "heeft", "kan" or "is"."""
    done = {stem if stem.endswith("t") else stem + "t" for stem in entry("tense.stems") if stem not in _NO_WORK}
    return _APPLIES.search(low) is not None or not done.isdisjoint(re.findall(r"[\w']+", low))


_NO_WORK = frozenset({"heb", "ben", "sta", "zie", "vind", "bezit", "denk", "zit", "kijk", "help", "zorg", "volg"})


def is_present(low: str) -> bool:
    """Tell whether a sentence (plain text) speaks in the present tense; a list of nouns doesn't."""
    found = re.findall(r"[\w']+", low)
    first, third, past = _forms()
    if compiled("tense.now").search(low):
        return not any(word in past for word in found)
    if not found or any(word in past for word in found) or _PERFECT.search(low):
        return False
    if _APPLIES.search(low) or any(word in third for word in found) or found[0] in words("tense.english"):
        return True
    subjects = words("tense.subjects")
    return any(word in first and before in subjects for before, word in pairwise(found)) or (
        found[0] in first and len(found) > 2
    )
