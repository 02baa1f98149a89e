"""Devices and commitments: what someone brings along, and agrees to (Q9)."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.candidate.cues import alternatives, any_of, compiled, entry
from core.candidate.items import Unit
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.model.base import Evidence
from core.model.candidate import Willingness
from core.text.days import find_weekdays
from core.text.numbers import find_numbers


class Devices(NamedTuple):
    """Devices that someone has, and those that someone says not to have."""

    have: tuple[str, ...]
    lack: tuple[str, ...]
    evidence: dict[str, Evidence]


@cache
def _device_patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(alternatives(listed)) for name, listed in entry("terms.devices").items()}


def read_devices(page: Page, units: tuple[Unit, ...]) -> Devices:
    """Return the devices; a device is had where a word for having, or a list of devices only, says so."""
    evidence: dict[str, Evidence] = {}
    lack: list[str] = []
    for unit in units:
        if unit.section in ("education", "courses", "references", "leisure"):
            continue
        low = page.low[unit.start : unit.end]
        if compiled("terms.device_words.task").search(low):
            continue
        hits = [
            (m.start(), m.end(), name) for name, pattern in _device_patterns().items() for m in pattern.finditer(low)
        ]
        byod = compiled("terms.device_words.byod").search(low)
        if (
            byod
            and _clause_polarity(page, unit, byod.start(), byod.end()) == "affirmed"
            and re.search(r"\b(?:byod|own device)\b", byod[0])
        ):
            hits += [(byod.start(), byod.end(), "laptop"), (byod.start(), byod.end(), "telefoon")]
        for start, end, name in sorted(hits):
            where = (unit.start + start, unit.start + end)
            meant = _clause_polarity(page, unit, start, end)
            if meant == "negated":
                lack.append(name)
                evidence.setdefault(f"no_devices.{name}", page.source.evidence(*where))
            elif meant == "affirmed" and _is_had(_clause(low, start)):
                evidence.setdefault(f"devices.{name}", page.source.evidence(*where))
    have = tuple(key.partition(".")[2] for key in evidence if key.startswith("devices."))
    return Devices(tuple(name for name in have if name not in lack), tuple(dict.fromkeys(lack)), evidence)


def _clause_polarity(page: Page, unit: Unit, start: int, end: int) -> str:
    return polarity(page.flow[unit.start : unit.end], start, end)


@cache
def _only_devices() -> re.Pattern[str]:
    every = alternatives([word for listed in entry("terms.devices").values() for word in listed])
    return re.compile(rf"(?:\s*(?:{every}|en|\+|/|,|&|:|mobiele|eigen|een|met|abonnement|\.))+\s*$")


def _clause(low: str, at: int) -> str:
    """Return the sentence without its denials: "telefoon en iPad, geen laptop"."""
    begin = max(low.rfind(", geen", 0, at), low.rfind(" maar geen", 0, at))
    denied = re.search(r",? (?:maar |en )?geen\b", low[at:])
    return low[begin + 1 : at + denied.start() if denied else len(low)]


def _is_had(low: str) -> bool:
    return compiled("terms.device_words.have").search(low) is not None or _only_devices().match(low) is not None


def read_willingness(page: Page, known: Marks, units: tuple[Unit, ...]) -> tuple[Willingness, ...]:
    """Return what someone agrees to or refuses, each as it is written."""
    found: list[Willingness] = []
    for place, unit in enumerate(units):
        if unit.section in ("education", "courses", "references", "leisure"):
            continue
        told = _in_unit(page, known, unit)
        if page.low[unit.start : unit.end].endswith("?"):
            told = _answered(page, told, unit, units[place + 1] if place + 1 < len(units) else None)
        found += told
    return tuple(found)


_ANSWER = re.compile(
    r"(?:(?P<days>[1-5]|een|twee|drie|vier|vijf)\s+(?:(?:dagen|dgn|dag)\s+)?(?=is\b|vind|kan\b|mag\b|lukt\b)|(?=(?:ja|jazeker|prima|ok|oke|akkoord|geen|is|dat|kan|nee|niet|lukt|vind|helaas)\b))[^.;!]{0,40}"
)


def _answered(page: Page, told: Iterator[Willingness], asked: Unit, unit: Unit | None) -> Iterator[Willingness]:
    """A question agrees to nothing; the answer behind it does: "1 of 2 dagen op kantoor? 2 is prima"."""
    answer = _ANSWER.match(page.low, unit.start, unit.end) if unit is not None else None
    agreed = _agreed(answer[0], 0, 0) if answer else None
    if unit is None or answer is None or agreed is None:
        return
    evidence = page.source.evidence(asked.start, unit.end)
    days = find_numbers(f"{answer['days']} dagen") if answer["days"] else ()
    for will in told:
        change: dict[str, object] = {"agreed": agreed, "evidence": evidence}
        if days and will.subject == "onsite":
            change["days_per_week"] = float(days[0].value)
        yield will.model_copy(update=change)


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(r",(?!\d)|;|\bmaar\b|\ben\s(?=niet\b|geen\b|wel\b)")


def _in_unit(page: Page, known: Marks, unit: Unit) -> Iterator[Willingness]:
    cuts = [unit.start, *(m.end() for m in _clauses().finditer(page.low, unit.start, unit.end)), unit.end]
    for start, end in pairwise(cuts):
        low = page.low[start:end]
        remote = compiled("terms.willing.remote_only").search(low)
        if remote:
            yield _will(page, "onsite", False, start, end)
            continue
        for subject in ("onsite", "hybrid", "vog"):
            match = compiled(f"terms.willing.{subject}").search(low)
            if match is None:
                continue
            if _RATHER_NOT.search(low):
                continue
            agreed = _agreed(low, match.start(), match.end())
            numbers = _days(low) if subject == "onsite" else None
            if agreed is None and numbers is not None and unit.section in (None, "terms", "other", "motivation"):
                agreed = True
            if agreed is None:
                continue
            will = _will(page, subject, agreed, start, end)
            if subject == "onsite":
                share = re.search(r"(\d{1,3})\s?(?:%|procent)", low)
                will = will.model_copy(
                    update={
                        "days_per_week": numbers,
                        "share": float(share[1]) if share else 50.0 if re.search(r"\bhelft\b", low) else None,
                        "place": _town(page, known, start, end),
                    }
                )
                if agreed and _AT_MOST.search(low):
                    # More than these days is refused; as many or fewer are agreed to all the same.
                    yield will.model_copy(update={"agreed": False})
            yield will
        yield from _at_place(page, start, end)


_IN_PLACE = re.compile(r"\b(?:in|te|naar)\s+(?P<place>(?:[Dd]en |[Dd]e |')?[A-Z][\w']+(?:[ -][A-Z][\w']+){0,2})")


def _town(page: Page, known: Marks, start: int, end: int) -> str | None:
    match = _IN_PLACE.search(page.flow, start, end)
    if match is not None:
        return match["place"]
    town = next(iter(within(known.towns, start, end)), None)
    return page.flow[town.start : town.end] if town else None


def _will(page: Page, subject: str, agreed: bool, start: int, end: int) -> Willingness:
    evidence = page.source.evidence(start, end)
    return Willingness(subject=subject, agreed=agreed, value=evidence.quote.strip(" ,.;"), evidence=evidence)


def _at_place(page: Page, start: int, end: int) -> Iterator[Willingness]:
    """Read "bereid 2 dagen per week naar Leidschendam te komen": on site, though nothing calls it that."""
    low = page.low[start:end]
    counted = _DAYS.search(low)
    # "Woont in Groningen en kan 1 dag in Zandwolde zijn": the place behind the days.
    behind = _IN_PLACE.search(page.flow, start + counted.end(), end) if counted else None
    place = behind or _IN_PLACE.search(page.flow, start, end)
    if (
        place is None
        or compiled("terms.willing.onsite").search(low)
        or not re.search(r"\b(?:bereid|akkoord|kan|wil|prima|komt)\b", low)
    ):
        return
    days = _days(low)
    if days is not None:
        will = _will(page, "onsite", not compiled("terms.willing.refuses").search(low), start, end)
        will = will.model_copy(update={"days_per_week": days, "place": place["place"]})
        if will.agreed and _AT_MOST.search(low):
            yield will.model_copy(update={"agreed": False})
        yield will


@cache
def _no_objection() -> re.Pattern[str]:
    return re.compile(
        r"\bgeen\s+(?:enkel\s+)?(?:probleem|bezwaar|punt|issue|moeite)\b|\bmaakt (?:haar|hem|mij)? ?niet uit\b|\bniet erg\b"
    )


def _agreed(low: str, start: int, end: int) -> bool | None:
    """Return whether a clause agrees, None where it only mentions."""
    if _no_objection().search(low):
        return True
    bare = low[:start] + " " * (end - start) + low[end:]
    if re.search(any_of("terms.willing.refuses"), bare):
        return False
    return True if re.search(any_of("terms.willing.agrees"), bare) else None


_RATHER_NOT = re.compile(r"\bliever niet\b|\bbij voorkeur niet\b|\bniet graag\b")
_AT_MOST = re.compile(
    r"\b(?:maximaal|max\.?|hooguit|hoogstens|ten hoogste|niet meer dan)\s+(?:\w+\s+)?(?:dagen|dag|dgn|\d|een|twee|drie|vier)\b"
)
_DAYS = re.compile(
    r"(?:(?<![\w,])(?P<low>[\w,]{1,12})\s{0,3}(?:of|a|-|tot)\s{0,3})?(?<![\w,])(?P<days>[\w,]{1,12})\s{0,3}(?:dagen|dag|dgn)\b(?P<month>\s*(?:per|/|in de)\s*(?:maand|mnd))?"
)
_WEEKS_A_MONTH = 4.35


def _days(low: str) -> float | None:
    """Return the days a week; of "2 of 3 dagen" the fewer."""
    match = next((m for m in _DAYS.finditer(low) if m["days"] == "een" or find_numbers(f"{m['days']} dagen")), None)
    if match is None:
        # "dinsdag en donderdag op kantoor is prima": as many days as are named
        return float(len(find_weekdays(low))) or None
    if match["days"] == "een" and not match["low"] and not match["month"]:
        return 1.0
    written = match["low"] if match["low"] and find_numbers(match["low"]) else match["days"]
    numbers = find_numbers(f"{written} dagen")
    if not numbers or numbers[0].value > (7 if not match["month"] else 31):
        return None
    return round(numbers[0].value / _WEEKS_A_MONTH, 1) if match["month"] else float(numbers[0].value)
