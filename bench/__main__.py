"""`python -m bench`: print the page of measurements, in under two minutes."""

import argparse
import os
import platform

from bench import inputs
from bench.measure import line
from bench.speed import CROWDS, sections


def main() -> None:
    """Measure and print, a section at a time."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure how fast and how lean Fitcheck is.")
    parser.add_argument("--candidates", type=int, nargs="+", default=CROWDS, help="how many to rank on one posting")
    sizes = tuple(parser.parse_args().candidates)
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(
        f"Fitcheck bench · Python {platform.python_version()} · {platform.system()} {platform.machine()} · {cpus} cpus"
    )
    print(f"posting {len(inputs.posting()):,} characters · CV {len(inputs.cv()):,} characters\n")
    for title, rows in sections(sizes):
        print(title, flush=True)
        for row in rows():
            print(line(row), flush=True)
        print(flush=True)


if __name__ == "__main__":
    main()
