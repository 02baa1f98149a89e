"""`python -m bench`: print the page of measurements."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from bench import inputs
from bench.measure import Row, line, median_seconds, peak_bytes, peak_of_command, peak_of_process, seconds
from core import Dossier, rank, read_candidate, read_posting
from core.errors import FitcheckError

FACTORS = (1, 2, 4, 8)
HOSTILE_LENGTH = 50_000


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
        ("One text, one check (median)", single()),
        ("A process, and a crowd", whole(crowd)),
        ("Longer texts (median): twice the text should take twice the time", linearity()),
        (f"Texts made to be slow, {HOSTILE_LENGTH:,} characters (one run)", hostile()),
        ("Memory", memory()),
    ):
        print(title)
        for row in rows:
            print(line(row), flush=True)
        print()


_runs = count()


def check(posting: str, cv: str) -> None:
    """Do all that one posting with one candidate asks for; a text that no cache has seen, as a new one is."""
    new = "\n" * next(_runs)
    posting, cv = posting + new, cv + new
    dossier = Dossier.new(today=inputs.TODAY).with_posting(posting).with_candidate(cv, source="cv")
    _ = (dossier.assessment, dossier.questions, dossier.reminders, dossier.candidate_message)


def single() -> Iterator[Row]:
    """Time what a recruiter waits for in a chat."""
    posting, cv = inputs.posting(), inputs.cv()
    yield Row("read a posting", 1000 * median_seconds(lambda: read_posting(posting)), "ms", 15)
    yield Row("read a CV", 1000 * median_seconds(lambda: read_candidate(cv, source="cv")), "ms", 15)
    yield Row("the whole check with its questions", 1000 * median_seconds(lambda: check(posting, cv)), "ms", 40)


def command_line() -> list[str]:
    """Return `fitcheck check` on the samples, as a shell would start it."""
    script = Path(sys.executable).with_name("fitcheck")
    texts = [str(inputs.POSTING_FILE), str(inputs.CV_FILE)]
    return [str(script), "check", *texts, "--today", inputs.TODAY.isoformat(), "--json"]


def run_command() -> None:
    """Run it once, in a folder of its own: what lies in the working directory must not matter."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(command_line(), check=True, capture_output=True, cwd=folder)


def whole(crowd: int) -> Iterator[Row]:
    """Time the command from start to exit, and many candidates against one posting."""
    process = median_seconds(run_command, budget=5, at_most=15)
    yield Row("fitcheck check, process start to exit", process, "s", 0.8)
    posting, candidates = inputs.posting(), inputs.crowd(crowd)
    took = seconds(lambda: rank(posting, candidates, today=inputs.TODAY))
    yield Row(
        f"rank {crowd} candidates on one posting", took, "s", 0.015 * crowd, f"{1000 * took / crowd:.1f} ms a candidate"
    )


def refusable(work: Callable[[], object]) -> Callable[[], str]:
    """Return `work` with a refusal (a text that is too long) as an outcome, not as the end of the page."""

    def run() -> str:
        try:
            work()
        except FitcheckError as refusal:
            return f"refused: {refusal}"
        return ""

    return run


def linearity() -> Iterator[Row]:
    """Time both readers on the same text one to eight times over."""
    readers: tuple[tuple[str, str, Callable[[str], object]], ...] = (
        ("posting", inputs.posting(), read_posting),
        ("CV", inputs.cv(), partial(read_candidate, source="cv")),
    )
    for name, text, read in readers:
        first = 0.0
        for factor in FACTORS:
            longer = inputs.longer(text, factor)
            work = refusable(partial(read, longer))
            took = median_seconds(work, budget=1)
            first = first or took
            yield Row(f"{name} x{factor}", 1000 * took, "ms", note=work() or f"x{took / first:.1f}")


def hostile() -> Iterator[Row]:
    """Time both readers on texts that make a badly written pattern go back over its steps."""
    for name, text in inputs.hostile(HOSTILE_LENGTH):
        for kind, work in (
            ("a posting", partial(read_posting, text)),
            ("a CV", partial(read_candidate, text, source="cv")),
        ):
            start = perf_counter()
            refusal = refusable(work)()
            yield Row(f"{name}, as {kind}", 1000 * (perf_counter() - start), "ms", note=refusal)


def memory() -> Iterator[Row]:
    """Measure what one check holds, and what the processes took."""
    posting, cv = inputs.posting(), inputs.cv()
    yield Row("one check, at its most", peak_bytes(lambda: check(posting, cv)) / 2**20, "MB")
    yield Row("the command's process, at its most", peak_of_command(command_line()), "MB")
    yield Row("this benchmark, at its most", peak_of_process(), "MB")


if __name__ == "__main__":
    main()
