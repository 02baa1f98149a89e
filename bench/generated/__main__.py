"""`python -m bench.generated --cases 2000 --seed 0`: where the core and the reference disagree, by kind, with examples."""

import argparse
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

from bench.generated.case import generate
from bench.generated.check import WRONG, Disagreement, compare


def look(seeds: range) -> list[Disagreement]:
    """Return the disagreements of the cases of these seeds."""
    return [found for seed in seeds for found in compare(generate(seed))]


def main() -> None:
    """Print the summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--examples", type=int, default=3, help="how many of each kind")
    parser.add_argument("--kind", default="", help="only the kinds that begin with this")
    parser.add_argument("--show", type=int, help="print the case of one seed instead")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    if asked.show is not None:
        show(asked.show)
        return
    started = perf_counter()
    last = asked.seed + asked.cases
    parts = [range(at, min(at + 50, last)) for at in range(asked.seed, last, 50)]
    kinds: dict[str, list[Disagreement]] = defaultdict(list)
    with ProcessPoolExecutor(asked.processes) as pool:
        for found in pool.map(look, parts):
            for one in found:
                kinds[one.kind].append(one)
    for kind, found in sorted(kinds.items(), key=lambda row: (row[0] not in WRONG, -len(row[1]))):
        if kind.startswith(asked.kind):
            print(f"{len(found):6}  {kind}")
            for one in found[: asked.examples]:
                print(f"          {one.seed} {one.criterion}: {one.detail}")
    wrong = sum(len(kinds[kind]) for kind in WRONG if kind in kinds)
    print(
        f"{asked.cases} cases, {sum(map(len, kinds.values()))} disagreements, {wrong} of them wrong, {perf_counter() - started:.0f} s"
    )


def show(seed: int) -> None:
    """Print a case and its disagreements."""
    case = generate(seed)
    print(case.posting, "\n=====", case.source, case.style, case.today, "\n" + case.candidate, "\n=====")
    for criterion in case.meant.criteria:
        print(
            criterion.id,
            "final",
            case.final[criterion.id],
            "text",
            "/".join(sorted(case.status[criterion.id])),
            "::",
            criterion.sentence,
        )
    for job in case.truth.jobs:
        print(job)
    for one in compare(case):
        print("!", one)


if __name__ == "__main__":
    main()
