"""Timing and memory, a bar for what takes long, and how a number is printed beside its target."""

import gc
import resource
import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

_Prepared = TypeVar("_Prepared")
_Item = TypeVar("_Item")


class Row(NamedTuple):
    """One measured thing; `limit` is None where nothing was promised."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run of `work` keeps the processor busy: what a neighbour on the machine takes isn't counted."""
    start = process_time()
    work()
    return process_time() - start


def _nothing() -> None:
    """Prepare nothing."""


def median_seconds(
    work: Callable[[], object],
    *,
    before: Callable[[], None] = _nothing,
    budget: float = 2.0,
    at_least: int = 5,
    at_most: int = 200,
    clock: Callable[[], float] = process_time,
) -> float:
    """Return the median of as many runs of `work` as fit in `budget` seconds; `before` isn't timed.

    For work that is done in another process, `clock` must be one that goes on: `perf_counter`.
    """
    return median_after(before, lambda _: work(), budget=budget, at_least=at_least, at_most=at_most, clock=clock)


def median_after(
    prepare: Callable[[], _Prepared],
    work: Callable[[_Prepared], object],
    *,
    budget: float = 2.0,
    at_least: int = 5,
    at_most: int = 200,
    clock: Callable[[], float] = process_time,
) -> float:
    """Return the median of runs of `work` on what was prepared for it each time, after one that warms up.

    The median, since a neighbour on the machine makes some runs slow and none fast.
    """
    work(prepare())
    gc.collect()
    times: list[float] = []
    end = perf_counter() + budget
    while len(times) < at_least or (len(times) < at_most and perf_counter() < end):
        prepared = prepare()
        start = clock()
        work(prepared)
        times.append(clock() - start)
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
# command that it measures. The command's own output comes first, then the peak on a line of its own.
_MEASURE = """
import resource, subprocess, sys
sys.stdout.write(subprocess.run(sys.argv[1:], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout)
print()
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak_of_process() -> float:
    """Return the peak resident size of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT


def peak_of_command(command: list[str]) -> tuple[float, str]:
    """Return the peak resident size of a command in MB, and what it printed; it shares our stderr."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-S", "-c", _MEASURE, *command],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    output, _, peak = done.stdout.rstrip("\n").rpartition("\n")
    return int(peak) / _UNIT, output


def shown(items: Iterable[_Item], what: str, total: int) -> Iterator[_Item]:
    """Yield the items, with a bar on stderr that moves as they are taken; without one where nobody watches.

    Print nothing in between: the bar is drawn on the same terminal.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # A page that goes to a file must not be caught by the bar: it is stdout, and that isn't redirected.
    bar = Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    with bar:
        yield from bar.track(items, total=total, description=what)


def line(row: Row) -> str:
    """Return a row as printed: name, number, target, and a word where the target is missed."""
    value = f"{row.value:.2f}" if row.value < 10 else f"{row.value:.1f}"
    if row.limit is None:
        target = ""
    else:
        target = f"< {row.limit:g} {row.unit}"
        target += "  ok" if row.value < row.limit else "  MISSED"
    return f"  {row.name:<46}{value:>9} {row.unit:<3} {target:<18} {row.note}".rstrip()
