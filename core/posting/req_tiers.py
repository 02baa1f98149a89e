"""Tiers of a combination: "A (10 %), B (10 %), A én B (20 %)" asks for any of its parts (P4)."""

import re
from datetime import date

from core.model.posting import AnyOf, Course, Experience, Other, Requirement
from core.posting.req_compound import read_compound
from core.text.durations import find_durations
from core.text.source import fold, plain

TierParts = tuple[tuple[int, ...] | None, ...]
"""For each tier the indexes of the parts that must hold."""

_AND = re.compile(r" (?:en|én|\+|&|plus) | ?\+ ?")
_BOTH = re.compile(r"(?:beide|allebei|alle|alle drie|combinatie)(?: \w+)?")
_NONE = re.compile(r"(?:geen|niet|nee)(?!\w)")
_LEAD = re.compile(
    r"(?:(?:aantoonbare|ruime) )?(?:werk)?ervaring (?:met|in|als|bij)(?: het| de)? |(?:goede )?kennis van "
)
_LABEL = re.compile(r"([A-Za-z])[.):] (?=\S)")


def without_band(demand: str, tiers: tuple[str, ...]) -> str:
    """Return `demand` without a tier that stands at its end ("…, meer dan 5 jaar"): it is a band, not what is asked."""
    for tier in map(_trimmed, tiers):
        if tier and find_durations(tier) and plain(demand).rstrip(" .;)").endswith(plain(tier)):
            shorter = demand.rstrip(" .;)")[: -len(tier)].rstrip(" ,;:(-")
            return shorter if re.search(r"\w{3}", shorter) else demand
    return demand


def with_tiers(
    requirement: Requirement, demand: str, closing: date | None, tiers: tuple[str, ...]
) -> tuple[Requirement, TierParts]:
    """Return the requirement as `any_of` its tiers' parts, and which parts each tier needs; as it was for bands.

    A tier may name its parts in full ("Squit én OpenWave"), by their labels ("A én B") or as "beide".
    """
    named = [_trimmed(tier) for tier in tiers]
    if any(find_durations(tier) or not tier for tier in named):
        return requirement, ()
    labels = {match[1].lower(): tier[match.end() :] for tier in named if (match := _LABEL.match(tier))}
    parts: dict[str, str] = {}
    needed: list[tuple[str, ...] | None] = []
    for tier in named:
        if _BOTH.fullmatch(_bare(tier)):
            needed.append(None)
            continue
        atoms = tuple(_without_label(atom, labels) for atom in _atoms(tier))
        for atom in atoms:
            parts.setdefault(_bare(atom), atom)
        needed.append(tuple(_bare(atom) for atom in atoms))
    if len(parts) < 2:
        return requirement, ()
    order = list(parts)
    everything = tuple(range(len(order)))
    when = tuple(everything if atoms is None else tuple(order.index(atom) for atom in atoms) for atoms in needed)
    return AnyOf(parts=tuple(_part(parts[name], requirement, demand, closing) for name in order)), when


def _bare(atom: str) -> str:
    """Return a part as it is compared: "ervaring met GeoTax" in one tier is "GeoTax" in the next."""
    low = plain(atom)
    return _LEAD.sub("", low, count=1) if _LEAD.match(low) else low


def _trimmed(tier: str) -> str:
    return fold(tier).strip(" .;:,()")


def _atoms(tier: str) -> tuple[str, ...]:
    if _NONE.match(plain(tier)):
        return ()
    return tuple(part.strip(" ,") for part in _AND.split(tier) if part.strip(" ,"))


def _without_label(atom: str, labels: dict[str, str]) -> str:
    if atom.lower() in labels:
        return labels[atom.lower()]
    return _LABEL.sub("", atom, count=1) if _LABEL.match(atom) else atom


def _part(atom: str, requirement: Requirement, demand: str, closing: date | None) -> Requirement:
    """Read one part by itself, else behind the sentence that it completes."""
    alone = read_compound(atom, closing).requirement
    if not isinstance(alone, Other):
        return alone
    if isinstance(requirement, Course):
        return Course(subject=atom)
    whole = read_compound(f"{demand.rstrip(' .:;')} {atom}", closing).requirement
    return whole if isinstance(whole, Experience) else Other(text=atom)
