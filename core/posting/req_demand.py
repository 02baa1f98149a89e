"""One demand → its typed requirement: the word that governs it decides the type, and doubt is `other` (P16)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from core.model.posting import Availability, Onsite, Other, Requirement
from core.posting.req_commitments import read_availability, read_device, read_onsite
from core.posting.req_data import cues
from core.posting.req_education import names_level, read_education
from core.posting.req_experience import ExperienceReading, has_head, has_work_head, read_experience
from core.posting.req_months import read_timing
from core.posting.req_papers import (
    names_certificate,
    read_course,
    read_document,
    read_examples,
    read_language,
    read_licence,
    read_registration,
)
from core.posting.req_sector import read_sector
from core.posting.req_terms import read_contract_form, read_insurance, read_rate_cap
from core.text.source import plain


class Demand(NamedTuple):
    """The requirements that one demand makes, all of which must hold; none: not understood.

    `alternatives`: any one of them suffices. `window`: how its window was read, where that is unclear.
    """

    parts: tuple[Requirement, ...] = ()
    alternatives: bool = False
    unclear: tuple[ExperienceReading, ...] = ()


_COURSE_CUE = cues("terms", "course.cue")
_THINKING = cues("education", "words.thinking")
_HEAD_WITH_OBJECT = re.compile(
    r"(?:ervaring|kennis|gewerkt|werkzaam|ervaren|vaardig\w*|bekend\w*|beheersing)(?: \w+){0,2} (?:met|als|in|bij|binnen|van|over|op)(?!\w)|(?:jaar|jr|maanden|mnd)\b.{0,40}ervaring"
)
# "60% van de uren op locatie werkzaam": so much of the time, no experience.
_ON_SITE_WORK = re.compile(
    r"(?!.*(?:ervaring|kennis|gewerkt|geweest))(?:[\w-]+ ){0,6}(?:\d{1,3} ?(?:%|procent)|(?:\d|een|twee|drie|vier|vijf) (?:hele |vaste |volle )?(?:werk|kantoor)?dag(?:en)?)(?!\w).* werkzaam"
)
_CIVIL_EFFECT = re.compile(r",? ?\(?(?<!\w)(?:met|inclusief|incl\.|en) (?:het )?(?:behaald )?civiel effect\)?")
_KNOWING = re.compile(r"(?:ervaring|kennis)(?!\w)")
_DONE = re.compile(r"(?:afgerond\w*|gevolgd\w*|behaald\w*|voltooid\w*|geldig\w*|in het bezit van|certificaat|diploma)")
_DONE_BEHIND = re.compile(r"(?<!\w)(?:afgerond|gevolgd|behaald|voltooid)[ .]*$")
_OR_AS = re.compile(r",? (?:of|en/of|dan wel|danwel) (?=als )")
_TIMING = ("min_months", "more_than", "window_months", "window_from", "window_to", "contiguous", "degree")
_SEPARATOR = re.compile(r",? (?P<or>of|dan wel|danwel)(?: als| met)?(?= )|,? (?:en|alsmede|plus|waarvan) |[;,] ")


def read_demand(text: str, closing: date | None, *, inherits: bool = False, part: bool = False) -> Demand:
    """Return what one demand (canonical text) asks; `inherits` and `part` as in `read_experience`."""
    low = plain(text)
    speaks_of_experience = has_head(low)
    if not has_work_head(low) and (parts := read_language(text)):
        return Demand(parts)
    if not _KNOWING.search(low) and (parts := read_contract_form(text)):
        return Demand(parts)
    if speaks_of_experience and not (_ON_SITE_WORK.match(low) and read_onsite(text)):
        return _with_head(text, low, closing, part=part)
    for read in (read_rate_cap, read_device, read_registration, read_licence, read_insurance):
        if parts := read(text):
            return Demand(parts)
    if parts := read_onsite(text):
        return Demand(_with_hours(parts, text, closing))
    if parts := read_availability(text, closing):
        return Demand(parts)
    if study := _study(text, low):
        return study
    for read in (read_examples, read_document, read_course):
        if parts := read(text):
            return Demand(parts)
    return _experience(text, closing, inherits=inherits, part=part)


def _study(text: str, low: str) -> Demand | None:
    if both := _certificate_and_study(text, low):
        return both
    effect = _CIVIL_EFFECT.search(low)
    if effect and (education := read_education(text[: effect.start()] + text[effect.end() :])):
        # It is asked of that same diploma, and isn't a field.
        return Demand((education, Other(text=text[effect.start() : effect.end()].strip(" ,.()"))))
    education = read_education(text)
    return Demand((education,)) if education else None


def _with_head(text: str, low: str, closing: date | None, *, part: bool) -> Demand:
    """Read a demand with "ervaring" or "kennis" in it; mostly that governs it."""
    if names_level(low) and (_THINKING.search(low) or not _HEAD_WITH_OBJECT.search(low)):
        education = read_education(text)
        return Demand((education,)) if education and not read_timing(text, low, closing).asked else Demand()
    course = _COURSE_CUE.search(low)
    done = course and (_DONE.search(low, 0, course.start()) or _DONE_BEHIND.search(low, course.end()))
    if course and done and not _HEAD_WITH_OBJECT.search(low[: course.start()]):
        return Demand(read_course(text))
    split = _between_lengths(text, low, closing) or _between_places(text, low, closing)
    if split:
        return split
    return _experience(text, closing, inherits=False, part=part)


_JOINT = re.compile(r",? (?:(?P<or>of|en/of|dan wel|danwel)|en) (?:een |het )?")


def _certificate_and_study(text: str, low: str) -> Demand | None:
    """Split "NEVI 3 of een master in inkoop": a certificate on one side is no field of the study on the other."""
    if not names_level(low) or not names_certificate(low):
        return None
    for match in _JOINT.finditer(low):
        sides = (text[: match.start()], text[match.end() :])
        named = [names_level(plain(side)) for side in sides]
        if named[0] == named[1] or not names_certificate(plain(sides[named.index(False)])):
            continue
        parts = tuple(
            (read_education(side),) if level else read_course(side) for side, level in zip(sides, named, strict=True)
        )
        kept = tuple(part for side in parts for part in side if part is not None)
        if len(kept) == 2:
            return Demand(kept, alternatives=match["or"] is not None)
    return None


def _experience(text: str, closing: date | None, *, inherits: bool, part: bool) -> Demand:
    reading = read_experience(text, closing, inherits=inherits, part=part)
    if reading is None:
        return Demand()
    return Demand((reading.experience,), unclear=(reading,) if reading.unclear else ())


def _with_hours(parts: tuple[Requirement, ...], text: str, closing: date | None) -> tuple[Requirement, ...]:
    """Add the hours and the day that a line about work on site asks too."""
    if any(not isinstance(part, Onsite) for part in parts):
        return parts
    more = read_availability(text, closing)
    return parts + tuple(part for part in more if isinstance(part, Availability) and (part.hours or part.from_))


def _between_lengths(text: str, low: str, closing: date | None) -> Demand | None:
    """Split "ervaring met A (2 jaar) en B (1 jaar)" between its two lengths; None where there are no two."""
    asked = read_timing(text, low, closing).asked
    if len(asked) < 2:
        return None
    parts: list[Requirement] = []
    unclear: list[ExperienceReading] = []
    kinds: set[str] = set()
    at = 0
    for index, (start, end, kind) in enumerate(
        [*_cuts(low, [(a.start, a.end) for a in asked]), (len(text), len(text), "")]
    ):
        reading = read_experience(text[at:start], closing, inherits=index > 0)
        if reading is None:
            return Demand()
        parts.append(reading.experience)
        unclear += [reading] if reading.unclear else []
        kinds.add(kind)
        at = end
    kinds.discard("")
    if len(parts) != len(asked) or len(kinds) != 1:
        return Demand()
    return Demand(tuple(parts), kinds == {"or"}, tuple(unclear))


def _between_places(text: str, low: str, closing: date | None) -> Demand | None:
    """Split "als A bij een gemeente of als B bij een provincie"; None where one place holds for both."""
    match = _OR_AS.search(low)
    if match is None:
        return None
    sides = (text[: match.start()], text[match.end() :])
    if not all((place := read_sector(side, plain(side))).sector or place.domains for side in sides):
        return None
    whole = read_experience(text, closing)
    left, right = (read_experience(side, closing, inherits=True) for side in sides)
    if whole is None or left is None or right is None:
        return Demand()
    timing = whole.experience.model_dump(include=set(_TIMING))
    parts = tuple(side.experience.model_copy(update=timing) for side in (left, right))
    return Demand(parts, alternatives=True, unclear=(whole,) if whole.unclear else ())


def _cuts(low: str, lengths: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield the separators between lengths: right behind the first, else the last before the second."""
    for (_, end), (start, _) in pairwise(lengths):
        between = [match for match in _SEPARATOR.finditer(low, end, start + 1) if match.end() <= start + 1]
        if between:
            chosen = between[0] if between[0].start() == end else between[-1]
            yield chosen.start(), chosen.end(), "or" if chosen["or"] else "and"
