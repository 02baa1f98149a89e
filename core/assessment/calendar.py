"""Month arithmetic with precision (C2, C3).

A job begins and ends somewhere inside a range of months, so what it gives is an interval: at least its
*core* (from its latest possible start to its earliest possible end), at most its *hull*. Overlapping
jobs count once: months are a set, and sets are united before they are counted.
"""

from collections.abc import Iterable
from typing import NamedTuple

from core.model.base import MonthRange, Months

FOREVER_AGO = 0
"""The month before which nobody worked; the start of a window that has none."""


class Window(NamedTuple):
    """The months that count, both ends included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """The number of months in the window."""
        return max(0, self.last - self.first + 1)

    @property
    def bounded(self) -> bool:
        """Whether the window has a beginning (a plain "ervaring" has none)."""
        return self.first > FOREVER_AGO


def window_of(reference: int, months: int | None = None, first: int | None = None, last: int | None = None) -> Window:
    """Return the window of `months` calendar months up to and including the reference month (C3).

    `first`/`last` are a fixed period instead ("in 2014 of 2015"), never past the reference month.
    """
    if first is not None or last is not None:
        return Window(first or FOREVER_AGO, min(last if last is not None else reference, reference))
    if months is None:
        return Window(FOREVER_AGO, reference)
    return Window(reference - months + 1, reference)


class Stretch(NamedTuple):
    """A job's time: where it begins and ends, each known to a precision; None where not said."""

    start: MonthRange | None
    end: MonthRange | None
    least: int = 0
    """Months that the text gives beside the dates ("2022-2025 (3 jr)"): they hold where the dates allow them."""
    part: Months | None = None
    """Only so many of its months count, and which ones isn't known ("alleen 1 jaar")."""

    @property
    def dated(self) -> bool:
        """Whether both ends are known to some precision."""
        return self.start is not None and self.end is not None

    @property
    def precise(self) -> bool:
        """Whether the months are known exactly."""
        return (
            self.start is not None
            and self.end is not None
            and self.start.earliest == self.start.latest
            and self.end.earliest == self.end.latest
        )


def core(stretch: Stretch, window: Window) -> tuple[int, int] | None:
    """Return the months that the job certainly has in the window, or None."""
    if stretch.start is None or stretch.end is None:
        return None
    return _clip(stretch.start.latest, stretch.end.earliest, window)


def hull(stretch: Stretch, window: Window) -> tuple[int, int] | None:
    """Return the months that the job may have in the window, or None."""
    first = stretch.start.earliest if stretch.start else window.first
    last = stretch.end.latest if stretch.end else window.last
    return _clip(first, last, window)


def inside(stretch: Stretch, window: Window) -> bool:
    """Return whether the job lies wholly in the window (C4)."""
    return (
        stretch.start is not None
        and stretch.end is not None
        and stretch.start.earliest >= window.first
        and stretch.end.latest <= window.last
    )


def _clip(first: int, last: int, window: Window) -> tuple[int, int] | None:
    first, last = max(first, window.first), min(last, window.last)
    return (first, last) if first <= last else None


def united(ranges: Iterable[tuple[int, int] | None]) -> int:
    """Return how many months a union of month ranges has (C3: overlaps count once)."""
    total, reached = 0, -1
    for first, last in sorted(r for r in ranges if r is not None):
        if last > reached:
            total += last - max(first, reached + 1) + 1
            reached = last
    return total


def longest_run(ranges: Iterable[tuple[int, int] | None]) -> int:
    """Return the most months in a row that a union of ranges has ("aaneengesloten")."""
    best, begin, reached = 0, 0, -2
    for first, last in sorted(r for r in ranges if r is not None):
        if first > reached + 1:
            begin = first
        reached = max(reached, last)
        best = max(best, reached - begin + 1)
    return best


def months_in(stretches: Iterable[Stretch], window: Window, *, contiguous: bool = False) -> Months:
    """Return the interval of months that these jobs give in the window.

    The low end is a bound that always holds: jobs whose core is empty (both ends in one year) still
    give one month when they lie wholly in the window.
    """
    every = list(stretches)
    jobs = [stretch for stretch in every if stretch.part is None]
    count = longest_run if contiguous else united
    low = count(core(job, window) for job in jobs)
    high = count(hull(job, window) for job in jobs)
    for job in jobs:
        if inside(job, window):
            low = max(low, min(max(job.least, 1), count([hull(job, window)])))
    if len(jobs) == len(every):
        return Months(low=low, high=high)
    most = count(hull(stretch, window) for stretch in every)
    return _with_parts(Months(low=low, high=united(hull(job, window) for job in jobs)), every, window, most, contiguous)


def _with_parts(whole: Months, every: list[Stretch], window: Window, most: int, contiguous: bool) -> Months:
    """Add the jobs of which only a part counts to the others; `most`: the months of all of them together.

    Where such a part may lie in months that count already, or needn't be in one piece, it adds nothing for certain.
    """
    low, alone, high = whole.low, 0, whole.high or 0
    for index, stretch in enumerate(every):
        if stretch.part is None:
            continue
        part = part_in(stretch, window)
        high += part.high or 0
        others = [hull(other, window) for at, other in enumerate(every) if at != index]
        if not contiguous and _apart(hull(stretch, window), others):
            low += part.low
        else:
            alone = max(alone, min(part.low, 1) if contiguous else part.low)
    return Months(low=max(low, alone), high=min(most, high))


def _apart(one: tuple[int, int] | None, others: Iterable[tuple[int, int] | None]) -> bool:
    return one is not None and all(o is None or o[1] < one[0] or one[1] < o[0] for o in others)


def part_in(stretch: Stretch, window: Window) -> Months:
    """Return how many of the months that count lie in the window: what doesn't fit outside it must lie inside."""
    span = hull(stretch, window)
    if stretch.part is None or span is None:
        return Months(low=0, high=0)
    inside_it = span[1] - span[0] + 1
    most = inside_it if stretch.part.high is None else min(inside_it, stretch.part.high)
    before = span[0] - stretch.start.earliest if stretch.start else window.first
    after = max(0, stretch.end.latest - span[1]) if stretch.end else 0
    return Months(low=min(most, max(0, stretch.part.low - before - after)), high=most)


def overlap(stretch: Stretch, other: Stretch) -> Stretch:
    """Return the time that two stretches share; an end that isn't given bounds nothing."""
    starts = [one.start for one in (stretch, other) if one.start is not None]
    ends = [one.end for one in (stretch, other) if one.end is not None]
    return Stretch(
        MonthRange(earliest=max(s.earliest for s in starts), latest=max(s.latest for s in starts)) if starts else None,
        MonthRange(earliest=min(e.earliest for e in ends), latest=min(e.latest for e in ends)) if ends else None,
    )
