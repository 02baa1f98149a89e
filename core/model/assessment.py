"""The assessment: every criterion's outcome, the verdict, the points interval (S1-S8)."""

from typing import Literal

from core.model.base import Evidence, Frozen

Status = Literal["met", "unmet", "open"]
Basis = Literal["stated", "implied", "answered", "none"]
Verdict = Literal["go", "no_go", "open"]


class Points(Frozen):
    """Points of the whole; None where the posting's points are unknown (S3)."""

    in_cv: float | None = None
    secured: float | None = None
    reachable: float | None = None
    total: float | None = None


class CriterionPoints(Frozen):
    """Points of one award criterion; all None on a knock-out or where they aren't known."""

    secured: float | None = None
    reachable: float | None = None
    max: float | None = None
    in_cv: float | None = None


class Todo(Frozen):
    """What must still be written, and where (S4): "cv", "motivatie" or "inschrijving"."""

    place: Literal["cv", "motivatie", "inschrijving"]
    text: str


class Outcome(Frozen):
    """One criterion judged. `reason`: plain Dutch. `explanation`: a toelichting to copy into the bid,
    from confirmed facts only; None where nothing is confirmed.
    """

    id: str
    status: Status
    basis: Basis
    points: CriterionPoints = CriterionPoints()
    reason: str
    evidence: tuple[Evidence, ...] = ()
    todo: Todo | None = None
    explanation: str | None = None


class Practical(Frozen):
    """What the header asks beside the criteria, compared with what is offered (S7)."""

    field: str
    asked: str
    offered: str | None = None
    status: Status


class Assessment(Frozen):
    """The judgment on one candidate for one posting, on what is known now."""

    reference_date: str
    verdict: Verdict
    bid_ready: bool
    points: Points
    criteria: tuple[Outcome, ...] = ()
    practical: tuple[Practical, ...] = ()
