"""Diplomas and studies (C5, C6): level and field from one diploma, finished or not.

A bare level counts as finished; words that say otherwise, and years that are too few, do not. "hbo werk- en
denkniveau" is no education at all, and "hbo-niveau" leaves open whether there is a diploma.
"""

import re
from functools import cache

from core.candidate.cues import any_of, compiled, entry
from core.candidate.drafts import WORK
from core.candidate.items import Unit
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.candidate.standing import Standing, standing
from core.candidate.studies import Study, field_of, periods_of
from core.lexicon import LevelHit
from core.model.candidate import EducationFact
from core.text.dates import PeriodHit, find_moments


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


def _fact(page: Page, known: Marks, study: Study) -> EducationFact | None:
    level = study.level
    text = " \n ".join(page.low[a:b] for a, b in study.spans)
    if level is not None and _is_thinking(page, level, study.spans[-1][1]) and not _has_diploma(page, study):
        return None
    if level is not None and _is_course(page, level):
        return None
    stands = _standing(page, known, study)
    if stands == "others":
        return None
    meant = polarity(page.flow, level.start, level.end) if level else "affirmed"
    now = level is not None and re.search(r"\bnu\s+(?:de\s|een\s)?$", page.low[max(0, level.start - 12) : level.start])
    if meant == "affirmed" and (stands != "held" or (now and not compiled("study.finished").search(text))):
        meant = "weak"
    denied = level is not None and meant == "negated" and _is_denied(page, level)
    periods = [p for a, b in study.spans for p in periods_of(page, a, b)]
    finished = False if denied else _finished(text, level, meant, periods, page)
    if finished and not compiled("study.diploma").search(text) and _is_short(page, known, study):
        finished = False
    general = level is not None and level.level in ("havo", "vwo", "vmbo")
    field = None if denied or general else field_of(page, known, study)
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


@cache
def _course_behind() -> re.Pattern[str]:
    return re.compile(rf"\+?(?:[ \t-]|s[ \t])*{any_of('study.not_study')}")


@cache
def _course_before() -> re.Pattern[str]:
    """A course's word in the clause before a level; or in the item before it, where the level stands alone."""
    kind = rf"(?:{any_of('study.course')}|\b\w{{3,}}(?:training|cursus|module))"
    return re.compile(rf"{kind}(?P<between>(?:(?!\b(?:19|20)\d\d\b)[^.;,\n\t|:])*)(?P<comma>,[ ]*)?\(?\Z")


_ALONE = re.compile(r"[\s-]*(?:(?:werk|denk)?-?niveau)?\s*(?:$|[\n,;.)|])")


def _is_course(page: Page, level: LevelHit) -> bool:
    """Whether the level is that of a course or a part of a study: "cursus boekhouden hbo", "hbo-module", "minor, hbo" (C5)."""
    if _course_behind().match(page.low, level.end):
        return True
    before = _course_before().search(page.low[max(0, level.start - _NEAR) : level.start])
    if before is None or before["between"].endswith((" en ", " & ", " + ")):
        return False
    return before["comma"] is None or _ALONE.match(page.low, level.end) is not None


def _standing(page: Page, known: Marks, study: Study) -> Standing:
    """Return what is said beside the level: "toegelaten tot het hbo", "hbo rechten voor 80% afgerond", "hbo vereist"."""
    if study.level is None:
        return "held"
    place = study.level.start, study.level.end
    floor = page.flow.rfind("\n", max(0, place[0] - _NEAR), place[0]) + 1 or max(0, place[0] - _NEAR)
    ceiling = max(place[1], next((b for a, b in study.spans if a <= place[0] < b), place[1]))
    names = sorted({(hit.start, hit.end) for hit in within(known.levels, floor, ceiling)} | {place})
    return standing(page.low, *place, floor, ceiling, names)


_NEAR = 160


def _is_short(page: Page, known: Marks, study: Study) -> bool:
    """Whether it is told that it took fewer years than it takes: "2 jaar hbo rechten gedaan"."""
    if study.level is None:
        return False
    start, end = study.level.start, study.spans[-1][1]
    others = {hit.start for hit in within(known.levels, start + 1, end + 24)}
    told = [d for a, b in study.spans for d in within(known.durations, a, b)]
    told = [d for d in told if not any(0 <= at - d.end < 8 for at in others)]
    told += [
        d for d in within(known.durations, max(0, start - 24), start) if _ONLY_SMALL.fullmatch(page.low, d.end, start)
    ]
    least = 12 * int(entry("study.years").get(study.level.level, 0))
    return any(d.months.low < least for d in told if d.start < end and not d.ago)


_ONLY_SMALL = re.compile(r"\s*(?:de\s|het\s|een\s|lang\s)?")


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


_FIRST_YEAR = re.compile(r"\bhbo[- ]p\b(?!\s?[&+])")


def _finished(text: str, level: LevelHit | None, meant: str, periods: list[PeriodHit], page: Page) -> bool | None:
    if compiled("study.unfinished").search(text) or _FIRST_YEAR.search(text) or meant == "weak":
        return False
    if meant == "negated":
        return False
    if compiled("study.finished").search(text):
        return True
    if any(p.ongoing for p in periods):
        return False
    if level is None:
        return None
    behind = page.low[level.end : level.end + 18]
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
