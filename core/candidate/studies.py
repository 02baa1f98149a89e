"""Where a text tells of a study: a group of lines in a section for education, or a stretch of a sentence (C5).

What each comes to (level, finished or not) is read in `education`; its field is read here, as one without a
field ("master afgerond 2017") belongs to the study right before it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.candidate.cues import any_of, compiled, words
from core.candidate.drafts import WORK
from core.candidate.items import Unit, items, kind_of
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.candidate.standing import standing
from core.lexicon import LevelHit, education_rank
from core.text.dates import PeriodHit
from core.text.source import fold


class Study(NamedTuple):
    """A study with the stretches that tell of it (one per unit), and its level where it has one."""

    spans: tuple[tuple[int, int], ...]
    level: LevelHit | None


def find_studies(page: Page, known: Marks, units: tuple[Unit, ...], taken: frozenset[int]) -> tuple[Study, ...]:
    """Return the studies with their places, in order; `taken` are the units of jobs' headings."""
    found: list[Study] = []
    section: list[int] = []
    for index, unit in enumerate(units):
        if unit.heading or index in taken:
            continue
        if unit.section == "education":
            section.append(index)
        elif unit.section not in ("courses", "references", "leisure"):
            found += _in_sentence(page, known, units, index)
    found += _in_section(page, known, units, section)
    return tuple(sorted(found, key=lambda study: study.spans))


def _levels(page: Page, known: Marks, start: int, end: int) -> list[LevelHit]:
    """Return the levels in a stretch, those that make one name ("hbo bachelor", "WO Master") as one."""
    merged: list[LevelHit] = []
    for hit in within(known.levels, start, end):
        between = page.low[merged[-1].end : hit.start] if merged else ""
        if merged and _is_added(page, hit) and not re.search(r"[,;.\n]", between):
            # "Bachelor of Communication (hbo)": the level once more.
            best = max((merged[-1], hit), key=lambda one: education_rank(one.level))
            merged[-1] = merged[-1]._replace(level=best.level)
            continue
        if merged and re.fullmatch(r"[\s(/-]{0,3}(?:diploma\s|opleiding\s)?", between) and "/" not in between:
            best = max((merged[-1], hit), key=lambda one: education_rank(one.level))
            merged[-1] = LevelHit(best.level, merged[-1].start, hit.end)
        else:
            merged.append(hit)
    return merged


def _is_added(page: Page, hit: LevelHit) -> bool:
    """Whether a level stands in brackets by itself."""
    return page.low[hit.start - 1 : hit.start] == "(" and page.low[hit.end : hit.end + 1] == ")"


def _in_section(page: Page, known: Marks, units: tuple[Unit, ...], indexes: list[int]) -> Iterator[Study]:
    """In a section for education, lines belong together up to an empty line, a bullet, or the next level or period."""
    group: list[int] = []
    for index in indexes:
        unit = units[index]
        adjacent = bool(group) and group[-1] == index - 1
        if group and (not adjacent or unit.gap or unit.bullet or _begins_new(page, known, units, group, unit)):
            yield from _grouped(page, known, units, group)
            group = []
        group.append(index)
    yield from _grouped(page, known, units, group)


def _begins_new(page: Page, known: Marks, units: tuple[Unit, ...], group: list[int], unit: Unit) -> bool:
    here = [units[i] for i in group]
    has_level = any(within(known.levels, u.start, u.end) for u in here)
    has_period = any(periods_of(page, u.start, u.end) for u in here)
    if not has_level and unit.line == here[-1].line:
        # "Nederlands recht, Groningen. Master of Laws, diploma augustus 2013": one line, one study.
        return False
    opens = re.match(r"(?:opleiding|studie|naam opleiding)\s*:", page.low[unit.start : unit.end]) is not None
    return (
        (has_level and bool(within(known.levels, unit.start, unit.end)))
        or (has_period and bool(periods_of(page, unit.start, unit.end)))
        or (opens and (has_level or has_period))
        or (has_level and has_period and kind_of(page, known, unit.start, unit.end) == "course")
    )


