"""One criterion's sentence → its typed requirement (P6, P13, P14, P16).

The frame comes off first: a condition, an instruction for the CV, a wish. What is left is cut into demands,
each is read by the word that governs it, and what isn't understood stays `other`: asked as it stands.
"""

import re
from datetime import date
from typing import Literal, NamedTuple

from core.model.posting import ContractForm, Experience, NoticeCode, Other, Requirement
from core.posting.req_compound import read_compound
from core.posting.req_experience import CUT, HEAD, ExperienceReading, respell
from core.posting.req_frame import Frame, frame
from core.posting.req_tiers import with_tiers, without_band
from core.text.durations import months_text
from core.text.memory import remembered
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


@remembered(texts=512)
def read_requirement(text: str, context: RequirementContext = NO_CONTEXT) -> RequirementReading:
    """Return the typed requirement of a criterion's `text` (canonical; no number, points or tiers). Never raises."""
    text = fold(text.replace(CUT, " ").replace(HEAD, " "))
    if not text or len(text) > LONGEST:
        return RequirementReading(Other())
    framed = _as_certificate(frame(text))
    demand = without_band(respell(framed.demand), context.tiers)
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
        requirement, tier_parts = with_tiers(requirement, demand, context.closing, context.tiers)
    return RequirementReading(
        requirement, framed.cv_instruction, framed.condition, framed.contract, tuple(dict.fromkeys(notices)), tier_parts
    )


# --- what a certificate must show ---

_BY_CERTIFICATE = re.compile(
    r"(?:aantoonbaar|aan te tonen|aangetoond|blijkend|bewezen|bevestigd) (?:met|door|uit|middels|via)(?: middel van)?(?: een| het)?(?: geldig| erkend)? (?:certificaat|diploma|certificering)[ .;]*"
)


def _as_certificate(framed: Frame) -> Frame:
    """Read "mediationvaardigheden, aantoonbaar met een certificaat" as that certificate: it can't be shown otherwise."""
    told = framed.cv_instruction
    if told is None or not _BY_CERTIFICATE.fullmatch(plain(told)):
        return framed
    if re.search(r"ervaring|kennis", plain(framed.demand)):
        return framed
    return framed._replace(demand=f"certificaat {framed.demand}", cv_instruction=None)


# --- an unclear window (P6) ---

_VAGUE = re.compile(
    r"(?:afgelopen|laatste|voorgaande|voorbije) (?:jaar|jaren|tijd|periode|maanden)|recent\w*(?: verleden| jaren| periode)?"
)


def _window_notice(reading: ExperienceReading, demand: str) -> RequirementNotice:
    """Return what is unclear about a window, how it was read, and what to ask the broker."""
    months = months_text(reading.experience.window_months or 0)
    if reading.unclear == "vague":
        vague = _VAGUE.search(plain(demand))
        words = demand[vague.start() : vague.end()] if vague else demand
        text, question = say("requirements.window_vague", words=words), say("requirements.window_vague_question")
    elif reading.unclear == "through":
        text = say("requirements.window_through", months=months)
        question = say("requirements.window_through_question", months=months)
    else:
        text = say(f"requirements.window_{reading.unclear}", months=months)
        question = say("requirements.window_garbled_question", months=months)
    return RequirementNotice("unclear_window", text, question)


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
