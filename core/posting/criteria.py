"""The criteria: which lines they are, of which kind, with which number, points and tiers (P1-P4, P11, P16)."""

import re
from collections import Counter
from typing import NamedTuple

from core.model.posting import Tier
from core.posting.grading import Graded, grade
from core.posting.headings import CRITERIA
from core.posting.items import Item, items, role_items, runs
from core.posting.layout import Flow, Line
from core.posting.markers import Role, marker
from core.posting.points import find_points
from core.posting.sections import Section
from core.posting.tables import table_rows
from core.posting.weights import ALL_POINTS, SCORED, with_last_column, with_weights_before, without_cells
from core.posting.words import near, pattern
from core.text.source import plain


class Drawn(NamedTuple):
    """A criterion as it stands in the posting, its meaning still unread. `printed_number`: it has one of its own."""

    id: str
    kind: Role
    number: str
    printed_number: bool
    graded: Graded
    start: int
    end: int

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """Return the tiers of an award criterion; a knock-out has none (P2)."""
        return self.graded.tiers if self.kind == "award" else ()


class Drawing(NamedTuple):
    """All criteria in order, and the weights that are kept apart from them (P3, P10).

    `printed_total`: the total that a heading names. `lists`: how many lists of criteria there are.
    """

    criteria: tuple[Drawn, ...]
    price_weight: float | None = None
    interview_weight: float | None = None
    printed_total: float | None = None


class _Found(NamedTuple):
    kind: Role
    item: Item
    graded: Graded


_NO_LISTS = frozenset(
    {"procedure", "step", "competencies", "planning", "qa", "fee", "scale", "positions", "more", "offer"}
)


def draw(flow: Flow, sections: tuple[Section, ...]) -> Drawing:
    """Return the criteria of a posting."""
    found = _tabled(flow)
    apart: dict[str, float] = {}
    for section in sections if not found else ():
        if section.kind in CRITERIA:
            found.extend(_of_section(flow, section, apart))
        elif section.kind == "weights":
            found.extend(one for one in _of_section(flow, section, apart) if one.graded.points is not None)
    found = _without_the_clients(found, sections)
    if not any(one.kind == "knockout" for one in found):
        taken = {one.item.start for one in found}
        inline = [item for item in role_items(flow, sections, _NO_LISTS) if item.start not in taken]
        found.extend(_graded(flow, inline, "mixed", percents=True))
    if not found:
        found.extend(_without_headings(flow, sections))
    found.sort(key=lambda one: one.item.start)
    found = _awards_by_their_points(found)
    totals = [section.total for section in sections if section.kind in ("award", "mixed") and section.total]
    return Drawing(
        _numbered(found),
        apart.get("price") or price_weight(flow.low),
        apart.get("interview"),
        totals[0] if totals else None,
    )


def _tabled(flow: Flow) -> list[_Found]:
    """Return the criteria of a table that says of each what it is; then that table is the list."""
    found: list[_Found] = []
    for row in table_rows(flow):
        graded = grade(flow.source.text[row.start : row.end], percents=False)
        if row.points is not None:
            graded = graded._replace(points=row.points, printed=row.points)
        found.append(_Found(row.kind, Item(row.number, None, row.start, row.start, row.end), graded))
    return found


def _awards_by_their_points(found: list[_Found]) -> list[_Found]:
    """Return the criteria at the end of a list of knock-outs as award criteria where they share out all points.

    Their heading wasn't understood. Points on a knock-out are ignored (P2), but no list of knock-outs ends in several that make
    exactly 100 while no other criterion earns any: read as knock-outs they would fail a candidate who passes.
    """
    if any(one.kind == "award" for one in found):
        return found
    first = len(found)
    while first and found[first - 1].graded.points is not None:
        first -= 1
    for cut in range(first, len(found) - 1):
        if sum(one.graded.points or 0 for one in found[cut:]) == ALL_POINTS:
            return [*found[:cut], *(one._replace(kind="award") for one in found[cut:])]
    return found


def _of_section(flow: Flow, section: Section, apart: dict[str, float]) -> list[_Found]:
    listed = items(flow, section)
    if section.kind == "price":
        return _graded(flow, _as_one(listed), "knockout", percents=False)
    body = flow.low[section.start : section.end]
    percents = not any(hit.unit == "points" for hit in find_points(body, percents=False))
    kept: list[_Found] = []
    for one in _graded(flow, listed, section.kind, percents=percents):
        low = plain(one.graded.text)
        if _is_apart(one, low, apart):
            continue
        kept.append(one)
    return _up_to_the_next_title(flow, kept)


