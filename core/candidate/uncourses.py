"""What stands among courses and is none: a school, a language, prose, a course without a name (C6, C8)."""

import re

from core.candidate.cues import compiled
from core.candidate.items import Unit
from core.candidate.marks import Marks, within
from core.candidate.page import Page

_SCHOOL = re.compile(
    r"\b(?:\w*academie|academy|\w*universiteit|university|\w*hogeschool|\w*college|lyceum|instituut|institute|rino|windesheim|fontys|saxion|avans|inholland|roc)\b"
)
_NAMELESS = re.compile(
    r"(?:(?:een|interne|externe|korte|lange|\w+daagse|\w+dagen|aanvullende|online|diverse|verplichte)\s)*(?:training(?:en)?|cursus(?:sen)?|workshops?|certifica(?:at|ten)|leergang|bijscholing|nascholing|dagen)"
)
_OTHER = re.compile(
    r"(?:alleen |enkel )?(?:propedeuse|secondary school|high school|middelbare school|lagere school|moedertaal|blijft|\[\d{1,2}[:.]\d\d\])|(?:nederlands|engels|duits|frans)\s\(?(?:moedertaal|[abc][12]|goed|vloeiend)\b"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


def is_other(page: Page, start: int, end: int) -> bool:
    """Whether a line opens with a school or a language: what else stands on it is no course either."""
    return _OTHER.match(page.low[start:end].strip(" .,:;()'\"")) is not None


def is_none(page: Page, known: Marks, start: int, end: int) -> bool:
    """Whether a name is that of a school, a language or nothing at all."""
    low = page.low[start:end].strip(" .,:;()'\"")
    if _NAMELESS.fullmatch(low) or _OTHER.match(low):
        return True
    if within(known.courses, start, end) or compiled("kinds.course").search(low):
        return False
    low = re.sub(r"\([^()]*\)", "", low)
    return _SCHOOL.search(low) is not None and re.search(r"(?:opleiding|cursus|training)\b(?!\))", low) is None


def is_prose(page: Page, known: Marks, units: tuple[Unit, ...], index: int) -> bool:
    """Whether a sentence among courses that are no sentences tells of something else: "Zwemt door, ook in de winter."."""
    unit = units[index]
    low = page.low[unit.start : unit.end]
    if not low.endswith(".") or _DATED.search(low) or len(low.split()) < 3:
        return False
    if within(known.courses, unit.start, unit.end) or compiled("kinds.course").search(low):
        return False
    first = index
    while first > 0 and units[first - 1].section == unit.section and not units[first - 1].heading:
        first -= 1
    return first < index and not page.low[units[first].start : units[first].end].endswith(".")
