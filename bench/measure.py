"""Timing and memory, and how a number is printed beside its target."""

import gc
import resource
import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """One measured thing; `limit` is None where nothing was promised."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run of `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def _nothing() -> None:
    """Prepare nothing."""


def median_seconds(
    work: Callable[[], object],
    *,
    before: Callable[[], None] = _nothing,
    budget: float = 2.0,
    at_least: int = 5,
    at_most: int = 200,
) -> float:
    """Return the median of as many runs as fit in `budget` seconds, after one that warms up; `before` isn't timed.

    The median, since a neighbour on the machine makes some runs slow and none fast.
    """
    work()
    gc.collect()
    times: list[float] = []
    end = perf_counter() + budget
    while len(times) < at_least or (len(times) < at_most and perf_counter() < end):
        before()
        times.append(seconds(work))
    return statistics.median(times)


def peak_bytes(work: Callable[[], object]) -> int:
    """Return the most memory that `work` holds at once beyond what was there, as Python counts it.

    Counting slows everything down: never time and count in the same run.
    """
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


_UNIT = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux kilobytes

# A small process in between: a child's peak starts at what its parent held, and this benchmark holds more than the
# command that it measures.
_MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak_of_process() -> float:
    """Return the peak resident size of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT


def peak_of_command(command: list[str]) -> float:
    """Return the peak resident size of a command, in MB."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", _MEASURE, *command], check=True, capture_output=True, encoding="ascii"
    )
    return int(done.stdout) / _UNIT


def line(row: Row) -> str:
    """Return a row as printed: name, number, target, and a word where the target is missed."""
    value = f"{row.value:.2f}" if row.value < 10 else f"{row.value:.1f}"
    if row.limit is None:
        target = ""
    else:
        target = f"< {row.limit:g} {row.unit}"
        target += "  ok" if row.value < row.limit else "  MISSED"
    return f"  {row.name:<46}{value:>9} {row.unit:<3} {target:<18} {row.note}".rstrip()