def _up_to_the_next_title(flow: Flow, listed: list[_Found]) -> list[_Found]:
    """Return a scored list without what earns nothing below a title of its own ("Verder goed om te weten:")."""
    scored = [one.graded.points is not None for one in listed]
    end = scored.index(False) if False in scored else len(scored)
    if not SCORED <= end < len(scored) or any(scored[end:]):
        return listed
    above = [line for line in flow.lines if line.end <= listed[end].item.start][-1:]
    return listed[:end] if above and _is_title(above[0]) else listed


_LONGEST_TITLE = 7


def _is_title(line: Line) -> bool:
    """Return whether a line of its own only tells what comes below it."""
    if not line.hard or marker(line.text).body or not line.text[0].isupper() or find_points(plain(line.text)):
        return False
    return line.text.endswith(":") or (line.text[-1] not in ".;,)" and len(line.text.split()) <= _LONGEST_TITLE)


_BY_CLIENT = re.compile(
    r"(?:beoordelen|beoordeeld|beoordeling) door (?:de )?(?:opdrachtgever|organisatie|gemeente|inlener|provincie|waterschap)",
    re.IGNORECASE,
)


def _without_the_clients(found: list[_Found], sections: tuple[Section, ...]) -> list[_Found]:
    """Leave out what the client weighs after the selection, where the criteria with points stand apart from it (P11)."""
    later = [section for section in sections if section.kind == "award" and _BY_CLIENT.search(section.title)]
    inside = [one for one in found if any(section.start <= one.item.start < section.end for section in later)]
    outside = [one for one in found if one not in inside]
    scored = any(one.kind == "award" and one.graded.points is not None for one in outside)
    return outside if scored and all(one.graded.points is None for one in inside) else found


def _as_one(listed: tuple[Item, ...]) -> list[Item]:
    """Return what is asked of the price as one item: the amount and what it includes."""
    if not listed or any(item.number for item in listed):
        return list(listed)
    return [listed[0]._replace(end=listed[-1].end)]


def _graded(flow: Flow, listed: "list[Item] | tuple[Item, ...]", kind: str, *, percents: bool) -> list[_Found]:
    texts = without_cells(with_weights_before(flow, listed, percents=percents))
    texts = with_last_column(texts, [(item.role or kind) == "award" for item in listed])
    found: list[_Found] = []
    for item, text in zip(listed, texts, strict=True):
        graded = grade(text, percents=percents)
        if not any(char.isalpha() for char in graded.text):
            continue
        graded, said = _said_behind(graded)
        found.append(_Found(said or _kind(item, graded, kind), item, graded))
    return found


_SAID_BEHIND = re.compile(
    r"[,\s]*\(\s*(?:(?P<knockout>(?:harde |minimum)?eis|knock-?out|k\.?o\.?|must)|(?P<award>wens|(?:grote |een |is een )?pr[eé]|nice to have|pluspunt))\s*(?:[,;:/-]\s*)?\)[\s.;]*$",
    re.IGNORECASE,
)


def _said_behind(graded: Graded) -> tuple[Graded, Role | None]:
    """Return a criterion without the word behind it that says what it is ("(eis)", "(wens, 25 pnt)"), and that."""
    said = _SAID_BEHIND.search(graded.text)
    if said is None:
        return graded, None
    return graded._replace(text=graded.text[: said.start()].rstrip(" ,;")), "knockout" if said["knockout"] else "award"


def _kind(item: Item, graded: Graded, section: str) -> Role:
    if item.role is not None:
        return item.role
    if section in ("knockout", "price"):
        return "knockout"
    if section in ("award", "weights"):
        return "award"
    wished = graded.points is not None or pattern("criteria", "wished").search(plain(graded.text)) is not None
    return "award" if wished else "knockout"


_PRICE_ITEM = re.compile(
    r"(?:het |de |aangeboden |geboden |prijs[-/ ])*(?:(?:uur)?tarief|prijs|prijsstelling|tariefstelling|inschrijfprijs)(?:\s.{0,40})?"
)
_INTERVIEW_ITEM = re.compile(
    r"(?:het |de )?(?:selectie|verificatie|sollicitatie)?(?:gesprek(?:ken)?|interview(?:s)?|presentatie)(?:\s.{0,40})?"
)


