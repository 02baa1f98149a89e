"""One criterion's sentence → its typed requirement (P6, P13, P14, P16).

The frame comes off first: a condition, an instruction for the CV, a wish. What is left is cut into demands,
each is read by the word that governs it, and what isn't understood stays `other`: asked as it stands.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from core.model.posting import AnyOf, ContractForm, Experience, NoticeCode, Other, Requirement
from core.posting.req_compound import read_compound
from core.posting.req_experience import CUT, HEAD, ExperienceReading, respell
from core.posting.req_frame import frame
from core.text.durations import find_durations, months_text
from core.text.source import fold, plain
from core.texts import say

LONGEST = 4000
"""Code points in the longest text that is read; a longer one is no criterion, and stays `other`."""


class RequirementContext(NamedTuple):
    """What the posting knows and the criterion needs.

    `closing`: the closing date, for "sinds 2020" and dates without a year. `kind`: of the criterion.
    `tiers`: the texts of its tiers without points, in order (P4). `title`: the role that is hired, for
    "een soortgelijke functie".
    """

    closing: date | None = None
    kind: Literal["knockout", "award"] = "knockout"
    tiers: tuple[str, ...] = ()
    title: str | None = None


class RequirementNotice(NamedTuple):
    """A trap in the criterion: its code, what is the matter, and a question for the broker (both Dutch)."""

    code: NoticeCode
    text: str
    question: str | None = None


class RequirementReading(NamedTuple):
    """What was read from one criterion.

    `tier_parts`: for each of `context.tiers` the indexes of the requirement's parts that must hold
    (`Tier.when`), None for a band of months; empty where there are no tiers of a combination.
    """

    requirement: Requirement
    cv_instruction: str | None = None
    condition: str | None = None
    condition_contract: tuple[ContractForm, ...] = ()
    notices: tuple[RequirementNotice, ...] = ()
    tier_parts: tuple[tuple[int, ...] | None, ...] = ()


NO_CONTEXT = RequirementContext()


@lru_cache(maxsize=512)
def read_requirement(text: str, context: RequirementContext = NO_CONTEXT) -> RequirementReading:
    """Return the typed requirement of a criterion's `text` (canonical; no number, points or tiers). Never raises."""
    text = fold(text.replace(CUT, " ").replace(HEAD, " "))
    if not text or len(text) > LONGEST:
        return RequirementReading(Other())
    framed = frame(text)
    demand = respell(framed.demand)
    requirement, unclear = read_compound(demand, context.closing)
    notices = [_window_notice(reading, demand) for reading in unclear]
    if framed.wish and context.kind == "knockout":
        requirement = Other()
        notices = [
            RequirementNotice(
                "contradiction", say("requirements.wish_as_demand"), say("requirements.wish_as_demand_question")
            )
        ]
    requirement = _titled(requirement, context.title)
    tier_parts: tuple[tuple[int, ...] | None, ...] = ()
    if context.tiers:
        requirement, tier_parts = _with_tiers(requirement, demand, context)
    return RequirementReading(
        requirement, framed.cv_instruction, framed.condition, framed.contract, tuple(dict.fromkeys(notices)), tier_parts
    )


# --- an unclear window (P6) ---

_VAGUE = re.compile(
    r"(?:afgelopen|laatste|voorgaande|voorbije) (?:jaar|jaren|tijd|periode|maanden)|recent\w*(?: verleden| jaren| periode)?"
)
_SEVERAL = re.compile(r"(?:afgelopen|laatste|voorgaande) (?:\w+) (?:a|tot|of|-) (?:\w+) jaar")


def _window_notice(reading: ExperienceReading, demand: str) -> RequirementNotice:
    months = reading.experience.window_months
    low = plain(demand)
    if months is None:
        vague = _VAGUE.search(low)
        words = demand[vague.start() : vague.end()] if vague else "recent"
        return RequirementNotice(
            "unclear_window", say("requirements.window_vague", words=words), say("requirements.window_vague_question")
        )
    shown = months_text(months)
    entry = "window_range" if _SEVERAL.search(low) else "window_garbled"
    return RequirementNotice(
        "unclear_window",
        say(f"requirements.{entry}", months=shown),
        say("requirements.window_garbled_question", months=shown),
    )


# --- "een soortgelijke functie" ---

_SAME_WORK = re.compile(
    r"(?:vergelijkbare|soortgelijke|gelijksoortige|gelijkwaardige|dergelijke|zelfde|deze) (?:functie|rol|positie|functies|werkzaamheden|opdracht|opdrachten)"
)


def _titled(requirement: Requirement, title: str | None) -> Requirement:
    """Add the role that is hired where the criterion points to it: then it counts by name (C8)."""
    if not title or not isinstance(requirement, Experience) or len(requirement.subjects) != 1:
        return requirement
    if not _SAME_WORK.fullmatch(plain(requirement.subjects[0])):
        return requirement
    return requirement.model_copy(update={"subjects": (*requirement.subjects, title), "open_list": True})


# --- tiers of a combination (P4) ---

_AND = re.compile(r" (?:en|én|\+|&|plus) | ?\+ ?")
_BOTH = re.compile(r"(?:beide|allebei|alle|alle drie|combinatie)(?: \w+)?")
_NONE = re.compile(r"(?:geen|niet|nee)(?!\w)")


def _with_tiers(
    requirement: Requirement, demand: str, context: RequirementContext
) -> tuple[Requirement, tuple[tuple[int, ...] | None, ...]]:
    """Return the requirement as `any_of` its tiers' parts, and which parts each tier needs; as it was for bands."""
    tiers = [fold(tier).strip(" .;:,()") for tier in context.tiers]
    if any(find_durations(tier) or not tier for tier in tiers):
        return requirement, ()
    names: dict[str, str] = {}
    needed: list[tuple[str, ...] | None] = []
    for tier in tiers:
        if _BOTH.fullmatch(plain(tier)):
            needed.append(None)
            continue
        atoms = (
            () if _NONE.match(plain(tier)) else tuple(part.strip(" ,") for part in _AND.split(tier) if part.strip(" ,"))
        )
        for atom in atoms:
            names.setdefault(plain(atom), atom)
        needed.append(tuple(plain(atom) for atom in atoms))
    if len(names) < 2:
        return requirement, ()
    order = list(names)
    parts = tuple(_part(names[name], demand, context) for name in order)
    when = tuple(
        tuple(range(len(order))) if atoms is None else tuple(order.index(atom) for atom in atoms) for atoms in needed
    )
    return AnyOf(parts=parts), when


def _part(atom: str, demand: str, context: RequirementContext) -> Requirement:
    """Read one part of a combination by itself, else behind the sentence that it completes."""
    alone = read_compound(atom, context.closing).requirement
    if not isinstance(alone, Other):
        return alone
    whole = read_compound(f"{demand.rstrip(' .:;')} {atom}", context.closing).requirement
    return whole if isinstance(whole, Experience) else Other(text=atom)
