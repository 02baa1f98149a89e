"""A criterion's text taken apart: what must be shown, its points, and its tiers (P3, P4).

Points stand behind what they are for or before it; a tier is a band of months, a combination of parts
("A én B (10 %)"), or an alternative in a sub-item of its own.
"""

import re
from typing import NamedTuple

from core.model.posting import Tier
from core.posting.points import PointsHit, Unit, find_points, is_weight, points_alone
from core.posting.tiers import Band, band_tier, find_bands, opened, unit_of
from core.text.source import fold, plain


class Graded(NamedTuple):
    """What is left of a criterion's text without points and tiers, and those. `printed`: points beside the tiers'.

    `unclear`: the wording of a tier leaves a boundary open (P5).
    """

    text: str
    points: float | None
    printed: float | None
    tiers: tuple[Tier, ...]
    unit: Unit
    unclear: bool
    tier_texts: tuple[str, ...]


class _Piece(NamedTuple):
    """A stretch `[start, end)` of the text with the points that belong to it."""

    start: int
    end: int
    hit: PointsHit
    band: Band | None
    listed: bool
    """It begins with a marker of its own on a line of its own."""
    threshold: Band | None = None
    """The band that the criterion itself names, where it isn't what the points stand behind."""


_SUB_MARKER = re.compile(r"(?:^|\n)\s?(?:[-\u2022*+]\s?)?(?:\(?[a-z][.)]\s|[-\u2022*+]\s?)(?=\S)")
_INLINE_LETTER = re.compile(r"(?:^|[\s;,(])\(?[a-e][.)]\s(?=\S)")
_MOST_HITS = 60
"""More points than any criterion has; what follows isn't read."""
ALL_OF = " \u00e9n "
_SEPARATORS = " \n;,.:-\u2022*+/|(="
_BLANK_BEFORE_MARK = re.compile(r"\s+([.;,:!?)])")
_MARKS = re.compile(r"(?:[.;,:]\s?){2,}")
_EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")


def clean(text: str) -> str:
    """Return a criterion's text as it is shown and compared: folded, without the marks at its ends."""
    folded = _EMPTY_BRACKETS.sub(" ", fold(text))
    folded = _BLANK_BEFORE_MARK.sub(r"\1", folded)
    folded = _MARKS.sub(lambda match: match[0].strip()[-1] + " ", folded)
    return fold(folded).strip(" ;,.:-\u2022*=").strip()


def grade(text: str, *, percents: bool = True) -> Graded:
    """Take a criterion's text (lines of the flow, without its number) apart; `percents`: "(10 %)" is a weight here."""
    low = plain(text.replace("\n", " "))
    hits = _with_lone_lines(text, low, percents)[:_MOST_HITS]
    if not hits:
        return Graded(joined(text), None, None, (), "points", False, ())
    if (whether := _YES_OR_NO.search(low)) is not None:
        value = float((whether["yes"] or whether["yes_first"]).replace(",", "."))
        return Graded(joined(_without(text, [whether.span()])), value, value, (), "points", False, ())
    if yearly := _per_year(text, low, hits):
        return yearly
    pieces = _pieces(text, low, hits)
    tiers = _tier_pieces(pieces)
    if not tiers:
        main = next((hit for hit in hits if hit.labelled), hits[0])
        rest = joined(_without(text, [(hit.start, hit.end) for hit in hits]))
        return Graded(rest, main.value, main.value, (), main.unit, False, ())
    return _with_tiers(text, hits, pieces, tiers)