_BARE_ITEM = re.compile(
    r"(?:de |het )?(?:prijs|tarief|uurtarief|interviews?|gesprek(?:ken)?|presentatie|gunning|contract)"
)


def _is_apart(one: _Found, low: str, apart: dict[str, float]) -> bool:
    """Return whether a line of the list is no criterion: the weight of the price or interview, or how bids are weighed."""
    points = one.graded.points
    if points is not None and one.kind == "award":
        if _PRICE_ITEM.fullmatch(low) and not re.search(r"\d", low):
            apart["price"] = points
            return True
        if _INTERVIEW_ITEM.fullmatch(low):
            apart["interview"] = points
            return True
    if points is None and one.kind == "award" and _BARE_ITEM.fullmatch(low):
        # A heading ("2.3 Prijs") or a step of the procedure ("3. Interview") that stands in the list's numbering.
        return True
    if one.item.number is not None:
        return False
    if pattern("criteria", "procedure").match(low) is None and pattern("criteria", "formula").search(low) is None:
        return False
    if points is not None and "gesprek" in low:
        apart["interview"] = points
    return True


_WEIGHTS = (
    re.compile(
        r"\b(?:gewicht|weging)\s(?:van\s)?(?:(?:het|de)\s)?(?:prijs(?:deel)?|tarief|uurtarief)\s?[:=]?\s?(?P<price>\d{1,3})\s?(?:%|procent)"
    ),
    re.compile(
        r"\b(?:prijs|tarief|uurtarief)\s?(?:telt\s(?:mee\s)?voor\s|weegt\s(?:mee\s)?voor\s|[:(=]\s?)(?P<price>\d{1,3})\s?(?:%|procent)"
    ),
    re.compile(r"\bprijs\s?(?:/|-|:|en)\s?kwaliteit\w*\s?[:(=]?\s?(?P<price>\d{1,2})\s?%?\s?(?:/|-|:)\s?\d{1,2}\b"),
    re.compile(r"\bkwaliteit\w*\s?(?:/|-|:|en)\s?prijs\s?[:(=]?\s?\d{1,2}\s?%?\s?(?:/|-|:)\s?(?P<price>\d{1,2})\b"),
    re.compile(r"(?P<price>\d{1,3})\s?(?:%|procent)\s(?:op\s)?(?:de\s)?(?:prijs|tarief)\b"),
)


def price_weight(low: str) -> float | None:
    """Return the weight of the price in percent ("30/70", "Gewicht van prijs : 30 %"), None where none is printed."""
    for weights in _WEIGHTS:
        match = next(near(weights, low, ("%", "procent", "prijs")), None)
        if match and float(match["price"]) <= 100:
            return float(match["price"])
    return None


def _without_headings(flow: Flow, sections: tuple[Section, ...]) -> list[_Found]:
    """Return the criteria of a posting that has no heading for them: a numbered list with points, or one of demands."""
    for section in sections:
        if section.kind in _NO_LISTS:
            continue
        for run in runs(flow, section):
            graded = _graded(flow, run, "mixed", percents=True)
            demands = sum(1 for one in graded if pattern("criteria", "demands").search(plain(one.graded.text)))
            if any(one.graded.points is not None for one in graded) or (len(graded) > 1 and demands * 2 > len(graded)):
                return graded
    return []


def _numbered(found: list[_Found]) -> tuple[Drawn, ...]:
    drawn: list[Drawn] = []
    counts: Counter[str] = Counter()
    used: Counter[str] = Counter()
    # "Eis 1" and "Wens 1" can't be taken for one another; "Eis 1" and "1" can.
    bare = any(one.item.number is not None and one.item.role is None for one in found)
    for one in found:
        counts[one.kind] += 1
        number = one.item.number or str(counts[one.kind])
        base = ("K" if one.kind == "knockout" else "A") + number
        used[base] += 1
        # A number that is printed twice in one kind of list: the second gets a letter, so that ids differ.
        name = (
            base
            if used[base] == 1
            else f"{base}{chr(ord('a') + used[base] - 1)}"
            if used[base] <= 26
            else f"{base}-{used[base]}"
        )
        drawn.append(
            Drawn(
                name,
                one.kind,
                number,
                one.item.number is not None and bare,
                one.graded,
                one.item.start,
                one.item.end,
            )
        )
    return tuple(drawn)
