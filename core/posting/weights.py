"""Points that stand beside a criterion: on a line of their own, in a column of a table (P3).

Each function gives the texts of a list back with the points where a criterion usually has them.
"""

import re
from collections.abc import Sequence

from core.posting.items import Item
from core.posting.layout import Flow
from core.posting.points import is_weight
from core.text.source import plain

ALL_POINTS = 100
SCORED = 2
"""How many criteria with points make a scored list."""

_LONE_WEIGHT = re.compile(r"\s*\d{1,3}\s?%\s*")


def with_weights_before(flow: Flow, listed: Sequence[Item], *, percents: bool) -> list[str]:
    """Return the texts of the items, with the weight that stands on a line of its own before each on top (P3).

    Such a line closes the text of the item before it: it stands before where the last item has none.
    """
    texts = [flow.source.text[item.body : item.end] for item in listed]
    cuts = [_closing_weight(text, percents=percents) for text in texts]
    count = sum(cut is not None for cut in cuts)
    lead = _lead(flow, listed[0].start, percents=percents) if listed else None
    if not texts or (count < 2 and (lead is None or count < len(texts) - 1)):
        return texts
    if any(_is_lone_weight(line, percents=percents) for line in texts[-1].split("\n")):
        return texts
    bare = [text[:cut] for text, cut in zip(texts, cuts, strict=True)]
    weights = [lead or "", *(text[cut:].strip() if cut else "" for text, cut in zip(texts, cuts, strict=True))]
    return [f"{weight}\n{text}" if weight else text for weight, text in zip(weights, bare, strict=False)]


def _closing_weight(text: str, *, percents: bool) -> int | None:
    """Return where the last line of an item begins, if that is a weight."""
    at = text.rstrip().rfind("\n")
    return at if at > 0 and _is_lone_weight(text[at:], percents=percents) else None


def _is_lone_weight(line: str, *, percents: bool) -> bool:
    return is_weight(plain(line)) or (percents and _LONE_WEIGHT.fullmatch(line) is not None)


def _lead(flow: Flow, start: int, *, percents: bool) -> str | None:
    """Return the line before the first item, if that is a weight."""
    before = [line for line in flow.lines if line.end <= start]
    return before[-1].text if before and _is_lone_weight(before[-1].text, percents=percents) else None


_LAST_COLUMN = re.compile(r"\s(?P<points>\d{1,3})\s*$")


def with_last_column(texts: list[str], wished: list[bool]) -> list[str]:
    """Return the wishes with the bare number that ends each as its points, where those make exactly 100: a table's column.

    The rows below one ("a. minder dan 1 jaar 0") have theirs in the same column; the row with the total is none.
    """
    firsts = [text.partition("\n")[0] if wish else "" for text, wish in zip(texts, wished, strict=True)]
    numbers = [int(column["points"]) for first in firsts if (column := _LAST_COLUMN.search(first))]
    if len(numbers) < SCORED or len(numbers) < sum(wished) or sum(numbers) != ALL_POINTS:
        return texts
    return [_scored_rows(text) if wish else text for text, wish in zip(texts, wished, strict=True)]


def _scored_rows(text: str) -> str:
    rows = [row for row in text.split("\n") if not plain(row).startswith("totaal")]
    return "\n".join(_LAST_COLUMN.sub(r" (\g<points> punten)", row) for row in rows)


_SCORE_COLUMN = re.compile(r"punten|punt|score|weging|gewicht|maximum|max\.?|%")
_AMOUNT_CELL = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:punten|punt|pt|%)?\.?")


def without_cells(texts: list[str]) -> list[str]:
    """Return the rows of a table with bars as lines with points; its head and the row with the total are none.

    Only below a head whose last column is that of the points ("Criterium | Gewicht | Max. punten").
    """
    rows = [[cell.strip() for cell in text.strip("| \n").split("|")] for text in texts]
    if not any(len(row) > 1 and _SCORE_COLUMN.search(plain(row[-1])) and not row[-1][:1].isdigit() for row in rows):
        return texts
    found: list[str] = []
    for text, row in zip(texts, rows, strict=True):
        if len(row) < 2:
            found.append(text)
        elif _AMOUNT_CELL.fullmatch(plain(row[-1])) and not plain(row[0]).startswith("totaal"):
            amount = plain(row[-1]).rstrip(".")
            found.append(f"{row[0]} ({amount}{'' if amount[-1:].isalpha() or amount.endswith('%') else ' punten'})")
        else:
            found.append("")
    return found
