"""What a header says without a label: in a line of values ("24 uur Zuid-Holland") or in a sentence.

A sentence is weaker than a label: it is read where the header lacks the field, and only in words that leave
no doubt what the value is of ("de opdracht duurt 6 maanden", "start 15 september 2026").
"""

import re
from collections.abc import Iterator

from core.posting.layout import Flow
from core.posting.sections import Section
from core.posting.values import Hit, read_start
from core.posting.words import pattern, wordlist
from core.text.days import find_hour_spans
from core.text.durations import find_durations

_LINES = 20
"""How many lines at the top may be a header."""


def read_loose(flow: Flow, preamble: Section) -> dict[str, Hit]:
    """Return values without labels among the first lines ("24 uur Zuid-Holland", "gemeente X, 36 uur, start 1 mei 2026")."""
    found: dict[str, Hit] = {}
    for start, end in _pieces(flow, preamble):
        for name, hit in (("hours", _lone_hours(flow, start, end)), ("region", _lone_region(flow, start, end))):
            if hit is not None:
                found.setdefault(name, hit)
    top = flow.lines[min(preamble.last, preamble.first + _LINES) - 1].end if flow.lines else 0
    for name, reader in (("reference", _reference), ("start", _start)):
        hit = reader(flow, preamble.start, min(top, preamble.end))
        if hit is not None:
            found.setdefault(name, hit)
    return found


_PIECE = re.compile(r"[,;|()\u2022\u00b7]+|\s-\s")


def _pieces(flow: Flow, preamble: Section) -> Iterator[tuple[int, int]]:
    """Yield the pieces between commas and bars of the lines at the top."""
    for line in flow.lines[preamble.first : min(preamble.last, preamble.first + _LINES)]:
        at = line.start
        for cut in (*_PIECE.finditer(flow.low, line.start, line.end), None):
            stop = cut.start() if cut else line.end
            if flow.low[at:stop].strip(" -*+\u2022"):
                yield at, stop
            at = cut.end() if cut else stop


_PROVINCE_BEHIND = re.compile(r"[\s,|-]*(?P<region>.+)")


def _lone_hours(flow: Flow, start: int, end: int) -> Hit | None:
    """Read a piece that is hours and no more; a province may stand behind them."""
    spans = find_hour_spans(flow.prose[start:end])
    if not spans:
        return None
    before, behind = flow.low[start : start + spans[0].start], flow.low[start + spans[0].end : end]
    if before.strip(" -*+\u2022") not in ("", "voor") or (behind.strip(" .") and not _is_region(behind)):
        return None
    return Hit(spans[0].hours, start + spans[0].start, start + spans[0].end)


def _is_region(low: str) -> bool:
    return low.strip(" ,|-.") in wordlist("labels", "values.provinces")


def _lone_region(flow: Flow, start: int, end: int) -> Hit | None:
    low = flow.low[start:end]
    names = "|".join(re.escape(name) for name in wordlist("labels", "values.provinces"))
    match = re.fullmatch(rf"(?P<before>.*?)[\s-]*(?P<region>{names})[\s.]*", low)
    if match is None or (match["before"].strip(" -*+\u2022") and not find_hour_spans(match["before"])):
        return None
    first, last = start + match.start("region"), start + match.end("region")
    return Hit(flow.prose[first:last], first, last)


def _reference(flow: Flow, start: int, end: int) -> Hit | None:
    match = pattern("facts", "loose.reference").search(flow.low, start, end)
    return Hit(flow.prose[match.start("value") : match.end("value")], *match.span("value")) if match else None


def _start(flow: Flow, start: int, end: int) -> Hit | None:
    for match in pattern("facts", "loose.start").finditer(flow.low, start, end):
        hit = read_start(flow.prose[match.end() : end])
        if hit is not None and hit.start <= 1:
            return Hit(hit.value, match.end() + hit.start, match.end() + hit.end)
    return None


def duration_in_text(flow: Flow) -> Hit | None:
    """Return the months of "voor de duur van 3 maanden", "de opdracht duurt 6 maanden"."""
    for match in pattern("facts", "loose.duration").finditer(flow.low):
        for duration in find_durations(flow.prose[match.end() : match.end() + 40]):
            if duration.start <= 12:
                return Hit(duration.printed.low, match.end() + duration.start, match.end() + duration.end)
            break
    return None


_HOURS_SAID = re.compile(r"\d ?(?:(?:uur|uren|u)(?: per week|/week| ?p/?w\b)|u/w\b)")


def hours_in_text(flow: Flow, skipped: tuple[tuple[int, int], ...]) -> Hit | None:
    """Return the hours a week that the text outside the criteria names, where it names one number only."""
    found: list[Hit] = []
    for match in _HOURS_SAID.finditer(flow.low):
        if any(start <= match.start() < end for start, end in skipped):
            continue
        start = max(0, match.start() - 40)
        for span in find_hour_spans(flow.prose[start : match.end()]):
            if span.hours.max is None or span.hours.max >= 8:
                found.append(Hit(span.hours, start + span.start, start + span.end))
    values = {hit.value for hit in found}
    return found[0] if len(values) == 1 else None