_WORTH = r"\s?(?:=|:|-)?\s?(?:0|geen|nul)\s?(?:punten|punt|pnt|pt|p)?\.?"
_POINTS = r"(?:punten|punt|pnt|pt|p)?\b\.?"
# "nee = 0 punten, ja = 20 punten": all or nothing, so no tiers.
_YES_OR_NO = re.compile(
    rf"[\s:;,.(]*(?:\bnee{_WORTH}\s?[,;/]?\s?(?:en\s)?ja\s?(?:=|:|-)?\s?(?P<yes>\d{{1,3}}(?:,\d)?)\s?{_POINTS}"
    rf"|\bja\s?(?:=|:|-)?\s?(?P<yes_first>\d{{1,3}}(?:,\d)?)\s?{_POINTS}\s?[,;/]?\s?(?:en\s)?nee{_WORTH})\)?[\s.;]*$"
)
_PER_YEAR = re.compile(
    r"\b(?:per|(?:voor )?(?:ieder|elk)) (?:(?:volledig|gewerkt|extra|heel|aantoonbaar)e? ){0,2}jaar\b(?! ervaring te )"
)
_MOST = re.compile(
    r"\b(?:maximaal|max\.?|maximum(?: van)?|tot|hoogstens|ten hoogste)(?: een)?(?: totaal)?(?: van)? ?\(?$|^\(?(?:max|tot)"
)
_GIVEN = re.compile(
    r"[ ,;:]*(?:(?:ontvangt|krijgt|scoort|worden|wordt|levert|zijn|geldt|telt)\b(?: (?:de|kandidaat|u|je|er|mee|toegekend|voor))*|=)[ ,;:]*$"
)
_LEFT_OVER = re.compile(
    r"(?:\s*\([^\w()]*ervaring)?(?:[\s,;(]+(?:met|tot|een|maximum|maximaal|max\.?|van|en))*[\s,;()]*$"
)
_MOST_YEARS = 20


def _per_year(text: str, low: str, hits: list[PointsHit]) -> Graded | None:
    """Read "per jaar ervaring 5 punten (maximaal 25 punten)" as a tier for each year; None where it is no such line."""
    named = _PER_YEAR.search(low)
    if named is None or len(hits) != 2 or any(hit.value <= 0 for hit in hits):
        return None
    each, most = sorted(hits, key=lambda hit: hit.value)
    if not (_MOST.search(low[max(0, most.start - 24) : most.start]) or _MOST.match(low[most.start : most.end])):
        return None
    years = round(most.value / each.value)
    if not 2 <= years <= _MOST_YEARS or years * each.value != most.value:
        return None
    tiers = tuple(
        Tier(
            low=12 * year,
            high=None if year == years else 12 * (year + 1),
            points=each.value * year,
            text=f"{year} jaar",
        )
        for year in range(1, years + 1)
    )
    rest = _GIVEN.sub("", _without(text, [named.span(), *((hit.start, hit.end) for hit in hits)]).strip(" ,;:.()"))
    return Graded(
        joined(_LEFT_OVER.sub("", rest)),
        most.value,
        most.value,
        tiers,
        each.unit,
        False,
        tuple(tier.text for tier in tiers),
    )


def joined(text: str) -> str:
    """Return the lines of an item as one text: sub-items of its own lose their marker and get a ";" before them."""
    parts = _SUB_MARKER.split(text)
    out = parts[0]
    for part in parts[1:]:
        before = out.rstrip()
        goes_on = not before or before[-1] in ".;:,!?" or before.endswith((" of", " en", " en/of"))
        out = f"{before} {part}" if goes_on else f"{before}; {part}"
    return clean(out)


def _with_lone_lines(text: str, low: str, percents: bool) -> list[PointsHit]:
    """Return the points in the text; a line of its own ("Weging: 40 %", or "40 %" on top) counts as a whole."""
    lone: list[PointsHit] = []
    start = 0
    for line in text.split("\n"):
        hit = points_alone(plain(line)) if len(line) < 60 else None
        if hit and (not start or is_weight(plain(line))):
            lone.append(hit._replace(start=start, end=start + len(line)))
        start += len(line) + 1
    hits = find_points(low, percents=percents)
    if any(hit.unit == "points" and not hit.labelled for hit in hits) and not any(h.unit == "percent" for h in lone):
        hits = tuple(hit for hit in hits if hit.unit == "points" or hit.labelled)
    kept = [hit for hit in hits if not any(alone.start <= hit.start < alone.end for alone in lone)]
    return sorted([*kept, *lone], key=lambda hit: hit.start)