def _grouped(page: Page, known: Marks, units: tuple[Unit, ...], group: list[int]) -> Iterator[Study]:
    spans = [(units[i].start, units[i].end) for i in group]
    levels = [level for start, end in spans for level in _levels(page, known, start, end)]
    if len(levels) > 1:
        yield from _with_degrees(page, known, list(_cut_at_levels(page, spans, levels)))
    elif levels:
        yield Study(tuple(spans), levels[0])
    elif spans and _looks_like_study(page, known, spans):
        yield Study(tuple(spans), None)


# "mbo 3 nee sorry mbo 4": the writer takes back what stands before it.
_TAKEN_BACK = re.compile(r"\bnee,? (?:sorry|toch|pardon|wacht)\W*$|\b(?:sorry|pardon|correctie)\W*$")


def _cut_at_levels(page: Page, spans: list[tuple[int, int]], levels: list[LevelHit]) -> Iterator[Study]:
    """Several levels in one group: each takes what stands before the next, a period before it included."""
    cuts = [spans[0][0]]
    for before, level in pairwise(levels):
        between = [p for p in page.periods_in(before.end, level.start) if p.stop <= level.start and not p.bare]
        own = (
            between[-1].begin if between and len(page.low[between[-1].stop : level.start].split()) <= 4 else level.start
        )
        cuts.append(own)
    cuts.append(spans[-1][1])
    for level, (start, end) in zip(levels, pairwise(cuts), strict=True):
        mine = tuple((max(a, start), min(b, end)) for a, b in spans if max(a, start) < min(b, end))
        if not _TAKEN_BACK.search(page.low, start, end):
            yield Study(mine, level)


def _looks_like_study(page: Page, known: Marks, spans: list[tuple[int, int]]) -> bool:
    """Whether a line without a level is a study: it took years, or stands beside a school. A course is none."""
    text = " ".join(page.low[a:b] for a, b in spans)
    if any(kind_of(page, known, a, b) == "course" for a, b in spans) or _NO_FIELD.search(text):
        return False
    long = any(
        p.start and p.end and p.end.latest - p.start.earliest > 18 for a, b in spans for p in periods_of(page, a, b)
    )
    dated = any(periods_of(page, a, b) for a, b in spans) or bool(re.search(r"\b(?:19|20)\d\d\b", text))
    return long or (bool(_school().search(text)) and not dated)


_NO_FIELD = re.compile(r"\b(?:secondary school|high school|middelbare school|lagere school|basisschool)\b")


@cache
def _school() -> re.Pattern[str]:
    return re.compile(rf"{any_of('study.school_words')}|\b\w+(?:hogeschool|universiteit|college|lyceum|academie)\b")


def _in_sentence(page: Page, known: Marks, units: tuple[Unit, ...], index: int) -> list[Study]:
    """In a sentence or summary: from a level on, as long as nothing else begins."""
    unit = units[index]
    if not within(known.levels, unit.start, unit.end):
        return []
    listed = items(page, unit.start, unit.end)
    kinds = [kind_of(page, known, a, b) for a, b in listed]
    if unit.section in WORK and kinds[0] != "study":
        return []
    found: list[Study] = []
    for place, (start, end) in enumerate(listed):
        if kinds[place] != "study":
            continue
        levels = _levels(page, known, start, end)
        if not levels:
            continue
        stop = place + 1
        while stop < len(listed) and _continues(page, known, listed[stop], kinds[stop]):
            stop += 1
        if place and kinds[place - 1] == "plain" and _is_field(known, listed[place - 1]) and not found:
            start = listed[place - 1][0]
        last = listed[stop - 1][1]
        spans = [(start, last)]
        if stop == len(listed) and index + 1 < len(units) and _speaks_of_diploma(page, units[index + 1]):
            spans.append((units[index + 1].start, units[index + 1].end))
        found += list(_cut_at_levels(page, spans, levels)) if len(levels) > 1 else [Study(tuple(spans), levels[0])]
    return _with_degrees(page, known, found)


