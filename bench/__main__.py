"""`python -m bench`: print the page of measurements, in about a minute; what is being measured stands on stderr."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from bench import inputs
from bench.measure import Row, line, median_seconds, peak_bytes, peak_of_command, peak_of_process, seconds
from core import Dossier, rank, read_candidate, read_posting
from core.text.memory import forget_texts

FACTORS = (1, 2, 4, 8)
HOSTILE_LENGTH = 100_000
WORST = 6
Reader = Callable[[str], object]


def main() -> None:
    """Measure and print, a line at a time, so that one can watch."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure how fast and how lean Fitcheck is.")
    parser.add_argument("--candidates", type=int, default=1000, help="how many to rank against one posting")
    crowd = parser.parse_args().candidates
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(
        f"Fitcheck bench · Python {platform.python_version()} · {platform.system()} {platform.machine()} · {cpus} cpus"
    )
    print(f"posting {len(inputs.posting()):,} characters · CV {len(inputs.cv()):,} characters\n")
    for title, rows in (
        ("Texts that nobody has read before (median)", single()),
        ("A process, and a crowd", whole(crowd)),
        ("Longer texts (median): twice the text should take twice the time", linearity()),
        (
            f"The worst of {2 * len(inputs.HOSTILE)} texts made to be slow, {HOSTILE_LENGTH:,} characters each",
            hostile(),
        ),
        ("Memory", memory()),
    ):
        print(title, flush=True)
        for row in rows:
            print(line(row), flush=True)
        print()


def measuring(what: str) -> None:
    """Say on stderr what is being measured: the page itself stays a page."""
    print(f"… {what}", file=sys.stderr, flush=True)


def readers() -> tuple[tuple[str, str, Reader], ...]:
    """Return both readers with what they are called and a text for each."""
    cv: Reader = partial(read_candidate, source="cv")
    return ("posting", inputs.posting(), read_posting), ("CV", inputs.cv(), cv)


def check(posting: str, cv: str) -> None:
    """Do all that one posting with one candidate asks for."""
    dossier = Dossier.new(today=inputs.TODAY).with_posting(posting).with_candidate(cv, source="cv")
    _ = (dossier.assessment, dossier.questions, dossier.reminders, dossier.candidate_message)


def single() -> Iterator[Row]:
    """Time what a recruiter waits for in a chat: every run finds the memory of texts empty, as a new text does."""
    posting, cv = inputs.posting(), inputs.cv()
    works: tuple[tuple[str, float, Callable[[], object]], ...] = (
        ("read a posting", 15, partial(read_posting, posting)),
        ("read a CV", 15, partial(read_candidate, cv, source="cv")),
        ("the whole check with its questions", 40, partial(check, posting, cv)),
    )
    for name, limit, work in works:
        measuring(name)
        yield Row(name, 1000 * median_seconds(work, before=forget_texts), "ms", limit)


def command_line() -> list[str]:
    """Return `fitcheck check` on the samples, as a shell would start it."""
    script = Path(sys.executable).with_name("fitcheck")
    texts = [str(inputs.POSTING_FILE), str(inputs.CV_FILE)]
    return [str(script), "check", *texts, "--today", inputs.TODAY.isoformat(), "--json"]


def run_command() -> None:
    """Run it once, in a folder of its own: what lies in the working directory must not matter.

    Byte code is kept between runs, as it is wherever Fitcheck is installed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(command_line(), check=True, capture_output=True, cwd=folder, env=environment)


def whole(crowd: int) -> Iterator[Row]:
    """Time the command from start to exit, and many candidates against one posting."""
    measuring("fitcheck check")
    process = median_seconds(run_command, budget=8, at_most=11)
    yield Row("fitcheck check, process start to exit", process, "s", 0.8)
    measuring(f"{crowd} candidates")
    posting, candidates = inputs.posting(), inputs.crowd(crowd)
    took = seconds(lambda: rank(posting, candidates, today=inputs.TODAY))
    yield Row(
        f"rank {crowd} candidates on one posting", took, "s", 0.015 * crowd, f"{1000 * took / crowd:.1f} ms a candidate"
    )


def linearity() -> Iterator[Row]:
    """Time both readers on the same text one to eight times over."""
    for name, text, read in readers():
        first = 0.0
        for factor in FACTORS:
            measuring(f"{name} x{factor}")
            work = partial(read, inputs.longer(text, factor))
            took = median_seconds(work, before=forget_texts, budget=1, at_least=3)
            first = first or took
            yield Row(f"{name} x{factor}", 1000 * took, "ms", note=f"x{took / first:.1f}")


def hostile() -> Iterator[Row]:
    """Time both readers on texts that make a badly written pattern go back over its steps; yield the slowest."""
    rows = []
    for name, text in inputs.hostile(HOSTILE_LENGTH):
        for kind, _, read in readers():
            measuring(f"{name}, as a {kind}")
            start = perf_counter()
            read(text)
            rows.append(Row(f"{name}, as a {kind}", 1000 * (perf_counter() - start), "ms", 1000))
    yield from sorted(rows, key=lambda row: -row.value)[:WORST]


def memory() -> Iterator[Row]:
    """Measure what one check holds, and what the processes took."""
    measuring("memory")
    posting, cv = inputs.posting(), inputs.cv()
    forget_texts()
    yield Row("one check, at its most", peak_bytes(lambda: check(posting, cv)) / 2**20, "MB")
    yield Row("the command's process, at its most", peak_of_command(command_line()), "MB")
    yield Row("this benchmark, at its most", peak_of_process(), "MB")


if __name__ == "__main__":
    main()
