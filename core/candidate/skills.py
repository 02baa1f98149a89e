"""Tools, languages, licences and registrations.

A tool in a bare list has no months (C8); where the text gives them ("TOPdesk (3 jaar)") they are with it. What is
denied or only wished for is none, and neither is the passport that someone issues at a counter.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from core.candidate.cues import alternatives, any_of, compiled, entry
from core.candidate.items import Unit
from core.candidate.marks import Marks, Place, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.candidate.standing import standing, valid_until
from core.candidate.toollists import listed_tools
from core.lexicon import term
from core.model.base import Evidence
from core.model.candidate import StatedDuration, ToolFact
from core.text.source import fold, key, plain

Named = tuple[str, int, int]
Dated = tuple[str, int, int, int | None]
"""A name with its place, and the last month in which it is valid for certain."""


class Skills(NamedTuple):
    """What someone can use, speak and show, with the evidence of each name ("languages.Engels")."""

    tools: tuple[ToolFact, ...]
    languages: tuple[str, ...]
    licences: tuple[str, ...]
    registrations: tuple[str, ...]
    evidence: dict[str, Evidence]
    valid_until: dict[str, int]


def read_skills(
    page: Page, known: Marks, units: tuple[Unit, ...], outside: tuple[Unit, ...], durations: tuple[StatedDuration, ...]
) -> Skills:
    """Return the skills; `outside` are the units that stand in no job."""
    evidence: dict[str, Evidence] = {}
    until: dict[str, int] = {}
    lists: tuple[tuple[str, Iterator[Dated]], ...] = (
        ("languages", ((*one, None) for one in _languages(page, outside))),
        ("licences", _held(page, outside, _licences)),
        ("registrations", _held(page, units, _registrations)),
    )
    names: dict[str, tuple[str, ...]] = {}
    for group, found in lists:
        for name, start, end, month in found:
            if polarity(page.flow, start, end) != "affirmed":
                continue
            at = f"{group}.{name}"
            evidence.setdefault(at, page.source.evidence(start, end))
            if month is not None:
                until[at] = max(month, until.get(at, month))
        names[group] = tuple(key.partition(".")[2] for key in evidence if key.startswith(group + "."))
    return Skills(
        _tools(page, known, units, durations),
        names["languages"],
        names["licences"],
        names["registrations"],
        evidence,
        until,
    )


def _tools(
    page: Page, known: Marks, units: tuple[Unit, ...], durations: tuple[StatedDuration, ...]
) -> tuple[ToolFact, ...]:
    found: dict[str, ToolFact] = {}
    begins = [d.evidence.start for d in durations]
    for unit in units:
        if unit.section in ("education", "courses", "references", "leisure", "personal"):
            continue
        for hit in within(known.tools, unit.start, unit.end):
            if polarity(page.flow, hit.start, hit.end) != "affirmed" or _is_taught(page, unit, hit.start):
                continue
            if any(place.start <= hit.start < place.end for place in within(known.courses, unit.start, unit.end)):
                continue
            name = term(hit.name).label
            evidence = page.source.evidence(hit.start, hit.end)
            at = bisect_right(begins, evidence.start)
            months = next((d.months for d in durations[max(0, at - 2) : at] if evidence.end <= d.evidence.end), None)
            if name not in found or (found[name].months is None and months is not None):
                found[name] = ToolFact(name=_as_written(page, hit, name), months=months, evidence=evidence)
    listed = {key(tool.name) for tool in found.values()}
    for name, start, end in listed_tools(page, known, units):
        if key(name) not in listed:
            found.setdefault(name, ToolFact(name=name, evidence=page.source.evidence(start, end)))
    return tuple(found.values())


def _as_written(page: Page, hit: Place, label: str) -> str:
    """Return a tool's name as the text has it, where that is another name: "City Control", not "Sigmax"."""
    written = fold(page.flow[hit.start : hit.end])
    same = _LETTERS.sub("", plain(written)) in _LETTERS.sub("", plain(label))
    return label if same or not any(char.isupper() for char in written) else written


_LETTERS = re.compile(r"[^a-z0-9]")


def _is_taught(page: Page, unit: Unit, at: int) -> bool:
    """Whether a tool is what a course was about ("Training Key2Burgerzaken")."""
    return (
        re.search(
            r"\b(?:training|cursus|certificaat|gecertificeerd)\s+(?:\w+\s+)?$", page.low[max(unit.start, at - 40) : at]
        )
        is not None
    )