def _pieces(text: str, low: str, hits: list[PointsHit]) -> list[_Piece]:
    """Pair each points with the text that they are for: before them, or behind them."""
    own = [hit for hit in hits if not hit.labelled]
    if not own:
        return []
    unit = unit_of(low[own[0].start :]) or unit_of(low)
    before = _behind_or_before(low, own, unit)
    pieces: list[_Piece] = []
    for index, hit in enumerate(own):
        if before:
            start = own[index - 1].end if index else 0
            stop = hit.start
        else:
            start = hit.end
            stop = own[index + 1].start if index + 1 < len(own) else len(low)
        for other in hits:
            if other.labelled and start <= other.start < stop:
                start, stop = (other.end, stop) if before else (start, other.start)
        bands = find_bands(low[start:stop], unit=unit)
        band = bands[-1] if before and bands else bands[0] if bands else None
        listed = _SUB_MARKER.match(text, start if start == 0 or text[start - 1] != "\n" else start - 1) is not None
        if not listed and before:
            gap = re.match(r"[;,.:)\s]*", text[start:stop])
            listed = bool(gap and "\n" in gap[0] and _SUB_MARKER.match(text, start + gap[0].rindex("\n")))
        threshold = None
        if band is not None:
            whole = _is_whole(low[start:stop], band, first=index == 0 and before)
            band = band._replace(start=band.start + start, end=band.end + start)
            band, threshold = (band, None) if whole else (None, band)
        pieces.append(_Piece(start, stop, hit, band, listed, threshold))
    return _first_listed(text, pieces) if before else pieces


