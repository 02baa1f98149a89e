"""Explicit facts that exclude (S1): "geen ervaring met TOPdesk of Key2", "nooit bij een gemeente gewerkt", "daarna niet meer".

Only what is said of the person as a whole: a job in which something wasn't done denies nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from core.candidate.cues import entry, words
from core.candidate.items import Unit
from core.candidate.marks import Marks, generic_pattern, generic_sector, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.model.base import Sector
from core.model.candidate import Denial
from core.text.source import fold, key
from core.text.vocabulary import one_of

Item = tuple[int, int]


def read_denials(page: Page, known: Marks, units: tuple[Unit, ...], outside: frozenset[int]) -> tuple[Denial, ...]:
    """Return the denials, each subject once; `outside` are the indexes of the units that stand in no job's tasks."""
    found: dict[tuple[str | None, Sector | None, int | None], Denial] = {}
    for index, unit in enumerate(units):
        if unit.heading or unit.section in ("references", "leisure", "courses"):
            continue
        for denial in _in_unit(page, known, unit, is_outside=index in outside):
            found.setdefault((key(denial.subject) if denial.subject else None, denial.sector, denial.after), denial)
    return tuple(found.values())


def _in_unit(page: Page, known: Marks, unit: Unit, *, is_outside: bool) -> Iterator[Denial]:
    if _NEGATIVE.search(page.low, unit.start, unit.end):
        yield from _no_longer(page, known, unit)
        yield from _by_adjective(page, unit)
        yield from _listed(page, known, unit)
    if is_outside:
        yield from _mentions(page, known, unit)


# Every pattern below has one of these in it; most sentences have none.
_NEGATIVE = re.compile(one_of(("geen", "zonder", "niet", "nul", "no", "not", "nooit", "nimmer", "never", "onbekend")))


def _listed(page: Page, known: Marks, unit: Unit) -> Iterator[Denial]:
    for start, end in _lists(page, unit):
        for item in _items(page, known, start, end):
            if _is_for_now(page, unit, *item):
                continue
            denial = _denial(page, known, unit, item)
            if denial is not None:
                yield denial


_FOR_NOW = re.compile(
    r"\b(?:(?:nooit|niet) meer|afgelopen|laatste|laatstelijk|recent\w*|momenteel|nu|op dit moment|sinds|daar|daarbij|hier|huidige|tijdelijk|dit jaar|vorig jaar|in 20\d\d|in 19\d\d)\b[^,;.]*$"
)


# "bij Ede heeft hij nooit met FME gewerkt": elsewhere he may have.
_AT_ONE_PLACE = re.compile(r"\b[Bb]ij\s+(?:de\s+|het\s+)?(?:gemeente\s+|gem\.\s+)?[A-Z][^,;.]*$")


def _is_for_now(page: Page, unit: Unit, start: int, end: int) -> bool:
    """Whether it is denied of a time or a place only: "de afgelopen 3 jaar geen TOPdesk", "daar geen Key2", "geen TOPdesk meer"."""
    floor = max(unit.start, start - 60)
    return (
        _FOR_NOW.search(page.low[floor:start]) is not None
        or _AT_ONE_PLACE.search(page.flow[floor:start]) is not None
        or page.low.startswith("meer ", start)
        or re.match(r"\s+(?:meer\b|gewerkt meer|meer gewerkt)", page.low[end : unit.end]) is not None
    )


