"""Courses, trainings and certificates, and whether they are done (C6, C8).

One line of a section for courses is one course; elsewhere a clause with a word for it ("Mediationtraining
2022", "volgde een training Keukentafelgesprekken", "NEVI 2 behaald"). Giving trainings is work, not a course.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Literal

from core.candidate.cues import alternatives, compiled, entry, words
from core.candidate.drafts import WORK
from core.candidate.items import Unit, items, kind_of
from core.candidate.marks import Marks, within
from core.candidate.page import Page, heading_section
from core.candidate.polarity import polarity
from core.candidate.standing import standing
from core.candidate.studies import Study
from core.candidate.uncourses import is_none, is_other, is_prose
from core.model.candidate import CourseFact
from core.text.dates import find_moments
from core.text.source import fold, key

Status = Literal["done", "ongoing", "planned", "denied"]


def read_courses(
    page: Page, known: Marks, units: tuple[Unit, ...], taken: frozenset[int], studies: tuple[Study, ...]
) -> tuple[CourseFact, ...]:
    """Return the courses of a text, in order, each name once."""
    found: dict[str, CourseFact] = {}
    for start, end in _places(page, known, units, taken, studies):
        for fact in _facts(page, known, start, end):
            found.setdefault(key(fact.name), fact)
    return tuple(found.values())


def _places(
    page: Page, known: Marks, units: tuple[Unit, ...], taken: frozenset[int], studies: tuple[Study, ...]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches that tell of a course (or of several)."""
    studied = sorted(span for study in studies for span in study.spans)
    for index, unit in enumerate(units):
        if unit.heading or unit.section in ("references", "leisure", "personal"):
            continue
        if unit.section == "courses" or (unit.section == "education" and not _overlaps(studied, unit.start, unit.end)):
            if not _belongs_above(page, units, index) and not is_prose(page, known, units, index):
                below = index + 1 < len(units) and _belongs_above(page, units, index + 1)
                yield from [(unit.start, units[index + 1].end)] if below else _listed(page, known, unit)
            continue
        if unit.section in WORK and (index in taken or not _is_followed(page, unit)):
            continue
        listed = items(page, unit.start, unit.end)
        for place, (start, end) in enumerate(listed):
            if kind_of(page, known, start, end) == "course" and not _LACKS.search(page.low, start + 4, end):
                following = listed[place + 1] if place + 1 < len(listed) else None
                yield start, following[1] if following and _is_year(page, *following) else end
            else:
                yield from _joined_course(page, known, start, end, studied)


# "mediation (geen certificaat)": what stands before it is no course.
_LACKS = re.compile(r"\b(?:geen|zonder|nog geen)\s+(?:certificaat|diploma|training|cursus|papieren)\b")


def _is_year(page: Page, start: int, end: int) -> bool:
    return (
        re.fullmatch(
            r"(?:in|behaald|behaald in|afgerond|afgerond in|gevolgd in)?\s*(?:19|20)\d\d",
            page.low[start:end].strip(" ()."),
        )
        is not None
    )


def _listed(page: Page, known: Marks, unit: Unit) -> Iterator[tuple[int, int]]:
    """One line of a section: one course, or several where they are plainly listed."""
    label = re.match(r"(?P<name>[A-Za-z][\w &/'-]{2,40}):\s*(?=\S)", page.flow[unit.start : unit.end])
    label = label if label and heading_section(label["name"]) else None
    start = unit.start + label.end() if label else unit.start
    listed = items(page, start, unit.end)
    dated = sum(bool(find_moments(page.flow[a:b])) and not _is_year(page, a, b) for a, b in listed)
    named = sum(kind_of(page, known, a, b) == "course" for a, b in listed)
    if len(listed) > 1 and (label or dated == len(listed) or named == len(listed) or (len(listed) > 2 and not dated)):
        yield from listed
    else:
        yield start, unit.end


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch overlaps one of these, which are in order and apart."""
    at = bisect_left(spans, (end, end))
    return any(b > start for _, b in spans[max(0, at - 2) : at])


# "RINO Groep - uitgegeven mrt. 2020", under the name of a course.
_ISSUED = re.compile(r"[\u2022|-]\s*(?:uitgegeven|afgegeven|verleend|issued)\b")


def _belongs_above(page: Page, units: tuple[Unit, ...], index: int) -> bool:
    unit = units[index]
    if index == 0 or unit.gap or units[index - 1].heading:
        return False
    if compiled("course.belongs").match(page.low, unit.start, unit.end) or _ISSUED.search(
        page.low, unit.start, unit.end
    ):
        return True
    return any(p.begin <= unit.start + 2 and p.stop >= unit.end - 2 for p in page.periods_in(unit.start, unit.end))


_FOLLOWED = re.compile(r"\b(?:gevolgd|behaald|volgde|certificaat|gecertificeerd|afgerond)\b")
_JOINED = re.compile(r"\ben\s+(?=(?:volgde|deed|behaalde|heeft|een\s+(?:training|cursus)|training|cursus)\b)")


def _is_followed(page: Page, unit: Unit) -> bool:
    return _FOLLOWED.search(page.low, unit.start, unit.end) is not None


def _joined_course(
    page: Page, known: Marks, start: int, end: int, studied: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Read "heeft hbo X en volgde in 2020 een training Y": the part behind "en"."""
    if not _overlaps(studied, start, end):
        return
    for match in _JOINED.finditer(page.low, start, end):
        if kind_of(page, known, match.end(), end) == "course":
            yield match.end(), end


