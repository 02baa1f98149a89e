"""Tables with bars that sort criteria by a column: "| 1 | Rijbewijs B | eis | n.v.t. |" (P1, P3, P12).

What a cell holds stays where it is in the flow, so that a criterion from a table has its place too.
"""

import re
from typing import NamedTuple

from core.posting.layout import Flow
from core.posting.markers import Role
from core.posting.words import wordset
from core.text.source import plain


class Row(NamedTuple):
    """A criterion in a table: its kind, its printed number, where its text stands, and its points."""

    kind: Role
    number: str | None
    start: int
    end: int
    points: float | None


_WITHOUT_NUMBER = 3
"""How many cells a row has at least that prints no number."""


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


_CELL = re.compile(r"[^|\n]+")
_NUMBER = re.compile(r"(?:k|w|e|g|ko|eis|wens)?[ .-]?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)]?")
_CODE = re.compile(r"(?P<code>ko|eis|gc|wens|[kewg])[ .-]?\d{1,2}")
_CODES: dict[str, Role] = {
    **dict.fromkeys(("ko", "eis", "k", "e"), "knockout"),
    **dict.fromkeys(("gc", "wens", "w", "g"), "award"),
}
_POINTS = re.compile(r"(?:max\.? )?(?P<points>\d{1,3}(?:[.,]\d{1,2})?) ?(?:punten|punt|pt|p|%)?\.?")
_FEWEST_CELLS = 2


def table_rows(flow: Flow) -> tuple[Row, ...]:
    """Return the criteria of the tables in which a column says what each is; none where such a table isn't there."""
    found: list[Row] = []
    for line in flow.lines:
        cells = _cells(line.text, line.start)
        row = _row(cells) if len(cells) >= _FEWEST_CELLS else None
        if row is not None:
            found.append(row)
    kinds = {row.kind for row in found}
    return tuple(found) if len(found) > 1 and kinds == {"knockout", "award"} else ()


def _cells(text: str, offset: int) -> list[_Cell]:
    found = []
    for match in _CELL.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        inner = match[0].strip()
        if inner:
            found.append(_Cell(offset + start, offset + start + len(inner), inner))
    return found


def _row(cells: list[_Cell]) -> Row | None:
    """Read a row: one cell is the kind, the longest is the text, a number may stand before it and points behind it."""
    words = [plain(cell.text).strip(" .:()") for cell in cells]
    kinds = [(at, kind) for at, word in enumerate(words) if (kind := _kind(word)) is not None]
    kinds = kinds or [(at, _CODES[m["code"]]) for at, word in enumerate(words) if (m := _CODE.fullmatch(word))]
    longest = max(range(len(cells)), key=lambda at: len(cells[at].text))
    if len(kinds) != 1 or kinds[0][0] == longest:
        return None
    number = next((m["number"] for word in words[:longest] if (m := _NUMBER.fullmatch(word))), None)
    if number is None and (len(cells) < _WITHOUT_NUMBER or " " not in cells[longest].text):
        return None
    points = next((m["points"] for word in words[longest + 1 :] if (m := _POINTS.fullmatch(word))), None)
    value = float(points.replace(",", ".")) if points and kinds[0][1] == "award" else None
    return Row(kinds[0][1], number, cells[longest].start, cells[longest].end, value)


def _kind(word: str) -> Role | None:
    if word in wordset("headings", "cells.knockout"):
        return "knockout"
    return "award" if word in wordset("headings", "cells.award") else None
