"""`python -m bench`: print on one page how good and how fast Fitcheck is. It fails where something that must be 0 isn't."""

import argparse
import os
import platform
import sys
from collections.abc import Iterable, Iterator

from bench import crowd, inputs, peers, proof
from bench.labelled import MUST_NOT_FAIL, Check
from bench.measure import line
from bench.speed import CROWDS, sections

PARTS = ("proof", "generated", "speed")


def main() -> None:
    """Measure and print, a section at a time."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure how good and how fast Fitcheck is.")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="some of the parts")
    parser.add_argument("--misses", action="store_true", help="print every label of the open cases that isn't right")
    parser.add_argument("--generated", type=int, default=2000, help="how many cases to generate")
    parser.add_argument("--candidates", type=int, nargs="+", default=CROWDS, help="how many to rank on one posting")
    told = parser.parse_args()
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(
        f"Fitcheck bench · Python {platform.python_version()} · {platform.system()} {platform.machine()} · {cpus} cpus\n"
    )
    faults: list[str] = []
    if "proof" in told.only:
        faults += proven(misses=told.misses)
    if "generated" in told.only:
        found = crowd.tallies(told.generated, cpus or 1)
        printed("Generated cases, against a reference of its own", crowd.lines(told.generated, found))
        faults += [*(f"  {one}" for one in found.wrong), *found.against]
    if "speed" in told.only:
        timed(tuple(told.candidates))
    if faults:
        printed("Must be 0, and isn't", faults)
        sys.exit(1)


def printed(title: str, lines: Iterable[str]) -> None:
    """Print one section of the page."""
    print(title, flush=True)
    for one in lines:
        print(one, flush=True)
    print(flush=True)


def proven(*, misses: bool) -> list[str]:
    """Print how exact Fitcheck is on the labelled cases; return what must not be and is."""
    proofs = [proof.prove(half) for half in proof.HALVES]
    printed("Labelled cases, written by readers who hadn't seen the program's output", proof.size_lines(proofs))
    printed("Right, of all that is labelled", (*proof.figure_lines(proofs), *proof.fact_lines(proofs)))
    printed("A recruiter who knows the truth and answers what is asked", proof.question_lines(proofs))
    found = [case for one in proofs for case in one.cases]
    layouts, other_layout = proof.layout_differences(found)
    people, other_person = proof.people_differences(found)
    printed(
        "What must change nothing",
        (
            f"  {'layout: results that differ':<34}{f'{len(other_layout)} of {layouts}':>22}  must be 0",
            f"  {'name, sex, age and origin: differ':<34}{f'{len(other_person)} of {people}':>22}  must be 0",
        ),
    )
    printed("Peers, ranking the same candidates against the true points", peers.lines(proof.standings(proofs)))
    if misses:
        printed("What isn't right in the open cases", _misses(proofs[0].checks))
    wrong = [check for one in proofs for check in one.checks if not check.right and check.figure in MUST_NOT_FAIL]
    return [
        *(f"  {check.figure}: {check.where}: {check.what}" for check in wrong),
        *(f"  {one.change} changes {one.where}" for one in (*other_layout, *other_person)),
    ]


def _misses(checks: Iterable[Check]) -> Iterator[str]:
    for check in dict.fromkeys(check for check in checks if not check.right):
        yield f"  {check.figure}: {check.where}: {check.what}"


def timed(sizes: tuple[int, ...]) -> None:
    """Print how fast and how lean Fitcheck is."""
    print(f"Speed: a posting of {len(inputs.posting()):,} characters, a CV of {len(inputs.cv()):,}\n")
    for title, rows in sections(sizes):
        printed(title, (line(row) for row in rows()))


if __name__ == "__main__":
    main()
