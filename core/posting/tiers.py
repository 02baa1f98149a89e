"""Tiers (P4, P5): bands of months with their points, and what an unsure number of months earns.

Months are whole: [0, 12) and [12, 24] meet, [0, 12) and (12, 24] leave the twelfth month in a gap.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.model.posting import Tier
from core.text.numbers import NUMBER, value_of


class Band(NamedTuple):
    """A band of months as printed. `unclear`: its wording leaves a boundary open ("tussen 1 en 2", a bare "3 jaar")."""

    low: int | None
    high: int | None
    low_inclusive: bool
    high_inclusive: bool
    unclear: bool
    exact: bool
    start: int
    end: int


class _Edge(NamedTuple):
    value: int
    inclusive: bool


_UNIT = r"(?:jaar|jaren|jr\.?|maanden|maand|mnd\.?)(?!\w)"
_MORE = r"(?:(?:meer|langer|groter|hoger)\sdan|>(?!=)|ruim)"
_LEAST = r"(?:minimaal|minimum|min\.|minstens|ten\sminste|tenminste|vanaf|van|>=|\u2265|op\szijn\sminst)"
_LESS = r"(?:(?:minder|korter|kleiner|lager)\sdan|<(?!=)|onder(?:\sde)?|nog\sgeen|tot(?!\sen\smet))"
_MOST = (
    r"(?:maximaal|maximum|max\.|hooguit|hoogstens|ten\shoogste|niet\s(?:meer|langer)\sdan|tot\sen\smet|t/m|<=|\u2264)"
)
_EXPERIENCE = r"(?:\s(?:relevante\s|aantoonbare\s|werk)?(?:werk)?ervaring)?"
_BAND = re.compile(
    rf"(?:(?P<between>\btussen\s(?:de\s)?)|(?P<more>{_MORE})\s?|(?P<least>{_LEAST})\s?|(?P<less>{_LESS})\s?|(?P<most>{_MOST})\s?)?"
    rf"(?<![\w.,])(?P<one>{NUMBER})(?P<plus>\s?\+)?(?:\s?(?P<unit>{_UNIT}))?{_EXPERIENCE}"
    r"(?P<up>\s?\+|\s(?:of|en)\s(?:meer|langer|hoger)(?!\sdan))?(?P<down>\s(?:of|en)\s(?:minder|korter)(?!\sdan))?"
    rf"(?:\s?(?P<joint>,|-|en|maar|tot\sen\smet|t/m|tot|,\smaar|of)?\s?(?:(?P<less2>{_LESS})\s?|(?P<most2>{_MOST})\s?)?(?P<two>{NUMBER})(?:\s?(?P<unit2>{_UNIT}))?)?"
    rf"|\b(?P<none>geen\s(?:(?:relevante|aantoonbare)\s)?(?:werk)?ervaring)"
)


def find_bands(low: str, *, unit: str | None = None) -> tuple[Band, ...]:
    """Return the bands of months in `low` (plain text); `unit` is what a number without one counts in."""
    found: list[Band] = []
    for match in _BAND.finditer(low):
        band = _band(match, unit)
        if band is not None:
            found.append(band)
    return tuple(found)


def unit_of(low: str) -> str | None:
    """Return the unit that `low` (plain text) counts in, None where it names none."""
    match = re.search(rf"\d\s?({_UNIT})", low) or re.search(rf"\b({_UNIT})", low)
    return match[1] if match else None


def _band(match: re.Match[str], unit: str | None) -> Band | None:
    start, end = match.start(), match.end()
    if match["none"]:
        return Band(0, 0, True, True, False, False, start, end)
    units = (match["unit"] or match["unit2"] or unit, match["unit2"] or match["unit"] or unit)
    bounded = (
        match["between"]
        or match["more"]
        or match["least"]
        or match["less"]
        or match["most"]
        or match["up"]
        or match["down"]
    )
    if units[0] is None or units[1] is None or not (match["unit"] or match["unit2"] or bounded or match["joint"]):
        return None
    one = _months(match["one"], units[0])
    if one is None:
        return None
    two = _months(match["two"], units[1]) if match["two"] else None
    if two is not None and (two < one or not (match["joint"] or match["less2"] or match["most2"])):
        two, end = None, match.start("two")
    if two is not None:
        return _pair(match, one, two)
    if match["more"]:
        return Band(one, None, False, False, False, False, start, end)
    if match["least"] or match["up"] or match["plus"]:
        return Band(one, None, True, False, False, False, start, end)
    if match["less"]:
        return Band(0, one, True, False, False, False, start, end)
    if match["most"] or match["down"]:
        return Band(0, one, True, True, False, False, start, end)
    return Band(one, one, True, True, True, True, start, end)


def _pair(match: re.Match[str], one: int, two: int) -> Band:
    joint = (match["joint"] or "").strip(" ,")
    through = joint in ("tot en met", "t/m") or bool(match["most2"])
    until = joint == "tot" or bool(match["less2"])
    closed = through or not until
    unclear = bool(match["between"]) or not (through or until)
    return Band(one, two, not match["more"], closed, unclear, False, match.start(), match.end())


def _months(written: str, unit: str) -> int | None:
    value = value_of(written)
    if value is None or value > 600:
        return None
    return round(value * 12) if unit.startswith("j") else round(value)


def band_tier(band: Band, points: float, text: str) -> Tier:
    """Return a band with its points as a tier."""
    return Tier(
        low=band.low,
        high=band.high,
        low_inclusive=band.low_inclusive,
        high_inclusive=band.high_inclusive,
        points=points,
        text=text,
    )


def opened(bands: Sequence[Band]) -> tuple[Band, ...]:
    """Return bands of bare numbers ("3 jaar (10), 5 jaar (20)") with the highest of them open at the top."""
    tops = [band.high for band in bands if band.high is not None]
    if not bands or not all(band.exact for band in bands) or len(tops) < 2:
        return tuple(bands)
    return tuple(band._replace(high=None, high_inclusive=False) if band.high == max(tops) else band for band in bands)


def _first(tier: Tier) -> int:
    low = tier.low or 0
    return low if tier.low_inclusive else low + 1


def _last(tier: Tier) -> int | None:
    if tier.high is None:
        return None
    return tier.high if tier.high_inclusive else tier.high - 1


def _bands(tiers: Sequence[Tier]) -> list[Tier]:
    """Return the bands, nested minimums as steps: "minimaal 3 jaar" ends where "meer dan 5 jaar" begins (P5)."""
    bands = [tier for tier in tiers if tier.low is not None or tier.high is not None]
    tops = sorted({_first(tier) for tier in bands if tier.high is None})
    if len(tops) < 2:
        return bands
    following = dict(pairwise(tops))
    return [
        tier.model_copy(update={"high": following[_first(tier)], "high_inclusive": False})
        if tier.high is None and _first(tier) in following
        else tier
        for tier in bands
    ]


def has_bands(tiers: Sequence[Tier]) -> bool:
    """Return whether the tiers are bands of months (and not combinations)."""
    return bool(_bands(tiers))


def overlaps_or_gaps(tiers: Sequence[Tier]) -> bool:
    """Return whether a whole number of months lies in two bands, or between two bands in none (P5)."""
    ordered = sorted(_bands(tiers), key=_first)
    for below, above in pairwise(ordered):
        last = _last(below)
        if last is None or _first(above) != last + 1:
            return True
    return False


def _points_at(bands: Sequence[Tier], month: int) -> float:
    inside = [
        tier.points for tier in bands if _first(tier) <= month and ((last := _last(tier)) is None or month <= last)
    ]
    if inside:
        return min(inside)
    below = [(last, tier.points) for tier in bands if (last := _last(tier)) is not None and last < month]
    above = [(_first(tier), tier.points) for tier in bands if _first(tier) > month]
    if not below or not above:
        return 0.0
    nearest_below, nearest_above = max(last for last, _ in below), min(first for first, _ in above)
    return min(points for edge, points in below + above if edge in (nearest_below, nearest_above))


def tier_points(tiers: Sequence[Tier], low_months: int, high_months: int | None) -> tuple[float, float]:
    """Return the lowest and highest points that a duration of `low_months` to `high_months` can earn (P5).

    Both ends are included; `high_months` None: no upper bound. In an overlap or a gap the fewer points of the
    two count; outside all bands there are none. Tiers of a combination (`when`) don't count here.
    """
    bands = _bands(tiers)
    if not bands:
        return 0.0, 0.0
    edges = {edge for tier in bands for edge in (_first(tier), _last(tier)) if edge is not None}
    top = max(edges) + 1
    high = max(low_months, top) if high_months is None else high_months
    months = {low_months, high}
    for edge in edges:
        months.update(month for month in (edge - 1, edge, edge + 1) if low_months <= month <= high)
    earned = [_points_at(bands, month) for month in months]
    return min(earned), max(earned)
