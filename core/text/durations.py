"""Durations in months: "3 jaar en 2 maanden", "anderhalf jaar", "2 à 3 jaar", "ruim 10 jaar", "18 mnd".

A duration is an interval of months (C2). `months` is what the words allow: "ruim 10 jaar" is 120 to 131,
"bijna 4 jaar" 42 to 47, "10+ jaar" 120 or more, "6 weken" 1 to 2. `printed` is the number itself, for a
reader that weighs the words before it by its own rules (tiers, P5).
"""

import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.model.base import Months
from core.text.memory import remembered
from core.text.numbers import AFTER_LEAST, AFTER_MOST, BEFORE, NUMBER, WORD_PART, Bound, bound_before, value_of
from core.text.source import plain
from core.text.vocabulary import one_of, phrase_before, vocabulary, zones
from core.texts import say


class Duration(NamedTuple):
    """A length of time at `[start, end)`, words of approximation included; the number begins at `number_start`.

    `tied_to_today`: "sinds 3 jaar", "de laatste 4 jaar" (C4). `ago`: "3 jaar geleden", a moment rather
    than a length. `bound`: what the words round it said; None where it is exact or a plain range.
    """

    months: Months
    start: int
    end: int
    tied_to_today: bool
    printed: Months
    bound: Bound | None
    ago: bool
    number_start: int


class _Atom(NamedTuple):
    """One number (or range) with its unit, before "en" and "tot" join them."""

    low: float
    high: float
    step: float
    start: int
    end: int
    number_start: int
    bound: Bound | None
    closed: bool
    """Words behind it said "of meer": no other part follows."""
    between: bool
    """It began with "tussen"."""


_DATA = vocabulary("durations")
_UNITS: Mapping[str, list[str]] = _DATA["units"]
_IN_MONTHS = {"year": 12.0, "half_year": 6.0, "quarter": 3.0, "month": 1.0, "week": 12 / 52}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_LONGEST = {"year": 60.0, "half_year": 100.0, "quarter": 200.0, "month": 600.0, "week": 600.0}

_UNIT = rf"(?P<unit>{one_of(_UNIT_OF)}|(?<=\d)j(?:aar)?(?![\w.'])|(?<=\d\s)j(?=\s(?:werk)?ervaring)|(?:-?jarige?)(?=\s(?:werk)?ervaring))"
# "3jaar": a unit glued to its digits has no word boundary before it.
_GLUED = one_of((word for word in _UNIT_OF if word.isalpha()), whole=False) + r"(?!\w)"
_RANGE = r"\s{0,3}(?:-|/|\ba\b|\bof\b|\btot(?:\sen\smet)?\b|\bt/m\b|\bto\b|\ben\b)\s{0,3}"
_ATOM = re.compile(
    rf"\b(?:een\s)?(?P<about_unit>jaar|maand|week)(?:tje)?\sof\s(?P<about>{NUMBER})(?!\s?(?:maand|mnd|jaar|jr))"
    rf"|(?<![\w.,])(?P<years>\d\d?)\s?j\s?(?:en\s)?(?P<months>\d\d?)\s?m(?:nd|aanden)?(?!\w)"
    rf"|(?<!\w)(?P<word>{WORD_PART})-?jarige?(?=\s(?:werk)?ervaring)"
    rf"|(?:(?P<between>\b(?:tussen|between)(?:\sde)?\s{{1,3}})|(?P<before>{BEFORE})(?:\s{{1,3}}(?:de|een|het))??\s{{0,3}})?"
    rf"(?P<one>{NUMBER})(?:(?P<joint>{_RANGE})(?:(?P<before2>{BEFORE})\s{{1,3}})?(?P<two>{NUMBER}))?"
    rf"(?P<plus>\s?\+)?(?:\s{{0,4}}|-)(?:{_UNIT}|(?<=\d)(?P<glued>{_GLUED}))(?:(?<=jr|nd|wk|yr)\.)?"
    rf"(?:(?P<least>{AFTER_LEAST})(?!\s?\d)|(?P<most>{AFTER_MOST}))?"
)
_ANCHOR = re.compile(one_of(_UNIT_OF, whole=False) + r"(?!\w)|(?<=\d)\s?j(?:aar)?(?!\w)|jarig")
_AND = re.compile(r"\s{0,3}(?:,|\+|&|\ben\b|\band\b)?\s{0,3}")
_TO = re.compile(r"\s{1,3}(?:tot(?:\sen\smet)?|t/m|to|-|a|en)\s{1,3}(?:maximaal\s)?")
_TIED_BEFORE = frozenset(_DATA["tied"]["before"])
_TIED_AFTER = re.compile(r"[\s(]{1,3}" + one_of(_DATA["tied"]["after"]))
_AGE_BEFORE = frozenset(_DATA["age"]["before"])
_AGE_AFTER = re.compile(r"\s{1,3}" + one_of(_DATA["age"]["after"]))
_AGO = re.compile(r"\s{1,3}(?:geleden|ago|terug)\b")


@remembered(texts=256)
def find_durations(text: str) -> tuple[Duration, ...]:
    """Return every duration in canonical `text`, in order; ages and "een paar jaar" are none."""
    low = plain(text)
    return tuple(_durations(low))


def _durations(low: str) -> Iterator[Duration]:
    atoms = list(_atoms(low))
    index = 0
    while index < len(atoms):
        first = atoms[index]
        index += 1
        last = first
        low_value, high_value = first.low, first.high
        if index < len(atoms) and not first.closed:
            following = atoms[index]
            gap = low[first.end : following.start]
            if (
                following.bound is None
                and following.step < first.step
                and following.high < first.step
                and _AND.fullmatch(gap)
            ):
                low_value, high_value = first.low + following.low, first.high + following.high
                last = following
                index += 1
            elif _is_range(first, following, gap):
                high_value = following.high
                last = following
                index += 1
        if _AGE_AFTER.match(low, last.end) or phrase_before(low, first.start, _AGE_BEFORE) is not None:
            continue
        yield _duration(low, first, last, low_value, high_value)


