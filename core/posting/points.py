"""Points and weights in a criterion's text (P3): "(40 punten)", "(20 pt)", "(max. 20 punten)", "Weging: 10 %", "40 %"."""

import re
from typing import Literal, NamedTuple

Unit = Literal["points", "percent"]


class PointsHit(NamedTuple):
    """Points at `[start, end)`, brackets included. `labelled`: it says that it is a weight, or stands alone on its line."""

    value: float
    start: int
    end: int
    unit: Unit
    labelled: bool = False


_NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"
_RANGE = rf"(?:{_NUMBER}\s?(?:-|tot|t/m|tot\sen\smet)\s?)?"
_WORD = r"(?:punten|punt|pnt|ptn|pnts|pts|pt|points)(?!\w)"
_MOST = r"(?:(?:max(?:imaal|imum|imale\sscore)?|max\.|hoogstens)\s?(?:van\s)?[:=]?\s?)?"
_LABEL = (
    r"(?:(?:max(?:imaal|\.)?\s)?(?:te\sbehalen\s)?(?:aantal\s)?(?:punten(?:aantal)?|weging(?:sfactor)?|gewicht|score|maximumscore|maximale\sscore|waarde(?:ring)?)"
    r"(?:\s(?:van\s)?(?:dit\s)?(?:criterium|onderdeel|wens))?)"
)
_HIT = re.compile(
    # "(max. 20 punten)", "[20 p.]", "(weging: 10 %)", "(maximaal 20 punten te behalen)"
    rf"[(\[]\s?(?:(?:{_LABEL}|totaal)\s?[:=]?\s?)?{_MOST}{_RANGE}(?P<in>{_NUMBER})\s?(?:(?P<in_points>{_WORD}|p\b)|(?P<in_percent>%|procent\b))\.?(?:\s(?:te\sbehalen|maximaal|max\.?|totaal))?\s?[)\]]"
    rf"|[(\[]\s?(?P<in_label>{_LABEL})\s?[:=]?\s?{_MOST}{_RANGE}(?P<in_bare>{_NUMBER})\s?[)\]]"
    # "[40]", "(40)", "- 40/100" at the end of a line; "(weegt 40 % mee)", "(wegingsfactor 3 = 30 punten)"
    rf"|(?:\[|\((?=(?:[1-9]\d|100)\)))(?P<square>{_NUMBER})[\])](?=\s*[;.:]?\s*$|\s*[;:.]?\n|\s*[;:]?\s\s)|[-–(]\s?(?P<of_hundred>\d{{1,3}})\s?/\s?100\b\s?\)?"
    rf"|\(?(?:telt|weegt)\s(?:voor\s)?(?P<weighs>{_NUMBER})\s?(?:%|procent|(?P<weighs_points>{_WORD}))(?:\smee)?\s?\)?"
    rf"|[(\[]\s?wegingsfactor\s{_NUMBER}\s?=\s?(?P<factored>{_NUMBER})\s?{_WORD}\s?[)\]]"
    # "30 % – Minimaal 3 jaar …": in front, with a dash or a colon behind it
    rf"|^\s*(?P<in_front>\d{{1,3}})\s?(?:(?P<front_percent>%|procent)|{_WORD})\s?[-–:|]\s"
    rf"|^\s*\+\s?(?P<added>\d{{1,3}})(?:\s?{_WORD})?\s+(?=[a-z])"
    # "Weging: 10 %", "Punten: 20", "te behalen punten: 20"
    rf"|\b(?P<label>{_LABEL})\s?[:=]\s?{_MOST}{_RANGE}(?P<behind>{_NUMBER})\s?(?:(?P<behind_points>{_WORD})|(?P<behind_percent>%|procent\b))?\.?"
    # "20 punten", "max. 20 pt"
    rf"|(?<![\w.,]){_MOST}{_RANGE}(?P<plain>{_NUMBER})\s?(?P<plain_points>{_WORD})\.?"
    # "20 p.", at the end of a line or before its tiers; "maximaal 2 p." are pages
    rf"|(?<![\w.,])(?<!\bmax )(?<!\bmax\. )(?<!maximaal )(?<!hoogstens )(?P<end>{_NUMBER})\s?p\.?(?=\s?;|\s*$|\s\s|\s[a-e][.)]\s)"
    r"|[(\[]?\bgeen\spunten\b[)\]]?"
)
_ANY_NUMBER = re.compile(r"\d|geen\spunten")
_SUM = re.compile(r"\b(?:in\s)?totaal(?:score|\saantal)?(?:\s(?:te\sbehalen|zijn\ser|maximaal))?\s?[:=]?\s?$")
"""What makes points the sum of a list, and nobody's own."""
_ALONE = re.compile(
    rf"[-*\u2022]?\s?[(\[]?{_MOST}(?P<value>{_NUMBER})\s?(?:(?P<percent>%|procent)|{_WORD})\.?[)\]]?[:;]?"
)


def find_points(low: str, *, percents: bool = True) -> tuple[PointsHit, ...]:
    """Return the points in `low` (plain text), in order; `percents` False: "(10 %)" is no weight here."""
    found: list[PointsHit] = []
    if not _ANY_NUMBER.search(low):
        return ()
    for match in _HIT.finditer(low):
        if _SUM.search(low, max(0, match.start() - 24), match.start()):
            continue
        hit = _hit(match)
        if hit.unit == "percent" and not percents and not hit.labelled:
            continue
        found.append(hit)
    return tuple(found)


def _hit(match: re.Match[str]) -> PointsHit:
    value = match["in"] or match["in_bare"] or match["behind"] or match["plain"] or match["end"]
    value = (
        value
        or match["square"]
        or match["of_hundred"]
        or match["factored"]
        or match["weighs"]
        or match["in_front"]
        or match["added"]
    )
    if value is None:
        return PointsHit(0.0, match.start(), match.end(), "points")
    percent = (
        match["in_percent"]
        or match["behind_percent"]
        or (match["weighs"] and not match["weighs_points"])
        or match["front_percent"]
    )
    labelled = (
        bool(match["weighs"] or match["in_front"])
        or bool(match["label"])
        or (bool(match["in_label"]) and "weging" in match[0])
    )
    return PointsHit(amount(value), match.start(), match.end(), "percent" if percent else "points", labelled)


def points_alone(low: str) -> PointsHit | None:
    """Return the points of a line (plain text) that says nothing else: "40 %", "(20 punten)", "Weging: 10 %"."""
    match = _ALONE.fullmatch(low.strip())
    if match:
        unit: Unit = "percent" if match["percent"] else "points"
        return PointsHit(amount(match["value"]), 0, len(low), unit, labelled=True)
    hits = find_points(low)
    if len(hits) == 1 and not (low[: hits[0].start] + low[hits[0].end :]).strip(" -*\u2022:;.()"):
        return hits[0]._replace(labelled=True)
    return None


_WEIGHT = re.compile(rf"[-*\u2022]?\s?{_LABEL}\s?[:=]?\s?{_MOST}{_RANGE}{_NUMBER}\s?(?:%|procent|{_WORD})?[.;]?")


def is_weight(low: str) -> bool:
    """Return whether a line (plain text) calls its points a weight ("Weging: 10 %"): no wrap makes such a line."""
    return _WEIGHT.fullmatch(low.strip()) is not None


def amount(written: str) -> float:
    """Return a number as printed ("12,5") as a float."""
    return float(written.replace(",", "."))