def _facts(page: Page, known: Marks, start: int, end: int) -> Iterator[CourseFact]:
    status = _status(page, start, end)
    year = _year(page, start, end)
    for first, last in _names(page, known, start, end):
        name = fold(page.flow[first:last]).strip(" .,:;-\u2022")
        if not re.search(r"[A-Za-z]{2}", name) or _is_other_paper(name) or _is_no_name(page.low, first, last):
            continue
        own = _standing(page, known, first, last, status)
        if own is None:
            continue
        if own == "done" and polarity(page.flow, first, last) == "negated":
            if _NO_WORK.search(page.low, max(0, first - _NEAR), last):
                # No experience with PRINCE2 isn't no certificate.
                continue
            own = "denied"
        for one in _numbered(name):
            yield CourseFact(name=one, status=own, year=year, evidence=page.source.evidence(start, end))


_TOLD = re.compile(
    r"\b(?:heb|heeft|ben|is|kan|wil|werk|werkt|doe|doet|had)\s+(?:ik|hij|zij|ze|ie)\b|\b(?:ik|hij|zij|ze|ie)\s+(?:heb|heeft|ben|is|kan|wil|werk|werkt|doe|doet|had)\b"
)


def _is_no_name(low: str, first: int, last: int) -> bool:
    """Whether it is a question ("Een coachopleiding? Geen idee") or a sentence about the person, and no course."""
    return (
        re.match(r"\s*\(?\?", low[last : last + 3]) is not None
        or "?" in low[first:last]
        or (_TOLD.search(low, first, last) is not None)
    )


@cache
def _other_papers() -> re.Pattern[str]:
    registers = {key(word) for label, listed in entry("skills.registers").items() for word in (label, *listed)}
    return re.compile(alternatives(["rijbewijs", *registers]))


@cache
def _licences() -> frozenset[str]:
    return frozenset(key(word) for label, listed in entry("skills.licences").items() for word in (label, *listed))


_NEAR = 160
_NO_WORK = re.compile(r"\bervaring\s+(?:met|in)\b[^.;:\n]*$")
_NUMBERED = re.compile(r"(?P<stem>\S.{1,30}?\s?)(?P<first>\d|[ABC])\s?(?:en|&|\+|/|,)\s?(?P<second>\d|[ABC])")


def _numbered(name: str) -> tuple[str, ...]:
    """Return "NEVI 1 en 2" as the two that it names."""
    found = _NUMBERED.fullmatch(name)
    return (found["stem"] + found["first"], found["stem"] + found["second"]) if found else (name,)


def _is_other_paper(name: str) -> bool:
    """Whether it is a licence or a register, which have a place of their own; a training for one is a course."""
    low = key(name)
    if low in _licences():
        return True
    return _other_papers().search(low) is not None and compiled("kinds.course").search(low) is None


def _standing(page: Page, known: Marks, first: int, last: int, status: Status) -> Status | None:
    """Return the status by what is said beside a name; None for a course that someone else did, or that ran out."""
    floor = page.flow.rfind("\n", max(0, first - _NEAR), first) + 1 or max(0, first - _NEAR)
    ceiling = page.flow.find("\n", last, last + _NEAR)
    ceiling = ceiling if ceiling >= 0 else min(len(page.flow), last + _NEAR)
    mine = within(known.courses, first, last)
    start, end = (mine[0].start, mine[-1].end) if mine else (first, last)
    names = sorted({(hit.start, hit.end) for hit in within(known.courses, floor, ceiling)} | {(start, end)})
    found = standing(page.low, start, end, floor, ceiling, names)
    if found in ("others", "lapsed"):
        return None
    return "planned" if found == "coming" and status == "done" else status


