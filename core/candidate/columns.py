"""Periods over two columns of a table: "| 09-2024 | heden |", or a tab between them (C2, P12).

The first cell of a row holds a moment and nothing else, and the next cell another or "heden".
"""

import re
from collections.abc import Iterator

from core.text.dates import PeriodHit, find_periods
from core.text.source import plain

_ROW_START = re.compile(r"(?:^|\n)[\s|*-]*$")
_CELL = re.compile(r"[ ]*[|\t][ ]*(?P<text>[^|\t\n]{2,24}?)[ ]*(?=[|\t\n]|$)")
_NOW = frozenset({"heden", "nu", "present", "now"})


def of_columns(flow: str, hits: list[PeriodHit]) -> Iterator[PeriodHit]:
    """Yield the periods, those of two columns made one."""
    stop = 0
    for hit in hits:
        if hit.begin < stop:
            continue
        whole = _whole(flow, hit) if hit.bare and hit.start is not None else hit
        stop = whole.stop
        yield whole


def _whole(flow: str, hit: PeriodHit) -> PeriodHit:
    """Return the period that a moment begins, the moment itself where the next cell holds something else."""
    cell = _CELL.match(flow, hit.stop)
    if cell is None or hit.start is None or not _ROW_START.search(flow[max(0, hit.begin - 12) : hit.begin]):
        return hit
    text = cell["text"]
    if plain(text) in _NOW:
        return hit._replace(end=None, ongoing=True, stop=cell.end("text"), bare=False)
    found = find_periods(text)
    other = found[0] if len(found) == 1 else None
    if other is None or not other.bare or other.end is None or (other.begin, other.stop) != (0, len(text)):
        return hit
    if hit.start.earliest > other.end.latest:
        return hit
    return hit._replace(end=other.end, stop=cell.end("text"), bare=False)
