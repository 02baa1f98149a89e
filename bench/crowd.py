"""Thousands of generated cases: the core against the independent reference, and the recruiter who answers (issue 3, points 2 and 3)."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from bench.generated.case import generate
from bench.generated.check import WRONG, compare
from bench.labelled import reference_of
from bench.measure import shown
from bench.recruiter import HUMAN, TAPPING, UNSURE, talk
from core import Dossier

_PART = 50
"""How many cases a process takes at once."""
_MANNERS = (TAPPING, HUMAN, UNSURE)


class Tally(NamedTuple):
    """What a part of the cases showed: disagreements by kind with examples of the wrong ones, and how the talks ended."""

    kinds: Counter[str]
    wrong: tuple[str, ...]
    criteria: int
    steps: int
    against: tuple[str, ...]
    """Verdicts against the truth, in the middle of a talk or at its end."""
    ended: int
    right: int
    asked: int


def tally(seeds: range) -> Tally:
    """Compare the cases of these seeds with the reference, and let a recruiter answer each."""
    kinds, wrong, against = Counter[str](), list[str](), list[str]()
    criteria = steps = ended = right = asked = 0
    for seed in seeds:
        case = generate(seed)
        criteria += len(case.meant.criteria)
        for found in compare(case):
            kinds[found.kind] += 1
            if found.kind in WRONG:
                wrong.append(str(found))
        dossier = Dossier.new(today=case.today).with_posting(case.posting)
        dossier = dossier.with_candidate(case.candidate, source=case.source)
        goes = all(case.final[c.id] != "unmet" for c in case.meant.criteria if c.kind == "knockout")
        done = talk(dossier, case.truth, reference_of(dossier), _MANNERS[seed % 3]._replace(seed=seed))
        for step, one in enumerate(done.dossiers):
            steps += 1
            said = {"go": True, "no_go": False}.get(one.assessment.verdict)
            if said is not None and said is not goes:
                against.append(f"  generated {seed}: {one.assessment.verdict} after {step} answers")
                break
        verdict = done.last.assessment.verdict
        ended += verdict != "open"
        right += verdict == ("go" if goes else "no_go")
        asked += len(done.asked)
    return Tally(kinds, tuple(wrong), criteria, steps, tuple(against), ended, right, asked)


def tallies(count: int, processes: int) -> Tally:
    """Return the tally of `count` cases."""
    parts = [range(at, min(at + _PART, count)) for at in range(0, count, _PART)]
    found: list[Tally] = []
    with ProcessPoolExecutor(processes) as pool:
        found.extend(shown(pool.map(tally, parts), f"{count} generated cases", len(parts)))
    return Tally(
        sum((one.kinds for one in found), Counter()),
        tuple(line for one in found for line in one.wrong),
        sum(one.criteria for one in found),
        sum(one.steps for one in found),
        tuple(line for one in found for line in one.against),
        sum(one.ended for one in found),
        sum(one.right for one in found),
        sum(one.asked for one in found),
    )


def lines(count: int, found: Tally) -> Iterator[str]:
    """Yield the figures: wrong first, then what is only asked or left open otherwise than the reference has it."""
    yield f"  {count:,} cases, {found.criteria:,} criteria; a recruiter taps, types and errs, or often doesn't know"
    wrong = sum(found.kinds[kind] for kind in WRONG)
    yield f"  {'wrong against the reference':<44}{wrong:>8}  must be 0"
    yield f"  {'verdicts against the truth, at any step':<44}{len(found.against):>8}  of {found.steps:,}, must be 0"
    for kind, times in sorted(found.kinds.items(), key=lambda row: -row[1]):
        if kind not in WRONG:
            yield f"  {kind:<44}{times:>8}"
    yield f"  {'talks that end in a verdict, and it is true':<44}{found.right:>8}  of {found.ended:,} (of {count:,})"
    yield f"  {'questions a case, mean':<44}{found.asked / max(1, count):>8.1f}"