def _status(page: Page, start: int, end: int) -> Status:
    low = page.low[start:end]
    before = page.low[max(0, start - 30) : start].rpartition("\n")[2]
    if compiled("course.planned").search(low):
        return "planned"
    if compiled("course.ongoing").search(low) or re.search(r"\bbezig met[^.]*$", before):
        return "ongoing"
    if any(p.ongoing for p in page.periods_in(start, end)):
        return "ongoing"
    if _BEGUN.search(low) and not compiled("standing.held").search(low):
        return "ongoing"
    return "done"


_BEGUN = re.compile(r"\b(?:gestart|begonnen|startte|examen (?:in|op|volgt|gepland))\b")


def _year(page: Page, start: int, end: int) -> int | None:
    moments = find_moments(page.flow[start:end])
    if moments:
        return moments[-1].range.latest // 12
    years = _BARE_YEAR.findall(page.low[start:end])
    return int(years[-1]) if years else None


_BARE_YEAR = re.compile(r"(?<![\w-])(?:19[6-9]\d|20[0-4]\d)(?![\w-])")


_SPLIT = re.compile(r"\t|\s\|\s?|,(?!\d)\s|\s\u2022\s|\n|\s-{1,2}\s|\s{3,}|;|:\s")
_AND = re.compile(r"\s(?:en|&|\+)\s")


def _names(page: Page, known: Marks, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names in a stretch: the first part with words of its own; several where known courses are strung together."""
    pieces = [piece for part in _parts(page, start, end) if (piece := _bare(page, *part)) is not None]
    if pieces and is_other(page, *pieces[0]):
        return
    pieces = [piece for piece in pieces if not is_none(page, known, *piece)]
    listed = [p for p in pieces if within(known.courses, *p)]
    if len(listed) > 1:
        pieces = listed
    elif pieces:
        pieces = [
            listed[0] if listed and listed[0] != pieces[0] and not _is_course_word(page, pieces[0]) else pieces[0]
        ]
    for first, last in pieces:
        halves = list(_AND.finditer(page.low, first, last))
        mine = within(known.courses, first, last)
        if halves and len(mine) > 1 and mine[0].end <= halves[0].start() and halves[0].end() <= mine[-1].start:
            for a, b in ((first, halves[0].start()), (halves[0].end(), last)):
                bare = _bare(page, a, b)
                if bare is not None:
                    yield bare
        else:
            yield first, last


def _is_course_word(page: Page, piece: tuple[int, int]) -> bool:
    return compiled("kinds.course").search(page.low, *piece) is not None


def _parts(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at separators, and at years and periods."""
    cuts = [(m.start(), m.end()) for m in _SPLIT.finditer(page.low, start, end)]
    cuts += [(p.begin, p.stop) for p in page.periods_in(start, end) if p.stop <= end]
    cuts += [(start + m.start, start + m.end) for m in find_moments(page.flow[start:end])]
    cuts += [m.span() for m in _BARE_YEAR.finditer(page.low, start, end)]
    at = start
    for a, b in [*sorted(cuts), (end, end)]:
        if a > at:
            yield at, a
        at = max(at, b)


_ARTICLE = re.compile(
    r"\b(?:een|de|the|a)\s+(?=(?:\w+\s)?(?:training|cursus|workshop|opleiding|leergang|basiscursus|course)\b)"
)


# "training Mediation staat gepland", "Practitioner begin ik in mei aan": the name ends before the verb.
_VERB = re.compile(
    r"\s(?:staat|staan|start|begint|begin|moet|volgt|gaat|gevolgd|gepland|ingeschreven|behaald|gehaald)\s"
)


def _bare(page: Page, start: int, end: int) -> tuple[int, int] | None:
    article = _ARTICLE.search(page.low, start, end)
    if article is not None:
        start = article.end()
    found = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", page.low[start:end])]
    before, after = words("course.before"), words("course.after")

    def word(span: tuple[int, int]) -> str:
        return page.low[span[0] : span[1]].strip(".,:;()'\"")

    while found and (word(found[0]) in before or not word(found[0])):
        found.pop(0)
    while found and (word(found[-1]) in after or not word(found[-1])):
        found.pop()
    if not found:
        return None
    first, last = found[0][0], found[-1][1]
    verb = _VERB.search(page.low, found[0][1], last)
    last = verb.start() if verb is not None else last
    if page.low.count("(", first, last) != page.low.count(")", first, last):
        while last > first and page.low[last - 1] in "( ":
            last -= 1
        bracket = page.low.rfind("(", first, last)
        if bracket > first and page.low.find(")", bracket, last) < 0:
            if last < end and page.low[last : last + 1] == ")":
                last += 1
            else:
                last = bracket
    while last > first and page.low[last - 1] in " .,:;":
        last -= 1
    return (
        (first, last)
        if len(page.low[first:last].split()) <= 10 and re.search(r"[a-z]{2}", page.low[first:last])
        else None
    )
