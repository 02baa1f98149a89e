"""Employers in a text and the sector that they belong to (C1, C7)."""

import re
from functools import cache
from typing import NamedTuple, cast

from core.lexicon.links import term
from core.lexicon.load import words
from core.lexicon.matching import find_terms
from core.lexicon.words import root, tokens
from core.model.base import Sector
from core.text.memory import remembered
from core.text.source import plain

_EMPLOYER = frozenset({"employer", "municipality"})
# A proper name after "gemeente": capitalised words, with small ones between ("Bergen op Zoom", "'s-Hertogenbosch").
_PROPER = re.compile(
    r"\.?\s+((?:'s-|'t |[Dd]e |[Dd]en |[Hh]et )?[A-ZÀ-Þ][\w-]*(?:(?:,? (?:de|den|der|aan|aan de|aan den|op|van|bij|en|te|over|in|voor|a/d) |[ -])(?:'[st]-)?[A-ZÀ-Þ][\w-]*)*)"
)


class EmployerHit(NamedTuple):
    """An employer at [start, end); `sector` None: unknown. `agency`: it places people, and is no employer (C1)."""

    name: str
    start: int
    end: int
    sector: Sector | None
    agency: bool = False


@remembered(texts=1024)
def find_employers(text: str) -> tuple[EmployerHit, ...]:
    """Return the employers that the canonical `text` names, in its order."""
    hits: list[EmployerHit] = []
    found = find_terms(text, _EMPLOYER)
    places = {hit.start: hit.end for hit in found if hit.kind == "municipality"}
    for hit in found:
        if hit.kind == "municipality" or (hits and hit.start < hits[-1].end):
            continue
        if _not_for(text, hit.start):
            continue
        entry = term(hit.term)
        end = hit.end
        written = text[hit.start : hit.end]
        if entry.prefix:
            end = _proper_name(text, hit.end, places) if _listed(entry.prefix, written) else end
            if end == hit.end and not _listed((*entry.names, *entry.exact), written):
                continue
        sector = cast("Sector | None", entry.sector or None)
        hits.append(EmployerHit(text[hit.start : end], hit.start, end, sector, entry.agency))
    return tuple(hits)


def _not_for(text: str, start: int) -> bool:
    """Whether the employer at `start` is named for another reason than work: a church, or where somebody lives."""
    before = [word.raw for word in tokens(text[max(0, start - 40) : start])]
    while before and before[-1] in ("in", "te", "van", "de", "het", "naar"):
        before.pop()
    return bool(before) and before[-1] in _other_reasons()


@cache
def _other_reasons() -> frozenset[str]:
    return frozenset({*words()["words"]["churches"], *words()["words"]["living"]})


def _listed(names: tuple[str, ...], found: str) -> bool:
    """Whether a word stands in a list as it is: a plural ("gemeenten") is no employer."""
    return _squashed(found) in _all_squashed(names)


@cache
def _all_squashed(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_squashed(name) for name in names)


def _squashed(name: str) -> str:
    return "".join(plain(name).replace(".", " ").replace("-", " ").split())


def _proper_name(text: str, end: int, places: dict[int, int]) -> int:
    """Return where the proper name after a prefix ends: a known municipality in any case, or a capitalised name."""
    after = end
    while after < len(text) and text[after] in " \n-.":
        after += 1
    known = places.get(after)
    match = _PROPER.match(text, end)
    stop = match.end() if match else end
    if known is not None and "\n" not in text[end:after]:
        return known
    return stop


def employer_sector(name: str) -> Sector | None:
    """Return the sector of an employer as written ("gemeente Delft", "UWV"), None where it isn't known."""
    hits = find_employers(name)
    return hits[0].sector if hits else None


def is_of_kind(name: str, kind: str) -> bool:
    """Return whether an employer is of a kind by another name for it: "Hoogheemraadschap van Delfland" and waterschap."""
    wanted = root(plain(kind))
    entries = [term(hit.term) for hit in find_terms(name, frozenset({"employer"}))]
    return any(root(plain(prefix)) == wanted for entry in entries for prefix in entry.prefix)


def sector_satisfies(required: str, offered: Sector | None) -> bool | None:
    """Return whether work in the sector `offered` counts where `required` is asked; None: must be asked (C7)."""
    if offered is None:
        return None
    if required == "gemeente":
        return None if offered == "samenwerkingsverband" else offered == "gemeente"
    if required == "overheid":
        return offered in ("gemeente", "overheid", "samenwerkingsverband")
    if required == "publieke sector":
        # A hospital or a school lives on public money and is no government: whether that counts is asked.
        return None if offered == "publieke sector" else offered != "privaat"
    return True if required == offered else None