def _first_listed(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Cut the criterion itself off the first piece, where that is the first of several sub-items with points."""
    first = pieces[0]
    if first.band is not None or not any(piece.listed for piece in pieces[1:]):
        return pieces
    markers = [match.start() for match in _SUB_MARKER.finditer(text, 0, first.end)]
    if not markers or markers[-1] == 0:
        return pieces
    return [first._replace(start=markers[-1], listed=True), *pieces[1:]]


def _behind_or_before(low: str, hits: list[PointsHit], unit: str | None) -> bool:
    """Return whether points stand behind what they are for (the usual way) rather than before it ("0 punten: geen ervaring")."""
    tail = low[hits[-1].end :].strip(_SEPARATORS + ")")
    head = low[: hits[0].start]
    if not find_bands(low[hits[-1].end :], unit=unit) or not tail:
        return True
    return bool(find_bands(head, unit=unit)) and low[hits[0].end : hits[0].end + 2].strip() not in (
        ":",
        "=",
        "-",
        "voor",
        "bi",
    )


def _is_whole(segment: str, band: Band, *, first: bool) -> bool:
    """Return whether a segment is just this band, so that the points belong to it; the first may have the main text before it."""
    behind = segment[band.end :].strip(_SEPARATORS + ")=")
    behind = re.sub(
        r"^(?:(?:relevante|aantoonbare|werk)?\s?(?:werk)?ervaring\b.{0,40}|jaar|maanden)", "", behind
    ).strip(_SEPARATORS + ")")
    if behind and len(behind) > 25:
        return False
    before = segment[: band.start].rstrip(" ")
    if not first:
        bare = _INLINE_LETTER.sub(" ", " " + before).strip(_SEPARATORS)
        return len(bare) <= 60
    return (
        before.endswith((":", ";", "-", "\n", "(", "\u2022", "*", "+"))
        or _INLINE_LETTER.search(segment[max(0, band.start - 4) : band.start + 1]) is not None
    )


def _tier_pieces(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces that are tiers; points on one thing only are no tier."""
    tiers = [piece for piece in pieces if piece.band is not None]
    if len(tiers) >= 2 or (tiers and len(pieces) >= 2):
        first, top = pieces[0], max(piece.hit.value for piece in tiers)
        if first.band is None and first.threshold is not None and first.hit.value != top:
            # "Minimaal 3 jaar ervaring (10 punten), minimaal 5 jaar (20 punten)": the criterion is its own first tier.
            tiers = [first._replace(band=first.threshold), *tiers]
        return tiers
    listed = [piece for piece in pieces if piece.listed]
    if len(listed) >= 2:
        return listed
    # "Training in: A (5 %), B (5 %), A én B (10 %)"
    if len(pieces) >= 3:
        return pieces
    return []


def _with_tiers(text: str, hits: list[PointsHit], pieces: list[_Piece], tiers: list[_Piece]) -> Graded:
    bands = opened([piece.band for piece in tiers if piece.band is not None])
    queue = list(bands)
    others = [hit for hit in hits if all(hit is not piece.hit for piece in tiers)]
    main = next((hit for hit in others if hit.labelled), others[0] if others else None)
    made: list[Tier] = []
    cuts: list[tuple[int, int]] = [(hit.start, hit.end) for hit in hits]
    texts: list[str] = []
    top = max(piece.hit.value for piece in tiers)
    scale = 1.0
    if main is not None and main.unit == "percent" and tiers[0].hit.unit == "points" and top:
        # A weight in percent with sub-scores in points: the highest sub-score is the whole weight.
        scale = main.value / top
    for piece in tiers:
        start, end = _wording(text, piece, first=piece.start == pieces[0].start)
        wording = clean(_SUB_MARKER.sub(" ", _INLINE_LETTER.sub(" ", text[start:end])))
        texts.append(wording)
        points = round(piece.hit.value * scale, 2)
        if piece.band is not None:
            made.append(band_tier(queue.pop(0), points, wording))
        else:
            made.append(Tier(points=points, text=wording))
        if piece.threshold is None:
            cuts.append((start, end))
    if not bands and main is not None and len(made) > 1 and sum(tier.points for tier in made) == main.value:
        # Sub-items that add up to the whole: all of them together earn it.
        texts.append(ALL_OF.join(texts))
        made.append(Tier(points=main.value, text=texts[-1]))
    rest = joined(_without(text, cuts))
    if not any(char.isalpha() for char in rest):
        # "Ervaring met A (5 %), ervaring met B (5 %), A én B (10 %)": the tiers are all that there is.
        rest = joined(_without(text, [(hit.start, hit.end) for hit in hits]))
    points = main.value if main is not None else top
    return Graded(
        text=rest,
        points=points,
        printed=main.value if main is not None and (main.unit == tiers[0].hit.unit) else None,
        tiers=tuple(made),
        unit=main.unit if main is not None else tiers[0].hit.unit,
        unclear=any(band.unclear for band in bands),
        tier_texts=tuple(texts),
    )


def _wording(text: str, piece: _Piece, *, first: bool) -> tuple[int, int]:
    """Return where a tier's wording stands: the first may have the criterion itself before it."""
    if piece.threshold is not None:
        return piece.threshold.start, piece.threshold.end
    if not first or piece.listed:
        return piece.start, piece.end
    if piece.band is not None:
        letter = _INLINE_LETTER.search(text, max(piece.start, piece.band.start - 5), piece.band.start + 1)
        return (letter.start() if letter else piece.band.start), piece.end
    colon = text.rfind(":", piece.start, piece.end)
    return (colon + 1 if colon >= 0 else piece.start), piece.end


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    out: list[str] = []
    at = 0
    for start, end in sorted(cuts):
        if start > at:
            out.append(text[at:start])
            out.append(" ")
        at = max(at, end)
    out.append(text[at:])
    return "".join(out)
