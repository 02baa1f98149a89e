"""Points: what the CV shows, what is secured, what can still be reached (S2, S3)."""

from typing import NamedTuple

from core.assessment.groups import requirements_in
from core.assessment.judged import Judged
from core.model.assessment import Basis, Status
from core.model.posting import Criterion, Experience, Tier
from core.posting.tiers import tier_points


class Score(NamedTuple):
    """The points of one award criterion; `stated` is what the text shows before instructions (S4)."""

    stated: float
    secured: float
    reachable: float
    max: float


def score(criterion: Criterion, judged: Judged) -> Score | None:
    """Return the points of an award criterion; None on a knock-out and where points aren't known."""
    if criterion.kind != "award" or criterion.points is None:
        return None
    top = criterion.points
    combined = [t for t in criterion.tiers if t.when is not None]
    if combined and judged.parts:
        certain = {i for i, part in enumerate(judged.parts) if part.status == "met"}
        written = {i for i, part in enumerate(judged.parts) if part.status == "met" and part.stated}
        possible = {i for i, part in enumerate(judged.parts) if part.status != "unmet"}
        return Score(
            _combination(combined, written), _combination(combined, certain), _combination(combined, possible), top
        )
    bands = tuple(t for t in criterion.tiers if t.when is None)
    if (
        bands
        and not _settled_whole(judged)
        and any(isinstance(part, Experience) for part in requirements_in(criterion.requirement))
    ):
        lowest, highest = tier_points(bands, judged.low, judged.high)
        if judged.low == 0 and judged.high is None:
            # Silence earns nothing, also where the lowest band has points: no source, no statement.
            lowest = 0.0
        written_points, _ = tier_points(bands, judged.stated_low, judged.high)
        return Score(min(written_points, lowest), lowest, highest, max(top, highest))
    secured = top if judged.status == "met" else 0.0
    reachable = 0.0 if judged.status == "unmet" else top
    return Score(secured if judged.stated else 0.0, secured, reachable, top)


def by_points(criterion: Criterion, judged: Judged, points: Score | None) -> Judged:
    """Return the judgment on a criterion with tiers: by its lowest and highest possible points (S2).

    Its basis is the weakest that those points need: what only an answer secures isn't stated.
    """
    if points is None or not criterion.tiers or criterion.kind != "award":
        return judged
    status: Status = "met" if points.secured > 0 else "unmet" if points.reachable == 0 else "open"
    basis: Basis = judged.basis
    if status == "open" and basis in ("stated", "answered"):
        basis = "implied"
    elif status == "met" and (basis != "stated" or points.stated < points.secured):
        basis = "answered"
    return judged._replace(status=status, basis=basis, stated=status == "met" and basis == "stated")


def _settled_whole(judged: Judged) -> bool:
    """Whether the whole criterion is met beside its months: a condition that doesn't hold."""
    return judged.status == "met" and judged.low == 0 and judged.high is None


def _combination(tiers: list[Tier], held: set[int]) -> float:
    """Return the points of the best combination whose parts all hold."""
    return max((t.points for t in tiers if t.when is not None and set(t.when) <= held), default=0.0)