def _with_degrees(page: Page, known: Marks, studies: list[Study]) -> list[Study]:
    """Join "wo rechten, master afgerond 2017": a degree without a field is of the study right before it."""
    found: list[Study] = []
    for study in studies:
        last = found[-1] if found else None
        if (
            last is not None
            and last.level is not None
            and study.level is not None
            and _is_degree_of(page, known, study, last)
        ):
            best = max((last.level, study.level), key=lambda hit: education_rank(hit.level))
            found[-1] = Study((*last.spans, *study.spans), best._replace(start=last.level.start, end=last.level.end))
        else:
            found.append(study)
    return found


def _is_degree_of(page: Page, known: Marks, study: Study, other: Study) -> bool:
    if study.level is None:
        return False
    word = page.low[study.level.start : study.level.end]
    near = study.spans[0][0] - other.spans[-1][1] < 6
    return (
        near
        and polarity(page.flow, study.level.start, study.level.end) == "affirmed"
        and _stands(page, study)
        and word.split()[0].rstrip(".") in ("master", "bachelor", "doctoraal", "drs", "msc", "bsc", "ma", "ba", "llm")
        and field_of(page, known, study) is None
        and field_of(page, known, other) is not None
    )


def _stands(page: Page, study: Study) -> bool:
    """Whether nothing is said against a degree: "wo rechten, master gestart" is a bachelor and a master begun."""
    if study.level is None:
        return False
    place = study.level.start, study.level.end
    return standing(page.low, *place, study.spans[0][0], study.spans[-1][1], (place,)) == "held"


def _is_field(known: Marks, item: tuple[int, int]) -> bool:
    """Whether an item is a field of study and little else: "Bestuurskunde, hbo, 2012"."""
    fields = [place for place in within(known.known, *item) if place.name.startswith("field.")]
    return any(place.start - item[0] <= 3 and item[1] - place.end <= 3 for place in fields)


def _continues(page: Page, known: Marks, item: tuple[int, int], kind: str) -> bool:
    """Whether an item goes on about the study before it: a year, a school, whether it was finished."""
    if within(known.levels, *item):
        return False
    low = page.low[item[0] : item[1]]
    if len(low.split()) > 9:
        return False
    says = compiled("study.unfinished").search(low) or compiled("study.finished").search(low)
    if kind in ("study", "plain") and (says or _school().search(low) or periods_of(page, *item)):
        return True
    return kind == "job" and bool(_school().search(low)) and not within(known.heads, *item)


def _speaks_of_diploma(page: Page, unit: Unit) -> bool:
    low = page.low[unit.start : unit.end]
    return (
        len(low.split()) <= 5
        and re.match(r"(?:diploma|niet afgerond|afgerond|behaald|niet afgemaakt|nog niet|gestopt|geen diploma)\b", low)
        is not None
    )


def periods_of(page: Page, start: int, end: int) -> list[PeriodHit]:
    """Return the periods that lie in a stretch."""
    return [p for p in page.periods_in(start, end) if p.stop <= end]


_SEGMENT = re.compile(
    r"[,;()|\u2022\t\n:\[\]\"]+|\s-{1,2}(?=\s)|\s{3,}|\.\s|\s/\s|\ben\s(?=volgde|deed|heeft|behaalde|een\straining|een\scursus)"
)


# "MBO Bouwkunde niveau 4", "meester in de rechten": the field stands in the middle of the level.
_INSIDE = re.compile(
    r"(?:mbo|hbo|opleiding)[ -]+(?P<field>(?!op\b|niveau\b|nivo\b|level\b|opleiding\b|diploma\b|werk)[a-z&][\w& /-]{2,60}?)[ ,(-]+(?:op )?(?:niveau|nivo|level)[ -]?\d\)?|meester in (?:de |het )?(?P<law>[\w ]+)"
)
_OF_SCHOOL = re.compile(r"(?:\s(?:van|voor|te|in|en|of|the|de|het|der)(?=\s)|\s[A-Z][\w'-]*)*\s(?:[A-Z][\w'-]*)")


