"""Where the core and the reference disagree about a generated case, through the public face of the core."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.generated.case import Case
from bench.generated.reference import truth
from bench.generated.values import Combined, Criterion, Demand, Experience, Holds, Status
from core import Dossier
from core.model.assessment import Outcome
from core.model.posting import Criterion as ReadCriterion
from core.model.posting import Experience as ReadExperience

WRONG = ("wrong met", "wrong unmet", "wrong points", "wrong verdict", "error")
"""The kinds that say something false of somebody, or nothing at all: there must be none."""


@dataclass(frozen=True)
class Disagreement:
    """One difference: what kind, about which criterion, and what was expected and found."""

    seed: int
    kind: str
    criterion: str
    detail: str

    def __str__(self) -> str:
        return f"{self.kind} · seed {self.seed} {self.criterion}: {self.detail}"


def disagreements(case: Case) -> list[str]:
    """Return all that the core says differently from what was meant, a line each."""
    return [str(found) for found in compare(case)]


def compare(case: Case) -> list[Disagreement]:
    """Return all that the core says differently from what was meant; that it stops with an error is one of them."""
    try:
        return _compared(case)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for here
        return [Disagreement(case.seed, "error", "", repr(error))]


def _compared(case: Case) -> list[Disagreement]:
    dossier = (
        Dossier.new(today=case.today).with_posting(case.posting).with_candidate(case.candidate, source=case.source)
    )
    found = list(_posting(case, dossier))
    ids = [c.id for c in case.meant.criteria]
    if [c.id for c in dossier.posting.criteria] != ids:
        return found
    read = {c.id: c for c in dossier.posting.criteria}
    for meant in case.meant.criteria:
        found += _reading(case.seed, meant, read[meant.id])
    # A line that was read as something else is one mistake, told above, unless it leads to a wrong outcome.
    misread = {d.criterion for d in found}
    outcomes = {o.id: o for o in dossier.assessment.criteria}
    for meant in case.meant.criteria:
        found += _outcome(case, meant, outcomes[meant.id], misread=meant.id in misread)
    true = [truth(c, case.person, case.meant.month)[0] for c in case.meant.criteria if c.kind == "knockout"]
    verdict = dossier.assessment.verdict
    if (verdict == "go" and set(true) - {"met", "open"}) or (verdict == "no_go" and "unmet" not in true):
        found.append(Disagreement(case.seed, "wrong verdict", "", f"{verdict}, true are {true}"))
    return found


def _posting(case: Case, dossier: Dossier) -> Iterator[Disagreement]:
    read, meant = dossier.posting, case.meant
    pairs = (
        ("criteria", [c.id for c in read.criteria], [c.id for c in meant.criteria]),
        ("kinds", [c.kind for c in read.criteria], [c.kind for c in meant.criteria]),
        ("closing", (read.closing or "")[:10], meant.closing.isoformat()),
        ("reference", read.reference, meant.reference),
        ("total", read.total_points, meant.total),
    )
    for name, found, expected in pairs:
        if found != expected:
            yield Disagreement(case.seed, f"posting {name}", "", f"read {found}, meant {expected}")


def types_of(demand: Demand) -> frozenset[str]:
    """Return the types as which a demand may be read."""
    match demand:
        case Experience(subjects=subjects) if len(subjects) > 1:
            return frozenset({"experience", f"{demand.need}_of"})
        case Combined(parts=(Holds() | Experience() as first, second)) if type(first) is type(second):
            return types_of(first) | {f"{demand.need}_of"}
        case Combined():
            return frozenset({f"{demand.need}_of"})
        case Holds():
            return frozenset({demand.type, "all_of"} if len(demand.things) > 1 else {demand.type})
    names = {
        "Experience": "experience",
        "Education": "education",
        "Onsite": "onsite",
        "Available": "availability",
        "RateCap": "rate_cap",
    }
    return frozenset(
        {
            names.get(
                type(demand).__name__,
                {"Contract": "contract_form", "Document": "document"}.get(type(demand).__name__, ""),
            )
        }
    )


def _reading(seed: int, meant: Criterion, read: ReadCriterion) -> Iterator[Disagreement]:
    def told(kind: str, found: object, expected: object) -> Disagreement:
        return Disagreement(seed, f"read {kind}", meant.id, f"{found}, meant {expected} :: {meant.sentence}")

    if read.requirement.type not in types_of(meant.demand):
        yield told("type", read.requirement.type, sorted(types_of(meant.demand)))
    if read.points != meant.points:
        yield told("points", read.points, meant.points)
    bands = [(b.low or 0, b.high, b.points) for b in meant.bands]
    if [(t.low or 0, t.high, t.points) for t in read.tiers] != bands:
        yield told("tiers", [(t.low, t.high, t.points) for t in read.tiers], bands)
    elif any(
        (t.low_inclusive, t.high_inclusive if t.high is not None else False) != (b.low_inclusive, b.high_inclusive)
        for t, b in zip(read.tiers, meant.bands, strict=True)
        if b.low or t.low
    ):
        yield told("tier bounds", [t.text for t in read.tiers], meant.bands)
    if isinstance(meant.demand, Experience) and isinstance(read.requirement, ReadExperience):
        for name, found, expected in _experience(meant.demand, read.requirement):
            if found != expected:
                yield told(name, found, expected)


def _experience(meant: Experience, read: ReadExperience) -> tuple[tuple[str, object, object], ...]:
    return (
        ("months", read.min_months, meant.minimum),
        ("window", read.window_from or read.window_months, meant.window.since or meant.window.months),
        ("sector", read.sector, meant.sector),
        # "het opstellen van rapportages en factuurverwerking" may be read as one thing that is done to both.
        ("need", read.need if len(read.subjects) > 1 else meant.need, meant.need),
    )


def _outcome(case: Case, meant: Criterion, found: Outcome, *, misread: bool) -> Iterator[Disagreement]:
    status, points = truth(meant, case.person, case.meant.month)
    where = (
        f"{found.status}, true {status} {points if points is not None else ''} :: {meant.sentence} :: {found.reason}"
    )

    def told(kind: str) -> Disagreement:
        return Disagreement(case.seed, kind, meant.id, where)

    settled: tuple[Status, ...] = ("met", "unmet")
    if found.status in settled and status in settled and found.status != status:
        yield told(f"wrong {found.status}")
    elif found.status not in case.status[meant.id] and not misread:
        yield told(f"status {found.status}, allowed {'/'.join(sorted(case.status[meant.id]))}")
    low, high = found.points.secured, found.points.reachable
    if points is not None and low is not None and high is not None and not low <= points <= high:
        yield told("wrong points")