_NO_EXPERIENCE = re.compile(
    r"\b(?:geen|zonder|niet|nul|no)\s+(?:enkele\s+|enige\s+|relevante\s+|recente\s+|aantoonbare\s+|specifieke\s+|echte\s+|directe\s+)?"
    r"(?:werk)?(?:ervaring|experience|kennis)\s*:?\s*(?=(?:met|in|als|bij|op|van|binnen|voor|with|of|as)\b)"
)
_NEVER = re.compile(
    r"\b(?:nooit|nimmer|never)\s+(?:eerder\s+|echt\s+|zelf\s+)?(?=(?:\w+\s+){0,8}?(?:gewerkt|gebruikt|gedaan|werkzaam|toegepast|ervaring|actief|worked)\b|(?:bij|met|als|in|voor|binnen|op)\b)"
)
_NOT_DONE = re.compile(
    r"\b(?:geen|nooit)\s+(?P<what>[^.;:,()\n]{3,50}?)(?:\s+(?:gedaan|uitgevoerd|gebruikt|toegepast|behandeld|begeleid|geschreven|gevolgd|behaald|gehaald)\b|[\s-](?:werk)?ervaring\b(?!\s+(?:met|in|als|bij|op|van|binnen|voor)\b))"
)
# The same with the subject in front: "Europese aanbestedingen heeft hij niet gedaan", "aanbestedingen: nee".
_SUBJECT_FIRST = re.compile(
    r"(?:(?<=[.;,:]\s)|(?<=\n)|\A|(?<=\ben\s)|(?<=\bmaar\s))(?P<what>[^.;:,()\n]{3,50}?)"
    r"(?:\s+(?:heeft|heb|had|deed)\s+(?:(?:hij|zij|ze|ie|ik|kandidaat|zelf|ook|nog|helaas|eigenlijk)\s+){0,4}(?:niet|nooit)\s+(?:eerder\s+|zelf\s+)?(?:gedaan|uitgevoerd|gebruikt|toegepast|behandeld|begeleid|geschreven|(?:ge|op|be|ver|aan|af|uit)\w{3,}(?:d|t|en))\b|\s*:\s*(?:nee|geen|nooit)(?=\s*(?:[.;,\n]|$)))"
    r"|\b(?:met|van|in)\s+(?P<with>[^.;:,()\n]{3,50}?)\s+(?:nog\s+)?(?:geen\s+(?:werk)?ervaring|nooit\s+gewerkt|geen\s+kennis)\b"
)
_NOT_KNOWN = re.compile(r"\b(?:niet bekend met|onbekend met|not familiar with)\s+")
_STOP = re.compile(
    r"[.;:!?\n()]|\bmaar\b|\bwel\b|\bechter\b|\bdoch\b|\bbehalve\b|\bzijn\b|\bomdat\b|\bheeft wel\b|,\s+(?:maar|wel|echter|kent|heeft|werkt|is|kan|(?:hij|ze|zij|ie|ik|dat|die|er|daar|we|want|dus) [a-z]+)\b"
)


def _lists(page: Page, unit: Unit) -> Iterator[Item]:
    """Yield the stretch behind "geen ervaring …" or "nooit …", up to the end of its clause."""
    for pattern in (_NO_EXPERIENCE, _NEVER, _NOT_KNOWN):
        for match in pattern.finditer(page.low, unit.start, unit.end):
            stop = _STOP.search(page.low, match.end(), unit.end)
            yield match.end(), stop.start() if stop else unit.end
    for match in _SUBJECT_FIRST.finditer(page.low, unit.start, unit.end):
        yield match.span("what" if match["what"] else "with")
    yield from _before_never(page, unit)
    for match in _NOT_DONE.finditer(page.low, unit.start, unit.end):
        if not re.match(
            r"(?:gemeente|overheid|ambtelijk|publiek)\w*[\s-]*$|\w*\s?(?:relevante|enkele|enige|recente)\b",
            match["what"],
        ):
            yield match.span("what")


_NEVER_BEHIND = re.compile(
    r"\s(?:(?:heb|heeft|hebben|had|is|ben)\s+)?(?:(?:ik|hij|zij|ze|ie|er|we)\s+)?(?:(?:zelf|tot nu toe|echt|eigenlijk|helaas|ook)\s+)*"
    r"(?:nog nooit|nooit|nog niet|nog niet eerder)(?:\s+(?:zelf|echt|eerder|mee|ermee))*\s+(?:gewerkt|gebruikt|gedaan|toegepast|uitgevoerd|ervaring)\b(?!\s+meer\b)"
)
_CLAUSE_BEGINS = re.compile(r"[,.;:!?()\n]|\bmaar\b|\bwel\b|\ben\s+(?=met\b|in\b|als\b)")