@cache
def _named(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = {word: label for label, listed in entry(name).items() for word in listed}
    return re.compile(alternatives(table)), table


def _all(page: Page, unit: Unit, name: str) -> Iterator[Named]:
    pattern, table = _named(name)
    for match in pattern.finditer(page.low, unit.start, unit.end):
        yield table[re.sub(r"\s+", " ", match[0])], match.start(), match.end()


@cache
def _talen() -> re.Pattern[str]:
    return re.compile(rf"{any_of('skills.language.talen')}\s*:?")


def _languages(page: Page, units: tuple[Unit, ...]) -> Iterator[Named]:
    """A language counts in a list of languages, or beside how well it is spoken; "docent Engels" has neither."""
    listing = False
    for unit in units:
        low = page.low[unit.start : unit.end]
        if unit.heading:
            listing = compiled("skills.language.talen").search(low) is not None
            continue
        if unit.section in ("education", "courses", "references", "leisure"):
            continue
        said = _talen().match(low) is not None
        for name, start, end in _all(page, unit, "skills.languages"):
            near = (
                page.low[max(unit.start, start - 30) : start].rpartition(",")[2]
                + " | "
                + page.low[end : min(unit.end, end + 30)].partition(",")[0]
            )
            if listing or said or compiled("skills.language.level").search(near):
                yield name, *_with_level(page, unit, start, end)


_HOW_WELL_BEFORE = re.compile(r"[\w-]+\s+(?:in\s+)?(?:het\s+|de\s+)?$")
_HOW_WELL_BEHIND = re.compile(
    r"\s*(?:is\s+(?:(?:de|haar|zijn|mijn)\s+)?|[:(-])?\s*(?:taal\s+)?(?:op\s+)?(?:niveau\s+)?(?P<word>(?:zeer\s+|near\s+)?[\w-]+)\)?"
)


def _with_level(page: Page, unit: Unit, start: int, end: int) -> tuple[int, int]:
    """Return the place of a language with how well it is spoken, where that stands right beside it."""
    behind = _HOW_WELL_BEHIND.match(page.low, end, unit.end)
    if behind and compiled("skills.language.rank").fullmatch(behind["word"]):
        return start, behind.end()
    before = _HOW_WELL_BEFORE.search(page.low, unit.start, start)
    if before and compiled("skills.language.rank").match(before[0]):
        return before.start(), end
    return start, end


def _held(page: Page, units: tuple[Unit, ...], read: Callable[[Page, Unit], Iterator[Named]]) -> Iterator[Dated]:
    """Yield the papers that someone can show: not those that ran out, are still to come or are somebody else's."""
    for unit in units:
        found = sorted(read(page, unit), key=lambda one: one[1:])
        names = [(start, end) for _, start, end in found]
        for name, start, end in found:
            stands = standing(page.low, start, end, unit.start, unit.end, names)
            month = valid_until(page.low, end, unit.end) if stands == "until" else None
            if stands == "held" or month is not None:
                yield name, start, end, month


_DRIVING = re.compile(
    r"\b(?:(?P<before>be|b|a|c|ce)[- ])?(?:rijbewijs(?:en)?\b|rijb\b\.?|rbw\b)\s*(?::|\()?\s*(?:categorie\s+)?(?P<class>(?:be|b|a|c|d|ce|am|t)\b(?:\s*(?:en|,|/|\+)\s*(?:be|b|a|c|ce|d|e)\b)*)?"
)
_INCLUDES = {"be": ("be", "b"), "ce": ("ce", "c")}
_HAS = re.compile(
    r"\b(?:in bezit van|heeft|heb|bezit|beschikt over|met|ja|geldig|inclusief|eigen|beschik over|in het bezit van)\b"
)


def _licences(page: Page, unit: Unit) -> Iterator[Named]:
    """A trailer's class includes that of the car: "rijbewijs BE" is a B too."""
    if unit.section in ("references", "leisure"):
        return
    for match in _DRIVING.finditer(page.low, unit.start, unit.end):
        classes = re.findall(r"[a-z]{1,2}", (match["class"] or match["before"] or "").replace("en", " "))
        for one in classes:
            for name in _INCLUDES.get(one, (one,)):
                yield f"rijbewijs {name.upper()}", match.start(), match.end()
        low = page.low[unit.start : unit.end]
        if (
            not classes
            and (match.start() == unit.start or _HAS.search(low) or len(low.split()) <= 6)
            and not re.search(r":\s*(?:nee|geen)", low)
        ):
            yield "rijbewijs", match.start(), match.end()
    if unit.section != "education":
        for name, start, end in _all(page, unit, "skills.licences"):
            part = _DOMAIN.match(page.low, end, unit.end) if name == "boa-akte" else None
            yield (
                (f"{name} domein {_ROMAN.get(part['number'], part['number'])}", start, part.end())
                if part
                else (name, start, end)
            )


_DOMAIN = re.compile(r"[\s(,-]*(?:boa\s+)?(?:in |voor )?dom(?:ein|\.)?\s*(?P<number>iii|ii|iv|vi|v|i|[1-6])\b")
_ROMAN = {
    "1": "I",
    "2": "II",
    "3": "III",
    "4": "IV",
    "5": "V",
    "6": "VI",
    "i": "I",
    "ii": "II",
    "iii": "III",
    "iv": "IV",
    "v": "V",
    "vi": "VI",
}
_CHAMBER = re.compile(r"(?:[\s,(]|\ben\b|\bvan het\b|register)*\bkamers?\s+(?P<name>\w+)")


def _registrations(page: Page, unit: Unit) -> Iterator[Named]:
    if unit.section in ("references", "leisure"):
        return
    for name, start, end in _all(page, unit, "skills.registers"):
        near = page.low[max(unit.start, start - 40) : min(unit.end, end + 40)]
        alone = name in entry("skills.register.bare") and not unit.bullet and unit.section != "education"
        if alone or compiled("skills.register.cue").search(near):
            yield name, start, end
            part = _CHAMBER.match(page.low, end, unit.end)
            while part:
                yield f"{name} kamer {part['name']}", start, part.end()
                part = _CHAMBER.match(page.low, part.end(), unit.end)
