"""The education ladder (C5): levels in a text, and whether one settles another."""

import re
from typing import NamedTuple

from core.lexicon.links import Grade, link, term
from core.lexicon.matching import find_terms
from core.text.memory import remembered
from core.text.source import key, plain

_RANKS = {
    "mbo-1": 1, "vmbo": 1, "mbo": 1, "havo": 2, "mbo-2": 2, "mbo-3": 3, "mbo-4": 4, "vwo": 5, "ad": 5,
    "hbo": 6, "hbo-bachelor": 6, "wo-bachelor": 7, "master": 8,
}  # fmt: skip
_GENERAL = frozenset({"havo", "vwo"})
_LEVEL_NUMBER = re.compile(r"[^\n.;]{0,60}?\b(?:niv(?:eau|\.)?) ?([1-4])\b")


class LevelHit(NamedTuple):
    """A level of the ladder named at [start, end)."""

    level: str
    start: int
    end: int


def education_rank(level: str) -> int:
    """Return the rung of a level on the ladder, 0 where it is none; "mbo" alone is its lowest."""
    return _RANKS.get(level, 0)


def education_satisfies(required: str, offered: str) -> bool | None:
    """Return whether a diploma `offered` is on the level `required` or higher; None: that must be asked.

    havo and vwo never settle a vocational level, and "mbo" leaves its level open.
    """
    if not education_rank(required) or not education_rank(offered):
        return None
    if offered == "mbo":
        if required in ("mbo", "vmbo"):
            return True if required == "mbo" else None
        return None if education_rank(required) <= 4 else False
    if education_rank(offered) < education_rank(required):
        return False
    if offered in _GENERAL:
        return True if required in ("havo", "vwo", "vmbo") else None
    if required == "mbo" and offered in ("mbo-1", "vmbo"):
        return True if offered == "mbo-1" else None
    if required == "vwo" and offered == "ad":
        return None
    return True


@remembered(texts=512)
def find_levels(text: str) -> tuple[LevelHit, ...]:
    """Return the levels that `text` names, in its order. "hbo werk- en denkniveau" is no level (C5)."""
    hits = []
    for hit in find_terms(text, frozenset({"level"})):
        level = hit.term.partition(".")[2]
        if level == "mbo" and (number := _LEVEL_NUMBER.match(plain(text), hit.end)):
            hits.append(LevelHit(f"mbo-{number[1]}", hit.start, max(hit.end, number.end())))
        else:
            hits.append(LevelHit(level, hit.start, hit.end))
    return tuple(hits)


def read_level(text: str) -> str | None:
    """Return the level that `text` names, the lowest of several ("hbo of wo"), None without one."""
    levels = [hit.level for hit in find_levels(text)]
    return min(levels, key=education_rank, default=None)


def field_link(wanted: str, offered: str) -> Grade | None:
    """Return how far a diploma in the field `offered` is one in `wanted` (both as written).

    A direction takes what it includes: "bedrijfseconomie" is `same` for a "financiële richting", and the direction
    is `near` for the field.
    """
    if key(wanted) == key(offered):
        return "same"
    mine = {hit.term for hit in find_terms(wanted, frozenset({"field"}))}
    theirs = {hit.term for hit in find_terms(offered, frozenset({"field"}))}
    if mine & theirs or any(term(one).includes and other in term(one).includes for one in mine for other in theirs):
        return "same"
    return "near" if any(link(one, other) for one in mine for other in theirs) else None
