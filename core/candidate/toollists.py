"""Tools that no list knows, named under a heading for systems: "Systemen: Cabman, GT4" (C8)."""

import re
from collections.abc import Iterator

from core.candidate.cues import compiled
from core.candidate.items import Unit
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.candidate.polarity import polarity
from core.text.source import fold

_SPLIT = re.compile(r"[,;|\u2022\u00b7\n\t]|\sen\s")
_LABEL = re.compile(r"\s*[A-Za-z][\w &/'-]{2,40}:\s*")
_BEHIND = re.compile(r"\s*(?:\(|:|\s-\s).*$")
_NAME = re.compile(r"[A-Z0-9][\w.+#'-]*(?:\s[A-Z0-9][\w.+#'-]*){0,2}")


def listed_tools(page: Page, known: Marks, units: tuple[Unit, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield the names in lists of systems that look like names and are nothing else, with their places."""
    under = False
    for unit in units:
        if unit.heading:
            under = _is_of_systems(page.low[unit.start : unit.end])
            continue
        label = _LABEL.match(page.flow, unit.start, unit.end)
        of_label = label is not None and _is_of_systems(page.low[unit.start : label.end()])
        if unit.section != "skills" or not (of_label or (under and label is None)):
            continue
        at = label.end() if of_label and label is not None else unit.start
        for start, end in _items(page, at, unit.end):
            if _is_tool(page, known, start, end):
                yield fold(page.flow[start:end]), start, end


def _is_of_systems(low: str) -> bool:
    return compiled("skills.systems").search(low) is not None and compiled("skills.language.talen").search(low) is None


def _items(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in [*(m.start() for m in _SPLIT.finditer(page.flow, start, end)), end]:
        first, last = at, stop
        while first < last and page.flow[first] in " ,;|\u2022\u00b7\n\t-*":
            first += 1
        if page.flow.startswith("en ", first):
            first += 3
        behind = _BEHIND.search(page.flow, first, last)
        last = behind.start() if behind is not None else last
        while last > first and page.flow[last - 1] in " .":
            last -= 1
        if first < last:
            yield first, last
        at = stop


def _is_tool(page: Page, known: Marks, start: int, end: int) -> bool:
    if _NAME.fullmatch(page.flow, start, end) is None or not re.search(r"[A-Za-z]{2}|\d", page.flow[start:end]):
        return False
    if any(within(hits, start, end) for hits in (known.known, known.heads, known.towns)) or within(
        known.levels, start, end
    ):
        return False
    return polarity(page.flow, start, end) == "affirmed" and not compiled("skills.language.level").search(
        page.low, start, end
    )
