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
    jobs = list(stretches)
    count = longest_run if contiguous else united
    low = count(core(job, window) for job in jobs)
    high = count(hull(job, window) for job in jobs)
    for job in jobs:
        if inside(job, window):
            low = max(low, min(max(job.least, 1), count([hull(job, window)])))
    return Months(low=low, high=high)