def _before_never(page: Page, unit: Unit) -> Iterator[Item]:
    """Yield what stands before its "nooit": "met FME nog nooit gewerkt", "als jurist heeft hij nooit gewerkt"."""
    for match in _NEVER_BEHIND.finditer(page.low, unit.start, unit.end):
        begins = [m.end() for m in _CLAUSE_BEGINS.finditer(page.low, unit.start, match.start())]
        yield begins[-1] if begins else unit.start, match.start()


_BETWEEN = re.compile(r",(?!\d)|\bof\b|\ben\b|\bnoch\b|/|\bor\b|\band\b")


def _items(page: Page, known: Marks, start: int, end: int) -> Iterator[Item]:
    """Cut a list at its joints, but not inside a name: "werving en selectie", "jurist bezwaar en beroep"."""
    names = [*within(known.known, start, end), *within(known.roles, start, end)]
    at = start
    for match in [*_BETWEEN.finditer(page.low, start, end), None]:
        if match is not None and any(name.start < match.start() and match.end() < name.end for name in names):
            continue
        stop = match.start() if match else end
        item = _trimmed(page, at, stop)
        if item[0] < item[1]:
            yield item
        at = match.end() if match else end


def _trimmed(page: Page, start: int, end: int) -> Item:
    found = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", page.low[start:end])]
    keep_at = words("denial.words.lead") - {"bij", "binnen"}

    def word(span: Item) -> str:
        return page.low[span[0] : span[1]].strip(".,:;()'\"-")

    while found and (word(found[0]) in keep_at or not word(found[0])):
        found.pop(0)
    while found and (word(found[-1]) in words("denial.words.trail") or not word(found[-1])):
        found.pop()
    if not found:
        return start, start
    first, last = found[0][0], found[-1][1]
    while last > first and page.low[last - 1] in ".,:;":
        last -= 1
    return first, last


@cache
def _at_sector() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:bij|binnen|in|voor|op)\s+)?(?:(?:een|de|het|andere|welke)\s+){{0,2}}(?P<name>{generic_pattern().pattern})$"
    )


def _denial(page: Page, known: Marks, unit: Unit, item: Item) -> Denial | None:
    start, end = item
    low = page.low[start:end]
    if polarity(page.flow, start, end) != "negated" and not low.startswith(("bij ", "binnen ")):
        return None
    evidence = page.source.evidence(unit.start, unit.end)
    at = _at_sector().search(low)
    if at is not None:
        sector = generic_sector(at["name"])
        if sector is None:
            return None
        before = _trimmed(page, start, start + at.start())
        subject = fold(page.flow[before[0] : before[1]]) or None
        return Denial(subject=subject, sector=sector, evidence=evidence)
    if any(True for _ in within(known.employers, start, end)) or low.startswith(("bij ", "binnen ")):
        # "nooit bij UWV gewerkt": one employer, not its sector.
        return None
    return _of_subject(page, start, end, unit)


def _of_subject(page: Page, start: int, end: int, unit: Unit) -> Denial | None:
    low = page.low[start:end]
    count = len(low.split())
    if not 0 < count <= 5 or not re.search(r"[a-z]{2}", low) or low.split()[0] in words("denial.words.no_subject"):
        return None
    return Denial(subject=fold(page.flow[start:end]), evidence=page.source.evidence(unit.start, unit.end))


@cache
def _adjective() -> re.Pattern[str]:
    table = {word: sector for sector, listed in entry("denial.adjectives").items() for word in listed}
    return re.compile(
        rf"\b(?:geen|nooit|zonder)\s+(?:enige\s+|relevante\s+)?(?P<word>{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})[\s-]*(?:werk)?ervaring\b"
    )