def _end_of_school(page: Page, known: Marks, at: int, end: int) -> int:
    """Return where a school's name ends: "Hogeschool Arnhem en Nijmegen"; a field of study is no part of it."""
    name = _OF_SCHOOL.match(page.flow, at, end)
    if name is None:
        return at
    fields = [place.start for place in within(known.known, at, name.end()) if place.name.startswith("field.")]
    towns = [town.end for town in within(known.towns, at, name.end())]
    stop = min([name.end(), *fields])
    return max([town for town in towns if town <= stop], default=at)


def field_of(page: Page, known: Marks, study: Study) -> str | None:
    """Return the field as written: what stands behind the level, else before it, else on the line beside it."""
    level = study.level
    inside = _INSIDE.fullmatch(page.low, level.start, level.end) if level is not None else None
    if inside is not None:
        return fold(page.flow[slice(*inside.span(inside.lastgroup or 0))])
    pieces: list[tuple[int, str]] = []
    for start, end in study.spans:
        at = start
        cuts = [(m.start(), m.end()) for m in _SEGMENT.finditer(page.low, start, end)]
        cuts += [(p.begin, p.stop) for p in page.periods_in(start, end) if p.stop <= end]
        cuts += [
            (m.start(), _end_of_school(page, known, m.end(), end)) for m in _school().finditer(page.low, start, end)
        ]
        cuts += [(h.start, h.end) for h in within(known.employers, start, end)]
        cuts += [
            (m.start(), t.end) for t in within(known.towns, start, end) if (m := _IN.search(page.low, start, t.start))
        ]
        if level is not None and start <= level.start < end:
            cuts.append((level.start, level.end))
        for a, b in [*sorted(cuts), (end, end)]:
            if a > at:
                pieces.append((at, _field_words(page, known, at, a)))
            at = max(at, b)
    named = [(at, words) for at, words in pieces if words]
    if not named:
        return None if level is None else _inside(page, known, level)
    if level is not None:
        behind = [words for at, words in named if at >= level.end]
        if behind:
            return behind[0]
        beside = next((a for a, b in study.spans if a <= level.start < b), level.start)
        return named[-1][1] if named[-1][0] >= beside else named[0][1]
    return named[0][1]


_IN = re.compile(r"\s(?:in|te)\s+$")
_LAW = re.compile(r"\brechten\b|\bof laws\b|\bll\.?m\b")
_BETWEEN = re.compile(r"[mh]bo[\s-]+(?P<field>\D+?)[\s,(-]+niv(?:eau|\.)?\s?\d")


def _inside(page: Page, known: Marks, level: LevelHit) -> str | None:
    """Return the field that the words of the level hold: "mbo Bouwkunde niveau 4", "meester in de rechten"."""
    low = page.low[level.start : level.end]
    between = _BETWEEN.match(low)
    if between:
        start, end = between.span("field")
        return _field_words(page, known, level.start + start, level.start + end) or None
    return "rechten" if _LAW.search(low) else None


_TOKEN = re.compile(r"\S+")


def _field_words(page: Page, known: Marks, start: int, end: int) -> str:
    """Return a stretch without schools, towns and the words that any diploma has; empty where nothing is left."""
    low = page.low[start:end]
    found = [(m.start(), m.end()) for m in _TOKEN.finditer(low)]
    noise = words("study.noise")

    def is_noise(span: tuple[int, int]) -> bool:
        word = low[span[0] : span[1]].strip(".,:;'\"()-")
        return word in noise or not re.search(r"[a-z]{2}|&", word) or word.isdigit()

    while found and is_noise(found[0]):
        found.pop(0)
    while found and is_noise(found[-1]):
        found.pop()
    if not found or len(found) > 9:
        return ""
    first, last = start + found[0][0], start + found[-1][1]
    if (
        page.low[first:last] in words("study.degrees")
        or compiled("study.unfinished").fullmatch(page.low[first:last])
        or any(t.start <= first and t.end >= last for t in within(known.towns, first, last))
    ):
        return ""
    return fold(page.flow[first:last]).strip(" .,:;-\u2022'\"")