def _atoms(low: str) -> Iterator[_Atom]:
    for begin, end in zones(low, _ANCHOR, before=72, after=24):
        for match in _ATOM.finditer(low, begin, end):
            atom = _atom(match)
            if atom is not None:
                yield atom


def _is_range(first: _Atom, following: _Atom, gap: str) -> bool:
    joint = _TO.fullmatch(gap)
    if joint is None or following.low <= first.high or following.bound is not None:
        return False
    return first.between if gap.strip() == "en" else first.bound in (None, "least")


def _atom(match: re.Match[str]) -> _Atom | None:
    if match["about"]:
        unit = _UNIT_OF[match["about_unit"]]
        value = value_of(match["about"])
        return _checked(unit, value, value, match, number_start=match.start("about"), bound="about")
    if match["years"]:
        months = int(match["years"]) * 12 + int(match["months"])
        return _checked("month", months, months, match, number_start=match.start())
    if match["word"]:
        value = value_of(match["word"])
        return _checked("year", value, value, match, number_start=match.start())
    unit = _unit(match)
    low = high = value_of(match["one"])
    words, start, number_start = match["before"], match.start(), match.start("one")
    if match["two"]:
        high = value_of(match["two"])
        descends = low is not None and high is not None and high < low
        if descends or (match["joint"].strip() in ("en", "/") and not match["between"]):
            # "in 2021 en 3 jaar", "schaal 8 - 3 jaar": only the last number belongs to the unit.
            low, words, number_start = high, match["before2"], match.start("two")
            start = match.start("before2") if words else number_start
    bound = bound_before(words)
    if match["plus"] or match["least"]:
        bound = "least"
    elif match["most"]:
        bound = "most"
    between = match["between"] is not None and start == match.start()
    return _checked(unit, low, high, match, start=start, number_start=number_start, bound=bound, between=between)


def _checked(
    unit: str,
    low: float | None,
    high: float | None,
    match: re.Match[str],
    *,
    number_start: int,
    start: int | None = None,
    bound: Bound | None = None,
    between: bool = False,
) -> _Atom | None:
    if low is None or high is None or high > _LONGEST[unit]:
        return None
    factor = _IN_MONTHS[unit]
    return _Atom(
        low=low * factor,
        high=high * factor,
        step=6.0 if factor == 12 and low % 1 else factor,
        start=match.start() if start is None else start,
        end=match.end(),
        number_start=number_start,
        bound=bound,
        closed=bool(match["plus"] or match["least"] or match["most"]),
        between=between,
    )


def _unit(match: re.Match[str]) -> str:
    written = re.sub(r"\s+", " ", match["glued"] or match["unit"])
    return _UNIT_OF.get(written, "year")


def _duration(low: str, first: _Atom, last: _Atom, least: float, most: float) -> Duration:
    printed = Months(low=math.floor(least), high=math.ceil(most))
    step = min(first.step, last.step)
    bound = first.bound if first.bound is not None or last is first else last.bound
    if last is not first and last.closed:
        bound = last.bound
    tied = phrase_before(low, first.start, _TIED_BEFORE) is not None or _TIED_AFTER.match(low, last.end) is not None
    return Duration(
        months=_bounded(printed, step, bound),
        start=first.start,
        end=last.end,
        tied_to_today=tied,
        printed=printed,
        bound=bound,
        ago=_AGO.match(low, last.end) is not None,
        number_start=first.number_start,
    )


def _bounded(printed: Months, step: float, bound: Bound | None) -> Months:
    """Return what the words leave: somewhat more is less than a step more, somewhat less at most half a step less."""
    low, high = printed.low, printed.high if printed.high is not None else printed.low
    whole = max(2, math.ceil(step))
    half = max(1, whole // 2)
    if bound == "ample":
        return Months(low=low, high=high + whole - 1)
    if bound in ("least", "more"):
        return Months(low=low, high=None)
    if bound == "almost":
        return Months(low=max(0, low - half), high=max(0, high - 1))
    if bound == "about":
        return Months(low=max(0, low - half), high=high + half)
    if bound == "most":
        return Months(low=0, high=high)
    if bound == "less":
        return Months(low=0, high=max(0, high - 1))
    return Months(low=low, high=high)


def months_text(count: int) -> str:
    """Return `count` months in Dutch: "1 jaar en 8 maanden", "2 jaar", "5 maanden"."""
    years, months = divmod(count, 12)
    months_part = say("durations.month") if months == 1 else say("durations.months", count=months)
    if not years:
        return months_part
    years_part = say("durations.year") if years == 1 else say("durations.years", count=years)
    return say("durations.both", years=years_part, months=months_part) if months else years_part


def interval_text(months: Months) -> str:
    """Return an interval of months in Dutch: "2 jaar", "14 tot 36 maanden", "3 jaar of meer", "hooguit 2 jaar"."""
    low, high = months.low, months.high
    if high is None:
        return say("durations.at_least", low=months_text(low)) if low else say("durations.unknown")
    if low == high:
        return months_text(low)
    if not low:
        return say("durations.at_most", high=months_text(high))
    if low % 12 == 0 and high % 12 == 0:
        return say("durations.range_years", low=low // 12, high=high // 12)
    if high < 12:
        return say("durations.range_months", low=low, high=high)
    return say("durations.range", low=months_text(low), high=months_text(high))