def _by_adjective(page: Page, unit: Unit) -> Iterator[Denial]:
    """Read "geen gemeentelijke ervaring", "geen overheidservaring"."""
    for match in _adjective().finditer(page.low, unit.start, unit.end):
        for sector, listed in entry("denial.adjectives").items():
            if match["word"] in listed:
                yield Denial(sector=sector, evidence=page.source.evidence(unit.start, unit.end))


_OF_A_COURSE = re.compile(
    r"\b(?:cursus|training|opleiding|workshop|certificaat|diploma|certificering)\s+(?:(?:in|voor|van)\s+)?$"
)
_A_COURSE = re.compile(r"[\s-]?(?:certifica\w+|cursus|training|opleiding|diploma|gecertificeerd)\b")


def _mentions(page: Page, known: Marks, unit: Unit) -> Iterator[Denial]:
    """Tools and licences that are denied where they are named: "wel Key2, geen Suite", "nog geen rijbewijs"."""
    for hit in within(known.tools, unit.start, unit.end):
        if _OF_A_COURSE.search(page.low, max(unit.start, hit.start - 24), hit.start) or _A_COURSE.match(
            page.low, hit.end
        ):
            # "nog geen cursus Excel" says nothing of the work done with it.
            continue
        if polarity(page.flow, hit.start, hit.end) == "negated" and not _is_for_now(page, unit, hit.start, hit.end):
            yield Denial(subject=page.flow[hit.start : hit.end], evidence=page.source.evidence(unit.start, unit.end))
    for match in re.finditer(r"\brijbewijs\b", page.low[unit.start : unit.end]):
        start, end = unit.start + match.start(), unit.start + match.end()
        if polarity(page.flow, start, end) == "negated":
            yield Denial(subject=page.flow[start:end], evidence=page.source.evidence(unit.start, unit.end))


_NO_LONGER = re.compile(
    r"\b(?:daarna|sindsdien|nadien|hierna|since then)\s+(?:\w+\s+){0,2}?(?:niet\s+meer|nooit\s+meer|geen\b|niet\b(?!\s+alleen))(?P<rest>[^.;\n]{0,60})"
)


_RECALLED = 400
"""So far back may the job stand that ended: "Tot 2021 was ze consulent. […] Sindsdien niet meer als consulent"."""


def _no_longer(page: Page, known: Marks, unit: Unit) -> Iterator[Denial]:
    """Read "tot 2018 bij gemeente Tiel, daarna niet meer": nothing of it after the end that stands before."""
    for match in _NO_LONGER.finditer(page.low, unit.start, unit.end):
        ends = [
            p.end.latest
            for p in page.periods_in(max(0, match.start() - _RECALLED), match.start())
            if p.stop <= match.start() and p.end is not None and not p.ongoing
        ]
        if not ends:
            continue
        sector, subject = _what(page, known, unit, match)
        if sector is not None or subject is not None:
            yield Denial(
                subject=subject, sector=sector, after=max(ends), evidence=page.source.evidence(unit.start, unit.end)
            )


def _what(page: Page, known: Marks, unit: Unit, match: re.Match[str]) -> tuple[Sector | None, str | None]:
    """Return the sector and the subject that ended: what follows says it, else what stood before."""
    at = generic_pattern().search(match["rest"])
    sector = generic_sector(at[0]) if at else None
    tools = within(known.tools, match.start(), match.end())
    roles = within(known.roles, match.start(), match.end())
    named = next(iter((*tools, *roles)), None)
    if sector is not None or named is not None:
        return sector, page.flow[named.start : named.end] if named else None
    employers = [h for h in within(known.employers, unit.start, match.start()) if not h.agency]
    begins = [m.end() for m in re.finditer(r"[,;]\s", page.low[unit.start : match.start()])]
    clause = unit.start + begins[-1] if begins else unit.start
    named = next(
        (
            hit
            for first in (clause, unit.start)
            for hit in (*within(known.tools, first, match.start()), *within(known.roles, first, match.start()))
        ),
        None,
    )
    return employers[-1].sector if employers else None, page.flow[named.start : named.end] if named else None
