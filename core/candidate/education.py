"""Diplomas and studies (C5, C6): level and field from one diploma, finished or not.

A bare level counts as finished; words that say otherwise, and years that are too few, do not. "hbo werk- en
denkniveau" is no education at all, and "hbo-niveau" leaves open whether there is a diploma.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.candidate.cues import any_of, compiled, entry, words
from core.candidate.drafts import WORK
from core.candidate.items import Unit, items, kind_of
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.lexicon import LevelHit, education_rank
from core.model.candidate import EducationFact
from core.text.dates import PeriodHit, find_moments
from core.text.source import fold


class Study(NamedTuple):
    """A study with the stretches that tell of it (one per unit), and its level where it has one."""

    spans: tuple[tuple[int, int], ...]
    level: LevelHit | None


def read_education(
    page: Page, known: Marks, units: tuple[Unit, ...], studies: tuple[Study, ...]
) -> tuple[EducationFact, ...]:
    """Return what the studies of a text come to, in order."""
    facts = []
    for study in studies:
        fact = _fact(page, known, study)
        if fact is not None:
            facts.append(fact)
    facts += _bare_denials(page, known, units)
    return tuple(dict.fromkeys(facts))


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
        if merged and re.fullmatch(r"[\s(/-]{0,3}(?:diploma\s|opleiding\s)?", between) and "/" not in between:
            best = max((merged[-1], hit), key=lambda one: education_rank(one.level))
            merged[-1] = LevelHit(best.level, merged[-1].start, hit.end)
        else:
            merged.append(hit)
    return merged


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
    has_period = any(_periods(page, u.start, u.end) for u in here)
    opens = re.match(r"(?:opleiding|studie|naam opleiding)\s*:", page.low[unit.start : unit.end]) is not None
    return (
        (has_level and bool(within(known.levels, unit.start, unit.end)))
        or (has_period and bool(_periods(page, unit.start, unit.end)))
        or (opens and (has_level or has_period))
        or (has_level and has_period and kind_of(page, known, unit.start, unit.end) == "course")
    )


def _grouped(page: Page, known: Marks, units: tuple[Unit, ...], group: list[int]) -> Iterator[Study]:
    spans = [(units[i].start, units[i].end) for i in group]
    levels = [level for start, end in spans for level in _levels(page, known, start, end)]
    if len(levels) > 1:
        yield from _cut_at_levels(page, spans, levels)
    elif levels:
        yield Study(tuple(spans), levels[0])
    elif spans and _looks_like_study(page, known, spans):
        yield Study(tuple(spans), None)


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
        yield Study(mine, level)


def _looks_like_study(page: Page, known: Marks, spans: list[tuple[int, int]]) -> bool:
    """Whether a line without a level is a study: it took years, or stands beside a school. A course is none."""
    text = " ".join(page.low[a:b] for a, b in spans)
    if any(kind_of(page, known, a, b) == "course" for a, b in spans):
        return False
    long = any(
        p.start and p.end and p.end.latest - p.start.earliest > 18 for a, b in spans for p in _periods(page, a, b)
    )
    dated = any(_periods(page, a, b) for a, b in spans) or bool(re.search(r"\b(?:19|20)\d\d\b", text))
    return long or (bool(_school().search(text)) and not dated)


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
        and word.split()[0] in ("master", "bachelor", "doctoraal")
        and _field(page, known, study) is None
        and _field(page, known, other) is not None
    )


def _is_field(known: Marks, item: tuple[int, int]) -> bool:
    """Whether an item is a field of study and little else: "Bestuurskunde, hbo, 2012"."""
    fields = [place for place in within(known.known, *item) if place.name.startswith("field.")]
    return any(place.start - item[0] <= 3 and item[1] - place.end <= 3 for place in fields)


def _continues(page: Page, known: Marks, item: tuple[int, int], kind: str) -> bool:
    """Whether an item goes on about the study before it: a year, a school, whether it was finished."""
    if within(known.levels, *item):
        return False
    low = page.low[item[0] : item[1]]
    says = compiled("study.unfinished").search(low) or compiled("study.finished").search(low)
    if kind in ("study", "plain") and (says or _school().search(low) or _periods(page, *item)):
        return True
    return kind == "job" and bool(_school().search(low)) and not within(known.heads, *item)


def _speaks_of_diploma(page: Page, unit: Unit) -> bool:
    low = page.low[unit.start : unit.end]
    return (
        len(low.split()) <= 5
        and re.match(r"(?:diploma|niet afgerond|afgerond|behaald|niet afgemaakt|nog niet|gestopt|geen diploma)\b", low)
        is not None
    )


def _periods(page: Page, start: int, end: int) -> list[PeriodHit]:
    return [p for p in page.periods_in(start, end) if p.stop <= end]


def _fact(page: Page, known: Marks, study: Study) -> EducationFact | None:
    level = study.level
    text = " \n ".join(page.low[a:b] for a, b in study.spans)
    if level is not None and _is_thinking(page, level, study.spans[-1][1]) and not _has_diploma(page, study):
        return None
    meant = polarity(page.flow, level.start, level.end) if level else "affirmed"
    denied = level is not None and meant == "negated" and _is_denied(page, level)
    periods = [p for a, b in study.spans for p in _periods(page, a, b)]
    finished = False if denied else _finished(text, level, meant, periods, page)
    general = level is not None and level.level in ("havo", "vwo", "vmbo")
    field = None if denied or general else _field(page, known, study)
    if level is None and field is None:
        return None
    return EducationFact(
        level=_level_name(level, text),
        field=field,
        finished=finished,
        denied=denied,
        year=_year(page, study, periods) if finished is not False else None,
        evidence=page.source.evidence(study.spans[0][0], study.spans[-1][1]),
    )


def _level_name(level: LevelHit | None, text: str) -> str | None:
    if level is None:
        return None
    if level.level == "hbo":
        return "hbo-bachelor"
    if level.level == "hbo-bachelor" and _BACHELOR.search(text) and _UNIVERSITY.search(text):
        return "wo-bachelor"
    return level.level


_BACHELOR = re.compile(r"^(?!.*\b(?:hbo|hogeschool|applied)\b).*\b(?:bachelor|b\.?sc|b\.?a|llb)\b", re.S)
_UNIVERSITY = re.compile(r"universi|\buva\b|\bvu\b|\brug\b|\btu\b")


def _is_thinking(page: Page, level: LevelHit, end: int) -> bool:
    behind = page.low[level.end : min(end, level.end + 40)]
    return compiled("study.thinking").search(behind) is not None


def _has_diploma(page: Page, study: Study) -> bool:
    return any(re.search(r"\bdiploma\b|\bafgerond", page.low[a:b]) for a, b in study.spans)


def _is_denied(page: Page, level: LevelHit) -> bool:
    """Whether the diploma itself is denied ("geen hbo-diploma"), not only its end ("hbo niet afgerond", "nog geen hbo")."""
    before = page.low[max(0, level.start - 40) : level.start]
    match = re.search(r"\b(nog\s+)?(geen|nooit)\b[^.;,\n]*$", before)
    return match is not None and match[1] is None


def _finished(text: str, level: LevelHit | None, meant: str, periods: list[PeriodHit], page: Page) -> bool | None:
    if compiled("study.unfinished").search(text) or meant == "weak":
        return False
    if meant == "negated":
        return False
    if compiled("study.finished").search(text):
        return True
    if any(p.ongoing for p in periods):
        return False
    if level is None:
        return None
    behind = page.low[level.end : level.end + 9]
    if re.match(rf"[\s-]*{any_of('study.only_level')}(?!\s*[1-4])", behind) and not periods:
        return None
    for period in periods:
        if not period.bare and period.start and period.end:
            took = period.end.latest // 12 - period.start.earliest // 12
            return True if took >= int(entry("study.years").get(level.level, 0)) else None
    return True


def _year(page: Page, study: Study, periods: list[PeriodHit]) -> int | None:
    ends = [p.end.latest // 12 for p in periods if p.end]
    if ends:
        return max(ends)
    for start, end in study.spans:
        moments = find_moments(page.flow[start:end])
        if moments:
            return moments[-1].range.latest // 12
    return None


_SEGMENT = re.compile(
    r"[,;()|\u2022\t\n:\[\]\"]+|\s-{1,2}(?=\s)|\s{3,}|\.\s|\s/\s|\ben\s(?=volgde|deed|heeft|behaalde|een\straining|een\scursus)"
)


def _field(page: Page, known: Marks, study: Study) -> str | None:
    """Return the field as written: what stands behind the level, else before it, else on the line beside it."""
    level = study.level
    pieces: list[tuple[int, str]] = []
    for start, end in study.spans:
        at = start
        cuts = [(m.start(), m.end()) for m in _SEGMENT.finditer(page.low, start, end)]
        cuts += [(p.begin, p.stop) for p in page.periods_in(start, end) if p.stop <= end]
        cuts += [m.span() for m in _school().finditer(page.low, start, end)]
        cuts += [(h.start, h.end) for h in within(known.employers, start, end)]
        if level is not None and start <= level.start < end:
            cuts.append((level.start, level.end))
        for a, b in [*sorted(cuts), (end, end)]:
            if a > at:
                pieces.append((at, _field_words(page, known, at, a)))
            at = max(at, b)
    named = [(at, words) for at, words in pieces if words]
    if not named:
        return None
    if level is not None:
        behind = [words for at, words in named if at >= level.end]
        return behind[0] if behind else named[-1][1]
    return named[0][1]


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


_NO_DIPLOMA = re.compile(
    r"\b(?:geen|zonder)\s+(?:enkel\s+|afgeronde?\s+|behaalde?\s+)?(?:diploma'?s?|opleiding(?:en)?)\b(?!\s*(?:nodig|vereist))"
)


def _bare_denials(page: Page, known: Marks, units: tuple[Unit, ...]) -> list[EducationFact]:
    """Read "geen diploma's" without a level or a study: nothing was finished."""
    found = []
    for unit in units:
        match = _NO_DIPLOMA.search(page.low, unit.start, unit.end)
        told = match is not None and not within(known.levels, unit.start, unit.end)
        if match and told and unit.section not in WORK and match.start() - unit.start <= 12:
            found.append(
                EducationFact(finished=False, denied=True, evidence=page.source.evidence(match.start(), match.end()))
            )
    return found
